"""Bounds of a number ("khoảng", "gần", "trở lên") read from the words beside it."""

from __future__ import annotations

from collections.abc import Iterable

from vnreport.grammar.phrases import PhraseTable
from vnreport.grammar.pieces import Piece
from vnreport.lexicon.numbers import BoundRow
from vnreport.values import value


@value(frozen=True, slots=True)
class Bound:
    """A bound `sign`, the offset where its words start (before a number) or end (after it), and its row.

    It does not hold beside a cue of `unless_effect`, if there is one.
    """

    sign: str
    edge: int
    row: str
    unless_effect: str = ""


class Bounds:
    """The bound words of the lexicon."""

    def __init__(self, rows: Iterable[BoundRow]) -> None:
        kept = tuple(rows)
        self._before = PhraseTable((word, row) for row in kept if row.side == "before" for word in row.surfaces)
        self._after = PhraseTable((word, row) for row in kept if row.side == "after" for word in row.surfaces)

    def before(self, piece: Piece, position: int, *, is_range: bool = False, exact: str = "") -> Bound | None:
        """The bound whose words end right before `position`; the longest phrase decides. None where there is none.

        `exact` is the unit of a number that people do not round to.
        """

        def holds(row: BoundRow, start: int) -> bool:
            if exact and exact in row.unless_units:
                word = piece.behind(start)
                return word is not None and word.low[::-1] in row.led_by
            return is_range or not row.ranges

        found = self._before.before(piece, position, accept=holds)
        return None if found is None else _bound(found)

    def after(self, piece: Piece, position: int) -> Bound | None:
        """The bound whose words start at `position`, spaces skipped, or None."""
        found = self._after.at(piece, position)
        return None if found is None else _bound(found)


def _bound(found: tuple[int, BoundRow]) -> Bound:
    edge, row = found
    return Bound(row.bound, edge, row.id, row.unless_effect)
