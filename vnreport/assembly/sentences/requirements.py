"""Figures that one must reach to be let in: "thí sinh phải có điểm từ 20 trở lên"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import PLANS, Item, holds_phrase
from vnreport.assembly.sentences.moved_levels import BREAKS
from vnreport.lexicon.phrase_words import phrase_words

# Items between what is required and its least figure.
MOST_REQUIRED = 8
# The bounds of a requirement.
_LEAST = frozenset({">=", "<="})


def required(items: Sequence[Item]) -> list[int]:
    """The places of the figures that are least or greatest ones of a requirement."""
    found: list[int] = []
    for place in range(len(items)):
        if _is_required(items, place, found):
            found.append(place)
    return found


def _is_required(items: Sequence[Item], place: int, found: Sequence[int]) -> bool:
    """Whether a bounded figure is what somebody must have: "phải có vốn tối thiểu | 5 tỷ đồng", or is joined to one.

    What is to be reached by a time is a goal: "đến năm 2030 phải có ít nhất | 5 bệnh viện".
    """
    quantity = items[place].quantity
    if quantity is None or quantity.bound not in _LEAST:
        return False
    if any(item.kind == "period" or item.role in PLANS for item in items):
        return False
    first = place
    while first and place - first < MOST_REQUIRED and items[first - 1].low not in BREAKS:
        first -= 1
        if items[first].quantity is not None:
            return first in found and items[first + 1].low == phrase_words().conjunction
    return holds_phrase(items[first:place], phrase_words().requiring)
