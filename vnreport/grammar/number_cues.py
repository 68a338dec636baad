"""What the words and signs beside a number say of it: that it is no quantity, a rank, an average, a share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from vnreport.grammar.phrases import PhraseTable, skip_spaces, skip_spaces_back, word_before
from vnreport.lexicon.numbers import NumberCueRow

_NO_LIMIT = Decimal(0)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the cue rows ask about a number: `largest` is the number itself, or the larger one of a range.

    `shapes` are those of `NumberCueRow` that hold, `rules` the numeral rows of its words, `unit` is the kind
    of the lexicon's unit that follows, or "".
    """

    largest: Decimal
    shapes: frozenset[str]
    rules: tuple[str, ...]
    unit: str


class NumberCues:
    """The cue rows of the lexicon, by where they stand."""

    def __init__(self, rows: Iterable[NumberCueRow]) -> None:
        kept = tuple(rows)
        self._before = _table(row for row in kept if row.side == "before" and row.gap == 0)
        self._distant = _by_effect(row for row in kept if row.side == "before" and row.gap > 0)
        self._after = _by_effect(row for row in kept if row.side == "after" and row.effect != "no_unit")
        self._no_unit = _table(row for row in kept if row.effect == "no_unit")
        self._farthest = max((row.gap for row in kept), default=0)
        patterns = [(pattern, row) for row in kept if row.side == "pattern" for pattern in row.surfaces]
        self._patterns = tuple((re.compile(pattern), row) for pattern, row in patterns)

    def pattern(self, text: str, position: int, end: int) -> tuple[int, NumberCueRow] | None:
        """End and row of the first pattern that matches at `position` whatever follows, or None."""
        return self._match(text, position, end, None)

    def pattern_given(self, text: str, position: int, end: int, facts: Facts) -> tuple[int, NumberCueRow] | None:
        """End and row of the first pattern with conditions that matches at `position` and whose conditions hold."""
        return self._match(text, position, end, facts)

    def _match(self, text: str, position: int, end: int, facts: Facts | None) -> tuple[int, NumberCueRow] | None:
        for pattern, row in self._patterns:
            if bool(row.unless_unit) is (facts is not None) and (facts is None or _holds(row, facts)):
                found = pattern.match(text, position, end)
                if found:
                    return found.end(), row
        return None

    def before(self, text: str, position: int, start: int, facts: Facts) -> tuple[int, NumberCueRow] | None:
        """Start and row of the longest cue right before `position` whose conditions hold, or None."""
        return self._before.before(text, position, start, accept=lambda row, _: _holds(row, facts))

    def all_after(self, text: str, position: int, end: int, facts: Facts) -> list[NumberCueRow]:
        """The cues right after `position` whose conditions hold, the longest of each effect."""
        begin = skip_spaces(text, position, end)
        found = (
            table.at(text, begin, end, accept=lambda row, stop: _holds(row, facts) and _ends(text, stop))
            for _, table in self._after
        )
        return [hit[1] for hit in found if hit is not None]

    def no_noun_end(self, text: str, position: int, end: int) -> int | None:
        """The end of the words at `position` that are known not to be a counted noun, or None."""
        found = self._no_unit.at(text, position, end, accept=lambda _, stop: _ends(text, stop))
        return None if found is None else found[0]

    def distant(self, text: str, position: int, start: int, facts: Facts) -> dict[str, NumberCueRow]:
        """The cues up to some words before `position` in the same clause, by effect, the nearest of each."""
        found: dict[str, NumberCueRow] = {}
        for gap in range(self._farthest + 1):

            def accept(row: NumberCueRow, _: int, gap: int = gap) -> bool:
                return gap <= row.gap and _holds(row, facts)

            for effect, table in self._distant:
                here = None if effect in found else table.before(text, position, start, accept=accept)
                if here is not None:
                    found[effect] = here[1]
            stop = skip_spaces_back(text, position, start)
            position = word_before(text, stop, start)
            if position == stop:
                break
        return found


def _table(rows: Iterable[NumberCueRow]) -> PhraseTable[NumberCueRow]:
    return PhraseTable((surface, row) for row in rows for surface in row.surfaces)


def _by_effect(rows: Iterable[NumberCueRow]) -> tuple[tuple[str, PhraseTable[NumberCueRow]], ...]:
    """A table of the rows of each effect."""
    kept = tuple(rows)
    effects = sorted({row.effect for row in kept})
    return tuple((effect, _table(row for row in kept if row.effect == effect)) for effect in effects)


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
