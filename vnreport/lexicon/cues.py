"""Cue words and their longest-match lookup over syllables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from vnreport.lexicon.load import Row, read_rows


@dataclass(frozen=True, slots=True)
class CueRow(Row):
    """A cue: `role` names what it does in a sentence of figures; an empty role marks a fixed phrase that is no cue.

    It is none where one of `unless_before` follows: "có giá", but "có giá trị".
    """

    role: str = ""
    unless_before: tuple[str, ...] = ()


class Phrases:
    """Phrases of one or more syllables, found by longest match at a place in a list of syllables.

    `firsts` are the syllables that one opens with.
    """

    def __init__(self, rows: Sequence[CueRow]) -> None:
        self._alone: dict[str, CueRow] = {}
        longer: dict[str, dict[str, dict[int, dict[tuple[str, ...], CueRow]]]] = {}
        for row in rows:
            for surface in row.surfaces:
                first, *rest = syllables = tuple(surface.split())
                if rest:
                    sizes = longer.setdefault(first, {}).setdefault(rest[0], {})
                    sizes.setdefault(len(syllables), {}).setdefault(syllables, row)
                else:
                    self._alone.setdefault(first, row)
        self._longer = {
            first: {second: sorted(sizes.items(), reverse=True, key=itemgetter(0)) for second, sizes in seconds.items()}
            for first, seconds in longer.items()
        }
        self.firsts = frozenset(self._alone.keys() | self._longer.keys())

    def opens(self, syllable: str) -> bool:
        """Whether any phrase begins with the syllable."""
        return syllable in self.firsts

    def match(self, syllables: Sequence[str], place: int) -> tuple[int, CueRow] | None:
        """How many syllables the longest phrase at `place` takes and its row, or None."""
        seconds = self._longer.get(syllables[place])
        if seconds is not None and place + 1 < len(syllables):
            for size, rows in seconds.get(syllables[place + 1], ()):
                row = rows.get(tuple(syllables[place : place + size]))
                if row is not None and not _is_barred(row, syllables, place + size):
                    return size, row
        alone = self._alone.get(syllables[place])
        return None if alone is None else (1, alone)


def _is_barred(row: CueRow, syllables: Sequence[str], stop: int) -> bool:
    """Whether the syllable at `stop` makes another phrase of the cue before it."""
    return bool(row.unless_before) and stop < len(syllables) and syllables[stop] in row.unless_before


def load_cues() -> Phrases:
    """The phrases of `data/cues.toml`."""
    return Phrases(read_rows("cues", CueRow))
