"""Plans told by their level: "đạt 8,3 tỷ USD, cao hơn mục tiêu 7,4 tỷ USD", no rise by that much."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import CHANGES

# The role of nouns of what was planned, and the part of a value that what it is beyond them by is at most.
PLANNED = "target_noun"
LARGEST_PART = Decimal("0.5")


def settle_plan_levels(drafts: Sequence[Draft]) -> None:
    """Makes the plan's level of an amount right behind its noun that is too large to be what a value is beyond it by.

    "vượt dự toán | 800 tỷ đồng" beside 830 tỷ đồng, but "vượt kế hoạch | 161 tỷ đồng" beside 9.100 tỷ đồng.
    """
    for draft in drafts:
        value, items = draft.quantity, draft.sentence.items
        for change in draft.changes:
            amount = change.quantity
            if value is None or amount is None or value.number is None or amount.number is None:
                continue
            if change.sentence is not draft.sentence or change.baseline_value is not None or amount.code != value.code:
                continue
            told = change.direction in CHANGES and items[change.place - 1].role == PLANNED
            if told and amount.number > value.number * LARGEST_PART:
                change.baseline_value, change.quantity = amount, None
