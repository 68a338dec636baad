"""Places and bodies whose like figure a ratio is of: "bằng 7% | của Singapore", "bằng 36% | năng suất của Lào"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.lexicon.phrase_words import phrase_words

# Items of the noun told again between the figure and "của", and its first ones that must have been told before.
MOST_OF_NOUN, FEWEST_TOLD = 6, 2


def like_other(items: Sequence[Item], place: int) -> int | None:
    """The index of the "của" before the name of the place or body whose like figure the one at `place` is of, right
    behind it or behind the noun of what is compared, told again; None for no such."""
    owner = place + 1
    while owner < len(items) and owner - place <= MOST_OF_NOUN and items[owner].low != phrase_words().of:
        if items[owner].kind != "word" and items[owner].role != "soft":
            return None
        owner += 1
    if owner + 1 >= len(items) or items[owner].low != phrase_words().of or not has_capital(items[owner + 1]):
        return None
    noun = [item.low for item in items[place + 1 : owner]]
    return owner if not noun or _is_told_before(items, place, noun) else None


def _is_told_before(items: Sequence[Item], place: int, noun: list[str]) -> bool:
    """Whether the sentence tells the first syllables of the noun before the figure too."""
    said, told = [item.low for item in items[:place]], noun[:FEWEST_TOLD]
    return len(told) == FEWEST_TOLD and any(said[first : first + FEWEST_TOLD] == told for first in range(place))
