"""The blocks of a page: paragraphs, headings, list items, and tables with their merged cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vnreport.readers.documents import BlockKind, Location
from vnreport.readers.parts import Grid, GridCell, Paragraph, Part, Run

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "select", "button", "iframe", "textarea", "object", "head",
     "canvas", "video", "audio", "map"}
)  # fmt: skip
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "img", "ins", "kbd",
     "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
     "o:p", "st1:place", "nobr", "strike", "acronym"}
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_DELETED = frozenset({"del"})
_LONG_CELL = 800
"""A table with a longer cell only lays out the page; the longest cells of real tables hold a paragraph of notes."""

_MAX_SPAN = 200
_SPACES = re.compile(r"[^\S\n]+")


def read_blocks(root: HtmlElement) -> list[Part]:
    """All blocks of the page in order; the first `h1` has paragraph 0, the others count from 1."""
    walker = _Walker()
    walker.walk(root)
    walker.flush("paragraph")
    return walker.parts


class _Walker:
    """Walks through the elements and collects the text between block borders."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._texts: list[str] = []
        self._paragraphs = self._tables = 0
        self._has_heading = False

    def walk(self, element: HtmlElement, kind: BlockKind = "paragraph") -> None:
        """Adds what an element holds; its tail is its parent's."""
        name = element.tag
        if not isinstance(name, str) or name in _SKIPPED or name in _DELETED:
            return
        if name == "br":
            self._texts.append("\n")
            return
        if name == "table" and is_data_table(element):
            self.flush(kind)
            self._tables += 1
            self.parts.append(read_table(element, self._tables))
            return
        inner: BlockKind = "heading" if name in _HEADINGS else "list_item" if name == "li" else kind
        is_block = name not in _INLINE
        if is_block:
            self.flush(kind)
        self._texts.append(_flat(element.text))
        for child in element:
            self.walk(child, inner)
            self._texts.append(_flat(child.tail))
        if is_block:
            self.flush(inner, is_main=name == "h1")

    def flush(self, kind: BlockKind, *, is_main: bool = False) -> None:
        """Ends the block that is being collected."""
        text = _SPACES.sub(" ", "".join(self._texts))
        self._texts.clear()
        if not text.strip():
            return
        number = 0
        if not is_main or self._has_heading:
            self._paragraphs += 1
            number = self._paragraphs
        self._has_heading = self._has_heading or is_main
        self.parts.append(Paragraph((Run(text),), Location(paragraph=number), kind))


def is_data_table(table: HtmlElement) -> bool:
    """Whether a table holds data: two rows of two cells or more, no table inside, no cell as long as an article."""
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if sum(len(row) > 1 for row in rows) < 2:
        return False
    return all(len(cell.text_content()) <= _LONG_CELL for row in rows for cell in row)


def read_table(table: HtmlElement, number: int) -> Grid:
    """A table with its spans as the browser lays them out."""
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    rows = list(table.iter("tr"))
    for row, element in enumerate(rows):
        column = 0
        for cell in element:
            if cell.tag not in ("td", "th"):
                continue
            while (row, column) in taken:
                column += 1
            height = min(_span(cell, "rowspan") or len(rows), len(rows) - row)
            width = 1
            while width < _span(cell, "colspan") and (row, column + width) not in taken:
                width += 1
            taken.update((row + down, column + right) for down in range(height) for right in range(width))
            is_header = cell.tag == "th" and not _has_data(element)
            cells.append(GridCell((Run(_cell_text(cell)),), row, column, height, width, is_header=is_header))
            column += width
    return Grid(tuple(cells), Location(table=number))


def _has_data(row: HtmlElement) -> bool:
    return any(cell.tag == "td" for cell in row)


def _span(cell: HtmlElement, name: str) -> int:
    """A span as written, 1 where it is missing or no number, 0 where the page says 0 (all rows left)."""
    text = (cell.get(name) or "1").strip()
    return min(int(text), _MAX_SPAN) if text.isdecimal() else 1


def _cell_text(cell: HtmlElement) -> str:
    """The text of a cell, its paragraphs and breaks as spaces."""
    walker = _Walker()
    walker.walk(cell)
    walker.flush("paragraph")
    return "\n".join("".join(run.text for run in part.runs) for part in walker.parts if isinstance(part, Paragraph))


def _flat(text: str | None) -> str:
    """`text` with its line breaks as spaces: they mean nothing in HTML."""
    return text.replace("\n", " ").replace("\r", " ") if text else ""
