"""Spans that a list cuts a scale into, none of which is a figure: "theo 6 bậc: 0-50 kWh, 51-100 kWh, 101-200 kWh"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from vnreport.assembly.sentences.items import Item
from vnreport.lexicon.phrase_words import phrase_words

# Items between two classes of one scale: "bậc 1 từ 0-50 kWh và bậc 2 từ 51-100 kWh".
CLASS_REACH = 8
# Spans that join at their ends from which on they cut a scale: "5-7 triệu đồng … 7-10 triệu đồng" may be two offers.
FEWEST_JOINED = 3


def rows_of_classes(items: Sequence[Item]) -> list[int]:
    """The places of the spans that a list cuts a scale into: "theo 6 bậc: 0-50 kWh, 51-100 kWh, 101-200 kWh".

    Each begins at the next number behind the one before, or three of them where the one before ends; the first and the
    last may be open: "dưới 5 km, 5-10 km và trên 10 km".
    """
    found: list[int] = []
    row: list[int] = []
    for place in range(len(items)):
        own = _ends(items, place)
        if own is None:
            continue
        before = _ends(items, row[-1]) if row and place - row[-1] <= CLASS_REACH else None
        gap = None if before is None else _gap(items, row[-1], place)
        row = [*row, place] if gap is not None else [place]
        closed = all(None not in (_ends(items, each) or ()) for each in row)
        if (gap and closed) or len(row) >= FEWEST_JOINED:
            found.extend(row)
    return found


def _ends(items: Sequence[Item], place: int) -> tuple[Decimal | None, Decimal | None] | None:
    """Where the class of a scale begins and ends, None for open; None for a figure that is no class."""
    quantity = items[place].quantity
    if quantity is None or quantity.low is not None or quantity.number is None:
        return None if quantity is None or quantity.low is None else (quantity.low, quantity.high)
    below = quantity.bound in {"<", "<="} or (place > 0 and items[place - 1].low in phrase_words().class_end)
    if below:
        return None, quantity.number
    return (quantity.number, None) if quantity.bound in {">", ">="} else None


def _gap(items: Sequence[Item], first: int, second: int) -> Decimal | None:
    """How far behind a class another one of the same unit begins: 0 or a step; None for any that is no next one."""
    one, other = items[first].quantity, items[second].quantity
    ends, begins = _ends(items, first), _ends(items, second)
    if one is None or other is None or ends is None or begins is None or one.code != other.code:
        return None
    if one.code.lower() in phrase_words().weather_unit:
        # "cao nhất 32-35 độ, vùng núi 35-36 độ, có nơi trên 36 độ"
        return None
    if ends[1] is None or begins[0] is None:
        return None
    gap = begins[0] - ends[1]
    return gap if gap in {0, max(one.step, other.step)} else None
