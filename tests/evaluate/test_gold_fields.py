"""Numbers, periods, units and words: what the cases say, and what formatting must keep."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from case_rows import case_rows
from hypothesis import given
from hypothesis import strategies as st

from vnreport.errors import InputError
from vnreport.evaluate.fields import check_unit
from vnreport.evaluate.numerals import plain_decimal, read_number
from vnreport.evaluate.periods import read_days, same_period
from vnreport.evaluate.similarity import same_unit, syllable_f1
from vnreport.records.decimals import plain

CASES = "evaluate_fields"


def text(value: object) -> str | None:
    return None if value is None else str(value)


@pytest.mark.parametrize("row", case_rows(CASES, "numbers"))
def test_number(row: dict[str, Any]) -> None:
    reading = read_number(row["span"])
    assert reading is not None
    read = {"number": reading.number, "low": reading.low, "high": reading.high, "step": reading.step}
    assert {key: plain(value) for key, value in read.items() if value is not None} == {
        key: row[key] for key in read if key in row
    }


@pytest.mark.parametrize("row", case_rows(CASES, "unreadable"))
def test_unreadable(row: dict[str, Any]) -> None:
    assert read_number(row["span"]) is None


@pytest.mark.parametrize("row", case_rows(CASES, "periods"))
def test_period(row: dict[str, Any]) -> None:
    days = read_days(row["iso"])
    assert (text(days.first), text(days.last)) == (row.get("first"), row.get("last"))


@pytest.mark.parametrize("row", case_rows(CASES, "no_periods"))
def test_no_period(row: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        read_days(row["iso"])


@pytest.mark.parametrize("row", case_rows(CASES, "same_periods"))
def test_same_period(row: dict[str, Any]) -> None:
    assert same_period(row["one"], row["other"]) is row["same"]
    assert same_period(row["other"], row["one"]) is row["same"]


@pytest.mark.parametrize("row", case_rows(CASES, "units"))
def test_unit(row: dict[str, Any]) -> None:
    assert len(list(check_unit(row["unit"], "here"))) == row["faults"]


@pytest.mark.parametrize("row", case_rows(CASES, "same_units"))
def test_same_unit(row: dict[str, Any]) -> None:
    assert same_unit(row["one"], row["other"]) is row["same"]
    assert same_unit(row["other"], row["one"]) is row["same"]


@pytest.mark.parametrize("row", case_rows(CASES, "likeness"))
def test_likeness(row: dict[str, Any]) -> None:
    assert syllable_f1(row["one"], row["other"]) == pytest.approx(row["f1"], abs=1e-4)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_plain_decimal_gives_back_its_value(value: Decimal) -> None:
    assert plain_decimal(plain(value)) == value


@given(st.integers(min_value=0, max_value=10**15), st.integers(min_value=0, max_value=999))
def test_printed_number_gives_back_its_value(whole: int, part: int) -> None:
    printed = f"{whole:,}".replace(",", ".") + f",{part:03}"
    reading = read_number(printed)
    assert reading is not None
    assert reading.number == Decimal(f"{whole}.{part:03}")
