"""What no report should be: a clear error or an empty report with a warning, never a crash or an invented record."""

from __future__ import annotations

import pickle
import unicodedata
from typing import Any

import pytest

import vnreport
from vnreport.errors import InputError

SENTENCE = "Năm 2023, tỷ lệ hộ nghèo của tỉnh còn 3,2%."


@pytest.mark.parametrize("text", ["", " ", " \n\t\u00a0\r\n", "\ufeff"], ids=repr)
def test_empty_text(text: str) -> None:
    report = vnreport.extract(text, date="2023-10-05")
    assert report.records == ()
    assert report.warnings


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị thành công tốt đẹp.",
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.",
        "(((((((", "%%%", "....", "- - -", "a" * 200_000, "(" * 50_000, "1." * 50_000,
    ],
    ids=lambda text: repr(text[:24]),
)  # fmt: skip
def test_no_figure(text: str) -> None:
    report = vnreport.extract(text, date="2023-10-05")
    assert report.records == ()
    assert report.warnings == ("the text holds no figure that is an indicator",)


@pytest.mark.parametrize("text", ["1 2 3 4,5 6.000 7%", "12.345"])
def test_only_figures_measure_nothing(text: str) -> None:
    report = vnreport.extract(text, date="2023-10-05")
    assert report.records == ()
    assert report.warnings


def test_one_sentence_without_a_stop() -> None:
    report = vnreport.extract("Thu ngân sách đạt 12 tỷ đồng " * 2000)
    assert len(report.records) == 2000


def test_many_sentences_on_one_line() -> None:
    line = f"{SENTENCE} " * (200_000 // (len(SENTENCE) + 1) + 1)
    assert len(line) >= 200_000
    report = vnreport.extract(line)
    assert len(report.records) == line.count("%")
    found = {(row.value and str(row.value.number), row.period and row.period.iso) for row in report.records}
    assert found == {("3.2", "2023")}


@pytest.mark.parametrize("odd", ["\ud800", "\x00", "\x00\x00\x07", "\ufffe", "\u202e", "\U0010ffff"], ids=ascii)
@pytest.mark.parametrize("place", [0, 9, len(SENTENCE)])
def test_odd_characters(odd: str, place: int) -> None:
    text = f"{SENTENCE[:place]}{odd}{SENTENCE[place:]}"
    report = vnreport.extract(text)
    (record,) = report.records
    assert record.value is not None
    assert str(record.value.number) == "3.2"
    assert record.value.start is not None
    assert text[record.value.start : record.value.end] == record.value.text == "3,2"
    assert len(report.text_sha256) == 64


@pytest.mark.parametrize("odd", ["\ud800", "\x00"], ids=ascii)
def test_only_odd_characters(odd: str) -> None:
    report = vnreport.extract(odd * 50)
    assert report.records == ()
    assert report.warnings


def test_both_forms_in_one_text() -> None:
    text = f"{SENTENCE} {unicodedata.normalize('NFD', SENTENCE)}"
    first, second = vnreport.extract(text).records
    assert first.indicator.name == second.indicator.name == "tỷ lệ hộ nghèo của tỉnh"
    assert second.indicator.text == unicodedata.normalize("NFD", first.indicator.text)
    assert (first.value and first.value.number) == (second.value and second.value.number)


@pytest.mark.parametrize(
    "date", ["2023-13-01", "2023-02-30", "05/10/2023", "", "hôm nay", 20231005, 1.5, b"2023-10-05"]
)
def test_date_that_is_no_date(date: Any) -> None:
    with pytest.raises(InputError) as caught:
        vnreport.extract(SENTENCE, date=date, id="doc-7")
    assert caught.value.source == "doc-7"
    assert "date" in caught.value.reason
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize("text", [None, b"abc", 12, ["a"]])
def test_text_that_is_no_text(text: Any) -> None:
    with pytest.raises(InputError, match=f"must be str, not {type(text).__name__}"):
        vnreport.extract(text)


def test_impossible_dates_in_the_text() -> None:
    report = vnreport.extract("Hà Nội, ngày 31 tháng 2 năm 2025\n\nTháng này, thu ngân sách đạt 12 tỷ đồng.")
    assert report.date is None
    assert [record.value and record.value.unit.code for record in report.records] == ["VND"]
