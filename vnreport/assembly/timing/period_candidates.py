"""Which of a sentence's periods its figures may take, and which of those taken leave the standing one as it is."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from vnreport.assembly.changes.said_baselines import find_baselines
from vnreport.assembly.sentences.drafts import FORECAST, Draft, SentenceItems
from vnreport.assembly.sentences.futures import FUTURE_ROW, foretells
from vnreport.assembly.sentences.items import GROWING, PROPOSAL_ROW, Item
from vnreport.assembly.timing.feasts import is_feast
from vnreport.assembly.timing.period_behind import is_near, is_plain_day
from vnreport.assembly.timing.period_brackets import dates_aside, is_explanation
from vnreport.assembly.timing.period_choices import opens_clause
from vnreport.assembly.timing.period_events import dates_cause, takes_effect
from vnreport.assembly.timing.period_lengths import is_before, is_day
from vnreport.assembly.timing.period_reach import is_shut_off
from vnreport.assembly.timing.period_roles import (
    is_beginning,
    is_planned,
    is_to_come,
    is_yearless,
    recalls,
)
from vnreport.assembly.timing.price_days import is_price
from vnreport.assembly.timing.programme_years import is_followed
from vnreport.assembly.timing.speech_days import is_day_told, is_of_speech
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import unit_period
from vnreport.grammar.values import Period, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# Shapes of times at which a proposal is told.
TOLD = frozenset({"week", "month"})
# Items before a period among which "sẽ" makes it one to come.
FUTURE_REACH = 8
# Roles of cues of a change, and how many items behind a period one may stand.
CHANGE_REACH = 2


def fitting_periods(
    items: list[Item], usable: list[int], draft: Draft, *, has_frame: bool, coming: Set[int]
) -> list[int]:
    """The periods that the draft's figure may have: none deeper in brackets, no day on which somebody told it.

    A price is of that day: "phát đi ngày 22/10 cho biết giá xăng xuống 20.600 đồng/lít". One in the cause of what the
    figure tells, or shut off from it, is none where an earlier sentence set a period (`has_frame`) or another is said.
    """
    place = draft.place
    planned = draft.status == "target"
    proposed = draft.status_rule == PROPOSAL_ROW
    fitting = [
        index
        for index in usable
        if items[index].depth <= items[place].depth or is_explanation(items, index) or dates_aside(items, index, place)
        if not is_of_speech(items, index, place) or is_price(draft)
        if index in coming or not (planned and index < place and _dates_plan(items, index, place, proposed=proposed))
        if not (draft.status == FORECAST and _is_present_left(items, index, place))
        if not (has_frame and dates_cause(items, index, place))
        if not takes_effect(items, index)
        or (index < place and not (has_frame and draft.quantity is None))
        or _is_in_force(draft, index)
        if not is_followed(items, index, place)
        if not (draft.status == FORECAST and _dates_foresight(items, index, place, usable))
    ]
    listed = planned or draft.paired is not None
    reaching = [index for index in fitting if not is_shut_off(items, index, place, listed=listed)]
    said = [index for index in reaching if not is_feast(items[index].period)]
    return said or (reaching if reaching or has_frame else fitting)


def _is_present_left(items: list[Item], index: int, place: int) -> bool:
    """Whether a sentence goes on from the present to what will be: "hiện giá ổn định, dự kiến sẽ tăng | 8%"."""
    mention = items[index].period
    if mention is None or mention.shape != "now" or mention.open_end:
        return False
    return foretells(items[index + 1 : place])


def _dates_foresight(items: list[Item], index: int, place: int, usable: list[int]) -> bool:
    """Whether the period is the day on which somebody foresaw what is of another one, told right behind the figure:
    "Hôm qua, các hãng dự đoán giá tăng | 9% từ ngày 2/5 |"."""
    if index > place or not opens_clause(items, index) or not is_day_told(items, index):
        return False
    return any(other > place and is_near(items, place, other) for other in usable)


def _is_in_force(draft: Draft, index: int) -> bool:
    """Whether the draft counts what holds from the period on: "9 quy định về thuế có hiệu lực | từ 1/1 |"."""
    between = draft.sentence.items[draft.place + 1 : index]
    counted = draft.quantity is not None and draft.quantity.kind == "count"
    return counted and draft.place < index and not any(item.kind in {"punct", "quantity"} for item in between)


def _dates_plan(items: list[Item], index: int, place: int, *, proposed: bool) -> bool:
    """Whether the period is the time at which a plan or proposal is told, not the one that it is for.

    "Ngày 29/6, công ty họp với mục tiêu 15 tỷ đồng", "Chiều 17/11, quận kiến nghị được giữ lại 90%".
    """
    mention = items[index].period
    now = mention is not None and mention.shape == "now" and mention.as_of
    asked = (
        proposed and mention is not None and mention.shape in TOLD and not mention.as_of and opens_clause(items, index)
    )
    if not (now or asked or is_plain_day(items, index)) or is_to_come(items, index) or is_planned(items, index):
        return False
    return not now or not any(item.role == "part" for item in items[index + 1 : place])


def is_plan_begun(draft: Draft) -> bool:
    """Whether the draft is of a plan made at a year's beginning: "Đầu năm 2019, ngân hàng đặt kế hoạch lãi 200 tỷ"."""
    return draft.status == "target" and draft.mention is not None and is_beginning(draft.mention)


def of_plan(draft: Draft, period: Period | None) -> Period | None:
    """The period of what the draft tells: of a plan made, or of what was done, at a year's beginning the year."""
    if period is None or period.first is None or not (is_plan_begun(draft) or _is_begun(draft)):
        return period
    return unit_period("year", period.first.year)


def _is_begun(draft: Draft) -> bool:
    """Whether the draft is of the beginning of a year that is named, up to no day: "đầu năm 2019, huyện xây 3 cầu".

    What something is then, it is on the first day: "đầu năm 2019, số dân là 9 triệu".
    """
    mention, copula = draft.mention, phrase_words().copula
    if any(item.low == copula for item in draft.sentence.items[: draft.place]):
        return False
    return mention is not None and mention.year is not None and not mention.as_of and is_beginning(mention)


def outside_baselines(said: list[int], sentence: SentenceItems) -> list[int]:
    """The periods that no baseline holds, nor names again: "so với ngày hôm qua, 14-11"."""
    items = sentence.items
    spans = [
        (baseline.start, baseline.end)
        for _, baseline in find_baselines(sentence)
        if baseline.start is not None and baseline.end is not None
    ]
    inside = {index for index in said if any(start <= items[index].start < end for start, end in spans)}
    inside |= {
        index for index in said if index - 2 in inside and items[index - 1].low == "," and is_plain_day(items, index)
    }
    return [index for index in said if index not in inside]


def ahead(items: list[Item], index: int) -> PeriodMention | None:
    """The mention at `index`, as one to come where a plan is for it, or where something will be done then.

    "dự kiến đến 30/10 sẽ mở thêm 4 điểm", "cổ tức sẽ được trả vào tháng 6".
    """
    mention = items[index].period
    if mention is None or not is_yearless(mention) or not (is_to_come(items, index) or _will_be(items, index)):
        return mention
    return replace(mention, toward=1)


def _will_be(items: list[Item], index: int) -> bool:
    """Whether "sẽ" stands before the period in its clause."""
    for item in reversed(items[max(0, index - FUTURE_REACH) : index]):
        if item.kind in {"punct", "period"}:
            return False
        if item.row == FUTURE_ROW:
            return True
    return False


def part_years(drafts: list[Draft]) -> None:
    """Gives the figures of a list the years of their span, one each.

    "trong giai đoạn 2018-2020 giảm lần lượt 30, 36 và 44 tỉ đồng".
    """
    listed = [draft for draft in drafts if draft.paired is not None and draft.period_place is None]
    period = listed[0].period if listed else None
    if period is None or period.first is None or period.last is None or any(d.period != period for d in listed):
        return
    first, last = period.first.year, period.last.year
    if period.iso == f"{first}/{last}" and [draft.paired for draft in listed] == list(range(last - first + 1)):
        for draft in listed:
            draft.period = unit_period("year", first + (draft.paired or 0))


def is_aside_part(draft: Draft) -> bool:
    """Whether the draft breaks another one down by a period of its own: "…, riêng tháng 10 có gần 5.200 xe"."""
    parent = draft.parent
    return parent is not None and parent.mention is not None and parent.mention is not draft.mention


def is_conceded(draft: Draft) -> bool:
    """Whether the draft's period is told for the one behind "thì" to be set against it: "Nếu năm 2017 có 9 hộ | thì năm
    2018 còn 5 hộ"."""
    items, mention = draft.sentence.items, draft.mention
    if mention is None or items[0].low.partition(" ")[0] != phrase_words().condition:
        return False
    then = next((index for index, item in enumerate(items) if item.role == "then"), len(items))
    return any(item.kind == "period" for item in items[then:]) and mention.start < items[then].start


def only_recalls(items: list[Item], draft: Draft, frame: TimeFrame) -> bool:
    """Whether the draft's period ended before the standing one and only serves to compare with it.

    None of the year of what is counted, on a day of news: "Hôm nay 30/5, … | 12 chỉ tiêu năm 2018 đều đạt, …".
    """
    standing = frame.lasting
    if standing is None or draft.period is None or not is_before(draft.period, standing.period):
        return False
    index = next(index for index, item in enumerate(items) if item.period is draft.mention)
    if is_day(standing.period) and _is_year_of_count(items, index):
        return False
    return recalls(items, index, draft.place)


def _is_year_of_count(items: list[Item], index: int) -> bool:
    """Whether the year right behind what the sentence counts first is of that: "12 chỉ tiêu | năm 2018 |"."""
    mention = items[index].period
    place = next(at for at, item in enumerate(items) if item.kind in {"quantity", "period"})
    counted = items[place].quantity
    if mention is None or mention.shape != "year" or counted is None or counted.kind != "count":
        return False
    return all(item.kind == "word" for item in items[place + 1 : index])


def part_of_year(items: list[Item], index: int, frame: TimeFrame) -> Period | None:
    """The part of this year told of, for "năm nay" before a change since "cùng kỳ"; None for any other mention.

    "So với cùng kỳ năm ngoái, lượng xe nhập năm nay tăng 7%" in a report on four months.
    """
    mention, standing = items[index].period, frame.lasting
    if mention is None or mention.years_back != 0 or mention.unit != "year" or standing is None:
        return None
    last, reference = standing.period.last, frame.reference
    if last is None or reference is None or last.year != reference.year or last > reference:
        return None
    behind = items[index + 1 : index + 1 + CHANGE_REACH]
    if not any(
        item.role in GROWING or (item.quantity is not None and item.quantity.kind == "times") for item in behind
    ):
        return None
    same = any(item.is_same_period for item in items)
    return standing.period if same else None
