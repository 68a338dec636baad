"""Written-out products: "75m2 x 9.710.000 đồng/m2 x 80% = 582.600.000 đồng", of which the result alone is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vnreport.grammar.values import Quantity

_NOUN = r"\s*(?:[^\W\d_]+\s+){0,2}"
"""Words of what a factor counts that are no part of its unit: "5.600 m2 | sàn | x 3 tầng"."""
_FACTOR = r"[x×]\s*(?:[\d.,]*\d%?\s*)?"
"""The sign of a product with a factor that is no quantity of its own."""
_TIMES = re.compile(rf"{_NOUN}(?:{_FACTOR})+")
_EQUALS = re.compile(rf"{_NOUN}(?P<factor>(?:{_FACTOR})*)(?:\([^()\n]{{0,60}}\)\s*)?=\s*")


def fold_products(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, where the result of a product stands for all of it, its factors included."""
    kept: list[Quantity] = []
    index = 0
    while index < len(found):
        last = index
        while last + 1 < len(found) and _TIMES.fullmatch(text, found[last].outer_end, found[last + 1].outer_start):
            last += 1
        equals = None
        if last + 1 < len(found):
            equals = _EQUALS.fullmatch(text, found[last].outer_end, found[last + 1].outer_start)
        if equals is not None and (last > index or equals["factor"]):
            kept.append(replace(found[last + 1], outer_start=found[index].outer_start))
            index = last + 2
        else:
            kept.append(found[index])
            index += 1
    return kept
