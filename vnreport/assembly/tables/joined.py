"""Header cells read as one text, with the way back to where each word stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from vnreport.assembly.tables.grids import Span, TableCell
from vnreport.assembly.tables.unit_texts import TableUnit
from vnreport.grammar.values import PeriodMention


class JoinedCells:
    """The texts of cells with a space between them; `starts` is where each begins."""

    def __init__(self, cells: Sequence[TableCell]) -> None:
        self._cells = cells
        self.text = " ".join(cell.text for cell in cells)
        self.starts: list[int] = []
        place = 0
        for cell in cells:
            self.starts.append(place)
            place += len(cell.text) + 1

    def place(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the document; of one that runs over cells what stands in its first."""
        index = max(0, bisect_right(self.starts, start) - 1)
        cell, offset = self._cells[index], self.starts[index]
        first = min(cell.start + start - offset, cell.end)
        return first, min(cell.start + end - offset, cell.end)

    def spans(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Where the spans stand in the document; those that run over cells are cut at the cells' ends."""
        found: list[Span] = []
        for start, end in spans:
            for index, offset in enumerate(self.starts):
                first, last = max(start, offset), min(end, offset + len(self._cells[index].text))
                if first < last:
                    found.append(self.place(first, last))
        return tuple(found)

    def mention(self, mention: PeriodMention) -> PeriodMention:
        """The mention with its place in the document."""
        start, end = self.place(mention.start, mention.end)
        return replace(mention, start=start, end=end)

    def unit(self, unit: TableUnit) -> TableUnit:
        """The unit with its place in the document."""
        start, end = self.place(unit.unit.start, unit.unit.end)
        return TableUnit(replace(unit.unit, start=start, end=end), unit.factor)
