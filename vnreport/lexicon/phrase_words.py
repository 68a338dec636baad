"""The words by which phrases begin, end and hang together around a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vnreport.lexicon.load import read_rows
from vnreport.lexicon.roles import PhraseWord as PhraseWord
from vnreport.lexicon.roles import by_role
from vnreport.lexicon.size_words import SizeWords


@dataclass(frozen=True, slots=True)
class PhraseWords(SizeWords):
    """The surfaces of each role of `data/phrase_words.toml`, lower case; what a role is for stands beside its row.

    A role of one word is a text. Roles of words that begin a longer cue are tuples, as `str.startswith` takes them; the
    others are sets. Those that only times are told by stand in `TimeWords`, those of ranks and rain in `RankWords`,
    those of lists and classes in `ListWords`, those of prices and sums of money in `MoneyWords`, those of sizes in
    `SizeWords`.
    """

    scene: frozenset[str]
    preposition: frozenset[str]
    closer: frozenset[str]
    dangling: frozenset[str]
    place: frozenset[str]
    standing: frozenset[str]
    by_the_way: frozenset[str]
    whereabouts: frozenset[str]
    at_one: frozenset[str]
    how_often: frozenset[str]
    on: str
    ground: str
    lying: frozenset[str]
    extent: frozenset[str]
    whole: frozenset[str]
    within: str
    separator: frozenset[str]
    causing: frozenset[str]
    conjunction: str
    of: str
    companion: str
    about: str
    counting_in: frozenset[str]
    inserted: frozenset[str]
    ordering: frozenset[str]
    score: frozenset[str]
    mean: frozenset[str]
    anyone: str
    persons: frozenset[str]
    weighing: frozenset[str]
    bearing: frozenset[str]
    complement: frozenset[str]
    topic: frozenset[str]
    of_whole: frozenset[str]
    matter_opener: frozenset[str]
    ailment: frozenset[str]
    case: frozenset[str]
    befalling: frozenset[str]
    accident: frozenset[str]
    accident_case: str
    holding_persons: frozenset[str]
    involved: frozenset[str]
    victim: frozenset[str]
    tier_name: frozenset[str]
    before_amount: frozenset[str]
    purpose: frozenset[str]
    giving: str
    aside: frozenset[str]
    case_cause: frozenset[str]
    caption: frozenset[str]
    origin: frozenset[str]
    told: frozenset[str]
    quantifier: frozenset[str]
    together: frozenset[str]
    short_place: frozenset[str]
    negation: str
    negated: frozenset[str]
    vague: frozenset[str]
    subordinate: frozenset[str]
    bare: frozenset[str]
    no_noun: frozenset[str]
    being: frozenset[str]
    deed: frozenset[str]
    finding: frozenset[str]
    turn: frozenset[str]
    speaker: frozenset[str]
    clock: str
    ending: frozenset[str]
    example: str
    field: frozenset[str]
    work: frozenset[str]
    scope_opener: frozenset[str]
    predicate: frozenset[str]
    activity: frozenset[str]
    saying: frozenset[str]
    no_scope: frozenset[str]
    scene_noun: frozenset[str]
    legal_form: frozenset[str]
    definite: frozenset[str]
    hollow: frozenset[str]
    anaphoric: frozenset[str]
    office: frozenset[str]
    tier: frozenset[str]
    elaborating: tuple[str, ...]
    family_name: frozenset[str]
    leading: frozenset[str]
    ruling: frozenset[str]
    scene_opener: frozenset[str]
    urging: frozenset[str]
    person: frozenset[str]
    one: frozenset[str]
    copula: str
    plural: frozenset[str]
    owning: frozenset[str]
    doer: str
    firm: frozenset[str]
    spokesman: frozenset[str]
    publishing: frozenset[str]
    degree: frozenset[str]
    have: str
    side: frozenset[str]
    side_short: frozenset[str]
    both_sides: frozenset[str]
    of_any: frozenset[str]
    quoting: frozenset[str]
    showing: frozenset[str]
    telling: frozenset[str]
    must: frozenset[str]
    aiming: frozenset[str]
    index_name: frozenset[str]
    pronoun: frozenset[str]
    more: str
    earlier: tuple[str, ...]
    usual_time: frozenset[str]
    time_ago: frozenset[str]
    norm: tuple[str, ...]
    level_name: frozenset[str]
    level_noun: str
    added: str
    figure_noun: frozenset[str]
    amount_name: frozenset[str]
    measured_noun: frozenset[str]
    counted_by: tuple[str, ...]
    uncounted: frozenset[str]
    loss: frozenset[str]
    loss_of_level: frozenset[str]
    scenario: frozenset[str]
    keeping: frozenset[str]
    in_all: frozenset[str]
    passing: str
    mark: frozenset[str]
    quoted: frozenset[str]
    turning: str
    staying: frozenset[str]
    index_noun: str
    remainder: frozenset[str]
    reckoning: frozenset[str]
    half: frozenset[str]
    complete: str
    only: str
    afterwards: frozenset[str]
    rank_step: frozenset[str]
    demonstrative: frozenset[str]
    pointing: frozenset[str]
    dating: frozenset[str]
    reach: frozenset[str]
    toward: frozenset[str]
    up_to: frozenset[str]
    rise: tuple[str, ...]
    rest: tuple[str, ...]
    becoming: frozenset[str]
    above: frozenset[str]
    below: frozenset[str]
    over: frozenset[str]
    under: frozenset[str]
    water_mark: tuple[str, ...]
    fall: tuple[str, ...]
    of_total: frozenset[str]
    moved_to: frozenset[str]
    moving: tuple[str, ...]
    beside_growth: frozenset[str]
    cause: frozenset[str]
    circumstance: frozenset[str]
    gauge: frozenset[str]
    aim: frozenset[str]
    own_rate: frozenset[str]
    bringing: frozenset[str]
    places_given: frozenset[str]
    disability: tuple[str, ...]
    asking: frozenset[str]
    forcing: frozenset[str]
    each: str
    done: frozenset[str]
    opposed: frozenset[str]
    conceding: frozenset[str]
    spelling_out: frozenset[str]
    market_share: tuple[str, ...]
    both_ways: frozenset[str]
    classifier: frozenset[str]
    bare_classifier: frozenset[str]
    noun_opener: frozenset[str]
    thing: frozenset[str]
    partial: frozenset[str]
    time_unit: frozenset[str]
    no_amount: frozenset[str]
    all_of: frozenset[str]
    in_a_row: frozenset[str]
    whom: frozenset[str]
    recipient: frozenset[str]
    recipient_opener: frozenset[str]
    extent_noun: frozenset[str]
    alike: frozenset[str]
    adjusted: frozenset[str]
    occasion: str
    short: frozenset[str]
    settled: frozenset[str]
    limit_of_day: frozenset[str]
    carrying: frozenset[str]
    condition: str
    exclusion: str
    ordinal: str
    superlative: str
    group: frozenset[str]
    average: tuple[str, ...]
    counter: frozenset[str]
    enterprise: frozenset[str]
    state: frozenset[str]
    largest: frozenset[str]
    unmet: frozenset[str]
    answer: frozenset[str]
    asked: frozenset[str]
    linking: frozenset[str]
    criterion: frozenset[str]
    limit: frozenset[str]
    of_all: frozenset[str]
    class_opener: tuple[str, ...]
    dealing: frozenset[str]
    total_product: frozenset[str]
    growth_noun: frozenset[str]
    told_noun: frozenset[str]
    class_from: str
    listing: frozenset[str]
    coordinate: frozenset[str]
    headless: frozenset[str]
    foretelling: frozenset[str]
    somewhere: frozenset[str]
    spreading: frozenset[str]
    in_numbers: frozenset[str]
    sort_noun: frozenset[str]
    sorting: str
    quota: frozenset[str]
    level_rate: frozenset[str]
    level_listed: frozenset[str]
    plan_title: tuple[str, ...]
    plan_heading: tuple[str, ...]
    forecast_heading: tuple[str, ...]
    present_state: str
    result_heading: tuple[str, ...]
    places: frozenset[str]
    sector: frozenset[str]
    undertaking: frozenset[str]
    relating: frozenset[str]
    before_verb: frozenset[str]
    two_digits: frozenset[str]
    past: frozenset[str]
    befallen: frozenset[str]
    blow: frozenset[str]
    when: str
    following: frozenset[str]
    growth_opener: frozenset[str]
    working: str
    belonging: str
    absolute: frozenset[str]
    class_end: frozenset[str]
    rule_subject: frozenset[str]
    rule_verb: tuple[str, ...]
    overall: frozenset[str]
    general_head: frozenset[str]
    balance_name: tuple[str, ...]
    given: str
    assigned: str
    estimate: str


@cache
def phrase_words() -> PhraseWords:
    """The words of `data/phrase_words.toml`; read once."""
    return words_of(read_rows("phrase_words", PhraseWord))


def words_of(rows: Sequence[PhraseWord]) -> PhraseWords:
    """The words of the rows by role; raises DataFileError as `by_role` does."""
    return PhraseWords(**by_role(PhraseWords, rows))
