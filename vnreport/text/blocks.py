"""Splits a text into its blocks: headline, headings, paragraphs, list items, table rows, captions, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vnreport.text.markers import Marker, Outline, is_capitals, load_outline
from vnreport.text.stops import Stops, load_stops

Kind = Literal["headline", "heading", "paragraph", "list_item", "table_row", "caption", "footnote"]

LONGEST_HEADING = 160
"""Longer lines without a full stop are paragraphs; the longest press headline seen has 154 characters."""

LONGEST_PLAIN_HEADING = 110
"""The same for headings without a number; those between the paragraphs of articles are shorter than headlines."""

BYLINE_WITHIN = 4
"""So near the end of a text, a line of capitalised words ("Hồ Vy") names the author; captions may follow."""

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|]*[^\s|][^\t|]*")
_COLUMNS = re.compile(r"\S(?:[^\S\n]{3,}\S+(?: \S+)*){2,}")
_NOTE = re.compile(r"\[\d{1,3}\]|\(\*+\)|\*{2,3}(?=\s)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_OPEN = re.compile(r"[“\"'(\[]*[^\W_]")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a text: `[start, end)` without white space at its ends; `body` is where the words start.

    `number` is the mark that opens it, as written and without punctuation ("Điều 6", "II", "1.2", "a"); None where
    there is none or only a bullet. `level` is the mark's rank, smaller is higher, comparable within a document; None
    where the block has no mark. An unnumbered heading has neither.
    """

    kind: Kind
    start: int
    end: int
    body: int
    number: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line or a run of lines that belong together, with its marker."""

    start: int
    end: int
    text: str
    marker: Marker | None

    @property
    def body(self) -> str:
        return self.text[self.marker.size :] if self.marker else self.text


def split_blocks(text: str) -> list[Block]:
    """The blocks of `text` in order; they don't overlap, and only white space stands between them.

    A block is a line, except where a line ends with an abbreviation that asks for the next one ("Theo TS."). Offsets
    are those of `text`, which is normalised. The first short line without a full stop is the headline, if more follows;
    after the letterhead of an administrative document, the title and the line under it.
    """
    outline = load_outline()
    lines = list(_lines(text, outline, load_stops()))
    blocks: list[Block] = []
    heads = _headlines(lines, outline)
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if place in heads:
            kind: Kind = "headline"
        elif place < min(heads, default=0) and not is_table_row(line.text, None):
            kind = "paragraph"
        else:
            kind = _kind(line, following, blocks, lines, place, outline)
        marker = line.marker if kind in ("heading", "list_item", "caption") else None
        size, number, level = (marker.size, marker.number, marker.level) if marker else (0, None, None)
        blocks.append(Block(kind, line.start, line.end, line.start + size, number, level))
    return blocks


def _lines(text: str, outline: Outline, stops: Stops) -> Iterator[_Line]:
    """The non-empty lines of `text`, those that an abbreviation cuts joined."""
    start = end = -1
    for found in _LINE.finditer(text):
        whole = found.group()
        body = whole.strip()
        if not body:
            continue
        first = found.start() + len(whole) - len(whole.lstrip())
        if start >= 0 and text[end:first].count("\n") == 1 and stops.is_cut(text, start, end, first):
            end = first + len(body)
            continue
        if start >= 0:
            yield _line(text, start, end, outline)
        start, end = first, first + len(body)
    if start >= 0:
        yield _line(text, start, end, outline)


def _line(text: str, start: int, end: int, outline: Outline) -> _Line:
    line = text[start:end]
    return _Line(start, end, line, outline.marker(line))


def _headlines(lines: list[_Line], outline: Outline) -> frozenset[int]:
    """The places of the lines that are the headline."""
    place = 0
    while place < len(lines) and outline.is_letterhead(lines[place].text):
        place += 1
    if _is_headline(lines, place):
        is_title = lines[place].text.rstrip(" :") in outline.titles and _is_headline(lines, place + 1)
        return frozenset((place, place + 1)) if is_title else frozenset((place,))
    return frozenset((0,)) if _is_headline(lines, 0) else frozenset()


def _is_headline(lines: list[_Line], place: int) -> bool:
    """Whether the line at `place` can be the headline: short, with no mark or cells, and not the last."""
    if place >= len(lines) - 1:
        return False
    line = lines[place]
    return line.marker is None and _is_title(line.text) and not is_table_row(line.text, None)


def _kind(
    line: _Line, following: _Line | None, blocks: list[Block], lines: list[_Line], place: int, outline: Outline
) -> Kind:
    """The kind of a line that is no headline."""
    marker, text = line.marker, line.text
    if is_table_row(text, marker):
        return "table_row"
    if text.startswith(outline.footnotes) or _NOTE.match(text):
        return "footnote"
    if marker and marker.shape == "caption" or _has_credit(text, outline):
        return "caption"
    if marker and _is_marked(line, following):
        return "heading" if _is_marked_heading(line, following) else "list_item"
    if blocks and _continues_list(text, lines[place - 1], blocks[-1]):
        return "list_item"
    return "heading" if _is_plain_heading(line, following, lines, place) else "paragraph"


def is_table_row(text: str, marker: Marker | None) -> bool:
    """Whether a line holds cells: between tabs or bars, or in columns of spaces with a figure among them."""
    if "\t" in text or "|" in text:
        cells = _CELL.findall(text)
        if "\t" not in text:
            return text.startswith("|") or len(cells) > 2
        return len(cells) > (2 if marker else 1)
    return "   " in text and any(char.isdigit() for char in text) and _COLUMNS.search(text) is not None


def _is_title(text: str) -> bool:
    """Whether a line is short, opens like a title and has no closing punctuation."""
    return (
        len(text) <= LONGEST_HEADING
        and not text.endswith((".", "…", ":", ";", ",", ".”", '."'))
        and _OPEN.match(text) is not None
        and not text[0].islower()
    )


def _is_marked(line: _Line, following: _Line | None) -> bool:
    """Whether the marker is one: a signature such as "V. Phan" at the end of an article has none."""
    if line.marker is None or line.marker.shape not in ("roman", "capital"):
        return True
    return is_capitals(line.body) or (following is not None and " " in line.body)


def _is_marked_heading(line: _Line, following: _Line | None) -> bool:
    """Whether a line with a marker heads what follows instead of being one of a list."""
    marker = line.marker
    if marker is None or marker.shape in ("bullet", "paren"):
        return False
    if not line.body or marker.shape == "division":
        return _is_title(line.text)
    if not _is_title(line.body):
        return False
    if is_capitals(line.body):
        return True
    if following is None or marker.level >= 7 and following.marker is None and _is_title(following.text):
        return False
    return following.marker is None or following.marker.level != marker.level


def _continues_list(text: str, before: _Line, block: Block) -> bool:
    """Whether an unmarked line is an item of the list that the line before announces or continues."""
    if block.kind == "list_item" and block.level is None:
        return text.endswith(";") or (before.text.endswith(";") and len(text) <= LONGEST_HEADING)
    return before.text.endswith(":") and (text.endswith(";") or _is_title(text))


def _is_plain_heading(line: _Line, following: _Line | None, lines: list[_Line], place: int) -> bool:
    """Whether an unmarked line heads what follows: a title before a line that is none, or a line in capitals."""
    if following is None or not _is_title(line.text) or line.marker or len(line.text) > LONGEST_PLAIN_HEADING:
        return False
    if is_capitals(line.text):
        return True
    if line.text.partition("(")[0].istitle() and (len(lines) - place <= BYLINE_WITHIN or _is_title(following.text)):
        return False
    before = lines[place - 1] if place else None
    crowded = before is not None and place > 1 and before.marker is None and _is_title(before.text)
    return not (crowded and following.marker is None and _is_title(following.text))


def _has_credit(text: str, outline: Outline) -> bool:
    """Whether a line names the author of a picture, at its start or behind a dash or bracket near its end."""
    if text.startswith(outline.credits):
        return True
    tail = text[-80:]
    return any(f"{before}{credit}" in tail for credit in outline.credits for before in ("- ", "(", ". "))
