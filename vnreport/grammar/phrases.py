"""Tables of phrases matched at a place in a text, forwards or backwards, the longest first."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from vnreport.text.tones import fold_tone

T = TypeVar("T")

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|[^\w\s]")
_PHRASE_TOKEN = re.compile(r"[^\W\d_]+[0-9]?|[0-9]+|[^\w\s]")
"""In phrases a digit belongs to the word before it: m2, km2, CO2."""
_SPACES = " \u00a0\t"
_DIGITS = "0123456789"
_LONGEST_SYLLABLE = 7
"""nghiêng; longer runs of letters are words that ran together"""
_LEAF = ""
"""The key under which a node keeps its entries; no token is empty."""


def words_of(phrase: str) -> list[str]:
    """The tokens of `phrase` in lower case: words, digit runs and single signs."""
    return [token.lower() for token in _PHRASE_TOKEN.findall(phrase)]


def spellings(word: str) -> set[str]:
    """`word` in lower case with its tone mark on either vowel of oa, oe, uy ("hoà", "hòa").

    Tables hold both, so that texts need not be folded.
    """
    folded = fold_tone(word)
    moved = {folded}
    for place in range(len(folded) - 1):
        marks = unicodedata.normalize("NFD", folded[place])[1:]
        if marks and folded[place + 1] in "aey":
            bare = unicodedata.normalize("NFD", folded[place])[0]
            other = unicodedata.normalize(
                "NFC", folded[:place] + bare + folded[place + 1] + marks + folded[place + 2 :]
            )
            moved.add(other if fold_tone(other) == folded else folded)
    return {word, *moved}


def skip_spaces(text: str, position: int, end: int) -> int:
    """The first offset from `position` that is no space; line breaks are not skipped."""
    while position < end and text[position] in _SPACES:
        position += 1
    return position


def skip_spaces_back(text: str, position: int, start: int) -> int:
    """The offset after the last character before `position` that is no space."""
    while position > start and text[position - 1] in _SPACES:
        position -= 1
    return position


def word_at(text: str, position: int, end: int) -> int:
    """The end of the run of letters at `position`; `position` itself where there is none."""
    found = _TOKEN.match(text, position, end)
    return found.end() if found and text[position].isalpha() else position


def word_before(text: str, position: int, start: int) -> int:
    """The start of the run of letters that ends at `position`; `position` itself where there is none."""
    begin = text.rfind(" ", start, position) + 1
    if start < begin < position and text[begin:position].isalpha():
        return begin
    begin = position
    while begin > start and text[begin - 1].isalpha():
        begin -= 1
    return begin


def _run_together(text: str, start: int, end: int, node: dict[str, Any]) -> int:
    """The end of the longest word of `node` that begins the run of letters at `start` ("giấychứng"), or `end`."""
    for stop in range(start + _LONGEST_SYLLABLE, start + 1, -1):
        if text[start:stop].lower() in node:
            return stop
    return end


def _longest(hits: list[tuple[int, T]]) -> tuple[int, T]:
    """The first entry among those that reach as far as the last."""
    last = len(hits) - 1
    while last and hits[last - 1][0] == hits[last][0]:
        last -= 1
    return hits[last]


class PhraseTable(Generic[T]):
    """Phrases and what they stand for. Matching ignores case, runs of spaces and where a tone mark is placed.

    A surface with a capital, or of one letter, matches only as written.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._forward: dict[str, Any] = {}
        self._backward: dict[str, Any] = {}
        self._firsts: set[str] = set()
        self._lasts: set[str] = set()
        for surface, value in entries:
            exact = surface if surface != surface.lower() or (len(surface) == 1 and surface.isalpha()) else None
            for tokens in itertools.product(*(sorted(spellings(word)) for word in words_of(surface))):
                self._firsts.update((tokens[0][0], tokens[0][0].upper()))
                self._lasts.update((tokens[-1][-1], tokens[-1][-1].upper()))
                for root, path in ((self._forward, tokens), (self._backward, tokens[::-1])):
                    node = root
                    for token in path:
                        node = node.setdefault(token, {})
                    node.setdefault(_LEAF, []).append((exact, value))

    def can_start(self, char: str) -> bool:
        """Whether a phrase of the table can start with `char`."""
        return char in self._firsts

    def at(
        self, text: str, position: int, end: int, *, accept: Callable[[T, int], bool] | None = None
    ) -> tuple[int, T] | None:
        """End and value of the longest phrase that starts at `position` and that `accept` takes, or None."""
        hits = self.all_at(text, position, end, accept=accept)
        return _longest(hits) if hits else None

    def before(
        self, text: str, position: int, start: int, *, accept: Callable[[T, int], bool] | None = None
    ) -> tuple[int, T] | None:
        """Start and value of the longest phrase that ends right before `position`, spaces apart, or None."""
        hits = self.all_before(text, position, start, accept=accept)
        return _longest(hits) if hits else None

    def all_at(
        self, text: str, position: int, end: int, *, accept: Callable[[T, int], bool] | None = None
    ) -> list[tuple[int, T]]:
        """End and value of every phrase that starts at `position` and that `accept` takes, shorter ones first."""
        hits: list[tuple[int, T]] = []
        if position >= end or text[position] not in self._firsts:
            return hits
        node, cursor = self._forward, position
        while True:
            found = _TOKEN.match(text, cursor, end)
            if found is None:
                return hits
            stop = found.end()
            child = None
            if stop < end and text[stop] in _DIGITS and text[cursor].isalpha():
                child = node.get(text[cursor : stop + 1].lower())
                stop += child is not None
            if child is None:
                child = node.get(found.group().lower())
            if child is None and stop - cursor > _LONGEST_SYLLABLE:
                stop = _run_together(text, cursor, stop, node)
                child = node.get(text[cursor:stop].lower())
            if child is None:
                return hits
            node = child
            for exact, value in node.get(_LEAF, ()):
                if (exact is None or text[position:stop] == exact) and (accept is None or accept(value, stop)):
                    hits.append((stop, value))
            cursor = skip_spaces(text, stop, end)

    def all_before(
        self, text: str, position: int, start: int, *, accept: Callable[[T, int], bool] | None = None
    ) -> list[tuple[int, T]]:
        """Start and value of every phrase that ends right before `position`, spaces apart, shorter ones first."""
        hits: list[tuple[int, T]] = []
        last = cursor = skip_spaces_back(text, position, start)
        if cursor == start or text[cursor - 1] not in self._lasts:
            return hits
        node = self._backward
        while cursor > start:
            begin = word_before(text, cursor, start)
            if begin == cursor:
                begin = cursor - 1
            child = node.get(text[begin:cursor].lower())
            if child is None:
                return hits
            node = child
            for exact, value in node.get(_LEAF, ()):
                if (exact is None or text[begin:last] == exact) and (accept is None or accept(value, begin)):
                    hits.append((begin, value))
            cursor = skip_spaces_back(text, begin, start)
        return hits
