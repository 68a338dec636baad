"""What the lines above a table say: what it measures, its unit, its period and its status."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from vnreport.assembly.tables.grids import Span, TableCell
from vnreport.assembly.tables.unit_texts import TableUnit, UnitTexts
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import SAME_PERIOD, Period, PeriodMention
from vnreport.lexicon.table_words import TableWords
from vnreport.text.markers import Outline

_PIECE = re.compile(r"[^;()]+")
_PARENS = re.compile(r"\(([^()]*)\)")
_BREAKS = re.compile(r"\s[-–]\s|[,;:(]|\s*$")
_COMMAS = re.compile(r"[^,]+")
_ACRONYM = re.compile(r"\(([A-ZĐ]{2,8})\)")
_LETTER = re.compile(r"[^\W\d_]")
_GENERIC = 2
"""A subject of fewer letters than three names nothing."""


@dataclass(frozen=True, slots=True)
class LabelledUnit:
    """A unit with the words that say what it is the unit of ("tốc độ tăng: %"), None where it is of all."""

    unit: TableUnit
    label: str


@dataclass(slots=True)
class Caption:
    """What the lines above a table say.

    `subject` are the words that name what is measured, empty where no line does; `units` those told, in order,
    `own_units` whether by the table's own lines; `period` with its `mention`; `year` the year that periods without one
    are of; `status` "" where nothing tells one; `group` a heading that the rows share ("1. Thư viện"), or None.
    """

    subject: tuple[Span, ...] = ()
    units: list[LabelledUnit] = field(default_factory=list)
    own_units: bool = False
    period: Period | None = None
    mention: PeriodMention | None = None
    year: int | None = None
    status: str = ""
    status_span: Span | None = None
    group: Span | None = None


class CaptionReader:
    """Reads captions with the words of tables, units and periods."""

    def __init__(self, words: TableWords, units: UnitTexts, periods: PeriodGrammar, outline: Outline) -> None:
        self._words = words
        self._units = units
        self._periods = periods
        self._outline = outline

    def read(
        self,
        text: str,
        lines: Sequence[Span],
        titles: Sequence[Span],
        reference: date | None,
        *,
        group: Span | None = None,
    ) -> Caption:
        """What `lines` say, nearest first; `titles` of the document give what they leave out, but no status.

        `group` is a heading among the rows, which names a group of them and not what they measure.
        """
        caption = Caption()
        if group is not None:
            caption.group = self._bare(text, *group)
        kept = [line for line in lines if self._is_own(text[slice(*line)])]
        further = [line for line in titles if self._is_own(text[slice(*line)])]
        for line in kept:
            caption.units = caption.units or self._unit_line(text, line)
        caption.own_units = bool(caption.units)
        for line in further:
            caption.units = caption.units or self._unit_line(text, line)
        timed = [line for line in (*kept, *further) if not self._is_attached(text[slice(*line)])]
        self._set_period(caption, text, timed, reference)
        for line in kept:
            self._set_status(caption, text, line)
            if not caption.subject or self._is_bare(text, caption.subject):
                caption.subject += self._subject(text, line)
        for line in further:
            caption.subject = caption.subject or self._subject(text, line)
        return caption

    def columns(self, text: str, lines: Sequence[Span], count: int) -> list[TableCell] | None:
        """The `count` columns that a list in a line above names ("(xuất; nhập; cán cân)"), or None."""
        for start, end in lines:
            for inner_start, inner_end in self._lists(text, start, end):
                for pattern in (_PIECE, _COMMAS):
                    cells = [
                        _cell(text, inner_start + found.start(), inner_start + found.end())
                        for found in pattern.finditer(text[inner_start:inner_end])
                        if found.group().strip()
                    ]
                    if len(cells) == count:
                        return cells
        return None

    def is_numbered(self, text: str, line: Span) -> bool:
        """Whether a line is the numbered caption of a table of its own ("Bảng 2. Nhập khẩu")."""
        marker = self._outline.marker(text[slice(*line)])
        return marker is not None and marker.shape == "caption"

    def tells_unit(self, text: str, lines: Sequence[Span]) -> bool:
        """Whether one of the lines names a unit."""
        return any(self._unit_line(text, line) for line in lines)

    def _lists(self, text: str, start: int, end: int) -> list[Span]:
        """Stretches of a line that may list columns: what stands in brackets, and what follows "ĐVT:"."""
        found = [(start + match.start(1), start + match.end(1)) for match in _PARENS.finditer(text[start:end])]
        opened = self._words.opens("unit_line", text[start:end])
        if opened:
            place = start + opened
            while place < end and text[place] in " :.":
                place += 1
            found.append((place, end))
        return found

    def _is_attached(self, line: str) -> bool:
        """Whether a line tells what the table comes with or from; its dates are not the table's."""
        return self._words.opens("attached", line.lstrip(" (*-")) > 0

    def _is_own(self, line: str) -> bool:
        """Whether a line tells of the table itself, at least its unit."""
        return not self._is_attached(line) or self._words.find("unit_line", line) is not None

    def _unit_line(self, text: str, line: Span) -> list[LabelledUnit]:
        """The units of a line: behind "Đơn vị tính", or alone in brackets."""
        found: list[LabelledUnit] = []
        for start, end in self._unit_stretches(text, *line):
            for piece in _PIECE.finditer(text, start, end):
                found += self._labelled(text, *piece.span())
        return found

    def _unit_stretches(self, text: str, start: int, end: int) -> list[Span]:
        marker = self._words.find("unit_line", text, start, end)
        if (
            marker is not None
            and text[marker[1] : end].lstrip()[:1] in (":", "(")
            or (marker is not None and self._words.opens("unit_line", text[start:end].lstrip(" (*")))
        ):
            place = marker[1]
            while place < end and text[place] in " :.":
                place += 1
            return [(place, end)]
        return [
            (start + match.start(1), start + match.end(1))
            for match in _PARENS.finditer(text[start:end])
            if not text[start + match.end() : end].strip(" .:;") or not self._is_count(text, start, match)
        ]

    def _is_count(self, text: str, start: int, match: re.Match[str]) -> bool:
        """Whether brackets within a line hold a counted noun ("UBND tỉnh (thành phố) …"), which is no unit there."""
        unit = self._units.read(text, start + match.start(1), start + match.end(1))
        return unit is not None and unit.unit.kind == "count"

    def _labelled(self, text: str, start: int, end: int) -> list[LabelledUnit]:
        """The unit that a piece of a unit line names, with what it is of."""
        piece = text[start:end]
        colon = piece.rfind(":")
        place = start + colon + 1 if colon >= 0 else start
        unit = self._units.read(text, place, end)
        if unit is None and "," in text[place:end]:
            place = start + piece.rfind(",") + 1
            unit = self._units.read(text, place, end)
            return [] if unit is None else [LabelledUnit(unit, "")]
        if unit is None and (sign := self._units.percent(text, start, end)) is not None:
            return [LabelledUnit(sign, piece.replace("%", " ").strip())]
        return [] if unit is None else [LabelledUnit(unit, piece[:colon].strip() if colon >= 0 else "")]

    def _set_period(self, caption: Caption, text: str, lines: Sequence[Span], reference: date | None) -> None:
        """Sets the period of the nearest line that names one, and the year that any line names."""
        said = [(line, [m for m in self._periods.find(text, *line) if self._is_time(text, m)]) for line in lines]
        years = [m.year for _, mentions in said for m in mentions if m.year is not None]
        caption.year = years[0] if years else None
        for line, mentions in said:
            resolved = [
                (self._periods.resolve(m, own=None, reference=reference, year=caption.year), m) for m in mentions
            ]
            found = [(period, mention) for period, mention in resolved if period is not None]
            bare = [
                (period, m)
                for period, m in found
                if text.count("(", line[0], m.start) <= text.count(")", line[0], m.start)
            ]
            if found:
                caption.period, caption.mention = max(bare or found, key=lambda pair: _days(pair[0]))
                return

    def _is_time(self, text: str, mention: PeriodMention) -> bool:
        """Whether a mention is the table's time: no price base ("giá so sánh 2010"), nothing relative."""
        if mention.shape in {SAME_PERIOD, "previous", "current", "vague"}:
            return False
        before = text[max(0, mention.start - 20) : mention.start]
        found = self._words.find_all("not_versus", before) + self._words.find_all("versus", before)
        return not any(not before[end:].strip() for _, end in found)

    def _set_status(self, caption: Caption, text: str, line: Span) -> None:
        """An estimate where a line says "ước"; a plan where its name begins with one."""
        if caption.status:
            return
        found = self._words.find("estimate", text, *line)
        if found is not None:
            caption.status, caption.status_span = "estimate", found
            return
        marker = self._outline.marker(text[slice(*line)])
        start = line[0] + (marker.size if marker is not None else 0)
        if self._words.opens("target", text[start : line[1]]):
            caption.status, caption.status_span = "target", (start, line[1])

    def _is_bare(self, text: str, subject: Sequence[Span]) -> bool:
        """Whether a subject only says "Cơ cấu" or "Quy mô", and the line above of what."""
        return len(subject) == 1 and self._words.is_only("bare_name", text[slice(*subject[0])])

    def _bare(self, text: str, start: int, end: int) -> Span | None:
        """A heading without its number and "Trong đó"; None where nothing is left."""
        marker = self._outline.marker(text[start:end])
        start += marker.size if marker is not None else 0
        start += self._words.opens("part", text[start:end])
        while start < end and text[start] in " :,.-":
            start += 1
        while end > start and text[end - 1] in " :,.;":
            end -= 1
        return (start, end) if start < end else None

    def _subject(self, text: str, line: Span) -> tuple[Span, ...]:
        """The words of a line that name what the table measures: no number, opener, bracket, period or place."""
        start, end = line
        marker = self._outline.marker(text[start:end])
        start += marker.size if marker is not None else 0
        if self._words.opens("caption_split", text[start:end]):
            return ()
        while start < end:
            opened = self._words.opens("caption_opener", text[start:end])
            if not opened:
                break
            start += opened
            while start < end and text[start] in " .:,-0123456789":
                start += 1
        core = start + self._words.opens("caption_core", text[start:end])
        acronym = _ACRONYM.match(text, core + len(text[core:end]) - len(text[core:end].lstrip()))
        if core > start and acronym is not None:
            return (acronym.span(1),)
        stops = [core + found.start() for found in _BREAKS.finditer(text[core:end])]
        stops += [mention.start for mention in self._periods.find(text, start, end)]
        cut = self._words.find("caption_stop", text, max(core, start + 1), end)
        stops += [cut[0]] if cut is not None else []
        stop = min([place for place in stops if place >= start], default=end)
        while stop > start and not text[stop - 1].isalnum():
            stop -= 1
        if len(_LETTER.findall(text[start:stop])) <= _GENERIC or self._words.opens("unit_line", text[start:stop]):
            return ()
        return ((start, stop),)


def _days(period: Period) -> int:
    """How long a period is; open ones are short."""
    return 0 if period.first is None or period.last is None else (period.last - period.first).days


def _cell(text: str, start: int, end: int) -> TableCell:
    """The cell of `text[start:end]` without the white space around."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return TableCell(text[start:end], start, end)
