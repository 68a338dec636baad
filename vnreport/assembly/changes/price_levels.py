"""Prices behind a verb of change that leads to no level: "mở cửa ở 42 triệu đồng/lượng, sau đó giảm nhẹ 41,9 triệu"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import CHANGES
from vnreport.grammar.values import Quantity

# How near the price told before such an amount is: no step of a price is so large.
NEAREST, FARTHEST = Decimal("0.93"), Decimal("1.07")


def settle_price_levels(drafts: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Makes the amount of a growth the price that something moved to where it is as large as the price told before.

    "nhưng giá bán nhỉnh hơn | 39,7 triệu đồng/lượng" beside a buying price of 39,3 triệu đồng/lượng.
    """
    told: Quantity | None = None
    for draft in (*before, *drafts):
        change = draft.changes[0] if len(draft.changes) == 1 and draft.changes[0].direction in CHANGES else None
        amount = change.quantity if change is not None else None
        if change is not None and draft.quantity is None and draft in drafts and _is_level(amount, told):
            draft.role, draft.quantity, change.quantity = "value", amount, None
        told = draft.quantity if draft.quantity is not None and draft.quantity.kind == "rate" else told


def _is_level(amount: Quantity | None, told: Quantity | None) -> bool:
    """Whether the amount is a price of the size of the one told before."""
    if amount is None or told is None or amount.kind != "rate" or amount.code != told.code or amount.bound != "=":
        return False
    if not amount.number or not told.number:
        return False
    return NEAREST <= amount.number / told.number <= FARTHEST
