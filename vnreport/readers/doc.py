"""Reads Word 97 to 2003: text with its fonts, tables, footnotes and text boxes; deletions and field codes left out."""

from __future__ import annotations

import re
import struct

from vnreport.readers.doc_95 import VERSIONS, read_word_95
from vnreport.readers.doc_pieces import (
    Header,
    Piece,
    piece_text,
    read_fonts,
    read_header,
    read_pieces,
    word_version,
)
from vnreport.readers.doc_properties import (
    CharacterFormat,
    ParagraphFormat,
    character_format,
    paragraph_format,
    read_stretches,
    read_style_fonts,
)
from vnreport.readers.documents import BlockKind, Location
from vnreport.readers.grids import EdgedCell, RowCells, build_grid
from vnreport.readers.limits import Limits
from vnreport.readers.ole import read_streams
from vnreport.readers.parts import Content, Paragraph, Part, Run
from vnreport.readers.refusals import Damaged, TooLarge
from vnreport.text.legacy import font_encoding
from vnreport.text.legacy_tables import FontEncoding

_STREAMS = frozenset({"WordDocument", "0Table", "1Table"})
_TEXTS: tuple[tuple[int, BlockKind], ...] = ((0, "paragraph"), (1, "footnote"), (5, "footnote"), (6, "paragraph"))
"""Main text, footnotes, endnotes and text boxes; running heads and comments are no part of the document's text."""

_MARK = re.compile("[\x07\x0c\x0d\x13\x14\x15]")
_CHARACTERS = {0x1E: "-", 0x1F: None, 0x01: None, 0x02: None, 0x05: None, 0x08: None, 0x0B: "\n", 0x0E: "\n"}
_DEFAULT_WIDTH = 1000


def read_doc(source: str, data: bytes, limits: Limits) -> Content:
    """The paragraphs and tables of a Word file, in order, footnotes behind the text."""
    try:
        streams = read_streams(source, data, _STREAMS)
        if word_version(streams) in VERSIONS:
            return read_word_95(source, streams["WordDocument"])
        header = read_header(source, streams)
        reader = _Reader(header, read_pieces(source, header))
        if sum(max(0, size) for size in header.texts) > limits.max_characters:
            raise TooLarge(source, f"more than {limits.max_characters} characters of text")
        start = 0
        for index, size in enumerate(header.texts):
            for wanted, kind in _TEXTS:
                if wanted == index and size > 0:
                    reader.read(start, start + size, kind)
            start += max(0, size)
    except (struct.error, IndexError) as error:
        raise Damaged(source, f"the Word file is cut off or damaged ({error})") from error
    return Content("doc", reader.parts)


class _Reader:
    """Walks through the text by stretches of one format and builds the parts."""

    def __init__(self, header: Header, pieces: list[Piece]) -> None:
        self._header, self._pieces = header, pieces
        self.parts: list[Part] = []
        self._fonts: dict[int, FontEncoding | None] = {
            number: font_encoding(name) for number, name in enumerate(read_fonts(header))
        }
        self._styles = read_style_fonts(header.styles)
        self._characters = read_stretches(header.main, header.characters, paragraphs=False)
        self._marks = read_stretches(header.main, header.paragraphs, paragraphs=True)
        self._formats: dict[bytes, CharacterFormat] = {}
        self._paragraph_formats: dict[bytes, ParagraphFormat] = {}
        self._kind: BlockKind = "paragraph"
        self._fields: list[bool] = []
        self._runs: list[Run] = []
        self._cells: list[tuple[Run, ...]] = []
        self._rows: list[RowCells] = []
        self._paragraphs = self._tables = 0

    def read(self, start: int, end: int, kind: BlockKind) -> None:
        """Reads the characters `[start, end)` of the document as blocks of this kind."""
        self._kind = kind
        self._fields.clear()
        for piece in self._pieces:
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                self._read_piece(piece, first - piece.start, last - piece.start)
        self._end_paragraph(ParagraphFormat())
        self._end_table()

    def _read_piece(self, piece: Piece, first: int, last: int) -> None:
        """Reads the characters `[first, last)` of a piece."""
        text = piece_text(self._header, piece)
        place = first
        while place < last:
            offset = piece.offset + place * piece.width
            properties, until = self._characters.at(offset)
            paragraph, ending = self._marks.at(offset)
            stop = place + max(1, -(-(min(until, ending) - offset) // piece.width))
            stop = min(stop, last)
            self._read_stretch(text[place:stop], self._format(properties), self._paragraph(paragraph))
            place = stop

    def _read_stretch(self, text: str, form: CharacterFormat, paragraph: ParagraphFormat) -> None:
        """Reads characters of one format within one paragraph."""
        done = 0
        for mark in _MARK.finditer(text):
            self._add(text[done : mark.start()], form, paragraph)
            done = mark.end()
            self._take_mark(mark.group(), paragraph)
        self._add(text[done:], form, paragraph)

    def _take_mark(self, mark: str, paragraph: ParagraphFormat) -> None:
        """Takes the end of a cell, row, paragraph or page, or a bound of a field."""
        if mark == "\x13":
            self._fields.append(True)
        elif mark == "\x14":
            if self._fields:
                self._fields[-1] = False
        elif mark == "\x15":
            if self._fields:
                self._fields.pop()
        elif mark == "\x07":
            if paragraph.ends_row:
                self._end_row(paragraph)
            else:
                self._cells.append(tuple(self._runs))
                self._runs = []
        else:
            self._end_paragraph(paragraph)

    def _add(self, text: str, form: CharacterFormat, paragraph: ParagraphFormat) -> None:
        """Adds the text of a run, unless it is deleted, hidden or the code of a field."""
        if form.is_deleted or form.is_hidden or any(self._fields):
            return
        if form.symbol is not None:
            text = chr(form.symbol)
        text = text.translate(_CHARACTERS)
        if not text:
            return
        encoding = self._encoding(form, paragraph)
        if self._runs and self._runs[-1].encoding == encoding:
            text = self._runs.pop().text + text
        self._runs.append(Run(text, encoding))

    def _encoding(self, form: CharacterFormat, paragraph: ParagraphFormat) -> FontEncoding | None:
        """What the font of a run tells of its encoding: its own, its style's, or its paragraph's style's."""
        font = form.font
        if font is None and form.style is not None:
            font = self._styles.get(form.style)
        if font is None:
            font = self._styles.get(paragraph.style, self._styles.get(-1))
        return None if font is None else self._fonts.get(font)

    def _end_paragraph(self, paragraph: ParagraphFormat) -> None:
        if paragraph.in_table:
            self._runs.append(Run("\n"))
            return
        self._end_table()
        if self._runs:
            self._paragraphs += 1
            self.parts.append(Paragraph(tuple(self._runs), Location(paragraph=self._paragraphs), self._kind))
            self._runs = []

    def _end_row(self, paragraph: ParagraphFormat) -> None:
        """Adds the row with the shape that its end gives; cells without an edge stand behind the others."""
        edges = paragraph.edges or (0,)
        row = RowCells(is_header=paragraph.is_header)
        left = edges[0]
        for index, runs in enumerate(self._cells):
            right = edges[index + 1] if index + 1 < len(edges) else left + _DEFAULT_WIDTH
            right = max(right, left + 1)
            merged = paragraph.merges[index] if index < len(paragraph.merges) else (False, False)
            row.cells.append(EdgedCell(runs, left, right, *merged))
            left = right
        if row.cells:
            self._rows.append(row)
        self._cells, self._runs = [], []

    def _end_table(self) -> None:
        if self._cells:
            self._end_row(ParagraphFormat())
        if self._rows:
            self._tables += 1
            self.parts.append(build_grid(self._rows, Location(table=self._tables)))
            self._rows = []

    def _format(self, data: bytes) -> CharacterFormat:
        if data not in self._formats:
            self._formats[data] = character_format(data)
        return self._formats[data]

    def _paragraph(self, data: bytes) -> ParagraphFormat:
        if data not in self._paragraph_formats:
            self._paragraph_formats[data] = paragraph_format(data)
        return self._paragraph_formats[data]
