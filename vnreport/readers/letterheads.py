"""Finds what a document says of itself in its head: title, issuer, number, date."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from vnreport.readers.documents import Metadata

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover
    import tomli as tomllib

HEAD = 2500
"""A letterhead stands within so many characters; the longest seen, with its list of references, runs to 1,900."""

TAIL = 600
"""Notices that are dated at their end carry the date in the signature."""

_SHORT = 200
_RULES = " =-_*.…:,;"
"""Lines drawn with characters under an issuer's name."""


@dataclass(frozen=True, slots=True)
class LetterheadRow:
    """A pattern for one field; `value` or `day`, `month`, `year` are its groups; the examples are its test."""

    pattern: re.Pattern[str]
    source: str
    examples: tuple[str, ...]


@cache
def load_letterheads() -> Mapping[str, tuple[LetterheadRow, ...]]:
    """The patterns of `data/letterheads.toml` by field, in file order."""
    text = (resources.files("vnreport.readers") / "data" / "letterheads.toml").read_text(encoding="utf-8")
    return {
        name: tuple(LetterheadRow(re.compile(row["pattern"]), row["source"], tuple(row["examples"])) for row in rows)
        for name, rows in tomllib.loads(text).items()
    }


def find_metadata(text: str, known: Metadata) -> Metadata:
    """What the format says (`known`), completed with what stands in the head of `text`.

    The issuer and number are those of the letterhead; a date must be written with its day, in the head or else in the
    signature. The title is the document's kind with the line under it where it has one, else what the format says.
    """
    head = text[:HEAD]
    return Metadata(
        title=known.title or _title(head),
        issuer=known.issuer or _value("issuer", head),
        number=known.number or _value("number", head),
        date=known.date or find_date(head) or find_date(text[-TAIL:]),
    )


def find_date(text: str) -> date | None:
    """The first full date that a dateline, title or letterhead in `text` gives; None where there is none."""
    for row in load_letterheads()["date"]:
        for found in row.pattern.finditer(text):
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                continue
    return None


def _value(name: str, text: str) -> str | None:
    """What the first matching pattern of a field finds, with single spaces."""
    for row in load_letterheads()[name]:
        if found := row.pattern.search(text):
            return " ".join(found["value"].split()).strip(_RULES) or None
    return None


def _title(head: str) -> str | None:
    """The line that names the document's kind, with the next one where it has only that; else the first line."""
    for row in load_letterheads()["kind"]:
        if found := row.pattern.search(head):
            lines = [line.strip() for line in head[found.start("value") :].split("\n") if line.strip()]
            words = " ".join(lines[0].split())
            if len(lines) > 1 and len(words.split()) < 4:
                words = f"{words} {' '.join(lines[1].split())}"
            return words[:_SHORT]
    first = next((line.strip() for line in head.split("\n") if line.strip()), "")
    return first if 0 < len(first) <= _SHORT and "\t" not in first else None
