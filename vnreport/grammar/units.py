"""Reading the unit of a number: percent, money, measures, counted nouns, and rates of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from vnreport.grammar.numerals import Numerals
from vnreport.grammar.phrases import PhraseTable, skip_spaces, word_at
from vnreport.grammar.values import Unit
from vnreport.lexicon.numbers import UnitRow

WordEnd = Callable[[int], int]
"""Given the offset where a word starts, the offset where it ends."""

DURATION = "duration"
"""The hint of units of time."""

WORD_ROW = "unit.word"
"""The row of a counted noun that only the words gave."""

_MOST_DENOMINATORS = 3
_WORDS_BEFORE_TIME = 3
"""Words between a unit and the slash before its time: "tấn nguyên liệu thô/năm"."""
_TIME_REACH = 30
"""Characters that hold them."""
_SLASH = "/"
_NUMERATORS_IN_WORDS = ("money", "measure", "percent")
"""Only these are divided in words ("đồng một lít"); "200 lượt mỗi ngày" stays a count."""


@dataclass(frozen=True, slots=True)
class UnitReading:
    """A unit with what its row says of the number: `factor` multiplies it, `hint` is "", "duration" or "age"."""

    unit: Unit
    factor: Decimal
    hint: str


@dataclass(frozen=True, slots=True)
class _Denominator:
    code: str
    end: int


class Units:
    """The units of the lexicon. `numerals` read the number of a denominator ("ca/100.000 dân")."""

    def __init__(self, rows: Iterable[UnitRow], numerals: Numerals) -> None:
        kept = [row for row in rows if row.kind != "per"]
        self._numerals = numerals
        self._table = PhraseTable((word, row) for row in kept for word in row.surfaces)
        self._prefixes = PhraseTable((word, row) for row in kept for word in row.prefixes)
        self._per = PhraseTable((word, word) for row in rows if row.kind == "per" for word in row.surfaces)
        self._implied = next(row for row in kept if row.implied)

    def at(self, text: str, position: int, end: int, *, word_end: WordEnd | None = None) -> UnitReading | None:
        """The unit of the lexicon that starts at `position`, with what it is divided by; None where there is none."""

        def accept(row: UnitRow, stop: int) -> bool:
            return not row.per_only and _fits(row, text, stop, end)

        found = self._table.at(text, position, end, accept=accept)
        if found is None:
            return None
        stop, row = found
        return self._with_rate(text, position, stop, row, end, word_end)

    def implied(self, text: str, position: int, end: int, *, word_end: WordEnd | None = None) -> UnitReading | None:
        """The money that "35 triệu/tháng" leaves out: the implied unit over what follows the slash at `position`."""
        if not text.startswith(_SLASH, position):
            return None
        reading = self._with_rate(text, position, position, self._implied, end, word_end)
        return reading if reading.unit.end > position else None

    def before(self, text: str, position: int, start: int) -> tuple[int, UnitRow] | None:
        """Start and row of a unit that stands right before a number ("$5 triệu"), or None."""
        return self._prefixes.before(text, position, start)

    def word(self, text: str, position: int, end: int, word_end: WordEnd | None) -> UnitReading | None:
        """The counted noun at `position` that the lexicon lacks: an acronym as printed, or a word in lower case.

        None where a capitalised name or no letter stands there.
        """
        stop = self._word_stop(text, position, end, word_end)
        if stop is None:
            return None
        surface = text[position:stop]
        acronym = surface.isupper() and len(surface) > 1
        if surface[0].isupper() and not acronym:
            return None
        code = surface if acronym else " ".join(surface.lower().split())
        row = UnitRow(WORD_ROW, (code,), code=code)
        return self._with_rate(text, position, stop, row, end, word_end)

    def _word_stop(self, text: str, position: int, end: int, word_end: WordEnd | None) -> int | None:
        """The end of the word at `position`: the segmenter's where there is one, else of the syllable."""
        syllable = word_at(text, position, end)
        if syllable == position or (syllable < end and text[syllable].isdigit()):
            return None
        return syllable if word_end is None else max(syllable, min(end, word_end(position)))

    def _with_rate(
        self, text: str, start: int, stop: int, row: UnitRow, end: int, word_end: WordEnd | None
    ) -> UnitReading:
        """The unit of `row` with its denominators."""
        codes = [_code(row, text[start:stop])]
        while len(codes) <= _MOST_DENOMINATORS:
            below = self._denominator(text, stop, end, row, word_end)
            if below is None and len(codes) == 1:
                below = self._distant_time(text, stop, end, row)
            if below is None:
                break
            codes.append(below.code)
            stop = below.end
        kind = row.kind if len(codes) == 1 else "rate"
        hint = row.hint if len(codes) == 1 else ""
        return UnitReading(Unit(start, stop, "/".join(codes), kind, row.id), row.factor, hint)

    def _denominator(
        self, text: str, position: int, end: int, row: UnitRow, word_end: WordEnd | None
    ) -> _Denominator | None:
        """What the unit of `row` that ends at `position` is divided by, or None."""
        begin = skip_spaces(text, position, end)
        per = self._per.at(text, begin, end) if begin < end and self._per.can_start(text[begin]) else None
        if per is None:
            return None
        begin = skip_spaces(text, per[0], end)
        slash = per[1] == _SLASH
        glued = slash and begin == per[0] and text.startswith(_SLASH, position)
        number = self._denominator_number(text, begin, end)
        if number is not None:
            below = self._per_unit(text, number[1], end, anything=True, word_end=None)
            if below is not None:
                printed = f"{number[0]} {below.code}".strip()
                return _Denominator(printed if slash else f"{self._one_of(per[1], number[0])}{printed}", below.end)
        if not slash:
            return self._per_measure(text, begin, end) if row.kind in _NUMERATORS_IN_WORDS else None
        of_measure = row.kind in ("money", "measure")
        anything = glued and row.kind == "money"
        return self._per_unit(text, begin, end, anything=anything, of_measure=of_measure, word_end=word_end)

    def _distant_time(self, text: str, position: int, end: int, row: UnitRow) -> _Denominator | None:
        """The time that "triệu tấn nguyên liệu/năm" is divided by, some words after the unit, or None."""
        if row.kind not in ("measure", "count") or text.find(_SLASH, position, min(end, position + _TIME_REACH)) < 0:
            return None
        for _ in range(_WORDS_BEFORE_TIME):
            begin = skip_spaces(text, position, end)
            position = word_at(text, begin, end)
            if position == begin:
                return None
            if text.startswith(_SLASH, position):
                found = self._table.at(text, position + 1, end, accept=lambda row, stop: _fits(row, text, stop, end))
                is_time = found is not None and found[1].hint == DURATION
                return _Denominator(found[1].code, found[0]) if found is not None and is_time else None
        return None

    def _one_of(self, words: str, printed: str) -> str:
        """The "một " of "trên một vạn dân", which belongs to the scale word after it."""
        last = words.rpartition(" ")[2]
        return f"{last} " if printed and self._numerals.is_one(last) else ""

    def _per_measure(self, text: str, position: int, end: int) -> _Denominator | None:
        """The measure or time at `position` as a denominator in words: "đồng một lít", "tỷ đồng mỗi năm".

        Money of a counted noun stays money: "10 tỷ đồng mỗi doanh nghiệp" is an average in VND.
        """

        def accept(row: UnitRow, stop: int) -> bool:
            return row.kind == "measure" and row.per and _fits(row, text, stop, end)

        found = self._table.at(text, position, end, accept=accept)
        return None if found is None else _Denominator(found[1].code, found[0])

    def _denominator_number(self, text: str, position: int, end: int) -> tuple[str, int] | None:
        """The number of a denominator, a power of ten, as printed ("100.000"; "" for one) and where its unit starts."""
        if position >= end:
            return None
        if text[position].isdigit():
            number = self._numerals.digits(text, position, end)
            if number.value is None or number.value.normalize().as_tuple().digits != (1,):
                return None
            printed = "" if number.value == 1 else text[number.start : number.end]
            return printed, skip_spaces(text, number.end, end)
        scale = self._numerals.scale_at(text, position, end)
        if scale is not None:
            return text[position:scale], skip_spaces(text, scale, end)
        spelled = self._numerals.words(text, position, end)
        if spelled is None or (spelled.scale == 1 and spelled.value != 1):
            return None
        printed = "" if spelled.scale == 1 else text[spelled.start : spelled.end]
        return printed, skip_spaces(text, spelled.end, end)

    def _per_unit(
        self, text: str, position: int, end: int, *, anything: bool, word_end: WordEnd | None, of_measure: bool = False
    ) -> _Denominator | None:
        """The unit at `position` as a denominator: a `per` one, any of the lexicon if `of_measure`, or any word."""

        def accept(row: UnitRow, stop: int) -> bool:
            return (anything or row.per or of_measure) and _fits(row, text, stop, end)

        found = self._table.at(text, position, end, accept=accept)
        if found is not None:
            stop, row = found
            code = _code(row, text[position:stop])
            return _Denominator(code if row.factor == 1 else row.surfaces[0], stop)
        word = self.word(text, position, end, word_end) if anything and position < end else None
        return None if word is None else _Denominator(word.unit.code, word.unit.end)


def _code(row: UnitRow, surface: str) -> str:
    """The code of `row`; an acronym of a counted noun stands as printed."""
    if row.kind == "count" and surface.isupper() and surface in row.surfaces:
        return surface
    return row.code or " ".join(surface.lower().split())


def _fits(row: UnitRow, text: str, stop: int, end: int) -> bool:
    """Whether `row` may end at `stop`: the word ends there, and none of its barred words follows."""
    if stop >= end:
        return True
    if text[stop - 1].isalpha() and text[stop].isalnum():
        return False
    if not row.unless_before:
        return True
    begin = skip_spaces(text, stop, end)
    return text[begin : word_at(text, begin, end)].lower() not in row.unless_before
