"""Finds the tables that ruling lines draw on a PDF page; pdfplumber is opened for pages with such lines only."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]
    from pdfplumber.pdf import PDF

FEWEST_PATHS, MOST_PATHS = 4, 20_000
"""A page with fewer drawn paths has no table of two rows and columns; one with more is a map or a drawing."""

TOLERANCE = 2.0
"""Edges of cells that differ by less, in points, are one line."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, upwards from the page's lower left corner."""


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell: where it stands on the page, and its places in the table."""

    box: Box
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table that lines draw."""

    cells: tuple[RuledCell, ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """The index of the cell that holds a point, None outside all."""
        for index, cell in enumerate(self.cells):
            left, bottom, right, top = cell.box
            if left <= x <= right and bottom <= y <= top:
                return index
        return None


class RuledTables:
    """Finds ruled tables in one PDF file; without pdfplumber there are none."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._opened: PDF | None = None
        self._failed = False

    def find(self, page: pypdfium2.PdfPage, number: int) -> list[RuledTable]:
        """The tables of two rows and columns or more on the page with this index; none where it has no lines."""
        if self._failed or not FEWEST_PATHS <= _paths(page) <= MOST_PATHS:
            return []
        try:
            import pdfplumber
            from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException
        except ImportError:
            self._failed = True
            return []
        try:
            if self._opened is None:
                self._opened = pdfplumber.open(io.BytesIO(self._data))
            found = self._opened.pages[number]
            if found.rotation:
                return []
            floor = found.height + 2 * found.mediabox[1]
            boxes = [[_upright(cell, floor) for cell in table.cells] for table in found.find_tables()]
            found.close()
        except (PdfminerException, MalformedPDFException, ArithmeticError, LookupError, TypeError, ValueError):
            self._failed = True
            return []
        tables = [_table(cells) for cells in boxes]
        return [table for table in tables if _size(table) >= (2, 2)]

    def close(self) -> None:
        """Frees what was opened."""
        if self._opened is not None:
            self._opened.close()


def _paths(page: pypdfium2.PdfPage) -> int:
    """How many paths the page draws, counted up to one too many."""
    from pypdfium2 import raw

    count = 0
    for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        count += 1
        if count > MOST_PATHS:
            break
    return count


def _upright(cell: tuple[float, float, float, float], floor: float) -> Box:
    """A cell's box counted upwards from below, as the characters are."""
    left, top, right, bottom = cell
    return left, floor - bottom, right, floor - top


def _table(boxes: Sequence[Box]) -> RuledTable:
    """The table of the boxes: its rows and columns are their distinct edges, from the top and the left."""
    columns = _edges([edge for box in boxes for edge in (box[0], box[2])])
    rows = _edges([-edge for box in boxes for edge in (box[1], box[3])])
    cells = []
    for box in sorted(boxes, key=lambda box: (-box[3], box[0])):
        row, column = _nearest(rows, -box[3]), _nearest(columns, box[0])
        height, width = _nearest(rows, -box[1]) - row, _nearest(columns, box[2]) - column
        if height > 0 and width > 0:
            cells.append(RuledCell(box, row, column, height, width))
    return RuledTable(tuple(cells))


def _size(table: RuledTable) -> tuple[int, int]:
    """The smaller and the larger of the numbers of rows and columns that hold a cell."""
    rows, columns = len({cell.row for cell in table.cells}), len({cell.column for cell in table.cells})
    return min(rows, columns), max(rows, columns)


def _edges(edges: Sequence[float]) -> list[float]:
    """The distinct edges in order."""
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > TOLERANCE:
            kept.append(edge)
    return kept


def _nearest(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - edge))
