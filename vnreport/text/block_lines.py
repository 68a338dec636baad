"""The lines of a text as blocks see them: trimmed, with the marker that opens them."""

from __future__ import annotations

import re

from vnreport.text.markers import Marker, Outline, load_outline
from vnreport.text.stops import Stops, load_stops
from vnreport.values import value

LONGEST_HEADING = 160
"""Longer lines without a full stop are paragraphs; the longest press headline seen has 154 characters."""

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|]*[^\s|][^\t|]*")
_COLUMNS = re.compile(r"\S(?:[^\S\n]{3,}\S+(?: \S+)*){2,}")
_OPEN = re.compile(r"[“\"'(\[]*[^\W_]")
_FIGURES = re.compile(r"(?:\s+[-+]?\d[\d.,]*){3,}$")
_THOUSANDS = re.compile(r"\s+\d{1,3}(?: \d{3})+")
_LETTERS = re.compile(r"[^\W\d_]{2}")


@value(frozen=True, slots=True)
class BlockLine:
    """A line, or a run of lines that belong together, without white space at its ends.

    `is_next` says that no empty line stands before it.
    """

    start: int
    end: int
    text: str
    marker: Marker | None
    is_next: bool

    @property
    def body(self) -> str:
        """The text behind the marker."""
        return self.text[self.marker.size :] if self.marker else self.text

    @property
    def is_title(self) -> bool:
        """Whether the line reads like a title; see `is_title`."""
        return is_title(self.text)

    @property
    def is_row(self) -> bool:
        """Whether the line holds cells: between tabs or bars, in columns of spaces with a figure among them, or a name
        and at least three figures one behind the other ("Gạo 12.300 11.950 +2,9").
        """
        if "\t" in self.text or "|" in self.text:
            cells = _CELL.findall(self.text)
            if "\t" not in self.text:
                return self.text.startswith("|") or len(cells) > 2
            return len(cells) > (2 if self.marker else 1)
        if "   " in self.text and any(map(str.isdigit, self.text)) and _COLUMNS.search(self.text):
            return True
        return _ends_in_figures(self.text)


def read_lines(text: str) -> list[BlockLine]:
    """The lines of `text` that are not empty; one that an abbreviation cuts ("Theo TS.") runs on into the next."""
    outline, stops = load_outline(), load_stops()
    lines: list[BlockLine] = []
    start = end = before = 0
    for found in _LINE.finditer(text):
        whole = found.group()
        body = whole.strip()
        if not body:
            continue
        first = found.start() + len(whole) - len(whole.lstrip())
        if start < end:
            if _runs_on(text, start, end, first, stops):
                end = first + len(body)
                continue
            lines.append(_line(text, before, start, end, outline))
            before = end
        start, end = first, first + len(body)
    if start < end:
        lines.append(_line(text, before, start, end, outline))
    return lines


def is_title(text: str) -> bool:
    """Whether `text` is short, has a word, opens like a title and has no closing punctuation."""
    return (
        len(text) <= LONGEST_HEADING
        and not text.endswith((".", "…", ":", ";", ",", ".”", '."'))
        and _OPEN.match(text) is not None
        and not text[0].islower()
        and _LETTERS.search(text) is not None
    )


def _ends_in_figures(text: str) -> bool:
    """Whether a short line closes with three or more figures; groups of thousands set off by spaces are one."""
    if len(text) > LONGEST_HEADING or not text[-1].isdigit():
        return False
    figures = _FIGURES.search(text)
    if figures is None:
        return False
    return len(figures.group().split()) > 2 and not _THOUSANDS.fullmatch(figures.group())


def _runs_on(text: str, start: int, end: int, following: int, stops: Stops) -> bool:
    return text.count("\n", end, following) == 1 and stops.is_cut(text, start, end, following)


def _line(text: str, before: int, start: int, end: int, outline: Outline) -> BlockLine:
    """The line `text[start:end]`; `before` is where the line before it ends."""
    line = text[start:end]
    return BlockLine(start, end, line, outline.marker(line), text.count("\n", before, start) == 1)
