"""Two prices printed like a range: "36,3 - 36,5 triệu đồng (mua vào - bán ra)" is a buying and a selling price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vnreport.grammar.values import PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

NAMED_RULE, STEPPED_RULE = "pair.prices.named", "pair.prices.stepped"
_RULES = frozenset({NAMED_RULE, STEPPED_RULE})
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_OPENED = re.compile(r" ?\(|,? ")
_DASH = re.compile(r" ?[-–—−] ?")
_SLASH = re.compile(r" ?/ ?")
_ENDED = re.compile(r"[;:\n(]|[.!?] ")
_LONGEST, _LONGEST_STEP, _SIDE_REACH = 30, 40, 4
"""Characters behind the figures in which both prices are named, and those up to a step of them; words behind the step
in which its side stands."""


def part_prices(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, where a range whose ends are a buying and a selling price is two of them."""
    parted: list[Quantity] = []
    for index, quantity in enumerate(found):
        rule = _rule(text, quantity, found[index + 1] if index + 1 < len(found) else None)
        parted.extend((rule and _prices(text, quantity, rule)) or (quantity,))
    return parted


def is_paired_price(quantity: Quantity) -> bool:
    """Whether the price was printed with another one like the end of a range."""
    return not _RULES.isdisjoint(quantity.rules)


def _rule(text: str, quantity: Quantity, following: Quantity | None) -> str:
    """How a range is said to be two prices: both are named right behind it, or the step that follows has a side; "" for
    any other quantity."""
    if quantity.low is None or quantity.kind not in {"", *PRICES}:
        return ""
    opened = _OPENED.match(text, quantity.outer_end)
    if opened is not None:
        told = _SLASH.sub("/", _DASH.sub(" - ", text[opened.end() : opened.end() + _LONGEST].lower()))
        if told.startswith(phrase_words().both_prices):
            return NAMED_RULE
    if following is None or following.number is None or following.kind not in PRICES or not quantity.kind:
        return ""
    if following.number >= quantity.low:
        return ""
    between = text[quantity.outer_end : following.start]
    behind = text[following.outer_end : following.outer_end + _LONGEST].lower().split()[:_SIDE_REACH]
    return STEPPED_RULE if len(between) < _LONGEST_STEP and not _ENDED.search(between) and _has_side(behind) else ""


def _has_side(words: Sequence[str]) -> bool:
    """Whether the words tell a side of a trade: "ở cả hai chiều", "chiều bán ra"."""
    said = f" {' '.join(words)} "
    return any(f" {side}" in said for side in phrase_words().trade_side)


def _prices(text: str, quantity: Quantity, rule: str) -> tuple[Quantity, Quantity] | None:
    """The two prices of the range; None where more figures than two are printed."""
    figures = list(_FIGURE.finditer(text, quantity.start, quantity.end))
    if len(figures) != 2:
        return None
    rules = (*quantity.rules, rule)
    buying, selling = figures[0].end(), figures[1].start()
    said = text[quantity.unit.start : quantity.unit.end] if quantity.unit is not None else ""
    again = text.find(said, buying, selling) if said else -1
    outer = buying if again < 0 else again + len(said)
    first = replace(quantity, number=quantity.low, low=None, high=None, end=buying, outer_end=outer, rules=rules)
    return first, replace(
        quantity, number=quantity.high, low=None, high=None, start=selling, outer_start=selling, rules=rules
    )
