#!/usr/bin/env python3
"""Writes the pipeline's scores and the agreement of annotators into corpus/README.md.

usage: data_card.py [--agreement]

--agreement  only prints the table of agreement, and writes nothing

Scores are those of the installed pipeline: by split, and by domain and kind over train and dev together. Of the test
split only the totals are read, which the gate prints too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from agreement import read_annotation  # noqa: E402
from gate import extract  # noqa: E402

from vnreport.errors import VnreportError  # noqa: E402
from vnreport.evaluate.agreement import agreement  # noqa: E402
from vnreport.evaluate.bootstrap import intervals  # noqa: E402
from vnreport.evaluate.commands import evaluate  # noqa: E402
from vnreport.evaluate.corpus import between  # noqa: E402
from vnreport.evaluate.scoring import Result, group_figures  # noqa: E402
from vnreport.evaluate.splits import SHARES  # noqa: E402

CORPUS = ROOT / "corpus"
SECONDS = {"second": "before the guide was settled", "second_settled": "after"}
RATES = {"span_f1": "span F1", "core_f1": "core F1", "rec_f1": "record F1", "cmp_f1": "comparisons F1"}
FIELDS = {
    f"acc_{name}": name for name in ("value", "bound", "unit", "indicator", "period", "baselines", "status", "scope")
}
FIGURES = RATES | FIELDS
GROUP_COLUMNS = {**RATES, "acc_indicator": "indicator", "acc_period": "period", "acc_status": "status"}


def main() -> int:
    """The exit status: 0 unless a file cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agreement", action="store_true")
    options = parser.parse_args()
    try:
        if options.agreement:
            print(agreement_table())
            return 0
        tables = {"agreement": agreement_table(), "scores": score_tables()}
    except VnreportError as error:
        print(error, file=sys.stderr)
        return 1
    card = CORPUS / "README.md"
    text = card.read_text(encoding="utf-8")
    for name, body in tables.items():
        begin, end = f"<!-- {name}: written by scripts/data_card.py -->", f"<!-- end of {name} -->"
        text = between(text, begin, end, body)
    card.write_text(text, encoding="utf-8", newline="\n")
    return 0


def agreement_table() -> str:
    """One table: each figure of the first annotation against a second one, with its interval."""
    first = read_annotation(CORPUS / "markup")
    results = [agreement(first, read_annotation(CORPUS / name)) for name in SECONDS]
    bounds = [intervals(result.documents, seed=0) for result in results]
    head = ("first against second", *(f"`{name}/`, {when}" for name, when in SECONDS.items()))
    rows = [
        ("documents", *(str(result.figures["documents"]) for result in results)),
        ("records in the first", *(str(result.figures["gold"]) for result in results)),
    ]
    for key, label in FIGURES.items():
        cells = (
            f"{result.figures[key]:.3f} ({_interval(bound, key)})"
            for result, bound in zip(results, bounds, strict=True)
        )
        rows.append((label, *cells))
    return table(head, rows)


def score_tables() -> str:
    """The tables of the pipeline's scores: by split, then by domain and by kind."""
    results = {split: evaluate(CORPUS / f"{split}.jsonl", extract=extract) for split in SHARES}
    rows = [(label, *(f"{result.figures[key]:.3f}" for result in results.values())) for key, label in FIGURES.items()]
    parts = [table(("", *results), rows)]
    tuned = replace(results["train"], documents=results["train"].documents + results["dev"].documents)
    parts += [group_table(tuned, by) for by in ("domain", "kind")]
    return "\n".join(parts)


def group_table(result: Result, by: str) -> str:
    """The scores of each group of documents."""
    rows = []
    for name, row in group_figures(result.documents, by).items():
        rows.append((name, str(row["gold"]), *(_share(row, key) for key in GROUP_COLUMNS)))
    return table((by, "records", *GROUP_COLUMNS.values()), rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose first column holds words and the others figures."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def _share(row: Mapping[str, Any], key: str) -> str:
    return f"{row[key]:.3f}" if key in row else "–"


def _interval(bounds: Mapping[str, tuple[float, float]], key: str) -> str:
    return "{:.3f} to {:.3f}".format(*bounds[key])


if __name__ == "__main__":
    sys.exit(main())
