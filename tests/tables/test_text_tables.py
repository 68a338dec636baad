"""Tables printed as lines become records, and prose does not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from table_cases import show

import vnreport
from vnreport.lexicon.load import read_rows
from vnreport.lexicon.table_words import TableWord, load_table_words

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "tables.toml").read_text(encoding="utf-8"))["case"]


def table_records(report: vnreport.Report) -> list[vnreport.Record]:
    """The records that a rule of tables named."""
    return [record for record in report.records if any(".table." in row.rule for row in record.evidence)]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_records(case: dict[str, Any]) -> None:
    report = vnreport.extract(case["text"], date=case["date"])
    found = [show(record) for record in table_records(report)]
    assert found == ([] if case["records"] == ["no table"] else case["records"])
    if found:
        assert len(found) == len(report.records), "nothing of a table is read twice"


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_offsets_quote_the_original(case: dict[str, Any]) -> None:
    text = case["text"].replace("-", "\u2013").replace(" ", "\u00a0", 3)
    report = vnreport.extract(text, date=case["date"])
    quotes = 0
    for record in report.records:
        spans = [record.value, record.indicator, *record.scope, *record.indicator.parts]
        spans += [record.value.unit] if record.value is not None else []
        spans += [change.amount for change in record.comparisons]
        for span in spans:
            if span is not None and span.start is not None:
                assert text[span.start : span.end] == span.text
                quotes += 1
    assert quotes >= len(report.records)


def test_parts_of_a_total() -> None:
    text = "Bảng 1. Số hồ sơ năm 2022 (hồ sơ)\nNguồn | Năm 2021 | Năm 2022\n"
    text += "Tổng số 50 70\nTrực tuyến 20 40\nTrực tiếp 30 30\n"
    records = vnreport.extract(text, date="2023-01-05").records
    assert [record.part_of for record in records] == [None, None, "r1", "r2", "r1", "r2"]
    assert [check.verdict for check in (*records[0].checks, *records[1].checks)] == ["consistent", "consistent"]


@pytest.mark.parametrize("row", read_rows("table_words", TableWord), ids=lambda row: row.id)
def test_examples_hold_the_word(row: TableWord) -> None:
    words = load_table_words()
    assert row.examples
    for example in row.examples:
        assert words.find(row.role, example) is not None
    for example in row.counter_examples:
        assert words.find(row.role, example) is None
