"""Resolves days, weeks, months, quarters, halves and years: None where the year or the days cannot be known."""

from __future__ import annotations

from datetime import date, timedelta

from vnreport.grammar.calendar import WEEK, containing, day_period, days_in, interval, school_year, unit_period
from vnreport.grammar.period_context import Context, latest, own_unit, year_of_plans, year_said
from vnreport.grammar.values import Period, PeriodMention

LONGEST_MONTH = 31
# Months of a quarter: what is reported by quarters comes out a month later.
QUARTER = 3
DAYS = {"day": 1, "week": WEEK}


def resolve_day(mention: PeriodMention, context: Context) -> Period | None:
    """A day or a run of days; without a month the month of the figure's own period, or the latest such day."""
    if mention.day is None:
        return None
    if mention.month is None:
        return _day_of_month(mention.day, context)
    day, month = mention.day, mention.month
    if mention.day_to is None:
        return latest(mention, context, lambda year: day_period(date(year, month, day)))
    day_to, month_to = mention.day_to, mention.month_to or month

    def run(year: int) -> Period:
        first_year = year - 1 if month > month_to else year
        made = interval(day_period(date(first_year, month, day)), day_period(date(year, month_to, day_to)))
        if made is None:
            raise ValueError(mention.rule)
        return made

    return latest(mention, context, run)


def _day_of_month(day: int, context: Context) -> Period | None:
    """ "ngày 15": in the month of the figure's own period, else the latest not after the document's date."""
    own = context.own
    if own is not None and own.first is not None and (days_in(own) or LONGEST_MONTH + 1) <= LONGEST_MONTH:
        return day_period(own.first.replace(day=day))
    if context.reference is None:
        return None
    month = containing(context.reference, "month", 0 if day <= context.reference.day else 1)
    return None if month is None or month.first is None else day_period(month.first.replace(day=day))


def resolve_week(mention: PeriodMention, context: Context) -> Period | None:
    """An ISO week from Monday to Sunday."""
    number = mention.count or 0

    def make(year: int) -> Period:
        week = containing(date.fromisocalendar(year, number, 1), "week")
        if week is None:
            raise ValueError(mention.rule)
        return week

    return latest(mention, context, make)


def resolve_month(mention: PeriodMention, context: Context) -> Period | None:
    """A month, or a run of months."""
    month, month_to = mention.month, mention.month_to
    if month is None:
        return None
    if month_to is None:
        return latest(mention, context, lambda year: unit_period("month", year, month))
    return latest(mention, context, lambda year: _months_of(year, month, month_to))


def _months_of(year: int, first: int, last: int) -> Period:
    """The months `first` to `last` of a year, as an interval even when they are the whole year; one month as such."""
    if first == last:
        return unit_period("month", year, first)
    made = interval(unit_period("month", year, first), unit_period("month", year, last))
    if made is None:
        raise ValueError(f"{first}-{last}")
    return made


def resolve_quarter(mention: PeriodMention, context: Context) -> Period | None:
    """A quarter, by number or as the first or last of the year."""
    if mention.unit == "edge":
        return _part_of_year(mention, context, "quarter", 4 if mention.edge == "end" else 1)
    number = mention.quarter
    return None if number is None else latest(mention, context, lambda year: unit_period("quarter", year, number))


def resolve_half(mention: PeriodMention, context: Context) -> Period | None:
    """A half year, or the half of a month (1 to 15, 16 to the end)."""
    number = 2 if mention.edge == "end" else 1
    if mention.unit != "month":
        return _part_of_year(mention, context, "half", number)
    month = resolve_month(mention, context) if mention.month else own_unit("month", context)
    if month is None or month.first is None or month.last is None:
        return None
    middle = month.first.replace(day=15)
    if number == 1:
        return interval(day_period(month.first), day_period(middle))
    return interval(day_period(middle.replace(day=16)), day_period(month.last))


def _part_of_year(mention: PeriodMention, context: Context, unit: str, number: int) -> Period | None:
    """The first or last quarter or half of the year; the last one without a year lies in the document's own year."""
    if mention.edge == "end" and year_said(mention, context) is None and context.year is None:
        year = year_of_plans(context)
        return None if year is None else unit_period(unit, year, number)
    return latest(mention, context, lambda year: unit_period(unit, year, number))


def resolve_month_days(mention: PeriodMention, context: Context) -> Period | None:
    """So many days or weeks (one for none) from a month's first day or up to its last, or a year's where no month is
    said."""
    if mention.month is None:
        month = latest(mention, context, lambda year: unit_period("month", year, 12 if mention.edge == "end" else 1))
    else:
        month = resolve_month(mention, context)
    length = (mention.count or 1) * DAYS[mention.unit]
    if month is None or month.first is None or month.last is None or length > (days_in(month) or 0):
        return None
    if mention.edge == "end":
        return interval(day_period(month.last - timedelta(days=length - 1)), day_period(month.last))
    return interval(day_period(month.first), day_period(month.first + timedelta(days=length - 1)))


def resolve_past_days(mention: PeriodMention, context: Context) -> Period | None:
    """So many days or weeks up to the document's own day, or up to the eve of the day that is said."""
    last, length = context.reference, (mention.count or 0) * DAYS[mention.unit]
    if mention.day is not None:
        day = resolve_day(mention, context)
        last = None if day is None or day.first is None else day.first - timedelta(days=1)
    if last is None or not length:
        return None
    return interval(day_period(last - timedelta(days=length - 1)), day_period(last))


def resolve_months(mention: PeriodMention, context: Context) -> Period | None:
    """A run of months from the start or to the end of a year; a bare "9 tháng" only where the count fits the date."""
    count = (mention.count or 0) * (3 if mention.unit == "quarter" else 1)
    if mention.unit in ("past", "bare"):
        return _fitting(count, context)
    year = year_said(mention, context) or context.year
    over = (
        context.ceiling is not None and context.reference is not None and context.ceiling.year < context.reference.year
    )
    if mention.edge == "end":
        year = year or (context.ceiling.year if over and context.ceiling is not None else year_of_plans(context))
        return None if year is None else _months_of(year, 13 - count, 12)
    if year is None and context.ceiling is not None:
        year = context.ceiling.year - (count > context.ceiling.month and not over)
    return None if year is None else _months_of(year, 1, count)


def _fitting(count: int, context: Context) -> Period | None:
    """January to the `count`-th month where the context has that run, or the document is dated in or just after it.

    A run of quarters may have ended two months before: "6 tháng lãi 14 tỷ đồng" in August.
    """
    own = context.own
    if own is not None and own.first is not None and own.last is not None:
        whole = _months_of(own.first.year, 1, count)
        if (own.first, own.last) == (whole.first, whole.last):
            return whole
    reference = context.reference
    if count < 2 or reference is None:
        return None
    if context.year is not None and context.year < reference.year:
        return _months_of(context.year, 1, count)
    for back in range(2 + (count % QUARTER == 0)):
        month = containing(reference, "month", back)
        if month is not None and month.last is not None and month.last.month == count:
            return _months_of(month.last.year, 1, count)
    return None


def resolve_year(mention: PeriodMention, context: Context) -> Period | None:
    """A year, or its first or last day; "cuối năm" beside a figure is the last year's end that lies before it."""
    year = year_said(mention, context)
    if year is None and mention.years_back is None and mention.edge:
        day = context.own_day
        if day is not None:
            year = day.year - (mention.edge == "end" and not mention.as_of)
        else:
            year = context.year or (None if context.reference is None else context.reference.year)
    return None if year is None else unit_period("year", year)


def resolve_years(mention: PeriodMention, context: Context) -> Period | None:
    """A run of years, a decade, or so many years up to the document's own."""
    if mention.unit == "past_years":
        if context.reference is None or not mention.count:
            return None
        this = context.reference.year
        return interval(unit_period("year", this - mention.count), unit_period("year", this))
    if mention.year is None:
        return None
    last = mention.year + 9 if mention.unit == "decade" else mention.year_to
    return None if last is None else interval(unit_period("year", mention.year), unit_period("year", last))


def resolve_school_year(mention: PeriodMention, context: Context) -> Period | None:
    """A school year, as its two years."""
    return None if mention.year is None else school_year(mention.year)
