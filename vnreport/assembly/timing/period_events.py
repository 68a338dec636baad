"""Periods that date something beside the figure: a cause, what began or ends then, another time for comparison."""

from __future__ import annotations

from functools import cache

from vnreport.assembly.sentences.clauses import EQUALS_ROW, TERM_ROW
from vnreport.assembly.sentences.items import CHANGES, Item, holds_phrase
from vnreport.assembly.sentences.phrase_ends import LONGEST_BASIS
from vnreport.assembly.sentences.scope_words import deed_at, phrase_at
from vnreport.grammar.period_frames import TERM_FRAME
from vnreport.grammar.values import SCHOOL_YEAR
from vnreport.lexicon.phrase_words import phrase_words

# The words of the longest phrase before a period that it only dates, and behind one.
LONGEST_DATED, LONGEST_EVENT = 4, 4
# Roles of cues between a period and the verb of what happens then: "năm 2024 mới | hoàn thành".
BETWEEN = frozenset({"aux", "tense", "then", "soft", "target", "forecast"})
# Roles of cues that lead from a cause to what it changed: "do … | làm", "vì … | nên".
RESULTS = frozenset({"cause", "then"})
BREAKS = frozenset(",;:()")
# Kinds of items behind which other words are no part of what a comparative names.
BREAKING = frozenset({"punct", "quantity", "period"})
# Roles of what may stand between the terms of a deposit: "kỳ hạn từ 1 đến 6 tháng".
JOINING = frozenset({"conjunction", "from", "to", "soft", "level"})
# Shapes of times in which a cause may lie; a span of years is rather that of what it led to.
CAUSING = frozenset({"day", "week", "month", "quarter", "year", SCHOOL_YEAR})
# The role of "theo".
SOURCE = "source"
# The lexicon row of "trước" before a day.
DEADLINE_FRAME = "frame.deadline"
# Roles of cues that set a figure or a time against another one.
COMPARING = frozenset({"versus", "flat", "instead", "ratio"})


def dates_event(items: list[Item], index: int) -> bool:
    """Whether the period only dates what began, ended or will be done then: "khởi công năm 2015", "năm 2024 mới xong".

    Not where the sentence goes on to how much was done ("năm 2017 hoàn thành 10 công trình"), or to what there was then
    ("khởi công năm 2015 với 4 tỷ đồng").
    """
    words = phrase_words()
    if _is_term(items, index) or _is_of_prices(items, index):
        return True
    if _tells_age(items, index) or _is_equalled(items, index) or _is_of_source(items, index):
        return True
    if _is_outdone(items, index) or _is_of_delivery(items, index):
        return True
    mention = items[index].period
    if mention is not None and mention.open_end and _stands_before(items, index, _dated()):
        # "cấp phép từ năm 2012 với số vốn 90 tỷ đồng": no sum since 2012
        return True
    if index + 1 < len(items) and items[index + 1].low == words.companion:
        return False
    is_deadline = mention is not None and mention.shape != "year" and DEADLINE_FRAME in mention.rule
    if not is_deadline and _stands_before(items, index, _began()):
        return True
    first = index + 1
    while first < len(items) and (items[first].role in BETWEEN or items[first].low in words.done):
        first += 1
    said = " ".join(item.low for item in items[first : first + LONGEST_EVENT])
    if not f"{said} ".startswith(_completing()):
        return False
    return not any(item.kind == "quantity" for item in items[first : _told_end(items, first)])


def _told_end(items: list[Item], first: int) -> int:
    """Where what was done ends that opens at `first`: over one more verb of it, "hoàn thành, | đưa vào sử dụng"."""
    for index in range(first, len(items) - 1):
        behind = items[index + 1]
        if items[index].kind == "punct" and not (items[index].low == "," and _is_verb(items, index + 1)):
            return index
        if behind.kind == "quantity":
            return index + 2
    return len(items)


def _is_verb(items: list[Item], index: int) -> bool:
    """Whether a verb of doing stands at the item."""
    return deed_at(items, index, len(items)) or phrase_at(items, index, len(items), phrase_words().completing)


def _is_equalled(items: list[Item], index: int) -> bool:
    """Whether the period is one that a figure of another time is like: "chỉ tiêu tương đương | năm ngoái"."""
    mention = items[index].period
    return mention is not None and mention.shape == "previous" and items[index - 1].row == EQUALS_ROW


def _is_outdone(items: list[Item], index: int) -> bool:
    """Whether the period ends what a comparative without an amount is told of: "nhiều hơn lượng mua cả năm 2022 | và
    gấp 6 lần năm 2023"."""
    if index + 1 >= len(items) or items[index + 1].role != "conjunction":
        return False
    for place in range(index - 1, -1, -1):
        item = items[place]
        if item.kind in BREAKING or item.low in phrase_words().dating:
            return False
        if item.low in phrase_words().falling_short:
            return True
        if item.role in CHANGES and item.low.endswith(phrase_words().more):
            return True
    return False


def _is_of_source(items: list[Item], index: int) -> bool:
    """Whether the period tells when that was decided by which a sentence opens: "Theo kế hoạch được đại hội thông qua
    hồi | tháng 3 |, công ty dự kiến lãi 9 tỷ đồng"."""
    if items[0].role != SOURCE or any(item.low == "," for item in items[:index]):
        return False
    return holds_phrase(items[max(0, index - LONGEST_EVENT) : index], phrase_words().enacted)


def _is_term(items: list[Item], index: int) -> bool:
    """Whether the months are the last of the terms of a deposit: "lãi suất kỳ hạn 1, 3 và | 6 tháng"."""
    index -= 1
    while index > 0 and (items[index].low.isdigit() or items[index].low == "," or items[index].role in JOINING):
        index -= 1
    return index >= 0 and items[index].row == TERM_ROW


def _is_of_delivery(items: list[Item], index: int) -> bool:
    """Whether the month is the one in which a metal is to be delivered: "Bạch kim | tháng 7 | lên 921 USD/ounce"."""
    mention, before = items[index].period, items[index - 1] if index else None
    if mention is None or mention.shape != "month" or before is None or before.kind != "word":
        return False
    return before.low in phrase_words().metal


def _tells_age(items: list[Item], index: int) -> bool:
    """Whether the period tells how old things are that are counted now: "474 chung cư xây trước năm 1975"."""
    mention = items[index].period
    if mention is None or mention.shape != "year" or mention.edge != "eve":
        return False
    return holds_phrase(items[max(0, index - 2) : index], phrase_words().made)


def is_of_event(items: list[Item], index: int) -> bool:
    """Whether the period dates an event, a law or an office; figures of later sentences are of no such year.

    The years of an office within which something was done are told of: "Trong nhiệm kỳ 2015-2020, …".
    """
    mention = items[index].period
    if mention is not None and TERM_FRAME in mention.rule:
        return index == 0 or items[index - 1].low != phrase_words().within
    return _stands_before(items, index, _dated()) or dates_event(items, index) or _gives_reason(items, index)


def _gives_reason(items: list[Item], index: int) -> bool:
    """Whether the period is of why something was so at the time told before: "tăng nhanh nhờ | quý I/2017 | thấp"."""
    if not index or items[index - 1].low not in phrase_words().cause:
        return False
    return any(item.kind == "period" for item in items[: index - 1])


def takes_effect(items: list[Item], index: int) -> bool:
    """Whether the period tells from when on a law holds, which dates no figure before: "…, có hiệu lực từ 1/7"."""
    return holds_phrase(items[max(0, index - LONGEST_EVENT) : index], phrase_words().effect)


def _is_of_prices(items: list[Item], index: int) -> bool:
    """Whether the period is that of the prices in which something is told: "theo giá so sánh | năm 2010"."""
    said = " ".join(item.low for item in items[max(0, index - LONGEST_BASIS) : index])
    return f" {said}".endswith(_price_basis())


def _stands_before(items: list[Item], index: int, endings: tuple[str, ...]) -> bool:
    """Whether the words before the period, or before its "lần lượt", end so, with the "từ" that a span opens with."""
    mention = items[index].period
    last = index - (index > 0 and items[index - 1].low in phrase_words().dating)
    last -= last > 0 and items[last - 1].role == "pair"
    before = " ".join(["", *(item.low for item in items[max(0, last - LONGEST_DATED) : last])])
    if mention is not None and mention.open_end:
        before += f" {phrase_words().since}"
    return before.endswith(endings)


@cache
def _price_basis() -> tuple[str, ...]:
    """The words before the time of the prices in which something is told, each behind a space."""
    return tuple(f" {phrase}" for phrase in phrase_words().price_basis)


@cache
def _began() -> tuple[str, ...]:
    """The verbs before a period of what began or was done then, each behind a space."""
    return tuple(f" {phrase}" for phrase in phrase_words().began)


@cache
def _dated() -> tuple[str, ...]:
    """The words before a period of a law, a contract or what began then, each behind a space."""
    return (*_began(), *(f" {phrase}" for phrase in phrase_words().dated))


@cache
def _falling_short() -> tuple[str, ...]:
    """The words before another time that was better, each behind a space."""
    return tuple(f" {phrase}" for phrase in phrase_words().falling_short)


@cache
def _completing() -> tuple[str, ...]:
    """The verbs behind a period of what begins or is done then, each before a space."""
    return tuple(f"{phrase} " for phrase in phrase_words().completing)


def dates_cause(items: list[Item], index: int, place: int) -> bool:
    """Whether the period stands in the cause of what the figure at `place` tells.

    "do giá điện tăng trong tháng 3 nên chỉ số giá nhóm nhà ở tăng 0,9%"; what opens behind a comma is no part of it. So
    does a school year that something is for ("sách giáo khoa năm học 2019-2020 tăng giá làm CPI tăng 0,1%"), and from
    when on it is so ("từ tháng 9, các tỉnh tăng học phí, khiến CPI tăng 0,4%").
    """
    mention = items[index].period
    if mention is None or mention.shape not in CAUSING:
        return False
    result = next((i for i in range(index + 1, place) if items[i].role in RESULTS), None)
    if result is None:
        return False
    if mention.open_end and items[result].role == "cause":
        return not is_done(items, index)
    if any(item.kind == "quantity" for item in items[index:result]):
        return False
    for item in reversed(items[:index]):
        if item.low in BREAKS or item.kind == "quantity":
            return False
        if item.low in phrase_words().reason or mention.shape == SCHOOL_YEAR:
            return True
    return False


def is_done(items: list[Item], index: int) -> bool:
    """Whether what has gone on since the period is told behind it: "từ ngày 6/10 đã …"."""
    mention = items[index].period
    if mention is None or not mention.open_end:
        return False
    return any(item.role == "tense" for item in items[index + 1 : index + 2])


def is_compared(items: list[Item], index: int) -> bool:
    """Whether a period is another time that the clause compares with: "giữ nguyên như năm ngoái", "kém năm 2017"."""
    if items[index - 1].low not in phrase_words().dating and _stands_before(items, index, _falling_short()):
        return True
    for item in reversed(items[:index]):
        if (item.kind == "punct" and item.low in BREAKS) or item.kind == "period":
            return False
        if item.role in COMPARING or item.low == phrase_words().like:
            return True
        if item.role in CHANGES and item.low.endswith(phrase_words().more):
            return True
    return False
