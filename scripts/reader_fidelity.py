"""Measures what the readers get out of real files against transcripts, file by file.

Usage: python scripts/reader_fidelity.py [DIRECTORY] [--case]

DIRECTORY holds `files/` and `truth/` (one .txt a file). Two shares of each transcript are counted, as multisets: its
characters with Vietnamese diacritics that come back, and its tokens between white space. Letters are compared without
case unless --case is given. Exit status 1 when the mean of the first is below 0.985 or a file is below 0.93.
"""

from __future__ import annotations

import argparse
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from vnreport.readers import Refusal, read_text

MEAN_FLOOR, FILE_FLOOR = 0.985, 0.93


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", nargs="?", type=Path, default=Path(__file__).parents[2] / "shared" / "readers")
    parser.add_argument("--case", action="store_true", help="compare letters with their case")
    options = parser.parse_args()
    rows = []
    for path in sorted((options.directory / "files").iterdir()):
        truth = (options.directory / "truth" / f"{path.stem}.txt").read_text(encoding="utf-8")
        begin = time.perf_counter()
        try:
            found, note = read_text(path), ""
        except Refusal as refusal:
            found, note = "", refusal.reason
        seconds = time.perf_counter() - begin
        rows.append((path.name, *shares(truth, found, is_exact=options.case), seconds, note))
    for row in rows:
        print(f"{row[0]:45} {row[1]:.4f} {row[2]:.4f} {row[3]:6.2f} s {row[4]}")
    letters, tokens = [row[1] for row in rows], [row[2] for row in rows]
    mean = sum(letters) / len(letters)
    print(f"{'mean':45} {mean:.4f} {sum(tokens) / len(tokens):.4f}")
    print(f"{'lowest':45} {min(letters):.4f} {min(tokens):.4f}")
    return int(mean < MEAN_FLOOR or min(letters) < FILE_FLOOR)


def shares(truth: str, found: str, *, is_exact: bool = False) -> tuple[float, float]:
    """The shares of the transcript's diacritic-bearing characters and of its tokens that are in `found`."""
    texts = [unicodedata.normalize("NFC", text) for text in (truth, found)]
    if not is_exact:
        texts = [text.lower() for text in texts]
    expected, given = texts
    letters = _share(Counter(filter(_is_marked, expected)), Counter(filter(_is_marked, given)))
    return letters, _share(Counter(expected.split()), Counter(given.split()))


def _is_marked(char: str) -> bool:
    """Whether a character is a letter with a diacritic, or đ."""
    return not char.isascii() and char.isalpha() and (char in "đĐ" or unicodedata.normalize("NFD", char) != char)


def _share(expected: Counter[str], given: Counter[str]) -> float:
    """How much of a multiset is in another; 1 for an empty one."""
    total = sum(expected.values())
    return sum((expected & given).values()) / total if total else 1.0


if __name__ == "__main__":
    sys.exit(main())
