"""Reading numbers: digits with scale words ("6,3 nghìn", "1.411 ngàn tỉ", "3 Tr."), and numbers in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Context, Decimal

from vnreport.grammar.digits import read_digits
from vnreport.grammar.phrases import PhraseTable, spellings
from vnreport.grammar.pieces import Piece
from vnreport.lexicon.numbers import NumeralRow
from vnreport.values import value

_THOUSAND = Decimal(1000)
# Enough digits for the longest run that is read and any scale words behind it.
_EXACT = Context(prec=200)
_NO_ROWS: Mapping[str, NumeralRow] = {}


@value(frozen=True, slots=True)
class Number:
    """A number as printed, with its scale words applied; `value` is None where it cannot be read.

    `step` is the size of the last digit, `other` the second reading where one separator allows two (see
    `vnreport.grammar.digits`), `scale` the product of the scale words, `plain` digits alone without scale. `rules` are
    the numeral rows used, in order.
    """

    start: int
    end: int
    value: Decimal | None
    step: Decimal
    other: Decimal | None = None
    scale: Decimal = Decimal(1)
    spelled: bool = False
    plain: bool = False
    separator: str = ""
    rules: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class _Part:
    """A value read from words that ends at `end`, with the size of its last digit."""

    value: Decimal
    end: int
    rules: tuple[str, ...]
    step: Decimal = Decimal(1)


class Numerals:
    """The number words of the lexicon, and reading with them."""

    def __init__(self, rows: Iterable[NumeralRow]) -> None:
        self._roles: dict[str, dict[str, NumeralRow]] = {}
        for row in rows:
            for surface in row.surfaces:
                for word in spellings(surface.lower()):
                    self._roles.setdefault(row.role, {})[word] = row
        scales = [row for row in rows if row.role == "scale" or row.role == "tens"]
        self._scales = PhraseTable((surface, row) for row in scales for surface in row.surfaces)

    def digits(self, piece: Piece, position: int, end: int, *, spaced: bool = False) -> Number:
        """The digits at `position` with the scale words after them; `spaced` lets spaces stand between thousands."""
        read = read_digits(piece.text, position, end, spaced=spaced)
        if read.value is None:
            return Number(read.start, read.end, None, read.step)
        scale, stop, rules = self._scale_words(piece, read.end, end, digits=True)
        if not rules:
            return Number(
                read.start, stop, read.value, read.step, read.other, plain=read.plain, separator=read.separator
            )
        value, step = _EXACT.multiply(read.value, scale), read.step * scale
        other = None if read.other is None else _EXACT.multiply(read.other, scale)
        tail = self._smaller(piece, stop, end, scale)
        if tail is not None:
            value, step, stop, rules = _EXACT.add(value, tail.value), tail.step, tail.end, (*rules, *tail.rules)
        half = self._half_after(piece, stop, end, scale)
        if half is not None:
            value, step, stop, rules = _EXACT.add(value, half.value), half.step, half.end, (*rules, *half.rules)
        return Number(read.start, stop, value, step, other, scale, separator=read.separator, rules=rules)

    def _smaller(self, piece: Piece, position: int, end: int, scale: Decimal) -> _Part | None:
        """The "200 nghìn" of "1 triệu 200 nghìn": digits below a thousand with a smaller scale word, else None."""
        begin = piece.skip_spaces(position)
        if scale <= _THOUSAND or begin >= end or piece.text[begin] not in "123456789":
            return None
        read = read_digits(piece.text, begin, end, spaced=False)
        smaller, stop, rules = self._scale_words(piece, read.end, end, digits=True)
        if not read.plain or read.value is None or read.value >= _THOUSAND or not 1 < smaller < scale:
            return None
        return _Part(read.value * smaller, stop, rules, smaller)

    def words(self, piece: Piece, position: int, end: int) -> Number | None:
        """The number in words at `position`; None where the word there is no number, or the number is vague ("hai ba").

        Words that stand for a number only before a noun ("năm" is five or a year) are the caller's to check.
        """
        half = self._leading_half(piece, position, end)
        if half is not None:
            return half
        part = self._below_thousand(piece, position, end)
        if part is None:
            return self._bound(piece, position, end)
        total, scale, step, stop, rules = Decimal(0), Decimal(1), Decimal(1), part.end, part.rules
        while part is not None:
            factor, stop, scale_rules = self._scale_words(piece, part.end, end, digits=False)
            if total and (factor >= scale or (factor == 1 and (scale != _THOUSAND or part.value < 100))):
                break
            total += part.value * factor
            rules = rules if part.rules is rules else (*rules, *part.rules)
            rules, scale, step, kept = (*rules, *scale_rules), factor, factor, stop
            if factor == 1:
                break
            part = self._below_thousand(piece, stop, end)
        after = (
            (self._half_after(piece, kept, end, scale) or self._tenth(piece, kept, end, scale)) if scale > 1 else None
        )
        if after is not None:
            total, step, kept, rules = total + after.value, after.step, after.end, (*rules, *after.rules)
        if scale == 1 and self._is_number_word(piece, kept, end):
            return None
        return Number(position, kept, total, step, scale=scale, spelled=True, rules=rules)

    def is_one(self, word: str) -> bool:
        """Whether `word` is "một"."""
        return word.lower() in self._roles["one"]

    def scale_at(self, piece: Piece, position: int, end: int) -> int | None:
        """The end of the scale words at `position` ("vạn" of "bác sĩ/vạn dân"), or None."""
        _, stop, rules = self._scale_words(piece, position, end, digits=False)
        return stop if rules else None

    def _word(self, piece: Piece, position: int, end: int, *roles: str) -> tuple[NumeralRow, int] | None:
        """Row and end of the word at `position`, spaces skipped, when it has one of `roles`."""
        word = piece.ahead(position)
        if word is None:
            return None
        for role in roles:
            row = self._roles.get(role, _NO_ROWS).get(word.low)
            if row is not None:
                return (row, word.end) if word.end <= end else None
        return None

    def _is_number_word(self, piece: Piece, position: int, end: int) -> bool:
        """Whether the next word is a bare digit word, and no noun."""
        found = self._word(piece, position, end, "digit", "one", "ten")
        return found is not None and not found[0].also_noun and piece.text[position : position + 1] == " "

    def _below_thousand(self, piece: Piece, position: int, end: int) -> _Part | None:
        """A number below a thousand in words: "hai", "mười lăm", "hai mươi mốt", "một trăm linh năm"."""
        found = self._word(piece, position, end, "ten", "digit", "one")
        if found is None:
            return None
        row, stop = found
        if row.role == "ten":
            return self._plus_last(piece, stop, end, row.value, (row.id,))
        tens = self._word(piece, stop, end, "tens")
        if tens is not None:
            return self._plus_last(piece, tens[1], end, row.value * tens[0].value, (row.id, tens[0].id))
        hundred = self._word(piece, stop, end, "scale")
        if hundred is None or hundred[0].value != 100:
            return _Part(row.value, stop, (row.id,))
        value, rules, stop = row.value * 100, (row.id, hundred[0].id), hundred[1]
        odd = self._word(piece, stop, end, "odd")
        rest = self._word(piece, odd[1], end, "digit", "one", "last") if odd is not None else None
        if odd is not None and rest is not None:
            return _Part(value + rest[0].value, rest[1], (*rules, odd[0].id, rest[0].id))
        tail = self._below_thousand(piece, stop, end)
        if tail is not None and 10 <= tail.value < 100:
            return _Part(value + tail.value, tail.end, (*rules, *tail.rules))
        return _Part(value, stop, rules)

    def _plus_last(self, piece: Piece, position: int, end: int, value: Decimal, rules: tuple[str, ...]) -> _Part:
        """Tens with the digit word after them, where there is one."""
        last = self._word(piece, position, end, "last", "digit", "one")
        if last is None or last[0].also_noun:
            return _Part(value, position, rules)
        return _Part(value + last[0].value, last[1], (*rules, last[0].id))

    def _scale_words(
        self, piece: Piece, position: int, end: int, *, digits: bool
    ) -> tuple[Decimal, int, tuple[str, ...]]:
        """Product, end and rows of the scale words from `position`; (1, position, ()) where there are none."""

        def accept(row: NumeralRow, stop: int) -> bool:
            return (digits or not (row.digits_only or row.role == "tens")) and not _is_barred(row, piece, stop)

        scale, stop = Decimal(1), position
        rules: tuple[str, ...] = ()
        while True:
            found = self._scales.at(piece, stop, end=end, accept=accept)
            if found is None or (found[1].role == "tens" and scale != 1):
                return scale, stop, rules
            stop, row = found
            if row.role == "tens" and not digits:
                return scale, stop, rules
            scale, rules = scale * row.value, (*rules, row.id)

    def _half_after(self, piece: Piece, position: int, end: int, scale: Decimal) -> _Part | None:
        """The "rưỡi" after a scale word: half of that scale."""
        found = self._word(piece, position, end, "half_after")
        return (
            None if found is None else _Part(found[0].value * scale, found[1], (found[0].id,), found[0].value * scale)
        )

    def _tenth(self, piece: Piece, position: int, end: int, scale: Decimal) -> _Part | None:
        """The last word of "một triệu hai": tenths of the scale, where nothing is counted after it."""
        found = self._word(piece, position, end, "digit") if scale > _THOUSAND else None
        if found is None or found[0].also_noun:
            return None
        begin = piece.skip_spaces(found[1])
        if begin < piece.end and piece.text[begin].isalnum():
            return None
        return _Part(found[0].value * scale / 10, found[1], (found[0].id,), scale / 10)

    def _leading_half(self, piece: Piece, position: int, end: int) -> Number | None:
        """ "nửa triệu" with its scale word, or "một nửa"; None else."""
        one = self._word(piece, position, end, "one")
        half = self._word(piece, one[1] if one else position, end, "half")
        if half is None:
            return None
        scale, stop, rules = self._scale_words(piece, half[1], end, digits=False)
        if not rules and one is None:
            return None
        value = half[0].value * scale
        return Number(position, stop, value, value, scale=scale, spelled=True, rules=(half[0].id, *rules))

    def _bound(self, piece: Piece, position: int, end: int) -> Number | None:
        """The "nhất" of "thứ nhất", the "đôi" of "gấp đôi"; the words before them are known to `NumberStarts`."""
        found = self._word(piece, position, end, "bound")
        if found is None:
            return None
        row, stop = found
        return Number(position, stop, row.value, Decimal(1), spelled=True, rules=(row.id,))


def _is_barred(row: NumeralRow, piece: Piece, position: int) -> bool:
    """Whether the word after `position` keeps `row` from being read ("tỷ lệ"), or the word goes on."""
    if position < piece.end and piece.text[position].isalpha():
        return True
    word = piece.ahead(position) if row.unless_before else None
    if word is None or word.low not in row.unless_before:
        return False
    behind = piece.ahead(word.end) if row.though_before else None
    return behind is None or f"{word.low} {behind.low}" not in row.though_before
