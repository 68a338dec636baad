"""Counted things whose own price or level moved: "7 nhóm hàng | tăng", "ba ngành | đi xuống"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import MOVES, Item
from vnreport.assembly.sentences.links import leads_to_quantity
from vnreport.lexicon.phrase_words import phrase_words

# Roles of what may stand behind the verb: "tăng, trong khi", "giảm và", "đi xuống gồm", "tăng so với".
BEHIND = frozenset({"conjunction", "part", "versus"})


def moved_end(items: list[Item], place: int) -> int | None:
    """The end of the verb that tells which way the things counted at `place` moved, None where they don't.

    "có 7 nhóm | tăng, 4 nhóm | giảm mạnh", but "xuất khẩu 5 nhóm hàng | tăng 3%".
    """
    quantity, moved = items[place].quantity, place + 1
    if quantity is None or quantity.code not in phrase_words().mover or moved >= len(items):
        return None
    if items[moved].role not in MOVES or leads_to_quantity(items, moved):
        return None
    last = moved + 1
    while last < len(items) and items[last].role == "soft":
        last += 1
    if last < len(items) and items[last].kind != "punct" and items[last].role not in BEHIND:
        return None
    return last
