"""Composing a quantity from what was read: the reading of a separator, factor, range, sign, unit and hint."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal

from vnreport.grammar.digits import NumberStyle
from vnreport.grammar.number_pairs import distributed
from vnreport.grammar.number_readings import Reading, Scene
from vnreport.grammar.numerals import Number
from vnreport.grammar.pieces import Piece
from vnreport.grammar.units import WORD_ROW
from vnreport.grammar.values import Quantity, Unit
from vnreport.lexicon.numbers import NumberCueRow
from vnreport.values import value

_THOUSAND = Decimal(1000)
_MILLION = Decimal(1000000)
_WHOLE_MONEY = "VND"
"""The currency without fractions: "12,345 đồng" is twelve thousand."""
_LARGEST_FRACTION = Decimal(10)
"""The largest whole of a fraction said as a share."""
_PART_DIGITS = Context(prec=3)
"""A third is 0.333 of the whole."""
_BEFORE_SIGN = " (:/|;"
_PLUS = "+"
"""What makes a hyphen behind it the other way of an amount both ways: "biên độ +/-3%"."""
_BEFORE_BARE_SIGN = frozenset("0123456789;|/:")
"""What stands before a bare negative number: the cell before it in a row of a table."""
_OCCASIONS = "occasions"
"""The row of "lần" where nothing says that it is a multiple."""
_FOLD_CODE = "x"
"""The code of a multiple ("gấp đôi"), as in indicator-records."""
_SIGNED_KINDS = ("percent", "pp")
_SIGNED_CODES = ("Cel",)
_ANY_STYLE = NumberStyle()
"""For numbers that can be read one way only."""
_RULE = "rule"
"""The hint of units that only place something ("17,5 độ vĩ Bắc")."""
_HINTS = ("rank", "ordinal", "rule", "share", "average")


@value(frozen=True, slots=True)
class Outer:
    """What stands around a number: how far it reaches, the bound `sign`, its rows, and the cue rows by effect."""

    start: int
    end: int
    sign: str
    rows: tuple[str, ...]
    effects: Mapping[str, NumberCueRow]


def build(reading: Reading, outer: Outer, scene: Scene) -> Quantity:
    """The quantity of `reading`."""
    unit = _unit(reading, outer, scene.piece.text)
    factor = Decimal(1) if reading.unit is None or "rank" in outer.effects else reading.unit.factor
    style = scene.number_style() if _is_ambiguous(reading) else _ANY_STYLE
    value = _chosen(reading.first, unit, style)
    pair = reading.pair
    low = high = whole = None
    number: Decimal | None = value
    step = reading.first.step
    if pair is not None:
        second = _chosen(pair.second, unit, style)
        if pair.kind == "range":
            low, high = distributed(value, reading.first, second, pair.second), second
            step = min(step if low == value else pair.second.step, pair.second.step)
            number = None
        elif _is_multiple(reading, outer):
            number = (value / second).normalize(_PART_DIGITS)
        else:
            whole, number = second, value * (pair.second.scale if pair.kind == "ratio" else 1)
    start = reading.start
    if number is not None and _is_negative(scene.piece, reading, unit):
        number, start = -number, start - 1
    elif number is not None and "negative" in outer.effects:
        number = -number
    rules = (*reading.first.rules, *((pair.rule,) if pair is not None else ()), *outer.rows)
    return Quantity(
        start=start,
        end=reading.end,
        number=None if number is None else _tidy(number, factor),
        low=None if low is None else _tidy(low, factor),
        high=None if high is None else _tidy(high, factor),
        of=None if whole is None else _tidy(whole, factor),
        bound=outer.sign,
        unit=unit,
        outer_start=min(outer.start, start),
        outer_end=outer.end,
        step=step * factor,
        hint=_hint(reading, outer, step, unit),
        spelled=reading.first.spelled,
        rules=(*rules, *sorted({row.id for row in outer.effects.values()})),
    )


def _is_ambiguous(reading: Reading) -> bool:
    """Whether a separator of the numbers has two readings."""
    return reading.first.other is not None or (reading.pair is not None and reading.pair.second.other is not None)


def _chosen(number: Number, unit: Unit | None, style: NumberStyle) -> Decimal:
    """The reading of `number` that its unit and the text's style favour.

    "1.234" is thousands unless a dot-decimal text says it of a share or of millions of a unit other than đồng ("8.631
    tỷ đồng" has no decimals there: who writes "19.97%" still puts points between thousands; nor has "2.000 tỷ USD");
    "1,234" is decimal unless nothing of the kind can have three decimals (people, đồng), or the text writes thousands
    with commas.
    """
    value = number.value if number.value is not None else Decimal(0)
    if number.other is None:
        return value
    kind = "" if unit is None else unit.kind
    round_thousands = max(value, number.other) / number.scale % _THOUSAND == 0
    if number.separator == ".":
        if not style.dot_decimal:
            return value
        large = number.scale >= _MILLION and not round_thousands
        foreign = unit is not None and unit.code != _WHOLE_MONEY
        return number.other if kind in ("percent", "pp", "times") or (large and foreign) else value
    if kind in ("percent", "pp"):
        return value
    whole_kind = unit is not None and (kind == "count" or unit.code == _WHOLE_MONEY)
    indivisible = number.scale == 1 and whole_kind and not style.dot_thousands
    return number.other if round_thousands or indivisible or style.comma_thousands else value


def _unit(reading: Reading, outer: Outer, text: str) -> Unit | None:
    """The unit: empty for a rank, none for an ordinal, "lần" as a multiple only where something says so."""
    if "rank" in outer.effects:
        return Unit(reading.end, reading.end, "", "rank", outer.effects["rank"].id)
    if "fold" in outer.effects and (reading.unit is None or reading.unit.unit.kind != "times"):
        return Unit(reading.end, reading.end, _FOLD_CODE, "times", outer.effects["fold"].id)
    if _is_multiple(reading, outer):
        return Unit(reading.numbers_end(), reading.numbers_end(), _FOLD_CODE, "times", outer.effects["part"].id)
    if reading.unit is None or "ordinal" in outer.effects or _is_fraction(reading, outer):
        return None
    unit = reading.unit.unit
    often = "often" in outer.effects or _is_whole(reading)
    if unit.kind != "times" or "multiple" in outer.effects or not often:
        return unit
    return Unit(unit.start, unit.end, text[unit.start : unit.end].lower(), "count", _OCCASIONS)


def _is_multiple(reading: Reading, outer: Outer) -> bool:
    """Whether it is the part of something else that a figure comes to: "bằng một nửa", "bằng 1/5 năm trước"."""
    return "part" in outer.effects and _is_fraction(reading, outer)


def _is_fraction(reading: Reading, outer: Outer) -> bool:
    """Whether it is "một nửa", or a share such as "chiếm 2/3 nguồn thu": these count nothing."""
    number, pair = reading.first, reading.pair
    if pair is not None and pair.kind == "ratio":
        unknown = reading.unit is not None and reading.unit.unit.row == WORD_ROW
        if "part" in outer.effects:
            # "bằng 1/5 xe lắp ráp trong nước"
            return unknown or reading.unit is None or reading.unit.unit.kind == "count"
        return pair.high <= _LARGEST_FRACTION and (unknown or "share" in outer.effects)
    return number.spelled and number.scale == 1 and number.value is not None and number.value < 1


def _is_whole(reading: Reading) -> bool:
    return reading.first.step >= 1 and (reading.pair is None or reading.pair.second.step >= 1)


def _is_negative(piece: Piece, reading: Reading, unit: Unit | None) -> bool:
    """Whether a hyphen before the number is its sign: glued to it, of a unit that goes below zero or of none.

    An amount both ways is above zero: "+/-3%".
    """
    text, start = piece.text, reading.start
    if unit is not None and not (unit.kind in _SIGNED_KINDS or unit.code in _SIGNED_CODES):
        return False
    if start - 1 <= piece.start or text[start - 1] != "-" or text[start - 2] not in _BEFORE_SIGN:
        return False
    if text[piece.start : start - 1].rstrip(_BEFORE_SIGN).endswith(_PLUS):
        return False
    before = piece.behind(start - 1)
    return unit is not None or (before is not None and text[before.begin - 1] in _BEFORE_BARE_SIGN)


def _hint(reading: Reading, outer: Outer, step: Decimal, unit: Unit | None) -> str:
    """What the words around say beyond the unit."""
    for hint in _HINTS[:3]:
        if hint in outer.effects:
            return hint
    own = "" if reading.unit is None or "fold" in outer.effects else reading.unit.hint
    if own and (step >= 1 or own == _RULE) and "measured" not in outer.effects:
        return own
    shared = unit is None or unit.kind == "percent"
    return next((hint for hint in _HINTS[3:] if hint in outer.effects and (shared or hint != "share")), "")


def _tidy(value: Decimal, factor: Decimal) -> Decimal:
    """`value` times `factor` without trailing zeros or an exponent."""
    product = value if factor == 1 else value * factor
    if product.as_tuple().exponent == 0:
        return product
    whole = product.to_integral_value()
    return Decimal(int(whole)) if whole == product else product.normalize()
