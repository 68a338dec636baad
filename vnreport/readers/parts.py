"""What the format readers hand over: paragraphs and grids as runs of undecoded text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from vnreport.readers.documents import BlockKind, Format, Location, Metadata
from vnreport.text.legacy_tables import FontEncoding


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one font; `encoding` is what the font's name tells, None where it tells nothing."""

    text: str
    encoding: FontEncoding | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables; a blank line of a text file has no runs."""

    runs: tuple[Run, ...]
    location: Location
    kind: BlockKind = "paragraph"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its upper left place; rows and columns count from 0."""

    runs: tuple[Run, ...]
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    value: Decimal | None = None
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as cells in reading order, none overlapping another; `first_row` is what its row 0 is called."""

    cells: tuple[GridCell, ...]
    location: Location
    first_row: int = 1


Part = Paragraph | Grid


def holders(part: Part) -> Sequence[Paragraph | GridCell]:
    """What holds the runs of a part: the paragraph itself, or the cells of a table."""
    return part.cells if isinstance(part, Grid) else (part,)


@dataclass(frozen=True, slots=True)
class Content:
    """All that a format reader found in a file; `metadata` holds what the format itself names."""

    format: Format
    parts: Sequence[Part]
    metadata: Metadata = Metadata()
    encodings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def plain_paragraph(text: str, location: Location, kind: BlockKind = "paragraph") -> Paragraph:
    """A paragraph of one run without a font."""
    return Paragraph((Run(text),), location, kind)
