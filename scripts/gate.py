#!/usr/bin/env python3
"""Closes the gate where a figure is below its floor in corpus/baseline.toml, or a floor was lowered without a reason.

usage: gate.py [--split NAME] [--pred FILE] [--update [--reason TEXT]]

--split   the gold file to score, corpus/NAME.jsonl (default: test)
--pred    output JSON lines to score; without it the pipeline is run
--update  raises the floors to the figures measured and takes over the corpus's digest; with --reason, sets them to the
          figures even where that lowers them
The floors are compared with the last committed version that differs from the present one. Exit status 1 where closed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vnreport.errors import VnreportError  # noqa: E402
from vnreport.evaluate import gate  # noqa: E402
from vnreport.evaluate.commands import evaluate, figure_sections, sections_text  # noqa: E402

BASELINE = ROOT / "corpus" / "baseline.toml"


def main() -> int:
    """The exit status: 1 where the gate is closed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="test")
    parser.add_argument("--pred", type=Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--reason", default="")
    options = parser.parse_args()
    gold = ROOT / "corpus" / f"{options.split}.jsonl"
    try:
        baselines = gate.read_baselines(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
        result = evaluate(gold, predictions=options.pred, extract=extract)
        before = gate.read_baselines(committed())
    except VnreportError as error:
        print(error, file=sys.stderr)
        return 1
    print(sections_text(figure_sections(result)))
    digest = gate.digest_of(gold)
    baseline = baselines.get(options.split) or gate.Baseline(options.split, digest)
    if options.update:
        if options.reason:
            baseline = replace(baseline, reason=options.reason, floors={})
        baselines[options.split] = baseline = gate.raised(baseline, result.figures, digest=digest)
        BASELINE.write_text(gate.baselines_text(baselines), encoding="utf-8", newline="\n")
    breaches = [*gate.check_figures(result.figures, baseline, digest=digest), *gate.check_floors(baselines, before)]
    for breach in breaches:
        print(f"closed: {breach.split}: {breach.message}")
    return 1 if breaches else 0


def extract(text: str, *, date: str | None, id: str) -> Mapping[str, Any]:  # noqa: A002
    """The output object of the pipeline for one document."""
    from vnreport.pipeline.build import extract as extract_report

    report: dict[str, Any] = json.loads(extract_report(text, date=date, id=id).model_dump_json())
    return report


def committed() -> str:
    """The text of the last committed baseline that differs from the present one; "" where there is none."""
    name = BASELINE.relative_to(ROOT).as_posix()
    present = BASELINE.read_text(encoding="utf-8") if BASELINE.exists() else ""
    for revision in git("log", "-n", "2", "--format=%H", "--", name).split():
        text = git("show", f"{revision}:{name}")
        if text != present:
            return text
    return ""


def git(*arguments: str) -> str:
    """What a git command prints; "" where it fails, as outside a clone."""
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main())
