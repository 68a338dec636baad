"""Ranks that go on with the one before them without its verb: "Hà Nội xếp thứ 12, Huế | thứ 15"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

RANK, ORDINAL = "rank", "ordinal"
# Characters of the longest name before a rank.
LONGEST_NAME = 60


def rank_in_row(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sentence; an ordinal right behind the name of another one than the rank's is a rank too."""
    hints = {quantity.hint for quantity in quantities}
    if not {RANK, ORDINAL} <= hints:
        return list(quantities)
    found: list[Quantity] = []
    ranked = -1
    for quantity in quantities:
        if quantity.hint == ORDINAL and ranked >= 0 and _goes_on(text[ranked : quantity.start]):
            quantity = replace(quantity, hint=RANK)
        ranked = quantity.end if quantity.hint == RANK else ranked
        found.append(quantity)
    return found


def _goes_on(between: str) -> bool:
    """Whether the words between a rank and an ordinal end in a sign or "và", a name and the ordinal's "thứ"."""
    named = _named().search(between)
    if named is None or named["name"].endswith(f" {phrase_words().conjunction}"):
        # "Chủ nhật và | thứ 7"
        return False
    return named["name"][0].isupper()


@cache
def _named() -> re.Pattern[str]:
    words = phrase_words()
    return re.compile(
        rf"(?:[,;]\s+(?:{words.turning}\s+)?|\s{words.conjunction}\s+)"
        rf"(?P<name>[^,;:()\d]{{2,{LONGEST_NAME}}})\s{words.ordinal}\s+$"
    )
