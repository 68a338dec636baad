"""Verbs of all kinds, as a part-of-speech model knows them."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def known_verbs() -> frozenset[str]:
    """The verbs of `data/verbs.txt`, lower case and NFC; words that are nouns as well are none of them."""
    path = resources.files("vnreport.lexicon").joinpath("data").joinpath("verbs.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
