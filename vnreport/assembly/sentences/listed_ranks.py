"""Ranks that go on with others without a verb: "Hà Nội xếp thứ 12, Huế | thứ 15", "Hà Nội (thứ 12), Huế (thứ 5)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

RANK, ORDINAL = "rank", "ordinal"
# Characters of the longest name before a rank.
LONGEST_NAME = 60
# Names with an ordinal in a bracket that make a row; one alone may have a day of the week: "Hà Nội (thứ 2)".
SHORTEST_ROW = 2
# A name before a bracket that a figure opens, and what stands between a bare rank and its steps.
_NOTED, _SIGNED = re.compile(r"\w\s\($"), re.compile(r",\s[+\-–−]\s?")
# Signs behind an ordinal in a bracket.
CLOSING = frozenset(",)")


def rank_in_row(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sentence; an ordinal right behind the name of another one than the rank's is a rank too, and
    a bare number with the steps behind it: "Vinh (thứ 8, giảm 2 bậc), Huế | (9, -3)"."""
    quantities = _with_steps(text, quantities)
    hints = {quantity.hint for quantity in quantities}
    if ORDINAL not in hints:
        return quantities
    noted = [quantity for quantity in quantities if quantity.hint in {RANK, ORDINAL} and _is_noted(text, quantity)]
    found: list[Quantity] = []
    ranked = -1
    for quantity in quantities:
        if quantity in noted and len(noted) >= SHORTEST_ROW:
            quantity = replace(quantity, hint=RANK)
        if quantity.hint == ORDINAL and ranked >= 0 and _goes_on(text[ranked : quantity.start]):
            quantity = replace(quantity, hint=RANK)
        ranked = quantity.end if quantity.hint == RANK else ranked
        found.append(quantity)
    return found


def _with_steps(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, where bare ranks with a signed number behind a rank in a bracket are ranks and steps of it."""
    found = list(quantities)
    stepped: Quantity | None = None
    for index, (number, steps) in enumerate(pairwise(quantities)):
        if number.hint == RANK and steps.code in phrase_words().rank_step and _is_noted(text, number):
            stepped = steps
        bare = stepped is not None and number.unit is None and steps.unit is None and number.of is None
        if stepped is None or not bare or not _NOTED.search(text[max(0, number.start - LONGEST_NAME) : number.start]):
            continue
        if text[steps.end : steps.end + 1] in CLOSING and _SIGNED.fullmatch(text, number.end, steps.start):
            found[index] = replace(number, hint=RANK)
            found[index + 1] = replace(steps, unit=stepped.unit)
    return found


def _goes_on(between: str) -> bool:
    """Whether the words between a rank and an ordinal end in a sign or "và", a name and the ordinal's "thứ"."""
    named = _named().search(between)
    if named is None or named["name"].endswith(f" {phrase_words().conjunction}"):
        # "Chủ nhật và | thứ 7"
        return False
    return named["name"][0].isupper()


def _is_noted(text: str, quantity: Quantity) -> bool:
    """Whether an ordinal stands alone in a bracket behind a name: "Singapore (thứ | 2)"."""
    named = _opened().search(text[max(0, quantity.start - LONGEST_NAME) : quantity.start])
    return named is not None and named["name"].isupper() and text[quantity.end : quantity.end + 1] in CLOSING


@cache
def _named() -> re.Pattern[str]:
    words = phrase_words()
    return re.compile(
        rf"(?:[,;]\s+(?:{words.turning}\s+)?|\s{words.conjunction}\s+)"
        rf"(?P<name>[^,;:()\d]{{2,{LONGEST_NAME}}})\s{words.ordinal}\s+$"
    )


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[^\W\d_])[^\s(]*\s\({phrase_words().ordinal}\s+$")
