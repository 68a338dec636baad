"""Levels told in a row behind the changes that ended at them: "giảm lần lượt 25% và 47%, đạt 14 tỷ và 2 tỷ đồng"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from vnreport.assembly.sentences.drafts import Draft
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues between two levels of a row.
PASSED = frozenset({"soft", "aux", "level"})
# The kind of units of lengths and other measures.
MEASURE = "measure"


def settle_paired_levels(drafts: list[Draft]) -> None:
    """Gives levels in a row their changes: each its own, or all the one that is told of them together."""
    _pair_off_levels(drafts)
    _share_change(drafts)
    _share_range(drafts)


def _pair_off_levels(drafts: list[Draft]) -> None:
    """Gives each change of a list the level of the row right behind it, in order; the drafts of the levels go.

    The last change has taken the first level before, as a change alone does.
    """
    for index, draft in enumerate(drafts):
        last = draft.paired
        if not last or last > index or draft.quantity is None:
            continue
        growths, levels = drafts[index - last : index + 1], drafts[index : index + last + 1]
        waiting = [growth for growth in growths[:-1] if growth.quantity is None and growth.changes]
        if len(waiting) < last or len(levels) <= last or not all(_goes_on(*pair) for pair in pairwise(levels)):
            continue
        told = [(level.quantity, level.place) for level in levels]
        for growth, (quantity, place) in zip(growths, told, strict=True):
            growth.role, growth.quantity, growth.place = "value", quantity, place
        del drafts[index + 1 : index + last + 1]
        return


def _share_change(drafts: list[Draft]) -> None:
    """Gives all levels of a row the change that was told before of what they are of together: "doanh thu và lợi nhuận
    đều tăng 15%, đạt lần lượt 80 tỷ và | 9 tỷ đồng"."""
    for index, draft in enumerate(drafts):
        if draft.paired or draft.quantity is None or not _is_told_once(draft):
            continue
        before = draft
        for number, level in enumerate(drafts[index + 1 :], 1):
            if level.paired != number or not _goes_on(before, level):
                break
            level.changes.extend(replace(change) for change in draft.changes)
            before = level


def _share_range(drafts: list[Draft]) -> None:
    """Gives measures in a row the range of how far they all lie from one mark: "2,9 m, ở B là | 2,3 m, thấp hơn mức báo
    động từ 0,5 đến 0,7 m"."""
    for before, draft in pairwise(drafts):
        amount = draft.changes[0].quantity if len(draft.changes) == 1 else None
        if amount is None or amount.low is None or amount.kind != MEASURE or before.changes or before.quantity is None:
            continue
        alike = draft.quantity is not None and draft.quantity.code == before.quantity.code == amount.code
        compared = draft.changes[0].place > draft.place and before.sentence is draft.sentence
        if alike and compared and before.role == draft.role == "value":
            before.changes.append(replace(draft.changes[0]))


def _is_told_once(draft: Draft) -> bool:
    """Whether one rate alone stands before the level, which it is not set beside: "tăng 15%, đạt lần lượt | 80 tỷ"."""
    changes = draft.changes
    rated = len(changes) == 1 and changes[0].quantity is not None and changes[0].quantity.kind in PERCENTS
    return rated and (changes[0].sentence or draft.sentence) is draft.sentence and changes[0].place < draft.place


def _goes_on(before: Draft, level: Draft) -> bool:
    """Whether nothing but "và" or a comma stands between two levels of one kind, the second without a change."""
    if level.changes or level.role != "value" or before.quantity is None or level.quantity is None:
        return False
    joins = {",", phrase_words().conjunction}
    between = level.sentence.items[before.place + 1 : level.place]
    joined = any(item.low in joins for item in between)
    return (
        joined
        and level.quantity.kind == before.quantity.kind
        and all(item.low in joins or item.role in PASSED for item in between)
    )
