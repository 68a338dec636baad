"""Rows of a query and time series, as tables for the terminal or as lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby, islice
from typing import Protocol

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from vnreport.records.decimals import plain
from vnreport.view.table import group_digits

SHOWN = 200
"""More rows than this are for a file, not for a terminal."""

_WHOLE = ("period", "value", "dated")


class SeriesPoint(Protocol):
    """What is shown of a figure of a series."""

    @property
    def series(self) -> tuple[str, str, str, str, str]: ...
    @property
    def indicator(self) -> str: ...
    @property
    def scope(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def measure(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def period(self) -> str | None: ...
    @property
    def value(self) -> Decimal | None: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def bound(self) -> str | None: ...
    @property
    def status(self) -> str: ...
    @property
    def change(self) -> str: ...
    @property
    def previous(self) -> Decimal | None: ...
    @property
    def document_id(self) -> str | None: ...
    @property
    def document_date(self) -> date | None: ...
    @property
    def record(self) -> str: ...


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], *, console: Console | None = None) -> None:
    """Prints the first rows as a table, and whether there are more."""
    target = console or Console()
    remaining = iter(rows)
    shown = list(islice(remaining, SHOWN))
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for at, name in enumerate(columns):
        numbers = all(isinstance(row[at], (int, float, Decimal, type(None))) for row in shown)
        table.add_column(Text(name), justify="right" if numbers and shown else "left", no_wrap=numbers, overflow="fold")
    for row in shown:
        table.add_row(*(Text(_cell(value)) for value in row))
    target.print(table)
    if next(remaining, None) is not None:
        target.print(f"the first {SHOWN} rows; all of them with --format csv")


def print_series(points: Iterable[SeriesPoint], *, console: Console | None = None) -> None:
    """Prints a table for each series; a figure of a later document that differs shows the one it replaces."""
    target = console or Console()
    for _, group in groupby(points, key=lambda point: point.series):
        some = list(group)
        first = some[0]
        names = (
            first.indicator,
            first.scope,
            first.unit,
            "" if first.measure == "level" else first.measure,
            first.kind,
        )
        title = Text(" · ".join(name for name in names if name))
        table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
        for name in ("period", "value", "status", "revision", "dated", "document"):
            table.add_column(
                name, justify="right" if name == "value" else "left", no_wrap=name in _WHOLE, overflow="fold"
            )
        before: str | None = None
        for point in some:
            period = point.period or "–"
            table.add_row(
                Text("" if point.change and period == before else period),
                _figure(point),
                point.status,
                _revision(point),
                str(point.document_date or "–"),
                Text(f"{point.document_id or '–'} {point.record}"),
            )
            before = period
        target.print(table)


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A header and rows as lines of CSV, without their ends."""
    yield _csv_line(columns)
    for row in rows:
        yield _csv_line([_cell(value) for value in row])


def json_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Rows as JSON objects; decimals and dates as strings."""
    for row in rows:
        yield json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=_cell)


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def _cell(value: object) -> str:
    """A value as text: numbers plain, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _figure(point: SeriesPoint) -> str:
    """The figure of a point with its bound, its thousands set apart."""
    text = (
        group_digits(point.value)
        if point.value is not None
        else f"{group_digits(point.low)} – {group_digits(point.high)}"
    )
    return text if point.bound in ("=", None) else f"{point.bound} {text}"


def _revision(point: SeriesPoint) -> str:
    """What a figure is to the one before it, and by how much it differs."""
    if point.change not in ("revised", "differs") or point.value is None or point.previous is None:
        return point.change
    difference = point.value - point.previous
    sign = "+" if difference > 0 else "-"
    return f"{point.change} {sign}{group_digits(abs(difference))}"
