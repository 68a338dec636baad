"""A report as a table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from vnreport.records.decimals import plain
from vnreport.records.models import Comparison, Record, Report, Value

COLUMNS = (
    ("", 4),
    ("indicator", 22),
    ("value", 14),
    ("period", 12),
    ("compared", 18),
    ("scope", 12),
    ("status", 8),
    ("conf.", 5),
)
ARROWS = {"up": "↑", "down": "↓", "flat": "=", "times": "×", "ratio": "∝"}


def print_table(report: Report, records: Sequence[Record], *, console: Console | None = None) -> None:
    """Prints the records, the report's date and its warnings."""
    target = console or Console()
    title = f"{report.id or 'report'} · {report.date or 'no date'} · {len(records)} records"
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name, ratio in COLUMNS:
        table.add_column(name, justify="right" if name == "value" else "left", overflow="fold", ratio=ratio)
    for record in records:
        table.add_row(
            record.id,
            record.indicator.text,
            f"{show_value(record.value)} {record.value.unit.code}" if record.value is not None else "",
            record.period.iso if record.period is not None else "–",
            "\n".join(show_comparison(comparison) for comparison in record.comparisons),
            "; ".join(scope.text for scope in record.scope),
            record.status + "".join(" ✗" for check in record.checks if check.verdict == "inconsistent"),
            f"{record.confidence:.2f}",
        )
    target.print(table)
    for record in records:
        for check in record.checks:
            if check.verdict == "inconsistent":
                target.print(f"✗ {record.id}: {check.kind} stated {check.stated}, computed {check.computed}")
    for warning in report.warnings:
        target.print(f"warning: {warning}", markup=False)


def show_value(value: Value | None) -> str:
    """The figure with its bound: "> 68", "34 / 63", "6 – 9"; empty for none."""
    if value is None:
        return ""
    text = (
        group_digits(value.number)
        if value.number is not None
        else f"{group_digits(value.low)} – {group_digits(value.high)}"
    )
    if value.of is not None:
        text += f" / {group_digits(value.of)}"
    return text if value.bound == "=" else f"{value.bound} {text}"


def show_comparison(comparison: Comparison) -> str:
    """One comparison on a line: "↑ 1.7 % | 2023-08 (1949)"."""
    text = ARROWS[comparison.direction]
    amount = comparison.amount
    if amount is not None:
        number = (
            group_digits(amount.number)
            if amount.number is not None
            else f"{group_digits(amount.low)}–{group_digits(amount.high)}"
        )
        text += f" {number} {amount.unit.code}"
    baseline = comparison.baseline
    if baseline.period is not None:
        text += f" | {baseline.period.iso}"
    elif baseline.kind != "unstated":
        text += f" | {baseline.text or baseline.kind}"
    if comparison.baseline_value is not None:
        text += f" ({group_digits(comparison.baseline_value.number)})"
    return text


def group_digits(number: object) -> str:
    """A number with its thousands set apart, empty for None."""
    if number is None:
        return ""
    text = plain(number)  # type: ignore[arg-type]
    whole, point, rest = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("-")
    groups: list[str] = []
    while len(digits) > 3:
        groups.insert(0, digits[-3:])
        digits = digits[:-3]
    return sign + " ".join([digits, *groups]) + point + rest
