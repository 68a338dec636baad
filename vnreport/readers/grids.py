"""Builds grids from table rows that are given by the edges of their cells, as Word and RTF do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from vnreport.readers.documents import Location
from vnreport.readers.parts import Grid, GridCell, Run


@dataclass(frozen=True, slots=True)
class EdgedCell:
    """A cell of a row: its text, its left and right edges in any unit, and how it merges with its neighbours.

    `goes_on_left` is a cell that the one to its left covers, `goes_on_above` one that the row above covers.
    """

    runs: tuple[Run, ...]
    left: int
    right: int
    goes_on_left: bool = False
    goes_on_above: bool = False


@dataclass(slots=True)
class RowCells:
    """The cells of a row while it is read; `is_header` where the format repeats it on each page."""

    cells: list[EdgedCell] = field(default_factory=list)
    is_header: bool = False


TOLERANCE = 20
"""Edges that differ by less are the same column; Word's drawn tables are off by up to a point (20 twips)."""


def build_grid(rows: Sequence[RowCells], location: Location) -> Grid:
    """The grid of the rows: columns are the distinct edges of all cells, a cell spans those between its own."""
    edges = _columns({edge for row in rows for cell in row.cells for edge in (cell.left, cell.right)})
    cells: list[GridCell] = []
    owners: dict[int, int] = {}
    for number, row in enumerate(rows):
        below: dict[int, int] = {}
        for cell in row.cells:
            left = _nearest(edges, cell.left)
            right = max(left + 1, _nearest(edges, cell.right))
            owner = owners.get(left) if cell.goes_on_above else None
            if cell.goes_on_left and cells and cells[-1].row == number:
                cells[-1] = _widened(cells[-1], right, cell.runs)
            elif owner is not None:
                cells[owner] = _deepened(cells[owner], number, cell.runs)
                below[left] = owner
            else:
                below[left] = len(cells)
                cells.append(GridCell(cell.runs, number, left, 1, right - left, is_header=row.is_header))
        owners = below
    return Grid(tuple(_separated(cells)), location)


def _columns(edges: set[int]) -> list[int]:
    """The edges in order, of those that nearly coincide the first."""
    kept: list[int] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > TOLERANCE:
            kept.append(edge)
    return kept


def _nearest(edges: list[int], edge: int) -> int:
    """The index of the column edge that stands for `edge`."""
    index = bisect_left(edges, edge)
    if index == len(edges) or (edges[index] != edge and index):
        index -= 1
    return index


def _widened(cell: GridCell, right: int, runs: tuple[Run, ...]) -> GridCell:
    return GridCell(
        cell.runs + runs, cell.row, cell.column, cell.row_span, max(cell.column_span, right - cell.column),
        is_header=cell.is_header,
    )  # fmt: skip


def _deepened(cell: GridCell, row: int, runs: tuple[Run, ...]) -> GridCell:
    return GridCell(
        cell.runs + runs, cell.row, cell.column, row - cell.row + 1, cell.column_span, is_header=cell.is_header
    )


def _separated(cells: Sequence[GridCell]) -> list[GridCell]:
    """The cells, each cut back to what no earlier one covers; a cell wholly covered keeps one place further right."""
    taken: set[tuple[int, int]] = set()
    kept: list[GridCell] = []
    for cell in cells:
        column = cell.column
        while (cell.row, column) in taken:
            column += 1
        span = 1
        while span < cell.column_span and (cell.row, column + span) not in taken:
            span += 1
        taken.update(
            (row, place) for row in range(cell.row, cell.row + cell.row_span) for place in range(column, column + span)
        )
        kept.append(GridCell(cell.runs, cell.row, column, cell.row_span, span, cell.value, cell.is_header))
    return kept
