"""Checks the fields of one gold record, whichever file form it came from; every fault is returned, none is raised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from vnreport.errors import Fault, InputError
from vnreport.evaluate.codes import load_codes
from vnreport.evaluate.numerals import plain_decimal
from vnreport.evaluate.periods import read_days, same_period

RECORD_KEYS = ("n", "v", "lo", "hi", "of", "b", "u", "ind", "sc", "p", "st", "cmp", "opt", "check")
COMPARISON_KEYS = ("n", "d", "v", "lo", "hi", "b", "u", "bk", "bp", "bv")
_DENOMINATOR = re.compile(r"(?:[1-9][0-9.]*\s*)?(?P<word>.*)")
_NOUN = re.compile(r"[^\W\d_]+[0-9]?(?:[ .-][^\W_]+)*")


def check_record(record: Mapping[str, Any], place: str, length: int) -> Iterator[Fault]:
    """The faults of a record with all keys of section 7; `length` is the number of characters of the text."""
    codes = load_codes()
    yield from _unknown(record, RECORD_KEYS, place)
    yield from _span(record.get("n"), place, "n", length)
    yield from _numbers(record, ("v", "lo", "hi", "of"), place)
    yield from _member(record.get("b", "="), codes.bounds, place, "b")
    yield from _member(record.get("st", "actual"), codes.statuses, place, "st")
    yield from check_unit(record.get("u") or "", place)
    yield from check_period(record.get("p"), place, "p")
    indicator = record.get("ind")
    if not isinstance(indicator, str) or not indicator.strip():
        yield Fault(place, "ind", repr(indicator), "the words of the indicator")
    scopes = [] if record.get("sc") is None else record["sc"]
    if not isinstance(scopes, list) or any(not isinstance(scope, str) or not scope.strip() for scope in scopes):
        yield Fault(place, "sc", repr(scopes), "a list of texts")
    if not isinstance(record.get("opt", False), bool):
        yield Fault(place, "opt", repr(record.get("opt")), "true or false")
    yield from _member(record.get("check") or "", ("", "inconsistent"), place, "check")
    comparisons = [] if record.get("cmp") is None else record["cmp"]
    if not isinstance(comparisons, list) or not all(isinstance(item, Mapping) for item in comparisons):
        yield Fault(place, "cmp", repr(comparisons), "a list of comparisons")
        return
    yield from _presence(record, comparisons, place)
    for index, comparison in enumerate(comparisons, 1):
        yield from check_comparison(comparison, f"{place}.{index}", length, record.get("p"))


def check_comparison(comparison: Mapping[str, Any], place: str, length: int, period: str | None) -> Iterator[Fault]:
    """The faults of one comparison; `period` is the period of its record."""
    codes = load_codes()
    yield from _unknown(comparison, COMPARISON_KEYS, place)
    yield from _span(comparison.get("n"), place, "n", length)
    yield from _numbers(comparison, ("v", "lo", "hi", "bv"), place)
    yield from _member(comparison.get("d"), codes.directions, place, "d")
    yield from _member(comparison.get("b") or "=", codes.bounds, place, "b")
    yield from check_unit(comparison.get("u") or "", place)
    kind, baseline = comparison.get("bk") or "unstated", comparison.get("bp")
    yield from _member(kind, codes.baseline_kinds, place, "bk")
    yield from check_period(baseline, place, "bp")
    if kind == "unstated" and baseline:
        yield Fault(place, "bp", baseline, "no period beside bk=unstated")
    if kind == "period" and baseline and period and same_period(baseline, period):
        yield Fault(place, "bp", baseline, "another period than the record's own")


def check_strict(record: Mapping[str, Any], place: str) -> Iterator[Fault]:
    """What our own corpus must also keep: each comparison has the unit that its direction asks for."""
    for index, comparison in enumerate(record["cmp"], 1):
        amount = comparison["v"] is not None or comparison["lo"] is not None
        unit, direction = comparison["u"], comparison["d"]
        if direction == "times" and amount and unit != "x":
            yield Fault(f"{place}.{index}", "u", unit or "nothing", "x beside d=times")
        if direction == "ratio" and unit != "%":
            yield Fault(f"{place}.{index}", "u", unit or "nothing", "% beside d=ratio")
        if not amount and unit:
            yield Fault(f"{place}.{index}", "u", unit, "no unit where there is no amount")


def check_unit(unit: str, place: str) -> Iterator[Fault]:
    """The faults of a unit: words that have a code of their own, scale words, capitals of a counted noun."""
    codes = load_codes()
    if not isinstance(unit, str):
        yield Fault(place, "u", repr(unit), "a text")
        return
    if unit == "" or unit in codes.units:
        return
    numerator, *denominators = unit.split("/")
    yield from _unit_word(numerator, unit, place)
    for part in denominators:
        match = _DENOMINATOR.fullmatch(part)
        word = match["word"] if match else part
        first, _, rest = word.partition(" ")
        yield from _unit_word(rest if rest and first in codes.scales else word, unit, place)


def _unit_word(word: str, unit: str, place: str) -> Iterator[Fault]:
    """The fault of one side of a unit's "/"."""
    codes = load_codes()
    if word in codes.units:
        return
    instead = codes.instead.get(word) or codes.instead.get(word.lower())
    if instead is not None:
        yield Fault(place, "u", unit, instead)
    elif word.split(" ")[0] in codes.scales and " " in word:
        yield Fault(place, "u", unit, "no scale word; it belongs to the number")
    elif not _NOUN.fullmatch(word):
        yield Fault(place, "u", unit, "a code of guidelines section 3 or a counted noun")
    elif any(part[0].isupper() and part.upper() != part for part in word.split(" ")):
        yield Fault(place, "u", unit, "a counted noun in lower case")


def check_period(iso: Any, place: str, field: str) -> Iterator[Fault]:
    """The fault of a period text, none for null."""
    if iso is None:
        return
    if not isinstance(iso, str):
        yield Fault(place, field, repr(iso), "a period as text, or null")
        return
    try:
        read_days(iso)
    except InputError as error:
        yield Fault(place, field, iso, f"a period ({error.reason})")


def _presence(record: Mapping[str, Any], comparisons: list[Mapping[str, Any]], place: str) -> Iterator[Fault]:
    """Faults of what stands together: number with span, range without number, a record without value with a change."""
    has_value = any(record.get(key) is not None for key in ("v", "lo", "hi"))
    if record.get("n") is None and (has_value or record.get("of") is not None):
        yield Fault(place, "n", "nothing", "the span of the number")
    if record.get("n") is not None and not has_value:
        yield Fault(place, "v", "nothing", "a number, or lo and hi")
    if record.get("n") is None and not any(item.get("n") for item in comparisons):
        yield Fault(place, "n", "nothing", "a marked number, or a comparison with a marked amount")
    if record.get("n") is None and (record.get("u") or (record.get("b") or "=") != "="):
        yield Fault(place, "u", str(record.get("u") or record.get("b")), "no unit and no bound where there is no value")
    for entry, where in ((record, place), *((item, f"{place}.{i}") for i, item in enumerate(comparisons, 1))):
        low, high, number = entry.get("lo"), entry.get("hi"), entry.get("v")
        if (low is None) != (high is None) or (low is not None and number is not None):
            yield Fault(where, "lo", f"v={number} lo={low} hi={high}", "either v, or lo and hi")


def _span(span: Any, place: str, field: str, length: int) -> Iterator[Fault]:
    if span is None:
        return
    whole = isinstance(span, list) and len(span) == 2 and all(type(end) is int for end in span)
    if not whole or not 0 <= span[0] < span[1] <= length:
        yield Fault(place, field, repr(span), f"[start, end] within the text's {length} characters, or null")


def _numbers(entry: Mapping[str, Any], keys: tuple[str, ...], place: str) -> Iterator[Fault]:
    for key in keys:
        value = entry.get(key)
        if value is None or (isinstance(value, (int, Decimal)) and not isinstance(value, bool)):
            continue
        if not isinstance(value, str) or plain_decimal(value) is None:
            yield Fault(place, key, repr(value), "a plain decimal, as 1200000 or 0.28")


def _member(value: Any, allowed: frozenset[str] | tuple[str, ...], place: str, field: str) -> Iterator[Fault]:
    if value not in allowed:
        yield Fault(place, field, repr(value), "one of " + " ".join(sorted(filter(None, allowed))))


def _unknown(entry: Mapping[str, Any], known: tuple[str, ...], place: str) -> Iterator[Fault]:
    for key in entry:
        if key not in known:
            yield Fault(place, str(key), "an unknown field", "one of " + " ".join(known))
