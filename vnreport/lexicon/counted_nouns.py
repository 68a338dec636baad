"""Counted nouns that stand for one another, and those that say nothing of what is counted."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.lexicon.load import Row, read_rows


@dataclass(frozen=True, slots=True)
class CountedNounRow(Row):
    """Nouns of one family; `generic` where none of them names what is counted."""

    generic: bool = False


class CountedNouns:
    """Families of counted nouns by the noun as a unit code."""

    def __init__(self, rows: tuple[CountedNounRow, ...]) -> None:
        self._families = {surface: row.id for row in rows for surface in row.surfaces}
        self._generic = frozenset(surface for row in rows if row.generic for surface in row.surfaces)

    @classmethod
    def load(cls) -> CountedNouns:
        """The families of `data/counted_nouns.toml`."""
        return cls(read_rows("counted_nouns", CountedNounRow))

    def family(self, code: str) -> str:
        """The family's row id, or the noun itself where it has none."""
        return self._families.get(code, code)

    def is_generic(self, noun: str) -> bool:
        """Whether the noun, in lower case, leaves open what is counted."""
        return noun in self._generic
