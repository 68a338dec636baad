from __future__ import annotations

import pytest

from vnreport.lexicon.load import Row, read_rows
from vnreport.text.syllables import is_syllable


@pytest.mark.parametrize(
    "word", ["nghiêng", "quý", "gì", "giếng", "ở", "Uỷ", "thuở", "khuỷu", "ĐƯỜNG", "HOC", "toóc", "yêu", "quốc", "xoèn"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "GDP", "TTHC", "fax", "hocc", "họcc", "hoc", "cằp", "ừứ", "a1", "nghiêngg"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("row", read_rows("syllables", Row), ids=lambda row: row.id)
def test_row_examples(row: Row) -> None:
    assert set(row.examples) <= set(row.surfaces)
