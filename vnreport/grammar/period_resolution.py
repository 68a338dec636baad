"""From what a text says of a period to its days: shape by shape, None where they cannot be known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from vnreport.grammar.calendar import (
    as_of,
    containing,
    day_period,
    days_in,
    edge_of,
    interval,
    open_from,
    previous,
    same_period_before,
    unit_period,
)
from vnreport.grammar.values import Period, PeriodMention

# In January and February "6 tháng cuối năm" still means the year that has just ended.
LOOKING_BACK_MONTHS = 2
# "tháng qua" said in the first half of a month means the month before; said in its last days, the month itself.
EARLY_DAY, LATE_DAY = 15, 25
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Context:
    """What a mention is resolved against; see `PeriodGrammar.resolve`."""

    own: Period | None
    reference: date | None
    year: int | None

    @property
    def own_day(self) -> date | None:
        """The day at which the figure's own period ends, or begins when it is open."""
        return None if self.own is None else self.own.last or self.own.first

    @property
    def ceiling(self) -> date | None:
        """The day that a past period without a year must not start after."""
        day = self.own_day
        if self.reference is None:
            return day
        return day if day is not None and day.year < self.reference.year else self.reference


def resolve_mention(mention: PeriodMention, context: Context) -> Period | None:
    """The period of a mention with its frame ("tính đến …", "từ …"), or None."""
    period = _plain(mention, context)
    if period is None or period.as_of:
        return period
    if mention.open_end:
        return open_from(period)
    is_end = mention.edge == "end" and mention.shape in ("year", "month", "quarter", "current", "previous")
    return as_of(period) if mention.as_of or (is_end and mention.unit != "edge") else period


def _plain(mention: PeriodMention, context: Context) -> Period | None:
    """The period of a mention without its frame."""
    try:
        period = SHAPES[mention.shape](mention, context)
    except (ValueError, OverflowError):  # 29 February of a common year, week 53, a year before 1
        return None
    if period is None or mention.unit == "edge" or not mention.edge or mention.shape in ("months", "half"):
        return period
    if mention.edge == "end" and period.last is not None:
        return day_period(period.last)
    return edge_of(period, "start") if mention.edge == "start" and mention.shape == "year" else period


def _year_said(mention: PeriodMention, context: Context) -> int | None:
    """The year that the mention itself gives, in figures or as "năm ngoái"."""
    if mention.year is not None:
        return mention.year
    if mention.years_back is None:
        return None
    if mention.anchor == "own" and context.own_day is not None:
        return context.own_day.year - mention.years_back
    if mention.anchor == "own" and context.year is not None:
        return context.year - mention.years_back
    return None if context.reference is None else context.reference.year - mention.years_back


def _latest(mention: PeriodMention, context: Context, make: Callable[[int], Period]) -> Period | None:
    """The period of the year said, of the context's year, or the latest that does not start after the document's date.

    One that is said to lie ahead is the next that does not end before that date.
    """
    said = _year_said(mention, context)
    if said is not None or mention.years_back is not None:
        return None if said is None else make(said)
    if context.year is not None:
        return make(context.year)
    day = context.reference if mention.toward > 0 else context.ceiling
    if day is None:
        return None
    for year in (day.year, day.year + 1) if mention.toward > 0 else (day.year, day.year - 1):
        period = make(year)
        if mention.toward > 0 and period.last is not None and period.last >= day:
            return period
        if mention.toward <= 0 and period.first is not None and period.first <= day:
            return period
    return None


def _day(mention: PeriodMention, context: Context) -> Period | None:
    """A day or a run of days; without a month the month of the figure's own period, or the latest such day."""
    if mention.day is None:
        return None
    if mention.month is None:
        return _day_of_month(mention.day, context)
    day, month = mention.day, mention.month
    if mention.day_to is None:
        return _latest(mention, context, lambda year: day_period(date(year, month, day)))
    day_to, month_to = mention.day_to, mention.month_to or month

    def run(year: int) -> Period:
        first_year = year - 1 if month > month_to else year
        made = interval(day_period(date(first_year, month, day)), day_period(date(year, month_to, day_to)))
        if made is None:
            raise ValueError(mention.rule)
        return made

    return _latest(mention, context, run)


def _day_of_month(day: int, context: Context) -> Period | None:
    """ "ngày 15": in the month of the figure's own period, else the latest not after the document's date."""
    own = context.own
    if own is not None and own.first is not None and (days_in(own) or LONGEST_MONTH + 1) <= LONGEST_MONTH:
        return day_period(own.first.replace(day=day))
    if context.reference is None:
        return None
    month = containing(context.reference, "month", 0 if day <= context.reference.day else 1)
    return None if month is None or month.first is None else day_period(month.first.replace(day=day))


def _week(mention: PeriodMention, context: Context) -> Period | None:
    """An ISO week from Monday to Sunday."""
    number = mention.count or 0

    def make(year: int) -> Period:
        week = containing(date.fromisocalendar(year, number, 1), "week")
        if week is None:
            raise ValueError(mention.rule)
        return week

    return _latest(mention, context, make)


def _month(mention: PeriodMention, context: Context) -> Period | None:
    """A month, or a run of months."""
    month, month_to = mention.month, mention.month_to
    if month is None:
        return None
    if month_to is None:
        return _latest(mention, context, lambda year: unit_period("month", year, month))
    return _latest(mention, context, lambda year: _months_of(year, month, month_to))


def _months_of(year: int, first: int, last: int) -> Period:
    """The months `first` to `last` of a year, as an interval even when they are the whole year."""
    made = interval(unit_period("month", year, first), unit_period("month", year, last))
    if made is None:
        raise ValueError(f"{first}-{last}")
    return made


def _quarter(mention: PeriodMention, context: Context) -> Period | None:
    """A quarter, by number or as the first or last of the year."""
    if mention.unit == "edge":
        return _part_of_year(mention, context, "quarter", 4 if mention.edge == "end" else 1)
    number = mention.quarter
    return None if number is None else _latest(mention, context, lambda year: unit_period("quarter", year, number))


def _half(mention: PeriodMention, context: Context) -> Period | None:
    """A half year, or the half of a month (1 to 15, 16 to the end)."""
    number = 2 if mention.edge == "end" else 1
    if mention.unit != "month":
        return _part_of_year(mention, context, "half", number)
    month = _month(mention, context) if mention.month else _own_unit("month", context)
    if month is None or month.first is None or month.last is None:
        return None
    middle = month.first.replace(day=15)
    if number == 1:
        return interval(day_period(month.first), day_period(middle))
    return interval(day_period(middle.replace(day=16)), day_period(month.last))


def _part_of_year(mention: PeriodMention, context: Context, unit: str, number: int) -> Period | None:
    """The first or last quarter or half of the year; the last one without a year lies in the document's own year."""
    if mention.edge == "end" and _year_said(mention, context) is None and context.year is None:
        year = _year_of_plans(context)
        return None if year is None else unit_period(unit, year, number)
    return _latest(mention, context, lambda year: unit_period(unit, year, number))


def _year_of_plans(context: Context) -> int | None:
    """The year whose end a text means: that of its date, or in January and February the one before."""
    if context.reference is None:
        return None
    return context.reference.year - (context.reference.month <= LOOKING_BACK_MONTHS)


def _months(mention: PeriodMention, context: Context) -> Period | None:
    """A run of months from the start or to the end of a year; a bare "9 tháng" only where the count fits the date."""
    count = (mention.count or 0) * (3 if mention.unit == "quarter" else 1)
    if mention.unit in ("past", "bare"):
        return _fitting(count, context)
    year = _year_said(mention, context) or context.year
    if mention.edge == "end":
        year = year or _year_of_plans(context)
        return None if year is None else _months_of(year, 13 - count, 12)
    if year is None and context.ceiling is not None:
        year = context.ceiling.year - (count > context.ceiling.month)
    return None if year is None else _months_of(year, 1, count)


def _fitting(count: int, context: Context) -> Period | None:
    """January to the `count`-th month where the context has that run, or the document is dated in or just after it."""
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
    for back in (0, 1):
        month = containing(reference, "month", back)
        if month is not None and month.last is not None and month.last.month == count:
            return _months_of(month.last.year, 1, count)
    return None


def _year(mention: PeriodMention, context: Context) -> Period | None:
    """A year, or its first or last day; "cuối năm" beside a figure is the last year's end that lies before it."""
    year = _year_said(mention, context)
    if year is None and mention.years_back is None and mention.edge:
        day = context.own_day
        if day is not None:
            year = day.year - (mention.edge == "end" and not mention.as_of)
        else:
            year = context.year or (None if context.reference is None else context.reference.year)
    return None if year is None else unit_period("year", year)


def _years(mention: PeriodMention, context: Context) -> Period | None:
    """A run of years, or a decade."""
    if mention.year is None:
        return None
    last = mention.year + 9 if mention.unit == "decade" else mention.year_to
    return None if last is None else interval(unit_period("year", mention.year), unit_period("year", last))


def _own_unit(unit: str, context: Context) -> Period | None:
    """The month, quarter or year in which the figure's own period ends; None for one longer than fits."""
    own = context.own
    if own is None or own.last is None:
        return None
    if unit == "period":
        return own
    is_running = own.first is None or (own.first.month, own.first.day) == (1, 1)
    whole = containing(own.last, unit)
    if whole is None or whole.first is None:
        return None
    has_room = (days_in(own) or 0) <= (days_in(whole) or 0)
    is_year = own.iso == f"{own.last.year:04d}"
    return None if is_year and unit != "year" else whole if has_room or is_running else own


def _current(mention: PeriodMention, context: Context) -> Period | None:
    """ "tháng này" by the document's date, "trong tháng" by the figure's period, "tháng qua" where it is certain."""
    reference = context.reference
    if mention.anchor == "own":
        found = _own_unit(mention.unit, context)
        if found is not None or mention.unit != "year":
            return found
        year = context.year or (None if reference is None else reference.year)
        return None if year is None else unit_period("year", year)
    if reference is None:
        return None
    if mention.toward >= 0:
        return containing(reference, mention.unit)
    return _just_past(mention.unit, reference)


def _just_past(unit: str, reference: date) -> Period | None:
    """The unit that has just ended or is about to; None in between."""
    now = containing(reference, unit)
    if now is None or now.first is None or now.last is None:
        return None
    since, left = (reference - now.first).days + 1, (now.last - reference).days
    if unit == "year":  # a year is looked back upon from December to February
        since, left = (EARLY_DAY if reference.month <= LOOKING_BACK_MONTHS else since), left // 3
    if since <= EARLY_DAY:
        return containing(reference, unit, 1)
    return now if left <= LONGEST_MONTH - LATE_DAY else None


def _previous(mention: PeriodMention, context: Context) -> Period | None:
    """The unit before the figure's own period or the document's date."""
    back = mention.years_back if mention.years_back is not None else 1
    own, unit = context.own, mention.unit
    if unit == "year":
        year = _year_said(mention, context)
        return None if year is None else unit_period("year", year)
    if mention.anchor == "own" and own is not None:
        return previous(own, unit, back)
    return None if context.reference is None or unit == "period" else containing(context.reference, unit, back)


def _same(mention: PeriodMention, context: Context) -> Period | None:
    """ "cùng kỳ": the figure's own period a year before, or in the year, month or quarter that is named."""
    own, day = context.own, context.own_day
    year = _year_said(mention, context)
    if mention.month is not None or mention.quarter is not None:
        named = replace(mention, shape="month" if mention.month else "quarter", year=year, years_back=None)
        if year is None and day is not None:
            named = replace(named, year=day.year - 1)
        return _month(named, context) if mention.month else _quarter(named, context)
    if own is None or day is None:
        return None
    if mention.unit:
        return _unit_before(own, mention.unit)
    return same_period_before(own, 1 if year is None else day.year - year)


def _unit_before(own: Period, unit: str) -> Period | None:
    """The figure's own days one month or quarter before, or the unit before where they fill it."""
    if own.first is None or own.last is None or unit == "week" or (days_in(own) or 0) >= 28:
        return previous(own, unit)
    step = 3 if unit == "quarter" else 1
    ends = [_months_back(day, step) for day in (own.first, own.last)]
    return interval(day_period(ends[0]), day_period(ends[1]))


def _months_back(day: date, months: int) -> date:
    """The same day some months before; ValueError where that month has no such day."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, day.day)


def _now(mention: PeriodMention, context: Context) -> Period | None:
    """The document's date."""
    return None if context.reference is None else day_period(context.reference)


def _interval(mention: PeriodMention, context: Context) -> Period | None:
    """From one period to another; the first takes month and year from the last, the last its year from the first."""
    first, last = mention.parts
    if last.shape == "day" and first.shape == "day" and first.month is None:
        first = replace(first, month=last.month, year=last.year)
    if first.year is not None and last.year is None and last.years_back is None:
        end = _plain(replace(last, year=first.year), context) if last.shape != "now" else _now(last, context)
        start = _plain(first, context)
        if start and end and start.first and end.last and end.last < start.first and last.shape != "now":
            end = _plain(replace(last, year=first.year + 1), context)
        return None if start is None or end is None else interval(start, end)
    ahead = first.shape == "now" and last.toward == 0
    end = _plain(replace(last, toward=1) if ahead else last, context)
    if end is None or end.last is None:
        return None
    start = _start_before(first, end, context)
    return None if start is None else interval(start, end)


def _start_before(first: PeriodMention, end: Period, context: Context) -> Period | None:
    """The first period of an interval: without a year of its own, the latest that does not start after the end."""
    if first.shape == "now" or _year_said(first, context) is not None or first.years_back is not None:
        return _plain(first, context)
    if first.shape in ("day", "month", "quarter", "week", "year"):
        return _plain(first, Context(None, end.last, None))
    return _plain(first, context)


def _holiday(mention: PeriodMention, context: Context) -> Period | None:
    """A holiday of the solar calendar; None for a lunar one."""
    return _day(mention, context) if mention.month and mention.day else None


def _unknown(mention: PeriodMention, context: Context) -> Period | None:
    """None: said, but of no certain days."""
    return None


SHAPES: dict[str, Callable[[PeriodMention, Context], Period | None]] = {
    "day": _day,
    "week": _week,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "months": _months,
    "year": _year,
    "years": _years,
    "school_year": _years,
    "current": _current,
    "previous": _previous,
    "same_period": _same,
    "now": _now,
    "interval": _interval,
    "holiday": _holiday,
    "vague": _unknown,
}
