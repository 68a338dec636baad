"""The words by which lists, classes and the members of both are told."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.lexicon.rank_words import RankWords


@dataclass(frozen=True, slots=True)
class ListWords(RankWords):
    """The roles of `data/phrase_words.toml` that only lists, classes of a scale and their members ask for.

    They are as in `PhraseWords`.
    """

    ordinal_number: frozenset[str]
    noun_pair: frozenset[str]
    joined_office: frozenset[str]
    weather_unit: frozenset[str]
    pack: frozenset[str]
    applied: frozenset[str]
    both_figures: frozenset[str]
    requiring: frozenset[str]
    several: frozenset[str]
    mover: frozenset[str]
    opinion: frozenset[str]
    gap: frozenset[str]
    economy: frozenset[str]
    output_name: tuple[str, ...]
