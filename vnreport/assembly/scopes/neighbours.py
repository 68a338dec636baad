"""Scopes that the figure before gives: "11/34 tỉnh có mức sinh 2 con", "điện tăng 3%, làm CPI …"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.drafts import TABLE, Draft, Phrase
from vnreport.assembly.sentences.topics import GROWTH, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

GROUP_RULE = "scope.group"
# Kinds of value that a group counted before has; and those that each of it has by average.
OF_GROUP = frozenset({"percent", "points", "rate", ""})
BY_AVERAGE = OF_GROUP | {"money", "measure"}
# Items of the longest name of a group.
LONGEST_GROUP = 6


def add_neighbours(drafts: Sequence[Draft]) -> None:
    """Adds to figures without a scope the group counted before that has them, or what rose and moved the whole."""
    for before, draft in zip(drafts, drafts[1:], strict=False):
        if draft.sentence is not before.sentence or draft.sentence.block == TABLE or _has_own(before, draft):
            continue
        if unit_kind(before) == "count" and draft.role in {"value", GROWTH}:
            group = _group(before, draft)
            draft.scope += [group] if group is not None else []
        elif before.role == draft.role == GROWTH and before.indicator is not draft.indicator:
            between = draft.sentence.items[before.place + 1 : draft.place]
            cause = before.scope[:1] or ([before.indicator] if before.indicator is not None else [])
            if any(item.role == "cause" for item in between) and not any(item.low == ";" for item in between):
                draft.scope += [phrase for phrase in cause if phrase not in draft.scope]


def _has_own(before: Draft, draft: Draft) -> bool:
    """Whether a draft has a scope that the one before has not."""
    return bool(draft.scope) and not {phrase.text for phrase in draft.scope} <= {phrase.text for phrase in before.scope}


def _group(before: Draft, draft: Draft) -> Phrase | None:
    """The group that a count tells, where the figure behind it is what that has: "21 tỉnh, thành | có chỉ số …"."""
    items, words, quantity = draft.sentence.items, phrase_words(), before.quantity
    if quantity is None or quantity.unit is None or quantity.spelled or before.changes:
        return None
    comma = None
    for index in range(before.place + 1, draft.place):
        item = items[index]
        if item.low in {";", ":", "(", ")"}:
            return None
        if item.low in words.average and comma is not None and unit_kind(draft) in BY_AVERAGE:
            return _phrase(draft, quantity.start, quantity.unit.start + len(quantity.unit.code))
        if item.role == "have" and index - before.place <= LONGEST_GROUP and unit_kind(draft) in OF_GROUP:
            return _phrase(draft, quantity.start, max(quantity.unit.end, items[index - 1].end))
        comma = index if item.low == "," else comma
    return None


def _phrase(draft: Draft, start: int, end: int) -> Phrase | None:
    """The quoted group; None for a noun before its number."""
    if end <= start:
        return None
    return Phrase(draft.sentence.text[start:end], ((start, end),), GROUP_RULE)
