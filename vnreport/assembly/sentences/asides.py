"""What a comma or bracket behind a figure may open that is no part of its name: an aside, an order, the sum anew."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item, closing
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.lexicon.phrase_words import phrase_words

# So many words behind the first may point back: "công ty này".
MOST_POINTING = 2
# Items between brackets that say an amount anew: "khoảng 400.000 USD".
LONGEST_ANEW = 4


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


def behind_anew(items: list[Item], place: int) -> int:
    """The index behind the figure at `place`, and behind the bracket that says it anew where one follows.

    "9 tỷ đồng (khoảng 400.000 USD) | vay của ngân hàng".
    """
    first = place + 1
    if first >= len(items) or items[first].low != "(":
        return first
    close = closing(items, first, min(len(items), first + 2 + LONGEST_ANEW))
    inside = items[first + 1 : close] if close is not None else []
    figures = [item for item in inside if item.kind == "quantity"]
    anew = len(figures) == 1 and all(item.kind in {"quantity", "cue"} for item in inside)
    return close + 1 if close is not None and anew else first
