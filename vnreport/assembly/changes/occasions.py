"""How often or how long something rose or fell, which is no amount: "giá xăng tăng 7 lần", "giảm 6 phiên liên tiếp"."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.deeds import is_adjusted
from vnreport.assembly.sentences.items import CHANGES, Item, holds_phrase
from vnreport.grammar.values import Quantity, Unit
from vnreport.lexicon.phrase_words import phrase_words

# Items before the verb of change in which the price stands, and between the verb and a run of times.
MOST_BEFORE, MOST_BETWEEN = 8, 5


def occasions(items: list[Item], place: int, cue: int, quantity: Quantity) -> Quantity | None:
    """The count of times that a price was raised or cut ("giá xăng tăng 7 lần"), or None for a multiple."""
    number, unit, words = quantity.number, quantity.unit, phrase_words()
    if quantity.kind != "times" or unit is None or unit.end <= unit.start or number is None or number != int(number):
        return None
    behind = items[place + 1] if place + 1 < len(items) else None
    in_a_row = _in_a_row(items, place)
    if not in_a_row:
        if number < 2 or (behind is not None and behind.role == "versus"):
            return None
        priced = holds_phrase(items[max(0, cue - MOST_BEFORE) : place], words.adjusted)
        if not priced and not is_adjusted(items, cue):
            return None
    said = Unit(unit.start, unit.end, words.occasion, "count", unit.row)
    return replace(quantity, unit=said)


def is_run(items: list[Item], place: int) -> bool:
    """Whether a span of time only says how often in a row something moved: "giảm 6 phiên liên tiếp", "tăng tỷ giá trung
    tâm ba phiên liên tiếp"."""
    quantity = items[place].quantity
    if quantity is None or quantity.code not in phrase_words().time_unit or not _in_a_row(items, place):
        return False
    return any(item.role in CHANGES for item in items[max(0, place - MOST_BETWEEN) : place])


def _in_a_row(items: list[Item], place: int) -> bool:
    """Whether "liên tiếp" stands beside the figure."""
    beside = (items[max(0, place - 2) : place], items[place + 1 : place + 3], items[place + 1 : place + 2])
    return any(" ".join(item.low for item in pair).endswith(tuple(phrase_words().in_a_row)) for pair in beside)
