"""What the counted do, told behind words that part it from the noun: a place, a bracket, a share, a period."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import TIME_ROW, opens_breakdown
from vnreport.assembly.sentences.items import Item, closing
from vnreport.assembly.sentences.links import has_predicate, is_count
from vnreport.assembly.sentences.nouns import LONGEST_BRACKET, place_split, right_stop
from vnreport.assembly.sentences.scope_words import ends_name, has_capital, phrase_size
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues that open a predicate, whatever stands behind them, and of those that a clause of its own opens with.
VERBS = frozenset({"tense", "have", "up", "down"})
CLAUSE = frozenset({"conjunction", "part", "cause", "then", "share", "equals", "versus", "report"})
# Items of the place with a figure that may part the noun from its predicate: "dân tại | 16 tỉnh, thành | được cấp".
LONGEST_PLACE = 6
# Roles of cues that may open what is told behind a share.
SAYING = frozenset({"forecast", "target"})
# Items of the shortest and longest of what is told behind a share, and the signs that may end the share.
SHORTEST_DEED = 2
LONGEST_DEED = 12
CLOSING = frozenset(",;.()")
# Words between a bracket and the predicate.
MOST_BETWEEN = 3
# Items of the list of places that may go on behind a comma: "tại các xã An Khê, | An Phú và An Hòa | vẫn bị ngập".
LONGEST_PLACES = 14


def predicate_start(items: list[Item], first: int, last: int) -> int:
    """Where a predicate opens inside the range of a place, or `last`: "tại các xã ven sông | đã bị cuốn trôi".

    Behind the name of the place a verb of doing opens one as well: "trên địa bàn Huế | báo cáo kế hoạch thưởng".
    """
    return next(
        (
            index
            for index in range(first + 1, last)
            if opens_predicate(items, index) or _acts_behind_name(items, index, last)
        ),
        last,
    )


def _acts_behind_name(items: list[Item], index: int, last: int) -> bool:
    """Whether a verb of telling or working with words of its own stands right behind a name at `index`."""
    words = phrase_words()
    if has_capital(items[index]) or items[index].low in words.purpose | {words.each} or not ends_name(items, index):
        return False
    size = max(phrase_size(items, index, last, verbs) for verbs in (words.predicate, words.activity))
    return 0 < size < last - index


def predicate_behind(items: list[Item], place: int, stop: int) -> tuple[int, int] | None:
    """The item range of the predicate behind what ends the noun phrase of the count at `place`, or None.

    "4.600 hộ (hơn 10.000 người) | phải sơ tán", "công dân tại 16 tỉnh | được cấp mã số".
    """
    if stop >= len(items) or items[stop].depth > items[place].depth + (items[stop].low == "("):
        return None
    if has_predicate(items, place, stop) or (place and items[place - 1].role == "part"):
        # "đoàn gồm 7 người (hai bác sĩ) đã đến": the verb is of the subject.
        return None
    item = items[stop]
    shared = _behind_share(items, stop) if item.low in {",", "("} else None
    if shared is not None:
        return shared
    if item.low == "(":
        first = _behind_bracket(items, stop)
    elif item.kind == "period" or opens_breakdown(item):
        first = stop + 1
    elif item.kind == "quantity":
        first = _behind_place(items, place, stop)
    elif item.low == "," and place_split(items, place, stop) < stop:
        first = _behind_places(items, stop)
    else:
        return None
    if first is None or first >= len(items) or items[first - 1].low == "," or not _tells(items, first, item.low == "("):
        return None
    last = right_stop(items, place, first=first)
    told = [item for item in items[first:last] if item.kind == "word" and item.low not in phrase_words().told]
    return (first, last) if told else None


def _tells(items: list[Item], first: int, bracketed: bool) -> bool:
    """Whether a predicate opens at `first`, or behind a bracket a few words further on: "xe tải (cũ) | các loại đã"."""
    if opens_predicate(items, first):
        return True
    stop = len(items)
    last = next((n for n in range(first, stop) if items[n].kind != "word" or opens_predicate(items, n)), stop)
    return bracketed and last < stop and last - first <= MOST_BETWEEN and opens_predicate(items, last)


def opens_predicate(items: list[Item], index: int) -> bool:
    """Whether a predicate opens at `index`: "đã", "được", "chưa", "có"."""
    item = items[index]
    if item.kind == "word" and item.is_inner:
        return False
    return item.role in VERBS or item.low in phrase_words().told


def _behind_bracket(items: list[Item], index: int) -> int | None:
    """The place behind the bracket that opens at `index`, None where it is short and a part of the noun."""
    close = closing(items, index, len(items))
    if close is None or close - index - 1 > LONGEST_BRACKET * LONGEST_PLACE:
        return None
    return close + 1


def _behind_place(items: list[Item], place: int, stop: int) -> int | None:
    """The place behind a number of places that the noun phrase ends in: "tại | 16 tỉnh, thành"."""
    if stop == place + 1 or items[stop - 1].low not in phrase_words().preposition or not is_count(items[stop]):
        return None
    last = stop + 1
    while last < len(items) and last - stop <= LONGEST_PLACE and not opens_predicate(items, last):
        if items[last].kind != "word" and items[last].low != "," or items[last].role in CLAUSE:
            return None
        last += 1
    return last


def _behind_places(items: list[Item], index: int) -> int | None:
    """The place behind a list of places that goes on at the comma: "tại xã An Khê | , An Phú và An Hòa | vẫn bị"."""
    last = index + 1
    while last < len(items) and last - index <= LONGEST_PLACES and not opens_predicate(items, last):
        if items[last].kind not in {"word", "cue"} and items[last].low != ",":
            return None
        if items[last].role and items[last].low != phrase_words().conjunction:
            return None
        last += 1
    named = last < len(items) and (items[index + 1].is_name or items[last - 1].is_name)
    return last if named and items[last - 1].low != "," else None


def _behind_share(items: list[Item], stop: int) -> tuple[int, int] | None:
    """What the counted do behind their share, None where there is none: "12 người, chiếm 75%, | dự đoán giá giảm"."""
    closing = ")" if items[stop].low == "(" else ","
    close = next((n for n in range(stop + 1, len(items)) if items[n].low in CLOSING), len(items))
    if close + 1 >= len(items) or items[close].low != closing or not is_share(items[close - 1]):
        return None
    first = close + 1
    last = next((n for n in range(first, len(items)) if _ends_clause(items[n])), len(items))
    if last < len(items) and items[last].kind == "quantity":
        return None
    opener = items[first]
    if not SHORTEST_DEED <= last - first <= LONGEST_DEED or opener.row == TIME_ROW or opener.is_name:
        return None
    return (first, last) if opener.kind == "word" or opener.role in SAYING else None


def is_share(item: Item) -> bool:
    """Whether the item is a percentage."""
    quantity = item.quantity
    return quantity is not None and quantity.kind in PERCENTS


def _ends_clause(item: Item) -> bool:
    return item.kind in {"quantity", "punct"} or item.role == "conjunction"
