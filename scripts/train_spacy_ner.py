#!/usr/bin/env python3
"""Trains spaCy's `ner` on corpus/train, as train_ner.py trains the tagger, and writes models/spacy-ner.

usage: train_spacy_ner.py [DIRECTORY]

Same sentences, labels and variants; some three minutes on one core. The seed is fixed: the same files on one machine.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from train_ner import VARIANTS, write  # noqa: E402

from vnreport.components.spacy_ner import FILE, MODEL  # noqa: E402
from vnreport.evaluate import load_gold  # noqa: E402
from vnreport.evaluate.spacy_training import EPOCHS, recognizer_bytes, tag_labels, train_recognizer  # noqa: E402
from vnreport.evaluate.tagger_training import LATER, label_sentences, score_spans  # noqa: E402
from vnreport.evaluate.variation import Varier  # noqa: E402
from vnreport.pipeline.build import load  # noqa: E402

CARD = ROOT / "scripts" / "spacy_ner_card.md"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", nargs="?", type=Path, default=ROOT / "models")
    directory: Path = parser.parse_args().directory
    train, dev = (load_gold(ROOT / "corpus" / f"{name}.jsonl") for name in ("train", "dev"))
    nlp, varier = load(exclude=LATER), Varier(seed=0)
    sentences = label_sentences([item for one in train for item in (one, *varier.variants(one, VARIANTS))], nlp)
    tagger = train_recognizer(sentences)
    content = recognizer_bytes(tagger)
    write(directory / MODEL / FILE, content)
    unseen = label_sentences(dev, nlp)
    scores = score_spans([item.labels for item in unseen], tag_labels(tagger, unseen))
    rows = ["| label | in gold | right | surplus | missed | F1 |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for name, item in scores.items():
        count = item.right + item.missed
        rows.append(f"| {name} | {count} | {item.right} | {item.surplus} | {item.missed} | {item.f1:.3f} |")
    card = CARD.read_text(encoding="utf-8").format(
        size=len(content), documents=len(train), sentences=len(sentences), epochs=EPOCHS, spans="\n".join(rows)
    )
    (directory / MODEL / "README.md").write_text(card, encoding="utf-8")
    print(card)


if __name__ == "__main__":
    main()
