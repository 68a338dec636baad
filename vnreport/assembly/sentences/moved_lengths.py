"""Lengths of time and ages that rise or fall, and so are measured: "tuổi nghỉ hưu từ 60 lên 62 tuổi"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

LENGTHS = frozenset({"duration", "age"})
# Characters before the first in which its "từ" stands.
REACH = 8


def measured_lengths(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sentence; lengths that something moved from or to are no mere places in time."""
    found = list(quantities)
    for index in range(1, len(found)):
        origin, level = found[index - 1], found[index]
        if level.hint not in LENGTHS or (origin.hint and origin.hint not in LENGTHS):
            continue
        if _is_moved(text, origin, level):
            found[index - 1], found[index] = replace(origin, hint=""), replace(level, hint="")
    return found


def _is_moved(text: str, origin: Quantity, level: Quantity) -> bool:
    """Whether the words around the two are "từ … lên …" and nothing else."""
    words, between = phrase_words(), text[origin.outer_end : level.start].lower().split()
    if " ".join(between) not in words.moved_to:
        return False
    before = text[max(0, origin.start - REACH) : origin.start].lower().split()
    return before[-1:] == [words.since]
