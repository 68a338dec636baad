"""Finds words that lost the space between them, as text taken from web pages does around links and bold type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vnreport.lexicon.syllables import words_in_one
from vnreport.text.characters import LOWER, UPPER
from vnreport.text.syllables import is_syllable

# What may stand before a joint is looked at behind its first character, so that the search can leap over lower case.
_JOINT = re.compile(rf"[{UPPER}\d](?<=[{LOWER}].)(?:(?<=\d)|(?=[{UPPER}{LOWER}]))")
_WORD = re.compile(rf"(?<![\w.@/&-])[{UPPER}{LOWER}]{{5,}}(?![\w-])")
_BEFORE = re.compile(rf"(?<![\w.@/&-])[{UPPER}{LOWER}][{LOWER}]*\Z")
_LONGEST = 7
_HARD = re.compile("n?gh[^eêiéèẻẽẹếềểễệíìỉĩị]")
"""How no syllable begins: gh and ngh stand before e, ê and i only (Quyết định 240/QĐ, 1984)."""
_ASCII_LETTERS = re.compile("[a-zA-Z]+")


def joints(text: str) -> list[int]:
    """The offsets in normal text at which a space is missing, in order.

    A lower-case syllable goes on with a capital or a figure ("tỉnhBắc", "hơn71.000"), or a word is no syllable and
    falls into two in one way only ("Ninhcó"). Names in mixed case, symbols of units and loan words stay whole
    ("VinFast", "km2", "bêtông"): they are no syllables, or known.
    """
    places = {found.start() for found in _JOINT.finditer(text) if _is_joint(text, found.start())}
    if not places and not any(map(_falls_apart, set(text.split()))):
        return []
    edges = sorted(places)
    places.update(place for start, end in _words(text, edges) if (place := _inner(text, start, end)))
    return sorted(places)


def _is_joint(text: str, place: int) -> bool:
    """Whether the letters before `place` are a syllable of their own; one with a capital must bear a mark ("HàNội")."""
    before = _BEFORE.search(text, max(0, place - _LONGEST - 1), place)
    if before is None or len(before[0]) == 1 or not is_syllable(before[0]):
        return False
    return before[0].islower() or not _ASCII_LETTERS.fullmatch(before[0])


def _words(text: str, edges: list[int]) -> Iterator[tuple[int, int]]:
    """The runs of letters, cut at the edges."""
    for found in _WORD.finditer(text):
        start, end = found.span()
        inside = [edge for edge in edges if start < edge < end] if end - start > _LONGEST else []
        yield from zip([start, *inside], [*inside, end], strict=True)


def _inner(text: str, start: int, end: int) -> int | None:
    """Where the word falls into two syllables; None for a word that stays whole."""
    cut = _cut(text[start:end])
    return None if cut is None else start + cut


@lru_cache(40_000)
def _falls_apart(chunk: str) -> bool:
    """Whether a word of the chunk, a run without white space, falls into two."""
    return any(_cut(word) is not None for word in _WORD.findall(chunk))


@lru_cache(20_000)
def _cut(word: str) -> int | None:
    if _ASCII_LETTERS.fullmatch(word) or not word[1:].islower() or is_syllable(word) or word.lower() in words_in_one():
        return None
    cuts = [size for size in range(2, len(word) - 1) if is_syllable(word[:size]) and is_syllable(word[size:])]
    cuts = [size for size in cuts if not _HARD.match(word, size)]
    if len(cuts) == 2 and cuts[1] == cuts[0] + 1 and word[cuts[0]] not in "gh":
        return cuts[0]  # a consonant between two vowels opens the second: "nhà|máy", not "nhàm|áy"
    return cuts[0] if len(cuts) == 1 else None
