"""Parquet: `reports` holds the output JSON as nested columns, `records`, `comparisons` and `documents` the flat tables.

Numbers are decimal128(38, 9). One that does not fit is null there, and stands in the text column `unfit` of its row, a
JSON object of the number's column (or path) and its decimal string; so nothing is rounded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnreport.records.decimals import plain
from vnreport.writers.columns import TABLES, Column, Kind, Row
from vnreport.writers.flatten import FlatRows, flatten
from vnreport.writers.numbers import PRECISION, SCALE, fixed_decimal

if TYPE_CHECKING:
    import pyarrow as pa

REPORTS = "reports"
UNFIT = "unfit"

_GROUP_ROWS = 20_000


def write(directory: Path, batches: Iterable[pa.RecordBatch]) -> None:
    """Writes the four files."""
    from vnreport.writers.nested import NestedWriter

    with NestedWriter(directory / f"{REPORTS}.parquet") as reports:
        write_flat(directory, flatten(reports.passing(batches)))


def write_flat(directory: Path, flat: Iterable[FlatRows]) -> None:
    """Writes the flat tables alone, from their rows."""
    from vnreport.writers.row_groups import GroupedFile

    with ExitStack() as stack:
        files = {
            name: stack.enter_context(
                GroupedFile(directory / f"{name}.parquet", flat_schema(columns), rows=_GROUP_ROWS)
            )
            for name, columns in TABLES.items()
        }
        for rows in flat:
            for name, columns in TABLES.items():
                files[name].add(flat_table(rows[name], columns))


def flat_schema(columns: tuple[Column, ...]) -> pa.Schema:
    """The Arrow schema of a flat table: its columns, and `unfit`."""
    import pyarrow as pa

    types: dict[Kind, pa.DataType] = {
        "text": pa.string(),
        "day": pa.date32(),
        "number": pa.decimal128(PRECISION, SCALE),
        "integer": pa.int64(),
        "real": pa.float64(),
        "boolean": pa.bool_(),
    }
    fields = [pa.field(column.name, types[column.kind], nullable=not column.required) for column in columns]
    return pa.schema([*fields, pa.field(UNFIT, pa.string())])


def flat_table(rows: list[Row], columns: tuple[Column, ...]) -> pa.Table:
    """Rows of a flat table as an Arrow table."""
    import pyarrow as pa

    return pa.Table.from_pylist([_typed(row, columns) for row in rows], schema=flat_schema(columns))


def _typed(row: Row, columns: tuple[Column, ...]) -> dict[str, Any]:
    """A row with dates and decimals, and what of it does not fit."""
    typed: dict[str, Any] = dict(row)
    unfit = {}
    for column in columns:
        cell = row[column.name]
        if cell is None or column.kind not in ("day", "number"):
            continue
        convert = fixed_decimal if column.kind == "number" else _fixed_day
        typed[column.name] = convert(str(cell))
        if typed[column.name] is None:
            unfit[column.name] = cell
    typed[UNFIT] = json.dumps(unfit) if unfit else None
    return typed


def _fixed_day(text: str) -> date | None:
    """The day, None where the calendar has no such."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def read_flat(path: Path, name: str) -> Iterator[Row]:
    """The rows of a flat table as they were written; `path` is its file."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches():
            for row in batch.to_pylist():
                yield _plain(row, TABLES[name])


def _plain(row: dict[str, Any], columns: tuple[Column, ...]) -> Row:
    """The row as it went in."""
    unfit = row.pop(UNFIT)
    cells: Row = dict(row)
    for column in columns:
        cell = row[column.name]
        if cell is not None and column.kind == "number":
            cells[column.name] = plain(cell)
        elif cell is not None and column.kind == "day":
            cells[column.name] = cell.isoformat()
    return {**cells, **(json.loads(unfit) if unfit else {})}
