from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from case_rows import case_rows
from hypothesis import given
from hypothesis import strategies as st

from vnreport.errors import InputError
from vnreport.lexicon.load import Row, read_rows
from vnreport.text.characters import REMOVED
from vnreport.text.lines import join_broken_lines
from vnreport.text.normalise import normalise

PIECES = st.sampled_from(
    [
        *"aăâeêioôơuưyđbcnt AO,.;1239%(",
        *"\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b",
        *"\u00ad\u200b\ufeff\u00a0",
        *"\r\n\x00–−１Ð",
        "\ud800",
    ]
)
TEXTS = st.one_of(st.text(), st.text(PIECES, max_size=60))


@pytest.mark.parametrize("row", case_rows("normalise", "normalise"))
def test_case(row: dict[str, Any]) -> None:
    normal = normalise(row["text"])
    if "normal" not in row:
        assert normal.text is row["text"]
        assert normal.is_clean
        return
    assert normal.text == row["normal"]
    assert not normal.is_clean
    for part, original in row.get("slices", ()):
        start = normal.text.index(part)
        first, last = normal.to_original(start, start + len(part))
        assert row["text"][first:last] == original


@given(TEXTS)
def test_is_idempotent_and_normal(text: str) -> None:
    normal = normalise(text)
    again = normalise(normal.text)
    assert again.text is normal.text
    assert again.is_clean
    assert unicodedata.is_normalized("NFC", normal.text)
    normal.text.encode("utf-8")
    assert not set(normal.text) & set(REMOVED + "\r\0")


@given(TEXTS, st.data())
def test_slices_come_from_where_the_map_says(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    size = len(normal.text)
    start = data.draw(st.integers(0, size))
    middle = data.draw(st.integers(start, size))
    end = data.draw(st.integers(middle, size))
    first, last = normal.to_original(start, end)
    assert 0 <= first <= last <= len(text)
    left, right = normal.to_original(start, middle), normal.to_original(middle, end)
    if start < middle < end:
        assert (left[0], right[1]) == (first, last)
    stretches = list(zip(*normal.news, strict=True))
    alone = normalise(text[first:last])
    if any(old == stop for each in (normal, alone) for old, stop in zip(*each.olds, strict=True)):
        return  # whether words run together depends on the text around them
    if start < end and not any(new < place < stop for place in (start, end) for new, stop in stretches):
        assert alone.text.replace("\n", " ") == normal.text[start:end].replace("\n", " ")
        assert text[first] not in REMOVED
        assert text[last - 1] not in REMOVED


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_nfc_and_nfd_become_the_same(text: str) -> None:
    composed, decomposed = (normalise(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert composed.text == decomposed.text


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 5)])
def test_offsets_outside_are_refused(start: int, end: int) -> None:
    with pytest.raises(InputError):
        normalise("bốn\u00ad").to_original(start, end)


def test_a_large_text_goes_through() -> None:
    line = unicodedata.normalize("NFD", "Tổng số hộ được vay vốn trên địa bàn\u00a0là 1.250 hộ,\r\n") * 4000
    normal = normalise(line)
    start = normal.text.rindex("1.250")
    first, last = normal.to_original(start, start + 5)
    assert line[first:last] == "1.250"
    assert normal.to_original(0, len(normal.text)) == (0, len(line))


@pytest.mark.parametrize("row", read_rows("line_breaks", Row), ids=lambda row: row.id)
def test_row_examples(row: Row) -> None:
    for example in row.examples:
        assert example.endswith(tuple(f" {surface}" for surface in row.surfaces))
        assert join_broken_lines(f"{example}\n12,5") == f"{example} 12,5"


@given(TEXTS, st.data())
def test_the_way_back_covers_what_came_from_there(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    first, last = normal.from_original(*normal.to_original(start, end))
    assert 0 <= first <= last <= len(normal.text)
    added = {new for new, old, stop in zip(normal.news[0], *normal.olds, strict=True) if old == stop}
    assert set(range(start, end)) - set(range(first, last)) <= added
