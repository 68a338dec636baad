"""The words of tables: what a header, caption or row label says by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vnreport.lexicon.load import Row, read_rows

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TableWord(Row):
    """A word of tables; `role` names what it does, `value` what an abbreviation stands for ("" where it is none)."""

    role: str = ""
    value: str = ""


class TableWords:
    """The rows, one pattern a role; every look-up is blind to case."""

    def __init__(self, rows: tuple[TableWord, ...]) -> None:
        self._surfaces: dict[str, tuple[str, ...]] = {}
        for row in rows:
            self._surfaces[row.role] = self._surfaces.get(row.role, ()) + row.surfaces
        self._patterns = {role: _pattern(surfaces) for role, surfaces in self._surfaces.items()}
        self._values = {surface: row.value for row in rows for surface in row.surfaces if row.value}
        self._ids = {row.role: row.id for row in rows}

    def find(self, role: str, text: str, start: int = 0, end: int | None = None) -> Span | None:
        """The first, longest word of `role` in `text[start:end]`, or None."""
        found = self._patterns[role].search(text, start, len(text) if end is None else end)
        return None if found is None else found.span()

    def find_all(self, role: str, text: str) -> list[Span]:
        """All words of `role` in `text`, without overlap."""
        return [found.span() for found in self._patterns[role].finditer(text)]

    def opens(self, role: str, text: str) -> int:
        """The end of the word of `role` that opens `text`, 0 where none does."""
        found = self._patterns[role].match(text)
        return 0 if found is None else found.end()

    def is_only(self, role: str, text: str) -> bool:
        """Whether `text` is a word of `role` and nothing more, but for punctuation at its ends."""
        return self._patterns[role].fullmatch(text.strip(" :;.,()*")) is not None

    def surfaces(self, role: str) -> tuple[str, ...]:
        """The words of `role`, for texts that are compared letter by letter."""
        return self._surfaces[role]

    def value(self, surface: str) -> str:
        """What an abbreviation stands for, or ""."""
        return self._values.get(surface.lower(), "")

    def row(self, role: str) -> str:
        """The id of a row of `role`, for evidence."""
        return self._ids[role]


@cache
def load_table_words() -> TableWords:
    """The words of `data/table_words.toml`; read once."""
    return TableWords(read_rows("table_words", TableWord))


def _pattern(surfaces: Sequence[str]) -> re.Pattern[str]:
    """One of the surfaces as whole words, the longest first; a figure may follow without a space ("KH2005")."""
    longest_first = sorted(surfaces, key=len, reverse=True)
    words = "|".join(re.escape(surface).replace(r"\ ", r"\s+") for surface in longest_first)
    return re.compile(rf"(?<!\w)(?:{words})(?![^\W\d_])", re.IGNORECASE)
