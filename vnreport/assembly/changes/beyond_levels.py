"""Levels that "cao hơn" or "thấp hơn" leads to, told to be another's: "cao hơn mức 13,9% của năm trước"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import CHANGES, PLANS, Item
from vnreport.lexicon.phrase_words import phrase_words

# Roles of what was foreseen, which a rate is set against.
FORESEEN = PLANS | {"forecast"}
# Roles of what may stand between "cao hơn" and what was foreseen.
LEADING = FORESEEN | {"soft", "versus"}


def is_beyond(items: list[Item], cue: int) -> bool:
    """Whether the item is a "cao hơn" whose "mức 13,9%", "tỷ lệ 13,9%" is told to be another's."""
    words = phrase_words()
    if not _compares(items[cue]):
        return False
    marked = cue + 2 < len(items) and items[cue + 2].kind == "quantity" and items[cue + 1].low in words.mark
    if marked and items[cue + 1].low != words.level_noun:
        # "921.000 trẻ, thấp hơn | mốc 1 triệu trẻ"
        return True
    place = next((n for n in range(cue + 1, len(items)) if items[n].kind != "word" and items[n].role != "soft"), cue)
    opened = items[cue + 1 : place]
    if opened and opened[0].low.partition(" ")[0] != words.level_noun:
        opened = [item for item in opened if item.role != "soft"]
        if " ".join(item.low for item in opened) not in words.level_name:
            return False
    return bool(opened) and items[place].kind == "quantity" and is_named(items, place)


def is_foreseen_by(items: list[Item], cue: int, place: int) -> bool:
    """Whether a "cao hơn" leads to what somebody foresaw: "cao hơn (so với) mục tiêu | 2% của ngân hàng trung ương"."""
    led = _compares(items[cue]) and all(item.role in LEADING for item in items[cue + 1 : place])
    return led and items[place - 1].role in FORESEEN and is_named(items, place)


def _compares(item: Item) -> bool:
    """Whether the item is a comparative: "cao hơn"."""
    return item.role in CHANGES and item.low.endswith(phrase_words().more)


def is_named(items: list[Item], place: int) -> bool:
    """Whether the words behind the quantity say whose or of when it is: "của năm trước", "hồi tháng 5"."""
    words = phrase_words()
    following = place + 1
    while following < len(items) and items[following].low in words.dating:
        following += 1
    return following < len(items) and (items[following].kind == "period" or items[following].low == words.of)
