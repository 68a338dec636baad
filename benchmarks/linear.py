"""Measures the time a character as one document grows: the corpus's texts repeated, and one endless sentence.

usage: python benchmarks/linear.py [--most CHARACTERS] [--line CHARACTERS]

Prints microseconds a character for each doubling; a flat column is linear.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import vnreport

CORPUS = Path(__file__).parents[1] / "corpus"
CLAUSE = "thu ngân sách đạt 12 tỷ đồng "


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--most", type=int, default=2_000_000, help="the longest document")
    parser.add_argument("--line", type=int, default=32_000, help="the longest sentence without a stop")
    options = parser.parse_args()
    lines = (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    body = "\n\n".join(json.loads(line)["text"] for line in lines)
    nlp = vnreport.load()
    nlp(body[:2000])
    for name, piece, smallest, most in (
        ("document", body, 125_000, options.most),
        ("sentence", CLAUSE, 4000, options.line),
    ):
        print(name)
        size = smallest
        while size <= most:
            text = (piece * (size // len(piece) + 1))[:size]
            start = time.process_time()
            records = len(nlp(text)._.report.records)
            used = time.process_time() - start
            print(f"{size:11,} characters {used:8.2f} s {used / size * 1e6:8.1f} µs/character {records:7,} records")
            size *= 2


if __name__ == "__main__":
    main()
