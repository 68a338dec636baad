"""Scopes told where a clause opens: "Tại Hải Phòng, sản lượng vải đạt …", "Cục Hải quan sẽ phấn đấu để thu …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnreport.assembly.clauses import COORDINATE_ROW
from vnreport.assembly.drafts import Draft, Phrase
from vnreport.assembly.items import Item
from vnreport.assembly.scope_words import is_source, phrase_at
from vnreport.assembly.scopes import Name, ScopeNames, phrase_of_name
from vnreport.lexicon.phrase_words import phrase_words

# Sorts of names that a clause can open with as who acts, and those that a preposition before them makes a scene.
ACTORS = frozenset({"ORG", "PLACE", "PROPER"})
SCENES = ACTORS | {"GROUP"}
# Roles of cues that a name which acts stands right before: "EVN | dự tính", "cả nước | có".
VERBS = frozenset({"tense", "aux", "have", "level", "soft", "up", "down", "estimate", "forecast", "to", "report"})
# Roles of cues that stand before the words that open a clause.
LEADS = frozenset({"conjunction", "part", "then", "soft", "aux", "tense"})
# Signs that a part of a clause stands behind.
SIGNS = frozenset(",:")
SCENE_RULE, ACTOR_RULE = "scope.place", "scope.actor"


def add_openings(draft: Draft, names: ScopeNames) -> None:
    """Adds the scene of the draft's clause, and who acts in it where the draft has no scope yet."""
    items, sentence = draft.sentence.items, draft.sentence
    actors: list[Name] = []
    scenes: list[Name] = []
    for first in _openings(items, draft.place):
        start = _start(items, first, draft.place)
        if start is None:
            continue
        found = _scene(items, start, draft.place, names)
        if found:
            scenes += found
        elif not _goes_on(items, first, draft.place):
            actors = _actor(items, start, draft.place, names)
    added = [phrase_of_name(sentence, name, SCENE_RULE) for name in scenes]
    if not draft.scope and not scenes:
        added = [phrase_of_name(sentence, name, ACTOR_RULE) for name in actors]
    told = [*draft.scope, *(phrase for phrase in added if not _is_told(phrase, draft))]
    draft.scope = sorted(told, key=lambda phrase: phrase.parts[:1])


def _openings(items: Sequence[Item], place: int) -> Iterator[int]:
    """Where the parts of the draft's clause before its figure open: at its start and behind its commas."""
    begin = max((index + 1 for index in range(place) if items[index].low == ";" and items[index].depth == 0), default=0)
    yield begin
    for index in range(begin, place):
        if items[index].low in SIGNS and items[index].depth == 0:
            yield index + 1


def _start(items: Sequence[Item], first: int, last: int) -> int | None:
    """Where the words of a part start: behind its periods and the cues that lead it; None for none."""
    while first < last and (items[first].kind in {"period", "punct"} or items[first].role in LEADS):
        first += 1
    return first if first < last and items[first].kind == "word" else None


def _goes_on(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether a part goes on with what the one before told of: "…, phấn đấu để thu", "…, đạt"."""
    opens = items[first].role in VERBS | LEADS or items[first].row == COORDINATE_ROW
    return opens or _is_deed(items, first, last)


def _scene(items: Sequence[Item], first: int, last: int, names: ScopeNames) -> list[Name]:
    """The names behind "tại", "ở", "đối với" that a part of the clause opens with."""
    start = first
    while start < last and items[start].low in phrase_words().scene_opener:
        start += 1
    if start in {first, last}:
        return []
    found = names.listed_at(items, start, last, SCENE_RULE)
    if not found or any(name.sort not in SCENES or name.is_bare for name in found):
        return []
    stop = found[-1].last
    ends = stop == last or items[stop].kind in {"period", "punct"} or items[stop].role in VERBS
    return found if ends else []


def _actor(items: Sequence[Item], first: int, last: int, names: ScopeNames) -> list[Name]:
    """The names that open a part of the clause and have a verb behind them."""
    found = names.listed_at(items, first, last, ACTOR_RULE)
    if not found or found[0].first != first or any(name.sort not in ACTORS for name in found):
        return []
    stop = found[-1].last
    if stop >= last or is_source(items, stop) or phrase_at(items, stop, last, phrase_words().urging):
        return []
    return found if items[stop].role in VERBS or _is_deed(items, stop, last) else []


def _is_deed(items: Sequence[Item], index: int, last: int) -> bool:
    """Whether a verb of doing starts at the item."""
    words = phrase_words()
    return phrase_at(items, index, last, words.predicate, words.activity, words.deed)


def _is_told(phrase: Phrase, draft: Draft) -> bool:
    """Whether a scope or the indicator has the phrase in it."""
    told = [*draft.scope, *([draft.indicator] if draft.indicator is not None else [])]
    return any(phrase.text.lower() in other.text.lower() for other in told)
