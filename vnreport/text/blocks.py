"""Splits a text into its blocks: headline, headings, paragraphs, list items, table rows, captions, footnotes."""

from __future__ import annotations

import re
from typing import Literal

from vnreport.text.block_lines import LONGEST_HEADING, BlockLine, is_title, read_lines
from vnreport.text.headlines import headline_places, letterhead_size
from vnreport.text.markers import Outline, is_capitals, load_outline
from vnreport.values import value

Kind = Literal["headline", "heading", "paragraph", "list_item", "table_row", "caption", "footnote"]

LONGEST_PLAIN_HEADING = 110
"""The same for headings without a number; those between the paragraphs of articles are shorter than headlines."""

BYLINE_WITHIN = 4
"""So near the end of a text, a line of capitalised words ("Hồ Vy") names the author; captions may follow."""

_NOTE = re.compile(r"\[\d{1,3}\]|\(\*+\)|\*{2,3}(?=\s)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+")


@value(frozen=True, slots=True)
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


def split_blocks(text: str) -> list[Block]:
    """The blocks of `text` in order; they don't overlap, and only white space stands between them.

    A block is a line, except where a line ends with an abbreviation that asks for the next one ("Theo TS."). Offsets
    are those of `text`, which is normalised. The first short line without a full stop is the headline, if more follows;
    after the letterhead of an administrative document, the title and the line under it.
    """
    outline = load_outline()
    lines = read_lines(text)
    letterhead = letterhead_size(lines, outline)
    headline = headline_places(lines, outline, letterhead=letterhead)
    blocks: list[Block] = []
    for place, line in enumerate(lines):
        if place in headline:
            kind: Kind = "headline"
        elif headline and place < min(letterhead, headline.start):
            kind = "table_row" if line.is_row else "paragraph"
        else:
            kind = _kind(lines, place, blocks, outline)
        marker = line.marker if kind in ("heading", "list_item", "caption") else None
        size, number, level = (marker.size, marker.number, marker.level) if marker else (0, None, None)
        blocks.append(Block(kind, line.start, line.end, line.start + size, number, level))
    return blocks


def _kind(lines: list[BlockLine], place: int, blocks: list[Block], outline: Outline) -> Kind:
    """The kind of the line at `place`, which is no headline, behind the `blocks` of those before it."""
    line = lines[place]
    following = lines[place + 1] if place + 1 < len(lines) else None
    if line.is_row:
        return "table_row"
    if line.text.startswith(outline.footnotes) or _NOTE.match(line.text):
        return "footnote"
    if line.marker and line.marker.shape == "caption" or _has_credit(line.text, outline):
        return "caption"
    if line.marker and _is_marked(line, following):
        return "heading" if _is_marked_heading(line, following) else "list_item"
    if blocks and _continues_list(line.text, lines[place - 1], blocks[-1]):
        return "list_item"
    return "heading" if _is_plain_heading(lines, place) else "paragraph"


def _is_marked(line: BlockLine, following: BlockLine | None) -> bool:
    """Whether the marker is one: a signature such as "V. Phan" at the end of an article has none."""
    if line.marker is None or line.marker.shape not in ("roman", "capital"):
        return True
    return is_capitals(line.body) or (following is not None and " " in line.body)


def _is_marked_heading(line: BlockLine, following: BlockLine | None) -> bool:
    """Whether a line with a marker heads what follows instead of being one of a list."""
    marker = line.marker
    if marker is None or marker.shape in ("bullet", "paren"):
        return False
    if not line.body or marker.shape == "division":
        return line.is_title
    if not is_title(line.body):
        return False
    if is_capitals(line.body):
        return True
    if following is None or marker.level >= 7 and following.marker is None and following.is_title:
        return False
    return following.marker is None or following.marker.level != marker.level


def _continues_list(text: str, before: BlockLine, block: Block) -> bool:
    """Whether an unmarked line is an item of the list that the line before announces or continues."""
    if block.kind == "list_item" and block.level is None:
        return text.endswith(";") or (before.text.endswith(";") and len(text) <= LONGEST_HEADING)
    return before.text.endswith(":") and (text.endswith(";") or is_title(text))


def _is_plain_heading(lines: list[BlockLine], place: int) -> bool:
    """Whether an unmarked line heads what follows: a title before a line that is none, or a line in capitals."""
    line = lines[place]
    if place + 1 == len(lines) or not line.is_title or line.marker or len(line.text) > LONGEST_PLAIN_HEADING:
        return False
    following = lines[place + 1]
    if is_capitals(line.text):
        return True
    if line.text.startswith("(") or following.text[0].islower():
        return False
    if line.text.partition("(")[0].istitle() and (len(lines) - place <= BYLINE_WITHIN or following.is_title):
        return False
    before = lines[place - 1] if place > 1 else None
    crowded = before is not None and before.marker is None and before.is_title
    return not (crowded and following.marker is None and following.is_title)


def _has_credit(text: str, outline: Outline) -> bool:
    """Whether a line names the author of a picture, at its start or behind a dash or bracket near its end."""
    if text.startswith(outline.credits):
        return True
    tail = text[-80:]
    named = [credit for credit in outline.credits if credit in tail]
    return any(f"{before}{credit}" in tail for credit in named for before in ("- ", "(", ". "))
