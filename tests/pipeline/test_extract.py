"""The doors of the library: dates, ids, pipes, offsets, and the shipped report."""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vnreport
from vnreport import Record, Report
from vnreport.errors import InputError

MONTH = "Tháng trước, thu ngân sách của tỉnh đạt 812 tỷ đồng, tăng 5,4% so với cùng kỳ."
DATELINE = "Hà Nội, ngày 06 tháng 7 năm 2025"
PIECES = (
    "Năm 2023, tỷ lệ hộ nghèo của tỉnh còn 3,2%",
    "Sản lượng lúa quý III/2023 ước đạt 1,25 triệu tấn, tăng 4,1% so với cùng kỳ năm trước",
    "trong đó xuất khẩu 420 nghìn tấn (chiếm 33,6%)",
    "Đến hết tháng 9/2023 có 34/63 địa phương hoàn thành",
    "Giá xăng ở mức 22.300-23.100 đồng/lít",
    "Tỉnh phấn đấu năm 2025 có ít nhất 80% hồ sơ được xử lý trên mạng",
    "Hơn 1.200 doanh nghiệp (DN) thành lập mới, giảm 64 DN",
    "HĐND tỉnh họp sáng 5/10",
    "tổng vốn FDI gấp 2,5 lần năm 2019",
)
GLUE = (". ", "; ", ", ", "\n", "\n\n", ".\t", "\u00a0", " \u200b", ".  - ", "\r\n", " \ufeff", "\u2003")


def quotes(value: Any) -> Iterator[tuple[str, int, int]]:
    """Every text of the output with its offsets, evidence left out."""
    if isinstance(value, dict):
        if value.get("start") is not None and "text" in value:
            yield value["text"], value["start"], value["end"]
        if "short" in value:
            yield value["short"], value["start"], value["end"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from quotes(item)


def check_offsets(text: str, report: Report) -> int:
    found = list(quotes(report.to_dict(evidence=True)))
    for quoted, start, end in found:
        assert text[start:end] == quoted
    for record in report.records:
        assert 0 <= record.sentence.start < record.sentence.end <= len(text)
        for item in record.evidence:
            assert item.start is None or 0 <= item.start <= (item.end or 0) <= len(text)
    return len(found)


def test_offsets_of_the_shipped_report(demo: Report, demo_text: str) -> None:
    assert check_offsets(demo_text, demo) > 60


def test_offsets_of_decomposed_text(demo: Report, demo_text: str) -> None:
    text = unicodedata.normalize("NFD", demo_text)
    report = vnreport.extract(text)
    assert check_offsets(text, report) > 60
    assert [row.value and row.value.number for row in report.records] == [
        row.value and row.value.number for row in demo.records
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    pieces=st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GLUE), st.booleans()), min_size=1, max_size=7),
    cut=st.integers(0, 12),
)
def test_offsets_quote_the_original(pieces: list[tuple[str, str, bool]], cut: int) -> None:
    text = "".join((unicodedata.normalize("NFD", piece) if nfd else piece) + glue for piece, glue, nfd in pieces)[cut:]
    check_offsets(text, vnreport.extract(text, date="2023-10-05"))


def test_same_output_twice(demo: Report, demo_text: str) -> None:
    vnreport.extract(MONTH, date="2020-02-02")
    assert vnreport.extract(demo_text, id="demo").to_json(evidence=True) == demo.to_json(evidence=True)


def test_pipe_equals_one_by_one() -> None:
    nlp = vnreport.load()
    texts = [f"{piece}." for piece in PIECES] + ["", MONTH]
    piped = [doc._.report.to_json(evidence=True) for doc in nlp.pipe(texts, batch_size=3)]
    assert piped == [vnreport.extract(text).to_json(evidence=True) for text in texts]
    assert sum(len(doc._.report.records) for doc in nlp.pipe(texts)) >= len(PIECES)


def test_pipe_keeps_dates_and_ids() -> None:
    nlp = vnreport.load()
    docs = [vnreport.make_doc(nlp, MONTH, date=f"2023-{month:02}-05", id=f"d{month}") for month in (3, 10)]
    reports = [doc._.report for doc in nlp.pipe(docs)]
    assert [report.id for report in reports] == ["d3", "d10"]
    assert [report.records[0].period.iso for report in reports] == ["2023-02", "2023-09"]


@pytest.mark.parametrize("date", ["2023-10-05", datetime.date(2023, 10, 5), datetime.datetime(2023, 10, 5, 8)])
def test_date_of_the_caller(date: Any) -> None:
    report = vnreport.extract(MONTH, date=date)
    assert report.date == "2023-10-05"
    assert [record.period and record.period.iso for record in report.records] == ["2023-09"]
    assert report.warnings == ()


def test_date_of_the_caller_goes_before_that_of_the_text() -> None:
    report = vnreport.extract(f"{DATELINE}\n\nHội nghị khai mạc.", date="2023-10-05")
    assert report.date == "2023-10-05"


def test_relative_periods_follow_the_date_of_the_caller() -> None:
    report = vnreport.extract(f"{DATELINE}\n\n{MONTH}", date="2023-10-05")
    assert [record.period and record.period.iso for record in report.records] == ["2023-09"]


def test_date_of_the_text() -> None:
    report = vnreport.extract(f"{DATELINE}\n\n{MONTH}")
    assert report.date == "2025-07-06"
    assert report.records[0].period is not None
    assert report.records[0].period.iso == "2025-06"


def test_no_date_leaves_relative_periods_null() -> None:
    report = vnreport.extract(MONTH)
    assert report.date is None
    assert [record.period for record in report.records] == [None]
    assert any("date" in warning for warning in report.warnings)


def test_id_and_digest() -> None:
    report = vnreport.extract(MONTH, id="x1")
    assert report.id == "x1"
    assert report.text_sha256 == hashlib.sha256(MONTH.encode()).hexdigest()


def test_unknown_step_is_named() -> None:
    with pytest.raises(InputError, match=r"vnreport_wrods.*vnreport_segment"):
        vnreport.load(exclude=["vnreport_wrods"])


def test_left_out_step_leaves_its_layer_empty() -> None:
    whole, part = vnreport.load(), vnreport.load(exclude=["vnreport_periods"])
    text = f"{PIECES[0]}."
    assert whole(text)._.report.records[0].period.iso == "2023"
    assert [record.period for record in part(text)._.report.records] == [None]


def test_paired_shares_may_open_a_report() -> None:
    report = vnreport.extract("Tân Lập và Phú Hòa chiếm lần lượt 28,8% và 26,4%.")
    assert [str(record.value and record.value.number) for record in report.records] == ["28.8", "26.4"]


def test_long_numbers_stay_exact() -> None:
    (record,) = vnreport.extract(f"Năm 2023, thu ngân sách đạt {'1' * 40} tỷ đồng.").records
    assert record.value is not None
    assert str(record.value.number) == "1" * 40 + "0" * 9


PHENOMENA: dict[str, Callable[[Record], bool]] = {
    "comparison": lambda row: any(item.baseline.period is not None for item in row.comparisons),
    "share": lambda row: row.aggregation == "share",
    "range": lambda row: row.value is not None and row.value.low == 7200 and row.value.high == 7500,
    "ratio": lambda row: row.value is not None and (row.value.number, row.value.of) == (118, 124),
    "rank": lambda row: row.aggregation == "rank" and row.value is not None and row.value.number == 9,
    "contribution": lambda row: (
        row.value is not None and row.value.unit.code == "pp" and row.value.number == Decimal("3.4")
    ),
    "target": lambda row: row.status == "target" and row.value is not None and row.value.bound == ">=",
    "ratio to a plan": lambda row: any(item.baseline.kind == "target" for item in row.comparisons),
    "estimate": lambda row: row.status == "estimate",
    "part_of": lambda row: row.part_of is not None,
    "earlier value": lambda row: any(item.baseline_value is not None for item in row.comparisons),
    "check": lambda row: bool(row.checks),
}


@pytest.mark.parametrize("name", PHENOMENA)
def test_shipped_report_shows(name: str, demo: Report) -> None:
    assert any(PHENOMENA[name](record) for record in demo.records)


def test_shipped_report_is_long_enough(demo: Report) -> None:
    assert len(demo.records) >= 15
    assert demo.date == "2024-10-02"
    assert [record.id for record in demo.records] == [f"r{index}" for index in range(1, len(demo.records) + 1)]


def test_parts_name_records_that_exist(demo: Report) -> None:
    ids = {record.id for record in demo.records}
    parts = [record for record in demo.records if record.part_of is not None]
    assert parts
    assert all(record.part_of in ids and record.part_of != record.id for record in parts)


def test_a_change_told_a_sentence_later_is_read_in_its_own_sentence() -> None:
    text = "Xuất gạo đạt 9 nghìn tấn. Nếu so với hồi đầu năm ngoái thì nay đã giảm tới 4 nghìn tấn, tức là sẽ giảm 30%."
    records = vnreport.extract(text, date="2020-05-05").records
    assert [change.direction for record in records for change in record.comparisons] == ["down", "down"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Hội đồng khen thưởng 5 cá nhân của ngành thuế.", "cá nhân"),
        ("Tỉnh tiếp nhận 71.504 yêu cầu của khách hàng.", "yêu cầu"),
        ("Tổng vốn năm nay là 275.000 tỷ.", "VND"),
    ],
)
def test_a_counted_noun_is_a_whole_word_and_a_bare_sum_is_money(text: str, unit: str) -> None:
    (record,) = vnreport.extract(text, date="2020-05-05").records
    assert record.value is not None
    assert record.value.unit is not None
    assert record.value.unit.code == unit


@pytest.mark.parametrize(
    ("words", "direction"),
    [("xuống", "down"), ("giảm xuống", "down"), ("hạ xuống", "down"), ("lên", "up"), ("tăng lên", "up")],
)
def test_what_is_pulled_moves_as_the_words_say(words: str, direction: str) -> None:
    text = f"Giá thịt gà kéo chỉ số chung {words} 0,3 điểm phần trăm."
    (record,) = vnreport.extract(text, date="2023-10-05").records
    assert [comparison.direction for comparison in record.comparisons] == [direction]
