"""Growths told by a pointer at the one before: "GDP tăng 6,1%. Kịch bản 2, con số này là 6,4%"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.items import ANAPHOR_ROW, Item, holds_phrase
from vnreport.lexicon.phrase_words import phrase_words

# The rule of such a growth.
POINTED_RULE = "role.change.pointed"
_LEVELS = frozenset({"role.plain", "role.level"})


def pointed_growth(
    items: Sequence[Item], figure: Figure, previous: Figure | None, drafts: Sequence[Draft]
) -> Figure | None:
    """The figure as a change, where "con số này" or such stands before it and the latest draft is a rise in per cent;
    or None.

    A further one needs only "và": "con số này là 6,4% và kịch bản 3 là | 6,9%".
    """
    if not drafts or not figure.quantity.code.startswith("%") or figure.rule not in _LEVELS:
        return None
    start = previous.place + 1 if previous is not None else 0
    between = items[start : figure.place]
    pointed = any(item.row == ANAPHOR_ROW for item in between)
    listed = previous is not None and previous.rule == POINTED_RULE
    listed = listed and any(item.low == phrase_words().conjunction for item in between)
    if not listed and not (pointed and _is_growth(drafts[-1])):
        return None
    change = drafts[-1].changes[-1]
    return replace(figure, role="change", rule=POINTED_RULE, direction=change.direction)


def _is_growth(draft: Draft) -> bool:
    """Whether the draft is a rise in per cent of what is no rate itself."""
    change = draft.changes[-1] if draft.changes else None
    if draft.role != "growth" or draft.quantity is not None or change is None or change.direction != "up":
        return False
    if change.quantity is None or not change.quantity.code.startswith("%"):
        return False
    return not holds_phrase(draft.sentence.items[slice(*draft.subject)], phrase_words().level_rate)
