"""Lists of the names of those counted: "3 huyện Thanh Trì, Thường Tín và Phú Xuyên"."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import DASHES
from vnreport.assembly.sentences.items import Item, is_titled
from vnreport.lexicon.phrase_words import phrase_words


def names_counted(items: list[Item], place: int) -> int | None:
    """Where as many names begin as the figure at `place` counts, right behind its noun, or None.

    The noun may be of two tiers: "9 tỉnh, thành phố | Hưng Yên, Thái Bình, …".
    """
    quantity, words = items[place].quantity, phrase_words()
    if quantity is None or quantity.number is None or quantity.kind != "count":
        return None
    first = place + 1
    if first + 1 < len(items) and items[first].low == "," and items[first + 1].low in words.tier:
        first += 2
    if first >= len(items) or not is_titled(items[first]):
        return None
    names, opens = 0, True
    for item in items[first:]:
        if item.low in {words.conjunction, ","}:
            opens = True
        elif not is_titled(item) and (opens or item.low not in DASHES):
            break
        else:
            names, opens = names + opens, False
    return first if 1 < names == quantity.number else None
