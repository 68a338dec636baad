"""Clauses that tell of a part after one that told of the whole: "xuất khẩu rau quả lập kỷ lục, sầu riêng tăng 62%"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.phrase_ends import LABEL_END
from vnreport.assembly.sentences.scope_words import deed_at, phrase_at
from vnreport.assembly.sentences.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words

# Cues between what a figure is of and its verb: "ớt tươi | chỉ còn | 6.000 đồng".
MOST_BETWEEN = 2
# Syllables of the shortest part.
SHORTEST_PART = 2


def own_behind(items: list[Item], told: int, last: int) -> tuple[int, int] | None:
    """The item range of the part behind the last comma before item `last`, where the clause before tells what happened.

    `told` is where the name of the whole ends. None where no such clause stands between.
    """
    comma = next((index for index in range(last - 1, told, -1) if items[index].low == ","), None)
    # "xuất khẩu tăng ở một số nhóm hàng: | máy móc, thiết bị | tăng 396 triệu USD"
    label = next((index for index in range(comma or told, told, -1) if items[index].low == LABEL_END), None)
    comma = comma if label is None or items[label + 1].low in phrase_words().place else label
    if comma is None or not any(_happens(items, index, comma) for index in range(told, comma)):
        return None
    own = trim(items, comma + 1, last)
    if own is None or own[0] != comma + 1 or own[1] < last - MOST_BETWEEN:
        return None
    if sum(len(item.low.split()) for item in items[own[0] : own[1]]) < SHORTEST_PART:
        return None
    acts = deed_at(items, *own) or phrase_at(items, *own, phrase_words().quoting)
    return None if acts else own


def _happens(items: list[Item], index: int, stop: int) -> bool:
    """Whether the item tells what happened to something: a change or a level without its amount, or a verb of doing."""
    if items[index].role == "level":
        return index + 1 == stop
    return items[index].role in CHANGES or (items[index].kind == "word" and deed_at(items, index, stop))
