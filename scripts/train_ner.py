#!/usr/bin/env python3
"""Trains the tagger and the arbiter on corpus/train and writes models/ner.

usage: train_ner.py [DIRECTORY] [--folds DIRECTORY]

DIRECTORY  where the models go (default: models)
--folds    also keep the models of each fold, trained without its documents; scripts/train_confidence.py needs them

Documents are dealt to folds by their place in corpus/train.jsonl. The arbiter learns from taggers that did not see the
document. Variants of the documents are drawn with a fixed seed: the same corpus and program give the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vnreport.assembly.arbitration.arbiter import Arbiter, ArbiterModel  # noqa: E402
from vnreport.evaluate import load_gold  # noqa: E402
from vnreport.evaluate.arbiter_training import (  # noqa: E402
    LabelledChoice,
    label_choices,
    score_choices,
    train_arbiter,
)
from vnreport.evaluate.documents import Document  # noqa: E402
from vnreport.evaluate.tagger_training import (  # noqa: E402
    LATER,
    LabelledSentence,
    label_sentences,
    score_spans,
    train_tagger,
)
from vnreport.evaluate.variation import Varier  # noqa: E402
from vnreport.learned.tagger import Tagger, pack  # noqa: E402
from vnreport.pipeline.build import load  # noqa: E402

FOLDS = 4
# Variants of each document beside itself; tried 0, 1, 2 and 4: INDICATOR on corpus/dev 0.572, 0.576, 0.573 and 0.571,
# PLACE 0.593, 0.653, 0.626 and 0.633.
VARIANTS = 1
CARD = ROOT / "scripts" / "ner_card.md"
# By how much likelier right than the rules' choice another must be to be taken: rules do better in press reports than
# in the corpus's hard cases, so less is left to the arbiter than would be best there. Tried 0.2, 0.25, 0.3 and 0.4:
# indicators right on corpus/dev 0.711, 0.706, 0.705 and 0.701 (rules alone 0.673), on the development reports 0.907,
# 0.916, 0.917 and 0.916 (rules alone 0.909). With 235 more press articles 0.25, 0.35 and 0.45: records right on the
# development reports 0.915, 0.916 and 0.915, on reviewed articles that rules were made with 0.808, 0.811 and 0.813.
# With the rules of 1 December 0.35, 0.45 and 0.5: names right on the development reports 556, 557 and 558 of 590 (rules
# alone 556), better and worse than the rules' on 4,700 reviewed records 40 and 8, 35 and 4, 26 and 4.
MARGIN = 0.45


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", nargs="?", type=Path, default=ROOT / "models")
    parser.add_argument("--folds", type=Path)
    options = parser.parse_args()
    train, dev = (load_gold(ROOT / "corpus" / f"{name}.jsonl") for name in ("train", "dev"))
    with tempfile.TemporaryDirectory() as kept:
        folds = options.folds or Path(kept)
        nlp = load(exclude=LATER)
        varier = Varier(seed=0)
        sentences = label_sentences([item for one in train for item in (one, *varier.variants(one, VARIANTS))], nlp)
        choices = [deal(folds / str(fold), train, sentences, fold) for fold in range(FOLDS)]
    for fold in range(FOLDS):
        others = [item for place, items in enumerate(choices) if place != fold for item in items]
        if options.folds:
            write_arbiter(options.folds / str(fold), train_arbiter(others, margin=MARGIN))
    tagger = train_tagger(sentences)
    write_tagger(options.directory, tagger)
    model = train_arbiter([item for items in choices for item in items], margin=MARGIN)
    write_arbiter(options.directory, model)
    counts = {"documents": len(train), "sentences": len(sentences), "choices": sum(map(len, choices))}
    text = card(options.directory, tagger, model, sentences=label_sentences(dev, nlp), documents=dev, trained=counts)
    (options.directory / "ner" / "README.md").write_text(text, encoding="utf-8")
    print(text)


def fold_of(place: int) -> int:
    """The fold of the document at this place of corpus/train.jsonl."""
    return place % FOLDS


def deal(
    directory: Path, documents: Sequence[Document], sentences: Sequence[LabelledSentence], fold: int
) -> list[LabelledChoice]:
    """Trains the tagger without a fold, keeps it in the directory, and gives the choices in the fold's documents."""
    inside = [document for place, document in enumerate(documents) if fold_of(place) == fold]
    names = {document.id for document in inside}
    write_tagger(directory, train_tagger([item for item in sentences if item.document.split("+")[0] not in names]))
    return label_choices(inside, tagging(directory), Arbiter(ArbiterModel.untrained()))


def tagging(directory: Path):  # type: ignore[no-untyped-def]
    """The pipeline with the tagger of a directory and no arbiter."""
    return load(exclude=["vnreport_arbiter", "vnreport_confidence"], models=str(directory))


def write_tagger(directory: Path, tagger: Tagger) -> None:
    write(directory / "ner" / "tagger.npz", pack(tagger))


def write_arbiter(directory: Path, model: ArbiterModel) -> None:
    write(directory / "ner" / "arbiter.json", model.to_json().encode("utf-8"))


def write(path: Path, content: bytes) -> None:
    """Writes a model file and its line of SHA256SUMS."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    sums = path.parent / "SHA256SUMS"
    lines = sums.read_text(encoding="utf-8").splitlines() if sums.exists() else []
    kept = [line for line in lines if line.split()[1:] != [path.name]]
    kept.append(f"{hashlib.sha256(content).hexdigest()}  {path.name}")
    sums.write_text("\n".join(sorted(kept, key=lambda line: line.split()[1])) + "\n", encoding="utf-8")


def card(
    directory: Path,
    tagger: Tagger,
    model: ArbiterModel,
    *,
    sentences: Sequence[LabelledSentence],
    documents: Sequence[Document],
    trained: Mapping[str, int],
) -> str:
    """The model card, with the scores on corpus/dev."""
    tagged = tagger.tag([sentence.streams for sentence in sentences])
    spans = ["| label | in gold | right | surplus | missed | F1 |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for name, item in score_spans([sentence.labels for sentence in sentences], tagged).items():
        count = item.right + item.missed
        spans.append(f"| {name} | {count} | {item.right} | {item.surplus} | {item.missed} | {item.f1:.3f} |")
    scores = score_choices(label_choices(documents, tagging(directory), Arbiter(model)), model)
    rows = [
        ("records", "records"),
        ("right by the rules alone", "rules"),
        ("right with the arbiter", "arbiter"),
        ("where a candidate is right", "possible"),
        ("the arbiter is not asked, as the tagger agrees", "agreed"),
        ("of these, right", "agreed_right"),
        ("another candidate is taken", "taken"),
        ("of these, better", "better"),
        ("of these, worse", "worse"),
    ]
    choices = ["| | number |", "| --- | ---: |", *(f"| {label} | {scores.get(key, 0)} |" for label, key in rows)]
    return CARD.read_text(encoding="utf-8").format(
        tagger_size=(directory / "ner" / "tagger.npz").stat().st_size,
        arbiter_size=(directory / "ner" / "arbiter.json").stat().st_size,
        spans="\n".join(spans),
        arbiter="\n".join(choices),
        **trained,
    )


if __name__ == "__main__":
    main()
