"""Resolves what lies ahead of the document's date: "hai tháng tới", "các tháng cuối năm"."""

from __future__ import annotations

from datetime import date, timedelta

from vnreport.grammar.calendar import day_period, interval, unit_period
from vnreport.grammar.period_context import LOOKING_BACK_MONTHS, Context, year_said
from vnreport.grammar.period_dates import DAYS
from vnreport.grammar.values import Period, PeriodMention

MONTHS = {"month": 1, "quarter": 3}
MONTHS_OF_YEAR, DAYS_OF_YEAR = 12, 365
# Up to this day of a month, or month of a quarter, what lies ahead begins with the running one.
EARLY_DAY, EARLY_MONTH = 15, 1
# Before this month nobody tells what is left of the year.
FIRST_REST_MONTH = 3


def resolve_vague(mention: PeriodMention, context: Context) -> Period | None:
    """So many units from the document's date on, or what is left of its year; None for other times to come or past."""
    day = context.reference
    if day is None or not mention.toward or not mention.unit:
        return None
    if mention.edge == "end":
        return _rest_of_year(mention, context, day)
    count = mention.count or 0
    if mention.unit in DAYS:
        return _days(day, count * DAYS[mention.unit])
    if mention.unit != "year":
        return _months(day, mention.unit, count)
    if count == 1:
        return _days(day, DAYS_OF_YEAR)
    first = day.year + (day.month > LOOKING_BACK_MONTHS)
    return interval(unit_period("year", first), unit_period("year", first + count - 1))


def _days(day: date, count: int) -> Period | None:
    """The `count` days behind one."""
    return interval(day_period(day + timedelta(days=1)), day_period(day + timedelta(days=count)))


def _months(day: date, unit: str, count: int) -> Period | None:
    """The next `count` months or quarters; the running one is among them where it has only begun."""
    number = _next(day, unit)
    last = number + count - 1
    per_year = MONTHS_OF_YEAR // MONTHS[unit]
    ends = [unit_period(unit, day.year + index // per_year, index % per_year + 1) for index in (number, last)]
    return ends[0] if count == 1 else interval(ends[0], ends[1])


def _next(day: date, unit: str) -> int:
    """The month or quarter that lies ahead, counted from 0 in the year of a day."""
    if unit == "month":
        return day.month - (day.day <= EARLY_DAY)
    return (day.month - 1) // 3 + ((day.month - 1) % 3 + 1 > EARLY_MONTH)


def _rest_of_year(mention: PeriodMention, context: Context, day: date) -> Period | None:
    """From the month that lies ahead, or the first quarter that has not ended, to the end of the document's year."""
    said = year_said(mention, context)
    if (said is not None and said != day.year) or day.month < FIRST_REST_MONTH:
        return None
    first = _next(day, "month") + 1 if mention.unit == "month" else (day.month - 1) // 3 * 3 + 1
    if first > MONTHS_OF_YEAR:
        return None
    return interval(unit_period("month", day.year, first), unit_period("month", day.year, MONTHS_OF_YEAR))
