"""Lexicon rows are typed, unique and composed; every fault of a file is reported at once."""

from __future__ import annotations

import dataclasses
import pickle
import typing
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from vnreport.errors import DataFileError, Fault
from vnreport.lexicon.load import Row, _leaves, _row, read_rows
from vnreport.lexicon.numbers import BoundRow, NumeralRow, UnitRow


def faults_of(model: type[Row], tables: Mapping[str, Any]) -> list[Fault]:
    """The faults of rows, by the function that reads a file's rows: a data file with faults is never shipped."""
    faults: list[Fault] = []
    hints = typing.get_type_hints(model)
    rows = [_row(model, hints, name, table, faults) for name, table in _leaves(dict(tables), "")]
    assert (None in rows) == bool(faults)
    return faults


GOOD = {"surfaces": ["tấn"], "code": "t", "factor": "1000", "per": True}
BAD: dict[str, tuple[dict[str, Any], str]] = {
    "unknown key": ({"colour": "red"}, "colour"),
    "list for a text": ({"code": ["t"]}, "code"),
    "text for a list": ({"surfaces": "tấn"}, "surfaces"),
    "number in a list": ({"surfaces": ["tấn", 5]}, "surfaces"),
    "number for a decimal": ({"factor": 1000}, "factor"),
    "text for a truth": ({"per": "yes"}, "per"),
    "not composed": ({"surfaces": [unicodedata.normalize("NFD", "tấn")]}, "surfaces"),
    "twice": ({"surfaces": ["tấn", "tấn"]}, "surfaces"),
}


def test_good_row() -> None:
    assert faults_of(UnitRow, {"measure": {"tonne": GOOD}}) == []


@pytest.mark.parametrize("name", BAD)
def test_fault_names_row_and_field(name: str) -> None:
    change, field = BAD[name]
    faults = faults_of(UnitRow, {"measure": {"tonne": GOOD | change}})
    assert {fault.field for fault in faults} == {field}
    assert {fault.place for fault in faults} == {"measure.tonne"}


def test_surfaces_are_wanted() -> None:
    assert [fault.field for fault in faults_of(UnitRow, {"tonne": {"code": "t"}})] == ["surfaces"]


def test_all_faults_at_once() -> None:
    tables = {"measure": {f"row{index}": GOOD | change for index, (change, _) in enumerate(BAD.values())}}
    assert {(fault.place, fault.field) for fault in faults_of(UnitRow, tables)} == {
        (f"measure.row{index}", field) for index, (_, field) in enumerate(BAD.values())
    }


def test_missing_file_is_named() -> None:
    with pytest.raises(DataFileError, match=r"no_such_words.*1 fault") as caught:
        read_rows("no_such_words", Row)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_file_read_with_another_model_reports_every_row() -> None:
    with pytest.raises(DataFileError) as caught:
        read_rows("bounds", Row)
    places = {fault.place for fault in caught.value.faults}
    assert {"about.plain", "about.symbol", "over.plain"} <= places
    assert f"{len(caught.value.faults)} fault(s)" in str(caught.value)


@pytest.mark.parametrize(("name", "model"), [("units", UnitRow), ("numerals", NumeralRow), ("bounds", BoundRow)])
def test_shipped_rows(name: str, model: type[Row]) -> None:
    rows = read_rows(name, model)
    assert len({row.id for row in rows}) == len(rows) > 10
    assert all(row.surfaces for row in rows)


def test_factors_are_exact() -> None:
    fields = {field.name for field in dataclasses.fields(UnitRow)}
    assert {"id", "surfaces", "source", "examples", "factor"} <= fields
    assert all(type(row.factor) is Decimal and row.factor > 0 for row in read_rows("units", UnitRow))
