"""Times at which something is or will be decided, begun or done, which no figures of later sentences are of."""

from __future__ import annotations

from datetime import date

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.futures import tells_future
from vnreport.assembly.sentences.items import PASSING, Item, holds_phrase
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.timing.period_choices import opens_clause
from vnreport.assembly.timing.period_lengths import is_day, length_of
from vnreport.assembly.timing.standings import Standing
from vnreport.grammar.calendar import day_period, interval, lies_within
from vnreport.grammar.values import PERCENTS, SEVERAL, Period, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# Shapes of such times.
DEED_TIMES = frozenset({"month", "quarter", "half"})
# Roles of cues in a title that tell what is measured: "GDP sẽ | tăng | mạnh trong năm 2021".
MEASURING = frozenset({"up", "down", "flat", "growth", "fall", "level", "to"})
# How many items before a time may stand that something is to be done in it.
TASK_REACH = 4
# Items within which the word stands by which a sentence adds to the one before: "Số còn lại …".
OPENING_WORDS = 2
# Signs that end no clause.
BRACKETS = frozenset("()")
# Roles of cues that tell what there is.
STATES = frozenset({"have", "level", "to", "equals"})
# Days of the longest time whose news are told by the day.
LONGEST_TOLD = 31


def dates_deed(items: list[Item], index: int) -> bool:
    """Whether a month within a clause only tells when something was or will be decided or begun.

    "được cấp phép bay lần đầu vào tháng 11/2014", "sẽ trình Quốc hội vào tháng 10"; the month of a noun is what the
    text is about ("sẽ công bố số liệu tháng 9").
    """
    mention = items[index].period
    if mention is None or mention.shape not in DEED_TIMES or opens_clause(items, index):
        return False
    clause, words = _clause_up_to(items, index), phrase_words()
    last = next((item.low for item in reversed(clause) if item.role != "soft"), "")
    if not (mention.edge or mention.as_of or last in words.preposition | words.dating):
        said = f" {' '.join(item.low for item in clause)}"
        return said.endswith(tuple(f" {phrase}" for phrase in words.enacted))
    return tells_future(clause) or holds_phrase(clause, words.enacted)


def is_deed_to_come(items: list[Item], mention: PeriodMention | None) -> bool:
    """Whether the period only tells when something will be done, which figures of later sentences are not of: "sẽ trình
    ngân sách 36 tỷ yen lên hội đồng vào | tháng 6"."""
    index = next((place for place, item in enumerate(items) if item.period is mention), 0)
    if mention is None or items[index - 1].low not in phrase_words().dating - {phrase_words().within}:
        return False
    clause = _clause_up_to(items, index)
    return dates_deed(items, index) and tells_future(clause)


def _clause_up_to(items: list[Item], index: int) -> list[Item]:
    """The items of the clause before the one at `index`, without what stands deeper in brackets."""
    clause: list[Item] = []
    for item in reversed(items[:index]):
        if item.depth > items[index].depth or item.low in BRACKETS:
            continue
        if item.kind == "punct":
            break
        clause.append(item)
    return clause[::-1]


def dates_source(items: list[Item], index: int) -> bool:
    """Whether a month only tells when what a figure is taken from was decided: "Theo kế hoạch được đại hội thông qua
    hồi tháng 3, …"."""
    if items[0].role != "source" or index + 1 >= len(items) or items[index + 1].low != ",":
        return False
    return all(item.kind != "punct" for item in items[:index]) and dates_deed(items, index)


def is_promised(items: list[Item], index: int) -> bool:
    """Whether a title without figures only tells when something will be done: "sẽ thông xe vào | cuối năm 2020"."""
    if any(item.kind == "quantity" or item.role in MEASURING for item in items) or opens_clause(items, index):
        return False
    dated = items[index - 1].low in phrase_words().dating or items[index - 1].low in phrase_words().preposition
    return dated and tells_future(items[:index])


def dates_by_the_way(items: list[Item], index: int) -> bool:
    """Whether a part of a month amid a clause only dates what it tells: "lúa gặp rét | cuối tháng 1 | nên giảm 2%".

    Not at its end, where "hồi" or "vào" stands before it: "nhập cảng vào đầu tháng 1. Trong lô xe này có 2 chiếc …".
    """
    mention = items[index].period
    if mention is None or mention.shape != "month" or not mention.edge or mention.as_of or mention.open_end:
        return False
    if index + 1 == len(items) or items[index + 1].kind == "punct":
        return False
    return not opens_clause(items, index) and items[index - 1].low not in phrase_words().dating


def dates_steps(items: list[Item], index: int) -> bool:
    """Whether the period is of several days amid a clause on what was done then: "giá tăng | vào các ngày 3/5 và 18/5",
    but "trong các ngày 3, 4 và 6/5"."""
    mention = items[index].period
    if mention is None or mention.unit != SEVERAL or opens_clause(items, index):
        return False
    return items[index - 1].low != phrase_words().within


def is_to_do(items: list[Item], index: int) -> bool:
    """Whether the period is that of tasks: "tổng kết công tác năm 2017 và triển khai giải pháp | năm 2018"."""
    return holds_phrase(items[max(0, index - TASK_REACH) : index], phrase_words().carried_out)


def tells_done(items: list[Item], first: int, place: int) -> bool:
    """Whether what was done is told from `first` on, before the figure at `place` or right behind what it counts."""
    end = next((i for i in range(place + 1, len(items)) if items[i].kind in {"punct", "quantity"}), len(items))
    return any(item.low.partition(" ")[0] in phrase_words().past for item in items[first:end])


def up_to_now(draft: Draft, reference: date | None) -> Period | None:
    """The draft's period, or of what its clause tells was done since a day the time from it to the document's date: "Từ
    tháng 9/2018, tàu | đã | chạy 300 chuyến", no price, rate or rule."""
    period, quantity, mention, items = draft.period, draft.quantity, draft.mention, draft.sentence.items
    if period is None or reference is None or quantity is None or mention is None or not mention.open_end:
        return period
    if period.last is not None or draft.status != "actual" or quantity.kind in {"rate", *PERCENTS}:
        return period
    said = next((index for index, item in enumerate(items[: draft.place]) if item.period is mention), None)
    if said is None or not any(item.low.partition(" ")[0] in phrase_words().past for item in items[said : draft.place]):
        return period
    return interval(period, day_period(reference)) or period


def opens_background(items: list[Item]) -> bool:
    """Whether a sentence turns from the news of a day to what lies behind it: "Được biết, …", "Theo hồ sơ, …".

    Without a comma it may go on with the news: "Được biết máy bay chở 30 khách".
    """
    size = phrase_size(items, 0, len(items), phrase_words().background)
    return 0 < size < len(items) and items[size].kind == "punct"


def leave_day(standing: list[Standing], items: list[Item]) -> bool:
    """Whether a sentence leaves the news of a day for what lies behind it; takes the days that stand last away."""
    behind = bool(standing) and is_day(standing[-1].period) and opens_background(items)
    while behind and standing and is_day(standing[-1].period):
        standing.pop()
    return behind


def leave_event(standing: list[Standing], items: list[Item]) -> None:
    """Takes away the day of an event within the month or less that stands, where a sentence turns to another matter:
    "Trong tuần … Đốt pháo ngày 4/2 … | Về giao thông, có 7 vụ"; or to all there is: "Theo thống kê, cả nước …"."""
    words = phrase_words()
    turns = items[0].low == words.about or phrase_size(items, 0, len(items), words.overall) > 0
    if len(standing) < 2 or not turns:
        return
    event, whole = standing[-1].period, standing[-2].period
    if is_day(event) and whole.first is not None and length_of(whole) <= LONGEST_TOLD and lies_within(event, whole):
        standing.pop()


def leave_total(standing: list[Standing], period: Period, day: date | None) -> None:
    """Takes away what stands up to the document's date where the same is told up to an earlier day."""
    while standing and standing[-1].is_counted_anew(period, day):
        standing.pop()


def adds_on(items: list[Item]) -> bool:
    """Whether a sentence adds what there is to what was told before: "Ngoài ra, còn có 14 điểm …", "Còn 9 hộ …"."""
    amount = next((index for index, item in enumerate(items) if item.kind == "quantity"), 0)
    adding = phrase_words().adding
    first = next((index for index in range(min(amount, OPENING_WORDS)) if items[index].low in adding), None)
    if first is None or any(item.kind == "period" for item in items[:amount]):
        return False
    if first + 1 == amount:
        return True
    told = [item.role for item in items[first + 1 : amount] if item.kind == "cue" and item.role not in PASSING]
    return bool(told) and all(role in STATES for role in told)
