"""Measures the peak memory of a worker that reads the corpus, document after document (budget: 400 MB).

usage: python benchmarks/memory.py [PATH ...] [--rounds N]

Prints the peak resident size after loading and after each round; it should not grow with the rounds.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
from pathlib import Path

import vnreport

CORPUS = Path(__file__).parents[1] / "corpus"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, default=sorted(CORPUS.glob("*.jsonl")))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts = [json.loads(line)["text"] for path in options.paths for line in path.read_text("utf-8").splitlines()]
    nlp = vnreport.load()
    nlp("Năm 2023, thu ngân sách đạt 12 tỷ đồng.")
    print(f"loaded      {peak():6.0f} MB")
    for number in range(1, options.rounds + 1):
        for doc in nlp.pipe(texts):
            len(doc._.report.records)
        print(f"round {number}     {peak():6.0f} MB after {len(texts)} documents")


def peak() -> float:
    """The largest resident size of this process so far, in MB of 10^6 bytes."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1e6 if sys.platform == "darwin" else used * 1024 / 1e6


if __name__ == "__main__":
    main()
