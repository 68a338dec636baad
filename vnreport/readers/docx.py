"""Reads DOCX: paragraphs, tables, footnotes and text boxes with their fonts; what is tracked as deleted is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnreport.readers.archives import open_archive, read_member
from vnreport.readers.documents import BlockKind, Location
from vnreport.readers.docx_fonts import DocxFonts, attribute, tag, word
from vnreport.readers.grids import EdgedCell, RowCells, build_grid
from vnreport.readers.limits import Limits
from vnreport.readers.parts import Content, Grid, Paragraph, Part, Run
from vnreport.readers.refusals import Damaged
from vnreport.readers.xml_trees import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_WIDTH = 1000
"""Columns have no width here; edges are column numbers times this, to be told apart by the grid builder."""

_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "Fallback", "fldChar", "sdtPr"})
_TEXTS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def read_docx(source: str, data: bytes, limits: Limits) -> Content:
    """The paragraphs and tables of a DOCX file, in order, footnotes behind the text."""
    with open_archive(source, data, limits) as archive:
        main = read_member(source, archive, _MAIN)
        if main is None:
            raise Damaged(source, f"{_MAIN} is missing")
        styles = read_member(source, archive, "word/styles.xml")
        notes = [content for name in _NOTES if (content := read_member(source, archive, name)) is not None]
    reader = _Reader(DocxFonts(parse_xml(source, styles) if styles else None))
    root = parse_xml(source, main)
    body = root.find(word("body"))
    if body is None:
        raise Damaged(source, f"{_MAIN} has no body")
    reader.read_blocks(body, "paragraph")
    for content in notes:
        for note in parse_xml(source, content):
            if attribute(note, "type") is None:
                reader.read_blocks(note, "footnote")
    return Content("docx", reader.parts)


class _Reader:
    """Walks through blocks and builds the parts."""

    def __init__(self, fonts: DocxFonts) -> None:
        self._fonts = fonts
        self.parts: list[Part] = []
        self._boxes: list[_Element] = []
        self._paragraphs = self._tables = 0

    def read_blocks(self, parent: _Element, kind: BlockKind) -> None:
        """Adds the paragraphs and tables in `parent`, in order, text boxes behind the paragraph they hang on."""
        for block in self._blocks(parent):
            if tag(block) == "tbl":
                self._tables += 1
                self.parts.append(self._grid(block, Location(table=self._tables)))
            else:
                self._paragraphs += 1
                runs = tuple(self._runs(block, block))
                if runs:
                    location = Location(paragraph=self._paragraphs)
                    self.parts.append(Paragraph(runs, location, self._kind(block, kind)))
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                self.read_blocks(box, kind)

    def _blocks(self, parent: _Element) -> Iterator[_Element]:
        """The paragraphs and tables under `parent`, through content controls and insertions."""
        for child in parent:
            name = tag(child)
            if name in ("p", "tbl"):
                yield child
            elif name not in _LEFT_OUT:
                yield from self._blocks(child)

    def _kind(self, paragraph: _Element, kind: BlockKind) -> BlockKind:
        if kind != "paragraph":
            return kind
        properties = paragraph.find(word("pPr"))
        if properties is None:
            return kind
        if self._fonts.is_heading(properties):
            return "heading"
        return "list_item" if properties.find(word("numPr")) is not None else kind

    def _runs(self, paragraph: _Element, parent: _Element) -> Iterator[Run]:
        """The runs under `parent`, which is `paragraph` or stands in it; text boxes are put aside."""
        for child in parent:
            name = tag(child)
            if name == "txbxContent":
                self._boxes.append(child)
            elif name == "r":
                if not self._fonts.is_hidden(child):
                    yield from self._run_texts(paragraph, child)
            elif name not in _LEFT_OUT:
                yield from self._runs(paragraph, child)

    def _run_texts(self, paragraph: _Element, run: _Element) -> Iterator[Run]:
        for child in run:
            name = tag(child)
            if name == "t" and child.text:
                yield Run(child.text, self._fonts.encoding(paragraph, run))
            elif name == "sym":
                code = attribute(child, "char") or ""
                yield Run(chr(int(code, 16)) if code.isalnum() and len(code) == 4 else "", "symbol")
            elif name in _TEXTS:
                yield Run(_TEXTS[name])
            elif name not in _LEFT_OUT:
                yield from self._runs(paragraph, child)
                if name == "txbxContent":
                    self._boxes.append(child)

    def _grid(self, table: _Element, location: Location) -> Grid:
        """A table with its merged cells; tables in cells give their text to the cell."""
        rows: list[RowCells] = []
        for row in self._named(table, "tr"):
            properties = row.find(word("trPr"))
            made = RowCells(is_header=properties is not None and properties.find(word("tblHeader")) is not None)
            left = _number(properties, "gridBefore")
            for cell in self._named(row, "tc"):
                form = cell.find(word("tcPr"))
                right = left + max(1, _number(form, "gridSpan"))
                merge = None if form is None else form.find(word("vMerge"))
                goes_on = merge is not None and attribute(merge, "val") != "restart"
                made.cells.append(EdgedCell(self._cell_runs(cell), left * _WIDTH, right * _WIDTH, False, goes_on))
                left = right
            if made.cells and (properties is None or properties.find(word("del")) is None):
                rows.append(made)
        return build_grid(rows, location)

    def _cell_runs(self, cell: _Element) -> tuple[Run, ...]:
        runs: list[Run] = []
        for block in self._blocks(cell):
            if tag(block) == "tbl":
                runs += (run for row in self._named(block, "tr") for inner in self._named(row, "tc")
                         for run in (*self._cell_runs(inner), Run("\n")))  # fmt: skip
            else:
                runs += (*self._runs(block, block), Run("\n"))
        return tuple(runs)

    def _named(self, parent: _Element, name: str) -> Iterator[_Element]:
        """The children of that name, through content controls and insertions."""
        for child in parent:
            if tag(child) == name:
                yield child
            elif tag(child) in ("sdt", "sdtContent", "ins", "customXml"):
                yield from self._named(child, name)


def _number(properties: _Element | None, name: str) -> int:
    """The value of a numeric property, bounded; 0 where there is none."""
    found = None if properties is None else properties.find(word(name))
    text = None if found is None else attribute(found, "val")
    return min(int(text), _WIDTH) if text and text.isdigit() else 0
