"""Reads the labels of rows: their names, units, totals, and which row each is a part of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vnreport.assembly.tables.grids import Span, TableCell
from vnreport.assembly.tables.unit_texts import TableUnit, UnitTexts
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import PeriodMention
from vnreport.lexicon.table_words import TableWords
from vnreport.text.markers import Outline

TOP, PLAIN, UNMARKED = 0.0, 5.0, 8.5
"""Ranks of a total that opens its table, and of labels without a mark: alone, and beside a column of numbers."""
PART = 0.5
"""How much lower "Trong đó" stands than the row that it breaks down."""

_SERIAL = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\s+(?=[^\W\d_])")
_ROMAN = re.compile(r"[IVX]{1,5}")
_CAPITAL = re.compile(r"[A-HĐ]")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*")
_LETTER = re.compile(r"[a-zđ]|[a-zđ]\d")
_BULLETS = " -+*_•"


@dataclass(slots=True)
class RowLabel:
    """A row's label: its name, the unit in brackets behind it, and where it stands among the rows.

    `rank` is smaller for higher rows; `part` marks "Trong đó", `total` a name that only says "Tổng số", `whole` one of
    a whole place ("Toàn tỉnh"), `period` a label that is a time. `parent` is the index of the row that it is a part of,
    `group` marks a row without figures.
    """

    name: Span
    text: str
    rank: float
    unit: TableUnit | None = None
    part: bool = False
    total: bool = False
    whole: bool = False
    opens_total: bool = False
    period: PeriodMention | None = None
    parent: int | None = None
    group: bool = False


class LabelReader:
    """Reads row labels with the words of tables, units, periods and the outline."""

    def __init__(self, words: TableWords, units: UnitTexts, periods: PeriodGrammar, outline: Outline) -> None:
        self._words = words
        self._units = units
        self._periods = periods
        self._outline = outline

    def read(self, text: str, cell: TableCell, serial: str = "", *, has_serials: bool = False) -> RowLabel:
        """The label in `cell`; `serial` is the text of the row's cell in a column of numbers."""
        start, end, rank = cell.start, cell.end, PLAIN
        marker = self._outline.marker(cell.text)
        number = _SERIAL.match(cell.text)
        if marker is not None and marker.shape in ("division", "caption"):
            marker = None
        if serial.strip(" .)"):
            rank = _serial_rank(serial.strip(" .)"))
        elif has_serials:
            rank = UNMARKED
        if marker is not None:
            start += marker.size
            rank = float(marker.level) if not serial.strip() else rank
        elif number is not None:
            start += number.end()
            rank = 4.0 + number["number"].count(".")
        start = _skip(text, start, end)
        opened = self._words.opens("part", text[start:end])
        if opened:
            start = _skip(text, start + opened, end)
        unit, end = self._unit(text, start, end)
        while end > start and text[end - 1] in " :;.,*":
            end -= 1
        if not any(char.isalpha() for char in text[start:end]):
            start = end
        label = RowLabel((start, end), text[start:end], rank, unit, part=bool(opened))
        label.total = self._words.is_only("total", label.text)
        label.whole = self._words.is_only("whole", label.text)
        label.opens_total = self._words.opens("total", label.text) > 0 or label.whole
        mentions = self._periods.find(text, start, end)
        if len(mentions) == 1 and not (text[start : mentions[0].start] + text[mentions[0].end : end]).strip(" .:,()"):
            label.period = mentions[0]
        return label

    def _unit(self, text: str, start: int, end: int) -> tuple[TableUnit | None, int]:
        """The unit in the brackets that close a label, and where the name before it ends."""
        found = self._units.in_brackets(text, start, end)
        if found is None or text[found[1][1] : end].strip(" :;.,*"):
            return None, end
        return found[0], found[1][0]


def set_parents(labels: Sequence[RowLabel | None], groups: Sequence[bool]) -> None:
    """Sets for each row the row above that it is a part of; `groups` are rows without figures, which only head others.

    A total that opens the table is above all; "Trong đó" and the unmarked rows behind it are parts of the row before.
    """
    has_marks = any(label is not None and label.rank not in (PLAIN, UNMARKED) for label in labels)
    stack: list[tuple[int, float]] = []
    part_of: float | None = None
    first = True
    for index, label in enumerate(labels):
        if label is None:
            continue
        rank = label.rank
        label.group = groups[index]
        opens = first and not groups[index] and (label.opens_total or (has_marks and rank == PLAIN))
        if opens or label.total or label.whole:
            rank = TOP
        elif label.part and stack:
            above = next((r for i, r in reversed(stack) if not _is_part(labels[i])), TOP)
            rank = part_of = above + PART
        elif (
            part_of is not None
            and rank == (UNMARKED if has_marks else PLAIN)
            or (part_of is not None and has_marks and rank == PLAIN)
        ):
            rank = part_of
        else:
            part_of = None
        first = False
        while stack and stack[-1][1] >= rank:
            stack.pop()
        if stack:
            label.parent = stack[-1][0]
        label.rank = rank
        stack.append((index, rank))


def _is_part(label: RowLabel | None) -> bool:
    return label is not None and label.part


def _serial_rank(serial: str) -> float:
    """The rank of the mark in a column of numbers: "II" above "3", "3" above "3.1" and "a"."""
    if _ROMAN.fullmatch(serial):
        return 3.0
    if _CAPITAL.fullmatch(serial):
        return 2.0
    if _NUMBER.fullmatch(serial):
        return 4.0 + serial.count(".")
    return 7.0 if _LETTER.fullmatch(serial) else UNMARKED


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _BULLETS + ":,":
        start += 1
    return start
