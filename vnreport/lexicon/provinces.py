"""Reads the provinces: the 63 until 30 June 2025 and the 34 since, with codes, ways of writing and successors.

Codes are those of Decision 124/2004/QĐ-TTg, since July 2025 of Decision 19/2025/QĐ-TTg; what became of each province is
in Resolution 202/2025/QH15.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from importlib import resources

from vnreport.errors import DataFileError, Fault

COLUMNS = ("id", "name", "surfaces", "code", "type", "first", "last", "successor", "source")
TYPES = frozenset({"city", "province"})

_ID = re.compile(r"province\.(?:old|new)\.[a-z]+")
_CODE = re.compile(r"[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A province or city under the centre.

    `code` is the official two-digit code, `first` and `last` the days it is valid between in ISO 8601 ("" where open),
    `successor` the row it became part of, which for an unchanged one is the row of the same name.
    """

    id: str
    name: str
    surfaces: tuple[str, ...]
    code: str
    type: str
    first: str
    last: str
    successor: str
    source: str


def read_provinces(text: str | None = None, *, name: str = "provinces.csv") -> tuple[ProvinceRow, ...]:
    """The rows of `text`, or of the shipped `data/<name>`, in file order. Raises DataFileError listing every fault."""
    if text is None:
        text = resources.files("vnreport.lexicon").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    lines = csv.reader(text.splitlines())
    header = tuple(next(lines, ()))
    if header != COLUMNS:
        raise DataFileError(name, (Fault("line 1", "columns", ",".join(header), ",".join(COLUMNS)),))
    faults: list[Fault] = []
    rows: list[ProvinceRow] = []
    for cells in lines:
        if len(cells) != len(COLUMNS):
            faults.append(Fault(f"line {lines.line_num}", "columns", str(len(cells)), str(len(COLUMNS))))
            continue
        row_id, title, surfaces, *rest = cells
        rows.append(ProvinceRow(row_id, title, tuple(surfaces.split("|")), *rest))
    faults += _faults(rows)
    if faults:
        raise DataFileError(name, tuple(faults))
    return tuple(rows)


def _faults(rows: list[ProvinceRow]) -> list[Fault]:
    """What is wrong with single rows and between rows."""
    faults: list[Fault] = []
    ids = [row.id for row in rows]
    for row in rows:
        words = "".join((row.name, *row.surfaces))
        checks = (
            ("id", row.id, _ID.fullmatch(row.id) is not None, "province.old.<name> or province.new.<name>"),
            ("id", row.id, ids.count(row.id) == 1, "each once"),
            ("surfaces", words, unicodedata.is_normalized("NFC", words), "text in NFC"),
            ("surfaces", words, all(row.surfaces) and len(set(row.surfaces)) == len(row.surfaces), "texts, each once"),
            ("code", row.code, _CODE.fullmatch(row.code) is not None, "two digits"),
            ("type", row.type, row.type in TYPES, ", ".join(sorted(TYPES))),
            ("first", row.first, _DAY.fullmatch(row.first) is not None, "a day in ISO 8601"),
            ("last", row.last, not row.last or _DAY.fullmatch(row.last) is not None, "a day in ISO 8601, or nothing"),
            ("successor", row.successor, row.successor in ids if row.last else not row.successor, "a row, once closed"),
            ("source", "nothing", bool(row.source), "a text"),
        )
        faults += [Fault(row.id, field, found, wanted) for field, found, holds, wanted in checks if not holds]
    return faults
