"""Prints the records of tables in the notation of `tests/cases/tables.toml`."""

from __future__ import annotations

from vnreport.records.decimals import plain
from vnreport.records.models import Comparison, Record


def show(record: Record) -> str:
    """The record in one line."""
    figure = "-"
    if record.value is not None and record.value.number is not None:
        figure = f"{record.value.number:f} {record.value.unit.code}".strip()
    scopes = " + ".join(scope.text for scope in record.scope) or "-"
    period = record.period.iso if record.period is not None else "-"
    changes = "; ".join(map(_comparison, record.comparisons)) or "-"
    return f"{figure} | {record.indicator.text} | {scopes} | {period} | {record.status} | {changes}"


def _comparison(comparison: Comparison) -> str:
    amount = comparison.amount
    assert amount is not None
    assert amount.number is not None
    baseline = comparison.baseline
    text = f"{comparison.direction} {amount.number:f} {amount.unit.code} {baseline.kind}"
    text += f" {baseline.period.iso}" if baseline.period is not None else ""
    earlier = comparison.baseline_value
    return text if earlier is None else f"{text} ={plain(earlier.number)}"
