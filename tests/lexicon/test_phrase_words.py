"""The words of phrases have one row a role, and every example holds a word of its row."""

from __future__ import annotations

import dataclasses
import re

import pytest

from vnreport.errors import DataFileError
from vnreport.lexicon.load import read_rows
from vnreport.lexicon.phrase_words import PhraseWord, phrase_words, words_of

ROWS = read_rows("phrase_words", PhraseWord)


def holds(row: PhraseWord, example: str) -> bool:
    """Whether a word of the row stands in the example, as whole syllables."""
    syllables = " ".join(["", *re.findall(r"[^\W_]+", example.lower()), ""])
    return any(f" {surface} " in syllables for surface in row.surfaces)


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_examples_hold_the_word(row: PhraseWord) -> None:
    assert row.source
    assert row.examples
    assert all(holds(row, example) for example in row.examples)
    assert not any(holds(row, example) for example in row.counter_examples)


def test_words_are_of_the_type_of_their_role() -> None:
    words = phrase_words()
    assert words.companion == "với"
    assert {"tại", "ở"} == words.place
    assert "tăng thêm".startswith(words.rise)


def test_all_faults_of_roles_at_once() -> None:
    strange = PhraseWord("phrase.strange", ("à",), role="strange")
    second = dataclasses.replace(ROWS[0], id="phrase.second")
    wide = [dataclasses.replace(row, surfaces=("của", "thuộc")) if row.role == "of" else row for row in ROWS]
    kept = [row for row in wide if row.role != "about"]
    with pytest.raises(DataFileError) as caught:
        words_of([*kept, strange, second])
    faults = [(fault.place, fault.field) for fault in caught.value.faults]
    assert faults == [
        ("phrase.strange", "role"),
        ("about", "role"),
        ("phrase.of", "surfaces"),
        ("file", "role"),
    ]
