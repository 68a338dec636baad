"""Lists of numbers that say their unit once, behind the last: "23.800, 21.200 và 16.600 đồng", "700 và 800 triệu"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from vnreport.grammar.unit_rows import DURATION
from vnreport.grammar.units import WORD_ROW
from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

_SCALES = (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6, Decimal(10) ** 3)
"""Scale words, largest first."""
_SMALLEST, _LARGEST = Decimal("0.1"), Decimal(10)
"""How far a number may lie from the one whose scale word it shares, as a multiple of it."""
_COMMA = ","
_LONGEST_MOVE = 20
"""Characters between a length of time and the one that it became: " rút xuống chỉ còn "."""


def share_units(text: str, found: Sequence[Quantity], closers: Collection[str]) -> list[Quantity]:
    """The quantities, where bare ones of a list have the unit and the scale word of its last.

    `closers` are the words before the last of a list.
    """
    shared = list(found)
    goes_on = False
    for index in range(len(shared) - 2, -1, -1):
        number, following = shared[index], shared[index + 1]
        between = text[number.outer_end : following.outer_start].strip()
        joined = between in closers or (between == _COMMA and goes_on)
        goes_on = joined and _may_share(number, following)
        if goes_on:
            shared[index] = replace(scaled_like(number, following), unit=following.unit)
    return shared


def measure_moves(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, where a length of time that became another is measured: "từ 228 ngày còn 76 ngày"."""
    for index, (number, following) in enumerate(zip(found, found[1:], strict=False)):
        if DURATION not in {number.hint, following.hint} or following.unit is None:
            continue
        if following.outer_start - number.outer_end > _LONGEST_MOVE or number.kind not in {"", following.kind}:
            continue
        if text[number.outer_end : following.outer_start].strip() in phrase_words().becoming:
            found[index], found[index + 1] = replace(number, hint=""), replace(following, hint="")
    return found


def _may_share(number: Quantity, following: Quantity) -> bool:
    """Whether the bare `number` can be of the unit of the one that follows it in a list."""
    unit = following.unit
    if number.unit is not None or number.hint or number.of is not None or unit is None or unit.row == WORD_ROW:
        return False
    if unit.kind in ("rank", "times") or following.hint:
        return False
    return unit.kind != "count" or (number.number is not None and number.step >= 1)


def scaled_like(number: Quantity, other: Quantity) -> Quantity:
    """The number with the scale word of `other`, where it leaves out its own: "từ 2 lên 3 triệu đồng"."""
    if not number.number or not other.number or number.unit is not None:
        return number
    for scale in _SCALES:
        is_near = _SMALLEST <= number.number * scale / other.number <= _LARGEST
        if is_near and number.number < scale <= min(other.number, other.step * 1000):
            whole = (number.number * scale).normalize()
            value = whole.quantize(Decimal(1)) if whole == whole.to_integral_value() else whole
            return replace(number, number=value, step=number.step * scale)
    return number
