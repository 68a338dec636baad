#!/usr/bin/env python3
"""Prints how far two annotations of the same documents agree: record F1 and agreement of each field.

usage: agreement.py FIRST SECOND [--errors N]

FIRST and SECOND are gold JSON, JSON lines, directories of *.gold.json, or files or directories of markup (.txt).
Documents that only one side has are left out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vnreport.errors import VnreportError  # noqa: E402
from vnreport.evaluate.agreement import agreement  # noqa: E402
from vnreport.evaluate.commands import figure_sections, mistake_lines, sections_text  # noqa: E402
from vnreport.evaluate.documents import Document  # noqa: E402
from vnreport.evaluate.gold import document_from_json, load_gold  # noqa: E402
from vnreport.evaluate.markup import read_markup_file  # noqa: E402


def main() -> int:
    """The exit status: 0 unless a file cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also print the first N disagreements")
    options = parser.parse_args()
    try:
        result = agreement(read_annotation(options.first), read_annotation(options.second))
    except VnreportError as error:
        print(error, file=sys.stderr)
        return 1
    print(sections_text(figure_sections(result, by="field")))
    print("\n".join(mistake_lines(result, most=options.errors)))
    return 0


def read_annotation(path: Path) -> list[Document]:
    """The documents of a gold path, or of markup files."""
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path] * (path.suffix == ".txt")
    if files:
        return [document_from_json(read_markup_file(file)) for file in files]
    return load_gold(path)


if __name__ == "__main__":
    sys.exit(main())
