"""Figures in direct speech that take no time told outside it."""

from __future__ import annotations

import re

from vnreport.grammar.values import PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

_SYLLABLE = re.compile(r"[^\W\d_]+")


def is_said_apart(around: tuple[int, int], mention: PeriodMention | None) -> bool:
    """Whether the standing period was said outside the direct speech `around` a figure."""
    return mention is None or not around[0] <= mention.start < around[1]


def is_own_story(text: str, place: int, around: tuple[int, int], mention: PeriodMention | None) -> bool:
    """Whether the direct speech `around` the figure at `place` is somebody's own story, without the standing period.

    "Tôi cần 3 tỷ đồng nhập phôi", bà T. kể.
    """
    if mention is not None and around[0] <= mention.start < place:
        return False
    said = f" {' '.join(_SYLLABLE.findall(text[slice(*around)].lower()))} "
    return any(f" {word} " in said for word in phrase_words().first_person)
