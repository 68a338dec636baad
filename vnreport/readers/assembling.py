"""Lays out what a format reader found as one text with blocks, tables and a source map."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vnreport.readers.documents import Block, Cell, Document, SourceSpan, Table
from vnreport.readers.headers import count_header_rows
from vnreport.readers.letterheads import find_metadata
from vnreport.readers.limits import Limits
from vnreport.readers.parts import Content, Grid, GridCell, Paragraph, Part, Run
from vnreport.readers.refusals import NoText, TooLarge
from vnreport.text.legacy import DocumentEncoding, decode_runs, detect_document
from vnreport.text.legacy_tables import FontEncoding

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\ufeff]")
_WHITE = re.compile(r"\s+")


def assemble(source: str, content: Content, limits: Limits) -> Document:
    """The document that `content` makes; raises NoText when it holds no letter or figure, TooLarge over the limit."""
    layout = _Layout(detect_document(_all_runs(content.parts)))
    for part in content.parts:
        if isinstance(part, Grid):
            layout.add_grid(part)
        else:
            layout.add_paragraph(part)
        if layout.size > limits.max_characters:
            raise TooLarge(source, f"more than {limits.max_characters} characters of text")
    text = "".join(layout.texts)
    if not any(char.isalnum() for char in text):
        raise NoText(source, "the file holds no text")
    return Document(
        source=source,
        format=content.format,
        text=text,
        blocks=tuple(layout.blocks),
        tables=tuple(layout.tables),
        metadata=find_metadata(text, content.metadata),
        source_map=tuple(layout.spans),
        encodings=tuple(dict.fromkeys((*content.encodings, *layout.encodings))),
        notes=content.notes,
    )


def clean(text: str) -> str:
    """`text` in NFC with "\\n" as its only break, no controls, no white space at its lines' ends."""
    plain = _DROPPED.sub("", _BREAKS.sub("\n", unicodedata.normalize("NFC", text)))
    return "\n".join(line.strip() for line in plain.split("\n")).strip("\n")


def _all_runs(parts: Iterable[Part]) -> list[list[tuple[str, FontEncoding | None]]]:
    """The texts of all paragraphs and cells by runs, with what their fonts tell."""
    return [
        [(run.text, run.encoding) for run in holder.runs]
        for part in parts
        for holder in (part.cells if isinstance(part, Grid) else (part,))
    ]


class _Layout:
    """The text so far and what stands in it."""

    def __init__(self, document: DocumentEncoding) -> None:
        """An empty layout of a document in this encoding."""
        self._document = document
        self.texts: list[str] = []
        self.size = 0
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.spans: list[SourceSpan] = []
        self.encodings: list[str] = [document.encoding] if document.encoding else []

    def add_paragraph(self, part: Paragraph) -> None:
        """Adds a paragraph and the line break behind it; a blank line for one without runs, nothing for a blank one."""
        if not part.runs and self.size:
            self._write("\n")
        text = clean(self._decode(part.runs))
        if not text:
            return
        start = self._write(text)
        self.blocks.append(Block(part.kind, start, self.size, part.location))
        self.spans.append(SourceSpan(start, self.size, part.location))
        self._write("\n")

    def add_grid(self, grid: Grid) -> None:
        """Adds a table, one line a row, a tab between columns; a spanning cell's text stands at its first place."""
        if not grid.cells:
            return
        width = max(cell.column + cell.column_span for cell in grid.cells)
        height = max(cell.row + cell.row_span for cell in grid.cells)
        places: list[list[Cell | None]] = [[None] * width for _ in range(height)]
        starts: dict[int, list[GridCell]] = {}
        for cell in grid.cells:
            starts.setdefault(cell.row, []).append(cell)
        begin = self.size
        for row in range(height):
            self._add_row(grid, row, sorted(starts.get(row, ()), key=lambda cell: cell.column), places)
        rows = [[cell.text if cell else "" for cell in row] for row in places]
        told = 1 + max((cell.row + cell.row_span - 1 for cell in grid.cells if cell.is_header), default=-1)
        header_rows = told if 0 < told < height else count_header_rows(rows)
        self.tables.append(Table(tuple(map(tuple, places)), begin, self.size, header_rows, grid.location))

    def _add_row(self, grid: Grid, row: int, cells: list[GridCell], places: list[list[Cell | None]]) -> None:
        """Adds the line of one row and puts its cells where they span."""
        at = replace(grid.location, row=grid.first_row + row)
        begin, column = self.size, 0
        for cell in cells:
            text = _WHITE.sub(" ", clean(self._decode(cell.runs)))
            location = replace(at, column=cell.column + 1)
            if text:
                self._write("\t" * (cell.column - column))
                column = cell.column
            start = self._write(text)
            if text:
                self.spans.append(SourceSpan(start, self.size, location))
            made = Cell(text, start, self.size, row, cell.column, cell.row_span, cell.column_span, cell.value, location)
            for covered in places[row : row + cell.row_span]:
                covered[cell.column : cell.column + cell.column_span] = [made] * cell.column_span
        if self.size > begin:
            self.blocks.append(Block("table_row", begin, self.size, at))
            self._write("\n")

    def _write(self, text: str) -> int:
        """The offset at which `text` was added."""
        start = self.size
        if text:
            self.texts.append(text)
            self.size += len(text)
        return start

    def _decode(self, runs: Sequence[Run]) -> str:
        """The text of the runs in Unicode; notes the encodings that were met."""
        if all(run.text.isascii() for run in runs):
            return "".join(run.text for run in runs)
        for run in runs:
            name = (run.encoding or "other").removesuffix("-capitals")
            if name not in ("symbol", "other", *self.encodings):
                self.encodings.append(name)
        return "".join(decode_runs([(run.text, run.encoding) for run in runs], document=self._document))
