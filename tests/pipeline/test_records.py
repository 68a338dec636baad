"""Records in their sentences, by the rules alone: the rows of cases/records.toml."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from vnreport import Record
from vnreport.pipeline.build import extract_all, load
from vnreport.records.models import Comparison

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parents[1] / "cases" / "records.toml"


@pytest.fixture(scope="module")
def rules() -> Language:
    return load(rules_only=True)


def place_of(record: Record) -> int | None:
    """Where the record's figure starts: its value's, or without one its first change's."""
    if record.value is not None:
        return record.value.start
    amounts = [comparison.amount for comparison in record.comparisons if comparison.amount is not None]
    return amounts[0].start if amounts else None


def field_of(record: Record, name: str) -> Any:
    """A field of the record as the rows write it."""
    if name == "period":
        return record.period.iso if record.period is not None else ""
    if name == "indicator":
        return record.indicator.text
    if name == "unit":
        return record.value.unit.code if record.value is not None and record.value.unit is not None else ""
    if name == "amount_unit":
        amount = record.comparisons[0].amount
        return amount.unit.code if amount is not None and amount.unit is not None else ""
    if name == "scope":
        return [scope.text for scope in record.scope]
    if name == "baseline":
        period = record.comparisons[0].baseline.period
        return period.iso if period is not None else record.comparisons[0].baseline.kind
    if name == "changes":
        return [written(comparison) for comparison in record.comparisons]
    return getattr(record, name)


def written(comparison: Comparison) -> str:
    """A comparison as the rows write it: direction, amount, baseline, earlier value; "-" stands for none."""
    amount, period = comparison.amount, comparison.baseline.period
    number = "-" if amount is None else f"{amount.low}..{amount.high}" if amount.number is None else str(amount.number)
    baseline = period.iso if period is not None else ""
    if comparison.baseline.kind != "period" or period is None:
        baseline = " ".join(part for part in (comparison.baseline.kind, baseline) if part)
    earlier = comparison.baseline_value.number if comparison.baseline_value is not None else "-"
    return f"{comparison.direction} {number} {baseline} {earlier}"


def start_of(text: str, figure: str, nth: int) -> int:
    place = -1
    for _ in range(nth):
        place = text.index(figure, place + 1)
    return place


@pytest.mark.parametrize("case", tomllib.loads(CASES.read_text(encoding="utf-8"))["case"], ids=lambda case: case["id"])
def test_records(case: dict[str, Any], rules: Language) -> None:
    text = case["text"].strip()
    report = next(extract_all([(text, case["date"], None)], nlp=rules))
    records = {place_of(record): record for record in report.records}
    for row in case.get("records", []):
        row = dict(row)
        figure, nth = row.pop("figure"), row.pop("nth", 1)
        record = records.get(start_of(text, figure, nth))
        assert record is not None, f"no record for {figure}"
        assert {name: field_of(record, name) for name in row} == row
    for figure in case.get("none", []):
        assert start_of(text, figure, 1) not in records
