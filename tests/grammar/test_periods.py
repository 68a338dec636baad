from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from period_cases import PeriodCase, load, read_case, read_example

from vnreport.grammar.calendar import containing, next_period, parse_iso, previous, same_period_before, unit_period
from vnreport.grammar.period_words import fold
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import Period
from vnreport.lexicon.periods import PeriodLexicon

LEXICON = PeriodLexicon.load()
GRAMMAR = PeriodGrammar(LEXICON)
DATES = st.dates(date(1990, 1, 1), date(2060, 12, 31))
SAID = """ngày tháng quý năm kỳ tuần nay qua đầu cuối nửa cùng từ đến tới tính hết trước so với giai đoạn trong hai sáu
mười I III 2018 2023 9 12 15/9 15-9-2023 1.234 3,5% ( ) , . - – / İ ß ngoái nhiệm vụ học hiện có lũy kế"""
WORDS = st.sampled_from([*SAID.split(), "\n"])
TEXTS = st.one_of(
    st.text(max_size=40), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=14).map("".join)
)
PERIODS = st.one_of(
    st.builds(
        lambda unit, day: containing(day, unit), st.sampled_from(["day", "month", "quarter", "half", "year"]), DATES
    ),
    st.builds(lambda day: parse_iso(f"../{day}"), DATES),
    st.builds(
        lambda year, month: parse_iso(f"{year}-01/{year}-{month:02d}"), st.integers(1995, 2050), st.integers(1, 12)
    ),
)


def read(case: PeriodCase) -> list[tuple[str, str]]:
    found = []
    for mention in GRAMMAR.find(case.text):
        period = GRAMMAR.resolve(mention, own=case.own, reference=case.reference, year=case.year)
        found.append((case.text[mention.start : mention.end], period.iso if period else "-"))
    return found


@pytest.mark.parametrize("row", load("periods", "period"))
def test_case(row: dict[str, Any]) -> None:
    case = read_case(row)
    assert read(case) == case.expected


@pytest.mark.parametrize("row", load("periods", "nothing"))
def test_nothing(row: dict[str, Any]) -> None:
    assert read(PeriodCase(row["text"], [])) == []


@pytest.mark.parametrize("row", LEXICON.patterns, ids=lambda row: row.id)
def test_examples_of_row(row: Any) -> None:
    assert row.examples
    assert row.counter_examples
    for example in row.examples:
        case = read_example(example)
        rules = {rule for mention in GRAMMAR.find(case.text) for rule in mention.rule.split("+")}
        assert row.id in rules, example
        assert case.expected[0] in read(case), example
    for text in row.counter_examples:
        assert row.id not in {rule for mention in GRAMMAR.find(text) for rule in mention.rule.split("+")}, text


@given(TEXTS, st.data())
def test_mentions_lie_in_order_within_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    mentions = GRAMMAR.find(text, start)
    assert mentions == GRAMMAR.find(text, start, len(text))
    place = start
    for mention in mentions:
        assert place <= mention.start < mention.end <= len(text)
        assert not text[mention.start].isspace()
        place = mention.end
    assert [mention.rule for mention in GRAMMAR.find(text[start:])] == [mention.rule for mention in mentions]


@given(TEXTS, st.none() | PERIODS, st.none() | DATES, st.none() | st.integers(1990, 2060))
def test_what_is_resolved_can_be_read_again(
    text: str, own: Period | None, reference: date | None, year: int | None
) -> None:
    for mention in GRAMMAR.find(text):
        period = GRAMMAR.resolve(mention, own=own, reference=reference, year=year)
        if period is not None:
            assert parse_iso(period.iso) == period
            assert period == GRAMMAR.resolve(mention, own=own, reference=reference, year=year)


@given(PERIODS)
def test_years_back_and_forth(period: Period) -> None:
    assert parse_iso(period.iso) == period
    before = same_period_before(period)
    if "-02-29" not in period.iso:
        assert same_period_before(before, -1) == period


@given(DATES, st.sampled_from(["day", "week", "month", "quarter", "half", "year"]))
def test_units_follow_one_another(day: date, unit: str) -> None:
    period = containing(day, unit)
    assert period is not None
    before = previous(period, unit)
    assert before is not None
    assert before.last is not None
    assert period.first is not None
    assert (period.first - before.last).days == 1
    assert next_period(before, unit) == period


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("text", ["", "2018-13", "2018-Q5", "../..", "2019/2018", "2018-02-30", "x", "2018-1"])
def test_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_iso(text)


def test_units_of_a_year() -> None:
    assert unit_period("quarter", 2018, 1) == Period("2018-Q1", date(2018, 1, 1), date(2018, 3, 31))
    assert parse_iso("2018-H1") == Period("2018-H1", date(2018, 1, 1), date(2018, 6, 30))
