"""Resolves holidays, and the days off around them: "5 ngày nghỉ Tết"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from vnreport.grammar.calendar import day_period, days_in, interval, unit_period
from vnreport.grammar.period_context import Context, year_said
from vnreport.grammar.period_dates import resolve_day, resolve_year
from vnreport.grammar.values import Period, PeriodMention
from vnreport.lexicon.periods import DaysOff, days_off, holiday_starts, lunar_years

# A holiday's days off begin and end so many days before and after it: nine days off at Tết reach from the 29th of the
# last month to the sixth day of the new year, or begin with the new year.
LEAD_DAYS, TRAIL_DAYS = 4, 10
# From how many days before Tết on a text speaks of the one to come, and how many days after it of that one.
EARLIEST_DAYS, LATEST_DAYS = 130, 60
# The figures that a report tells of the days off are of the last of them that it names, or of its own day.
MOST_DAYS_AGO = 5
# The units of mentions of days of a feast: so many of those off, so many up to now, or one.
DAYS_OFF = frozenset({"days", "so_far", "nth"})
# How many days before or after the days off a text speaks of them.
NEAR_DAYS = 30


def resolve_holiday(mention: PeriodMention, context: Context) -> Period | None:
    """A holiday of the solar calendar, the year of Tết, the days off so far; None for others."""
    if mention.unit in {"year", "season"}:
        return resolve_year(mention, context) or _year_of_feast(mention, context)
    if mention.unit in DAYS_OFF:
        return _leave(mention, context)
    return resolve_day(mention, context) if mention.month and mention.day else None


def _year_of_feast(mention: PeriodMention, context: Context) -> Period | None:
    """The year of the Tết that is near, where no other one is said: "hàng cho dịp Tết"."""
    day = context.reference
    if day is None or mention.years_back is not None:
        return None
    if mention.month and mention.day:
        return _year_near(day, [date(year, mention.month, mention.day) for year in (day.year, day.year + 1)])
    return year_of_tet(day)


def year_of_tet(day: date) -> Period | None:
    """The year of the Tết that a text of that day speaks of; None where none is near."""
    return _year_near(day, [year.first for year in lunar_years()])


def _year_near(day: date, starts: Sequence[date]) -> Period | None:
    """The year of the feast, by its first days, that is near to a day."""
    first = min(starts, key=lambda start: abs((start - day).days), default=None)
    if first is None or not -LATEST_DAYS <= (first - day).days <= EARLIEST_DAYS:
        return None
    return unit_period("year", first.year)


def resolve_lunar_day(mention: PeriodMention, context: Context) -> Period | None:
    """A day of the first month by the moon, or of the last: of the year said, else of the Tết nearest to the document.

    "mùng 2 Tết", "29 Tết", "27 tháng Chạp".
    """
    said, reference, day = year_said(mention, context), context.reference, mention.day
    if day is None or (said is None and reference is None):
        return None
    years = [year for year in lunar_years() if said is None or year.first.year == said]
    if reference is not None:
        years.sort(key=lambda year: abs((year.first - reference).days))
    if not years:
        return None
    if mention.edge == "start":
        ends = [day_period(years[0].first + timedelta(days=number - 1)) for number in (day, mention.day_to or day)]
        return interval(*ends) if mention.day_to else ends[0]
    left = years[0].last_month - day
    return None if left < 0 else day_period(years[0].first - timedelta(days=left + 1))


def _leave(mention: PeriodMention, context: Context) -> Period | None:
    """So many days off, or one of them: of those set for the holiday, else those up to the day that the text is about.

    In another year than the document's a part of them is only of that year.
    """
    year, reference = year_said(mention, context), context.reference
    off = _days_set(mention, year, reference)
    if mention.unit == "so_far" and not _are_all_over(off, mention, reference):
        off = None
    whole = off is not None and mention.unit != "nth" and mention.count in {None, off.count}
    if year is not None and reference is not None and year != reference.year and not whole:
        return unit_period("year", year)
    if off is None and mention.unit == "days" and mention.count is None:
        return unit_period("year", year) if year is not None else _year_of_feast(mention, context)
    if off is None:
        return _own_day(context) if mention.unit == "nth" else _days_so_far(mention, context)
    if mention.unit != "nth":
        return interval(day_period(off.first), day_period(off.first + timedelta(days=(mention.count or off.count) - 1)))
    if mention.edge == "end":
        return day_period(off.last)
    return day_period(off.first + timedelta(days=(mention.count or 1) - 1))


def _are_all_over(off: DaysOff | None, mention: PeriodMention, reference: date | None) -> bool:
    """Whether as many days as a text tells of are all those off, and just over: "9 ngày Tết", told on the tenth."""
    if off is None or reference is None or off.count != mention.count:
        return False
    return 0 <= (reference - off.last).days <= MOST_DAYS_AGO


def _days_set(mention: PeriodMention, year: int | None, reference: date | None) -> DaysOff | None:
    """The days off set around the holiday that is meant: of the year said, else the nearest to the document's date."""
    if reference is None:
        return None
    fitting = [off for off in days_off() if off.count >= (mention.count or 1) and _is_around(off, mention)]
    near = min(fitting, key=lambda off: _days_between(off, reference), default=None)
    if year is None or near is None:
        return near if near is not None and _days_between(near, reference) <= NEAR_DAYS else None
    of_year = [off for off in fitting if off.last.year == year]
    return min(of_year, key=lambda off: abs((off.last.replace(year=near.last.year) - near.last).days), default=None)


def _is_around(off: DaysOff, mention: PeriodMention) -> bool:
    """Whether the days off are those of the feast by the moon or of the day that the mention names, if it names one."""
    if mention.holiday and not mention.month:
        return off.holiday == mention.holiday
    if not mention.month or not mention.day:
        return True
    return off.first <= date(off.last.year, mention.month, mention.day) <= off.last


def _days_between(off: DaysOff, day: date) -> int:
    """How many days lie between the days off and another one."""
    return max((off.first - day).days, (day - off.last).days, 0)


def _days_so_far(mention: PeriodMention, context: Context) -> Period | None:
    """The first so many days off of the holiday that the document is dated in, or just after.

    They end on the day that the text is about, else on the document's own, or begin as those that it told of before.
    """
    reference, count = context.reference, mention.count
    if reference is None or count is None:
        return None
    own, last = context.own, reference
    if own is not None and own.last is not None and 0 <= (reference - own.last).days <= MOST_DAYS_AGO:
        last = own.last
        if own.first is not None and 1 < (days_in(own) or 0) <= LEAD_DAYS + TRAIL_DAYS:
            last = own.first + timedelta(days=count - 1)
    if not _is_off(last, mention.holiday):
        return None
    return interval(day_period(last - timedelta(days=count - 1)), day_period(last))


def _own_day(context: Context) -> Period | None:
    """The day that the text is about, if it is one."""
    own = context.own
    return own if own is not None and days_in(own) == 1 else None


def _is_off(day: date, holiday: str) -> bool:
    """Whether a day lies around the holiday, or around any where none is named."""
    starts = [start for year in (day.year, day.year + 1) for start in holiday_starts(year, holiday)]
    return any(-LEAD_DAYS <= (day - start).days <= TRAIL_DAYS for start in starts)
