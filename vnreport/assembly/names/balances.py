"""What a surplus or a deficit is of: "cán cân thương mại của tỉnh | trong 6 tháng | thặng dư 3 tỷ đồng"."""

from __future__ import annotations

from vnreport.assembly.names.naming import SUBJECT_RULE, Naming
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.links import words_end
from vnreport.assembly.sentences.phrases import place_tail, without_preposition
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.lexicon.phrase_words import phrase_words

# Items from the balance to the side that it shows.
MOST_BETWEEN = 16


def name_balance(naming: Naming) -> bool:
    """Whether nothing but a surplus or a deficit stands right before the figure; names it by the balance then.

    The balance opens the clause, with a time or small words behind it.
    """
    items, subject = naming.items, naming.subject
    if subject is None or phrase_size(items, *subject, phrase_words().headless) != subject[1] - subject[0]:
        return False
    first = _balance(items, subject[0])
    if first is None:
        return False
    last = without_preposition(items, first, min(words_end(items, first), subject[0]))
    naming.draft.indicator = place_tail(naming.draft, items, (first, last), SUBJECT_RULE)
    return True


def _balance(items: list[Item], side: int) -> int | None:
    """Where the balance opens that the words at `side` tell of, in their clause; None without one."""
    for index in range(side - 1, max(-1, side - MOST_BETWEEN), -1):
        if items[index].kind in {"quantity", "punct"}:
            return None
        if phrase_size(items, index, side, phrase_words().headless):
            return index
    return None
