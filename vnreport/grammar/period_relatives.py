"""Resolves what is counted from the figure's own period or the document's date: "cùng kỳ", "tháng trước", "đến nay"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vnreport.grammar.calendar import (
    WEEK,
    as_of,
    containing,
    day_period,
    days_in,
    interval,
    month_end,
    months_before,
    previous,
    same_period_before,
    unit_period,
)
from vnreport.grammar.period_context import Context, own_unit, year_said
from vnreport.grammar.period_dates import resolve_day, resolve_month, resolve_quarter
from vnreport.grammar.values import Period, PeriodMention

# Units of which the one that the text has told of is "this" one.
TOLD_UNITS = frozenset({"month", "quarter"})
# Months in which the school year to come is the one that has just begun.
SCHOOL_BEGINS = frozenset({8, 9, 10})
# "tháng qua" said in the first half of a month means the month before; said in its last days, the month itself.
EARLY_DAY, LATE_DAY = 15, 25
# Up to the month in which the meetings of shareholders are over "năm qua" means the year before.
MEETING_MONTHS = 4
# From Friday on "tuần qua" means the week that is about to end.
FRIDAY = 4
LONGEST_MONTH = 31
SHORTEST_MONTH = 28


def resolve_current(mention: PeriodMention, context: Context) -> Period | None:
    """ "trong tháng" by the figure's period, "tháng này" by the month told of or the document's date, "tháng qua" where
    it is certain."""
    reference = context.reference
    if mention.day is not None:
        return _spoken_day(mention, context)
    if mention.anchor == "own":
        found = own_unit(mention.unit, context)
        if found is None and mention.unit == "week" and reference is not None:
            return _just_past("week", reference)
        if found is not None or mention.unit != "year":
            return found
        year = context.year or (None if reference is None else reference.year)
        return None if year is None else unit_period("year", year)
    if reference is None:
        return None
    if mention.unit == "week" and context.own is not None and _is_week_of(context.own, reference):
        return context.own
    if mention.toward == 0 and mention.unit in TOLD_UNITS and context.own is not None and context.own.first is not None:
        told = containing(context.own.first, mention.unit)
        if told is not None and told.iso == context.own.iso:
            # "Tháng 8 xuất khẩu 20 tỷ. Nhập khẩu trong | tháng này | 19 tỷ."
            return context.own
    if mention.unit == "school_year" and mention.toward > 0:
        return containing(reference, mention.unit, 0 if reference.month in SCHOOL_BEGINS else -1)
    if mention.toward >= 0:
        return containing(reference, mention.unit)
    return _just_past(mention.unit, reference)


def _is_week_of(own: Period, reference: date) -> bool:
    """Whether a figure's own period is a week of any seven days that ended in the last ones before a date."""
    return own.last is not None and days_in(own) == WEEK and 0 <= (reference - own.last).days < WEEK


def _just_past(unit: str, reference: date) -> Period | None:
    """The unit that has just ended or is about to; None in between."""
    if unit == "week":
        return containing(reference, unit, int(reference.weekday() < FRIDAY))
    now = containing(reference, unit)
    if now is None or now.first is None or now.last is None:
        return None
    since, left = (reference - now.first).days + 1, (now.last - reference).days
    if unit == "year":  # a year is looked back upon from December to April
        since, left = (EARLY_DAY if reference.month <= MEETING_MONTHS else since), left // 3
    if since <= EARLY_DAY:
        return containing(reference, unit, 1)
    return now if left <= LONGEST_MONTH - LATE_DAY else None


def _spoken_day(mention: PeriodMention, context: Context) -> Period | None:
    """The day of "hôm nay 24-6": near the document's date, whatever the text told of before."""
    return resolve_day(mention, context if context.reference is None else Context(None, context.reference, None))


def resolve_previous(mention: PeriodMention, context: Context) -> Period | None:
    """The unit before the figure's own period or the document's date."""
    back = mention.years_back if mention.years_back is not None else 1
    own, unit = context.own, mention.unit
    if mention.day is not None:
        return _spoken_day(mention, context)
    if unit == "year":
        year = year_said(mention, context)
        return None if year is None else unit_period("year", year)
    if mention.anchor == "own" and own is not None:
        return previous(own, unit, back)
    return None if context.reference is None or unit == "period" else containing(context.reference, unit, back)


def resolve_same(mention: PeriodMention, context: Context) -> Period | None:
    """ "cùng kỳ": the figure's own period a year before, or in the year, month or quarter that is named."""
    own, day = context.own, context.own_day
    year = year_said(mention, context)
    if mention.month is not None or mention.quarter is not None:
        named = replace(mention, shape="month" if mention.month else "quarter", year=year, years_back=None)
        if year is None and day is not None:
            named = replace(named, year=day.year - 1)
        return resolve_month(named, context) if mention.month else resolve_quarter(named, context)
    if own is None or day is None:
        return None
    if mention.unit:
        return _unit_before(own, mention.unit)
    return same_period_before(own, 1 if year is None else day.year - year)


def _unit_before(own: Period, unit: str) -> Period | None:
    """The figure's own days one month or quarter before, or the unit before where they fill it."""
    step = 3 if unit == "quarter" else 1
    if own.as_of and own.last is not None and unit != "week":
        ended = own.last == month_end(own.last.year, own.last.month)
        day = months_before(own.last, step)
        return as_of(day_period(month_end(day.year, day.month) if ended else day))
    if own.first is None or own.last is None or unit == "week" or (days_in(own) or 0) >= SHORTEST_MONTH:
        return previous(own, unit)
    ends = [months_before(day, step) for day in (own.first, own.last)]
    return interval(day_period(ends[0]), day_period(ends[1]))


def resolve_now(mention: PeriodMention, context: Context) -> Period | None:
    """The document's date."""
    return None if context.reference is None else day_period(context.reference)
