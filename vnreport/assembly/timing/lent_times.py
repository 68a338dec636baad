"""Gives a figure that names no time the one that is told of it: its sum's, its plan's, the present, or what stands."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.origins import FROM_BEFORE, FROM_PRESENT, FROM_VAGUE
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.topics import name_of, unit_code
from vnreport.assembly.timing.announced_times import goal_before, plan_of
from vnreport.assembly.timing.breakdowns import balance_before, now_before, share_before
from vnreport.assembly.timing.period_lengths import SHORTEST_MONTH, SHORTEST_YEAR, begins_after, length_of
from vnreport.assembly.timing.period_roles import is_done_before
from vnreport.assembly.timing.present_times import present_of
from vnreport.assembly.timing.price_months import month_of_prices
from vnreport.assembly.timing.price_settings import day_of_setting
from vnreport.assembly.timing.standalone import stands_alone
from vnreport.assembly.timing.standings import Standing
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import as_of
from vnreport.grammar.values import Period
from vnreport.lexicon.phrase_words import phrase_words

# A time that ends so many days after the document's date is told of as if over.
NEARLY_OVER = 14


def lend_time(draft: Draft, whole: Standing | None, told: Standing | None, frame: TimeFrame) -> None:
    """Sets the draft's period, its mention and how it came by them.

    `whole` is the time of the sum that the draft's sentence breaks down, or that it goes back to ("Khi đó, …"), `told`
    that of the figures right before it.
    """
    lent = whole or share_before(draft, told, frame) or plan_of(draft, frame) or goal_before(draft, told, frame)
    if lent is None and (present := present_of(draft, frame)) is not None:
        draft.period, draft.inherited["period"] = present, FROM_PRESENT
        return
    if lent is None and stands_alone(draft, frame):
        draft.inherited["period"] = FROM_VAGUE
        return
    lent = lent or now_before(draft, told, frame) or balance_before(draft, told, frame)
    if lent is None and (lent := _lasting(draft, frame)) is not None:
        frame.list_on(unit_code(draft), name_of(draft))
    if lent is not None:
        draft.period, draft.mention = _at_end(draft, day_of_setting(draft, lent, frame), frame), lent.mention
        draft.inherited["period"] = FROM_BEFORE


def _at_end(draft: Draft, period: Period, frame: TimeFrame) -> Period:
    """The period, or the day that it ended on for what there is then: "nửa đầu năm lãi 9 tỷ đồng. | Nợ xấu | 3%"."""
    if period.last is None or frame.reference is None or not SHORTEST_MONTH <= length_of(period) < SHORTEST_YEAR:
        return period
    if (period.last - frame.reference).days > NEARLY_OVER:
        return period
    return as_of(period) if name_of(draft).startswith(phrase_words().balance_name) else period


def at_same_end(draft: Draft, baseline: Period | None) -> Period | None:
    """The baseline, or the day on which it ended where the draft is of what there is at the end of such a time."""
    own = draft.period
    if own is None or own.last is None or own.first is not None or draft.inherited.get("period") != FROM_BEFORE:
        return baseline
    if baseline is None or baseline.last is None or baseline.first is None or length_of(baseline) < SHORTEST_MONTH:
        return baseline
    if draft.mention is not None and draft.mention.as_of:
        return baseline
    alike = (baseline.last.month, baseline.last.day) == (own.last.month, own.last.day)
    return as_of(baseline) if alike else baseline


def _lasting(draft: Draft, frame: TimeFrame) -> Standing | None:
    """What stands for the draft.

    No time to come stands for what was done: "góp 4 tỷ đồng trong tháng tới. Tỉnh đã chi 3 tỷ", "Trước đó, có 9 hộ".
    """
    lasting = frame.lasting
    if lasting is not None and begins_after(lasting.period, frame.reference):
        whole = draft if draft.parent is None else draft.parent
        items = whole.sentence.items
        before = draft.status == "actual" and phrase_size(items, 0, len(items), phrase_words().before_that) > 0
        done = before or (lasting.period.last is not None and is_done_before(items, whole.place))
        lasting = None if done else lasting
    return month_of_prices(draft, lasting)
