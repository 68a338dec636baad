"""A piece of text with the words around each place read once, for all the tables that look there."""

from __future__ import annotations

import re

_TOKEN = r"(?:[^\W\d_]+[0-9]?(?![0-9])|[^\W\d_]+|[0-9]+|[^\w\s])"
"""A word, with one digit that belongs to it (m2, CO2), a run of digits, or a sign."""
_BACK_TOKEN = r"(?:[^\W\d_]+|[0-9]+|[^\w\s])"
_SPACE = "[ \u00a0\t]*"
_MOST = 8
"""Tokens read at a place; no phrase of a lexicon has more."""
_AHEAD = re.compile(rf"{_SPACE}({_TOKEN})" + rf"(?:{_SPACE}({_TOKEN}))?" * (_MOST - 1))
_BEHIND = re.compile(rf"{_SPACE}({_BACK_TOKEN})" + rf"(?:{_SPACE}({_BACK_TOKEN}))?" * (_MOST - 1))
_WINDOW = 72
"""Characters before a place that hold its tokens."""


class Words:
    """The words at a place: `first` in lower case, and phrases of one, two, three … words with the offset of their end.

    Of the words before a place, the phrases run backwards, letter by letter, and the offsets are of their start.
    """

    __slots__ = ("_match", "_origin", "_phrases", "_sign", "begin", "first")

    def __init__(self, match: re.Match[str], origin: int, sign: int) -> None:
        self._match, self._origin, self._sign = match, origin, sign
        self._phrases: list[tuple[str, int]] | None = None
        self.first = match[1].lower()
        self.begin = self._offset(match.start(1))

    def _offset(self, place: int) -> int:
        return self._origin + self._sign * place

    def end(self, token: int = 1) -> int:
        """The offset where the first word, or another, ends."""
        return self._offset(self._match.end(token))

    def all(self) -> list[str]:
        """The words, in lower case, nearest first."""
        return [word.lower() for word in self._match.groups() if word is not None]

    def phrases(self) -> list[tuple[str, int]]:
        """The phrases from this place on, shortest first; a word with a digit also stands without it."""
        if self._phrases is None:
            self._phrases, start = [], ""
            for token, word in enumerate(self.all(), start=1):
                phrase = f"{start} {word}" if start else word
                if word[-1].isdigit() and not word[0].isdigit():
                    self._phrases.append((phrase[:-1], self.end(token) - self._sign))
                self._phrases.append((phrase, self.end(token)))
                start = phrase
        return self._phrases


class Piece:
    """`text[start:end]`, in which numbers are read. Remembers the words that it was asked for; one call's property."""

    __slots__ = ("_ahead", "_behind", "end", "start", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text, self.start = text, start
        self.end = len(text) if end is None else end
        self._ahead: dict[int, Words | None] = {}
        self._behind: dict[int, Words | None] = {}

    def ahead(self, position: int) -> Words | None:
        """The words from `position` on, spaces skipped; None at the end of a line."""
        try:
            return self._ahead[position]
        except KeyError:
            found = _AHEAD.match(self.text, position, self.end)
            words = None if found is None else Words(found, 0, 1)
            self._ahead[position] = words
            return words

    def behind(self, position: int) -> Words | None:
        """The words before `position`, spaces skipped; None at the start of a line."""
        try:
            return self._behind[position]
        except KeyError:
            window = self.text[max(self.start, position - _WINDOW) : position][::-1]
            found = _BEHIND.match(window)
            words = None if found is None else Words(found, position, -1)
            self._behind[position] = words
            return words

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
