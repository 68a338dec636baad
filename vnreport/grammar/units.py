"""Reading the unit of a number: percent, money, measures, counted nouns, and rates of them.

Money has the codes of ISO 4217, measures those of UCUM 2.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from vnreport.grammar.numerals import Numerals
from vnreport.grammar.phrases import PhraseTable
from vnreport.grammar.pieces import Piece
from vnreport.grammar.unit_rows import DURATION, PEOPLE, code_of, fits, is_bought
from vnreport.grammar.values import Unit
from vnreport.lexicon.numbers import UnitRow
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.values import value

WordEnd = Callable[[int], int]
"""Given the offset where a word starts, the offset where it ends."""

WORD_ROW = "unit.word"
"""The row of a counted noun that only the words gave."""

_EACH_ROW = "per.each"
"""The row of the words before one thing that is bought or one who pays: "đồng | mỗi vé"."""
_MOST_DENOMINATORS = 3
# Digits of the smallest number that words set a rate against: "112 bé trai trên 100 bé gái".
_FEWEST_DIGITS = 3
_WORDS_BEFORE_TIME = 3
"""Words between a unit and the slash before its time: "tấn nguyên liệu thô/năm"."""
_TIME_REACH = 30
"""Characters that hold them."""
_SLASH = "/"
_TIMES = "times"
_NUMERATORS_IN_WORDS = ("money", "measure", "percent")
"""Only these are divided in words ("đồng một lít"); "200 lượt mỗi ngày" stays a count."""


@value(frozen=True, slots=True)
class UnitReading:
    """A unit with what its row says of the number: `factor` multiplies it, `hint` is "", "duration" or "age"."""

    unit: Unit
    factor: Decimal
    hint: str


@value(frozen=True, slots=True)
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
        self._each = frozenset(word for row in rows if row.id == _EACH_ROW for word in row.surfaces)
        self._implied = next(row for row in kept if row.implied)
        self._among = next(row for row in kept if row.among)

    def at(self, text: str, position: int, end: int, *, word_end: WordEnd | None = None) -> UnitReading | None:
        """The unit of the lexicon in `text[position:end]`, with what it is divided by; None where there is none."""
        return self.read(Piece(text, position, end), position, end, word_end=word_end)

    def word(self, text: str, position: int, end: int, word_end: WordEnd | None) -> UnitReading | None:
        """The counted noun in `text[position:end]` that the lexicon lacks, or None."""
        return self.read_word(Piece(text, position, end), position, end, word_end)

    def read(self, piece: Piece, position: int, end: int, *, word_end: WordEnd | None = None) -> UnitReading | None:
        """The unit of the lexicon at `position`, spaces skipped, with what it is divided by, or None."""

        def accept(row: UnitRow, stop: int) -> bool:
            return not row.per_only and fits(row, piece, stop)

        found = self._table.at(piece, position, end=end, accept=accept)
        word = piece.ahead(position) if found is not None else None
        if found is None or word is None:
            return None
        stop, row = found
        return self._with_rate(piece, word.begin, stop, row, word_end)

    def implied(self, piece: Piece, position: int, *, word_end: WordEnd | None = None) -> UnitReading | None:
        """The money that "35 triệu/tháng" leaves out: the implied unit over what follows the slash at `position`."""
        if not piece.text.startswith(_SLASH, position):
            return None
        reading = self._with_rate(piece, position, position, self._implied, word_end)
        # "36 triệu/đồng lượng" is a misprint.
        itself = reading.unit.code == f"{self._implied.code}/{self._implied.code}"
        return reading if reading.unit.end > position and not itself else None

    def implied_price(self, piece: Piece, position: int) -> UnitReading | None:
        """The money that "36.280.000/lượng" leaves out: as `implied`, over a measure that is no length of time."""
        found = self._table.at(piece, position + 1, accept=lambda row, stop: row.per and fits(row, piece, stop))
        if found is None or found[1].kind != "measure" or found[1].hint == DURATION:
            return None
        return self.implied(piece, position)

    def among(self, piece: Piece, position: int, *, least: Decimal) -> UnitReading | None:
        """The people that "40,7/100.000 dân" leaves out, over the many of them told at `position`, or None.

        They are at least `least`: "34/63 người" is a part of a whole.
        """
        per = self._per.at(piece, position)
        begin = None if per is None else piece.skip_spaces(per[0])
        if begin is None or begin >= piece.end or not piece.text[begin].isdigit():
            return None
        number = self._numerals.digits(piece, begin, piece.end)
        if number.value is None or number.value < least or self._denominator_number(piece, begin) is None:
            return None
        found = self._table.at(piece, number.end, accept=lambda row, stop: row.per and fits(row, piece, stop))
        if found is None or not found[1].id.startswith(PEOPLE):
            return None
        return self._with_rate(piece, position, position, self._among, None)

    def before(self, piece: Piece, position: int) -> tuple[int, UnitRow] | None:
        """Start and row of a unit that stands right before a number ("$5 triệu"), or None."""
        return self._prefixes.before(piece, position)

    def read_word(self, piece: Piece, position: int, end: int, word_end: WordEnd | None) -> UnitReading | None:
        """The counted noun at `position` that the lexicon lacks: an acronym as printed, or a word in lower case.

        None where a capitalised name or no letter stands there.
        """
        stop = self._word_stop(piece, position, end, word_end)
        if stop is None:
            return None
        surface = piece.text[position:stop]
        acronym = surface.isupper() and len(surface) > 1
        if surface[0].isupper() and not acronym:
            return None
        code = surface if acronym else " ".join(surface.lower().split())
        row = UnitRow(WORD_ROW, (code,), code=code)
        return self._with_rate(piece, position, stop, row, word_end)

    def _word_stop(self, piece: Piece, position: int, end: int, word_end: WordEnd | None) -> int | None:
        """The end of the word at `position`: the segmenter's where there is one, else of the syllable."""
        syllable = min(piece.word_end(position), end)
        if syllable <= position or (syllable < end and piece.text[syllable].isdigit()):
            return None
        return syllable if word_end is None else max(syllable, min(end, word_end(position)))

    def _with_rate(self, piece: Piece, start: int, stop: int, row: UnitRow, word_end: WordEnd | None) -> UnitReading:
        """The unit of `row` with its denominators."""
        codes = [code_of(row, piece.text[start:stop])]
        while len(codes) <= _MOST_DENOMINATORS:
            below = self._denominator(piece, stop, row, word_end)
            if below is None and len(codes) == 1:
                below = self._distant_time(piece, stop, row)
            if below is None:
                break
            codes.append(below.code)
            stop = below.end
        each = self._each_time(piece, stop, row) if len(codes) == 1 else None
        if each is not None:
            return UnitReading(Unit(start, stop, f"{codes[0]}/{each}", row.kind, row.id), row.factor, "")
        kind, hint = (row.kind, row.hint) if len(codes) == 1 else ("rate", "")
        if row.kind == _TIMES and len(codes) > 1:
            # "uống 2 lần/ngày": how often, no multiple.
            codes[0] = piece.text[start : start + len(row.surfaces[0])].lower()
        return UnitReading(Unit(start, stop, "/".join(codes), kind, row.id), row.factor, hint)

    def _denominator(self, piece: Piece, position: int, row: UnitRow, word_end: WordEnd | None) -> _Denominator | None:
        """What the unit of `row` that ends at `position` is divided by, or None."""
        per = self._per.at(piece, position)
        if per is None:
            return None
        begin, slash = piece.skip_spaces(per[0]), per[1] == _SLASH
        glued = slash and begin == per[0] and piece.text.startswith(_SLASH, position)
        number = self._denominator_number(piece, begin)
        if number is not None and not slash and self._is_bound(piece, row, *number):
            return None
        if number is not None:
            below = self._per_unit(piece, number[1], anything=True, word_end=None)
            if below is not None:
                printed = f"{number[0]} {below.code}".strip()
                return _Denominator(printed if slash else f"{self._one_of(per[1], number[0])}{printed}", below.end)
        if not slash:
            bought = row.kind == "money" and per[1] in self._each
            return self._per_told(piece, begin, bought=bought) if row.kind in _NUMERATORS_IN_WORDS else None
        of_measure = row.kind in ("money", "measure")
        priced = glued and row.kind == "money"
        return self._per_unit(piece, begin, anything=priced, of_measure=of_measure, word_end=word_end)

    def _is_bound(self, piece: Piece, row: UnitRow, printed: str, stop: int) -> bool:
        """Whether "trên" only bounds what ends so: "36 huyện | trên 10 tỉnh", "29 mặt hàng | trên 1 tỷ USD"."""
        found = self._table.at(piece, stop) if row.kind == "count" else None
        return (found is not None and found[1].kind == "money") or (printed.isdigit() and len(printed) < _FEWEST_DIGITS)

    def _distant_time(self, piece: Piece, position: int, row: UnitRow) -> _Denominator | None:
        """The time that "triệu tấn nguyên liệu/năm" is divided by, some words after the unit, or None."""
        reach = min(piece.end, position + _TIME_REACH)
        if row.kind not in ("measure", "count") or piece.text.find(_SLASH, position, reach) < 0:
            return None
        for _ in range(_WORDS_BEFORE_TIME):
            begin = piece.skip_spaces(position)
            position = piece.word_end(begin)
            if position == begin:
                return None
            if piece.text.startswith(_SLASH, position):
                found = self._table.at(piece, position + 1, accept=lambda row, stop: fits(row, piece, stop))
                is_time = found is not None and found[1].hint == DURATION
                return _Denominator(found[1].code, found[0]) if found is not None and is_time else None
        return None

    def _each_time(self, piece: Piece, position: int, row: UnitRow) -> str | None:
        """The code of the time that "tấn rác sinh hoạt mỗi ngày" is told for, behind what is measured, or None."""
        if row.kind != "measure" or row.hint:
            return None
        apart = phrase_words().preposition
        for _ in range(_WORDS_BEFORE_TIME + 1):
            per = self._per.at(piece, position)
            if per is not None:
                found = self._table.at(piece, per[0], accept=lambda row, stop: fits(row, piece, stop))
                return found[1].code if found is not None and found[1].hint == DURATION else None
            begin = piece.skip_spaces(position)
            position = piece.word_end(begin)
            if position == begin or not piece.text[begin].islower() or piece.text[begin:position] in apart:
                return None
        return None

    def _one_of(self, words: str, printed: str) -> str:
        """The "một " of "trên một vạn dân", which belongs to the scale word after it."""
        last = words.rpartition(" ")[2]
        return f"{last} " if printed and self._numerals.is_one(last) else ""

    def _per_told(self, piece: Piece, position: int, *, bought: bool) -> _Denominator | None:
        """The measure or time at `position` as a denominator in words: "đồng một lít", "tỷ đồng mỗi năm".

        What is `bought` one by one is a denominator too ("đồng mỗi vé"). Money of people and bodies stays money: "10 tỷ
        đồng mỗi doanh nghiệp" is an average in VND. A time gone by divides nothing: "mức 4% một năm trước".
        """

        def accept(row: UnitRow, stop: int) -> bool:
            divides = row.kind == "measure" and row.per
            return (divides or (bought and row.kind == "count" and is_bought(row))) and fits(row, piece, stop)

        found = self._table.at(piece, position, accept=accept)
        if found is None:
            return None
        stop, row = found
        word = piece.ahead(stop) if row.hint == DURATION else None
        if word is not None and word.low in phrase_words().time_ago:
            return None
        return _Denominator(code_of(row, piece.text[piece.skip_spaces(position) : stop]), stop)

    def _denominator_number(self, piece: Piece, position: int) -> tuple[str, int] | None:
        """The number of a denominator, a power of ten, as printed ("100.000"; "" for one) and where its unit starts."""
        end = piece.end
        if position >= end:
            return None
        if piece.text[position].isdigit():
            number = self._numerals.digits(piece, position, end)
            if number.value is None or number.value.normalize().as_tuple().digits != (1,):
                return None
            printed = "" if number.value == 1 else piece.text[number.start : number.end]
            return printed, number.end
        scale = self._numerals.scale_at(piece, position, end)
        if scale is not None:
            return piece.text[position:scale], scale
        spelled = self._numerals.words(piece, position, end)
        if spelled is None or (spelled.scale == 1 and spelled.value != 1):
            return None
        return "" if spelled.scale == 1 else piece.text[spelled.start : spelled.end], spelled.end

    def _per_unit(
        self, piece: Piece, position: int, *, anything: bool, word_end: WordEnd | None, of_measure: bool = False
    ) -> _Denominator | None:
        """The unit at `position` as a denominator: a `per` one, any of the lexicon if `of_measure`, or any word."""

        def accept(row: UnitRow, stop: int) -> bool:
            return (anything or row.per or of_measure) and fits(row, piece, stop)

        found = self._table.at(piece, position, accept=accept)
        begin = piece.skip_spaces(position)
        if found is not None:
            stop, row = found
            code = code_of(row, piece.text[begin:stop])
            return _Denominator(code if row.factor == 1 else row.surfaces[0], stop)
        word = self.read_word(piece, begin, piece.end, word_end) if anything else None
        return None if word is None else _Denominator(word.unit.code, word.unit.end)
