"""Sums by which a price, a fee or a wage is raised or cut: "675 đồng/lít", "200.000 đồng"."""

from __future__ import annotations

from decimal import Decimal

from vnreport.grammar.values import PRICES, Quantity

# The currency in which sums below the largest step are no totals, and how many times a step may be one in its list.
CURRENCY, LARGEST_STEP, MOST_APART = "VND", Decimal(10_000_000), 4


def is_step(quantity: Quantity | None) -> bool:
    """Whether the amount of a change is a step of a price, which is set anew on a day, and no total of a span."""
    if quantity is None or quantity.kind not in PRICES or quantity.code.startswith("%"):
        return False
    if quantity.kind == "rate":
        # "đồng/lít", but not "tạ/ha"
        return quantity.code[: len(CURRENCY)].isupper()
    size = quantity.number if quantity.number is not None else quantity.high
    return quantity.code == CURRENCY and size is not None and size < LARGEST_STEP


def is_step_beside(before: Quantity, quantity: Quantity) -> bool:
    """Whether a sum can be a step as the one before it in its list is: both steps, and of one size."""
    ours, theirs = quantity.number, before.number
    if not (is_step(before) and is_step(quantity)) or not ours or not theirs:
        return False
    apart = max(ours, theirs) / min(ours, theirs)
    return before.code[: len(CURRENCY)] == quantity.code[: len(CURRENCY)] and apart <= MOST_APART
