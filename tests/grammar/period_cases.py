"""Reads the marked texts of `tests/cases/periods.toml` and the examples of the lexicon's rows."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vnreport.grammar.calendar import parse_iso
from vnreport.grammar.values import Period

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parents[1] / "cases"
MARK = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class PeriodCase:
    """A text, its marked spans with the ISO text of each ("-" for none), and what it is resolved against."""

    text: str
    expected: list[tuple[str, str]]
    own: Period | None = None
    reference: date | None = None
    year: int | None = None


def load(name: str, table: str) -> list[Any]:
    """The rows of a table of a case file as pytest parameters; one with `xfail` is a known failure with its reason."""
    rows = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))[table]
    assert len({row["id"] for row in rows}) == len(rows), f"{name}.toml: a case id stands twice in {table}"
    return [
        pytest.param(row, id=row["id"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else [])
        for row in rows
    ]


def read_case(row: dict[str, Any]) -> PeriodCase:
    """The case of a row of `periods.toml`."""
    marked = MARK.findall(row["text"])
    isos = [iso.strip() for iso in row["iso"].split(";")] if "iso" in row else []
    assert len(marked) == len(isos), row["id"]
    return PeriodCase(
        MARK.sub(r"\1", row["text"]),
        list(zip(marked, isos, strict=True)),
        parse_iso(row["own"]) if "own" in row else None,
        date.fromisoformat(row["date"]) if "date" in row else None,
        row.get("year"),
    )


def read_example(example: str) -> PeriodCase:
    """The case of an example of a lexicon row: "text with a [mark] => ISO @date own=ISO year=YYYY"."""
    text, _, rest = example.partition(" => ")
    iso, *words = rest.split()
    row: dict[str, Any] = {"id": example, "text": text, "iso": "-" if iso == "none" else iso}
    for word in words:
        if word.startswith("@"):
            row["date"] = word[1:]
        elif word.startswith("own="):
            row["own"] = word[4:]
        else:
            row["year"] = int(word.removeprefix("year="))
    return read_case(row)
