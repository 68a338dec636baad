"""Deeds that name a branch of the economy beside a rate: "sản xuất và phân phối điện tăng 4%", "xây dựng 5%"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.cue_roles import CHANGES, CLAUSE_MARKS
from vnreport.assembly.sentences.items import Item, quantity_behind
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# Items between the name of a branch and its rate: "sản xuất và phân phối điện, khí đốt 9%".
MOST_OF_BRANCH = 16
# The role of "trong đó" and "riêng", which parts stand behind, and of verbs of doing.
PART, DEED = "part", "have"
# Roles of cues, and signs, that may stand in the name of a branch.
INNER = frozenset({"soft", "conjunction", "from", DEED})
SIGNS = frozenset({",", "(", "-"})


def name_branches(items: Sequence[Item]) -> None:
    """Makes words of the deeds that name a branch of the economy with a rate: "công nghiệp 8%, xây dựng (tăng) 5%"."""
    sectors, last = phrase_words().sector, 0
    for index, item in enumerate(items):
        if item.role != DEED or (item.low not in sectors and index >= last):
            continue
        if index >= last:
            last = _grown_until(items, index)
        if index < last or _has_rate(items, index):
            item.kind, item.role = "word", ""


def _grown_until(items: Sequence[Item], index: int) -> int:
    """The place of the verb of change behind a branch that opens its clause and of which a rate is told; 0 for none."""
    before = items[index - 1] if index else None
    if before is not None and before.low not in CLAUSE_MARKS | {":"} and before.role != PART:
        return 0
    for place in range(index + 1, min(index + MOST_OF_BRANCH, len(items))):
        item = items[place]
        if item.role in CHANGES:
            rate = quantity_behind(items, place)
            return place if rate is not None and rate.kind in PERCENTS else 0
        if item.kind != "word" and item.role not in INNER and item.low not in SIGNS:
            return 0
    return 0


def _has_rate(items: Sequence[Item], index: int) -> bool:
    """Whether nothing but words leads from the item to a rate that no noun follows."""
    for place in range(index + 1, min(index + MOST_OF_BRANCH, len(items))):
        item = items[place]
        if item.quantity is not None:
            behind = items[place + 1] if place + 1 < len(items) else None
            return item.quantity.kind in PERCENTS and (behind is None or behind.kind == "punct" or behind.role != "")
        if item.kind != "word" and item.role not in INNER and item.low not in SIGNS:
            return False
    return False
