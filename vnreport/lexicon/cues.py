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
        self._by_first: dict[str, list[tuple[tuple[str, ...], CueRow]]] = {}
        for row in rows:
            for surface in row.surfaces:
                syllables = tuple(surface.split())
                self._by_first.setdefault(syllables[0], []).append((syllables, row))
        for choices in self._by_first.values():
            choices.sort(key=lambda choice: -len(choice[0]))
        self.firsts = frozenset(self._by_first)

    def opens(self, syllable: str) -> bool:
        """Whether any phrase begins with the syllable."""
        return syllable in self._by_first

    def match(self, syllables: Sequence[str], place: int) -> tuple[int, CueRow] | None:
        """How many syllables the longest phrase at `place` takes and its row, or None."""
        for phrase, row in self._by_first.get(syllables[place], ()):
            size = len(phrase)
            if size == 1 or tuple(syllables[place : place + size]) == phrase:
                return size, row
        return None


def load_cues() -> Phrases:
    """The phrases of `data/cues.toml`."""
    return Phrases(read_rows("cues", CueRow))
