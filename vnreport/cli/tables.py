"""Commands about the tables that a run leaves: query, series."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnreport.errors import VnreportError

if TYPE_CHECKING:
    from vnreport.queries.series import Point


class RowFormat(str, Enum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


_FORMAT = typer.Option(help="Default: a table in a terminal, CSV when piped.")
_FOLDER = typer.Argument(
    help="The folder of a run with jsonl, csv or parquet tables; or a file of reports, one a line."
)


def query(
    folder: Annotated[Path, _FOLDER],
    sql: Annotated[str, typer.Argument(help="SQL over the tables documents, records and comparisons.")],
    format: Annotated[RowFormat | None, _FORMAT] = None,  # noqa: A002
) -> None:
    """Print what an SQL query finds in the tables of a run."""
    from vnreport.queries.database import open_tables, run_query

    try:
        with open_tables(folder) as connection:
            columns, rows = run_query(connection, sql)
            _print_rows(columns, rows, format)
    except VnreportError as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error


def series(
    folder: Annotated[Path, _FOLDER],
    indicator: Annotated[str, typer.Option(help="Name of the indicator; part of it where none has that name.")],
    area: Annotated[str, typer.Option(help="Only figures whose scope has this in it.")] = "",
    unit: Annotated[str, typer.Option(help="Only figures in this unit, as VND.")] = "",
    changes: Annotated[bool, typer.Option("--changes", help="Growth rates, changes and ratios, not values.")] = False,
    format: Annotated[RowFormat | None, _FORMAT] = None,  # noqa: A002
) -> None:
    """Print the time series of an indicator over all reports, with revisions."""
    from vnreport.queries.series import read_series
    from vnreport.view.rows import print_series

    try:
        points = read_series(folder, indicator=indicator, area=area, unit=unit, changes=changes)
    except VnreportError as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error
    if not points:
        typer.echo(f"vnreport: {folder}: no figures of {indicator}", err=True)
        raise typer.Exit(1)
    if _form(format) is RowFormat.table:
        print_series(points)
        return
    _print_rows(*_point_rows(points), format)


def _point_rows(points: Sequence[Point]) -> tuple[list[str], Iterator[tuple[object, ...]]]:
    """The columns and rows of figures."""
    names = list(type(points[0]).__dataclass_fields__)
    return names, (tuple(getattr(point, name) for name in names) for point in points)


def _form(form: RowFormat | None) -> RowFormat:
    """The format asked for, or the one that suits where the output goes."""
    return form or (RowFormat.table if sys.stdout.isatty() else RowFormat.csv)


def _print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], form: RowFormat | None) -> None:
    """Prints rows as they come; a table shows the first of many."""
    from vnreport.view.rows import csv_lines, json_lines, print_rows

    chosen = _form(form)
    if chosen is RowFormat.table:
        print_rows(columns, rows)
        return
    for line in (csv_lines if chosen is RowFormat.csv else json_lines)(columns, rows):
        typer.echo(line)
