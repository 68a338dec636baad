"""Places that only the name of who tells a sentence holds: "Theo Công an quận A, trên địa bàn xảy ra 9 vụ"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.scopes.carried_scopes import is_named, names_nobody
from vnreport.assembly.scopes.scopes import ScopeNames, phrase_of_name
from vnreport.assembly.sentences.drafts import Draft, Phrase, by_sentence
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import has_capital, tells
from vnreport.lexicon.phrase_words import phrase_words

GROUND_RULE = "scope.place"
# Items of the longest words by which a sentence says who tells it.
LONGEST_TELLER = 30


def add_grounds(drafts: Sequence[Draft], names: ScopeNames) -> None:
    """Adds to the figures of a sentence that name nobody the place of the body that tells it."""
    for told in by_sentence(drafts):
        items = told[0].sentence.items
        stop = _teller(items)
        if not stop:
            continue
        for draft in told:
            draft.scope = [phrase for phrase in draft.scope if not _tells(phrase, items[stop].start)]
        found = None if all(is_named(draft) for draft in told) else _place(told[0], stop, names)
        if found is None:
            continue
        for draft in told:
            if names_nobody(draft, items[stop].start, names):
                draft.scope = [found, *(phrase for phrase in draft.scope if not _is_vague(phrase))]


def _teller(items: Sequence[Item]) -> int:
    """Where the words end by which the sentence says who tells it, 0 for none: "Theo Sở A,", "Ông B, Sở A cho biết"."""
    opened = bool(items) and items[0].role == "source"
    for index, item in enumerate(items[:LONGEST_TELLER]):
        if item.kind in {"quantity", "period"} or item.low in ";:":
            return 0
        if (opened and item.low == ",") or (index and tells(item)):
            return index
    return 0


def _place(draft: Draft, stop: int, names: ScopeNames) -> Phrase | None:
    """The last place that the words of who tells name in full: "Cục Thuế | tỉnh Bến Tre"."""
    items = draft.sentence.items
    for index in range(stop - 2, 0, -1):
        named = index + 1 + (items[index + 1].low == ".")
        if items[index].low in phrase_words().tier_name and named < stop and has_capital(items[named]):
            found = names.listed_at(items, index, stop, GROUND_RULE)
            if found and found[0].first == index and found[0].sort in {"PLACE", "PROPER"} and not found[0].is_bare:
                return phrase_of_name(draft.sentence, found[0], GROUND_RULE)
    return None


def _tells(phrase: Phrase, stop: int) -> bool:
    """Whether a scope is the person that tells the sentence: "Ông Tám, giám đốc sở, cho biết …"."""
    return phrase.parts[0][1] <= stop and phrase.text.lower().partition(" ")[0] in phrase_words().person


def _is_vague(phrase: Phrase) -> bool:
    """Whether a scope only points to the place told: "địa bàn thành phố"."""
    return phrase.text.lower().startswith(phrase_words().ground)
