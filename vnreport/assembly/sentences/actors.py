"""Tells who acts in the words before a figure from what was done: "nhà chức trách đã | xử phạt hành chính"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.parts import PartFinder
from vnreport.assembly.sentences.scope_words import deed_at, has_capital, phrase_at, phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words

Range = tuple[int, int]
# Roles of the small verbs before the one that tells what was done.
DONE = frozenset({"tense", "aux"})


def is_auxiliary(item: Item) -> bool:
    """Whether the item is a small verb before the one that tells what was done: "đã", "phải", "được"."""
    words = phrase_words()
    return item.role in DONE or item.low in words.must or item.low == words.given


def part_actor(text: str, items: list[Item], piece: Range, parts: PartFinder) -> tuple[Range | None, Range | None]:
    """Who acts in the piece, and what was done; all of it was done where nobody acts.

    None is what was done where that is only aimed or told: "sở | đặt mục tiêu".
    """
    first, last = piece
    if not text[items[first].start].isupper() and not parts.opens(items, piece):
        return None, piece
    if any(item.low in {":", ";"} for item in items[first:last]):
        return None, piece
    aiming = phrase_words().aiming
    for index in range(first + 1, last):
        if has_capital(items[index]):
            # "Sở | Xây dựng"
            continue
        if not (is_auxiliary(items[index]) or deed_at(items, index, last) or phrase_at(items, index, last, aiming)):
            continue
        who = (first, index)
        if any(item.low in phrase_words().doer for item in items[first : index + 1]):
            # "Công ty do Nhà nước | nắm giữ 100% vốn"
            return None, piece
        if not _acts(text, items, who, parts):
            return None, piece
        while index < last and is_auxiliary(items[index]):
            index += 1
        if index < last:
            index += phrase_size(items, index, last, aiming)
        return who, _done(items, index, last)
    return None, piece


def _done(items: list[Item], index: int, last: int) -> Range | None:
    """What was done from the item on; a verb of doing alone says it as well: "xã được | hỗ trợ | 2 tỷ đồng", and one
    of giving with those who are given: "xã | hỗ trợ gia đình có nhà sập"."""
    if index >= last:
        return None
    if index + 1 < last and items[index].low in phrase_words().granting:
        return index, last
    alone = index + 1 == last and items[index].role == "have" and not items[index].low.endswith(phrase_words().have)
    return (index, last) if alone else trim(items, index, last)


def _acts(text: str, items: list[Item], who: Range, parts: PartFinder) -> bool:
    """Whether the words may be who acts: a body, or a name of its own; "Ban | quản lý" is the first word of one."""
    first, last = who
    office = phrase_at(items, first, last, phrase_words().office)
    if not office and not parts.is_part(text, items, who) and not parts.is_body(items, who):
        return False
    return last - first > 1 or parts.opens(items, who) or text[items[first].start : items[first].end].isupper()
