"""Where numbers can start in a text: at a digit, or at a number word that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vnreport.lexicon.numbers import NumeralRow

_DIGIT = re.compile(r"[0-9]")
_ALONE = ("one", "digit", "ten", "half")
"""Roles of numerals that a number can begin with."""
_CASES = (str.lower, str.capitalize, str.upper)


class NumberStarts:
    """The forms of the number words. Each is looked for by itself, which is several times as fast as a regex of all."""

    def __init__(self, rows: Iterable[NumeralRow]) -> None:
        kept = tuple(rows)
        alone = {surface for row in kept if row.role in _ALONE for surface in row.surfaces}
        self._forms = {(case(surface), 0) for surface in alone for case in _CASES}
        for row in kept:
            self._forms |= {(f"{word} {surface}", len(word) + 1) for word in row.after for surface in row.surfaces}

    def words(self, text: str, start: int, end: int) -> list[int]:
        """The sorted offsets of the number words in `text[start:end]`, whole words only."""
        found: list[int] = []
        for form, offset in self._forms:
            position = text.find(form, start, end)
            while position >= 0:
                stop = position + len(form)
                before = position == start or not text[position - 1].isalnum()
                if before and (stop >= end or not text[stop].isalnum()):
                    found.append(position + offset)
                position = text.find(form, stop, end)
        return sorted(set(found))


class StartWalk:
    """A walk over the starts of `text[start:end]`, for one call; the places asked for never go back."""

    def __init__(self, starts: NumberStarts, text: str, start: int, end: int) -> None:
        self._text, self._end = text, end
        self._words = starts.words(text, start, end)
        self._word = 0
        self._digit = -1

    def next(self, position: int) -> int | None:
        """The first start at or after `position`, or None."""
        while self._word < len(self._words) and self._words[self._word] < position:
            self._word += 1
        if self._digit < position:
            found = _DIGIT.search(self._text, position, self._end)
            self._digit = self._end if found is None else found.start()
        word = self._words[self._word] if self._word < len(self._words) else self._end
        first = min(self._digit, word)
        return None if first >= self._end else first
