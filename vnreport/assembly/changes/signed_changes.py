"""Changes that only a sign in brackets tells: "nhà ở (-0,24%)", "thu nội địa 12 tỷ đồng (+5,2%)"."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import PERCENTS, Quantity

PLUS = "+"


def signed_change(items: list[Item], place: int, quantity: Quantity) -> Figure | None:
    """The change of a percentage that opens a bracket with its sign, its amount without it; None for any other."""
    kind = quantity.kind
    if kind not in PERCENTS or quantity.number is None or place < 1:
        return None
    opens, direction = place - 1, "down"
    if items[opens].low == PLUS:
        opens, direction = place - 2, "up"
    elif quantity.number >= 0:
        return None
    if opens < 0 or items[opens].low != "(":
        return None
    return Figure(
        place, replace(quantity, number=abs(quantity.number)), "change", "role.change.signed", None, direction
    )
