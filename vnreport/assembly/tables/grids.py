"""The table model: what readers and the finder of tables in text give to the table grammar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from vnreport.values import value

Span = tuple[int, int]


@value(frozen=True, slots=True)
class TableCell:
    """A cell: `text` stands at `[start, end)` of the document's text; `value` is the figure of a typed cell.

    A merged cell is the same object wherever it spans.
    """

    text: str
    start: int
    end: int
    value: Decimal | None = None


LONGEST_DATA = 60
"""Longer cells are prose."""

TableRow = tuple[TableCell | None, ...]


@value(frozen=True, slots=True)
class TableGrid:
    """A table as rows of the same width, None where there is no cell.

    `header` are the rows that name the columns, `body` those below. `captions` are the lines above that say what the
    table is about, nearest first; `titles` those of the document and of earlier tables; `group` a heading between the
    header and the rows, None without one. `taken` are its stretches of the text: nothing else reads them.
    """

    header: tuple[TableRow, ...]
    body: tuple[TableRow, ...]
    captions: tuple[Span, ...] = ()
    titles: tuple[Span, ...] = ()
    group: Span | None = None
    taken: tuple[Span, ...] = ()

    def data_rows(self) -> list[Span]:
        """The stretches of rows that hold short cells side by side: data, which nothing should read as prose."""
        found: list[Span] = []
        for row in self.body:
            cells = [cell for cell in row if cell is not None and cell.text]
            if len(cells) > 1 and all(len(cell.text) <= LONGEST_DATA and cell.text[-1] != "." for cell in cells):
                found.append((min(cell.start for cell in cells), max(cell.end for cell in cells)))
        return found

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.body[0]) if self.body else 0


def moved(grid: TableGrid, text: str, place: Callable[[int, int], Span]) -> TableGrid:
    """The grid with its offsets as `place` maps them and the texts that stand there in `text`."""
    made: dict[int, TableCell] = {}

    def move(cell: TableCell | None) -> TableCell | None:
        if cell is None:
            return None
        if id(cell) not in made:
            start, end = place(cell.start, cell.end)
            made[id(cell)] = replace(cell, text=text[start:end], start=start, end=end)
        return made[id(cell)]

    def spans(given: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(place(*span) for span in given)

    return TableGrid(
        header=tuple(tuple(map(move, row)) for row in grid.header),
        body=tuple(tuple(map(move, row)) for row in grid.body),
        captions=spans(grid.captions),
        titles=spans(grid.titles),
        group=None if grid.group is None else place(*grid.group),
        taken=spans(grid.taken),
    )
