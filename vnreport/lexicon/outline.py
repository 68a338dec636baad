"""Rows about the outline of a text: abbreviations with a stop, sentence openers, the words that open lines."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.lexicon.load import Row, read_rows


@dataclass(frozen=True, slots=True)
class Abbreviation(Row):
    """An abbreviation written with a full stop; `ends` says where it can close a sentence (see the data file)."""

    ends: str = "never"


@dataclass(frozen=True, slots=True)
class Opener(Row):
    """A word that opens sentences; `alone` where no name begins with it, whatever follows.

    `unstopped` ones do so behind a heading that runs on in the line, too, unless a word of `not_before` follows.
    """

    alone: bool = False
    unstopped: bool = False
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineWord(Row):
    """A word that opens lines of an outline; `use` its part in it, `level` the rank of a division, 0 for the others."""

    use: str = "division"
    level: int = 0


def load_abbreviations() -> tuple[Abbreviation, ...]:
    """The rows of `data/abbreviations.toml`."""
    return read_rows("abbreviations", Abbreviation)


def load_openers() -> tuple[Opener, ...]:
    """The rows of `data/openers.toml`."""
    return read_rows("openers", Opener)


def load_designators() -> tuple[Row, ...]:
    """The rows of `data/designators.toml`."""
    return read_rows("designators", Row)


def load_outline_words() -> tuple[OutlineWord, ...]:
    """The rows of `data/outline.toml`."""
    return read_rows("outline", OutlineWord)
