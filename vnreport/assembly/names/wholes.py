"""What a share is a share of, by the numbers: 9,1 tỷ and "62,7%" are of a total of 14,5 tỷ told before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from vnreport.assembly.sentences.drafts import Draft
from vnreport.grammar.values import AMOUNTS, Quantity

# So many values before the part are looked at.
MOST_VALUES = 24
# Digits but zeros at the end that a number has at least which was only rounded.
LEAST_DIGITS = 2
# So many values before a part may be the one that it is a part of; the rule of a value named as such a part.
MOST_NEAR, PART_RULE = 4, "indicator.whole.told"


def whole_by_numbers(share: Draft, part: Draft, values: Sequence[Draft]) -> Draft | None:
    """The last value in the unit of the part that the part, else its number before it was rounded, is the stated
    share of, or None."""
    percent, amount = share.quantity, part.quantity
    if percent is None or percent.number is None or amount is None or not amount.number or percent.number >= 100:
        return None
    totals = [
        (other.quantity.number, other)
        for other in values[-MOST_VALUES:]
        if other is not part and other.indicator is not None and other.quantity is not None and other.quantity.number
        if _same_unit(other.quantity, amount)
    ]
    for slack in sorted({Decimal(0), _rounding(amount.number)}):
        for total, other in reversed(totals):
            stated, computed = percent.number, amount.number * 100 / total
            if abs(computed - stated) <= _last_place(stated) + slack * 100 / total:
                return other
    return None


def whole_of_part(part: Draft, values: Sequence[Draft]) -> Draft | None:
    """The last larger value in the unit of the part, told in its sentence or among the few right before; or None."""
    amount = part.quantity
    if amount is None or not amount.number:
        return None
    for other in reversed(values[-MOST_NEAR:]):
        total, name = other.quantity, other.indicator
        if total is None or not total.number or name is None or name.rule == PART_RULE:
            continue
        near = part.sentence.shares_paragraph(other.sentence)
        if near and _same_unit(total, amount) and total.number > amount.number:
            return other
    return None


def whole_by_size(before: Sequence[Draft], parts: Sequence[Quantity]) -> Draft | None:
    """The first value before a breakdown that holds its largest part, where the last one is smaller; or None.

    "Kim ngạch đạt 70 tỷ USD; thặng dư 20 tỷ USD. Trong đó, nông sản 37 tỷ USD": of "kim ngạch".
    """
    first = next((part for part in parts if part.unit is not None and part.unit.kind in AMOUNTS), None)
    if first is None:
        return None
    most = max((part.number for part in parts if part.number is not None and _same_unit(part, first)), default=None)
    wholes = [
        (draft.quantity.number, draft)
        for draft in before
        if draft.role == "value" and draft.indicator is not None
        if draft.quantity is not None and draft.quantity.number is not None and _same_unit(draft.quantity, first)
    ]
    if most is None or not wholes or wholes[-1][0] >= most:
        return None
    return next((draft for number, draft in wholes if number >= most and "indicator" not in draft.inherited), None)


def _last_place(number: Decimal) -> Decimal:
    """One of the last digit that a number is printed with."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _rounding(number: Decimal) -> Decimal:
    """How much a number may be off that was rounded to its last digit but zeros, 0 where hardly one is left: 1.600 is
    within 50, 2.000 may be anything."""
    _, digits, exponent = number.normalize().as_tuple()
    if len(digits) < LEAST_DIGITS or not isinstance(exponent, int):
        return Decimal(0)
    return Decimal(5).scaleb(exponent - 1)


def _same_unit(total: Quantity, amount: Quantity) -> bool:
    unit = amount.unit
    return unit is not None and unit.kind in AMOUNTS and total.unit is not None and total.unit.code == unit.code
