"""The fields of the markup's record lines: their defaults, and numbers read from the marked span."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from vnreport.errors import Fault
from vnreport.evaluate.codes import load_codes
from vnreport.evaluate.numerals import Reading, plain_decimal, read_number
from vnreport.records.decimals import plain

KEYS = (
    ("v", "lo", "hi", "of", "b", "u", "ind", "sc", "p", "st", "opt", "check"),
    ("d", "v", "lo", "hi", "b", "u", "bk", "bp", "bv"),
)
_SYLLABLE = re.compile(r"[^\W_]+")


def order(key: str) -> tuple[int, int]:
    """Sorts "K" before "K.1" before "K.2"."""
    record, _, comparison = key.partition(".")
    return int(record), int(comparison or 0)


def build_entry(
    key: str,
    pairs: Iterable[tuple[str, str]],
    span: tuple[int, int] | None,
    text: str,
    header: Mapping[str, str],
    place: str,
) -> tuple[dict[str, Any], list[Fault]]:
    """The gold fields of one record line and the faults of its number.

    `span` is the marked number, None where the line has none. Other fields are checked once the record is whole.
    """
    given = dict(pairs)
    faults: list[Fault] = []
    numbers = _numbers(given, span, text, place, faults, comparison="." in key)
    common = {"n": None if span is None else list(span), **numbers}
    if "." in key:
        if given.get("bk") == "period" and "bp" not in given:
            faults.append(Fault(place, "bp", "nothing", "the period of the baseline, or bp=- where none is known"))
        return _comparison(given, common), faults
    form: Any = header.get("form", "NFC")
    period = given.get("p", header.get("period", "-"))
    values = {
        **common,
        "of": given.get("of"),
        "b": given.get("b", "="),
        "u": given.get("u", ""),
        "ind": unicodedata.normalize(form, given.get("ind", "")),
        "sc": [unicodedata.normalize(form, value) for name, value in pairs if name == "sc"],
        "p": None if period == "-" else period,
        "st": given.get("st", "actual"),
        "cmp": [],
        "opt": given.get("opt") == "1",
        "check": given.get("check"),
    }
    if given.get("opt", "1") != "1":
        faults.append(Fault(place, "opt", given["opt"], "opt=1, or left out"))
    return values, faults


def _comparison(given: Mapping[str, str], common: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "n": common["n"],
        "d": given.get("d"),
        "v": common["v"],
        "lo": common["lo"],
        "hi": common["hi"],
        "b": given.get("b", "="),
        "u": given.get("u", ""),
        "bk": given.get("bk", "unstated"),
        "bp": None if given.get("bp") == "-" else given.get("bp"),
        "bv": given.get("bv"),
    }


def _numbers(
    given: Mapping[str, str],
    span: tuple[int, int] | None,
    text: str,
    place: str,
    faults: list[Fault],
    *,
    comparison: bool,
) -> dict[str, str | None]:
    """v, lo and hi as given or as the span prints them; faults of the mark are noted."""
    stated = {name: given.get(name) for name in ("v", "lo", "hi")}
    if span is None:
        if comparison and given.get("v") != "-":
            faults.append(Fault(place, "v", given.get("v", "nothing"), "a marked amount in the text, or v=-"))
        if stated["v"] == "-":
            stated["v"] = None
        return stated
    if stated["v"] == "-":
        faults.append(Fault(place, "v", "-", "a number beside the marked amount"))
    faults += _check_mark(span, text, place)
    reading = read_number(text[span[0] : span[1]])
    if any(value is not None for value in stated.values()):
        return _agreed(stated, reading, place, faults)
    if reading is None:
        faults.append(Fault(place, "v", repr(text[span[0] : span[1]]), "a span that can be read, or v, or lo and hi"))
        return stated
    shown = {"v": reading.number, "lo": reading.low, "hi": reading.high}
    return {name: None if value is None else plain(value) for name, value in shown.items()}


def _agreed(
    stated: dict[str, str | None], reading: Reading | None, place: str, faults: list[Fault]
) -> dict[str, str | None]:
    """The stated numbers; other digits than the span prints are a fault (a scale said elsewhere is none)."""
    shown = {} if reading is None else {"v": reading.number, "lo": reading.low, "hi": reading.high}
    for name, printed in shown.items():
        value = plain_decimal(stated[name] or "")
        if value is not None and printed is not None and _mantissa(value) != _mantissa(printed):
            faults.append(Fault(place, name, plain(value), f"the digits of the span, {plain(printed)}"))
    return stated


def _mantissa(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits


def _check_mark(span: tuple[int, int], text: str, place: str) -> Iterator[Fault]:
    """Faults of what stands right beside a mark: digits cut off, a scale word left out."""
    before, after = text[max(0, span[0] - 2) : span[0]], unicodedata.normalize("NFC", text[span[1] : span[1] + 20])
    if re.search(r"[0-9]$|[0-9][.,]$", before) or re.match(r"[.,]?[0-9]", after):
        faulty = text[max(0, span[0] - 2) : span[1] + 2]
        yield Fault(place, "mark", repr(faulty), "the whole number")
    scales, others = "|".join(load_codes().scales), "|".join(load_codes().no_scale)
    missed = re.match(rf"\s({scales})(?!\w)(?!\s(?:{others})\b)", after)
    if missed:
        yield Fault(place, "mark", repr(text[span[0] : span[1]]), f"the scale word {missed[1]} within the mark")


def strange_words(records: Iterable[tuple[str, Mapping[str, Any]]], text: str) -> Iterator[Fault]:
    """Indicators and scopes with a syllable that the document does not have: misspelt, or composed freely.

    No fault by itself: an indicator may be composed where the text leaves its noun out.
    """
    known = set(syllables(text))
    for place, record in records:
        for field, value in (("ind", record["ind"]), *(("sc", scope) for scope in record["sc"])):
            strange = [word for word in syllables(value) if word not in known]
            if strange:
                yield Fault(place, field, " ".join(strange), "words of the text")


def syllables(text: str) -> list[str]:
    """Words and numbers of a text, composed and in lower case."""
    return _SYLLABLE.findall(unicodedata.normalize("NFC", text).lower())
