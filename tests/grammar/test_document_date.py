from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from period_cases import load

from vnreport.grammar.document_date import DateRow, DocumentDates, stated_date
from vnreport.lexicon.load import read_rows

DATES = DocumentDates()


@pytest.mark.parametrize("row", load("document_date", "stated"))
def test_case(row: dict[str, Any]) -> None:
    stated = DATES.find(row["text"])
    if "date" not in row:
        assert stated is None
        return
    assert stated is not None
    day, start, end, rule = stated
    assert (day.isoformat(), rule) == (row["date"], row["rule"])
    assert str(day.day) in row["text"][start:end]


@pytest.mark.parametrize("row", read_rows("document_dates", DateRow), ids=lambda row: row.id)
def test_examples_of_row(row: DateRow) -> None:
    assert row.examples
    for example in row.examples:
        text, _, iso = example.partition(" => ")
        stated = DATES.find(text)
        assert stated is not None
        assert (stated[0].isoformat(), stated[3]) == (iso, row.id)
    for text in row.counter_examples:
        stated = DATES.find(text)
        assert stated is None or stated[3] != row.id


@given(st.dates(date(1980, 1, 1), date(2080, 1, 1)), st.text("abc \n.", max_size=20))
def test_reads_back_what_a_letterhead_says(day: date, rest: str) -> None:
    place = f"Huế, ngày {day.day:02d} tháng {day.month} năm {day.year}"
    stated = stated_date(f"SỞ Y TẾ\n{place}\n{rest}", DATES)
    assert stated is not None
    assert stated[0] == day


@given(st.text())
def test_never_fails(text: str) -> None:
    stated = DATES.find(text)
    assert stated is None or 0 <= stated[1] < stated[2] <= len(text)
