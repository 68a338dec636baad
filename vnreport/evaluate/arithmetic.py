"""Checks growth against both values in gold records: value, change and baseline value must agree as far as printed.

A printed number stands for an interval: half a step of its last printed digit towards zero, which rounding takes, and a
whole step away from it, which truncation takes; beside a bound ("gần 12 nghìn") a whole step to either side. The
baseline value has no span: it is looked for among the numbers that the text prints; where it is not found, its trailing
zeros are taken as not printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from vnreport.errors import Fault
from vnreport.evaluate.codes import load_codes
from vnreport.evaluate.numerals import read_number
from vnreport.records.decimals import plain

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Interval:
    """What a printed number may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def __str__(self) -> str:
        return f"{plain(self.low)} to {plain(self.high)}"


@cache
def _printed_number() -> re.Pattern[str]:
    """Digits with the scale words behind them."""
    scales = "|".join(load_codes().scales)
    return re.compile(rf"[0-9]+(?:[.,][0-9]+)*(?:\s(?:{scales})\b)*", re.IGNORECASE)


def check_growth(record: Mapping[str, Any], text: str, place: str) -> Iterator[Fault]:
    """The faults of a record's comparisons with a baseline value; none where the record is marked inconsistent."""
    if record.get("check") == "inconsistent" or record["v"] is None:
        return
    value = printed(record["v"], record["n"], text, bound=record["b"])
    for index, comparison in enumerate(record["cmp"], 1):
        if comparison["bv"] is None:
            continue
        base = printed(comparison["bv"], None, text)
        amount = (
            None if comparison["v"] is None else printed(comparison["v"], comparison["n"], text, bound=comparison["b"])
        )
        expected = list(_expected(comparison, value, base, record["u"]))
        if amount is None:
            yield from _check_direction(comparison, value, base, f"{place}.{index}")
        elif expected and not any(amount.meets(interval) for interval in expected):
            values = f"(value {record['v']}, baseline {comparison['bv']})"
            found = f"{comparison['d']} {comparison['v']} {comparison['u']} {values}"
            yield Fault(f"{place}.{index}", "v", found, " or ".join(map(str, expected)) + ", or check=inconsistent")


def printed(number: str, span: list[int] | None, text: str, *, bound: str = "=") -> Interval:
    """The interval of a number, by the step of its span, of the same number elsewhere, or of its trailing zeros."""
    value = Decimal(number)
    spans = [text[span[0] : span[1]]] if span else _printed_number().findall(text)
    readings = [reading for reading in map(read_number, spans) if reading is not None and reading.number == value]
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    step = Decimal(1).scaleb(int(exponent))
    if readings:
        step = max(reading.step for reading in readings)
    elif exponent == 0 and value:
        zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
        step = step.scaleb(zeros)
    inner = step / 2 if bound == "=" else step
    return Interval(value - step, value + inner) if value < 0 else Interval(value - inner, value + step)


def _expected(comparison: Mapping[str, Any], value: Interval, base: Interval, unit: str) -> Iterator[Interval]:
    """The intervals in which the amount may lie: several where the unit can be read two ways."""
    sign = -1 if comparison["d"] == "down" else 1
    direction, amount_unit = comparison["d"], comparison["u"]
    if direction in ("up", "down"):
        difference = _between(sign * (value.low - base.high), sign * (value.high - base.low))
        if amount_unit == unit or (amount_unit, unit) == ("pp", "%"):
            yield difference
        if amount_unit == "%" and base.low > 0:
            ends = [sign * (v / b - 1) * HUNDRED for v in (value.low, value.high) for b in (base.low, base.high)]
            yield Interval(min(ends), max(ends))
    elif direction in ("times", "ratio") and base.low > 0:
        factor = HUNDRED if direction == "ratio" else Decimal(1)
        ends = [factor * v / b for v in (value.low, value.high) for b in (base.low, base.high)]
        yield Interval(min(ends), max(ends))


def _between(one: Decimal, other: Decimal) -> Interval:
    return Interval(min(one, other), max(one, other))


def _check_direction(comparison: Mapping[str, Any], value: Interval, base: Interval, place: str) -> Iterator[Fault]:
    wrong = {"up": value.high <= base.low, "down": value.low >= base.high, "flat": not value.meets(base)}
    if wrong.get(comparison["d"], False):
        yield Fault(
            place, "d", comparison["d"], "the direction from the baseline value to the value, or check=inconsistent"
        )
