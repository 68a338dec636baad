"""Finds where a document's own head ends and which lines are its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnreport.text.block_lines import LONGEST_HEADING, BlockLine
from vnreport.text.markers import Outline

MOTTO_WITHIN = 8
"""The state's name and motto stand so near the top; the issuer, and at times a form's number, stand before them."""

MOST_TITLE_LINES = 4
"""A title of a decree or report runs over so many lines at most, its kind ("NGHỊ ĐỊNH") included."""

_NO_WORD = re.compile(r"[\W\d_]*[^\W\d_]?[\W\d_]*")


def letterhead_size(lines: Sequence[BlockLine], outline: Outline) -> int:
    """How many lines the letterhead takes: issuer, state, motto, number, place and date; 0 where there is none."""
    top = [line.text if len(line.text) <= LONGEST_HEADING else "" for line in lines[:MOTTO_WITHIN]]
    mottos = [place for place, text in enumerate(top) if outline.has_motto(text)]
    size = mottos[-1] + 1 if mottos else 0
    while size < len(lines) and _is_head(lines[size].text, outline, has_motto=bool(mottos)):
        size += 1
    return size


def headline_places(lines: Sequence[BlockLine], outline: Outline, *, letterhead: int) -> range:
    """The places of the lines that are the headline; empty where there is none.

    It is the first line behind the letterhead, where that reads like a title and is not the last; it runs on over lines
    that open with a small letter, and behind the kind of an administrative document over its subject.
    """
    for first in dict.fromkeys((letterhead, 0)):
        if first < len(lines) - 1:
            is_kind = _is_short(lines[first]) and outline.is_document_kind(lines[first].text)
            if is_kind or _is_headline(lines[first]):
                return range(first, _headline_end(lines, first, outline, is_kind=is_kind))
    return range(0)


def _headline_end(lines: Sequence[BlockLine], first: int, outline: Outline, *, is_kind: bool) -> int:
    end = first + 1
    while end < min(len(lines) - 1, first + MOST_TITLE_LINES):
        line = lines[end]
        opens_small = line.text[0].islower() and line.is_next and _is_short(line)
        is_subject = is_kind and (line.is_title or opens_small) and not outline.is_preamble(line.text)
        if line.marker or line.is_row or not (is_subject or opens_small):
            break
        end += 1
    return end


def _is_headline(line: BlockLine) -> bool:
    return line.marker is None and line.is_title and not line.is_row


def _is_short(line: BlockLine) -> bool:
    return len(line.text) <= LONGEST_HEADING and not line.text.endswith((".", ";", "…"))


def _is_head(text: str, outline: Outline, *, has_motto: bool) -> bool:
    """Whether a line belongs to the letterhead that runs so far; rules and dates do only behind the motto."""
    if outline.is_letterhead(text):
        return True
    return has_motto and (_NO_WORD.fullmatch(text) is not None or outline.is_place_and_date(text))
