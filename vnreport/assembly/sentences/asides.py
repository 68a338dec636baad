"""What a comma behind counted things may open that is no part of their name: an aside, or an order with a figure."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.lexicon.phrase_words import phrase_words

# So many words behind the first may point back: "công ty này".
MOST_POINTING = 2


def is_aside(items: list[Item], first: int) -> bool:
    """Whether what a comma leads to only tells more of the counted, or who tells of them: "…, tập trung ở ven biển",
    "…, ông Tư nói"."""
    words = phrase_words()
    if any(item.low in words.demonstrative for item in items[first + 1 : first + 1 + MOST_POINTING]):
        # "5 đường bay mới, | hãng này tung ra 2.000 vé"
        return True
    if items[first].low in words.person and first + 1 < len(items):
        return items[first + 1].is_name
    return items[first].low in words.closer or phrase_at(items, first, len(items), words.one | words.aside)


def asks_for_more(items: list[Item], first: int) -> bool:
    """Whether a verb of asking opens a clause with a figure of its own: "9 ha đất, | kiến nghị trả dân 40 triệu"."""
    if not phrase_at(items, first, len(items), phrase_words().asking):
        return False
    following = next((item for item in items[first:] if item.kind in {"quantity", "punct"}), None)
    return following is not None and following.kind == "quantity"
