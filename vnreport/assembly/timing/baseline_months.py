"""The month, quarter or year that a figure without one is of because of what it is set against."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.origins import FROM_BASELINE
from vnreport.assembly.timing.period_lengths import begins_after, length_of
from vnreport.assembly.timing.period_resolving import resolve
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import containing, lies_within, next_period, same_period_before
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import SEVERAL

# Baselines that tell of which month or quarter a figure is, and the days of the longest that is none itself.
NEIGHBOURS = {"month": 31, "quarter": 92}
# The shape of a run of months.
RUN = "months"
# A span this long or longer is a month or more.
SHORTEST_MONTH_DAYS = 27


def take_month(grammar: PeriodGrammar, draft: Draft, frame: TimeFrame) -> None:
    """A figure with no period of its own that is set against a month is of the month after it, or a year after.

    A quarter's is of the same quarter a year after: "so với quý 3-2017" in a report on nine months of 2018; and so is a
    run of months that ends with what is told of: "so với 8 tháng năm 2018" behind "tháng 8-2019".
    """
    if not draft.changes:
        return
    baseline = draft.changes[0].baseline
    mention = baseline.mention if baseline is not None and baseline.kind == "period" else None
    since_month = mention is not None and mention.unit == "month" and mention.shape == "previous"
    if mention is not None and since_month and not mention.edge and draft.quantity is None:
        _widen(draft)
    if mention is None or draft.period is None or "period" not in draft.inherited:
        return
    since_quarter = mention.unit == "quarter" and mention.shape == "previous"
    if mention.shape not in NEIGHBOURS and mention.shape != RUN and not since_quarter:
        return
    base = resolve(grammar, mention, draft.period, frame)
    if base is None or base.last is None or mention.start < draft.sentence.start:
        return
    if mention.shape in NEIGHBOURS and length_of(draft.period) <= NEIGHBOURS[mention.shape]:
        whole = same_period_before(base, -1) if mention.year is not None else None
        whole = None if begins_after(whole, frame.reference) else whole
        if whole is not None and draft.period.first is not None and lies_within(draft.period, whole):
            draft.period, draft.inherited["period"] = whole, FROM_BASELINE
        return
    unit = "quarter" if since_quarter else "month"
    later = next_period(base, unit) if since_quarter or mention.shape == "month" else None
    for period in (same_period_before(base, -1), later):
        if period is not None and period.last == draft.period.last:
            draft.period, draft.inherited["period"] = period, FROM_BASELINE


def _widen(draft: Draft) -> None:
    """A change since "tháng trước" is of a month, not of the days of what brought it about: "hôm 22/6 và 21/7"."""
    period, mention = draft.period, draft.mention
    day = None if period is None else period.last or period.first
    if period is None or day is None or period.as_of:
        return
    named = mention is not None and mention.unit == SEVERAL
    if length_of(period) >= SHORTEST_MONTH_DAYS and not named:
        return
    month = containing(day, "month")
    if month is not None:
        draft.period = month
