"""Periods as ISO texts and days: made, parsed, shifted; no words and no document here.

Days, months, years and intervals are those of ISO 8601-1, open ends those of EDTF (ISO 8601-2:2019); quarters and
halves have a letter instead of EDTF's numbers.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from vnreport.grammar.values import Period

OPEN = ".."
TWO_YEARS = frozenset({730, 731})
FIRST_SCHOOL_MONTH = 8  # in August a text already speaks of the year to come
ROLLING = {"week": (7,), "month": (28, 29, 30, 31)}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
LONGEST_MONTH = 31
WEEK = 7
POINT = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?")


def lies_within(period: Period, whole: Period) -> bool:
    """Whether all days of a period are days of the other; no where one of them is open or an as-of day."""
    if period.first is None or period.last is None or whole.first is None or whole.last is None:
        return False
    return whole.first <= period.first and period.last <= whole.last


def day_period(day: date) -> Period:
    """The period of one day."""
    return Period(day.isoformat(), day, day)


def unit_period(unit: str, year: int, number: int = 1) -> Period:
    """The `number`-th `month`, `quarter` or `half` of a year, or the `year` itself."""
    size = MONTHS[unit]
    mark = {"month": f"-{number:02d}", "quarter": f"-Q{number}", "half": f"-H{number}", "year": ""}[unit]
    return Period(f"{year:04d}{mark}", date(year, size * (number - 1) + 1, 1), month_end(year, size * number))


def interval(first: Period, last: Period) -> Period | None:
    """From the first day of one period to the last day of another; None when that runs backwards."""
    if first.first is None or last.last is None or first.first > last.last:
        return None
    return Period(f"{_piece(first, 0)}/{_piece(last, 1)}", first.first, last.last)


def as_of(period: Period) -> Period:
    """The period as an as-of date: up to its last day. A year keeps its short text ("../2030")."""
    if period.last is None:
        return period
    text = period.iso if len(period.iso) == 4 else period.last.isoformat()
    return Period(f"{OPEN}/{text}", None, period.last, as_of=True)


def open_from(period: Period) -> Period:
    """From the period's first day on."""
    if period.first is None:
        return period
    text = period.iso if len(period.iso) == 4 else period.first.isoformat()
    return Period(f"{text}/{OPEN}", period.first, None)


def edge_of(period: Period, edge: str) -> Period:
    """The day at an edge of a closed period: `start`, `middle`, `end`, or `eve`, the day before it starts.

    The middle of a month is its 15th, that of a year the end of June.
    """
    if period.first is None or period.last is None:
        return period
    if edge == "middle":
        half = period.first.replace(day=15) if (days_in(period) or 0) <= LONGEST_MONTH else period.first
        return day_period(half if half.day == 15 else month_end(half.year, (half.month + period.last.month) // 2))
    day = {"start": period.first, "end": period.last, "eve": period.first - timedelta(days=1)}[edge]
    return day_period(day)


def parse_iso(text: str) -> Period:
    """The period of an ISO 8601 / EDTF text as section 4 of the guidelines lists them; ValueError for any other."""
    if "/" not in text:
        return _parse_point(text)
    left, _, right = text.partition("/")
    first = None if left == OPEN else _parse_point(left).first
    last = None if right == OPEN else _parse_point(right).last
    if (first is None and last is None) or (first and last and first > last):
        raise ValueError(f"not a period: {text!r}")
    return Period(text, first, last, as_of=left == OPEN)


def same_period_before(period: Period, years: int = 1) -> Period:
    """The same period some years before (after, for a negative number).

    2018-Q1 → 2017-Q1, ../2017-09-15 → ../2016-09-15; 29 February becomes the 28th.
    """
    return parse_iso("/".join(_shift_year(piece, years) for piece in period.iso.split("/")))


def previous(period: Period, unit: str, steps: int = 1) -> Period | None:
    """The `unit` that lies `steps` before the one in which the period ends (begins, for an open one).

    `unit` is `day`, `week`, `month`, `quarter`, `half`, `year`, `school_year`, or `period` for the one of the same
    length just before; None when that has no certain length.
    """
    if unit == "period":
        return _period_before(period) if steps == 1 else None
    if unit == "school_year" and days_in(period) in TWO_YEARS:
        return same_period_before(period, steps)
    if unit in ROLLING and days_in(period) in ROLLING[unit]:
        return _rolled_back(period, unit, steps)
    day = period.last or period.first
    if day is None:
        return None
    return containing(day, unit, steps)


def _rolled_back(period: Period, unit: str, steps: int) -> Period | None:
    """The week or month that runs between the same days some steps before: 15/11-14/12 → 15/10-14/11."""
    if period.first is None or period.last is None:
        return None
    if unit == "week":
        ends = [day - timedelta(days=7 * steps) for day in (period.first, period.last)]
    else:
        ends = [months_before(day, steps) for day in (period.first, period.last)]
        if period.last == month_end(period.last.year, period.last.month):
            ends[1] = month_end(ends[1].year, ends[1].month)
            if period.first.day == 1:
                return unit_period("month", ends[1].year, ends[1].month)
    return interval(day_period(ends[0]), day_period(ends[1]))


def months_before(day: date, months: int) -> date:
    """The same day of the month some months before, or that month's last day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return min(day.replace(day=1).replace(year=year, month=month) + timedelta(days=day.day - 1), month_end(year, month))


def next_period(period: Period, unit: str, steps: int = 1) -> Period | None:
    """The `unit` that lies `steps` after the one in which the period ends."""
    return previous(period, unit, -steps)


def containing(day: date, unit: str, steps: int = 0) -> Period | None:
    """The `unit` that holds a day, or the one `steps` before it; None outside the calendar."""
    try:
        if unit == "day":
            return day_period(day - timedelta(days=steps))
        if unit == "week":
            monday = day - timedelta(days=day.weekday() + 7 * steps)
            return interval(day_period(monday), day_period(monday + timedelta(days=6)))
        if unit == "school_year":
            return school_year(day.year - (day.month < FIRST_SCHOOL_MONTH) - steps)
        size = MONTHS[unit]
        index = (day.year * 12 + day.month - 1) // size - steps
        per_year = 12 // size
        return unit_period(unit, index // per_year, index % per_year + 1)
    except (OverflowError, ValueError):
        return None


def school_year(year: int) -> Period:
    """The school year that begins in a year, as its two years: no text says on which day it ends."""
    return parse_iso(f"{year:04}/{year + 1:04}")


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def days_in(period: Period) -> int | None:
    """How many days a period has; None where an end is open."""
    return None if period.first is None or period.last is None else (period.last - period.first).days + 1


def _period_before(period: Period) -> Period | None:
    """The period of the same kind just before: month, quarter, half, year, half month, or as many whole months."""
    if period.first is None or period.last is None:
        return None
    for unit in ("month", "quarter", "half", "year"):
        whole = containing(period.last, unit)
        if whole is not None and (whole.first, whole.last) == (period.first, period.last):
            return containing(period.last, unit, 1)
    before = period.first - timedelta(days=1)
    if period.last.day == 15 and period.first == period.last.replace(day=1):
        return interval(day_period(before.replace(day=16)), day_period(before))
    if period.first.day == 16 and period.last == month_end(period.first.year, period.first.month):
        return interval(day_period(period.first.replace(day=1)), day_period(before))
    if period.first.year == period.last.year and "-" in period.iso and period.first == period.last:
        return day_period(before)
    return None


def _parse_point(text: str) -> Period:
    """The period of one ISO date, month, quarter, half or year."""
    match = POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"not a period: {text!r}")
    year = int(match["year"])
    if match["day"]:
        return day_period(date(year, int(match["month"]), int(match["day"])))
    for unit in ("month", "quarter", "half"):
        if match[unit]:
            return unit_period(unit, year, int(match[unit]))
    return unit_period("year", year)


def _shift_year(piece: str, years: int) -> str:
    """One ISO point some years earlier; 29 February becomes the 28th in a common year."""
    if piece == OPEN:
        return piece
    shifted = f"{int(piece[:4]) - years:04d}{piece[4:]}"
    if shifted.endswith("-02-29") and monthrange(int(shifted[:4]), 2)[1] == 28:
        return shifted[:-2] + "28"
    return shifted


def _piece(period: Period, side: int) -> str:
    """The text of a period as one side (0 first, 1 last) of an interval."""
    return period.iso.split("/")[side] if "/" in period.iso else period.iso
