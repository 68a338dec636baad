"""CSV: the flat tables as `records.csv`, `comparisons.csv`, `documents.csv`, described by `datapackage.json`.

UTF-8, comma, lines end in CR LF (RFC 4180). Text is quoted and nothing else is, so that an empty text ("") is not
nothing. Numbers are exact. A text that a spreadsheet would take for a formula has an apostrophe before it, as has one
that starts with an apostrophe, so that taking one away gives the text back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from vnreport.errors import InputError
from vnreport.writers.columns import TABLES, Cell, Column, Row
from vnreport.writers.datapackage import write_datapackage
from vnreport.writers.flatten import flatten

if TYPE_CHECKING:
    import pyarrow as pa

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"
"""What Excel, LibreOffice and Google Sheets start a formula with, and skip before it (OWASP, CSV injection)."""

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_PIECE = re.compile(r'"((?:[^"]|"")*)"|([^,"\r\n]*)')


def write(directory: Path, batches: Iterable[pa.RecordBatch]) -> None:
    """Writes the tables without a byte order mark."""
    _write(directory, batches, encoding="utf-8")


def write_with_mark(directory: Path, batches: Iterable[pa.RecordBatch]) -> None:
    """Writes the tables with a byte order mark, by which Excel knows UTF-8."""
    _write(directory, batches, encoding="utf-8-sig")


def _write(directory: Path, batches: Iterable[pa.RecordBatch], *, encoding: str) -> None:
    with ExitStack() as stack:
        files = {
            name: stack.enter_context((directory / f"{name}.csv").open("w", encoding=encoding, newline=""))
            for name in TABLES
        }
        for name, columns in TABLES.items():
            files[name].write(",".join(column.name for column in columns) + "\r\n")
        for rows in flatten(batches):
            for name, columns in TABLES.items():
                files[name].writelines(csv_line(row, columns) for row in rows[name])
    write_datapackage(directory)


def csv_line(row: Row, columns: tuple[Column, ...]) -> str:
    """The line of a row."""
    return ",".join(csv_cell(row[column.name], column) for column in columns) + "\r\n"


def csv_cell(cell: Cell, column: Column) -> str:
    """The text of a cell between two commas."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, (int, float)):
        return repr(cell)
    if column.kind == "number" and _NUMBER.fullmatch(cell):
        return cell
    return '"' + safe_text(cell).replace('"', '""') + '"'


def safe_text(text: str) -> str:
    """The text as no spreadsheet takes it for a formula; a sign alone is none."""
    formula = len(text) > 1 and text.startswith(tuple(FORMULA_STARTS))
    return f"'{text}" if formula or text.startswith("'") else text


def read_table(path: Path, name: str) -> Iterator[Row]:
    """The rows of a table as they were written; `path` is its file. Raises InputError for another header."""
    columns = TABLES[name]
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = _lines(file)
        if next(lines, None) != [column.name for column in columns]:
            raise InputError(str(path), f"not a table of {name}: its header differs")
        for line in lines:
            yield {column.name: _cell(text, column) for column, text in zip(columns, line, strict=True)}


def _lines(file: Iterable[str]) -> Iterator[list[str | None]]:
    """The cells of each line; quoted texts without their quotes, None where nothing stands."""
    held = ""
    for part in file:
        held += part
        if not part.endswith("\n") or held.count('"') % 2:
            continue
        yield [_unquoted(match) for match in _cells(held.rstrip("\r\n"))]
        held = ""


def _cells(line: str) -> Iterator[re.Match[str]]:
    """The cells of a line; there is one more of them than there are commas between them."""
    at = 0
    while match := _PIECE.match(line, at):
        yield match
        at = match.end() + 1
        if at > len(line):
            return


def _unquoted(match: re.Match[str]) -> str | None:
    quoted, bare = match.groups()
    return bare or None if quoted is None else quoted.replace('""', '"')


def _cell(text: str | None, column: Column) -> Cell:
    """The value of a cell."""
    if text is None:
        return None
    if column.kind == "integer":
        return int(text)
    if column.kind == "real":
        return float(text)
    if column.kind == "boolean":
        return text == "true"
    return text.removeprefix("'")
