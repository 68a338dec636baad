"""Finds tables that a text prints as lines: rows of figures, their headers and the lines above them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vnreport.assembly.tables.grids import Span, TableCell, TableGrid, TableRow
from vnreport.assembly.tables.header_lines import Header, HeaderFinder
from vnreport.assembly.tables.lines import RowLine, read_row, split_label, trimmed
from vnreport.assembly.tables.list_lines import ListReader
from vnreport.assembly.tables.reading import TableReader
from vnreport.grammar.digits import read_digits

FEWEST_ROWS = 2
MOST_TITLES = 8
"""So many captions of the tables above may give what a table leaves out."""

OPENING_LINES = 3
"""So many lines at the top of a document, above its first table, are its title."""
MOST_CAPTION_LINES = 5
LONGEST_CAPTION = 200
LISTED, INHERITED = -1, -2
"""Places of headers that no line holds: one that a caption lists, one of the table before."""

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DECIMAL = re.compile(r"\d,\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PHONE = re.compile(r"0\d{2,}")
_FIGURE_WITHIN = re.compile(r"\d[.,]\d")
_DASHES = frozenset("-–")


@dataclass(slots=True)
class Run:
    """Rows one below the other: the indices of their lines, and how many figures each has."""

    first: int
    last: int
    rows: list[RowLine]
    count: int


class TableFinder:
    """Finds the tables of a text with the reader's words, units and captions."""

    def __init__(self, reader: TableReader) -> None:
        self._reader = reader
        self._headers = HeaderFinder(reader)
        self._lists = ListReader(reader)

    def find(self, text: str, *, taken: Sequence[Span] = ()) -> list[TableGrid]:
        """The tables in the lines of `text` that no span of `taken` covers, in order; `taken` is sorted."""
        lines = [found.span() for found in _LINE.finditer(text)]
        lists = {
            place: found for place, line in enumerate(lines) if (found := self._lists.read(text, line)) is not None
        }
        rows = [
            None if place in lists or _is_taken(line, taken) else _row(text, line) for place, line in enumerate(lines)
        ]
        runs = self._runs(text, lines, rows)
        grids: list[TableGrid] = []
        before: Header | None = None
        above = -1
        titles: list[Span] = []
        opening: Sequence[Span] = ()
        for run in runs:
            head = self._headers.above(text, lines, run.first, above, run.count)
            top = head.first if head is not None else run.first
            captions = self._captions(text, lines, top, above)
            between = head is not None and head.first + len(head.taken) < run.first
            group = lines[run.first - 1] if between else None
            if head is None:
                head = self._inherited(text, captions, before, run.count)
                if (
                    head is not None
                    and head.first == INHERITED
                    and not self._reader.captions.is_numbered(text, captions[0])
                ):
                    group, captions = captions[0], captions[1:]
            if not self._is_table(text, run, captions, titles):
                continue
            grid = self._grid(text, lines, run, head)
            opening = lines[: min(OPENING_LINES, top)] if not grids else opening
            grids.append(replace(grid, captions=tuple(captions), titles=(*titles, *opening), group=group))
            titles = [*captions, *titles][:MOST_TITLES]
            before, above = head, run.last
        for place, listed in lists.items():
            if not _is_taken(lines[place], taken):
                top = next((run.first for run in runs if run.count == 1 and run.last == place - 1), place)
                heads = self._captions(text, lines, top, _before(top, runs))
                grids.append(replace(listed, captions=(*listed.captions, *heads), titles=(*titles, *opening)))
        return sorted(grids, key=lambda grid: grid.taken[0])

    def _runs(self, text: str, lines: Sequence[Span], rows: Sequence[RowLine | None]) -> list[Run]:
        """The runs of rows with the same number of figures."""
        runs: list[Run] = []
        place = 0
        while place < len(rows):
            if rows[place] is None:
                place += 1
                continue
            stop = place
            while stop < len(rows) and rows[stop] is not None:
                if stop > place and text.count("\n", lines[stop - 1][1], lines[stop][0]) > 1:
                    break
                stop += 1
            runs += self._split(text, lines, place, [row for row in rows[place:stop] if row is not None])
            place = stop
        return runs

    def _split(self, text: str, lines: Sequence[Span], first: int, rows: list[RowLine]) -> list[Run]:
        """Runs of equal width: the header or most rows tell it, longer ones give their first cells to the label."""
        runs: list[Run] = []
        place = 0
        while place < len(rows):
            count = self._width(text, lines, first + place, [len(row.cells) for row in rows[place:]])
            stop = place
            while stop < len(rows) and (len(rows[stop].cells) >= count or _is_short(rows, stop, count)):
                stop += 1
            if stop == place:
                count = len(rows[place].cells)
                stop = place + 1
            kept = [trimmed(row, text, count) for row in rows[place:stop]]
            runs.append(Run(first + place, first + stop - 1, kept, count))
            place = stop
        return runs

    def _width(self, text: str, lines: Sequence[Span], first: int, counts: Sequence[int]) -> int:
        """The number of figures that the header above asks for where rows differ, else that of most rows."""
        for count in range(2, max(counts) + 1) if len(set(counts)) > 1 else ():
            head = self._headers.above(text, lines, first, -1, count)
            if head is not None and len(head.rows[-1]) - head.has_units == count + 1:
                return count
        return _width(counts)

    def _captions(self, text: str, lines: Sequence[Span], top: int, above: int) -> list[Span]:
        """The lines above a table that may say what it is about, nearest first, down to the table or prose before."""
        found: list[Span] = []
        for place in range(top - 1, max(above, top - 1 - MOST_CAPTION_LINES), -1):
            start, end = lines[place]
            line = text[start:end].strip()
            if len(line) > LONGEST_CAPTION or line.endswith(".") or self._is_remark(line):
                break
            if _DECIMAL.search(line):
                continue
            found.append((start + len(text[start:end]) - len(text[start:end].lstrip()), end))
        return found

    def _has_own_form(self, text: str, caption: Span) -> bool:
        """Whether a numbered caption tells units of its own and does not say that the columns are those above."""
        captions, words = self._reader.captions, self._reader.words
        if words.find("same_layout", text, *caption) is not None or not captions.is_numbered(text, caption):
            return False
        return captions.tells_unit(text, [caption])

    def _is_remark(self, line: str) -> bool:
        """Whether a line remarks on the table before; one that also tells the unit belongs to this one."""
        words = self._reader.words
        return words.opens("remark", line) > 0 and words.find("unit_line", line) is None

    def _inherited(self, text: str, captions: Sequence[Span], before: Header | None, count: int) -> Header | None:
        """The header that a caption lists, or that of the table before where it has as many columns."""
        listed = self._reader.captions.columns(text, captions, count) if count > 1 else None
        if listed is not None:
            return Header(LISTED, count, ((None, *listed),), ())
        if before is None or not captions or before.count < count or count < 2 or self._has_own_form(text, captions[0]):
            return None
        rows = tuple(row[: len(row) - before.count + count] for row in before.rows)
        return Header(INHERITED, count, rows, (), has_units=before.has_units)

    def _is_table(self, text: str, run: Run, captions: Sequence[Span], titles: Sequence[Span]) -> bool:
        """Whether a run is a table: two figures a row, or one where its rows, a caption or a table above tell units."""
        if run.count > 1:
            return sum(len(row.cells) == run.count for row in run.rows) >= FEWEST_ROWS
        if any(_FIGURE_WITHIN.search(row.label.text) for row in run.rows):
            return False
        bracketed = sum(self._closes_with_unit(text, row.label) for row in run.rows)
        if 2 * bracketed >= len(run.rows) and bracketed:
            return True
        if len(run.rows) < FEWEST_ROWS or not captions:
            return False
        return self._reader.captions.tells_unit(text, (*captions, *titles))

    def _closes_with_unit(self, text: str, label: TableCell) -> bool:
        """Whether a label closes with a unit in brackets."""
        found = self._reader.units.in_brackets(text, label.start, label.end)
        return found is not None and not text[found[1][1] : label.end].strip(" :")

    def _grid(self, text: str, lines: Sequence[Span], run: Run, head: Header | None) -> TableGrid:
        """The grid of a run: labels, units where the header has a column for them, figures."""
        has_units = head is not None and head.has_units
        body: list[TableRow] = []
        for row in run.rows:
            cells = (*row.cells, *([None] * (run.count - len(row.cells))))
            pieces = split_label(row.label)
            label: tuple[TableCell | None, ...] = (row.label,)
            if has_units:
                label = self._with_unit(text, row.label, pieces)
            body.append((*label, *cells))
        header: list[TableRow] = []
        for above in head.rows if head is not None else ():
            lead = [cell for cell in above[: len(above) - run.count] if cell is not None]
            stub = lead[-2:] if has_units else lead[-1:]
            padded = [*([None] * ((2 if has_units else 1) - len(stub))), *stub]
            header.append((*padded, *above[len(above) - run.count :]))
        taken = [(row.start, row.end) for row in run.rows]
        taken += head.taken if head is not None else ()
        return TableGrid(tuple(header), tuple(body), taken=tuple(sorted(taken)))

    def _with_unit(
        self, text: str, label: TableCell, pieces: Sequence[TableCell]
    ) -> tuple[TableCell | None, TableCell | None]:
        """A label cut before the unit at its end."""
        if len(pieces) > 1:
            return TableCell(text[label.start : pieces[-2].end], label.start, pieces[-2].end), pieces[-1]
        cut = self._reader.units.split_suffix(text, label.start, label.end)
        if cut is None:
            return label, None
        stop = cut
        while stop > label.start and text[stop - 1] in " |;/":
            stop -= 1
        unit = TableCell(text[cut : label.end], cut, label.end)
        return TableCell(text[label.start : stop], label.start, stop), unit


def _before(place: int, runs: Sequence[Run]) -> int:
    """The last line of the run above a line, -1 without one."""
    return max((run.last for run in runs if run.last < place), default=-1)


def _row(text: str, line: Span) -> RowLine | None:
    """The row in a line; None for prose that closes with figures, ranges and years."""
    row = read_row(text, *line)
    if row is None or row.cells[-1].text.endswith((".", ",")) or row.figures == 0:
        return None
    texts = [cell.text for cell in row.cells]
    if any(_PHONE.fullmatch(text) for text in texts) or (len(texts) == 1 and _YEAR.fullmatch(texts[0])):
        return None
    dashes = [text in _DASHES for text in texts[1::2]]
    if len(texts) > 4 and all(dashes):
        return None
    return None if len(texts) == 3 and dashes[0] and _is_range(texts[0], texts[2]) else row


def _is_range(low: str, high: str) -> bool:
    """Whether two figures with a dash between are the ends of a range."""
    ends = [read_digits(text, 0, len(text)).value for text in (low.lstrip("+-"), high.lstrip("+-"))]
    return ends[0] is not None and ends[1] is not None and ends[0] < ends[1]


def _width(counts: Sequence[int]) -> int:
    """The number of figures that most of the rows have."""
    return max(Counter(counts).items(), key=lambda item: (item[1], item[0]))[0]


def _is_short(rows: Sequence[RowLine], place: int, count: int) -> bool:
    """Whether a row closes its table with fewer figures ("Cộng 30.385")."""
    return place > 0 and place == len(rows) - 1 and len(rows[place].cells) < count


def _is_taken(line: Span, taken: Sequence[Span]) -> bool:
    """Whether one of the spans, which are in order and do not overlap, shares a character with the line."""
    place = bisect_left(taken, line[1], key=lambda span: span[0]) - 1
    return place >= 0 and taken[place][1] > line[0]
