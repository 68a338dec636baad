"""The words between a figure and the one before it that may name what it is of."""

from __future__ import annotations

from vnreport.assembly.changes.baselines import RESTATED_RULE
from vnreport.assembly.sentences.clauses import starts_measured, words_about, words_concerned
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.assembly.sentences.scope_words import SIDE_JOINTS, phrase_at, phrase_size
from vnreport.assembly.sentences.subjects import CLAUSE_END
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues of the verb that leads from a subject to its level.
VERBS = frozenset({"level", "to", "estimate", "equals"})
# Roles of cues that open a clause of its own or have a subject.
CLAUSES = frozenset({*VERBS, "part", "then", "cause", "versus", "growth", "fall"})
# Words of a unit that its row leaves out.
MOST_OF_UNIT = 2


def subject_between(items: list[Item], figure: Figure, previous: Figure | None, last: int) -> tuple[int, int]:
    """The item range between the figure before, at `last`, and the cue (or the number) of this one.

    Words right behind the figure before that say what it is about, or whom it concerns, are that one's.
    """
    stop = figure.cue if figure.cue is not None and figure.cue > last else figure.place
    if stop == last + 1 and any(item.role == "tense" for item in items[stop + 1 : figure.place]):
        # "Ước tính | các xã đã gieo | 120 ha"
        return stop, figure.place
    if last < 0:
        return 0, stop
    outside = _before_bracket(items, last, stop)
    if outside is not None:
        return outside
    ended = items[stop - 1].low == CLAUSE_END and items[stop - 1].depth == items[last].depth
    if ended and figure.role != "change":
        # "6% đối với tiền gửi và kỳ hạn ngắn; | 7% đối với …"
        return stop, stop
    if figure.role == "change" and (_tells_more(items, last, stop) or _goes_on_level(items, previous, last, stop)):
        return stop, stop
    valued = previous is not None and previous.role == "value" and figure.role == "change"
    if valued and items[stop - 1].low in phrase_words().cause:
        # "con số 480 tỷ đồng không làm công ty vui vì | giảm 9%"
        return stop, stop
    changed = previous is not None and previous.role == "change"
    named = words_about(items, last, noun=changed) or words_concerned(items, last)
    if named is not None:
        return min(named[1], stop), stop
    return last + (2 if _is_noted(items, previous) else 1), stop


def _tells_more(items: list[Item], last: int, stop: int) -> bool:
    """Whether what stands between a figure and its change, beside its baseline, only tells more of the figure."""
    if items[stop - 1].role == "equals":
        # "đạt 9 tỷ đồng (cao nhất vùng), | tương đương | tăng 12%"
        stop -= 1
    stop = _before_versus(items, last, stop)
    return any(tell(items, last, stop) for tell in (_is_inserted, _is_bracketed, _are_sides))


def _goes_on_level(items: list[Item], previous: Figure | None, last: int, stop: int) -> bool:
    """Whether a change stands right behind a comma and the words of a level before it: "cấp 90 giấy phép xây dựng cho
    nhà ở, công trình (kể cả dự án), | giảm"."""
    if previous is None or previous.role != "value" or items[stop - 1].low not in {",", ";"}:
        return False
    if items[last].depth != items[stop - 1].depth or items[last + 1].kind == "punct":
        return False
    between = range(last + 1, stop)
    return not any(
        items[index].kind == "period"
        or items[index].role in CLAUSES
        or items[index].low == ":"
        or starts_measured(items, index)
        for index in between
    )


def _before_versus(items: list[Item], last: int, stop: int) -> int:
    """The index of the "so với" behind a comma that the change stands right behind: "cho vay mới, | so với tháng trước
    giảm"; `stop` without one."""
    index = stop - 1
    while index > last and items[index].kind in {"word", "period"}:
        index -= 1
    return index if items[index].role == "versus" and items[index - 1].low == "," else stop


def _is_inserted(items: list[Item], last: int, stop: int) -> bool:
    """Whether the last clause before the change only tells more of the figure: "3 tỷ USD, | chủ yếu là gạo, | tăng"."""
    if items[stop - 1].low != ",":
        return False
    first = next((index + 1 for index in range(stop - 2, last, -1) if items[index].low == ","), stop)
    words = phrase_words()
    told = first < stop and phrase_at(items, first, stop, words.inserted, words.counting_in)
    return told and all(item.kind != "quantity" for item in items[first:stop])


def _is_bracketed(items: list[Item], last: int, stop: int) -> bool:
    """Whether only a bracket and a comma stand between the figure and the change: "9 vụ | (chủ yếu là lũ), | tăng".

    Words that end the figure's unit may stand before it: "900 đồng/người | một lượt (gồm bảo hiểm), | tăng".
    """
    if items[stop - 1].low != "," or items[stop - 2].low != ")":
        return False
    opened = last + 1
    while opened < stop and opened - last <= MOST_OF_UNIT and items[opened].kind == "word":
        opened += 1
    return items[opened].low == "(" and all(item.depth > items[last].depth for item in items[opened + 1 : stop - 2])


def _are_sides(items: list[Item], last: int, stop: int) -> bool:
    """Whether only the two sides of a trade stand between its prices and the change: "36 - 37 triệu đồng | lần lượt mua
    vào - bán ra, | tăng"."""
    sides, index = phrase_words().side, last + 1
    while index < stop and (items[index].low == "," or items[index].role == "pair"):
        index += 1
    size = phrase_size(items, index, stop, sides)
    index += size
    index += index < stop and items[index].low in SIDE_JOINTS
    other = phrase_size(items, index, stop, sides) if index < stop else 0
    return size > 0 and other > 0 and index + other == stop - 1 and items[stop - 1].low == ","


def _before_bracket(items: list[Item], last: int, stop: int) -> tuple[int, int] | None:
    """The words before a bracket with figures that closes right before the verb: "doanh thu (gồm 10% thuế) | là 9 tỷ".

    None where there is no such bracket, or words of its own stand behind it.
    """
    if stop >= len(items) or items[last].depth <= items[stop].depth or items[stop].role not in VERBS:
        return None
    closed = next((index for index in range(last + 1, stop) if items[index].depth <= items[stop].depth), stop)
    if any(item.low != ")" and item.role not in PASSING for item in items[closed:stop]):
        return None
    opened = next(index for index in range(last, -1, -1) if items[index].depth <= items[stop].depth)
    first = next((index for index in range(opened, -1, -1) if items[index].kind == "quantity"), -1) + 1
    words = any(item.kind == "word" for item in items[first:opened])
    return (first, opened + 1) if words else None


def _is_noted(items: list[Item], previous: Figure | None) -> bool:
    """Whether the figure before is a bracket inside a count's own words: "giảm 12 vụ (7%) | tai nạn giao thông, …"."""
    if previous is None or previous.rule != RESTATED_RULE or previous.place + 2 >= len(items):
        return False
    first = previous.place + 2
    if items[first - 1].low != ")" or items[first].kind != "word":
        return False
    after = next((item for item in items[first:] if item.kind != "word"), None)
    return after is not None and after.low in {",", ";"}
