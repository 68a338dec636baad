"""Whether a sum is the highest or the lowest of its kind, as a part of its name: "mức thưởng | cao nhất | 40 triệu"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.extreme"
# Roles of cues between the superlative and the figure: "cao nhất | là khoảng | 40 triệu".
BETWEEN = frozenset({"level", "soft", "to"})
# Items of the longest words that tell whose the highest or the lowest is.
LONGEST_HOLDER = 12


def add_extremes(drafts: Sequence[Draft]) -> None:
    """Adds the superlative that leads to a sum or a price to its name.

    That of something else in the clause is none of its own: "quý tăng mạnh nhất, đạt 40 triệu đồng".
    """
    for draft in drafts:
        if draft.indicator is None or draft.role != "value" or unit_kind(draft) not in PRICES:
            continue
        place = _superlative_before(draft.sentence.items, draft.place) or _superlative_of(draft)
        if place is None:
            continue
        part = phrase_of(draft, draft.sentence.items, (place, place + 1), RULE)
        if part.text.lower() not in draft.indicator.text.lower():
            draft.indicator = draft.indicator.joined(part, RULE)


def _superlative_before(items: Sequence[Item], place: int) -> int | None:
    """The place of the superlative behind a noun that leads to the figure at `place`; None without one."""
    words, index = phrase_words(), place - 1
    while index > 0 and items[index].role in BETWEEN:
        if items[index].low.rpartition(" ")[2] == words.superlative:
            return index if items[index - 1].kind in {"word", "period"} or items[index - 1].low in {",", ";"} else None
        index -= 1
    return None


def _superlative_of(draft: Draft) -> int | None:
    """The place of the superlative right behind the draft's name whose holder leads to the figure: "giá thuê | cao nhất
    | thuộc về quận 1 với 40 USD"; None without one."""
    items, words = draft.sentence.items, phrase_words()
    ends = set() if draft.indicator is None else {end + 1 for _, end in draft.indicator.parts}
    link = draft.place - 1
    while link > 0 and items[link].role in BETWEEN:
        link -= 1
    if link < 0 or items[link].low != words.companion:
        return None
    for index in range(link - 1, max(link - LONGEST_HOLDER, 0), -1):
        if items[index].kind not in {"word", "cue"}:
            return None
        if items[index].low.rpartition(" ")[2] == words.superlative:
            return index if items[index].start in ends else None
    return None
