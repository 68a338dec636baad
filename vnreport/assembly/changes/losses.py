"""Verbs of loss, whose figure is what was lost and no change of a level: "mất 22 ha đất", "mất 3 tỷ đồng tiền thuế"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Items before the verb in which a price stands, and behind the figure in which "so với" does.
MOST_BEFORE, MOST_BEHIND = 8, 6
RATES = ("%", "pp")


def is_loss(items: list[Item], place: int, quantity: Quantity, cue: int) -> bool:
    """Whether the figure of a verb of loss tells what was lost: no part of a level, step of a price or comparison."""
    words = phrase_words()
    if quantity.code.startswith(RATES) or quantity.kind == "times" or quantity.code in words.rank_step:
        return False
    if cue and items[cue - 1].low in {",", "("}:
        return False
    for item in items[place + 1 : place + 1 + MOST_BEHIND]:
        if item.role == "versus" or item.is_same_period:
            return False
        if item.kind in {"punct", "quantity"}:
            break
    for item in reversed(items[max(0, cue - MOST_BEFORE) : cue]):
        if item.kind == "punct":
            break
        if item.low in words.price_index | words.loss_of_level:
            return False
    return True
