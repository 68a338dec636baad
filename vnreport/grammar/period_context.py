"""What a period is resolved against, and the year or unit that it takes from there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from vnreport.grammar.calendar import containing, days_in, lies_within
from vnreport.grammar.values import Period, PeriodMention
from vnreport.values import value

# In January and February "6 tháng cuối năm" still means the year that has just ended.
LOOKING_BACK_MONTHS = 2
# How far a report's month, quarter or year may differ from the calendar's ("từ 15/11 đến 14/12", 18/3 to 18/4).
LOOSE_DAYS = {"month": 3, "quarter": 5, "year": 7, "half": 5, "week": 0, "day": 0}
# The days of a year, at most and at least.
YEAR = 366
SHORTEST_YEAR = 365
# A day, month or quarter without a year lies ahead when the latest one began longer ago than this: in March "quý II" is
# the one to come. Periods of the corpus that some mention yields, of 5,599: 180 days 5,084; 245 days 5,100; 275 and 300
# days 5,110; 330 days 5,103 (the gold articles do not move).
FURTHEST_BACK_DAYS = 290
# A deadline that passed longer ago than this is the one to come: "trước 30/6" in a text of February.
DEADLINE_DAYS = 100


@value(frozen=True, slots=True)
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
        if self.own is not None and self.own.last is None:
            return self.reference
        return day if day is not None and day.year < self.reference.year else self.reference


def year_said(mention: PeriodMention, context: Context) -> int | None:
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


def latest(mention: PeriodMention, context: Context, make: Callable[[int], Period]) -> Period | None:
    """The period of the year said, of the context's year, or the nearest to the document's date.

    That is the latest that does not start after it, unless that one lies far back and the next is near; one that is
    said to lie ahead is the next that does not end before that date.
    """
    said = year_said(mention, context)
    if said is not None or mention.years_back is not None:
        return None if said is None else make(said)
    if context.year is not None:
        return make(context.year)
    day = context.reference if mention.toward > 0 else context.ceiling
    if day is None:
        return None
    periods = [make(year) for year in (day.year - 1, day.year, day.year + 1)]
    if mention.toward > 0:
        return next((period for period in periods if period.last is not None and period.last >= day), None)
    past = next((period for period in reversed(periods) if period.first is not None and period.first <= day), None)
    if mention.toward < 0 or past is None or past.first is None or context.reference is None:
        return past
    coming = periods[periods.index(past) + 1] if past is not periods[-1] else None
    beside = _beside(mention, past, coming, context)
    if beside is not None:
        return beside
    furthest = DEADLINE_DAYS if mention.edge == "eve" else FURTHEST_BACK_DAYS
    return coming if coming is not None and (day - past.first).days > furthest else past


def _beside(mention: PeriodMention, past: Period, coming: Period | None, context: Context) -> Period | None:
    """Which of two periods a year apart goes with the figure's own: the one to come in the running year, a past one.

    A day up to which something is counted or planned is none of a past year for that.
    """
    own, day = context.own, context.reference
    if own is None or own.last is None:
        return None
    if coming is not None and _is_running(own, day) and lies_within(coming, own) and _is_old(mention, past, day):
        return coming
    return past if not mention.as_of and past.last is not None and past.last.year == own.last.year else None


def _is_running(own: Period, day: date | None) -> bool:
    """Whether a day lies in a period of a year at most."""
    if own.first is None or own.last is None or day is None:
        return False
    return own.first <= day <= own.last and (days_in(own) or 0) <= YEAR


def _is_old(mention: PeriodMention, past: Period, day: date | None) -> bool:
    """Whether a period ended too long before a day to be told of; a day on which something happened never."""
    if past.last is None or day is None or (mention.shape == "day" and not mention.as_of):
        return False
    return (day - past.last).days > DEADLINE_DAYS


def year_of_plans(context: Context) -> int | None:
    """The year whose end a text means: that of its date, or in January and February the one before."""
    if context.reference is None:
        return None
    return context.reference.year - (context.reference.month <= LOOKING_BACK_MONTHS)


def own_unit(unit: str, context: Context) -> Period | None:
    """The month, quarter or year that "trong tháng" means beside a figure's own period; None where that is not certain.

    An own period of about that length is meant itself ("từ 18/3 đến 18/4"), a shorter or an as-of one lies within the
    unit, and a total that runs from January to a unit's end is about that unit.
    """
    own = context.own
    if own is None or unit == "period":
        return own
    if own.last is None:
        return None
    whole = containing(own.last, unit)
    length, usual = days_in(own), None if whole is None else days_in(whole)
    if whole is None or usual is None or own.first is None or length is None or length < usual - LOOSE_DAYS[unit]:
        return whole
    if length <= usual + LOOSE_DAYS[unit]:
        return own
    is_running_total = (own.first.month, own.first.day) == (1, 1) and length < SHORTEST_YEAR
    return whole if is_running_total and own.last == whole.last else None
