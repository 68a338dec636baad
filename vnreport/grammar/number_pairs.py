"""Ranges ("6-9%", "từ 3 đến 5 triệu") and ratios ("34/63 địa phương", "23 trên tổng số 63") of two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from vnreport.grammar.numerals import Number, Numerals
from vnreport.grammar.phrases import PhraseTable
from vnreport.grammar.pieces import Piece
from vnreport.grammar.units import UnitReading, Units
from vnreport.lexicon.numbers import NumeralRow
from vnreport.values import value

_SLASH, _OPENING = "/", "("
_HYPHENS = "–—−~-"
_CHAIN = re.compile(rf" ?[{_HYPHENS}] ?[0-9]")
"""A further number after a range: a row of a table, "151 - 118 - 136"."""
_LAST_MONTH, _LAST_DAY = Decimal(12), Decimal(31)
_NO_WHOLES = ("percent", "money")
"""Kinds of units that the whole of a bare number never has: "5 trên 63 tỷ đồng" is no part of it."""
_LEAST_EXCESS = Decimal(2)
"""A ratio above one ("5.200/5.000 hồ sơ") stays below this; "20/1" is no ratio."""


@value(frozen=True, slots=True)
class Pair:
    """Two numbers that belong together.

    `kind` is `range`, `ratio` (slash), `of` (in words) or `none`: two numbers that are no quantity together ("3-1",
    "20/1"). `low`, `high` are the ends of a range with scale words applied, else number and whole. `unit` is the one
    that stands between the two. `sign` is a slash or hyphen without spaces around it, or "".
    """

    kind: str
    second: Number
    low: Decimal
    high: Decimal
    unit: UnitReading | None
    rule: str
    sign: str = ""

    def is_glued(self) -> bool:
        """Whether a single sign joins the numbers, as in dates."""
        return self.sign != ""

    def is_date_like(self) -> bool:
        """Whether the two could be a day and a month."""
        return self.low <= _LAST_DAY and self.high <= _LAST_MONTH


class Pairs:
    """Reads what follows a first number: a second one that makes a range or a ratio of them.

    `closers` are the words before the last number of a list.
    """

    def __init__(self, rows: Iterable[NumeralRow], numerals: Numerals, units: Units) -> None:
        kept = tuple(rows)
        self._numerals, self._units = numerals, units
        self._to = PhraseTable((word, (row, word)) for row in kept if row.role == "to" for word in row.surfaces)
        self._of = PhraseTable((word, (row, word)) for row in kept if row.role == "of" for word in row.surfaces)
        self._of_count = PhraseTable((word, row) for row in kept if row.role == "of_count" for word in row.surfaces)
        self._parts = PhraseTable((word, row) for row in kept if row.role == "parts" for word in row.surfaces)
        self.closers = frozenset(word for row in kept if row.role == "close" for word in row.surfaces)
        self._and = frozenset(word for row in kept if row.role == "and" for word in row.surfaces)
        self._from = PhraseTable((word, row) for row in kept if row.role == "from" for word in row.surfaces)

    def from_before(self, piece: Piece, position: int) -> int | None:
        """The start of the "từ" right before `position`, or None."""
        found = self._from.before(piece, position)
        return None if found is None else found[0]

    def is_listed(self, piece: Piece, stop: int, position: int) -> bool:
        """Whether only the comma or "và" of a list stands between a number that ended at `stop` and `position`."""
        return 0 <= stop < position and piece.text[stop:position].strip() in self._and

    def connects(self, piece: Piece, position: int) -> bool:
        """Whether words or a sign at `position` can join two numbers to a range or a ratio."""
        return self._to.at(piece, position) is not None or self._of.at(piece, position) is not None

    def after(self, piece: Piece, first: Number, end: int, unit: UnitReading | None) -> Pair | None:
        """The pair that `first`, with its own `unit` if it has one, makes with what follows; None where it makes none.

        Nothing is read beyond `end`.
        """
        stop = first.end if unit is None else unit.unit.end
        word = piece.ahead(stop)
        if first.value is None or word is None or word.begin >= end:
            return None
        if word.low == _SLASH:
            return self._slash(piece, first, end) if unit is None else self._slash_of(piece, first, end, unit)
        return (
            self._range(piece, first, stop, end, unit)
            or self._whole(piece, first, stop, end, unit)
            or self._counted(piece, first, end, unit)
            or self._fraction(piece, first, end, unit)
        )

    def _second(self, piece: Piece, position: int, end: int, first: Number) -> Number | None:
        """The number at `position` where it can stand beside `first`."""
        if position >= end:
            return None
        number: Number | None
        if piece.text[position].isdigit():
            number = self._numerals.digits(piece, position, end)
        else:
            number = self._numerals.words(piece, position, end) if first.spelled else None
        return None if number is None or number.value is None else number

    def _slash(self, piece: Piece, first: Number, end: int) -> Pair | None:
        """ "34/63": a slash between two numbers; a scale word after the second is of both ("1.905/4.010 tỷ")."""
        if first.scale != 1 or not piece.text.startswith(_SLASH, first.end) or first.value is None:
            return None
        second = self._second(piece, first.end + 1, end, first)
        if second is None or second.value is None or _goes_on(piece.text, second.end, end):
            return None
        # "1.905/4.010 tỷ", but "1/20 triệu"
        number, whole = first.value * (second.scale if first.value != 1 else 1), second.value
        if whole == 0 or (number > whole and (number >= whole * _LEAST_EXCESS or whole <= _LAST_DAY)):
            return Pair("none", second, number, whole, None, "pair.ratio", "/")
        return Pair("ratio", second, number, whole, None, "pair.ratio", "/")

    def _slash_of(self, piece: Piece, first: Number, end: int, unit: UnitReading) -> Pair | None:
        """ "118 toà/168 toà": a part and its whole, each with the same unit."""
        second = self._second(piece, unit.unit.end + 1, end, first)
        if second is None or second.value is None or first.value is None or not first.value <= second.value:
            return None
        own = self._units.read(piece, second.end, end)
        if own is None or own.unit.code != unit.unit.code or own.hint or own.unit.kind == "percent":
            # "tương ứng là 44%/6%" are two
            return None
        return Pair("of", second, first.value, second.value, unit, "pair.ratio", "/")

    def _range(self, piece: Piece, first: Number, position: int, end: int, unit: UnitReading | None) -> Pair | None:
        """Two numbers with a hyphen or "đến" between them, the first with the unit of the second or none."""
        found = self._to.at(piece, position, end=end)
        if found is None:
            return None
        hyphen = found[1][1] in _HYPHENS
        if hyphen and _is_chained(piece.text, first.start):
            return None
        second = self._second(piece, piece.skip_spaces(found[0]), end, first)
        if second is None or second.value is None or first.value is None:
            return None
        if hyphen and (_goes_on(piece.text, second.end, end) or _CHAIN.match(piece.text, second.end, end)):
            return None
        own = self._units.read(piece, second.end, end)
        if unit is not None and (own is None or own.unit.code.split("/")[0] != unit.unit.code.split("/")[0]):
            return None
        low = distributed(first.value, first, second.value, second)
        between = piece.text[first.end : second.start]
        sign = between if between in _HYPHENS else ""
        if low < second.value:
            return Pair("range", second, low, second.value, unit, found[1][0].id, sign)
        return Pair("none", second, low, second.value, None, found[1][0].id, sign) if sign and first.plain else None

    def _whole(self, piece: Piece, first: Number, position: int, end: int, unit: UnitReading | None) -> Pair | None:
        """ "23 trên tổng số 63 tỉnh", "7 trong số 10 xã", "hạng 55 (trong số 137 nước)": a part and its whole."""
        found = self._of.at(piece, position, end=end)
        opened = piece.ahead(position) if found is None and unit is None else None
        if opened is not None and opened.low == _OPENING:
            found = self._of.at(piece, opened.end, end=end)
        if found is None:
            return None
        (row, word), begin = found[1], piece.skip_spaces(found[0])
        second = self._second(piece, begin, end, first)
        if second is None or second.value is None or first.value is None or second.value < first.value:
            return None
        if first.value != first.value.to_integral_value() and unit is None:
            return None
        own = self._units.read(piece, second.end, end)
        alike = own is not None and unit is not None and own.unit.kind == "count" and own.unit.code == unit.unit.code
        if " " not in word and (
            (unit is not None and not alike)
            or second.value == first.value
            or second.value != second.value.to_integral_value()
        ):
            return None
        if own is not None and own.unit.kind in _NO_WHOLES and (unit is None or unit.unit.code != own.unit.code):
            scaled = unit is None and own.unit.kind == "money" and first.scale == 1 < second.scale and " " in word
            # "21 trên tổng số 60 tỷ đồng"
            low = first.value * second.scale
            return Pair("ratio", second, low, second.value, None, row.id) if scaled and low < second.value else None
        return Pair("of", second, first.value, second.value, unit, row.id)

    def _counted(self, piece: Piece, first: Number, end: int, unit: UnitReading | None) -> Pair | None:
        """ "4 trong 21 nền kinh tế": a part of counted things of the lexicon."""
        found = self._of_count.at(piece, first.end, end=end) if unit is None and first.plain else None
        if found is None:
            return None
        second = self._second(piece, piece.skip_spaces(found[0]), end, first)
        if second is None or second.value is None or first.value is None or not 1 < first.value < second.value:
            return None
        own = self._units.read(piece, second.end, end)
        if own is None or own.unit.kind != "count" or own.hint:
            return None
        return Pair("of", second, first.value, second.value, None, found[1].id)

    def _fraction(self, piece: Piece, first: Number, end: int, unit: UnitReading | None) -> Pair | None:
        """ "hai phần ba": a part and its whole, each a small number in words."""
        found = self._parts.at(piece, first.end, end=end) if unit is None and first.spelled else None
        if found is None:
            return None
        second = self._second(piece, piece.skip_spaces(found[0]), end, first)
        if second is None or second.value is None or first.value is None or not first.value < second.value:
            return None
        return Pair("ratio", second, first.value, second.value, None, found[1].id) if second.scale == 1 else None


def distributed(low: Decimal, first: Number, high: Decimal, second: Number) -> Decimal:
    """The low end with the high end's scale words where it has none of its own ("1,5 - 2 triệu")."""
    if first.scale == 1 and second.scale > 1:
        scaled = low * second.scale
        return scaled if scaled < high else low
    return low


def _is_chained(text: str, start: int) -> bool:
    """Whether a hyphen and a number stand before `start`, as in "151 - 118 - 136"."""
    before = text[max(0, start - 4) : start].replace(" ", "")
    return len(before) > 1 and before[-1] in _HYPHENS and before[-2].isdigit()


def _goes_on(text: str, stop: int, end: int) -> bool:
    """Whether digits that end at `stop` are followed by another part of a date, phone or document number."""
    rest = text[stop : min(stop + 2, end)]
    return len(rest) == 2 and rest[0] in "/-" and rest[1].isalnum() and (rest[1].isdigit() or rest[1].isupper())
