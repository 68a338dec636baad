from __future__ import annotations

import gzip
import shutil
from pathlib import Path
from typing import Any

import pytest
from case_rows import case_rows
from hypothesis import given
from hypothesis import strategies as st

from vnreport.errors import ModelFileError
from vnreport.text import crf_words, tokens
from vnreport.text.model_files import read_model_file
from vnreport.text.normalise import normalise
from vnreport.text.spans import Span
from vnreport.text.words import Words, load_words, stands_alone

MODELS = Path(__file__).parents[2] / "models"
SYLLABLES = [
    "kinh",
    "tế",
    "Việt",
    "Nam",
    "xã",
    "hội",
    "4.543",
    "GDP",
    "%",
    "TP.",
    "(",
    "quốc gia",
    "\n",
    "THUẾ",
    "a" * 300,
]


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words()


@pytest.mark.parametrize("row", case_rows("words", "words"))
def test_case(row: dict[str, Any], words: Words) -> None:
    text = row["words"].replace("|", "")
    found = [text[start:end] for start, end in words.split(text, 0, len(text))]
    assert found == [part.strip() for part in row["words"].split("|")]


@pytest.mark.parametrize("row", case_rows("words", "barriers"))
def test_barriers(row: dict[str, Any], words: Words) -> None:
    text = row["text"]
    barriers = [Span(text.index(part), text.index(part) + len(part)) for part in row["barriers"]]
    found = words.split(text, 0, len(text), barriers=barriers)
    assert " | ".join(text[start:end] for start, end in found) == row["words"]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(SYLLABLES), max_size=30).map(" ".join)), st.data())
def test_words_cover_all_but_white_space(text: str, data: st.DataObject) -> None:
    text = normalise(text).text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    barriers = [Span(first, last) for first, last in zip(edges, edges[1:], strict=False)]
    edges = [] if len(edges) < 2 else edges
    place = start
    for first, last in _SHARED.split(text, start, end, barriers=barriers):
        assert place <= first < last <= end
        assert not text[place:first].strip()
        assert text[first:last] == text[first:last].strip()
        assert not any(first < edge < last for edge in edges)
        place = last
    assert not text[place:end].strip()


_SHARED = load_words()


def test_a_slice_has_the_words_of_its_own_text(words: Words) -> None:
    text = "Thu ngân sách tăng. Chi đầu tư phát triển giảm theo kế hoạch của GDP."
    start = text.index("Chi")
    expected = [(first + start, last + start) for first, last in words.split(text[start:], 0, len(text) - start)]
    assert words.split(text, start, len(text)) == expected


def test_what_was_met_before_changes_nothing(words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["Tổng cục Thống kê công bố số liệu", "kinh tế vĩ mô ổn định", "Ngân hàng Nhà nước điều hành lãi suất"]
    expected = [words.split(line, 0, len(line)) for line in lines]
    monkeypatch.setattr(crf_words, "MAX_KNOWN", 3)
    monkeypatch.setattr(tokens, "MAX_CHUNKS", 3)
    forgetful = load_words()
    for _ in range(2):
        assert [forgetful.split(line, 0, len(line)) for line in reversed(lines)] == expected[::-1]


@pytest.mark.parametrize(
    ("token", "alone"),
    [("kinh", False), ("Rịa-Vũng", False), ("KINH", False), ("TẾ", False), ("GDP", True), ("4.543", True), ("%", True)],
)
def test_stands_alone(token: str, alone: bool) -> None:
    assert stands_alone(token) is alone


@pytest.mark.parametrize(
    "text", ["http:/" + "!" * 400, "a." * 5000, "a-" * 5000, "x" * 100_000, "((" * 3000, "1." * 5000]
)
def test_long_runs_without_white_space_go_through(text: str, words: Words) -> None:
    found = words.split(text, 0, len(text))
    assert found[0][0] == 0
    assert found[-1][1] == len(text)


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    shutil.copytree(MODELS / "words", tmp_path / "words")
    content = gzip.decompress(read_model_file("words", "words.txt.gz"))
    (tmp_path / "words" / "words.txt.gz").write_bytes(gzip.compress(content[:-9]))
    with pytest.raises(ModelFileError, match="damaged"):
        load_words(directory=tmp_path)


def test_a_missing_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="no model of this name"):
        load_words(directory=tmp_path)
    (tmp_path / "words").mkdir()
    with pytest.raises(ModelFileError, match="cannot be read"):
        load_words(directory=tmp_path)
    (tmp_path / "words" / "words.txt.gz").write_bytes(b"")
    (tmp_path / "words" / "SHA256SUMS").write_text("0  other\n", encoding="utf-8")
    with pytest.raises(ModelFileError, match="does not name"):
        load_words(directory=tmp_path)
