"""By how much a figure is above or below something named: "15,6 m, cao hơn báo động 3 là 2,1 m, vượt lũ 2007 0,4 m"."""

from __future__ import annotations

from decimal import Decimal

from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import CHANGES, PASSING, Item
from vnreport.assembly.sentences.phrase_ends import LABEL_END
from vnreport.grammar.values import PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

OUTDONE_RULE = "role.change.outdone"
# Items between "cao hơn" and the amount, and the part of the value that an amount is at most: a level is of its size.
MOST_NAMED, LARGEST_PART = 9, Decimal("0.5")


def outdone(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The change that such an amount is, of a value before or in a list of such; None for a level."""
    if before is None or before.role not in {"value", "share", "change"} or not _is_amount(quantity, before):
        return None
    words, last = phrase_words(), place
    while last > before.place and (items[last - 1].role in PASSING or items[last - 1].low in {words.copula, LABEL_END}):
        last -= 1
    for index in range(last - 1, max(before.place, last - MOST_NAMED - 1), -1):
        item = items[index]
        direction = direction_of(item)
        if direction and index < last - 1:
            return Figure(place, quantity, "change", OUTDONE_RULE, index, direction) if _opens(items, index) else None
        if item.kind not in {"word", "period"} and item.role not in {"soft", "aux", "target_noun", "target", "have"}:
            return None
    return None


def direction_of(item: Item) -> str:
    """`up` or `down` where the item sets one figure above or below another: "cao hơn", "vượt", "trên"."""
    words, first = phrase_words(), item.low.partition(" ")[0]
    if item.role in CHANGES and (item.low.endswith(words.more) or item.low in words.over | words.under):
        return item.role
    return "up" if first in words.above else "down" if first in words.below else ""


def _opens(items: list[Item], index: int) -> bool:
    """Whether the words before only join it to the figure: a comma, a bracket or "và"."""
    while index and items[index - 1].role in PASSING:
        index -= 1
    before = items[index - 1] if index else None
    return before is not None and (before.low in {",", "(", phrase_words().conjunction} or before.kind == "quantity")


def _is_amount(quantity: Quantity, before: Figure) -> bool:
    """Whether the quantity can be a part of the figure before, or goes on with such a part."""
    ours, theirs = quantity.number, before.quantity.number
    if quantity.kind == "pp" or ours is None or quantity.of is not None:
        return quantity.kind == "pp"
    if before.role == "change":
        return before.rule == OUTDONE_RULE and quantity.kind == before.quantity.kind
    if quantity.kind in PERCENTS:
        return before.quantity.kind not in PERCENTS
    return bool(theirs) and quantity.code == before.quantity.code != "" and ours <= (theirs or 0) * LARGEST_PART
