"""Firms and trades that tell figures of their own: "Hãng bay Sao Mai cho biết lượng khách đạt 2 triệu lượt"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.scopes.carried_scopes import is_named, names_nobody
from vnreport.assembly.scopes.openings import ACTOR_RULE
from vnreport.assembly.scopes.scopes import ScopeNames, phrase_of_name
from vnreport.assembly.sentences.drafts import Draft, Phrase, by_sentence
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import phrase_size, tells
from vnreport.lexicon.phrase_words import phrase_words


def add_self_tellers(drafts: Sequence[Draft], names: ScopeNames) -> None:
    """Adds to the figures of a sentence that name nobody the firm or trade that tells it."""
    for told in by_sentence(drafts):
        found = None if all(is_named(draft) for draft in told) else _teller(told[0], names)
        if found is None:
            continue
        for draft in told:
            if names_nobody(draft, found.parts[0][1], names):
                draft.scope = [found, *draft.scope]


def _teller(draft: Draft, names: ScopeNames) -> Phrase | None:
    """The name of a firm or trade right before the verb by which it tells the figures behind; None without."""
    items, words = draft.sentence.items, phrase_words()
    stop = next((index for index in range(1, draft.place) if _tells(items, index)), 0)
    for index in range(stop):
        if items[index].kind == "quantity":
            return None
        told_by = phrase_size(items, index, stop, words.spokesman)
        if told_by or phrase_size(items, index, stop, words.firm):
            found = names.named_at(items, index + told_by, stop)
            fits = found is not None and found.last == stop and (not told_by or found.sort == "PROPER")
            if found is not None and fits and not phrase_size(items, found.first, stop, words.ruling):
                return phrase_of_name(draft.sentence, found, ACTOR_RULE)
    return None


def _tells(items: Sequence[Item], index: int) -> bool:
    """Whether a verb of telling or publishing stands at the item."""
    return tells(items[index]) or phrase_size(items, index, len(items), phrase_words().publishing) > 0
