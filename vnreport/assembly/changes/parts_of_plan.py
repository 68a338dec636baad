"""Percentages in brackets that are of a plan like the one before: "đạt 38% kế hoạch; vốn vay 503 tỷ đồng (73%)"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from vnreport.assembly.changes.plan_levels import settle_plan_levels
from vnreport.assembly.changes.ratios import REACHED_RULE, has_plan
from vnreport.assembly.sentences.drafts import Change, Draft
from vnreport.assembly.sentences.topics import unit_code

# Percentage points that a share may differ by from what the amounts give.
SHARE_SLACK = Decimal(1)


def settle_parts_of_plan(drafts: list[Draft], before: Sequence[Draft]) -> None:
    """Makes ratios to the plan of percentages right behind an amount where an amount of its unit before has one.

    What is no money has one in brackets too, in the same list: "lúa 8.000 ha (95% kế hoạch), ngô 900 ha (88%)". A
    percentage that the two amounts give as a share stays one.
    """
    settle_plan_levels(drafts)
    wholes = [draft for draft in (*before, *drafts) if draft.quantity is not None and _reached(draft) is not None]
    if not wholes:
        return
    for draft in [draft for draft in drafts if draft.role == "share" and draft.share_of_base]:
        base = draft.base
        if base is None or base.quantity is None or base.changes or draft.place != base.place + 2:
            continue
        # The items between are one, the bracket.
        whole = next((other for other in reversed(wholes) if other is not base and _is_of(other, base)), None)
        if whole is None or draft.quantity is None or _is_share(whole, base, draft):
            continue
        reached = _reached(whole)
        change = Change("ratio", draft.quantity, draft.place, REACHED_RULE, sentence=draft.sentence)
        change.baseline = reached.baseline if reached is not None else None
        base.changes.append(change)
        drafts.remove(draft)


def _reached(draft: Draft) -> Change | None:
    """The ratio to a plan among the draft's changes, or None."""
    bracketed = draft.place + 2
    return next(
        (
            change
            for change in draft.changes
            if change.rule == REACHED_RULE
            or (change.direction == "ratio" and change.place == bracketed and has_plan(draft.sentence.items, bracketed))
        ),
        None,
    )


def _is_of(whole: Draft, base: Draft) -> bool:
    """Whether the whole comes first, in the unit of the base, and unless that is money in its list."""
    if unit_code(whole) != unit_code(base):
        return False
    if whole.sentence is base.sentence:
        return whole.place < base.place
    return base.quantity is not None and base.quantity.kind == "money"


def _is_share(whole: Draft, base: Draft, draft: Draft) -> bool:
    """Whether the percentage is what the base makes up of the whole."""
    all_of = whole.quantity.number if whole.quantity is not None else None
    part = base.quantity.number if base.quantity is not None else None
    rate = draft.quantity.number if draft.quantity is not None else None
    if not all_of or part is None or rate is None:
        return True
    return abs(part / all_of * 100 - rate) <= SHARE_SLACK
