"""How long periods are, and how one lies to another."""

from __future__ import annotations

import sys
from datetime import date

from vnreport.grammar.calendar import lies_within
from vnreport.grammar.values import Period

# What a report is about ends so many days after it at most.
SOON_DAYS = 31
# The days that an event lasts at most.
LONGEST_EVENT = 14
# The days of two months, the shortest part of a year that a text may be about where it names the year too.
SHORTEST_PART = 55
# What ended more days before the document's date is another time: "FED hạ lãi suất 0,25%" is not of 2008.
LONG_PAST = 1000
# No month has fewer days from its first to its last, no year has fewer days.
SHORTEST_MONTH, SHORTEST_YEAR = 27, 360


def length_of(period: Period) -> int:
    """The days of a period from its first to its last; 0 for an as-of day, -1 for one without an end."""
    if period.last is None:
        return -1
    return (period.last - period.first).days if period.first is not None else 0


def is_day(period: Period) -> bool:
    """Whether a period is one day, and none up to which all is counted."""
    return period.first is not None and period.first == period.last


def is_month(period: Period) -> bool:
    """Whether a period is one calendar month."""
    return len(period.iso) == 7 and period.iso[5].isdigit()


def is_year(period: Period) -> bool:
    """Whether a period is a calendar year."""
    return period.iso.isdigit()


def is_before(period: Period, base: Period) -> bool:
    """Whether a period ended before the other began; an as-of day begins with itself."""
    start = base.first or base.last
    return period.last is not None and start is not None and period.last < start


def begins_after(period: Period | None, day: date | None) -> bool:
    """Whether a period, if one is known, lies ahead of a day, or its last day does where it has no first."""
    begins = None if period is None else period.first or period.last
    return begins is not None and day is not None and begins > day


def passes_beside(period: Period, base: Period) -> bool:
    """Whether a period only passes beside a base: an open one, one that ended before it, or one within it.

    Beside a day up to which all is counted pass days of an event: "tính đến 13/10 … Mưa từ 6 đến 9/10 …".
    """
    if period.last is None:
        return True
    if period.iso == base.iso:
        return False
    if base.first is None:
        return 0 <= length_of(period) <= LONGEST_EVENT and period.first is not None and is_before(period, base)
    return is_before(period, base) or lies_within(period, base)


def is_whole_of(period: Period, part: Period | None, reference: date | None) -> bool:
    """Whether a time that is not over holds the part of it that a text is about: "năm nay" beside nine months."""
    if reference is None or period.last is None or part is None or part.last is None:
        return False
    if length_of(part) < SHORTEST_PART or not part.last <= reference < period.last:
        return False
    return lies_within(part, period)


def is_counted_in(period: Period, base: Period, reference: date | None) -> bool:
    """Whether a total is counted up to a day of a base or to the document's date behind it, or ends with the base.

    "Tính đến 20/8, …" in a report on August or on eight months, "bình quân hai tháng" in one on February.
    """
    first, last, at = base.first, base.last, period.last
    if first is None or last is None or at is None:
        return False
    if period.as_of:
        return first <= at <= max(last, reference or last)
    return at == last and period.first is not None and period.first < first


def is_long_over(period: Period, reference: date | None, *, days: int = SOON_DAYS) -> bool:
    """Whether a period ended more than so many days before the document's date; no without a date or an end."""
    return reference is not None and period.last is not None and (reference - period.last).days > days


def is_long_past(period: Period, reference: date | None) -> bool:
    """Whether a period ended years before the document's date, or began then and has no end: "từ năm 1960"."""
    day = period.last or period.first
    return reference is not None and day is not None and (reference - day).days > LONG_PAST


def ended_within(period: Period, reference: date | None, *, days: int) -> bool:
    """Whether a period ended so many days before the document's date at most, or ends soon after it."""
    if reference is None or period.last is None:
        return False
    return -SOON_DAYS <= (reference - period.last).days <= days


def is_over(period: Period, reference: date | None) -> bool:
    """Whether a period has ended by the document's date, or ends soon after it."""
    return ended_within(period, reference, days=sys.maxsize)


def is_running(period: Period, reference: date | None) -> bool:
    """Whether a day lies in a period that is not over by it."""
    if reference is None or period.first is None or period.last is None:
        return False
    return period.first <= reference < period.last


def is_running_year(period: Period | None, reference: date | None) -> bool:
    """Whether the period is a year that is not over, in which what is told of now is a time of its own."""
    return period is not None and is_running(period, reference) and length_of(period) >= SHORTEST_YEAR
