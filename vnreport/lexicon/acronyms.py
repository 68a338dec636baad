"""Reads the acronym rows: CSV, because many rows of TOML load slowly; all faults are reported at once."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

from vnreport.errors import DataFileError, Fault
from vnreport.lexicon.load import Row, read_rows

COLUMNS = ("id", "short", "long", "domain", "use", "context", "source")
_STATE = ("administration", "organisation", "document", "law", "police", "title", "international", "place")
_ECONOMY = ("agriculture", "business", "construction", "economy", "energy", "finance", "labour", "transport")
_SOCIETY = ("culture", "education", "environment", "health", "ict", "science", "society", "statistics")
DOMAINS = frozenset(_STATE + _ECONOMY + _SOCIETY)
USES = frozenset({"any", "context", "numbered"})
_DOMAIN_NAMES, _USE_NAMES = ", ".join(sorted(DOMAINS)), ", ".join(sorted(USES))

_ID = re.compile(r"acronym(?:\.[a-z0-9]+){2,}")
_SHORT = re.compile(r"[A-ZĐƯ][A-ZĐƯ0-9&-]+")
_JOINTS = str.maketrans("", "", "&-– ")


@dataclass(frozen=True, slots=True)
class AcronymRow:
    """One sense of an acronym.

    `use` is `any`, or `context` for a sense that holds only where one of the `context` words stands near, or `numbered`
    for one that also takes a number at once ("QL1A"). A context word may hold the acronym's own place as `_` ("sở _")
    and a run of digits as `0`. The first row of a `short` with `any` is the sense taken where no context speaks.
    """

    id: str
    short: str
    long: str
    domain: str
    use: str
    context: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class FormRow(Row):
    """Words that the finding of definitions needs: how one is introduced, and words whose letters may be left out."""


def key_of(short: str) -> str:
    """`short` without its joints, the key that "GD-ĐT", "GD&ĐT" and "GDĐT" share; one of single letters keeps them."""
    return short if len(short) == 3 and short[1] in "&-" else short.translate(_JOINTS)


def read_acronyms(text: str | None = None, *, name: str = "acronyms.csv") -> tuple[AcronymRow, ...]:
    """The rows of `text`, or of the shipped `data/<name>`, in file order. Raises DataFileError listing every fault."""
    if text is None:
        text = resources.files("vnreport.lexicon").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    lines = csv.reader(text.splitlines())
    header = tuple(next(lines, ()))
    if header != COLUMNS:
        raise DataFileError(name, (Fault("line 1", "columns", ",".join(header), ",".join(COLUMNS)),))
    faults: list[Fault] = []
    rows: list[AcronymRow] = []
    for cells in lines:
        if len(cells) != len(COLUMNS):
            faults.append(Fault(f"line {lines.line_num}", "columns", str(len(cells)), str(len(COLUMNS))))
            continue
        row_id, short, long, domain, use, context, source = cells
        rows.append(AcronymRow(row_id, short, long, domain, use, tuple(context.split("|")) if context else (), source))
    if not unicodedata.is_normalized("NFC", text):
        faults += [Fault(row.id, "row", "text not in NFC", "NFC") for row in rows if not _is_composed(row)]
    faults += _faults(rows)
    if faults:
        raise DataFileError(name, tuple(faults))
    return tuple(rows)


def read_forms() -> dict[str, tuple[str, ...]]:
    """The surfaces of each row of `data/acronym_forms.toml` by row id."""
    return {row.id: row.surfaces for row in read_rows("acronym_forms", FormRow)}


def _is_composed(row: AcronymRow) -> bool:
    return unicodedata.is_normalized("NFC", "".join((row.id, row.short, row.long, *row.context, row.source)))


def _faults(rows: Iterable[AcronymRow]) -> list[Fault]:
    """What is wrong with single rows and between rows."""
    faults: list[Fault] = []
    ids: set[str] = set()
    senses: set[tuple[str, str]] = set()
    shorts: set[str] = set()
    for row in rows:
        key, long = key_of(row.short), row.long.lower()
        explained = bool(row.context) or (row.use == "any" and key not in shorts)
        lower = all(word and word == word.lower() for word in row.context)
        checks = (
            ("id", row.id, _ID.fullmatch(row.id) is not None, "acronym.<domain>.<name>"),
            ("id", row.id, row.id not in ids, "each once"),
            ("short", row.short, _SHORT.fullmatch(row.short) is not None, "capitals, digits, & and -"),
            ("long", row.long, bool(row.long) and row.long == row.long.strip(), "a text without outer spaces"),
            ("long", row.long, (key, long) not in senses, "each sense of a short once"),
            ("domain", row.domain, row.domain in DOMAINS, _DOMAIN_NAMES),
            ("use", row.use, row.use in USES, _USE_NAMES),
            ("context", "nothing", explained, "words for the sense"),
            ("context", "|".join(row.context), lower, "lower case"),
            ("source", "nothing", bool(row.source), "a text"),
        )
        faults += [Fault(row.id, field, found, wanted) for field, found, holds, wanted in checks if not holds]
        ids.add(row.id)
        senses.add((key, long))
        shorts.add(key)
    return faults
