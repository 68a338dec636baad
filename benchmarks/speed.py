"""Measures the pipeline against underthesea.word_tokenize on the same texts in one run on one core.

usage: python benchmarks/speed.py [PATH ...] [--documents N] [--rounds N] [--rules-only]

PATH is a .jsonl file with a "text" in each object; without one, the corpus of the source tree. Both run in turn, round
by round, and the median round of each counts. Prints characters and syllables a second and the ratio (budget: 2, and 4
with --rules-only, which leaves out the tagger and the arbiter).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import vnreport

CORPUS = Path(__file__).parents[1] / "corpus"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, default=sorted(CORPUS.glob("*.jsonl")))
    parser.add_argument("--documents", type=int, default=120, help="so many documents at most")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rules-only", action="store_true")
    options = parser.parse_args()
    texts = read(options.paths)[: options.documents]
    if not texts:
        sys.exit("no text found")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from underthesea import word_tokenize
    word_tokenize("nạp mô hình")
    nlp = vnreport.load(rules_only=options.rules_only)
    nlp("Năm 2023, thu ngân sách đạt 12 tỷ đồng.")
    theirs, ours = [], []
    for _ in range(options.rounds):
        theirs.append(seconds(word_tokenize, texts))
        ours.append(seconds(nlp, texts))
    characters = sum(map(len, texts))
    syllables = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} documents, {characters:,} characters, {syllables:,} syllables, {options.rounds} rounds")
    for name, times in (("underthesea", theirs), ("vnreport", ours)):
        middle = statistics.median(times)
        print(f"{name:12} {characters / middle:11,.0f} characters/s {syllables / middle:9,.0f} syllables/s")
    print(f"ratio {statistics.median(theirs) / statistics.median(ours):.2f}")


def read(paths: list[Path]) -> list[str]:
    """The texts of JSON lines files, in order."""
    return [json.loads(line)["text"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def seconds(run: Callable[[str], object], texts: list[str]) -> float:
    """Processor seconds for all texts: what others do on the machine does not count."""
    start = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
