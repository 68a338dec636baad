"""The gate closes on low figures, on another corpus, and on floors lowered in silence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from vnreport.errors import DataFileError
from vnreport.evaluate.gate import (
    Baseline,
    baselines_text,
    check_figures,
    check_floors,
    digest_of,
    raised,
    read_baselines,
)

BASE = Baseline("dev", "abc", "", {"span_f1": Decimal("0.9"), "rec_f1": Decimal("0.6")})


def test_figures_at_their_floors_pass() -> None:
    assert check_figures({"span_f1": 0.9, "rec_f1": 0.61}, BASE, digest="abc") == []


def test_low_missing_and_foreign_figures_close() -> None:
    breaches = check_figures({"span_f1": 0.8999}, BASE, digest="def")
    assert [breach.figure for breach in breaches] == ["", "span_f1", "rec_f1"]


def test_floors_only_rise() -> None:
    higher = raised(BASE, {"span_f1": 0.95678, "rec_f1": 0.5, "cmp_f1": 0.7}, digest="def")
    assert higher.digest == "def"
    assert higher.floors == {"span_f1": Decimal("0.956"), "rec_f1": Decimal("0.6"), "cmp_f1": Decimal("0.700")}
    assert check_floors({"dev": higher}, {"dev": BASE}) == []


def test_a_lower_or_dropped_floor_needs_a_new_reason() -> None:
    lower = replace(BASE, floors={"span_f1": Decimal("0.8")})
    assert [breach.figure for breach in check_floors({"dev": lower}, {"dev": BASE})] == ["span_f1", "rec_f1"]
    assert [breach.figure for breach in check_floors({}, {"dev": BASE})] == ["span_f1", "rec_f1"]
    said = replace(lower, reason="Gold of three documents was mended")
    assert check_floors({"dev": said}, {"dev": BASE}) == []
    assert len(check_floors({"dev": said}, {"dev": replace(BASE, reason=said.reason)})) == 2


def test_file_comes_back_from_writing() -> None:
    baselines = {"dev": replace(BASE, reason='says "why" \\ how'), "test": Baseline("test", "d")}
    assert read_baselines(baselines_text(baselines)) == baselines


@pytest.mark.parametrize(
    "text", ["dev = 3", "[dev]\ndigest = 3", "[dev.floors]\nrec_f1 = 3", "[dev", 'dev = {floors = "x"}']
)
def test_bad_files_are_refused(text: str) -> None:
    with pytest.raises(DataFileError):
        read_baselines(text)


def test_digest_is_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"")
    assert digest_of(path).startswith("e3b0c442")
