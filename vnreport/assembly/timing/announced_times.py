"""What times that a sentence without figures names mean for those behind it: plans, and spans beside the month told."""

from __future__ import annotations

from collections.abc import Mapping

from vnreport.assembly.sentences.drafts import TO_COME, Draft
from vnreport.assembly.sentences.futures import tells_future
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.origins import FROM_PLAN
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.timing.baseline_months import SHORTEST_MONTH_DAYS
from vnreport.assembly.timing.period_deeds import dates_deed
from vnreport.assembly.timing.period_events import is_compared
from vnreport.assembly.timing.period_lengths import begins_after, is_before, is_running_year, length_of
from vnreport.assembly.timing.period_roles import is_planned, outer_places
from vnreport.assembly.timing.standings import Standing
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import lies_within
from vnreport.grammar.values import Period, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# How many blocks the time of a plan stands for.
PLAN_BLOCKS = 1
# How many days before the text something began that has gone on for long.
LONG_AGO = 366
# Shapes of the times that plans are made for.
SPANS = frozenset({"year", "years", "interval"})


def is_told_with(frame: TimeFrame, period: Period, resolved: Mapping[int, Period | None]) -> bool:
    """Whether a span ends with the standing month, which is told beside it: "giá cả tháng 6 và 6 tháng đầu năm"."""
    own = None if frame.lasting is None else frame.lasting.period
    if own is None or own.last != period.last or own.iso == period.iso or not lies_within(own, period):
        return False
    return any(other is not None and other.iso == own.iso for other in resolved.values())


def note_plan(items: list[Item], resolved: dict[int, Period | None], frame: TimeFrame) -> None:
    """Notes the time of the plan that a sentence without figures tells of: "Đại hội thông qua chỉ tiêu năm 2017"."""
    places = [
        index
        for index in outer_places(items, list(resolved))
        if (mention := items[index].period) is not None and mention.shape in SPANS and is_planned(items, index)
        if not is_compared(items, index) and not dates_deed(items, index)
    ]
    period = resolved[places[-1]] if places else None
    if period is not None:
        at = frame.block
        frame.plan = Standing(period, items[places[-1]].period, "", frame.section, at, at, at)


def note_ahead(frame: TimeFrame, period: Period, mention: PeriodMention | None) -> bool:
    """Whether an article's line only looks ahead to a time to come, or to the year that holds what it is about: notes
    it for what is foreseen behind.

    "CPI năm nay cũng tiềm ẩn nguy cơ tăng" in a text on May, "tôm còn khó khăn trong quý 3" in one on six months.
    """
    own = None if frame.lasting is None else frame.lasting.period
    if own is None or frame.has_paragraphs or frame.is_numbered or frame.section or frame.in_title:
        return False
    if own.iso not in frame.opening or period.iso in frame.opening or begins_after(own, frame.reference):
        return False
    if own.last is None or length_of(own) < SHORTEST_MONTH_DAYS:
        return False
    holding = is_running_year(period, frame.reference) and lies_within(own, period)
    coming = begins_after(period, frame.reference) and period.first is not None and period.first.year == own.last.year
    if not holding and not coming:
        return False
    at = frame.block
    frame.plan = Standing(period, mention, "", frame.section, at, at, at)
    return True


def set_aside(items: list[Item], period: Period, mention: PeriodMention, frame: TimeFrame) -> bool:
    """Whether a sentence turns to a time before the one that stands, which then holds to the end of its paragraph only:
    "Trước đó, trong tháng 4, hãng huy động 9 tỷ đồng"."""
    if not frame.has_paragraphs or frame.in_title or frame.period is None or not is_before(period, frame.period):
        return False
    if not phrase_size(items, 0, len(items), phrase_words().before_that):
        return False
    frame.stand(period, mention, "block")
    return True


def tells_since(period: Period, mention: PeriodMention, frame: TimeFrame) -> bool:
    """Whether a time that began long ago and goes on is told by the way: it holds for its sentence only, then.

    "Hộ này xây nhà từ năm 2000. Khu đất còn 8 căn" tells nothing of how many there have been since 2000.

    Not one that the title or the lead names.
    """
    if period.last is not None or period.first is None or frame.reference is None or frame.in_title:
        return False
    if period.iso in frame.opening or (frame.reference - period.first).days < LONG_AGO:
        return False
    frame.stand(period, mention, "sentence")
    return True


def plan_of(draft: Draft, frame: TimeFrame) -> Standing | None:
    """The plan just told of whose time is that of the draft, planned, foreseen or a part of it; None for none."""
    plan = frame.plan
    if plan is None or frame.block - plan.block > PLAN_BLOCKS:
        return None
    if draft.status not in TO_COME and draft.sentence.items[0].role != "part":
        return None
    return plan if frame.section == plan.section else None


def goal_before(draft: Draft, told: Standing | None, frame: TimeFrame) -> Standing | None:
    """The day to come up to which the figures right before in the paragraph are planned, for what the sentence tells
    will be; or None: "Đến năm 2030, chăn nuôi đạt 30%. Riêng gia cầm sẽ chiếm | 27%, trứng đạt | 6 tỷ quả"."""
    if (
        told is None
        or told.block != frame.block
        or told.period.first is not None
        or not told.begins_after(frame.reference)
    ):
        return None
    return told if tells_future(draft.sentence.items[: draft.place]) else None


def take_plan(draft: Draft) -> None:
    """Gives what tells only how much of a plan was reached the plan's time, where no other is told: "mới hoàn thành
    45% kế hoạch doanh thu năm 2018"."""
    if draft.quantity is not None or draft.period is not None or len(draft.changes) != 1:
        return
    change = draft.changes[0]
    if change.baseline is not None and change.is_of_plan:
        draft.period, draft.inherited["period"] = change.baseline_period, FROM_PLAN
        draft.mention = change.baseline.mention


def is_rule_to_come(period: Period, frame: TimeFrame) -> bool:
    """Whether an open period begins after the document's date, beside one that stands: "từ 1/1/2026 bỏ khoán"."""
    opens = period.last is None and period.iso not in frame.opening and frame.period is not None
    return opens and begins_after(period, frame.reference)
