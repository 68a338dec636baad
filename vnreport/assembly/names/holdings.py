"""Names the part of a firm that somebody holds by what it is a part of: "quỹ A nắm | 12% | vốn, quỹ B nắm | 9%"."""

from __future__ import annotations

from vnreport.assembly.names.naming import RIGHT_RULE, Naming
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import add_scope, phrase_of, place_tail
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.stake"
# Items of the longest verb of holding, and those between it and the figure: "nắm giữ | khoảng".
LONGEST_VERB, MOST_SOFT = 2, 2
# Figures told before that may tell of the firm's capital.
MOST_TOLD = 12
# The role of small words before a figure.
SOFT = "soft"


def name_holding(naming: Naming) -> bool:
    """Whether the percentage is what somebody holds of a firm; names it by the capital or the shares told of then.

    They stand before the next holder, behind the next percentage, or with a figure before: "vốn 90 tỷ, do quỹ A nắm |
    60%".
    """
    draft, items = naming.draft, naming.items
    verb = _verb_before(items, draft.place) if unit_kind(draft) == "percent" else None
    if verb is None or naming.headed is not None:
        return False
    stop = right_stop(items, draft.place)
    comma = next((index for index in range(draft.place + 1, stop) if items[index].low == ","), stop)
    alone = comma == draft.place + 1
    own = _stake_behind(items, draft.place, comma)
    told = _told(naming) if alone else None
    if own is not None and comma < stop:
        draft.indicator = place_tail(draft, items, own, RIGHT_RULE)
    elif told is not None:
        draft.indicator, draft.inherited["indicator"] = told, FROM_BEFORE
    elif alone and items[verb].low in phrase_words().money_deed:
        # "Công ty Hòa Lâm | góp | 65%"
        draft.indicator = phrase_of(draft, items, (verb, verb + 1), RULE)
    else:
        return False
    begin = draft.subject[0] if draft.cue is None or draft.cue >= verb else max(draft.subject[0], draft.cue + 1)
    begin = next((index for index in range(verb - 1, begin, -1) if items[index].low == phrase_words().copula), begin)
    who = trim(items, begin, verb)
    if who is not None:
        add_scope(draft, items, who, "scope.actor")
    return True


def _verb_before(items: list[Item], place: int) -> int | None:
    """Where the verb of holding begins that stands right before the figure; None without one."""
    last = place
    while last and place - last < MOST_SOFT and items[last - 1].role == SOFT:
        last -= 1
    for first in range(max(0, last - LONGEST_VERB), last):
        words = items[first:last]
        if " ".join(item.low for item in words) in phrase_words().holding_verb and not has_capital(words[0]):
            return first
    return None


def _stake_behind(items: list[Item], place: int, stop: int) -> tuple[int, int] | None:
    """The capital or the shares told right behind the figure at `place`; None for none."""
    said = " ".join(item.low for item in items[place + 1 : stop])
    opens = f"{said} ".startswith(tuple(f"{word} " for word in phrase_words().stake))
    return (place + 1, stop) if opens else None


def _told(naming: Naming) -> Phrase | None:
    """The capital or the shares behind the next percentage of the row, or told of before."""
    behind = naming.drafts[len(naming.told) + 1 :]
    for draft in behind:
        stop = right_stop(naming.items, draft.place)
        own = _stake_behind(naming.items, draft.place, stop) if unit_kind(draft) == "percent" else None
        if own is not None:
            return place_tail(naming.draft, naming.items, own, RULE)
    openers = tuple(f"{word} " for word in phrase_words().stake)
    for other in reversed([*naming.topics.values[-MOST_TOLD:], *naming.told]):
        name = other.indicator
        if name is not None and f"{name.text.lower()} ".startswith(openers):
            return Phrase(name.text, name.parts, RULE)
    return None
