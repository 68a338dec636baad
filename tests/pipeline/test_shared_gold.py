"""The pipeline keeps its scores on the gold files beside the project."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import vnreport
from vnreport.evaluate.gold import load_gold
from vnreport.evaluate.predictions import run_extractor
from vnreport.evaluate.scoring import score

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = tomllib.loads((ROOT / "tests" / "cases" / "floors.toml").read_text(encoding="utf-8"))


def extract(text: str, *, date: str | None, id: str) -> dict[str, object]:  # noqa: A002
    return vnreport.extract(text, date=date, id=id).to_dict()


@pytest.mark.parametrize("name", FLOORS)
def test_scores_keep_their_floors(name: str) -> None:
    floors: dict[str, Any] = dict(FLOORS[name])
    path = GOLD / floors.pop("gold")
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the project")
    gold = load_gold(path)
    figures = score(gold, run_extractor(gold, extract)).figures
    ceiling = floors.pop("bad_offsets")
    assert figures["bad_offsets"] <= ceiling
    assert {key: figures[key] for key, floor in floors.items() if figures[key] < floor} == {}
