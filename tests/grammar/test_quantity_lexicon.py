"""Every row of the lexicons behind quantities is read from its own examples, and not from its counter examples."""

from __future__ import annotations

from collections import Counter

import pytest

from vnreport.grammar.quantities import QuantityGrammar
from vnreport.lexicon.load import Row
from vnreport.lexicon.numbers import NumberCueRow, NumberLexicon, NumeralRow, UnitRow

LEXICON = NumberLexicon.load()
GRAMMAR = QuantityGrammar(LEXICON)
OF_UNITS = [row for row in LEXICON.units if row.kind != "per"]
OF_HINTS = [row for row in LEXICON.cues if row.effect in ("rank", "ordinal", "average", "share", "rule", "fold")]
OF_DROPS = [row for row in LEXICON.cues if row.effect in ("drop", "no_unit", "measured")]
OF_WORDS = [row for row in LEXICON.numerals if row.role not in ("from", "to", "of", "and", "close")]


def rules(example: str) -> set[str]:
    """The ids of all rows that the quantities of `example` were read with."""
    found = GRAMMAR.find(example)
    units = {quantity.unit.row for quantity in found if quantity.unit is not None}
    return {rule for quantity in found for rule in quantity.rules} | units


def identify(row: Row) -> str:
    return row.id


@pytest.mark.parametrize("row", LEXICON.units + LEXICON.numerals + LEXICON.bounds + LEXICON.cues, ids=identify)
def test_row_has_examples(row: Row) -> None:
    assert row.examples


@pytest.mark.parametrize("row", [row for row in OF_UNITS if not row.per_only], ids=identify)
def test_unit(row: UnitRow) -> None:
    assert all(row.id in rules(example) for example in row.examples)
    assert not any(row.id in rules(example) for example in row.counter_examples)


@pytest.mark.parametrize("row", [*OF_WORDS, *LEXICON.bounds, *OF_HINTS], ids=identify)
def test_number_words_bounds_and_hints(row: Row) -> None:
    assert all(row.id in rules(example) for example in row.examples)
    assert not any(row.id in rules(example) for example in row.counter_examples)


@pytest.mark.parametrize("row", OF_DROPS, ids=identify)
def test_cue(row: NumberCueRow) -> None:
    for example in row.examples:
        units = [quantity.unit for quantity in GRAMMAR.find(example)]
        assert len(units) == (row.effect != "drop")
        assert units == [None] or row.effect != "no_unit"
    assert all(GRAMMAR.find(example) for example in row.counter_examples)


def test_every_surface_of_a_count_is_read() -> None:
    lost = []
    for row in OF_UNITS:
        if row.kind == "count":
            [*units] = [quantity.unit for surface in row.surfaces for quantity in GRAMMAR.find(f"Có 45 {surface}.")]
            lost += [row.id] if len(units) != len(row.surfaces) or None in units else []
    assert lost == []


def test_no_surface_stands_in_two_rows() -> None:
    rows = [row for row in OF_UNITS if not row.unless_before and not row.per_only]
    surfaces = Counter(surface for row in rows for surface in {surface.lower() for surface in row.surfaces})
    assert [surface for surface, count in surfaces.items() if count > 1] == []


def test_sizes() -> None:
    assert len(OF_UNITS) >= 250
    assert all(isinstance(row, NumeralRow) for row in LEXICON.numerals)
