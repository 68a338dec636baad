"""The words by which prices, sums of money and what they are paid for are told."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.lexicon.list_words import ListWords


@dataclass(frozen=True, slots=True)
class MoneyWords(ListWords):
    """The roles of `data/phrase_words.toml` that only prices, sums of money and those who pay or get them ask for.

    They are as in `PhraseWords`.
    """

    priced_opener: frozenset[str]
    price_basis: tuple[str, ...]
    quoted_for: frozenset[str]
    worth: str
    price: str
    price_index: frozenset[str]
    worth_name: frozenset[str]
    held_worth: frozenset[str]
    both_prices: tuple[str, ...]
    trade_side: frozenset[str]
    bought_side: frozenset[str]
    sold_side: frozenset[str]
    bonus: frozenset[str]
    waived: str
    adjusting: frozenset[str]
    capital: str
    levied: frozenset[str]
    costed: frozenset[str]
    money_deed: frozenset[str]
    needing: frozenset[str]
    short_sum: frozenset[str]
    spent_on: frozenset[str]
    told_sum: frozenset[str]
    earner: frozenset[str]
    goods_group: frozenset[str]
    contributed: frozenset[str]
    sum_noun: frozenset[str]
    receiving: frozenset[str]
    holding_verb: frozenset[str]
    stake: frozenset[str]
    motive: frozenset[str]
    thing_worth: frozenset[str]
