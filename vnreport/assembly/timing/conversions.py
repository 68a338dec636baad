"""Figures that tell the one before them again in another unit: they are of its time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vnreport.assembly.sentences.clauses import EQUALS_ROW
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.topics import unit_code
from vnreport.grammar.values import PRICES


def date_conversions(drafts: Sequence[Draft]) -> None:
    """Gives amounts told again in another unit the period of those before them: "5.000 yen | (35 USD) | mỗi hộ"."""
    for draft, other in pairwise(drafts):
        if draft.sentence is not other.sentence or draft.period == other.period or not _is_converted(draft, other):
            continue
        if draft.period is None or "period" not in other.inherited:
            continue
        other.period, other.mention = draft.period, draft.mention
        other.inherited["period"] = draft.inherited.get("period", FROM_BEFORE)


def _is_converted(draft: Draft, other: Draft) -> bool:
    """Whether the other is an amount of money in other units, in a bracket right behind the draft's or said to equal
    it."""
    amounts = [one.quantity for one in (draft, other)]
    if any(amount is None or amount.kind not in PRICES for amount in amounts):
        return False
    items = draft.sentence.items[draft.place + 1 : other.place]
    if unit_code(draft) == unit_code(other) or not items or other.place <= draft.place:
        return False
    if all(item.low == "(" or item.role == "soft" for item in items):
        return True
    return any(item.row == EQUALS_ROW for item in items) and all(item.kind != "quantity" for item in items)
