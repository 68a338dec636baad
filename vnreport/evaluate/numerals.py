"""Reads the number of an annotated span: digits as Vietnamese prints them, scale words, simple words, ranges.

The annotator marks the span, so this reader may refuse what is unusual; the markup then has to give the value. It is
apart from `vnreport.grammar` on purpose: gold must not depend on the code that it measures.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from vnreport.evaluate.codes import load_codes

PLAIN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DIGITS = re.compile(
    r"(?P<sign>[-\u2212]?)(?:(?P<whole>[0-9]{1,3}(?:[.\u00a0 ][0-9]{3})+|[0-9]+)(?:,(?P<part>[0-9]+))?)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a span says: `number`, or `low` and `high` of a range; `step` is the size of the last printed digit."""

    number: Decimal | None
    low: Decimal | None
    high: Decimal | None
    step: Decimal


def plain_decimal(text: str) -> Decimal | None:
    """The value of a plain decimal ("87370000", "0.28", "-1.5"), None for anything else."""
    if not PLAIN.fullmatch(text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:  # pragma: no cover - the pattern admits decimals only
        return None


def read_number(span: str) -> Reading | None:
    """The number that a span prints, None where it is not one of the plain forms.

    Decimal comma, dots or spaces between thousands, then scale words, also several ("nghìn tỷ"); number words up to
    ten; ranges "a-b", "a đến b", where a scale word at the end counts for both ends.
    """
    text = unicodedata.normalize("NFC", span).strip().lower()
    single = _single(text)
    if single is not None:
        number, step, _ = single
        return Reading(number, None, None, step)
    match = _range().match(text)
    if match is None:
        return None
    low, high = _single(match["low"]), _single(match["high"])
    if low is None or high is None:
        return None
    power = high[2] if low[2] == 0 else 0
    low_number = low[0].scaleb(power)
    return Reading(None, low_number, high[0], high[1]) if low_number < high[0] else None


@cache
def _range() -> re.Pattern[str]:
    """The two ends of a range: "a-b", "từ a đến b"."""
    codes = load_codes()
    before, between = ("|".join(map(re.escape, words)) for words in (codes.range_from, codes.range_to))
    sign = rf"[-\u2010-\u2015\u2212]|\s(?:{between})\s"
    return re.compile(rf"^(?:(?:{before})\s+)?(?P<low>.+?)\s*(?:{sign})\s*(?P<high>.+)$")


def _single(text: str) -> tuple[Decimal, Decimal, int] | None:
    """Number, step and power of ten of one printed number, None where it is not one."""
    codes = load_codes()
    match = _DIGITS.match(text)
    if match is not None:
        digits = match["whole"].replace(".", "").replace(" ", "").replace("\u00a0", "")
        number = Decimal(f"{'-' if match['sign'] else ''}{digits}.{match['part'] or '0'}")
        step = Decimal(1).scaleb(-len(match["part"] or ""))
        rest = text[match.end() :].split()
    else:
        first, _, tail = text.partition(" ")
        if first not in codes.words:
            return None
        number, step, rest = codes.words[first], Decimal(1), tail.split()
    if any(word not in codes.scales for word in rest):
        return None
    power = sum(codes.scales[word] for word in rest)
    return number.scaleb(power), step.scaleb(power), power
