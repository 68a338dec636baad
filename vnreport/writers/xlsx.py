"""XLSX: `tables.xlsx` with a sheet for each flat table, typed cells, a frozen header and filters.

A cell number holds 15 digits; a figure with more is kept as text, exact. Days before March 1900, which spreadsheet
programs disagree on, are text too. A sheet that is full goes on in another ("records 2"). A text over 32,767
characters, the most that a cell holds, ends in "…".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnreport.writers.columns import TABLES, Cell, Column, Kind, Row
from vnreport.writers.flatten import flatten
from vnreport.writers.numbers import fixed_decimal

if TYPE_CHECKING:
    import pyarrow as pa

REQUIRES = ("xlsxwriter",)
WORKBOOK = "tables.xlsx"
SHEET_ROWS = 1_048_576
CELL_CHARACTERS = 32_767
EXACT_DIGITS = 15
ORDER = ("records", "comparisons", "documents")

_FIRST_DAY = "1900-03-01"
_MADE = datetime(2000, 1, 1)
"""The workbook's date of making, always the same so that its bytes are."""

_WIDTHS: dict[Kind, int] = {"text": 16, "day": 11, "number": 20, "integer": 10, "real": 10, "boolean": 8}
_WIDE = {"indicator": 44, "indicator_text": 44, "scope": 28, "source": 36, "title": 44, "reason": 40, "text": 28}


def write(directory: Path, batches: Iterable[pa.RecordBatch]) -> None:
    """Writes the workbook."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(directory / WORKBOOK), {**options, "use_zip64": True}) as book:
        book.set_properties({"title": "Indicator records", "created": _MADE})
        formats = Formats(book)
        sheets = {name: SheetWriter(book, name, formats) for name in ORDER}
        for rows in flatten(batches):
            for name, sheet in sheets.items():
                for row in rows[name]:
                    sheet.add(row)
        for sheet in sheets.values():
            sheet.finish()


class Formats:
    """The cell formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        """The formats of `book`."""
        self._book = book
        self._made: dict[str, Any] = {}
        self.header = book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1})
        self.right = book.add_format({"align": "right"})

    def of(self, pattern: str) -> Any:
        """The format that shows numbers by a pattern."""
        if pattern not in self._made:
            self._made[pattern] = self._book.add_format({"num_format": pattern})
        return self._made[pattern]


class SheetWriter:
    """Writes the rows of one table, row by row, onto as many sheets as it takes."""

    def __init__(self, book: Any, name: str, formats: Formats, *, rows: int = SHEET_ROWS) -> None:
        """The first sheet, with its header; `rows` are the most that a sheet holds."""
        self._book, self._name, self._formats, self._most = book, name, formats, rows
        self._columns = TABLES[name]
        self._sheets = 0
        self._begin()

    def add(self, row: Row) -> None:
        """Adds a row."""
        if self._row == self._most:
            self.finish()
            self._begin()
        for at, column in enumerate(self._columns):
            self._write(at, row[column.name], column)
        self._row += 1

    def finish(self) -> None:
        """Sets the filter over the rows of the sheet."""
        self._sheet.autofilter(0, 0, max(self._row - 1, 1), len(self._columns) - 1)

    def _begin(self) -> None:
        """A sheet with its header."""
        self._sheets += 1
        self._sheet = self._book.add_worksheet(self._name if self._sheets == 1 else f"{self._name} {self._sheets}")
        self._sheet.freeze_panes(1, 0)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{SHEET_ROWS}"})
        for at, column in enumerate(self._columns):
            self._sheet.set_column(at, at, _WIDE.get(column.name, max(_WIDTHS[column.kind], len(column.name) + 3)))
            self._sheet.write_string(0, at, column.name, self._formats.header)
        self._row = 1

    def _write(self, at: int, cell: Cell, column: Column) -> None:
        """Writes a cell by the kind of its column."""
        if cell is None:
            return
        if isinstance(cell, bool):
            self._sheet.write_boolean(self._row, at, cell)
        elif isinstance(cell, (int, float)):
            self._sheet.write_number(self._row, at, cell)
        elif column.kind == "number":
            self._write_number(at, cell)
        elif column.kind == "day" and (day := _day(cell)) is not None:
            self._sheet.write_datetime(self._row, at, day, self._formats.of("yyyy-mm-dd"))
        else:
            self._sheet.write_string(self._row, at, _cell_text(cell))

    def _write_number(self, at: int, text: str) -> None:
        """Writes a figure as a number where a cell holds it exactly, as text otherwise."""
        number = fixed_decimal(text)
        digits = text.lstrip("-").replace(".", "").strip("0")
        if number is None or len(digits) > EXACT_DIGITS:
            self._sheet.write_string(self._row, at, text, self._formats.right)
            return
        pattern = "#,##0" + number_places(number)
        self._sheet.write_number(self._row, at, number, self._formats.of(pattern))


def number_places(number: Decimal) -> str:
    """The part of a number pattern after the digits before the point: as many places as the number has."""
    places = -int(number.as_tuple().exponent)
    return "." + "0" * places if places > 0 else ""


def _day(text: str) -> datetime | None:
    """The day for a date cell, None for what is to stay text."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day) if text >= _FIRST_DAY else None


def _cell_text(text: str) -> str:
    """The text as far as a cell holds it; a cell counts UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * CELL_CHARACTERS:
        return text
    return units[: 2 * CELL_CHARACTERS - 2].decode("utf-16-le", "ignore") + "…"
