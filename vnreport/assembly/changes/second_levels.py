"""Second levels behind one "so với": "so với mức 9,1 triệu đồng (mua vào) và 9,4 triệu đồng (bán ra) hôm qua"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnreport.assembly.changes.earlier_values import VERSUS_RULE, alike, is_far
from vnreport.assembly.sentences.drafts import Change, Draft, Figure
from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import PERCENTS, PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a further level behind the first, and those of the first.
SECOND_RULE = "role.baseline.second"
_FIRST_RULES = frozenset({VERSUS_RULE, "role.baseline.beyond", SECOND_RULE})
# Items from one level to the next: "9,1 triệu đồng/lượng | (mua vào) và".
_MOST_BETWEEN = 8
# Changes of one draft, and values before a bare change, that two levels are of.
_BOTH = 2


def second_level(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The figure of a price or rate that "và" joins to the level behind "so với", or None."""
    words = phrase_words()
    if before is None or before.role != "baseline_value" or before.rule not in _FIRST_RULES:
        return None
    if quantity.unit is None or quantity.unit.kind not in {*PERCENTS, *PRICES} or quantity.code != before.quantity.code:
        return None
    last = place - 1 - (items[place - 1].low in words.figure_noun)
    between = items[before.place + 1 : last]
    if items[last].low != words.conjunction or len(between) > _MOST_BETWEEN or is_far(before.quantity, quantity):
        return None
    if any(item.kind not in {"word", "period"} and item.low not in "()" for item in between):
        return None
    return Figure(place, quantity, "baseline_value", SECOND_RULE, direction=before.direction)


def set_second(figure: Figure, previous: Figure | None, drafts: Sequence[Draft]) -> None:
    """Gives the second of two changes, or of two values that one bare change is of, the second level.

    One change alone ("giảm 50.000 đồng so với mức … và …") keeps the first.
    """
    draft = drafts[-1] if drafts else None
    if draft is None or previous is None or not draft.changes:
        return
    last, first = draft.changes[-1], previous.quantity
    if last.baseline_value != first:
        return
    if last.quantity is not None:
        if len(draft.changes) >= _BOTH and draft.changes[-_BOTH].baseline_value is None:
            draft.changes[-_BOTH].baseline_value, last.baseline_value = first, figure.quantity
        return
    value = drafts[-_BOTH] if len(drafts) >= _BOTH else None
    if value is None or value.role != "value" or value.changes or not alike(value.quantity, first):
        return
    value.changes.append(replace(last, direction=_direction(last, value, first)))
    last.direction, last.baseline_value = _direction(last, draft, figure.quantity), figure.quantity


def _direction(change: Change, draft: Draft, level: Quantity) -> str:
    """The direction that no verb told, from a value and the level that it is set against."""
    ours = draft.quantity.number if draft.quantity is not None else None
    if change.rule != VERSUS_RULE or ours is None or level.number is None or ours == level.number:
        return change.direction
    return "up" if ours > level.number else "down"
