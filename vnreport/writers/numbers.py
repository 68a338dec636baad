"""Exact decimals in columns of a fixed width."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from vnreport.records.decimals import plain

PRECISION, SCALE = 38, 9
"""29 digits before the point and 9 after it: the widest that Parquet readers, DuckDB and Spark all know."""


def fixed_decimal(text: str) -> Decimal | None:
    """The number that a plain decimal string stands for; None where it has too many digits or another spelling.

    A number that is given comes back from the column as the same string (`plain`).
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or (number.is_zero() and number.is_signed()):
        return None
    exponent = int(number.as_tuple().exponent)
    if number.adjusted() >= PRECISION - SCALE or not -SCALE <= exponent <= PRECISION:
        return None
    return number if plain(number) == text else None
