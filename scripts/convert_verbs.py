"""Writes vnreport/lexicon/data/verbs.txt: the words that underthesea's part-of-speech model holds for verbs.

The model (a CRFsuite file) comes with the package underthesea, Apache-2.0. A word is a verb whose own weight for the
label V is greater than that for any other label by `LEAST_MARGIN`; what stands around it is left aside, so words that
are nouns as well ("hoạt động", "báo") are none. Usage: python scripts/convert_verbs.py [FILE]
"""

from __future__ import annotations

import argparse
import unicodedata
from importlib import metadata, util
from pathlib import Path

from convert_words import read_crfsuite

MODEL = "pos_crf_vlsp2013_20230303"
TARGET = Path(__file__).parents[1] / "vnreport" / "lexicon" / "data" / "verbs.txt"
VERB = "B-V"
# The features that look at the word itself, as it stands and in lower case.
OWN = ("T[0]", "T[0].lower")
LEAST_MARGIN = 2.2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=TARGET)
    file: Path = parser.parse_args().file
    verbs = known_verbs()
    made_by = f"underthesea {metadata.version('underthesea')}, {MODEL}, Apache-2.0"
    head = f"# Verbs by {made_by}; written by scripts/convert_verbs.py."
    file.write_text("\n".join([head, *verbs]) + "\n", encoding="utf-8")
    print(f"{file}: {len(verbs)} verbs")


def known_verbs() -> list[str]:
    """The verbs of the installed underthesea's model, sorted, in lower case and NFC."""
    spec = util.find_spec("underthesea")
    if spec is None or spec.origin is None:
        raise SystemExit("underthesea is not installed")
    source = Path(spec.origin).parent / "pipeline" / "pos_tag" / "models" / MODEL / "models.bin"
    weights: dict[str, dict[str, float]] = {}
    for attribute, label, weight in read_crfsuite(source)[1]:
        feature, _, word = attribute.partition("=")
        if feature in OWN and word == word.lower():
            own = weights.setdefault(unicodedata.normalize("NFC", word), {})
            own[label] = own.get(label, 0.0) + weight
    verbs = []
    for word, own in weights.items():
        rival = max((weight for label, weight in own.items() if label != VERB), default=0.0)
        if own.get(VERB, 0.0) - max(rival, 0.0) >= LEAST_MARGIN and all(part.isalpha() for part in word.split()):
            verbs.append(word)
    return sorted(verbs)


if __name__ == "__main__":
    main()
