"""Lengths of time told in two units: "27 năm 8 tháng" is 332 months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from vnreport.grammar.values import Quantity

RULE = "length.compound"
_YEAR, _MONTH, _MONTHS = "a", "mo", Decimal(12)
"""The codes of the two units, and how many of the smaller one the larger is."""
_REST = "d"
"""The code of a rest that is no whole part of a month, and is left out: "7 năm 5 tháng | 14 ngày"."""


def fold_lengths(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, where a length of time told in two units is one of the smaller unit."""
    folded: list[Quantity] = []
    for quantity in found:
        before = folded[-1] if folded else None
        if before is None or text[before.outer_end : quantity.outer_start] != " ":
            folded.append(quantity)
            continue
        years, months = before.number, quantity.number
        units = (before.code, quantity.code)
        if units == (_YEAR, _MONTH) and years is not None and months is not None and months < _MONTHS:
            folded[-1] = replace(
                before,
                number=years * _MONTHS + months,
                end=quantity.end,
                outer_end=quantity.outer_end,
                unit=quantity.unit,
                step=quantity.step,
                rules=(*before.rules, RULE),
            )
        elif quantity.code == _REST and RULE in before.rules:
            folded[-1] = replace(before, outer_end=quantity.outer_end)
        else:
            folded.append(quantity)
    return folded
