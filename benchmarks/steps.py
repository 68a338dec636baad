"""Measures what each step of the pipeline costs on texts: nanoseconds a character, on one core.

usage: python benchmarks/steps.py [PATH ...] [--documents N] [--rounds N] [--rules-only]

PATH is a .jsonl file with a "text" in each object, told in a column of its own; without one, the corpus of the source
tree. The median round of each step counts. "doc" is the text normalised and made tokens.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from speed import CORPUS, read

import vnreport

if TYPE_CHECKING:
    from spacy.language import Language

T = TypeVar("T")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=60, help="so many documents of each path at most")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rules-only", action="store_true")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    nlp = vnreport.load(rules_only=options.rules_only)
    columns = {path.stem: [path] for path in options.paths} or {"corpus": sorted(CORPUS.glob("*.jsonl"))}
    costs = {name: cost(nlp, read(paths)[: options.documents], options.rounds) for name, paths in columns.items()}
    print("| step |" + "".join(f" {name} |" for name in costs))
    print("| --- |" + " --- |" * len(costs))
    for step in ["doc", *nlp.pipe_names]:
        print(f"| {step.removeprefix('vnreport_')} |" + "".join(f" {each[step]:,.0f} |" for each in costs.values()))


def cost(nlp: Language, texts: list[str], rounds: int) -> dict[str, float]:
    """The nanoseconds a character of each step."""
    if not texts:
        sys.exit("no text found")
    characters = sum(map(len, texts))
    found: dict[str, list[float]] = {}
    for _ in range(rounds + 1):
        for step, seconds in one_round(nlp, texts).items():
            found.setdefault(step, []).append(seconds)
    # The first round fills what steps remember.
    return {step: statistics.median(times[1:]) / characters * 1e9 for step, times in found.items()}


def one_round(nlp: Language, texts: list[str]) -> dict[str, float]:
    """The processor seconds of each step for all texts."""
    spent = dict.fromkeys(["doc", *nlp.pipe_names], 0.0)
    for text in texts:
        doc = timed(spent, "doc", lambda text=text: nlp.make_doc(text))
        for name, pipe in nlp.pipeline:
            doc = timed(spent, name, lambda pipe=pipe, doc=doc: pipe(doc))
    return spent


def timed(spent: dict[str, float], step: str, run: Callable[[], T]) -> T:
    """What `run` gives; its processor seconds are added to the step's."""
    start = time.process_time()
    result = run()
    spent[step] += time.process_time() - start
    return result


if __name__ == "__main__":
    main()
