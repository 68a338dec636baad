"""Row models of the lexicon behind periods: words, pieces, patterns, frames and holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from vnreport.lexicon.load import Row, read_rows

# Days of a long month by the moon; a short one has one day less.
LONG_MONTH = 30


@dataclass(frozen=True, slots=True)
class WordRow(Row):
    """A word with a value inside a period; the first part of the id names the group that it fills.

    `number.*` fill `count`, `quarter` and `month`, `quarter.*` only `quarter`; `year_word.*` say how many years back
    (`value`) from what (`anchor`: `own` the figure's own period, `reference` the document's date); `edge.*` and
    `unit.*` give the rest of their id. `stem.*` and `branch.*` name a year by the moon together: "Kỷ Hợi".
    """

    value: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PieceRow(Row):
    """A named part of patterns: `[piece.year]` is written `${year}`; several surfaces are alternatives.

    `[citation.*]` rows are what stands before a date that belongs to a cited document and is no period.
    """


@dataclass(frozen=True, slots=True)
class PatternRow(Row):
    """A way of saying a period. Surfaces are patterns over lower-case text, composed from pieces by name.

    `heads` are the words that a match starts with: `0` for a number of one or two digits, `year` for one of four,
    `count` for number words, `1` for one letter and a digit. `shape` is that of the mention; `unit`, `edge`, `anchor`,
    `quarter`, `half`, `count`, `back` (years back, used with `anchor`), `toward`, `as_of` are its fixed fields. One of
    `after` must stand before the match where any is given, none of `not_after` may; none of `not_before` may follow.
    `framed` rows count only inside a frame; `glued` ones may follow a letter without a space.
    """

    heads: tuple[str, ...] = ()
    shape: str = ""
    unit: str = ""
    edge: str = ""
    anchor: str = ""
    quarter: int = 0
    half: int = 0
    count: int = 0
    back: int = 0
    toward: int = 0
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    as_of: bool = False
    framed: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class FrameRow(Row):
    """Words around a period that change what it says; surfaces are phrases.

    `effect` is `lead` (belongs to the period: "sáng"), `as_of`, `open`, `since` (open, but up to the document's date),
    `between` (two periods make an interval), `and` (a year and what follows it do), `apart` (they don't), `restates` (a
    day and its date), `deadline` (as of, looking ahead), `event` (open, with the words of an event between), `to_now`
    (behind an open one: up to now), `back` (behind an open one: up to it), `order` (plain, whatever stands before), or
    `drop` (no period: "mùng").
    `shapes` limits it to mentions of these shapes.
    """

    effect: str = ""
    shapes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HolidayRow(Row):
    """A holiday: `month` and `day` of the solar calendar, 0 where the lunar calendar moves it to one of `days`.

    `short` are the years in which it follows a lunar month of 29 days, not of 30; `off` are the days off around it, as
    intervals.
    """

    month: int = 0
    day: int = 0
    days: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LunarYear:
    """A year by the moon: its first day, and how many days the last month before it has."""

    first: date
    last_month: int


@cache
def holiday_starts(year: int, holiday: str = "") -> tuple[date, ...]:
    """The solar days on which the holidays of a year begin, or one row of them does; read once."""
    found: list[date] = []
    for row in read_rows("holidays", HolidayRow):
        if holiday and row.id != holiday:
            continue
        if row.month:
            found.append(date(year, row.month, row.day))
        found += [day for day in map(date.fromisoformat, row.days) if day.year == year]
    return tuple(sorted(found))


@cache
def lunar_years() -> tuple[LunarYear, ...]:
    """The years by the moon; read once."""
    return tuple(
        LunarYear(day, LONG_MONTH - (str(day.year) in row.short))
        for row in read_rows("holidays", HolidayRow)
        for day in map(date.fromisoformat, row.days)
    )


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The days off around a holiday (its row) in one year, from the first to the last."""

    holiday: str
    first: date
    last: date

    @property
    def count(self) -> int:
        """How many days they are."""
        return (self.last - self.first).days + 1


@cache
def days_off() -> tuple[DaysOff, ...]:
    """The days off around the holidays of all years that the lexicon knows; read once."""
    spans = [(row.id, *span.split("/")) for row in read_rows("holidays", HolidayRow) for span in row.off]
    return tuple(DaysOff(row, date.fromisoformat(first), date.fromisoformat(last)) for row, first, last in spans)


@dataclass(frozen=True, slots=True)
class PeriodLexicon:
    """The rows that the period grammar is composed from."""

    words: tuple[WordRow, ...]
    pieces: tuple[PieceRow, ...]
    patterns: tuple[PatternRow, ...]
    frames: tuple[FrameRow, ...]
    holidays: tuple[HolidayRow, ...]

    @classmethod
    def load(cls) -> PeriodLexicon:
        """The packaged rows; raises DataFileError where a file has faults."""
        return cls(
            read_rows("period_words", WordRow),
            read_rows("period_pieces", PieceRow),
            read_rows("periods", PatternRow),
            read_rows("period_frames", FrameRow),
            read_rows("holidays", HolidayRow),
        )
