from __future__ import annotations

from typing import Any

import pytest
from quantity_cases import load, plain, show, unmark

from vnreport.grammar.digits import number_style
from vnreport.grammar.numerals import Numerals
from vnreport.grammar.pieces import Piece
from vnreport.grammar.quantities import QuantityGrammar
from vnreport.lexicon.numbers import NumberLexicon

LEXICON = NumberLexicon.load()
GRAMMAR = QuantityGrammar(LEXICON)
NUMERALS = Numerals(LEXICON.numerals)


@pytest.mark.parametrize("row", load("numerals", "numeral"))
def test_numeral(row: dict[str, Any]) -> None:
    text = row["text"]
    piece, end = Piece(text), len(text)
    read = NUMERALS.digits(piece, 0, end, spaced=True) if text[0].isdigit() else NUMERALS.words(piece, 0, end)
    value = None if read is None else read.value
    assert row["is"] == (
        "-" if read is None or value is None else f"{plain(value.normalize())} / {plain(read.step.normalize())}"
    )


@pytest.mark.parametrize("row", load("bounds", "bound"))
def test_bound(row: dict[str, Any]) -> None:
    [found] = GRAMMAR.find(row["text"])
    assert found.bound == row["is"]


@pytest.mark.parametrize("row", load("quantities", "quantity"))
def test_quantity(row: dict[str, Any]) -> None:
    text, spans = unmark(row["text"])
    found = GRAMMAR.find(text)
    assert [show(quantity) for quantity in found] == row["is"].split("; ")
    assert [(quantity.start, quantity.end) for quantity in found] == spans


@pytest.mark.parametrize("row", load("not_quantities", "nothing"))
def test_nothing(row: dict[str, Any]) -> None:
    assert [show(quantity) for quantity in GRAMMAR.find(row["text"])] == []


def test_taken_spans_and_words_of_the_caller() -> None:
    text = "Ngày 12 tháng 3, làng dệt 38 khung cửi."
    found = GRAMMAR.find(text, taken=[(0, 15)], word_end=lambda start: text.index(".") if start == 29 else start)
    assert [show(quantity) for quantity in found] == ["38 khung cửi"]


def test_day_before_a_taken_date() -> None:
    text = "Trong 2 tháng (5 và 6/2019), bến đón 38 xe."
    found = GRAMMAR.find(text, taken=[(20, 26)])
    assert text[20:26] == "6/2019"
    assert [show(quantity) for quantity in found if not quantity.hint] == ["38 xe"]


def test_style_of_the_document() -> None:
    text = "Tỷ lệ là 7.125%."
    assert [show(quantity) for quantity in GRAMMAR.find(text)] == ["7125 %"]
    style = number_style("Năm trước là 6.5%, năm nay là 7.125%.")
    assert [show(quantity) for quantity in GRAMMAR.find(text, style=style)] == ["7.125 %"]


@pytest.mark.parametrize("row", load("units", "unit"))
def test_unit(row: dict[str, Any]) -> None:
    [found] = GRAMMAR.find(f"Tổng cộng {row['text']}.")
    assert row["is"] == ("-" if found.unit is None else found.unit.code)
