"""Contributions to a growth that are told in points of per cent, though for short: "góp 0,18 điểm"."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.drafts import Figure
from vnreport.grammar.values import PERCENTS, Quantity

# The kind of unit of scores, the code and the kind of points of per cent.
SCORE_KIND, POINTS = "points", "pp"


def in_percent(quantity: Quantity, before: Figure | None) -> Quantity:
    """The amount of a contribution in points of per cent, where the figure before it tells a rate."""
    unit = quantity.unit
    if before is None or before.quantity.kind not in PERCENTS or unit is None or unit.kind != SCORE_KIND:
        return quantity
    return replace(quantity, unit=replace(unit, code=POINTS, kind=POINTS))
