"""Lays out the characters of a PDF page as lines and tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from vnreport.readers.documents import Location
from vnreport.readers.parts import Grid, GridCell, Paragraph, Part, Run
from vnreport.readers.pdf_tables import Box, RuledTable
from vnreport.text.legacy import restore_hyphens
from vnreport.text.legacy_tables import FontEncoding

_Typed = tuple[str, FontEncoding | None]


class PageLayout:
    """Takes the characters of a page in the order of the file; those within a ruled table go to its cells.

    A table stands where its first character comes.
    """

    def __init__(self, page: int, tables: Sequence[RuledTable], before: int) -> None:
        """A layout of page `page`, counted from 1, behind `before` tables of earlier pages."""
        self._page = page
        self._tables = tables
        self._before = before
        self._parts: list[Part | int] = []
        self._line: list[_Typed] = []
        self._lines = 0
        self._cells: list[dict[int, list[_Typed]]] = [{} for _ in tables]
        self._place: tuple[int, int] | None = None

    @property
    def has_tables(self) -> bool:
        """Whether the places of characters are wanted."""
        return bool(self._tables)

    def add(self, char: str, encoding: FontEncoding | None, box: Box | None) -> None:
        """Takes the next character; `box` is where it stands, None for white space, which goes with the last one."""
        if box is not None:
            self._move((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        if self._place is not None:
            table, cell = self._place
            self._cells[table].setdefault(cell, []).append((" " if char in "\r\n" else char, encoding))
        elif char in "\r\n":
            self._end_line()
        else:
            self._line.append((char, encoding))

    def parts(self) -> list[Part]:
        """The lines and tables of the page, in order."""
        self._end_line()
        return [self._grid(part) if isinstance(part, int) else part for part in self._parts]

    def _move(self, x: float, y: float) -> None:
        """Goes on in the cell at a point, or in a line."""
        self._place = None
        for number, table in enumerate(self._tables):
            cell = table.cell_at(x, y)
            if cell is None:
                continue
            self._place = number, cell
            if not self._cells[number]:
                self._end_line()
                self._parts.append(number)
            return

    def _end_line(self) -> None:
        if not self._line:
            return
        self._lines += 1
        self._parts.append(Paragraph(_runs(self._line), Location(page=self._page, paragraph=self._lines)))
        self._line = []

    def _grid(self, number: int) -> Grid:
        """The table with its texts."""
        cells = tuple(
            GridCell(
                _runs(self._cells[number].get(index, ())), *(cell.row, cell.column, cell.row_span, cell.column_span)
            )
            for index, cell in enumerate(self._tables[number].cells)
        )
        place = [part for part in self._parts if isinstance(part, int)].index(number)
        return Grid(cells, Location(page=self._page, table=self._before + place + 1))


def _runs(chars: Sequence[_Typed]) -> tuple[Run, ...]:
    """The characters as runs of one encoding."""
    runs = []
    for encoding, group in groupby(chars, key=lambda typed: typed[1]):
        text = "".join(char for char, _ in group)
        is_tcvn3 = encoding in ("tcvn3", "tcvn3-capitals")
        runs.append(Run(restore_hyphens(text) if is_tcvn3 else text, encoding))
    return tuple(runs)
