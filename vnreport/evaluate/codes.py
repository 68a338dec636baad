"""The closed lists of a gold record's fields, read once from data/codes.toml."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib import resources

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover
    import tomli as tomllib


@dataclass(frozen=True, slots=True)
class Codes:
    """What the fields of a gold record may hold.

    `units` are the codes that stand as they are, `instead` the words that have a code of their own and the code,
    `titles` what stands before the name of an office, `scales` the power of ten of each scale word, `no_scale` what
    makes another word of one, `words` the numbers in words, `range_from` and `range_to` the words of ranges.
    """

    bounds: frozenset[str]
    statuses: frozenset[str]
    directions: frozenset[str]
    baseline_kinds: frozenset[str]
    units: frozenset[str]
    instead: Mapping[str, str]
    titles: tuple[str, ...]
    range_from: tuple[str, ...]
    range_to: tuple[str, ...]
    no_scale: tuple[str, ...]
    scales: Mapping[str, int]
    words: Mapping[str, Decimal]


@lru_cache(maxsize=1)
def load_codes() -> Codes:
    """The lists of data/codes.toml; the same object on every call, never changed."""
    path = resources.files("vnreport.evaluate").joinpath("data/codes.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Codes(
        bounds=frozenset(table["bounds"]),
        statuses=frozenset(table["statuses"]),
        directions=frozenset(table["directions"]),
        baseline_kinds=frozenset(table["baseline_kinds"]),
        units=frozenset(table["plain"] + table["currencies"] + table["measures"]),
        instead=table["instead"],
        titles=tuple(table["titles"]),
        range_from=tuple(table["range_from"]),
        range_to=tuple(table["range_to"]),
        no_scale=tuple(table["no_scale"]),
        scales=table["scales"],
        words={word: Decimal(value) for word, value in table["words"].items()},
    )
