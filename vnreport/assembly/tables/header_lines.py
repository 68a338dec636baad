"""Finds the header of a table printed as lines: one line of cells, or one line a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vnreport.assembly.tables.grids import Span, TableCell, TableRow
from vnreport.assembly.tables.reading import TableReader

LONGEST_HEAD = 70
"""Longer lines head no single column; the longest of the corpus has 41 characters."""

FEWEST_COLUMN_LINES = 3
"""So many figures a row are needed before lines one below the other are taken for its header."""

MOST_GROUP_LINES = 2
"""So many lines may stand between a header and the rows: "1. Thư viện", a unit."""

_SEPARATORS = (r"\s*\t\s*", r"\s*\|\s*", r"\s*;\s*", r"\s+/\s+", r"\s+[-–]\s+", r"\s{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"[-+]?\d[\d.,]*%?")
_PAREN = re.compile(r"\s*\([^()]*\)")
_MOST_BEFORE = 3
"""Cells before the figures: number, label, unit."""


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a header; `first` is the index of its first line, `taken` its stretches of the text.

    The last `count` places of each row are the columns of figures. `has_units` says that a column of units stands
    before them.
    """

    first: int
    count: int
    rows: tuple[TableRow, ...]
    taken: tuple[Span, ...]
    has_units: bool = False


class HeaderFinder:
    """Finds headers with the words of tables and the grammar of periods."""

    def __init__(self, reader: TableReader) -> None:
        self._words = reader.words
        self._periods = reader.periods

    def above(self, text: str, lines: Sequence[Span], first: int, floor: int, count: int) -> Header | None:
        """The header of `count` columns in the lines above line `first` and below line `floor`, or None."""
        if first - 1 <= floor:
            return None
        for place in range(first - 1, max(floor, first - 1 - MOST_GROUP_LINES), -1):
            cells = self._cells(text, *lines[place], count, nearest=place == first - 1)
            if cells is not None:
                return self._header(text, place, lines[place], cells, count)
        return self._by_lines(text, lines, first, floor, count)

    def _header(self, text: str, place: int, line: Span, cells: list[TableCell], count: int) -> Header:
        """The header of one line; what stands before a colon in it is above all columns."""
        figures, before = cells[-count:], cells[:-count]
        has_units = any(self._words.is_only("unit_column", cell.text) for cell in before[1:])
        colon = figures[0].text.find(":")
        if colon > 0 and not before:
            top = TableCell(figures[0].text[: colon + 1], figures[0].start, figures[0].start + colon + 1)
            start = top.end
            while text[start] == " ":
                start += 1
            figures[0] = TableCell(text[start : figures[0].end], start, figures[0].end)
            rows: tuple[TableRow, ...] = ((None, *[top] * count), (None, *figures))
            return Header(place, count, rows, (line,))
        return Header(place, count, ((*before, *figures),), (line,), has_units=has_units)

    def _cells(self, text: str, start: int, end: int, count: int, *, nearest: bool) -> list[TableCell] | None:
        """The cells of a header line: between separators, else split before the words that open columns.

        A line that is not the nearest above the rows needs separators.
        """
        line = text[start:end].strip()
        if line.endswith(".") or self._words.opens("unit_line", line.lstrip("( ")) and ":" in line:
            return None
        for separator in _SEPARATORS:
            cells = _split(text, start, end, separator)
            if max(2, count) <= len(cells) <= count + _MOST_BEFORE:
                return None if _is_row(cells[-count:]) else cells
        if not nearest or count < 2:
            return None
        cells = self._by_words(text, start, end)
        return cells if count < len(cells) <= count + _MOST_BEFORE else None

    def _by_words(self, text: str, start: int, end: int) -> list[TableCell]:
        """The cells of a line without separators ("Chỉ tiêu ĐVT Quý I/2017 Quý I/2018 So sánh (%)")."""
        line = text[start:end]
        brackets = [found.span() for found in _PAREN.finditer(line)]
        openers: list[Span] = []
        for role in ("versus", "change", "share", "contribution", "target", "estimate", "actual"):
            openers += self._words.find_all(role, line)
        times = self._times(line)
        times += [found.span() for found in _YEAR.finditer(line)]
        columns = self._words.find_all("unit_column", line)
        places: list[int] = []
        reach, joins = -1, False
        for first, last in sorted([*openers, *times, *columns]):
            if first < reach or any(begin <= first < end for begin, end in brackets):
                continue
            adjoins = joins and (first, last) in times and not line[reach:first].strip(" .")
            if not adjoins:
                places.append(first)
            joins = (first, last) in openers
            reach = last
        cells = []
        for first, last in zip([0, *places], [*places, len(line)], strict=True):
            piece = line[first:last].strip()
            if piece:
                lead = first + len(line[first:last]) - len(line[first:last].lstrip())
                cells.append(TableCell(piece, start + lead, start + lead + len(piece)))
        return cells

    def _times(self, line: str) -> list[Span]:
        """The periods said in a line, each looked for behind the one before: headers set them side by side."""
        found: list[Span] = []
        place = 0
        while mentions := self._periods.find(line, place):
            found.append((mentions[0].start, mentions[0].end))
            place = mentions[0].end
        return found

    def _by_lines(self, text: str, lines: Sequence[Span], first: int, floor: int, count: int) -> Header | None:
        """A header of `count` columns and a label, one line each, right above the rows."""
        top = first - count - 1
        if count < FEWEST_COLUMN_LINES or top <= floor:
            return None
        cells = []
        for place in range(top, first):
            start, end = lines[place]
            line = text[start:end].strip()
            broken = text.count("\n", lines[place][1], lines[place + 1][0]) > 1
            if len(line) > LONGEST_HEAD or line.endswith((".", ":", ";", ",")) or broken:
                return None
            cells.append(TableCell(line, start + len(text[start:end]) - len(text[start:end].lstrip()), end))
        return Header(top, count, (tuple(cells),), tuple(lines[top:first]))


def _is_row(cells: Sequence[TableCell]) -> bool:
    """Whether the cells hold figures that are no years."""
    return all(_FIGURE.fullmatch(cell.text) and not _YEAR.fullmatch(cell.text) for cell in cells)


def _split(text: str, start: int, end: int, separator: str) -> list[TableCell]:
    """The cells of a line between separators, none of them within brackets."""
    line = text[start:end]
    brackets = [found.span() for found in _PAREN.finditer(line)]
    cells: list[TableCell] = []
    place = 0
    for found in [*re.finditer(separator, line), None]:
        if found is not None and any(first < found.end() and found.start() < last for first, last in brackets):
            continue
        stop = len(line) if found is None else found.start()
        piece = line[place:stop].strip()
        if piece:
            lead = place + len(line[place:stop]) - len(line[place:stop].lstrip())
            cells.append(TableCell(piece, start + lead, start + lead + len(piece)))
        place = stop if found is None else found.end()
    return cells
