"""Why each field of a record is what it is: the evidence, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.errors import InputError
from vnreport.records.models import Record, Report
from vnreport.view.table import show_comparison, show_value


def explain_lines(report: Report, text: str, *, record: str | None = None) -> Iterator[str]:
    """The lines for all records, or for the one named (InputError when there is none of that name)."""
    chosen = [row for row in report.records if record is None or row.id == record]
    if record is not None and not chosen:
        raise InputError(report.id or "report", f"no record {record}; there are {len(report.records)}")
    for row in chosen:
        yield from _record(row, text)
    for warning in report.warnings:
        yield f"warning: {warning}"


def _record(row: Record, text: str) -> Iterator[str]:
    unit = row.value.unit.code if row.value is not None else ""
    yield f"{row.id}  {row.indicator.text}: {show_value(row.value)} {unit}".rstrip()
    yield f"    in: {' '.join(text[row.sentence.start : row.sentence.end].split())}"
    yield f"    period {row.period.iso if row.period else 'null'}" + (
        f" (taken from {row.period.inherited})" if row.period is not None and row.period.inherited else ""
    )
    for comparison in row.comparisons:
        yield f"    comparison {show_comparison(comparison)}"
    for check in row.checks:
        yield f"    check {check.kind}: {check.verdict}, stated {check.stated}, computed {check.computed}"
    for evidence in row.evidence:
        quote = text[evidence.start : evidence.end] if evidence.start is not None else ""
        yield f"    {evidence.field:12} {evidence.rule:34} {quote!r}"
    scores = ", ".join(f"{name} {score:.2f}" for name, score in row.field_confidence.items())
    yield f"    confidence {row.confidence:.2f} ({scores})"
