"""The figures equal those of the scorer that stands beside the project."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from planted_outputs import damaged, output_of

from vnreport.evaluate.bootstrap import intervals
from vnreport.evaluate.gold import document_to_json, load_gold
from vnreport.evaluate.scoring import score

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCRIPT, GOLD = SHARED / "tools" / "score.py", SHARED / "gold" / "dev"
OWN = Path(__file__).resolve().parents[2] / "corpus" / "dev.jsonl"
LINE = re.compile(r"(?P<name>\w+) +(?P<value>[\d.]+)(?: +\[(?P<low>[\d.]+), (?P<high>[\d.]+)\])?")

pytestmark = pytest.mark.skipif(not SCRIPT.exists(), reason="the shared scorer is not beside the project")


@pytest.mark.parametrize(("source", "seed"), [(GOLD, 1), (OWN, 2)], ids=["shared", "corpus"])
def test_figures_and_intervals_equal(source: Path, seed: int, tmp_path: Path) -> None:
    if not source.exists():
        pytest.skip(f"{source.name} is not there")
    gold = load_gold(source)[:12]
    drawer = random.Random(seed)
    outputs = [output_of(gold[0]), *(damaged(item, drawer) for item in gold[1:-1])]
    files = []
    for index, document in enumerate(gold):
        files.append(tmp_path / f"{index:04}.gold.json")
        files[-1].write_text(json.dumps(document_to_json(document), ensure_ascii=False), encoding="utf-8")
    predicted = tmp_path / "pred.jsonl"
    predicted.write_text("".join(json.dumps(item) + "\n" for item in outputs), encoding="utf-8")
    figures = tmp_path / "figures.json"
    command = [sys.executable, str(SCRIPT), "--gold", str(tmp_path), "--pred", str(predicted), "--json", str(figures)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    result = score(gold, {item["id"]: item for item in outputs})
    ours = dict(result.figures)
    for name, value in json.loads(figures.read_text()).items():
        assert ours[name] == pytest.approx(value), name
    bounds = intervals(result.documents)
    shown = [match for match in map(LINE.fullmatch, printed.splitlines()) if match and match["low"]]
    assert len(shown) > 15
    for match in shown:
        assert [f"{bound:.4f}" for bound in bounds[match["name"]]] == [match["low"], match["high"]], match["name"]
