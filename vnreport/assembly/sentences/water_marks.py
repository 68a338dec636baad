"""Levels of water told by the marks that they are above or below: "3,27 m, dưới báo động 2 là 0,23 m"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.lexicon.phrase_words import phrase_words

# Items of a mark, up to how far off the level is: "mức lũ lịch sử năm 2013 là".
MOST_OF_MARK = 10


def set_beside_marks(items: list[Item]) -> None:
    """Makes a verb of change of the "trên" or "dưới" before a mark of the water's level and how far off it is.

    "3,27 m, | dưới | báo động 2 là 0,23 m", but "sông Mã còn dưới báo động 1".
    """
    words = phrase_words()
    over, under = words.over, words.under
    for index, item in enumerate(items):
        if item.low not in over and item.low not in under:
            continue
        named = items[index + 1 : index + 1 + MOST_OF_MARK]
        last = next((n for n, other in enumerate(named) if other.kind == "quantity" or other.low in {",", ";"}), None)
        if last is not None and named[last].kind == "quantity" and holds_phrase(named[:last], words.water_mark):
            item.kind, item.role = "cue", "up" if item.low in over else "down"
