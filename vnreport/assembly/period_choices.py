"""Which of a sentence's periods a figure stands in, and which of them only date an event."""

from __future__ import annotations

from vnreport.assembly.items import Item
from vnreport.lexicon.phrase_words import phrase_words

# How many items before a period may stand the figure that it is behind: "90% vào năm 2025".
BEHIND_REACH = 3


def is_trailing_day(items: list[Item], index: int) -> bool:
    """Whether the period is a day right behind a figure ("675 đồng/lít vào ngày 6/10"), so holds for it only."""
    if not is_plain_day(items, index):
        return False
    return any(item.kind == "quantity" for item in items[max(0, index - 2) : index])


def choose_period(items: list[Item], candidates: list[int], place: int, *, has_frame: bool) -> int | None:
    """The period item that a figure at `place` stands in: the nearest before it, or one right after in its clause.

    One further behind counts only where no earlier sentence set a period (`has_frame` false).
    """
    before = [index for index in candidates if index < place and not is_trailing_day(items, index)]
    after = [index for index in candidates if index > place]
    near = after[0] if after and _same_clause(items, place, after[0]) else None
    if before:
        last = _before_event(items, before)
        if near is not None and is_plain_day(items, last) and not is_plain_day(items, near):
            return near
        crossed = any(item.kind == "quantity" for item in items[last + 1 : place])
        if near is not None and (crossed or _is_behind_figure(items, last) or _is_dated_by(items, last, near, place)):
            return near
        return last
    if near is not None:
        return near
    if has_frame:
        return None
    if after and not any(item.kind == "punct" and item.low in ";." for item in items[place : after[0]]):
        return after[0]
    return None


def _before_event(items: list[Item], before: list[int]) -> int:
    """The last of the periods, or the longer one before it where the last is a day that only dates an event.

    "trong tháng 10, giá xăng giảm vào ngày 22/10, …": what follows the day's comma is of the month.
    """
    last = before[-1]
    if len(before) > 1 and is_plain_day(items, last) and not is_plain_day(items, before[-2]):
        opens = last == 0 or items[last - 1].kind == "punct"
        closed = last + 1 < len(items) and items[last + 1].low == ","
        if closed and not opens:
            return before[-2]
    return last


def is_plain_day(items: list[Item], index: int) -> bool:
    """Whether the period is a single day that is neither an as-of date nor the start of an open span."""
    mention = items[index].period
    return mention is not None and mention.shape == "day" and not mention.as_of and not mention.open_end


def _is_dated_by(items: list[Item], last: int, near: int, place: int) -> bool:
    """Whether "trong năm 2030" behind a figure dates it, and the period before it another clause.

    "Theo báo cáo năm 2016, cả nước dùng 150 triệu tấn vào năm 2030".
    """
    before = items[last].period
    if before is None or (before.as_of and before.shape != "now"):
        return False
    if items[near - 1].low not in phrase_words().dating and not items[near].low.startswith(
        tuple(phrase_words().dating)
    ):
        return False
    return any(item.low == "," for item in items[last + 1 : place])


def _is_behind_figure(items: list[Item], index: int) -> bool:
    """Whether the period stands behind a figure in its phrase, so is that figure's: "6,6% trong năm 2019 và 6,5% …"."""
    for item in reversed(items[max(0, index - BEHIND_REACH) : index]):
        if item.kind != "word":
            return item.kind == "quantity"
    return False


def _same_clause(items: list[Item], place: int, period: int) -> bool:
    """Whether no figure and no break stands between the figure and the period after it."""
    return not any(
        item.kind == "quantity"
        or (item.kind == "punct" and item.low in ",;:()")
        or item.role in {"up", "down", "report"}
        for item in items[place + 1 : period]
    )
