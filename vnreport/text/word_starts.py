"""Where the words of a sentence start, looked for only where somebody asks."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.text.spans import HasSpan
from vnreport.text.words import CutSentence, Words


class WordStarts:
    """Where the words of a sentence of `text` start; with no `words` each syllable is a word of its own.

    `barriers` are as for `Words.split`. Only the words around the places asked for are looked at.
    """

    __slots__ = ("_barriers", "_cut", "_end", "_known", "_start", "_words", "text")

    def __init__(self, words: Words | None, text: str, start: int, end: int, barriers: Sequence[HasSpan]) -> None:
        self.text = text
        self._words, self._start, self._end, self._barriers = words, start, end, barriers
        self._cut: CutSentence | None = None
        self._known: dict[int, bool] = {}

    def has(self, offset: int) -> bool:
        """Whether a word starts at the offset, which is that of a syllable."""
        if self._words is None:
            return True
        found = self._known.get(offset)
        if found is None:
            if self._cut is None:
                self._cut = self._words.cut(self.text, self._start, self._end, barriers=self._barriers)
            found = self._known[offset] = self._words.starts_at(self._cut, offset)
        return found
