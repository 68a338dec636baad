"""From what a text says of a period to its days: shape by shape, then its frame; None where they cannot be known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from vnreport.grammar.calendar import as_of, day_period, edge_of, interval, next_period, open_from
from vnreport.grammar.period_coming import resolve_vague
from vnreport.grammar.period_context import Context, year_said
from vnreport.grammar.period_dates import (
    resolve_day,
    resolve_half,
    resolve_month,
    resolve_month_days,
    resolve_months,
    resolve_past_days,
    resolve_quarter,
    resolve_school_year,
    resolve_week,
    resolve_year,
    resolve_years,
)
from vnreport.grammar.period_holidays import resolve_holiday, resolve_lunar_day
from vnreport.grammar.period_relatives import resolve_current, resolve_now, resolve_previous, resolve_same
from vnreport.grammar.values import LUNAR, Period, PeriodMention

# The unit of the first day of a feast.
FEAST = "feast"
# Units whose edge is a day on its own, or is no day.
DAYS_AT_EDGE = frozenset({"edge", "week"})
# Shapes that an edge narrows to a day ("cuối năm", "trước tháng 10"); for others it only says which part is meant.
EDGED = frozenset({"year", "month", "quarter", "current", "previous"})
# The lexicon row of "sau" before a time, and shapes of times that are over before what comes after them begins.
BEHIND_FRAME, WHOLES = "frame.behind", frozenset({"month", "year"})


def resolve_mention(mention: PeriodMention, context: Context) -> Period | None:
    """The period of a mention with its frame ("tính đến …", "từ …"), or None."""
    period = _plain(mention, context)
    if period is None:
        return None if mention.shape != "interval" or not mention.open_end else _open_part(mention, context)
    if period.as_of:
        return period
    if mention.shape != "interval" and mention.open_end:
        return open_from(_behind(period, mention))
    if mention.as_of and (mention.edge == "middle" or (mention.edge == "start" and mention.shape == "month")):
        period = edge_of(period, mention.edge)
    is_point = mention.edge in ("end", "eve") and mention.shape in EDGED and mention.unit not in DAYS_AT_EDGE
    return as_of(period) if mention.as_of or is_point else period


def _behind(period: Period, mention: PeriodMention) -> Period:
    """The year or month from which on something is so: the next one for "sau năm 2020"."""
    if BEHIND_FRAME not in mention.rule or mention.shape not in WHOLES:
        return period
    return next_period(period, mention.shape) or period


def _open_part(mention: PeriodMention, context: Context) -> Period | None:
    """What runs from a day that lies ahead, or with no date to run to, as an open period."""
    first = _plain(mention.parts[0], context)
    return None if first is None else open_from(first)


def _plain(mention: PeriodMention, context: Context) -> Period | None:
    """The period of a mention without its frame."""
    try:
        period = SHAPES[mention.shape](mention, context)
    except (ValueError, OverflowError):  # 29 February of a common year, week 53, a year before 1
        return None
    if period is None or mention.unit == "edge" or mention.shape not in EDGED:
        return period
    begins = mention.edge == "start" and (mention.shape == "year" or mention.unit == "week")
    if begins or mention.edge in ("end", "eve"):
        return _trading_end(period) if mention.unit == "week" and not begins else edge_of(period, mention.edge)
    return period


def _trading_end(week: Period) -> Period | None:
    """The Saturday of a week, the last day on which its prices are set."""
    return None if week.last is None else day_period(week.last - timedelta(days=1))


def _day(mention: PeriodMention, context: Context) -> Period | None:
    """A day of the solar calendar, or one by the moon, as the first of Tết."""
    if mention.unit == FEAST:
        mention = replace(mention, unit=LUNAR, day=1, edge="start")
    return resolve_lunar_day(mention, context) if mention.unit == LUNAR else resolve_day(mention, context)


def _interval(mention: PeriodMention, context: Context) -> Period | None:
    """From one period to another; the first takes month and year from the last, the last its year from the first."""
    first, last = mention.parts
    if last.shape == "day" and first.shape == "day" and first.month is None:
        first = replace(first, month=last.month, year=last.year)
    if first.year is not None and last.year is None and last.years_back is None:
        end = _plain(replace(last, year=first.year), context) if last.shape != "now" else resolve_now(last, context)
        start = _plain(first, context)
        if start and end and start.first and end.last and end.last < start.first and last.shape != "now":
            end = _plain(replace(last, year=first.year + 1), context)
        return None if start is None or end is None else interval(start, end)
    ahead = last.toward == 0 and _is_today(first)
    coming = Context(None, context.reference, context.year)
    end = _plain(replace(last, toward=1), coming) if ahead else _plain(last, context)
    if end is None or end.last is None:
        return None
    if last.edge == "middle":
        end = edge_of(end, "middle")
    start = _start_before(first, end, context)
    return None if start is None else interval(start, end)


def _is_today(mention: PeriodMention) -> bool:
    """Whether a mention is the document's own day: what runs from it lies ahead."""
    return mention.shape == "now" or (mention.shape, mention.unit, mention.anchor) == ("current", "day", "reference")


def _start_before(first: PeriodMention, end: Period, context: Context) -> Period | None:
    """The first period of an interval: without a year of its own, the latest that does not start after the end."""
    if first.shape == "current" and first.anchor == "own" and end.last is not None:
        return _plain(first, Context(day_period(end.last), end.last, None))
    if first.shape == "now" or year_said(first, context) is not None or first.years_back is not None:
        return _plain(first, context)
    if first.shape in ("day", "month", "quarter", "week", "year"):
        return _plain(replace(first, toward=-1), Context(None, end.last, None))
    return _plain(first, context)


SHAPES: dict[str, Callable[[PeriodMention, Context], Period | None]] = {
    "day": _day,
    "week": resolve_week,
    "month": resolve_month,
    "quarter": resolve_quarter,
    "half": resolve_half,
    "months": resolve_months,
    "month_days": resolve_month_days,
    "past_days": resolve_past_days,
    "year": resolve_year,
    "years": resolve_years,
    "school_year": resolve_school_year,
    "current": resolve_current,
    "previous": resolve_previous,
    "same_period": resolve_same,
    "now": resolve_now,
    "interval": _interval,
    "holiday": resolve_holiday,
    "vague": resolve_vague,
}
