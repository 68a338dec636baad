"""What a reader gives: text with blocks, tables, metadata, and the way from offsets back to the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from vnreport.readers.headers import is_serial_row

BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "footnote", "header"]
Format = Literal["html", "docx", "doc", "rtf", "pdf", "xlsx", "xls", "ods", "text", "jsonl", "mail"]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file; all numbers count from 1, None where the format has no such thing.

    `paragraph` counts paragraphs outside tables (lines of the page in PDF, lines of the file in text and JSONL);
    `row` and `column` are those of the table, or of the sheet as its program shows them.
    """

    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table row: `[start, end)` of the document's text."""

    kind: BlockKind
    start: int
    end: int
    location: Location


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its text, `[start, end)` of the document's text, and how many rows and columns it spans.

    `row` and `column` count from 0 in the grid; `value` is the figure of a typed cell as the program stores it, None
    for texts and in formats without types.
    """

    text: str
    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    value: Decimal | None = None
    location: Location = field(default_factory=Location)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `grid[row][column]` is the cell that covers the place, the same one wherever it spans, or None.

    `[start, end)` are its rows in the document's text, `header_rows` how many rows at the top name the columns.
    """

    grid: tuple[tuple[Cell | None, ...], ...]
    start: int
    end: int
    header_rows: int
    location: Location

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The texts, those of merged cells repeated wherever they span; "" where there is no cell."""
        return tuple(tuple(cell.text if cell else "" for cell in row) for row in self.grid)

    @property
    def column_headers(self) -> tuple[tuple[str, ...], ...]:
        """For each column the header texts above it, from the top down, each once.

        Titles that span the whole table and rows that number the columns are left out.
        """
        heads = [row for row in self.grid[: self.header_rows] if not is_serial_row([c.text if c else "" for c in row])]
        width = len(self.grid[0]) if self.grid else 0
        return tuple(
            tuple(
                dict.fromkeys(
                    cell.text for row in heads if (cell := row[column]) and cell.text and cell.column_span < width
                )
            )
            for column in range(width)
        )


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; None where it does not."""

    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Where `[start, end)` of the text stands in the file."""

    start: int
    end: int
    location: Location


@dataclass(frozen=True, slots=True)
class Document:
    """One document as read: `text` in NFC with "\\n" as its only line break and tabs between the cells of a row.

    `encodings` names the character encodings that were found, legacy ones among them; `notes` what was left out and
    why, for a person. `source` is the path or, within a file of many, the path and line.
    """

    source: str
    format: Format
    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    source_map: tuple[SourceSpan, ...] = ()
    encodings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    id: str | None = None

    def locate(self, offset: int) -> Location | None:
        """The place in the file that the character at `offset` came from; None between blocks and outside the text."""
        index = bisect_right(self.source_map, offset, key=lambda span: span.start) - 1
        if index < 0 or offset >= self.source_map[index].end:
            return None
        return self.source_map[index].location
