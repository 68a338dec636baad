"""The words by which phrases tell of times: what a period dates, and what it says nothing of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The roles of `data/phrase_words.toml` that only the reading of periods asks for, as in `PhraseWords`."""

    gathering: frozenset[str]
    happening: frozenset[str]
    act: frozenset[str]
    dated: frozenset[str]
    programme: frozenset[str]
    began: frozenset[str]
    enacted: frozenset[str]
    completing: frozenset[str]
    since: str
    time_clause: frozenset[str]
    outcome: frozenset[str]
    single: str
    like: str
    lasting: tuple[str, ...]
    lasting_whole: frozenset[str]
    sized_name: tuple[str, ...]
    harmed: frozenset[str]
    any_name: frozenset[str]
    by_rule: frozenset[str]
    yearly: frozenset[str]
    usual: frozenset[str]
    regular: frozenset[str]
    survey: frozenset[str]
    sampled: frozenset[str]
    some_survey: frozenset[str]
    exchange: tuple[str, ...]
    consumer_prices: tuple[str, ...]
    carried_out: frozenset[str]
    stock: frozenset[str]
    ownership: frozenset[str]
    owned: frozenset[str]
    distant: frozenset[str]
    tax: frozenset[str]
    duty: tuple[str, ...]
    granting: tuple[str, ...]
    holding: frozenset[str]
    first_person: frozenset[str]
    that_is: frozenset[str]
    lunar: frozenset[str]
    bounded: tuple[str, ...]
    made: frozenset[str]
    reason: frozenset[str]
    priced: frozenset[str]
    effect: frozenset[str]
    feast: frozenset[str]
    ongoing: frozenset[str]
    background: frozenset[str]
    this_round: frozenset[str]
    falling_short: frozenset[str]
    named_months: frozenset[str]
    paper: frozenset[str]
    delivered: frozenset[str]
    days_off: frozenset[str]
    days_counted: frozenset[str]
    throughout: frozenset[str]
    session: frozenset[str]
    breaking_down: frozenset[str]
    adding: frozenset[str]
    metal: frozenset[str]
    before_that: frozenset[str]
    formerly: frozenset[str]
    back_then: frozenset[str]
    accounts: frozenset[str]
