"""Reads the case files of numbers and units, and prints what was found in their notation."""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from vnreport.grammar.values import Quantity

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parents[1] / "cases"
BRACES = re.compile(r"\{([^{}]*)\}(?!\w*\})")


def load(name: str, table: str) -> list[Any]:
    """The rows of a table of a case file as pytest parameters; one with `xfail` is a known failure with its reason."""
    rows = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))[table]
    assert len({row["id"] for row in rows}) == len(rows), f"{name}.toml: a case id stands twice in {table}"
    return [
        pytest.param(row, id=row["id"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else [])
        for row in rows
    ]


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`text` without its braces, and the spans that they held."""
    spans, plain, last = [], "", 0
    for mark in BRACES.finditer(text):
        plain += text[last : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[1])))
        plain += mark[1]
        last = mark.end()
    return plain + text[last:], spans


def plain(value: Decimal | None) -> str:
    """`value` without an exponent."""
    return "" if value is None else f"{value:f}"


def show(quantity: Quantity) -> str:
    """The quantity in the notation of `quantities.toml`."""
    number = plain(quantity.number) if quantity.low is None else f"{plain(quantity.low)}..{plain(quantity.high)}"
    whole = f"/{plain(quantity.of)}" if quantity.of is not None else ""
    bound = "" if quantity.bound == "=" else f"{quantity.bound} "
    unit = "-" if quantity.unit is None else quantity.unit.code
    return f"{bound}{number}{whole} {unit}" + (f" #{quantity.hint}" if quantity.hint else "")
