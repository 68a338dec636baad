"""Scopes told where a clause opens: "Tại Hải Phòng, sản lượng vải đạt …", "Cục Hải quan sẽ phấn đấu để thu …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnreport.assembly.scopes.scope_parts import Name
from vnreport.assembly.scopes.scopes import ScopeNames, phrase_of_name
from vnreport.assembly.sentences.clauses import COORDINATE_ROW
from vnreport.assembly.sentences.drafts import Draft, Phrase, by_sentence
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import deed_at, has_capital, is_source, phrase_at
from vnreport.lexicon.phrase_words import phrase_words

# Sorts of names that a clause can open with as who acts, and those that a preposition before them makes a scene.
ACTORS = frozenset({"ORG", "PLACE", "PROPER"})
SCENES = ACTORS | {"GROUP"}
# Roles of cues that a name which acts stands right before: "EVN | dự tính", "cả nước | có".
VERBS = frozenset(
    {"tense", "aux", "have", "level", "soft", "up", "down", "estimate", "forecast", "to", "report", "target"}
)
# Roles of cues that stand before the words that open a clause.
LEADS = frozenset({"conjunction", "part", "then", "soft", "aux", "tense"})
# Signs that a part of a clause stands behind.
SIGNS = frozenset(",:;")
# Items of the longest name that stands so before a comma.
LONGEST_LEAD = 12
SCENE_RULE, ACTOR_RULE = "scope.place", "scope.actor"


@dataclass(slots=True)
class _Opening:
    """Where a part of a sentence opens behind a comma, ";" or nothing: its scenes, and who acts.

    `goes_on` marks one that tells more of who acted before it, `fresh` one that stands behind nothing or ";". Who acts
    is None until somebody asks.
    """

    start: int
    scenes: list[Name]
    actors: list[Name] | None
    goes_on: bool
    fresh: bool


def add_openings(drafts: Sequence[Draft], names: ScopeNames) -> None:
    """Adds to each draft the scene of its clause, and who acts in it where the draft has no scope yet."""
    for told in by_sentence(drafts):
        openings = _openings(told[0].sentence.items, max(draft.place for draft in told), names)
        for draft in told:
            _add(draft, openings, names)


def _add(draft: Draft, openings: Sequence[_Opening], names: ScopeNames) -> None:
    """Adds to the draft what the openings before it tell."""
    sentence = draft.sentence
    scenes, opening = _told_before(openings, draft.place)
    added = [phrase_of_name(sentence, name, SCENE_RULE) for name in scenes]
    if not draft.scope and not scenes and opening is not None:
        if opening.actors is None:
            opening.actors = _actor(sentence.items, opening.start, names)
        actors = [name for name in opening.actors if name.last <= draft.place]
        added = [phrase_of_name(sentence, name, ACTOR_RULE) for name in actors]
    told = [*draft.scope, *(phrase for phrase in added if not is_told(phrase, draft))]
    draft.scope = sorted(told, key=lambda phrase: phrase.parts[:1])


def _told_before(openings: Sequence[_Opening], place: int) -> tuple[list[Name], _Opening | None]:
    """The scenes of the clause of the figure at `place`, told before it, and where it opens with who acts in it."""
    scenes: list[Name] = []
    acting: _Opening | None = None
    for opening in openings:
        if opening.start >= place:
            break
        if opening.fresh:
            scenes, acting = [], None
        if opening.scenes:
            if opening.scenes[-1].last <= place:
                scenes = [*scenes, *opening.scenes]
            elif not opening.goes_on:
                acting = None
        elif not opening.goes_on:
            acting = opening
    return scenes, acting


def _openings(items: Sequence[Item], last: int, names: ScopeNames) -> list[_Opening]:
    """Where the parts of a sentence open before item `last`: at its start, behind its ";" and its commas."""
    found: list[_Opening] = []
    copula, led = phrase_words().copula, len(items)
    for index in range(-1, last):
        sign = items[index].low if index >= 0 else ";"
        if sign == copula and (who := _who(items, index + 1, names)):
            found.append(_Opening(index + 1, [], who, goes_on=False, fresh=False))
        if sign not in SIGNS or (index >= 0 and items[index].depth):
            continue
        start = _start(items, index + 1, len(items))
        if start is not None:
            scenes = _scene(items, start, names)
            leading = _leading(items, start, names) if sign == ";" else []
            goes_on = index == led or (not leading and _goes_on(items, index + 1))
            found.append(_Opening(start, scenes, leading or None, goes_on, sign == ";"))
            led = leading[-1].last if leading else led
    return found


def _start(items: Sequence[Item], first: int, last: int) -> int | None:
    """Where the words of a part start: behind its periods and the cues that lead it; None for none."""
    within = phrase_words().within
    while first < last and (
        items[first].kind in {"period", "punct"}
        or items[first].role in LEADS
        or (items[first].low == within and items[first + 1 : first + 2] and items[first + 1].kind == "period")
    ):
        first += 1
    return first if first < last and items[first].kind == "word" else None


def _goes_on(items: Sequence[Item], first: int) -> bool:
    """Whether a part goes on with what the one before told of: "…, phấn đấu để thu", "…, đạt"."""
    opens = items[first].role in VERBS | LEADS or items[first].row == COORDINATE_ROW
    return opens or deed_at(items, first, len(items))


def _scene(items: Sequence[Item], first: int, names: ScopeNames) -> list[Name]:
    """The names behind "tại", "ở", "đối với" that a part of the clause opens with."""
    start, last = first, len(items)
    while start < last and items[start].low in phrase_words().scene_opener:
        start += 1
    if start in {first, last}:
        return []
    found = names.listed_at(items, start, last, SCENE_RULE)
    if not found or any(name.sort not in SCENES or name.is_bare for name in found):
        return []
    stop = found[-1].last
    ends = stop == last or items[stop].kind in {"period", "punct", "quantity"} or items[stop].role in VERBS
    return found if ends else []


def _actor(items: Sequence[Item], first: int, names: ScopeNames) -> list[Name]:
    """The names that open a part of the clause and have a verb behind them."""
    last = len(items)
    found = names.listed_at(items, first, last, ACTOR_RULE)
    if not found or found[0].first != first or any(name.sort not in ACTORS for name in found):
        return []
    stop = found[-1].last
    if stop >= last or is_source(items, stop) or phrase_at(items, stop, last, phrase_words().urging):
        return []
    return found if items[stop].role in VERBS or deed_at(items, stop, last) else []


def _leading(items: Sequence[Item], first: int, names: ScopeNames) -> list[Name]:
    """The body that a clause opens with before a comma and a time: "Công ty A, | trong tháng 6, doanh thu đạt …"."""
    words = phrase_words()
    for comma in range(first + 1, min(len(items) - 2, first + LONGEST_LEAD)):
        if items[comma].low == ",":
            timed = comma + 1 + (items[comma + 1].low == words.within)
            if items[timed].kind != "period" or not any(has_capital(item) for item in items[first:comma]):
                return []
            found = names.listed_at(items, first, comma, ACTOR_RULE)
            whole = len(found) == 1 and found[0].first == first and found[0].last == comma
            return found if whole and found[0].sort in ACTORS and not found[0].is_bare else []
        if items[comma].kind != "word":
            return []
    return []


def _who(items: Sequence[Item], first: int, names: ScopeNames) -> list[Name]:
    """The names behind "là" that have figures of their own: "đứng thứ hai là | Sở Y tế | với 12 hồ sơ"."""
    found = names.listed_at(items, first, len(items), ACTOR_RULE)
    if not found or found[0].first != first or any(name.sort not in ACTORS or name.is_bare for name in found):
        return []
    stop = found[-1].last
    if not any(has_capital(item) for item in items[first:stop]):
        return []
    ends = stop < len(items) and (items[stop].low in {phrase_words().companion, "("} or items[stop].kind == "quantity")
    return found if ends else []


def is_told(phrase: Phrase, draft: Draft) -> bool:
    """Whether a scope or the indicator has the phrase in it."""
    told = [*draft.scope, *([draft.indicator] if draft.indicator is not None else [])]
    return any(phrase.text.lower() in other.text.lower() for other in told)
