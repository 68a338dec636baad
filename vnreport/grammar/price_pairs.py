"""Prices of both sides of a trade, printed like a range: "36,1 - 36,4 triệu đồng/lượng (mua vào - bán ra)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnreport.grammar.values import PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

_SIGN = re.compile(r"\s*[-–—]\s*")
_SYLLABLES, _ENDS = re.compile(r"[^\W_]+"), re.compile(r"[.;)\n]")
_LOOK, _WHOLE = 48, 4
"""Characters behind a price among which both sides are named, and syllables that name them outside a bracket."""


def part_prices(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, where a range is two prices if both sides of a trade are named right behind it."""
    return [part for quantity in found for part in _parts(text, quantity)]


def _parts(text: str, quantity: Quantity) -> Iterator[Quantity]:
    sign = _SIGN.search(text, quantity.start, quantity.end) if names_both_sides(text, quantity) else None
    if sign is None:
        yield quantity
        return
    first, second = sign.span()
    yield replace(quantity, number=quantity.low, low=None, high=None, end=first, outer_end=first)
    yield replace(quantity, number=quantity.high, low=None, high=None, start=second, outer_start=second, bound="=")


def names_both_sides(text: str, quantity: Quantity) -> bool:
    """Whether a range of prices stands right before both sides of a trade: "(mua vào - bán ra)", "(MV – BR)"."""
    if quantity.low is None or quantity.kind not in PRICES:
        return False
    behind = _ENDS.split(text[quantity.outer_end : quantity.outer_end + _LOOK].lower(), maxsplit=1)[0]
    syllables = _SYLLABLES.findall(behind)
    is_open = behind.lstrip().startswith("(")
    return any(
        syllables[: len(pair)] == pair and (is_open or len(pair) >= _WHOLE)
        for pair in (surface.split() for surface in phrase_words().side_pair)
    )
