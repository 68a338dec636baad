"""Pairs off lists told by "lần lượt": the first figure with the first name or period, and so on."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words

# The bound of "khoảng".
ABOUT = "~"


def pair_off(drafts: list[Draft]) -> None:
    """Sets `paired_part` or `period_place` on the drafts of each paired list of two or more."""
    index = 0
    while index < len(drafts):
        group = [drafts[index]]
        if drafts[index].paired == 0:
            for draft in drafts[index + 1 :]:
                if draft.paired == len(group):
                    group.append(draft)
                elif draft.role != "share":
                    break
        if len(group) > 1:
            _share_about(group)
            _pair(group)
        index += 1


def _share_about(group: list[Draft]) -> None:
    """ "lần lượt khoảng 1.860 và 2.000 ha": what is said of the first number holds for the others."""
    first = group[0].quantity
    for draft in group[1:]:
        if first is not None and first.bound == ABOUT and draft.quantity is not None and draft.quantity.bound == "=":
            draft.quantity = replace(draft.quantity, bound=ABOUT)


def _pair(group: list[Draft]) -> None:
    """Gives each draft of the group its part of the list before the first figure."""
    items = group[0].sentence.items
    first, last = group[0].subject
    periods = [place for place in range(first, last) if items[place].kind == "period"]
    compared = any(items[place].role == "versus" for place in range(first, last))
    if len(periods) >= len(group) and not compared:
        for draft, place in zip(group, periods[-len(group) :], strict=True):
            draft.period_place = place
        return
    names = _names(items, first, last)
    if len(names) >= len(group):
        for draft, name in zip(group, names[-len(group) :], strict=True):
            draft.paired_part = name


def _names(items: list[Item], first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a list joined by commas and "và"."""
    found: list[tuple[int, int]] = []
    start, conjunction = first, phrase_words().conjunction
    for place in range(first, last + 1):
        if place == last or items[place].low in {",", conjunction}:
            name = trim(items, start, place)
            if name is not None:
                found.append(name)
            start = place + 1
    return found
