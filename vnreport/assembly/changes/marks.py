"""Levels behind a verb of change without "lên": "vượt mức 1.300 USD/ounce", "tăng nhẹ chiều mua vào 3.600.000 đồng"."""

from __future__ import annotations

from decimal import Decimal

from vnreport.assembly.changes.price_steps import is_step
from vnreport.assembly.sentences.deeds import is_adjusted
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import PLANS, Item, bound_words, holds_phrase
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.grammar.values import PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# A sum of money from which on the price of a piece of gold is no step of it.
LEAST_PRICE = Decimal(1_000_000)
# The part of a price by which the next one differs at most; a step of that size would double or end it.
NEXT_PRICE = Decimal("0.06")
# Items behind the amount of a step in which the level stands that it led to.
MOST_BEHIND = 4


def is_next_price(before: Figure, quantity: Quantity) -> bool:
    """Whether a price is so near the one before that it is what this moved to: "mở cửa ở 42 triệu đồng, giảm nhẹ | 41,9
    triệu đồng"."""
    first, second = before.quantity.number, quantity.number
    if before.role != "value" or quantity.kind not in PRICES or before.quantity.code != quantity.code:
        return False
    if not first or not second or first == second:
        return False
    return abs(first - second) <= NEXT_PRICE * first


def tells_level(items: list[Item], place: int, quantity: Quantity, cue: int) -> bool:
    """Whether the figure behind the verb at `cue` is what was passed or quoted, not by how much it changed."""
    words, between = phrase_words(), items[cue + 1 : place]
    if is_up_to_mark(items, place):
        return True
    if quantity.kind not in PRICES:
        return False
    if cue == place - 1 and items[cue].low in words.moving and bound_words(items, place)[:1] == [words.passing]:
        # "chênh lệch tăng vượt 2 triệu đồng"
        return True
    if _is_limit(items, place, cue):
        return True
    if items[cue].low.startswith(words.passing) and between and between[0].low in words.mark:
        return not any(item.role in PLANS for item in between)
    raised = items[cue].role == "up" and quantity.kind == "money" and not is_step(quantity)
    if raised and _is_of_capital(items, place, cue):
        return True
    size = quantity.number if quantity.number is not None else quantity.low
    return size is not None and size >= LEAST_PRICE and holds_phrase(between, words.quoted)


def _is_limit(items: list[Item], place: int, cue: int) -> bool:
    """Whether a share moved to the limit of its day, and no level that it came to stands behind: "tăng kịch trần |
    9.000 đồng", but "tăng trần 600 đồng, lên 9.000 đồng"."""
    size = phrase_size(items, cue + 1, place, phrase_words().limit_of_day)
    moved = any(item.role == "to" for item in items[place + 1 : place + MOST_BEHIND])
    return 0 < size == place - cue - 1 and not moved


def is_up_to_mark(items: list[Item], place: int) -> bool:
    """Whether the bound of a figure names the mark that was passed or missed: "tăng vượt ngưỡng | 9 tỷ đồng"."""
    bound = bound_words(items, place)
    return bool(bound) and bound[-1] in phrase_words().mark and bound[0] != phrase_words().more


def _is_of_capital(items: list[Item], place: int, cue: int) -> bool:
    """Whether the sum is the capital that projects were given besides: "36 lượt dự án tăng vốn | 352 triệu USD"."""
    words, between = phrase_words(), items[cue + 1 : place]
    if any(item.low == words.added for item in between):
        return False
    if is_adjusted(items, cue) and (not between or all(item.low == words.copula for item in between)):
        return True
    counted = any(item.quantity is not None and item.quantity.kind == "count" for item in items[max(0, cue - 6) : cue])
    return (
        counted and bool(between) and between[0].low == words.capital and all(item.kind == "word" for item in between)
    )
