"""Figures that open a bracket: what a change or a level before it is told anew by, or is of a part."""

from __future__ import annotations

from vnreport.assembly.changes.bracketed_levels import INSIDE_RULE, is_level_of
from vnreport.assembly.changes.ratios import has_plan
from vnreport.assembly.changes.untold_changes import bracketed_change
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import CHANGES, PASSING, Item
from vnreport.grammar.values import PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# The rule of the earlier value in a bracket behind a comparative without an amount.
OUTDONE_RULE = "role.baseline.outdone"


def opens_bracket(items: list[Item], place: int) -> int | None:
    """The index of the bracket right before the quantity at `place` (soft words may stand between), or None."""
    index = place - 1
    while index >= 0 and items[index].role in PASSING:
        index -= 1
    return index if index >= 0 and items[index].low == "(" else None


def outdone_level(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The earlier value in a bracket that a comparative leads to: "đạt 20%, cao hơn (so với) cùng kỳ (18,2%)"."""
    index = place - 2
    if index < 1 or items[index + 1].low != "(" or items[index].kind != "period":
        return None
    index -= 1 + (items[index - 1].role == "versus")
    more = items[index].role in CHANGES and items[index].low.endswith(phrase_words().more)
    if not more or before is None or before.role != "value" or before.quantity.code != quantity.code:
        return None
    return Figure(place, quantity, "baseline_value", OUTDONE_RULE)


def bracketed(items: list[Item], place: int, quantity: Quantity, opened: int, before: Figure | None) -> Figure:
    """A quantity that opens a bracket: a baseline's value, the same change in other words, a share, or a value."""
    previous = items[opened - 1] if opened else None
    if previous is not None and previous.kind == "period" and _is_compared(items, opened, before):
        return Figure(place, quantity, "baseline_value", "role.baseline.bracket", direction="up")
    if before is not None and is_level_of(quantity, before):
        return Figure(place, quantity, "value", INSIDE_RULE)
    multiplied = before is not None and before.direction == "times" and quantity.kind not in {*PERCENTS, "times"}
    changed = before is not None and before.role == "change" and not multiplied
    if before is not None and changed and _is_anew(items, before, opened, quantity):
        return Figure(place, quantity, "change", "role.change.restated", before.cue, before.direction)
    if quantity.kind == "percent" and before is not None and has_plan(items, place):
        return Figure(place, quantity, "change", "role.ratio", None, "ratio")
    if quantity.kind in PERCENTS and (moved := bracketed_change(items, place, quantity, opened)) is not None:
        return moved
    if quantity.kind in PERCENTS and before is not None and before.role in {"value", "share"}:
        return Figure(place, quantity, "share", "role.share.bracket")
    return Figure(place, quantity, "value", "role.bracket")


def _is_anew(items: list[Item], before: Figure, opened: int, quantity: Quantity) -> bool:
    """Whether a bracket gives the change before it anew, in per cent also behind a noun: "tăng 31 người chết (5%)"."""
    if opened == before.place + 1:
        return True
    if quantity.kind not in PERCENTS or before.quantity.kind in PERCENTS or before.direction not in CHANGES:
        return False
    return all(item.kind == "word" or item.role == "aux" for item in items[before.place + 1 : opened])


def _is_compared(items: list[Item], opened: int, before: Figure | None) -> bool:
    """Whether the period before the bracket at `opened` is a baseline: a change stands before it, or "so với"."""
    if before is not None:
        return before.role == "change"
    return any(item.role == "versus" for item in items[max(0, opened - 4) : opened])
