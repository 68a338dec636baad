"""Tables of phrases matched at a place in a text, forwards or backwards, the longest first."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from vnreport.grammar.pieces import Piece, Word
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


@dataclass(frozen=True, slots=True)
class _Node(Generic[T]):
    """Where a phrase of a table may end: its entries, each with the only form that matches, and what may follow."""

    entries: list[tuple[str | None, T]]
    longer: _Nodes[T]


_Nodes: TypeAlias = dict[str, _Node[T]]


class PhraseTable(Generic[T]):
    """Phrases and what they stand for. Matching ignores case, runs of spaces and where a tone mark is placed.

    A surface with a capital, or of one letter, matches only as written.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._forward: _Nodes[T] = {}
        self._backward: _Nodes[T] = {}
        for surface, value in entries:
            exact = surface if surface != surface.lower() or (len(surface) == 1 and surface.isalpha()) else None
            for words in itertools.product(*(sorted(spellings(word)) for word in words_of(surface))):
                _add(self._forward, words, (exact, value))
                _add(self._backward, [word[::-1] for word in reversed(words)], (exact, value))

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
        word = piece.ahead(position)
        if word is None:
            return []
        begin, low = word.begin, word.low
        if low not in self._forward and not (low[-1].isdigit() and low[:-1] in self._forward):
            return self._run_together(piece, begin, end=end, accept=accept) if len(low) > _LONGEST_SYLLABLE else []
        hits: list[tuple[int, T]] = []
        for node, stop in _ahead(self._forward, piece, word):
            for exact, value in node.entries:
                if exact is not None and piece.text[begin:stop] != exact:
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
            node = self._forward.get(word[:size])
            if node is not None:
                later = _ahead(node.longer, piece, piece.ahead(begin + size))
                return [
                    (stop, value)
                    for reached, stop in ((node, begin + size), *later)
                    for exact, value in reached.entries
                    if exact is None and stop <= limit and (accept is None or accept(value, stop))
                ]
        return []

    def all_before(self, piece: Piece, position: int, *, accept: Accept[T] | None = None) -> list[tuple[int, T]]:
        """Start and value of every phrase that ends right before `position`, spaces apart, shorter ones first."""
        hits: list[tuple[int, T]] = []
        word = piece.behind(position)
        if word is None:
            return hits
        nodes, begin = self._backward, word.begin
        while word is not None and (node := nodes.get(word.low)) is not None:
            start = word.end
            for exact, value in node.entries:
                if exact is not None and piece.text[start:begin] != exact:
                    continue
                if accept is None or accept(value, start):
                    hits.append((start, value))
            nodes = node.longer
            word = piece.behind(start) if nodes else None
        return hits


def _add(nodes: _Nodes[T], words: Iterable[str], entry: tuple[str | None, T]) -> None:
    """Adds an entry at the end of its words."""
    node: _Node[T] | None = None
    for word in words:
        if word not in nodes:
            nodes[word] = _Node([], {})
        node = nodes[word]
        nodes = node.longer
    if node is not None:
        node.entries.append(entry)


def _ahead(nodes: _Nodes[T], piece: Piece, word: Word | None) -> Iterator[tuple[_Node[T], int]]:
    """The nodes that the text goes through from `word` on, with the offsets where their phrases end.

    A word with a digit also ends a phrase without it.
    """
    while word is not None:
        low, stop = word.low, word.end
        if low[-1].isdigit() and not low[0].isdigit() and (bare := nodes.get(low[:-1])) is not None:
            yield bare, stop - 1
        node = nodes.get(low)
        if node is None:
            return
        yield node, stop
        nodes = node.longer
        word = piece.ahead(stop) if nodes else None


def _longest(hits: list[tuple[int, T]]) -> tuple[int, T]:
    """The first entry among those that reach as far as the last."""
    last = len(hits) - 1
    while last and hits[last - 1][0] == hits[last][0]:
        last -= 1
    return hits[last]
