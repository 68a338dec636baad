from __future__ import annotations

import pytest

from vnreport.errors import DataFileError
from vnreport.lexicon.patterns import alternation, compile_patterns, expand

PIECES = {"digit": "[0-9]", "two": "${digit}${digit}", "year": "(?P<year>${two}${two})"}


def test_pieces_stand_within_pieces() -> None:
    compiled = compile_patterns({"a.year": ["năm ${year}"], "a.two": ["x${two}", "y${two}"]}, PIECES, source="test")
    match = compiled["a.year"][0].fullmatch("năm 2018")
    assert match is not None
    assert match["year"] == "2018"
    assert len(compiled["a.two"]) == 2


def test_the_longest_alternative_comes_first() -> None:
    assert alternation(["mười", "mười hai", "hai"]) == "(?:mười hai|mười|hai)"
    assert alternation(["a.b"]) == r"(?:a\.b)"


@pytest.mark.parametrize(
    ("surface", "found"),
    [
        ("${month}", "the piece 'month'"),
        ("(a", "missing )"),
        ("(a)b", "'(a)b'"),
        ("a*", "'a*'"),
        ("${round}", "${round}"),
    ],
)
def test_a_fault_names_its_row(surface: str, found: str) -> None:
    with pytest.raises(DataFileError) as error:
        compile_patterns({"row.id": [surface]}, {**PIECES, "round": "${round}"}, source="test")
    (fault,) = error.value.faults
    assert (fault.place, fault.field) == ("row.id", "surfaces")
    assert found in fault.found


def test_all_faults_at_once() -> None:
    with pytest.raises(DataFileError) as error:
        compile_patterns({"a": ["(", "b"], "c": ["${d}"]}, {}, source="test")
    assert [fault.place for fault in error.value.faults] == ["a", "c"]


def test_expand_names_the_missing_piece() -> None:
    with pytest.raises(KeyError, match="month"):
        expand("${month}", PIECES)
