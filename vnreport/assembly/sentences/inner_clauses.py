"""Clauses inside another that have a subject of their own: a cause, what something happens in, or an example."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import CHANGES, Item, holds_phrase
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.lexicon.phrase_words import phrase_words

# Roles of what a clause ends in before its cause: "bị chậm lại | do", "phần lớn | do".
TOLD = CHANGES | {"soft", "aux", "growth", "fall"}
# Roles of what stands behind the subject of a cause.
MOVING = CHANGES | {"level", "to", "tense"}


def inner_clause(items: Sequence[Item], begin: int, index: int, stop: int) -> int | None:
    """Where the words of an inner clause begin that opens at the item; None for no such.

    "người dân gửi tiền trong bối cảnh | lãi suất | ở mức 5%", "đà tăng chậm lại do | khách Lào | giảm 2%".
    """
    words = phrase_words()
    if index <= begin or index + 1 >= stop or items[index].depth > items[stop - 1].depth:
        return None
    size = phrase_size(items, index, stop, words.circumstance)
    if size and index + size < stop and items[index + size].kind in {"word", "cue"}:
        return index + size
    if items[index].low == words.example and holds_phrase(items[begin:index], words.gauge):
        # "các chỉ tiêu quan trọng như | mật độ dân số | đều đạt 90%"
        alone = not any(item.low == "," for item in items[index:stop])
        return index + 1 if alone and holds_phrase(items[begin:index], words.plural) else None
    if items[index].low not in words.cause or items[index + 1].kind != "word":
        return None
    moved = stop < len(items) and items[stop].role in MOVING
    return index + 1 if moved and items[index - 1].role in TOLD else None
