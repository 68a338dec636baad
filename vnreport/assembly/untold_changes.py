"""Changes in per cent that no verb of change stands before: "GDP quý II đạt 5,6%", "tăng mạnh nhất (38%)"."""

from __future__ import annotations

from vnreport.assembly.drafts import Figure
from vnreport.assembly.items import CHANGES, Item
from vnreport.grammar.values import PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Items between a total of the economy and its level: periods and words like "ước".
_PASSED = frozenset({"soft", "aux", "tense", "estimate", "forecast", "level"})
# Items between "cao nhất là" and the percentage of what comes first: "nhóm thuốc và dịch vụ y tế với".
_MOST_NAMED = 10
# Items between the superlative and the change that it is of: "10 nhóm hàng tăng giá, cao nhất là".
_MOST_BEFORE = 6


def untold_change(items: list[Item], place: int, quantity: Quantity, cue: int, before: Figure | None) -> Figure | None:
    """The change that a level in per cent is, or None: of a total ("GDP đạt 6,5%"), or of what changed the most."""
    if _is_of_total(items, cue):
        return Figure(place, quantity, "change", "role.change.total", cue, "up")
    index = cue - 1
    if items[place - 1].low != phrase_words().companion and items[place - 1].role != "soft":
        return None
    if index < 1 or items[index].low not in phrase_words().most or place - cue > _MOST_NAMED:
        return None
    if not any(item.low == phrase_words().companion for item in items[cue + 1 : place]):
        return None
    if before is not None and before.role == "change" and before.quantity.kind in PERCENTS:
        return Figure(place, quantity, "change", "role.change.most", None, before.direction)
    for item in reversed(items[max(0, index - _MOST_BEFORE) : index]):
        if item.role in CHANGES:
            return Figure(place, quantity, "change", "role.change.most", None, item.role)
        if item.kind == "quantity":
            return None
    return None


def bracketed_change(items: list[Item], place: int, quantity: Quantity, opened: int) -> Figure | None:
    """The change that a percentage in a bracket is, right behind a verb of change: "tăng mạnh nhất (38%)"; or None."""
    index = opened - 1
    while index > 0 and items[index].role == "soft":
        index -= 1
    if index < 0 or items[index].role not in CHANGES:
        return None
    return Figure(place, quantity, "change", f"role.change.{items[index].role}", index, items[index].role)


def _is_of_total(items: list[Item], cue: int) -> bool:
    """Whether nothing but a period stands between a total of the economy and its level."""
    index = cue - 1
    while index >= 0 and (items[index].role in _PASSED or items[index].kind == "period"):
        index -= 1
    if index < 0 or items[index].low not in phrase_words().total_product:
        return False
    return index == 0 or items[index - 1].kind == "punct" or items[index - 1].low in phrase_words().growth_noun
