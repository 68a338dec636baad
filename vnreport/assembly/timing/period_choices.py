"""Which of a sentence's periods a figure stands in, and which of them only date an event."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.assembly.timing.period_behind import (
    ends_on_day,
    is_behind_figure,
    is_near,
    is_plain_day,
    is_right_behind,
    place_behind,
)
from vnreport.assembly.timing.period_events import RESULTS, is_done
from vnreport.grammar.values import PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues behind which a clause of its own begins, as at its start.
OPENERS = frozenset({"report", "conjunction", "part", "source", "then"})
CLOSERS, CLAUSE_END = frozenset(",;"), ";"
# Roles of verbs of a level, and the items of one and its figure.
LEVELS, CLAUSE_START = frozenset({"level", "equals", "have"}), 2
# The lexicon row of "tính từ", "cộng dồn từ".
SINCE_FRAME = "frame.since"
# Items before a day among which stands the disaster that it is of.
BLOW_REACH = 8


def is_trailing_day(items: list[Item], index: int) -> bool:
    """Whether the period is a day right behind a figure ("675 đồng/lít vào ngày 6/10"), so holds for it only."""
    if not is_plain_day(items, index) or items[index - 1].kind == "punct":
        return False
    return any(item.kind == "quantity" for item in items[max(0, index - 2) : index])


def choose_period(items: list[Item], candidates: list[int], place: int, *, has_frame: bool) -> int | None:
    """The period item that a figure at `place` stands in: the nearest before it, or one right after in its clause.

    One further behind counts only where no earlier sentence set a period (`has_frame` false).
    """
    before = _outside_totals(
        items, [index for index in candidates if index < place and not is_trailing_day(items, index)], place
    )
    after = [index for index in candidates if index > place]
    near = after[0] if after and is_near(items, place, after[0]) else None
    if before:
        last = _last_open(items, before, place)
        dated = is_plain_day(items, last) and not is_plain_day(items, near) if near is not None else False
        if dated and not any(item.role == "tense" for item in items[place + 1 : near]):
            return near
        crossed = any(item.kind == "quantity" for item in items[last + 1 : place]) or _is_anothers(items, last)
        if near is not None and (crossed or is_behind_figure(items, last) or _is_dated_by(items, last, near, place)):
            return near
        if near is not None and is_right_behind(items, place, near) and not opens_clause(items, last):
            return near
        listed = place_behind(items, after, place) if near is None and is_behind_figure(items, last) else None
        return last if listed is None else listed
    if near is not None:
        return near
    behind = place_behind(items, after, place)
    if behind is None and len(candidates) == 1 and ends_on_day(items, place, candidates[0]):
        return candidates[0]
    if behind is not None or has_frame:
        return behind
    if after and not any(_ends_part(item) for item in items[place : after[0]]):
        return after[0]
    return None


def _outside_totals(items: list[Item], before: list[int], place: int) -> list[int]:
    """The periods without the running totals that a semicolon parts from the figure, where another stands before them.

    "Tuần qua có 84 ca sởi, cộng dồn từ đầu năm 634 ca; | 31 ca cúm".
    """
    ended = next((index for index in range(place - 1, 0, -1) if items[index].low == CLAUSE_END), 0)
    kept = [index for index in before if index > ended or not is_running_total(items[index].period)]
    return kept if kept and kept[0] == before[0] else before


def is_running_total(mention: PeriodMention | None) -> bool:
    """Whether a mention tells since when something was counted: "tính từ đầu năm"."""
    return mention is not None and SINCE_FRAME in mention.rule


def _ends_part(item: Item) -> bool:
    """Whether what stands behind the item is told apart from what stands before it: ";", ":", "trong đó"."""
    return item.role == "part" or (item.kind == "punct" and item.low in ";.:")


def _is_anothers(items: list[Item], index: int) -> bool:
    """Whether the period ends a clause on another figure: "150 tỷ đồng đưa vào chi phí năm 2016 và 31 tỷ đồng …"."""
    if opens_clause(items, index):
        return False
    for item in reversed(items[:index]):
        if item.kind in {"punct", "period"}:
            return False
        if item.kind == "quantity":
            return True
    return False


def _last_open(items: list[Item], before: list[int], place: int) -> int:
    """The last of the periods before a figure that holds beyond its own words.

    One within an earlier clause tells of that one only, where another opens the sentence or its clause: "trong tháng
    10, giá xăng giảm vào ngày 22/10, …", "hiện còn 22 đơn vị nợ lương tháng 12, khiến 3.460 người …".
    """
    last = before[-1]
    for index, other in zip(before[:0:-1], before[-2::-1], strict=True):
        if opens_clause(items, index) or not (_is_closed(items, index, place) or _tells_who(items, other, index)):
            return index
        if is_plain_day(items, index) and _is_one_clause(items, other, place):
            return index
        if not opens_clause(items, other) and not (is_plain_day(items, index) and not is_plain_day(items, other)):
            return last
        if _is_set_apart(items, other, place):
            return last
        last = other
    return last


def _is_one_clause(items: list[Item], index: int, place: int) -> bool:
    """Whether the period is amid the clause that tells the figure: "vụ nặng nhất | trong kỳ nghỉ | vào sáng 3/5 khiến
    4 người chết"."""
    if opens_clause(items, index):
        return False
    return not any(item.kind in {"punct", "quantity"} for item in items[index + 1 : place])


def _tells_who(items: list[Item], opening: int, index: int) -> bool:
    """Whether "hiện" only tells more of whom another time tells: "Quý IV, hãng hiện niêm yết tại A lỗ …"."""
    mention = items[index].period
    if mention is None or mention.shape != "now" or not mention.as_of or not opens_clause(items, opening):
        return False
    return not any(item.kind == "quantity" for item in items[opening + 1 : index])


def _is_set_apart(items: list[Item], index: int, place: int) -> bool:
    """Whether what stands before the figure is set against the clause of the period: "…, nhưng đến năm 2018 …"."""
    return any(item.low in phrase_words().opposed for item in items[index + 1 : place])


def opens_clause(items: list[Item], index: int) -> bool:
    """Whether the period stands at the beginning of its clause: "Đến tháng 3, …", "…, trong quý II đạt"."""
    while index and (items[index - 1].kind == "period" or items[index - 1].low in phrase_words().dating):
        index -= 1
    if index == 0:
        return True
    before = items[index - 1]
    return before.kind == "punct" or before.role in OPENERS


def stands_against(items: list[Item], index: int) -> bool:
    """Whether the period opens a clause on the level at that time: "có 229 thợ, trong khi | đầu năm | là 342 người"."""
    behind = items[index + 1 : index + 3]
    if not index or items[index - 1].role != "conjunction" or len(behind) < CLAUSE_START:
        return False
    return behind[0].role in LEVELS and behind[1].kind == "quantity"


def _is_closed(items: list[Item], index: int, place: int) -> bool:
    """Whether the clause around a period ends before the figure, with no figure of its own behind the period.

    A cause behind "đã" ends none, nor does what a disaster of that day did: "đợt rét từ ngày 6/10 đã làm 211 con bò
    chết", "vụ cháy ngày 2/1 | khiến 5 người chết".
    """
    done = is_done(items, index) or _dates_blow(items, index)
    for item in items[index + 1 : place]:
        if item.kind == "quantity":
            return False
        if (item.kind == "punct" and item.low in CLOSERS) or (item.role in RESULTS and not done):
            return True
    return False


def _dates_blow(items: list[Item], index: int) -> bool:
    """Whether the period is the day of a disaster named before it in its clause: "vụ tai nạn xảy ra | hôm qua |"."""
    mention = items[index].period
    past = mention is not None and mention.shape == "previous" and mention.unit == "day"
    if not past and not is_plain_day(items, index):
        return False
    for item in reversed(items[max(0, index - BLOW_REACH) : index]):
        if item.kind in {"punct", "period", "quantity"}:
            return False
        if item.low in phrase_words().blow:
            return True
    return False


def _is_dated_by(items: list[Item], last: int, near: int, place: int) -> bool:
    """Whether "trong năm 2030" behind a figure dates it, and the period before it another clause.

    "Theo báo cáo năm 2016, cả nước dùng 150 triệu tấn vào năm 2030".
    """
    before = items[last].period
    if before is None or (before.as_of and before.shape != "now" and opens_clause(items, last)):
        return False
    if items[near - 1].low not in phrase_words().dating and not items[near].low.startswith(
        tuple(phrase_words().dating)
    ):
        return False
    return any(item.low == "," for item in items[last + 1 : place])
