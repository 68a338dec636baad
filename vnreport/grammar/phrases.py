"""Tables of phrases matched at a place in a text, forwards or backwards, the longest first."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from vnreport.grammar.pieces import Piece
from vnreport.text.tones import fold_tone

T = TypeVar("T")
Accept = Callable[[T, int], bool]

_TOKEN = re.compile(r"[^\W\d_]+[0-9]?|[0-9]+|[^\w\s]")
_LONGEST_SYLLABLE = 7
"""nghiêng; longer runs of letters are words that ran together"""


def words_of(phrase: str) -> list[str]:
    """The tokens of `phrase` in lower case: words, digit runs and single signs."""
    return [token.lower() for token in _TOKEN.findall(phrase)]


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


class PhraseTable(Generic[T]):
    """Phrases and what they stand for. Matching ignores case, runs of spaces and where a tone mark is placed.

    A surface with a capital, or of one letter, matches only as written.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._forward: dict[str, list[tuple[str | None, T]]] = {}
        self._backward: dict[str, list[tuple[str | None, T]]] = {}
        for surface, value in entries:
            exact = surface if surface != surface.lower() or (len(surface) == 1 and surface.isalpha()) else None
            for words in itertools.product(*(sorted(spellings(word)) for word in words_of(surface))):
                phrase = " ".join(words)
                self._forward.setdefault(phrase, []).append((exact, value))
                self._backward.setdefault(phrase[::-1], []).append((exact, value))
        self._firsts = frozenset(phrase.split(" ")[0] for phrase in self._forward)
        self._lasts = frozenset(phrase.split(" ")[0] for phrase in self._backward)

    def at(
        self, piece: Piece, position: int, *, end: int | None = None, accept: Accept[T] | None = None
    ) -> tuple[int, T] | None:
        """End and value of the longest phrase at `position`, spaces skipped, that `accept` takes, or None.

        It ends by `end`; `accept` is given a value and the end of its phrase.
        """
        hits = self.all_at(piece, position, end=end, accept=accept)
        return _longest(hits) if hits else None

    def before(self, piece: Piece, position: int, *, accept: Accept[T] | None = None) -> tuple[int, T] | None:
        """Start and value of the longest phrase that ends right before `position`, spaces apart, or None."""
        hits = self.all_before(piece, position, accept=accept)
        return _longest(hits) if hits else None

    def all_at(
        self, piece: Piece, position: int, *, end: int | None = None, accept: Accept[T] | None = None
    ) -> list[tuple[int, T]]:
        """End and value of every phrase at `position` that `accept` takes, shorter ones first."""
        words = piece.ahead(position)
        if words is None:
            return []
        first = words.first
        if first not in self._firsts and not (first[-1].isdigit() and first[:-1] in self._firsts):
            long = len(first) > _LONGEST_SYLLABLE
            return self._run_together(piece, words.begin, end=end, accept=accept) if long else []
        hits = []
        for phrase, stop in words.phrases():
            for exact, value in self._forward.get(phrase, ()):
                if exact is not None and piece.text[words.begin : stop] != exact:
                    continue
                if (end is None or stop <= end) and (accept is None or accept(value, stop)):
                    hits.append((stop, value))
        return hits

    def _run_together(
        self, piece: Piece, begin: int, *, end: int | None, accept: Accept[T] | None
    ) -> list[tuple[int, T]]:
        """The phrases whose first word begins a run of letters that is too long for one ("giấychứng nhận")."""
        limit = piece.end if end is None else end
        word = piece.text[begin : piece.word_end(begin)].lower()
        for size in range(_LONGEST_SYLLABLE, 1, -1):
            if word[:size] in self._firsts:
                rest = piece.ahead(begin + size)
                later = [] if rest is None else rest.phrases()
                tries = [(word[:size], begin + size), *((f"{word[:size]} {phrase}", stop) for phrase, stop in later)]
                return [
                    (stop, value)
                    for phrase, stop in tries
                    for exact, value in self._forward.get(phrase, ())
                    if exact is None and stop <= limit and (accept is None or accept(value, stop))
                ]
        return []

    def all_before(self, piece: Piece, position: int, *, accept: Accept[T] | None = None) -> list[tuple[int, T]]:
        """Start and value of every phrase that ends right before `position`, spaces apart, shorter ones first."""
        words = piece.behind(position)
        if words is None or words.first not in self._lasts:
            return []
        hits = []
        for phrase, start in words.phrases():
            for exact, value in self._backward.get(phrase, ()):
                if exact is not None and piece.text[start : words.begin] != exact:
                    continue
                if accept is None or accept(value, start):
                    hits.append((start, value))
        return hits


def _longest(hits: list[tuple[int, T]]) -> tuple[int, T]:
    """The first entry among those that reach as far as the last."""
    last = len(hits) - 1
    while last and hits[last - 1][0] == hits[last][0]:
        last -= 1
    return hits[last]
