"""Whole years that figures are of by what they are set against: "9 tháng … | Kim ngạch tăng 13% so với năm 2016"."""

from __future__ import annotations

from datetime import date

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import CHANGES
from vnreport.assembly.sentences.origins import FROM_BASELINE
from vnreport.assembly.timing.compared_periods import compared_period
from vnreport.assembly.timing.period_lengths import SHORTEST_YEAR, begins_after, is_running_year, is_year, length_of
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import containing, lies_within, unit_period
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import Period, PeriodMention

# The days of the shortest run of months from 1 January on that a year may be taken for.
SHORTEST_RUN = 55
LAST_MONTH = 12
# The years from the one that a figure is set against to the end of the time that stands.
MOST_BACK = 2


def year_compared(grammar: PeriodGrammar, draft: Draft, frame: TimeFrame) -> Period | None:
    """The year behind the one that a figure is set against, which took a run of months, or a day up to which all is
    counted, from the text before it, or nothing; None for other figures."""
    own, carried = draft.period, draft.inherited
    if own is None and draft.earlier is None:
        return _year_behind(grammar, draft, frame)
    if own is None or own.last is None or "period" not in carried or "baseline" in carried:
        return None
    if is_running_year(own, frame.reference):
        return _run_counted(draft, frame)
    if not _is_run(own):
        return None
    for change in draft.changes:
        baseline = change.baseline
        if baseline is None or baseline.mention is None or change.direction not in CHANGES or change.quantity is None:
            continue
        if baseline.kind != "period" or baseline.mention.year is None:
            continue
        year = compared_period(grammar, baseline.mention, draft, frame)
        back = own.last.year - int(year.iso) if year is not None and is_year(year) else 0
        if 0 < back <= (MOST_BACK if own.first is not None else 1):
            whole = containing(date(own.last.year - back + 1, 1, 1), "year")
            return None if is_running_year(whole, frame.reference) and draft.status == "actual" else whole
    return None


def _run_counted(draft: Draft, frame: TimeFrame) -> Period | None:
    """The months counted so far of a year that is not over, for what took the year from the text before it and tells
    how much of its plan was reached: "9 tháng … mục tiêu năm 2017 … | Thu ngân sách bằng 65% dự toán"; or None."""
    planned = any(change.is_of_plan for change in draft.changes)
    if not planned or draft.status == "target" or draft.period is None:
        return None
    told = (period for period in reversed(frame.seen) if _is_run(period) and period.first is not None)
    return next((period for period in told if lies_within(period, draft.period)), None)


def _year_behind(grammar: PeriodGrammar, draft: Draft, frame: TimeFrame) -> Period | None:
    """The year behind the one that a rise or fall is told against where no time is told, and it is over: "phí dịch vụ
    tăng 29% so với năm 2014"; or the running one behind the last: "giảm 3 bậc so với năm ngoái"."""
    for change in draft.changes:
        baseline = change.baseline
        mention = None if baseline is None or baseline.kind != "period" else baseline.mention
        if mention is None or not _names_year(mention) or change.direction not in CHANGES:
            continue
        base = compared_period(grammar, mention, draft, frame)
        year = unit_period("year", int(base.iso) + 1) if base is not None and is_year(base) else None
        if year is not None and frame.reference is not None and not begins_after(year, frame.reference):
            draft.inherited["period"] = FROM_BASELINE
            return year
    return None


def _names_year(mention: PeriodMention) -> bool:
    """Whether a mention is a year by its number, or the one before the document's: "so với năm ngoái"."""
    if mention.shape == "year" and mention.year is not None:
        return True
    return mention.unit == "year" and mention.shape == "previous" and mention.years_back == 1


def _is_run(period: Period) -> bool:
    """Whether a period is counted up to a day at a year's end, or from its first day on without the whole year."""
    if period.first is None:
        return period.last is not None and period.last.month == LAST_MONTH
    opens = period.first.month == period.first.day == 1
    return opens and SHORTEST_RUN <= length_of(period) < SHORTEST_YEAR
