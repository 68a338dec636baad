"""Rows of words that have one role each, and their reading into a value with a field for each role."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Sequence
from dataclasses import dataclass

from vnreport.errors import DataFileError, Fault
from vnreport.lexicon.load import Row


@dataclass(frozen=True, slots=True)
class PhraseWord(Row):
    """Words of one role; `role` names what they do in a phrase."""

    role: str = ""


def by_role(kind: type[typing.Any], rows: Sequence[PhraseWord]) -> dict[str, typing.Any]:
    """The words of the rows by role: the values of the fields of `kind`, a dataclass that has one for each role.

    Raises DataFileError for roles that are unknown, missing or on two rows, and for a role of one word that has more.
    """
    hints = typing.get_type_hints(kind)
    roles = [field.name for field in dataclasses.fields(kind)]
    found = {row.role: row.surfaces for row in rows}
    faults = [Fault(row.id, "role", row.role, "one of " + ", ".join(roles)) for row in rows if row.role not in hints]
    faults += [Fault(role, "role", "nothing", "one row") for role in roles if role not in found]
    faults += [
        Fault(row.id, "surfaces", ", ".join(row.surfaces), "one word")
        for row in rows
        if hints.get(row.role) is str and len(row.surfaces) != 1
    ]
    if len(found) < len(rows):
        faults.append(Fault("file", "role", "a role twice", "one row a role"))
    if faults:
        raise DataFileError("phrase_words", tuple(faults))
    return {
        role: surfaces[0] if hints[role] is str else frozenset(surfaces) if hints[role] != tuple[str, ...] else surfaces
        for role, surfaces in found.items()
    }
