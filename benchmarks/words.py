"""Measures the word splitter against underthesea.word_tokenize on the same lines in one run on one core.

usage: python benchmarks/words.py [PATH ...] [--lines N]

PATH is a text file, a .jsonl or .jsonl.gz file with a "text" in each object, or a directory of .jsonl files; without
one, the corpus of the source tree. Prints syllables a second of both, cold (a new splitter, nothing remembered) and
warm, their ratios, and how many lines have the same words when joins across figures and symbols are left to the model.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from vnreport.text.normalise import normalise
from vnreport.text.word_weights import load_word_weights
from vnreport.text.words import Words, load_words

CORPUS = Path(__file__).parents[1] / "corpus"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[CORPUS])
    parser.add_argument("--lines", type=int, default=4000, help="so many lines at most")
    options = parser.parse_args()
    texts = (normalise(text).text for path in options.paths for text in read(path))
    lines = [line.strip() for text in texts for line in text.split("\n") if line.strip()][: options.lines]
    if not lines:
        sys.exit("no text found")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from underthesea import word_tokenize
    word_tokenize("nạp mô hình")
    start = time.perf_counter()
    words = load_words()
    loading = time.perf_counter() - start
    syllables = sum(len(line.split()) for line in lines)
    theirs = measure(word_tokenize, lines)
    cold = measure(lambda line: words.split(line, 0, len(line)), lines)
    warm = measure(lambda line: words.split(line, 0, len(line)), lines)
    print(f"{len(lines)} lines, {syllables} syllables; loading {loading:.3f} s")
    print(f"underthesea {syllables / theirs:9,.0f} syllables/s")
    print(f"cold        {syllables / cold:9,.0f} syllables/s, {theirs / cold:.1f} times")
    print(f"warm        {syllables / warm:9,.0f} syllables/s, {theirs / warm:.1f} times")
    free = Words(load_word_weights(), is_free=True)
    same = sum(free.spelled(line) == word_tokenize(line) for line in lines)
    print(f"{same} of {len(lines)} lines have the same words")


def measure(split: Callable[[str], object], lines: list[str]) -> float:
    """Seconds for all lines."""
    start = time.perf_counter()
    for line in lines:
        split(line)
    return time.perf_counter() - start


def read(path: Path) -> Iterator[str]:
    """The texts under a path."""
    if path.is_dir():
        for child in sorted(path.rglob("*.jsonl")):
            yield from read(child)
    elif path.name.endswith((".jsonl", ".jsonl.gz")):
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for row in content.splitlines():
            yield json.loads(row)["text"]
    else:
        yield path.read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
