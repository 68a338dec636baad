"""What a unit of the lexicon is: its code in a text, where it may end, and whether it is bought one by one."""

from __future__ import annotations

import re

from vnreport.grammar.pieces import Piece
from vnreport.lexicon.numbers import UnitRow

DURATION = "duration"
"""The hint of units of time."""

PEOPLE = "people."
"""The rows of counted people begin with it."""

_BODY = "body."
_BOUGHT = (PEOPLE, "thing.")

_YEARLY = "/a"
"""What the codes of units that are told for a year end in."""

_YEAR = re.compile(r"\s(?:19|20)\d\d(?!\d|[.,]\d|\s?[-–]\s?\d)")
"""A year behind a unit of time: "0,43 năm 2014" is no length of time, "5 năm 2016 - 2020" is one."""


def code_of(row: UnitRow, surface: str) -> str:
    """The code of `row`; an acronym of a counted noun stands as printed."""
    if row.kind == "count" and surface.isupper() and surface in row.surfaces:
        return surface
    return row.code or " ".join(surface.lower().split())


def fits(row: UnitRow, piece: Piece, stop: int) -> bool:
    """Whether `row` may end at `stop`: the word ends there, and none of its barred words follows."""
    text = piece.text
    if stop < piece.end and text[stop - 1].isalpha() and text[stop].isalnum():
        return False
    if (row.hint == DURATION or row.code.endswith(_YEARLY)) and _YEAR.match(text, stop) is not None:
        return False
    word = piece.ahead(stop) if row.unless_before else None
    return word is None or word.low not in row.unless_before


def is_bought(row: UnitRow) -> bool:
    """Whether money told for one of `row` is a rate: of things and people always, of papers and events if told so."""
    return row.id.startswith(_BOUGHT) or (row.per and not row.id.startswith(_BODY))
