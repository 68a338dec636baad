"""What the words and signs beside a number say of it: that it is no quantity, a rank, an average, a share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from decimal import Decimal

from vnreport.grammar.phrases import PhraseTable, spellings, words_of
from vnreport.grammar.pieces import Piece, Word
from vnreport.lexicon.numbers import NumberCueRow
from vnreport.values import value

_NO_LIMIT = Decimal(0)
_LONGEST_NAME = 6
"""Words of a name that a number ends: "Nhà máy Nhiệt điện Duyên Hải 3"."""


@value(frozen=True, slots=True)
class Facts:
    """What the cue rows ask about a number: `largest` is the number itself, or the larger one of a range.

    `shapes` are those of `NumberCueRow` that hold, `rules` the numeral rows of its words, `unit` is the kind
    of the lexicon's unit that follows, or "", and `code` that unit's code.
    """

    largest: Decimal
    shapes: AbstractSet[str]
    rules: tuple[str, ...]
    unit: str
    code: str = ""


class NumberCues:
    """The cue rows of the lexicon, by where they stand."""

    def __init__(self, rows: Iterable[NumberCueRow]) -> None:
        kept = tuple(rows)
        self._before = _table(row for row in kept if row.side == "before" and row.gap == 0)
        distant = [row for row in kept if row.side == "before" and row.gap > 0]
        self._distant = _table(distant)
        self._distant_words = frozenset(
            word[::-1] for row in distant for surface in row.surfaces for word in spellings(words_of(surface)[-1])
        )
        self._names = _table(row for row in kept if row.side == "name")
        self._after = _table(row for row in kept if row.side == "after" and row.effect != "no_unit")
        self._no_unit = _table(row for row in kept if row.effect == "no_unit")
        self._farthest = max((row.gap for row in kept), default=0)
        patterns = [row for row in kept if row.side == "pattern"]
        self._patterns = _either(row for row in patterns if not _asks_unit(row))
        self._gate = _either(row for row in patterns if _asks_unit(row))
        self._given_unit = tuple((_either([row]), row) for row in patterns if _asks_unit(row))

    def pattern_end(self, piece: Piece, position: int) -> int | None:
        """The end of what makes the number at `position` part of a code, a date or a list whatever follows, or None."""
        found = self._patterns.match(piece.text, position, piece.end)
        return None if found is None else found.end()

    def is_pattern(self, piece: Piece, position: int, facts: Facts) -> bool:
        """Whether a pattern with conditions matches at `position`, and its conditions hold."""
        text, end = piece.text, piece.end
        if self._gate.match(text, position, end) is None:
            return False
        return any(_holds(row, facts) and pattern.match(text, position, end) for pattern, row in self._given_unit)

    def before(self, piece: Piece, position: int, facts: Facts) -> tuple[int, NumberCueRow] | None:
        """Start and row of the longest cue right before `position` whose conditions hold, or None."""
        return self._before.before(piece, position, accept=lambda row, _: _holds(row, facts))

    def before_name(self, piece: Piece, position: int, facts: Facts) -> NumberCueRow | None:
        """The cue before the capitalised words that end right before `position`, or before the last ones of them."""
        for _ in range(_LONGEST_NAME):
            word = piece.behind(position)
            if word is None or not piece.text[word.end].isupper() or not word.low.isalpha():
                return None
            position = word.end
            found = self._names.before(piece, position, accept=lambda row, _: _holds(row, facts))
            if found is not None:
                return found[1]
        return None

    def after(self, piece: Piece, position: int, facts: Facts) -> dict[str, NumberCueRow]:
        """The cues right after `position` whose conditions hold, by effect, the longest of each."""
        hits = self._after.all_at(piece, position)
        return {row.effect: row for stop, row in hits if _holds(row, facts) and _ends(piece, stop)}

    def no_noun_end(self, piece: Piece, position: int) -> int | None:
        """The end of the words at `position` that are known not to be a counted noun, or None."""
        found = self._no_unit.at(piece, position, accept=lambda _, stop: _ends(piece, stop))
        return None if found is None else found[0]

    def distant(self, piece: Piece, position: int, facts: Facts) -> dict[str, NumberCueRow]:
        """The cues up to some words before `position` in the same clause, by effect, the nearest of each."""
        found: dict[str, NumberCueRow] = {}
        stop = position
        for gap in range(self._farthest + 1):
            word = piece.behind(stop)
            if word is None or not (word.low.isalpha() or word.low in self._distant_words or _is_glued(piece, word)):
                break
            if word.low in self._distant_words:
                for _, row in reversed(self._distant.all_before(piece, stop)):
                    if row.effect == "keep":
                        break
                    if gap <= row.gap and _holds(row, facts):
                        found.setdefault(row.effect, row)
            stop = word.end
        return found


def _is_glued(piece: Piece, word: Word) -> bool:
    """Whether digits before a place end a short name: the 2 of "NV2"."""
    return word.low.isdigit() and word.end > piece.start and piece.text[word.end - 1].isalpha()


def _table(rows: Iterable[NumberCueRow]) -> PhraseTable[NumberCueRow]:
    return PhraseTable((surface, row) for row in rows for surface in row.surfaces)


def _either(rows: Iterable[NumberCueRow]) -> re.Pattern[str]:
    """One pattern of all the patterns of `rows`."""
    return re.compile("|".join(f"(?:{pattern})" for row in rows for pattern in row.surfaces))


def _asks_unit(row: NumberCueRow) -> bool:
    """Whether `row` asks something of the unit."""
    return row.unless_unit != "" or row.codes != ()


def _holds(row: NumberCueRow, facts: Facts) -> bool:
    """Whether the conditions of `row` hold."""
    if row.shape and row.shape not in facts.shapes:
        return False
    if facts.largest < row.least or (row.most != _NO_LIMIT and facts.largest > row.most):
        return False
    if row.numeral and facts.rules != (row.numeral,):
        return False
    if row.codes and facts.code not in row.codes:
        return False
    return not facts.unit or not row.unless_unit or (row.unless_unit == "amount" and facts.unit == "count")


def _ends(piece: Piece, stop: int) -> bool:
    """Whether the word ends at `stop`."""
    return stop >= piece.end or not piece.text[stop].isalnum()
