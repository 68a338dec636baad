"""Ranks in brackets behind the names of those that have them: "Singapore (thứ 2), Malaysia (thứ 24) về hậu cần"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.items import Item, closing
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.assembly.sentences.topics import RANKING
from vnreport.lexicon.phrase_words import phrase_words

# Items between two brackets of a row, the name in front of the second included.
LONGEST_STEP = 8


def noted_name(naming: Naming) -> tuple[int, int] | None:
    """The item range of the name before the bracket that opens with the rank: "cách khá xa | Nhật Bản | (thứ 9)"; None
    for a rank in none, or where no name stands there."""
    items, opened = naming.items, opened_before(naming.items, naming.draft.place)
    if opened is None:
        return None
    subject, parts = naming.subject, naming.lexicon.parts
    own = subject is not None and subject[1] == opened and all(item.kind == "word" for item in items[slice(*subject)])
    if subject is not None and own and parts.is_part(naming.draft.sentence.text, items, subject):
        return subject
    first = opened
    while first and (has_capital(items[first - 1]) or items[first - 1].is_inner):
        first -= 1
    return (first, opened) if first < opened and has_capital(items[first]) else None


def opened_before(items: list[Item], place: int) -> int | None:
    """The index of the bracket that opens with the rank at `place`, or None: "BIDV | ( | xếp thứ 11, giảm 2 bậc)"."""
    index = place - 1
    while index > 0 and items[index].role == RANKING:
        index -= 1
    return index if index > 0 and items[index].low == "(" else None


def row_end(items: list[Item], place: int) -> int:
    """The index behind the last bracket of the row that the rank's own bracket is in; behind the rank without one."""
    if opened_before(items, place) is None:
        return place + 1
    shut = closing(items, place, len(items))
    while shut is not None:
        opened = next((n for n in range(shut + 1, min(len(items), shut + LONGEST_STEP)) if items[n].low == "("), None)
        if opened is None or not _joins(items[shut + 1]) or not _names(items[shut + 2 : opened]):
            return shut + 1
        shut = closing(items, opened, len(items))
    return place + 1


def _joins(item: Item) -> bool:
    return item.low in {",", ";", phrase_words().conjunction}


def _names(items: list[Item]) -> bool:
    """Whether the items are the name of another one that is ranked."""
    return bool(items) and all(item.kind == "word" or _joins(item) for item in items) and has_capital(items[-1])
