"""The words by which things, how large they are and how far apart they lie are told."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.lexicon.money_words import MoneyWords


@dataclass(frozen=True, slots=True)
class SizeWords(MoneyWords):
    """The roles of `data/phrase_words.toml` that only lengths, areas, weights and what has them ask for.

    They are as in `PhraseWords`.
    """

    size: frozenset[str]
    dimension: frozenset[str]
    dimension_noun: str
    built: frozenset[str]
    ground_noun: frozenset[str]
    land: str
    apart: str
    lying_at: frozenset[str]
