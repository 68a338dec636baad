"""A piece of text with the words around each place read once, for all the tables that look there."""

from __future__ import annotations

import re

_SPACE = "[ \u00a0\t]*"
_AHEAD = re.compile(rf"{_SPACE}([^\W\d_]+[0-9]?(?![0-9])|[^\W\d_]+|[0-9]+|[^\w\s])")
"""A word, with one digit that belongs to it (m2, CO2), a run of digits, or a sign."""
_BEHIND = re.compile(rf"{_SPACE}([^\W\d_]+|[0-9]+|[^\w\s])")


class Word:
    """A word at a place: `low` in lower case, from `begin` to `end`; of one before a place all run backwards."""

    __slots__ = ("begin", "end", "low")

    def __init__(self, low: str, begin: int, end: int) -> None:
        self.low, self.begin, self.end = low, begin, end


class Piece:
    """`text[start:end]`, in which numbers are read. Remembers the words that it was asked for; one call's property."""

    __slots__ = ("_ahead", "_behind", "_reversed", "end", "start", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text, self.start = text, start
        self.end = len(text) if end is None else end
        self._ahead: dict[int, Word | None] = {}
        self._behind: dict[int, Word | None] = {}
        self._reversed: str | None = None

    def ahead(self, position: int) -> Word | None:
        """The word from `position` on, spaces skipped; None at the end of a line."""
        try:
            return self._ahead[position]
        except KeyError:
            found = _AHEAD.match(self.text, position, self.end)
            word = None
            if found is not None:
                word = Word(found[1].lower(), found.start(1), found.end())
                self._ahead[word.begin] = word
            self._ahead[position] = word
            return word

    def behind(self, position: int) -> Word | None:
        """The word before `position`, spaces skipped, letter by letter backwards; None at the start of a line."""
        try:
            return self._behind[position]
        except KeyError:
            if self._reversed is None:
                self._reversed = self.text[self.start : self.end][::-1]
            end = self.end
            found = _BEHIND.match(self._reversed, end - position)
            word = None if found is None else Word(found[1].lower(), end - found.start(1), end - found.end())
            self._behind[position] = word
            return word

    def skip_spaces(self, position: int) -> int:
        """The first offset from `position` that is no space; line breaks are not skipped."""
        text, end = self.text, self.end
        while position < end and text[position] in " \u00a0\t":
            position += 1
        return position

    def word_end(self, position: int) -> int:
        """The end of the run of letters at `position`; `position` itself where there is none."""
        text, end, stop = self.text, self.end, position
        while stop < end and text[stop].isalpha():
            stop += 1
        return stop
