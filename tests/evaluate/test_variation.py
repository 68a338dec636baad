"""Variants of annotated documents: what is annotated stays where it was, and the same seed gives the same."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

from vnreport.evaluate import load_gold
from vnreport.evaluate.documents import Document, Record
from vnreport.evaluate.variation import Edit, Varier, apply, decomposed, tones

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return load_gold(CORPUS / "train.jsonl")[:12]


def test_spans_are_figures_still(documents: list[Document]) -> None:
    for document in documents:
        for variant in Varier(seed=1).variants(document, 2):
            for before, after in zip(document.records, variant.records, strict=True):
                if before.span is None or after.span is None:
                    assert before.span is after.span
                    continue
                old, new = document.text[slice(*before.span)], variant.text[slice(*after.span)]
                shape = ["d" if sign in "123456789" else sign for sign in old]
                varied = unicodedata.normalize("NFC", new)
                assert ["d" if sign in "123456789" else sign for sign in varied] == shape


def test_names_of_gold_are_those_of_the_text(documents: list[Document]) -> None:
    for document in documents:
        (variant,) = Varier(seed=1).variants(document, 1)
        for before, after in zip(document.records, variant.records, strict=True):
            for old, new in zip(before.scopes, after.scopes, strict=True):
                if old != new and old in document.text:
                    assert unicodedata.normalize("NFD", new) in unicodedata.normalize("NFD", variant.text)


def test_the_same_seed_the_same_variants(documents: list[Document]) -> None:
    first = Varier(seed=2).variants(documents[0], 3)
    assert Varier(seed=2).variants(documents[0], 3) == first
    assert Varier(seed=3).variants(documents[0], 3) != first
    assert len({variant.id for variant in first}) == 3


def document(text: str, figure: str) -> Document:
    start = text.index(figure)
    return Document("d", (Record((start, start + len(figure)), "hồ sơ"),), text)


@pytest.mark.parametrize(
    ("text", "figure", "vary", "expected"),
    [
        (
            "Năm 2023, toàn tỉnh tiếp nhận 1.204 hồ sơ.",
            "1.204",
            Varier().order,
            "Toàn tỉnh tiếp nhận 1.204 hồ sơ trong năm 2023.",
        ),
        ("Đơn giản hóa 12 thủ tục.", "12", tones, "Đơn giản hoá 12 thủ tục."),
        ("Hòa Bình có 12 xã; hoàn thành.", "12", tones, "Hoà Bình có 12 xã; hoàn thành."),
    ],
)
def test_one_kind(text: str, figure: str, vary, expected: str) -> None:  # type: ignore[no-untyped-def]
    class First(random.Random):
        def random(self) -> float:
            return 0.9

    varied = apply(document(text, figure), list(vary(document(text, figure), First())))
    assert varied.text == expected
    assert varied.records[0].span is not None
    assert varied.text[slice(*varied.records[0].span)] == figure


def test_years_move_alike() -> None:
    text = "Năm 2023 có 12 xã, năm 2022 có 10 xã."
    varied = apply(document(text, "12"), list(Varier().times(document(text, "12"), random.Random(4)))).text
    years = [int(word.strip(",")) for word in varied.split() if word.startswith("20")]
    assert years[0] - years[1] == 1


def test_decomposed_spans() -> None:
    varied = decomposed(document("Tiếp nhận 1.204 hồ sơ.", "1.204"))
    assert varied.records[0].span is not None
    assert varied.text[slice(*varied.records[0].span)] == "1.204"
    assert varied.form == "NFD"


def test_overlapping_edits() -> None:
    varied = apply(document("một hai ba 4", "4"), [Edit(0, 7, "x"), Edit(4, 10, "y"), Edit(8, 10, "z")])
    assert varied.text == "x z 4"
