"""Rates of a growth told a clause before: "tăng trưởng GDP cao nhất 10 năm qua, đạt 7%"."""

from __future__ import annotations

from vnreport.assembly.changes.ratios import has_target
from vnreport.assembly.sentences.governors import GROWTH, SOFT
from vnreport.assembly.sentences.items import Item
from vnreport.lexicon.phrase_words import phrase_words

# Items between a noun of growth and the comma before its rate.
MOST_BETWEEN = 16
# Roles of items that may stand behind the noun of growth.
PASSED = frozenset({*SOFT, "conjunction", "estimate", "forecast"})
LEADING = frozenset({"level", "pair"})


def growth_before(items: list[Item], start: int, place: int) -> int | None:
    """The index of the noun of growth whose rate the percentage is, or None.

    Nothing but "đạt" or "lần lượt" stands between it and the comma that ends the noun's own clause.
    """
    index = place - 1
    while index > start and (items[index].role in SOFT or items[index].role in {"estimate", "forecast"}):
        index -= 1
    if items[index].low == "(":
        return _noted(items, start, index, place)
    if items[index].low != "," or not any(item.role in LEADING for item in items[index + 1 : place]):
        return None
    if has_target(items, place) or items[place].depth != items[index].depth:
        return None
    for noun in range(index - 1, max(start, index - MOST_BETWEEN) - 1, -1):
        item = items[noun]
        if item.role in GROWTH or item.low in phrase_words().growth_noun:
            return noun if _tells_rate(items, noun, start) else None
        if item.low == ")" and item.depth == items[place].depth + 1:
            continue
        if item.kind in {"quantity", "punct"} and item.depth == items[place].depth:
            return None
        if item.kind == "cue" and item.role not in PASSED:
            return None
    return None


def _noted(items: list[Item], start: int, opened: int, place: int) -> int | None:
    """The noun of growth whose rate stands alone in a bracket behind it: "tăng trưởng GRDP quý I đạt thấp (| 5,1%)"."""
    if place + 1 >= len(items) or items[place + 1].low != ")":
        return None
    if not any(item.role in LEADING for item in items[max(start, opened - MOST_BETWEEN) : opened]):
        # "thấp hơn mức tăng của cả nước (2%)"
        return None
    for noun in range(opened - 1, max(start, opened - MOST_BETWEEN) - 1, -1):
        item = items[noun]
        if item.role in GROWTH or item.low in phrase_words().growth_noun:
            return noun if _tells_rate(items, noun, start) else None
        if item.kind not in {"word", "period"} and item.role not in PASSED | LEADING:
            return None
    return None


def growth_moved(items: list[Item], cue: int) -> int | None:
    """The index of the noun of growth whose rate "lên" or "xuống" at `cue` leads to: "nâng dự báo | tăng trưởng GDP |
    lên 6,4%"; None where something else moves, or the rate does ("mức tăng lương giảm xuống 2%")."""
    if items[cue].low.startswith((*phrase_words().rise, *phrase_words().fall)) and " " in items[cue].low:
        return None
    for index in range(cue - 1, max(-1, cue - MOST_BETWEEN), -1):
        item = items[index]
        if item.role in GROWTH or item.low in phrase_words().growth_noun:
            return index if _tells_rate(items, index, 0) else None
        if item.kind not in {"word", "period"} and item.role not in PASSED:
            return None
    return None


def _tells_rate(items: list[Item], noun: int, start: int) -> bool:
    """Whether the noun of growth is what the clause tells, and not what something is beside: "cùng với tăng trưởng"."""
    before = items[noun - 1] if noun > start else None
    return before is None or before.role not in {"versus", "conjunction"} or before.kind == "punct"
