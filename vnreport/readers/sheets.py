"""Reads spreadsheets: XLSX, XLSM without macros, XLSB, XLS and ODS, one table a sheet."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from vnreport.readers.documents import Format, Location
from vnreport.readers.limits import Limits
from vnreport.readers.parts import Content, Grid, GridCell, Part, Run
from vnreport.readers.refusals import Damaged, Encrypted, MissingLibrary, Refusal, TooLarge

if TYPE_CHECKING:
    import python_calamine

_PASSWORD = "PasswordError"
_DAMAGE = frozenset(
    {"CalamineError", "XlsError", "XlsxError", "XlsbError", "OdsError", "XmlError", "ZipError", "PanicException",
     "WorkbookClosed", "WorksheetNotFound"}
)  # fmt: skip
"""Names of the library's errors; the class of its panics cannot be imported."""

_DIGITS = 10
"""Spreadsheets show up to ten digits of a figure in their General format."""


def read_sheets(source: str, data: bytes, limits: Limits, *, form: Format) -> Content:
    """All sheets that hold something, in order, each as a table; their names stand in the locations."""
    parts: list[Part] = []
    cells = 0
    with _Faults(source):
        book = _open(source, data)
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            height, width = sheet.total_height, sheet.total_width
            if height * width > limits.max_cells * 8 or width > limits.max_columns * 20:
                raise TooLarge(source, f"the sheet {name} spans {height} rows and {width} columns")
            grid = _grid(sheet, name, len(parts) + 1)
            cells += len(grid.cells)
            if cells > limits.max_cells:
                raise TooLarge(source, f"more than {limits.max_cells} cells")
            if grid.cells:
                parts.append(grid)
    return Content(form, parts)


def figure(value: float | int) -> tuple[str, Decimal]:
    """A number as a spreadsheet shows it in General format, and its value as stored."""
    exact = Decimal(repr(value))
    if value == int(value) and abs(value) < 1e15:
        return str(int(value)), Decimal(int(value))
    shown = f"{value:.{_DIGITS}g}"
    return (format(Decimal(shown), "f") if "e" in shown and abs(value) < 1e15 else shown), exact


class _Faults:
    """Turns what the library raises within its block into refusals; its panics too, which are no `Exception`."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __enter__(self) -> None:
        """Nothing to set up."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if kind is None or issubclass(kind, Refusal):
            return
        if kind.__name__ == _PASSWORD:
            raise Encrypted(self._source, "the workbook asks for a password") from error
        if kind.__name__ in _DAMAGE or issubclass(kind, OSError | ValueError):
            raise Damaged(self._source, f"the workbook is cut off or damaged ({error})") from error


def _open(source: str, data: bytes) -> python_calamine.CalamineWorkbook:
    """The workbook in `data`."""
    try:
        import python_calamine
    except ImportError as error:
        raise MissingLibrary(
            source, "reading this format needs python-calamine (pip install vnreport[readers])"
        ) from error
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))


def _grid(sheet: python_calamine.CalamineSheet, name: str, number: int) -> Grid:
    """The sheet's filled cells, from its first filled row and column on, with their merged ranges."""
    spans, covered = _merged(sheet.merged_cell_ranges or [])
    filled: list[tuple[int, int, Any]] = [
        (row, column, value)
        for row, values in enumerate(sheet.to_python(skip_empty_area=False))
        for column, value in enumerate(values)
        if (row, column) not in covered and value is not None and str(value).strip()
    ]
    if not filled:
        return Grid((), Location(sheet=name, table=number))
    top = min(row for row, _, _ in filled)
    last = max(row for row, _, _ in filled), max(column for _, column, _ in filled)
    cells = []
    for row, column, value in filled:
        text, exact = _shown(value)
        height, width = spans.get((row, column), (1, 1))
        height, width = min(height, last[0] - row + 1), min(width, last[1] - column + 1)
        cells.append(GridCell((Run(text),), row - top, column, height, width, exact))
    return Grid(tuple(cells), Location(sheet=name, table=number), first_row=top + 1)


_Place = tuple[int, int]


def _merged(ranges: list[tuple[_Place, _Place]]) -> tuple[dict[_Place, _Place], set[_Place]]:
    """Height and width of merged cells by their first place, and the places that they cover besides."""
    spans: dict[_Place, _Place] = {}
    covered: set[_Place] = set()
    for (top, left), (bottom, right) in ranges:
        if (bottom - top + 1) * (right - left + 1) > 100_000 or (top, left) in covered:
            continue
        spans[top, left] = bottom - top + 1, right - left + 1
        covered.update((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
        covered.discard((top, left))
    return spans, covered


def _shown(value: object) -> tuple[str, Decimal | None]:
    """A cell's value as its text, and as a figure where it is one; dates are shown day first."""
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, int | float):
        return figure(value)
    if isinstance(value, datetime.datetime):
        return value.strftime("%d/%m/%Y" if value.time() == datetime.time() else "%d/%m/%Y %H:%M"), None
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y"), None
    if isinstance(value, datetime.timedelta):
        return str(value), None
    return str(value), None
