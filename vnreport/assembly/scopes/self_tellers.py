"""Firms and trades that tell figures of their own: "Hãng bay Sao Mai cho biết lượng khách đạt 2 triệu lượt"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.scopes.carried_scopes import is_named
from vnreport.assembly.scopes.scopes import ScopeNames, phrase_of_name
from vnreport.assembly.sentences.drafts import Draft, Phrase, by_sentence
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.lexicon.phrase_words import phrase_words

TELLER_RULE = "scope.actor"


def add_self_tellers(drafts: Sequence[Draft], names: ScopeNames) -> None:
    """Adds to the figures of a sentence that name nobody the firm or trade that tells it."""
    for told in by_sentence(drafts):
        found = None if all(is_named(draft) for draft in told) else _teller(told[0], names)
        if found is None:
            continue
        for draft in told:
            apart = any(item.is_name for item in draft.sentence.items[: draft.place] if item.start >= found.parts[0][1])
            if not apart and not is_named(draft) and names.owner(draft) is None:
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
                return phrase_of_name(draft.sentence, found, TELLER_RULE)
    return None


def _tells(items: Sequence[Item], index: int) -> bool:
    """Whether a verb of telling or publishing stands at the item."""
    words = phrase_words()
    if items[index].role == "report" or items[index].low in words.saying:
        return True
    return phrase_size(items, index, len(items), words.publishing) > 0
