"""The words by which ranks, scores, rainfall, floods, prices and populations are named."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.lexicon.time_words import TimeWords


@dataclass(frozen=True, slots=True)
class RankWords(TimeWords):
    """The roles of `data/phrase_words.toml` that only names of ranks, scores, rain, floods, prices and populations use.

    They are as in `PhraseWords`.
    """

    ranked: frozenset[str]
    rank_quality: frozenset[str]
    ranking_list: frozenset[str]
    topping: frozenset[str]
    position: frozenset[str]
    order: str
    rain: str
    flooded: frozenset[str]
    water: frozenset[str]
    sold: frozenset[str]
    bare_price: frozenset[str]
    population: tuple[str, ...]
