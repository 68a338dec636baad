#!/usr/bin/env python3
"""Writes docs/ablation.md: rules only, model only and hybrid, field by field, with intervals.

usage: ablation.py [NAME=GOLD ...]

NAME=GOLD  more gold to score beside corpus/test, under the heading NAME
Scores are the gate's own (vnreport.evaluate); intervals draw whole documents 200 times with a fixed seed.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vnreport.evaluate import load_gold  # noqa: E402
from vnreport.evaluate.ablation import MODES, pipeline, table  # noqa: E402
from vnreport.evaluate.commands import evaluate  # noqa: E402
from vnreport.evaluate.predictions import extractor  # noqa: E402

PAGE = ROOT / "docs" / "ablation.md"
INTRODUCTION = ROOT / "scripts" / "ablation.md"
CORPUS = "The corpus's test split"


def main() -> None:
    golds = {CORPUS: str(ROOT / "corpus" / "test.jsonl")}
    golds |= dict(argument.split("=", 1) for argument in sys.argv[1:])
    lines = [INTRODUCTION.read_text(encoding="utf-8")]
    for name, gold in golds.items():
        results = {mode: evaluate(gold, extract=extractor(pipeline(mode))) for mode in MODES}
        documents = load_gold(gold)
        count = sum(not record.optional for document in documents for record in document.records)
        lines += [f"## {name}", "", f"{len(documents)} documents, {count} records.", "", *table(results), ""]
    PAGE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
