"""Reads a line of text as the row of a table: a label and the figures behind it."""

from __future__ import annotations

import re

from vnreport.assembly.tables.grids import TableCell
from vnreport.values import value

LONGEST_LABEL = 140
"""Longer labels are sentences that end in figures; the longest row label of the corpus has 61 characters."""

LONGEST_ROW = 400
"""The same for whole lines."""

_LAST = frozenset("0123456789%-–….x|; \t")
"""What a row may close with; a first look that spares most lines the pattern."""

_BEFORE_STOP = frozenset("0123456789.,")

_BETWEEN = r"[ \t]*(?:[|;\t]|(?<=\s)/(?=\s))[ \t]*|[ \t]+"
_DATE = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_FIGURE = r"[-+]?\d[\d.,]*(?:\s?%|/\d[\d.,]*)?"
_BLANK = r"[-–…x]|\.{2,3}"
_CELL = re.compile(rf"(?:{_DATE}|{_FIGURE}|{_BLANK})")
_ANY = rf"(?:{_DATE}|{_FIGURE}|{_BLANK})"
_TAIL = re.compile(rf"(?:{_BETWEEN}|:\s*){_ANY}(?:(?:{_BETWEEN}){_ANY})*[ \t|;]*$")
_LETTERS = re.compile(r"[^\W\d_]{2}|[^\W\d_]")
_DATED = re.compile(_DATE)
_SEPARATOR = re.compile(r"\s*[|;\t]\s*|\s+/\s+")
_NUMERIC = re.compile(rf"{_FIGURE}|{_DATE}")


@value(frozen=True, slots=True)
class RowLine:
    """A line that reads like a row: its label, and the cells behind it in order, placeholders among them."""

    start: int
    end: int
    label: TableCell
    cells: tuple[TableCell, ...]

    @property
    def figures(self) -> int:
        """How many cells hold a figure."""
        return sum(1 for cell in self.cells if _NUMERIC.fullmatch(cell.text))


def read_row(text: str, start: int, end: int) -> RowLine | None:
    """The row in the line `text[start:end]`; None where it does not close with figures behind a label."""
    if end - start > LONGEST_ROW or text[end - 1] not in _LAST:
        return None
    # The stop of a sentence; a figure or a blank has another sign or a digit before it.
    if text[end - 1] == "." and text[end - 2] not in _BEFORE_STOP:
        return None
    line = text[start:end]
    tail = _TAIL.search(line)
    if tail is None or not any(char.isdigit() for char in tail.group()):
        return None
    cells = [
        TableCell(found.group(), start + found.start(), start + found.end())
        for found in _CELL.finditer(line, tail.start())
        if _is_whole(line, found.start(), found.end())
    ]
    label = line[: tail.start()].rstrip(" \t|;:/")
    if not label.strip() or len(label) > LONGEST_LABEL or not cells:
        return None
    if _LETTERS.search(label) is None and not any(_DATED.fullmatch(cell.text) for cell in cells):
        return None
    first = len(label) - len(label.lstrip(" |"))
    made = TableCell(label[first:], start + first, start + len(label))
    return RowLine(start, end, made, tuple(cells))


def trimmed(row: RowLine, text: str, count: int) -> RowLine:
    """The row with its last `count` cells; those before them belong to the label ("M dưới 2,5 | 48 | 29")."""
    if len(row.cells) <= count:
        return row
    kept = row.cells[len(row.cells) - count :]
    end = row.cells[len(row.cells) - count - 1].end
    label = TableCell(text[row.label.start : end], row.label.start, end)
    return RowLine(row.start, row.end, label, kept)


def split_label(label: TableCell) -> list[TableCell]:
    """The columns within a label: "Tuyển sinh học nghề / người" has two."""
    pieces: list[TableCell] = []
    place = 0
    for found in [*_SEPARATOR.finditer(label.text), None]:
        stop = len(label.text) if found is None else found.start()
        piece = label.text[place:stop]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            pieces.append(
                TableCell(piece.strip(), label.start + place + lead, label.start + place + len(piece.rstrip()))
            )
        place = stop if found is None else found.end()
    return pieces


def _is_whole(line: str, start: int, end: int) -> bool:
    """Whether a cell stands between separators, so that it is no part of a word."""
    return (start == 0 or not line[start - 1].isalnum()) and (end == len(line) or not line[end].isalnum())
