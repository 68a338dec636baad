from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from number_writing import in_digits, in_words

from vnreport.grammar.digits import number_style, read_digits
from vnreport.grammar.numerals import Numerals
from vnreport.grammar.pieces import Piece
from vnreport.grammar.quantities import QuantityGrammar
from vnreport.lexicon.numbers import NumberLexicon

LEXICON = NumberLexicon.load()
GRAMMAR = QuantityGrammar(LEXICON)
NUMERALS = Numerals(LEXICON.numerals)
SAID = """một hai năm mười nửa triệu tỷ nghìn rưỡi trăm đồng % /tháng người hơn khoảng gần từ đến trở lên - – / . , ( )
12 1.234 3,5 05 2018 34/63 6-9 1,173,5 $5 số Điều quận thứ xếp gấp lần điểm phần vụ km2 m3 İ ß COVID-19 146/QĐ-TTg"""
WORDS = st.sampled_from([*SAID.split(), "\n"])
TEXTS = st.one_of(
    st.text(max_size=40), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=14).map("".join)
)
VALUES = st.decimals(min_value=0, max_value=Decimal("999999999.99"), places=2)
SCALES = st.sampled_from([("", 1), (" nghìn", 10**3), (" triệu", 10**6), (" tỷ", 10**9), (" nghìn tỷ", 10**12)])


@given(VALUES)
def test_digits_read_back(value: Decimal) -> None:
    text = in_digits(value)
    read = read_digits(text, 0, len(text))
    assert (read.value, read.end, read.step) == (value, len(text), Decimal("0.01"))


@given(st.integers(0, 10**12), st.sampled_from([".", " "]))
def test_whole_digits_read_back(value: int, thousands: str) -> None:
    text = in_digits(Decimal(value), thousands=thousands)
    assert read_digits(text, 0, len(text)).value == value


@given(VALUES.filter(bool), SCALES)
def test_scaled_money_reads_back(value: Decimal, scale: tuple[str, int]) -> None:
    [found] = GRAMMAR.find(f"Tổng chi là {in_digits(value)}{scale[0]} đồng.")
    assert found.number == value * scale[1]
    assert found.step == Decimal("0.01") * scale[1]
    assert found.unit is not None
    assert found.unit.code == "VND"


def is_said_in_full(value: int) -> bool:
    """Whether no group of three is skipped before a last group: "một triệu hai" is no 1,000,002."""
    return value < 1000 or value % 1000 == 0 or (value % 1000 >= 100 and value // 1000 % 1000 > 0)


@given(st.integers(1, 10**12 - 1).filter(is_said_in_full))
def test_words_read_back(value: int) -> None:
    text = in_words(value)
    read = NUMERALS.words(Piece(text), 0, len(text))
    assert read is not None
    assert (read.value, read.end) == (value, len(text))


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_range_reads_back(low: int, by: int) -> None:
    [found] = GRAMMAR.find(f"Mỗi xưởng cần {in_digits(Decimal(low))} - {in_digits(Decimal(low + by))} công nhân.")
    assert (found.low, found.high, found.number) == (low, low + by, None)


@given(TEXTS)
def test_offsets_hold(text: str) -> None:
    last = 0
    for found in GRAMMAR.find(text):
        assert last <= found.start < found.end <= len(text)
        assert found.outer_start <= found.start
        assert found.end <= found.outer_end <= len(text)
        assert (found.number is None) != (found.low is None)
        assert found.low is None or (found.high is not None and found.low < found.high)
        assert found.unit is None or found.unit.start <= found.unit.end
        last = found.end


@given(TEXTS, TEXTS)
def test_piece_is_read_alone(before: str, piece: str) -> None:
    style = number_style(piece)
    alone = GRAMMAR.find(piece, style=style)
    start = len(before) + 1
    inside = GRAMMAR.find(f"{before}\n{piece}", start=start, style=style)
    assert [(found.start - start, found.number, found.low, found.bound) for found in inside] == [
        (found.start, found.number, found.low, found.bound) for found in alone
    ]


@given(TEXTS, st.integers(0, 20), st.integers(1, 10))
def test_taken_digits_are_left(text: str, start: int, size: int) -> None:
    taken = (start, min(start + size, max(len(text), start + 1)))
    assert all(found.end <= taken[0] or taken[1] <= found.start for found in GRAMMAR.find(text, taken=[taken]))


@given(TEXTS)
def test_same_each_time(text: str) -> None:
    assert GRAMMAR.find(text) == GRAMMAR.find(text) == QuantityGrammar(LEXICON).find(text)
