"""Whether two drafts tell the same figure: once more, or in fewer digits."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.topics import unit_code
from vnreport.assembly.timing.times_of_others import is_named_alike

# Counts from this on, and figures of so many last digits, tell what they are of.
TELLING_FIGURE = 10


def is_same_figure(draft: Draft, other: Draft) -> bool:
    """Whether two drafts state the same number: of their values, or of their first changes."""
    ours = draft.quantity or (draft.changes[0].quantity if draft.changes else None)
    theirs = other.quantity or (other.changes[0].quantity if other.changes else None)
    if ours is None or theirs is None or ours.number is None:
        return False
    return ours.number == theirs.number and (draft.quantity is None) == (other.quantity is None)


def is_told_again(draft: Draft, other: Draft) -> bool:
    """Whether two drafts state the same number in the same unit; a small count may be one of something else."""
    quantity = draft.quantity
    if quantity is not None and quantity.kind == "count" and (quantity.number or 0) < TELLING_FIGURE:
        return False
    return is_same_figure(draft, other) and unit_code(draft) == unit_code(other)


def is_rounded(draft: Draft, other: Draft) -> bool:
    """Whether the draft's value is that of the other in fewer digits, of what is named alike: "vượt 2,6 tỷ USD", then
    "2,63 tỷ USD"."""
    ours, theirs = draft.quantity, other.quantity
    if ours is None or theirs is None or ours.number is None or theirs.number is None or ours.code != theirs.code:
        return False
    if ours.step <= theirs.step or ours.number < TELLING_FIGURE * ours.step:
        return False
    above, below = {">": (1, 0), "<": (0, 1)}.get(ours.bound, (1, 1))
    if not ours.number - below * ours.step < theirs.number < ours.number + above * ours.step:
        return False
    return is_named_alike(draft, other)
