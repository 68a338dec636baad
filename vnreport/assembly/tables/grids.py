"""The table model: what readers and the finder of tables in text give to the table grammar."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: `text` stands at `[start, end)` of the document's text; `value` is the figure of a typed cell.

    A merged cell is the same object wherever it spans.
    """

    text: str
    start: int
    end: int
    value: Decimal | None = None


TableRow = tuple[TableCell | None, ...]


@dataclass(frozen=True, slots=True)
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

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.body[0]) if self.body else 0
