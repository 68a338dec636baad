"""Importing the package is light, and so is naming what it exports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import vnreport

ROOT = Path(__file__).parents[2]
HEAVY = {
    "spacy",
    "pydantic",
    "numpy",
    "pyarrow",
    "duckdb",
    "pandas",
    "polars",
    "underthesea",
    "datasets",
    "rich",
    "regex",
}


def modules_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_import_loads_nothing_heavy() -> None:
    loaded = modules_after("import vnreport; dir(vnreport)")
    assert "vnreport" in loaded
    assert not loaded & HEAVY


def test_first_use_loads_what_it_needs() -> None:
    assert "spacy" in modules_after("import vnreport; vnreport.load()")


def test_exports_exist() -> None:
    for name in vnreport.__all__:
        assert getattr(vnreport, name).__module__.startswith("vnreport.")
