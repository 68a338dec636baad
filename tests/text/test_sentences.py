from __future__ import annotations

from typing import Any

import pytest
from case_rows import case_rows
from hypothesis import given
from hypothesis import strategies as st

from vnreport.lexicon.load import Row
from vnreport.lexicon.outline import Opener, load_abbreviations, load_designators, load_openers
from vnreport.text.blocks import Block, split_blocks
from vnreport.text.normalise import normalise
from vnreport.text.sentences import Sentence, split_clauses, split_sentences

PIECES = [
    "Thu ",
    "số ",
    "1.",
    "a) ",
    "Điều 3. ",
    ". ",
    ".",
    "… ",
    "?",
    '"',
    "“",
    "” ",
    "(",
    ")",
    "; ",
    "TP. ",
    "v.v. ",
    "\n",
    "./. ",
    "5%",
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def _split(text: str) -> list[str]:
    return [
        text[sentence.start : sentence.end] for sentence in split_sentences(text, Block("paragraph", 0, len(text), 0))
    ]


@pytest.mark.parametrize("row", case_rows("sentences", "sentences"))
def test_case(row: dict[str, Any]) -> None:
    expected = row.get("sentences") or [part.strip() for part in row["text"].split("¦")]
    assert _split(row["text"].replace("¦", "")) == expected


@pytest.mark.parametrize("row", case_rows("sentences", "clauses"))
def test_clauses(row: dict[str, Any]) -> None:
    text = row["text"]
    sentence = split_sentences(text, split_blocks(text)[0])[0]
    assert [text[start:end] for start, end in split_clauses(text, sentence)] == row["clauses"]


@given(TEXTS)
def test_sentences_cover_the_body_but_white_space(text: str) -> None:
    text = normalise(text).text
    for block in split_blocks(text):
        end = block.body
        for sentence in split_sentences(text, block):
            assert end <= sentence.start < sentence.end <= block.end
            assert not text[end : sentence.start].strip()
            assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
            _check_clauses(text, sentence)
            end = sentence.end
        assert not text[end : block.end].strip()


def _check_clauses(text: str, sentence: Sentence) -> None:
    end = sentence.start
    for start, stop in split_clauses(text, sentence):
        assert end <= start < stop <= sentence.end
        assert not text[end:start].strip("; \t\n\u00a0") or not text[end:start].strip().strip(";").strip()
        end = stop


@pytest.mark.parametrize("row", [*load_abbreviations(), *load_openers(), *load_designators()], ids=lambda row: row.id)
def test_row_examples(row: Row) -> None:
    opens = row.id.startswith(("opener", "designator"))
    unstopped = isinstance(row, Opener) and row.unstopped
    for example in row.examples:
        if row.id.startswith("designator") or unstopped:
            assert len(_split(example)) == 2
        elif opens:
            assert len(_split(f"Trụ sở đặt ở TP. {example}")) == 2
        else:
            assert all(len(part.split()) > 2 or part == example for part in _split(example))
    for example in row.counter_examples:
        assert len(_split(example)) == (1 if unstopped else 2)


def test_a_table_row_is_one_sentence() -> None:
    text = "An Sơn. Bình Lộc\t12\t15"
    assert len(split_sentences(text, split_blocks(text)[0])) == 1


def test_a_large_line_goes_through() -> None:
    text = "Thu đạt 3.161 tỷ đồng. Chi giảm (5%; 7%); nợ tăng… " * 20_000
    sentences = [sentence for block in split_blocks(text) for sentence in split_sentences(text, block)]
    assert len(sentences) == 40_000
