"""What the words and signs beside a number say of it: that it is no quantity, a rank, an average, a share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from vnreport.grammar.phrases import PhraseTable, skip_spaces, spellings, words_of
from vnreport.lexicon.numbers import NumberCueRow

_NO_LIMIT = Decimal(0)
_REACH = 60
"""Characters before a number that hold the farthest cue: six words of up to seven letters, and some."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the cue rows ask about a number: `largest` is the number itself, or the larger one of a range.

    `shapes` are those of `NumberCueRow` that hold, `rules` the numeral rows of its words, `unit` is the kind
    of the lexicon's unit that follows, or "".
    """

    largest: Decimal
    shapes: AbstractSet[str]
    rules: tuple[str, ...]
    unit: str


class NumberCues:
    """The cue rows of the lexicon, by where they stand."""

    def __init__(self, rows: Iterable[NumberCueRow]) -> None:
        kept = tuple(rows)
        self._before = _table(row for row in kept if row.side == "before" and row.gap == 0)
        distant = [row for row in kept if row.side == "before" and row.gap > 0]
        self._distant = _table(distant)
        self._distant_words = frozenset(
            word for row in distant for surface in row.surfaces for word in spellings(words_of(surface)[-1])
        )
        self._after = _table(row for row in kept if row.side == "after" and row.effect != "no_unit")
        self._no_unit = _table(row for row in kept if row.effect == "no_unit")
        self._farthest = max((row.gap for row in kept), default=0)
        patterns = [row for row in kept if row.side == "pattern"]
        self._patterns = _either(row for row in patterns if not row.unless_unit)
        self._given_unit = tuple((_either([row]), row) for row in patterns if row.unless_unit)

    def pattern_end(self, text: str, position: int, end: int) -> int | None:
        """The end of what makes the number at `position` part of a code, a date or a list whatever follows, or None."""
        found = self._patterns.match(text, position, end)
        return None if found is None else found.end()

    def is_pattern(self, text: str, position: int, end: int, facts: Facts) -> bool:
        """Whether a pattern with conditions matches at `position`, and its conditions hold."""
        return any(_holds(row, facts) and pattern.match(text, position, end) for pattern, row in self._given_unit)

    def before(self, text: str, position: int, start: int, facts: Facts) -> tuple[int, NumberCueRow] | None:
        """Start and row of the longest cue right before `position` whose conditions hold, or None."""
        return self._before.before(text, position, start, accept=lambda row, _: _holds(row, facts))

    def after(self, text: str, position: int, end: int, facts: Facts) -> dict[str, NumberCueRow]:
        """The cues right after `position` whose conditions hold, by effect, the longest of each."""
        begin = skip_spaces(text, position, end)
        if begin >= end or not self._after.can_start(text[begin]):
            return {}
        hits = self._after.all_at(text, begin, end, accept=lambda row, stop: _holds(row, facts) and _ends(text, stop))
        return {row.effect: row for _, row in hits}

    def no_noun_end(self, text: str, position: int, end: int) -> int | None:
        """The end of the words at `position` that are known not to be a counted noun, or None."""
        found = self._no_unit.at(text, position, end, accept=lambda _, stop: _ends(text, stop))
        return None if found is None else found[0]

    def distant(self, text: str, position: int, start: int, facts: Facts) -> dict[str, NumberCueRow]:
        """The cues up to some words before `position` in the same clause, by effect, the nearest of each."""
        found: dict[str, NumberCueRow] = {}
        begin = max(start, position - _REACH, text.rfind("\n", start, position) + 1)
        window = text[begin:position].lower()
        edge = len(window)
        for gap, word in enumerate(reversed(window.split()[-self._farthest - 1 :])):
            if not word.isalpha():
                break
            edge = window.rindex(word, 0, edge)
            if word in self._distant_words:
                stop = begin + edge + len(word)
                for _, row in reversed(self._distant.all_before(text, stop, start)):
                    if gap <= row.gap and _holds(row, facts):
                        found.setdefault(row.effect, row)
        return found


def _table(rows: Iterable[NumberCueRow]) -> PhraseTable[NumberCueRow]:
    return PhraseTable((surface, row) for row in rows for surface in row.surfaces)


def _either(rows: Iterable[NumberCueRow]) -> re.Pattern[str]:
    """One pattern of all the patterns of `rows`."""
    return re.compile("|".join(f"(?:{pattern})" for row in rows for pattern in row.surfaces))


def _holds(row: NumberCueRow, facts: Facts) -> bool:
    """Whether the conditions of `row` hold."""
    if row.shape and row.shape not in facts.shapes:
        return False
    if facts.largest < row.least or (row.most != _NO_LIMIT and facts.largest > row.most):
        return False
    if row.numeral and facts.rules != (row.numeral,):
        return False
    return not facts.unit or not row.unless_unit or (row.unless_unit == "amount" and facts.unit == "count")


def _ends(text: str, stop: int) -> bool:
    """Whether the word ends at `stop`."""
    return stop >= len(text) or not text[stop].isalnum()
