"""The labels of the tagger, and which of them a scope has.

INDICATOR is what is measured; ORG, PLACE and GROUP are what it is measured of. Units and words of time need no label:
the grammars find them, and the tagger sees them as single items.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.lexicon.cues import CueRow, Phrases
from vnreport.lexicon.load import read_rows
from vnreport.lexicon.provinces import read_provinces

OUTSIDE = "O"
INDICATOR, ORG, PLACE, GROUP = "INDICATOR", "ORG", "PLACE", "GROUP"
NAMES = (INDICATOR, ORG, PLACE, GROUP)
LABELS = (OUTSIDE, *(f"{edge}-{name}" for name in NAMES for edge in "BI"))


class ScopeKinds:
    """Tells ORG, PLACE and GROUP by the opening words of a scope, and PLACE by the names of provinces."""

    def __init__(self) -> None:
        self._openers = Phrases(read_rows("scope_kinds", CueRow))
        self._provinces = {name.lower() for row in read_provinces() for name in (row.name, *row.surfaces)}

    def kind_of(self, words: str) -> str:
        """The label name of a scope's words."""
        low = words.lower()
        if low in self._provinces:
            return PLACE
        syllables = low.replace(".", " ").split()
        found = self._openers.match(syllables, 0) if syllables else None
        return found[1].role if found is not None else GROUP


def runs_of(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The labelled runs as (first, last, name), half-open; a run that opens with an "I-" label counts as one."""
    found: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        edge, name = label.split("-", 1)
        if edge == "I" and found and found[-1][1] == index and found[-1][2] == name:
            found[-1] = (found[-1][0], index + 1, name)
        else:
            found.append((index, index + 1, name))
    return found
