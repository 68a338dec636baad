"""Compares the words of two fields: syllables of a noun phrase, codes and nouns of a unit."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover
    import tomli as tomllib

ENOUGH = 0.5
"""Syllable F1 from which two noun phrases count as the same (guidelines, section 8)."""

_SEPARATORS = re.compile(r"[^\w%/.]+")
_WORD = re.compile(r"\w+")
_SYLLABLE = re.compile(r"\w+|%")


@dataclass(frozen=True, slots=True)
class _Equals:
    """The tables of data/scoring.toml."""

    spellings: Mapping[str, str]
    acronyms: Mapping[str, str]
    units: Mapping[str, str]


@lru_cache(maxsize=1)
def _equals() -> _Equals:
    path = resources.files("vnreport.evaluate").joinpath("data/scoring.toml")
    return _Equals(**tomllib.loads(path.read_text(encoding="utf-8")))


def normal_form(text: str) -> str:
    """The text composed, in lower case, acronyms expanded, one spelling for each syllable that has two."""
    tables = _equals()
    spaced = _SEPARATORS.sub(" ", unicodedata.normalize("NFC", text).lower())
    long = _WORD.sub(lambda match: tables.acronyms.get(match[0], match[0]), spaced)
    for one, other in tables.spellings.items():
        long = long.replace(one, other)
    return long.strip(" .")


@lru_cache(maxsize=20_000)
def syllables(text: str) -> tuple[str, ...]:
    """The syllables, numbers and per cent signs of a text in its normal form."""
    return tuple(_SYLLABLE.findall(normal_form(text)))


def syllable_f1(one: str, other: str) -> float:
    """The F1 of two texts' syllables as bags; 0 where they share none."""
    left, right = Counter(syllables(one)), Counter(syllables(other))
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def unit_code(unit: str) -> str:
    """The unit with the words that have a code replaced by it, on each side of a "/"."""
    if not unit:
        return ""
    codes = _equals().units
    return "/".join(codes.get(part.strip(), part.strip()) for part in normal_form(unit).split("/"))


def same_unit(one: str, other: str) -> bool:
    """True where the codes are equal but for case, or one is a prefix of the other by words."""
    left, right = unit_code(one), unit_code(other)
    if left.lower() == right.lower():
        return True
    if not left or not right or "/" in left or "/" in right:
        return False
    return f"{left} ".startswith(f"{right} ") or f"{right} ".startswith(f"{left} ")


def scope_found(scope: str, predicted: tuple[str, ...], indicator: str) -> bool:
    """True where a gold scope is among the predicted ones, or wholly within the predicted indicator."""
    if any(syllable_f1(scope, item) >= ENOUGH for item in predicted):
        return True
    return set(syllables(scope)) <= set(syllables(indicator))
