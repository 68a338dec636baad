"""Reading digits: decimal comma, thousands points or spaces, and the dot-decimals of careless writers by evidence.

The comma before decimals and the points between thousands are those of the Law on Accounting (88/2015/QH13, art. 11).
"""

from __future__ import annotations

import re
from decimal import Decimal

from vnreport.values import value

_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3}){1,8}(?:,[0-9]{1,9})?(?![0-9]|[.,][0-9]| ?[+-]?[0-9])")
"""Not where a further number follows: a row of a table."""
# What may not stand before a number is looked at behind its first digit, so that the search can leap from one digit to
# the next.
_SPACED_MILLIONS = re.compile(r"[1-9](?<![0-9.,].)[0-9]{0,2}(?: [0-9]{3}){2,}(?![0-9])")
_DOT_THOUSANDS = re.compile(r"[1-9](?<![0-9.,].)[0-9]{0,2}(?:\.[0-9]{3})+(?![0-9])")
_RUN = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_COMMA_DECIMAL = re.compile(r"[0-9],[0-9]{1,2}(?![0-9,])")
_DOT_PERCENT = re.compile(r"[0-9](?<![0-9.,].)[0-9]{0,2}\.[0-9]{1,2}\s?%")
_COMMA_THOUSANDS = re.compile(r"[1-9](?<![0-9.,].)[0-9]{0,2}(?:,[0-9]{3}){2,}(?![0-9])")


_LONGEST = 40
"""Longer runs are no numbers that a report states; reading them would cost more than their length."""


@value(frozen=True, slots=True)
class Digits:
    """Digits as printed, read: `value` is None where they are no number ("1,173,5", "2.1.3", "090.123").

    `step` is the size of the last digit. `other` is the second reading of a single separator before three digits
    ("1.234" is 1234 or 1.234), else None. `plain` means digits alone, `separator` the single separator or "".
    """

    start: int
    end: int
    value: Decimal | None
    step: Decimal
    other: Decimal | None = None
    plain: bool = False
    separator: str = ""


@value(frozen=True, slots=True)
class NumberStyle:
    """How a text writes its numbers.

    `dot_decimal` where percentages have points and no number has a decimal comma; `comma_thousands` where that holds or
    "1,234,567" occurs; `spaced_thousands` unless thousands have points and no number has two groups after spaces.
    """

    dot_decimal: bool = False
    comma_thousands: bool = False
    spaced_thousands: bool = True
    dot_thousands: bool = False


def number_style(text: str, start: int = 0, end: int | None = None) -> NumberStyle:
    """The evidence of `text[start:end]` for one reading of "1.234" and "1,234" or the other."""
    stop = len(text) if end is None else end
    dotted = _DOT_THOUSANDS.search(text, start, stop) is not None
    spaced = not dotted or _SPACED_MILLIONS.search(text, start, stop) is not None
    thousands = _COMMA_THOUSANDS.search(text, start, stop) is not None
    if not thousands and _COMMA_DECIMAL.search(text, start, stop):
        return NumberStyle(spaced_thousands=spaced, dot_thousands=dotted)
    dots = _DOT_PERCENT.search(text, start, stop) is not None
    return NumberStyle(dots, thousands or dots, spaced, dotted)


def has_spaced_thousands(text: str, position: int, end: int) -> bool:
    """Whether the digits at `position` can be read as groups of three with spaces between them."""
    return _SPACED.match(text, position, end) is not None


def read_digits(text: str, position: int, end: int, *, spaced: bool = True) -> Digits:
    """The digits at `position`, which must be a digit; never empty. `spaced` lets spaces stand between thousands."""
    groups = _SPACED.match(text, position, end) if spaced else None
    if groups:
        whole, _, fraction = groups.group().replace(" ", "").partition(",")
        value = Decimal(f"{whole}.{fraction}" if fraction else whole)
        return Digits(position, groups.end(), value, _step(fraction))
    run = _RUN.match(text, position, end)
    if run is None:
        raise ValueError(f"no digit at {position}")
    raw = run.group()
    if len(raw) > _LONGEST:
        return Digits(position, run.end(), None, Decimal(1))
    separators = [char for char in raw if char in ".,"]
    if not separators:
        plain = Decimal(raw) if len(raw) < 3 or raw[0] != "0" else None
        return Digits(position, run.end(), plain, Decimal(1), plain=True)
    if len(separators) == 1:
        return _one_separator(raw, separators[0], position, run.end())
    return _many_separators(raw, separators, position, run.end())


def _one_separator(raw: str, separator: str, start: int, end: int) -> Digits:
    """Digits with one separator: "1.234" is thousands, "12,345" and "7.64" are decimal, other readings kept beside.

    Four digits before the point are a misprint of thousands ("1042.800 tỉ").
    """
    whole, fraction = raw.split(separator)
    if len(whole) > 1 and whole[0] == "0":
        return Digits(start, end, None, Decimal(1))
    decimal = Decimal(f"{whole}.{fraction}")
    grouped = len(fraction) == 3 and whole[0] != "0"
    if not grouped or (len(whole) > 3 and separator == ","):
        return Digits(start, end, decimal, _step(fraction), separator=separator)
    joined = Decimal(whole + fraction)
    if separator == ".":
        return Digits(start, end, joined, Decimal(1), other=decimal, separator=separator)
    return Digits(start, end, decimal, _step(fraction), other=joined, separator=separator)


def _many_separators(raw: str, separators: list[str], start: int, end: int) -> Digits:
    """Digits with several separators: thousands, with a decimal part after the other separator; else no number."""
    groups = re.split(r"[.,]", raw)
    fraction = ""
    if separators[-1] not in separators[:-1]:
        fraction = groups.pop()
        separators = separators[:-1]
    thousands = len(set(separators)) == 1 and len(groups[0]) <= 3 and groups[0][0] != "0"
    if not thousands or any(len(group) != 3 for group in groups[1:]):
        return Digits(start, end, None, Decimal(1))
    whole = "".join(groups)
    return Digits(start, end, Decimal(f"{whole}.{fraction}" if fraction else whole), _step(fraction))


def _step(fraction: str) -> Decimal:
    """The size of the last digit of a number with these decimals."""
    return Decimal(1).scaleb(-len(fraction))
