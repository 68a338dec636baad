"""Figures of a year before told beside those of the year: "nhập siêu 4 tỷ USD (cùng kỳ xuất siêu 3 tỷ USD)"."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import SAME_PERIOD
from vnreport.lexicon.phrase_words import phrase_words

# Signs before a clause.
OPENING = frozenset("(,;:")
# Roles of cues before what a sentence opens with, and of those that set a figure against a time.
JOINING, COMPARING = frozenset({"conjunction", "aux", "soft"}), frozenset({"versus", "up", "down", "flat", "ratio"})


def earlier_host(items: list[Item], last: int, drafts: list[Draft], host: Draft | None) -> Draft | None:
    """The draft that the last one tells the level a year before of: the `host`, or in a row that of the one before it
    ("cùng kỳ là 11%; | 36%; 43%"); None where the last one is of its own time. `last` is the item of the figure before.
    """
    draft, before = drafts[-1], drafts[-2] if len(drafts) > 1 else None
    if _is_of_same_period(items, last, draft.place):
        return host
    if host is not None and opens_earlier(items, draft.place):
        return host.earlier or host
    if before is None or before.earlier is None or before.role != draft.role or before.place != last:
        return None
    joins = OPENING | {phrase_words().conjunction}
    return before.earlier if all(item.low in joins for item in items[last + 1 : draft.place]) else None


def _is_of_same_period(items: list[Item], last: int, place: int) -> bool:
    """Whether "cùng kỳ" opens the clause of the figure at `place`: "nhập siêu 4 tỷ USD (cùng kỳ | xuất siêu 3 tỷ USD)".

    `last` is the item of the figure before it.
    """
    for index in range(place - 1, last, -1):
        if items[index].period is not None:
            return items[index].is_same_period and last >= 0 and _sets_against(items[index - 1])
        if items[index].kind == "quantity" or (items[index].kind == "punct" and not _sets_off(items, index)):
            return False
    return False


def _sets_against(item: Item) -> bool:
    """Whether the item before "cùng kỳ" opens a clause: a sign, "trong khi", "còn"."""
    words = phrase_words()
    return item.low in OPENING or item.low in words.opposed or item.low in words.adding


def _sets_off(items: list[Item], index: int) -> bool:
    """Whether the sign is the comma behind "cùng kỳ": "trong khi cùng kỳ năm 2018, mức tăng là 4%"."""
    return index > 0 and items[index].low == "," and items[index - 1].is_same_period


def opens_earlier(items: list[Item], place: int) -> bool:
    """Whether the sentence opens with "cùng kỳ", the time of all that it tells up to another one: "Cùng kỳ năm trước,
    công ty | lỗ 4 tỷ đồng"."""
    first = next((index for index, item in enumerate(items) if item.role not in JOINING and item.kind != "punct"), 0)
    mention = items[first].period
    if mention is None or mention.shape != SAME_PERIOD:
        return False
    return not any(item.kind == "period" or item.role in COMPARING for item in items[first + 1 : place])
