"""The verb before a count that says what happened to what is counted: "tạm giữ 26 người"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import CHANGES, Item, is_titled
from vnreport.lexicon.phrase_words import phrase_words

# Items of the longest verb, and words that may stand between it and the number: "cấp mới | giấy phép cho | 40 cơ sở".
LONGEST_VERB = 3
LONGEST_OBJECT = 8
# Cues that may stand between the verb and the number, or are a part of it: "bán được 40 chiếc", "đã bị bắt 3 người".
BETWEEN = frozenset({"soft", "aux", "to"})


def deed_before(items: Sequence[Item], place: int) -> tuple[int, int] | None:
    """The item range of the verb and its words before the quantity at `place`; None where there is none."""
    found: tuple[int, int] | None = None
    words = 0
    for index in range(place - 1, -1, -1):
        item = items[index]
        size = _deed_at(items, index, place)
        if size:
            found = (index, index + size)
            break
        if item.kind == "word":
            words += 1
            if item.low in phrase_words().place and index < place - 1:
                return None
        elif item.role in CHANGES and _is_occasion(items[place]) and is_adjusted(items, index):
            # "đã điều chỉnh tăng vốn 3 lần"
            found = (index - 2, index + 1)
            break
        elif item.kind != "cue" or (item.role not in BETWEEN and item.low not in phrase_words().in_all):
            return None
        if item.low == phrase_words().of:
            # "thu hồi giấy phép | của | 40 cơ sở"
            return None
        if words > LONGEST_OBJECT:
            return None
    if found is None:
        return None
    first, last = found
    while last < place and items[last].kind == "word":
        last += 1
    known = phrase_words()
    if items[last - 1].low in known.place:
        # "khảo sát tại | 14 huyện": where it was done.
        return None
    while last > first + 1 and items[last - 1].low in known.preposition:
        # "điều trị cho | 5 bệnh nhân"
        last -= 1
    while first and (size := next((n for n in (1, 2, 3) if first >= n and _deed_at(items, first - n, first) == n), 0)):
        first -= size
    return first, last


def is_adjusted(items: Sequence[Item], cue: int) -> bool:
    """Whether the verb at `cue` tells how something was set anew: "điều chỉnh | tăng vốn"."""
    return " ".join(item.low for item in items[max(0, cue - 2) : cue]) in phrase_words().adjusting


def _is_occasion(item: Item) -> bool:
    """Whether the item counts how often something was done."""
    return item.quantity is not None and item.quantity.kind == "times"


def _deed_at(items: Sequence[Item], index: int, stop: int) -> int:
    """How many items the verb has that starts at `index` and ends at `stop` or before; 0 for none."""
    item, words = items[index], phrase_words()
    if index and is_titled(item) and is_titled(items[index - 1]):
        # "Sở | Xây dựng | 21 người"
        return 0
    if _is_branch(items, index):
        return 0
    if item.role == "have":
        return 0 if item.low in words.being else 1
    if item.kind != "word":
        return 0
    for size in range(min(LONGEST_VERB, stop - index), 0, -1):
        if any(other.kind != "word" for other in items[index : index + size]):
            continue
        if " ".join(other.low for other in items[index : index + size]) not in words.deed:
            continue
        if index + size == len(items) or not items[index + size].is_inner:
            return 0 if item.is_inner else size
    return 0


def _is_branch(items: Sequence[Item], index: int) -> bool:
    """Whether the word joins the name of a branch to another: "khu vực công nghiệp và | xây dựng"."""
    words = phrase_words()
    if index < 2 or items[index].low not in words.sector or items[index - 1].low != words.conjunction:
        return False
    return not any(_deed_at(items, index - 1 - size, index - 1) for size in range(1, min(LONGEST_VERB, index - 1) + 1))
