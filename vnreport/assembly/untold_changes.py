"""Changes in per cent that no verb of change stands before: "GDP quý II đạt 5,6%", "tăng mạnh (38%)"."""

from __future__ import annotations

from vnreport.assembly.drafts import Figure
from vnreport.assembly.items import CHANGES, Item
from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Items between a total of the economy and its level: periods and words like "ước".
_PASSED = frozenset({"soft", "aux", "tense", "estimate", "forecast", "level"})


def untold_change(items: list[Item], place: int, quantity: Quantity, cue: int) -> Figure | None:
    """The change that a level in per cent of a total of the economy is ("GDP đạt 6,5%"), or None."""
    return Figure(place, quantity, "change", "role.change.total", cue, "up") if _is_of_total(items, cue) else None


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
