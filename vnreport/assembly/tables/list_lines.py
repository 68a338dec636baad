"""Reads a line that lists the parts of one measure as a table: "Cơ cấu (%): nông nghiệp 6,1; dịch vụ 25,1"."""

from __future__ import annotations

import re

from vnreport.assembly.tables.grids import Span, TableGrid
from vnreport.assembly.tables.lines import RowLine, read_row
from vnreport.assembly.tables.reading import TableReader

LONGEST_LABEL = 80
FEWEST_ITEMS = 2
_LABEL = re.compile(r"(?P<label>[^:;]+\([^()]+\))\s*:\s*(?=\S)")
_ITEM = re.compile(r"[^;]+")


class ListReader:
    """Reads such lines with the reader's units."""

    def __init__(self, reader: TableReader) -> None:
        self._units = reader.units

    def read(self, text: str, line: Span) -> TableGrid | None:
        """The grid of a line, its label as the caption.

        None unless the label closes with a unit in brackets and every item is a name with one figure.
        """
        found = _LABEL.match(text, *line)
        if found is None or found.end("label") - line[0] > LONGEST_LABEL:
            return None
        unit = self._units.in_brackets(text, *found.span("label"))
        if unit is None or unit[1][1] != found.end("label"):
            return None
        rows = [self._item(text, *item.span()) for item in _ITEM.finditer(text, found.end(), line[1])]
        whole = [row for row in rows if row is not None]
        if len(whole) < FEWEST_ITEMS or len(whole) < len(rows):
            return None
        body = tuple((row.label, row.cells[0]) for row in whole)
        return TableGrid((), body, captions=(found.span("label"),), taken=(line,))

    def _item(self, text: str, start: int, end: int) -> RowLine | None:
        """The name and figure of an item, None where it is anything else."""
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] in " .":
            end -= 1
        row = read_row(text, start, end) if start < end else None
        return row if row is not None and len(row.cells) == 1 and row.label.start == start else None
