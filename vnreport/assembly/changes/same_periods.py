"""Figures of a year before told beside those of the year: "nhập siêu 4 tỷ USD (cùng kỳ xuất siêu 3 tỷ USD)"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.lexicon.phrase_words import phrase_words

# Signs before a clause.
OPENING = frozenset("(,;:")


def is_of_same_period(items: list[Item], last: int, place: int) -> bool:
    """Whether "cùng kỳ" opens the clause of the figure at `place`: "nhập siêu 4 tỷ USD (cùng kỳ | xuất siêu 3 tỷ USD)".

    `last` is the item of the figure before it.
    """
    for index in range(place - 1, last, -1):
        mention = items[index].period
        if mention is not None:
            opens = items[index - 1].low in OPENING or items[index - 1].low in phrase_words().opposed
            return mention.shape == "same_period" and last >= 0 and opens
        if items[index].kind in {"punct", "quantity"}:
            return False
    return False
