from __future__ import annotations

from typing import Any

import pytest
from case_rows import case_rows
from hypothesis import given
from hypothesis import strategies as st

from vnreport.lexicon.outline import OutlineWord, load_outline_words
from vnreport.text.blocks import split_blocks
from vnreport.text.markers import load_outline
from vnreport.text.normalise import normalise

PIECES = [
    "Thu ",
    "số ",
    "1.",
    "a) ",
    "Điều 3. ",
    "II. ",
    "- ",
    "\n",
    "\n\n",
    "\t",
    "|",
    "   ",
    ".",
    ":",
    ";",
    "TP.",
    "Ảnh: ",
    "[1] ",
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@pytest.mark.parametrize("row", case_rows("blocks", "blocks"))
def test_case(row: dict[str, Any]) -> None:
    text = row["text"]
    found = [
        "|".join(
            (
                block.kind,
                block.number or "-",
                "-" if block.level is None else str(block.level),
                text[block.start : block.end],
            )
        )
        for block in split_blocks(text)
    ]
    assert found == row["blocks"]


@given(TEXTS)
def test_blocks_cover_all_but_white_space(text: str) -> None:
    text = normalise(text).text
    end = 0
    for block in split_blocks(text):
        assert end <= block.start <= block.body <= block.end
        assert not text[end : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip() != ""
        end = block.end
    assert not text[end:].strip()


def test_body_starts_behind_the_mark() -> None:
    text = "Tình hình chung\n2.1. Thu nội địa tăng 4%."
    assert [text[block.body : block.end] for block in split_blocks(text)] == ["Tình hình chung", "Thu nội địa tăng 4%."]


@pytest.mark.parametrize("row", load_outline_words(), ids=lambda row: row.id)
def test_row_examples(row: OutlineWord) -> None:
    assert all(_opens(row, example) for example in row.examples)
    assert not any(_opens(row, example) for example in row.counter_examples)


def _opens(row: OutlineWord, line: str) -> bool:
    outline = load_outline()
    if row.use in ("division", "caption"):
        marker = outline.marker(line)
        return marker is not None and marker.shape == row.use and marker.level == row.level
    if row.use == "credit":
        return split_blocks(line)[0].kind == "caption"
    tests = {"letterhead": outline.is_letterhead, "motto": outline.has_motto, "title": outline.is_document_kind}
    if row.use == "number":
        return outline.marker(line) is not None
    tests |= {"preamble": outline.is_preamble, "date": outline.is_place_and_date}
    return tests[row.use](line) if row.use in tests else line.startswith(outline.footnotes)
