"""Cue words and their longest-match lookup over syllables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnreport.lexicon.load import Row, read_rows


@dataclass(frozen=True, slots=True)
class CueRow(Row):
    """A cue: `role` names what it does in a sentence of figures; an empty role marks a fixed phrase that is no cue."""

    role: str = ""


class Phrases:
    """Phrases of one or more syllables, found by longest match at a place in a list of syllables.

    `firsts` are the syllables that one opens with.
    """

    def __init__(self, rows: Sequence[CueRow]) -> None:
        by_first: dict[str, dict[int, dict[tuple[str, ...], CueRow]]] = {}
        for row in rows:
            for surface in row.surfaces:
                syllables = tuple(surface.split())
                by_first.setdefault(syllables[0], {}).setdefault(len(syllables), {}).setdefault(syllables, row)
        self._by_first = {
            first: sorted(sizes.items(), key=lambda choice: -choice[0]) for first, sizes in by_first.items()
        }
        self.firsts = frozenset(by_first)

    def opens(self, syllable: str) -> bool:
        """Whether any phrase begins with the syllable."""
        return syllable in self._by_first

    def match(self, syllables: Sequence[str], place: int) -> tuple[int, CueRow] | None:
        """How many syllables the longest phrase at `place` takes and its row, or None."""
        for size, rows in self._by_first.get(syllables[place], ()):
            row = rows.get(tuple(syllables[place : place + size]))
            if row is not None:
                return size, row
        return None


def load_cues() -> Phrases:
    """The phrases of `data/cues.toml`."""
    return Phrases(read_rows("cues", CueRow))
