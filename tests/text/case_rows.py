"""Reads the case rows of `tests/cases/*.toml` as pytest parameters, one id a row."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parents[1] / "cases"


def case_rows(name: str, table: str) -> list[Any]:
    """The rows of `[[table]]` in `tests/cases/<name>.toml`; a row with `xfail` is a known failure with its reason."""
    rows = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))[table]
    assert len({row["id"] for row in rows}) == len(rows), f"{name}.toml: a case id stands twice in [[{table}]]"
    return [
        pytest.param(row, id=row["id"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else [])
        for row in rows
    ]
