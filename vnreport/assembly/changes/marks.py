"""Levels behind a verb of change without "lên": "vượt mức 1.300 USD/ounce", "tăng nhẹ chiều mua vào 3.600.000 đồng"."""

from __future__ import annotations

from decimal import Decimal

from vnreport.assembly.sentences.items import PLANS, Item, holds_phrase
from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

# A sum of money from which on the price of a piece of gold is no step of it.
LEAST_PRICE = Decimal(1_000_000)


def tells_level(items: list[Item], place: int, quantity: Quantity, cue: int) -> bool:
    """Whether the sum behind the verb at `cue` is what was passed or quoted, not by how much it changed."""
    words, between = phrase_words(), items[cue + 1 : place]
    if items[cue].low.startswith(words.passing) and between and between[0].low in words.mark:
        return not any(item.role in PLANS for item in between)
    size = quantity.number if quantity.number is not None else quantity.low
    return size is not None and size >= LEAST_PRICE and holds_phrase(between, words.quoted)
