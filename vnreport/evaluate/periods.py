"""First and last day of the period texts that gold and output use (corpus/guidelines.md, section 4)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from vnreport.errors import InputError

_POINT = re.compile(
    r"(?P<year>[12][0-9]{3})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_FORMS = "YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Q1, YYYY-H1, A/B, ../B or A/.."


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of a period, None on the side where it is open."""

    first: date | None
    last: date | None


def read_days(iso: str) -> Days:
    """The first and last day of a period text. Raises InputError where it is no period."""
    first, slash, last = iso.partition("/")
    if not slash:
        days = _point(iso, whole=iso)
        return Days(*days)
    if first == last == "..":
        raise InputError(iso, "a period open on both sides")
    start = None if first == ".." else _point(first, whole=iso)[0]
    end = None if last == ".." else _point(last, whole=iso)[1]
    if start is not None and end is not None and start > end:
        raise InputError(iso, "a period that ends before it starts")
    return Days(start, end)


def same_period(one: str | None, other: str | None) -> bool:
    """True where the last days are equal, and the first days where both have one; null equals null alone.

    A text that is no period equals only the very same text.
    """
    if not one or not other:
        return not one and not other
    try:
        left, right = read_days(one), read_days(other)
    except InputError:
        return one == other
    return left.last == right.last and (left.first is None or right.first is None or left.first == right.first)


def _point(text: str, *, whole: str) -> tuple[date, date]:
    """First and last day of a text without a slash; `whole` is what the error quotes."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise InputError(whole, f"not a period; expected {_FORMS}")
    year = int(match["year"])
    if match["day"]:
        try:
            day = date(year, int(match["month"]), int(match["day"]))
        except ValueError as error:
            raise InputError(whole, "no such day") from error
        return day, day
    first, last = 1, 12
    if match["month"]:
        first = last = int(match["month"])
        if not 1 <= first <= 12:
            raise InputError(whole, "no such month")
    elif match["quarter"]:
        last = 3 * int(match["quarter"])
        first = last - 2
    elif match["half"]:
        last = 6 * int(match["half"])
        first = last - 5
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
