"""Whether a comma joins two nouns of one kind that are counted together: "xã, phường", "cán bộ, giảng viên"."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import COORDINATE_ROW
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.links import LEADING, is_count
from vnreport.assembly.sentences.scope_words import phrase_at, phrase_size
from vnreport.lexicon.phrase_words import phrase_words

# Items from a comma to the bracket that ends what is counted, and the role of the verb of its share in there.
LONGEST_LIST, SHARE = 24, "share"


def coordinates(items: list[Item], index: int, place: int) -> bool:
    """Whether the comma at `index` joins two nouns of one kind: "xã, phường", "bộ, ngành".

    A place behind anything else opens a clause where a verb follows: "230 nghìn người, huyện có 15 xã". So does a rate.
    """
    if _joins_persons(items, index, place) or _joins_offices(items, index, place):
        return True
    if index + 1 >= len(items) or items[index + 1].row != COORDINATE_ROW:
        return False
    if index + 2 < len(items) and items[index + 2].low in phrase_words().demonstrative:
        # "20 giấy phép mới, | đơn vị này còn thu hồi 4"
        return False
    if items[index - 1].row == COORDINATE_ROW:
        return True
    if not (items[index - 1].kind == "word" if index > place + 1 else is_count(items[place])):
        return False
    words, quantity = phrase_words(), items[place].quantity
    noun = items[index - 1].low if index > place + 1 or quantity is None else quantity.code
    behind = next((n for n in range(index + 2, len(items)) if not (items[n].is_name or items[n].is_inner)), len(items))
    alike, named = items[index + 1].low not in words.tier or noun in words.tier | words.definite, behind > index + 2
    if named and not alike:
        # "12 người chết, | phường B …"
        return False
    if behind == len(items) or (alike and not named):
        return True
    # "thị xã A 12 xã, | huyện B 7 xã"
    # "tăng 9.000 người, | địa phương tăng 1.500 người"
    moved = behind == index + 2 and items[behind].role in CHANGES and noun not in words.definite
    return items[behind].kind != "quantity" and items[behind].role not in LEADING | {"tense"} and not moved


def _joins_persons(items: list[Item], index: int, place: int) -> bool:
    """Whether the comma at `index` joins two sorts of persons who are counted together: "cán bộ, giảng viên".

    Some of the second sort that are counted themselves open a list: "20 cán bộ, | nhân viên 7 người".
    """
    quantity, persons = items[place].quantity, phrase_words().persons
    beside = index == place + 1 and quantity is not None and quantity.code in persons
    if not beside and (
        index == place + 1 or not any(phrase_at(items, n, index, persons) for n in (index - 2, index - 1))
    ):
        return False
    after = index + 1
    after += phrase_size(items, after, len(items), persons) if after < len(items) else 0
    return after > index + 1 and (after == len(items) or items[after].kind != "quantity")


def _joins_offices(items: list[Item], index: int, place: int) -> bool:
    """Whether the comma at `index` joins two sorts of offices of a body: "9 phòng, ban chuyên môn", no "3 sở, ban hành
    4 nghị quyết"."""
    quantity, offices, after = items[place].quantity, phrase_words().joined_office, index + 1
    noun = items[index - 1].low if index > place + 1 or quantity is None else quantity.code
    if noun not in offices or after >= len(items) or items[after].low not in offices:
        return False
    return after + 1 == len(items) or not items[after + 1].is_inner


def runs_into_bracket(items: list[Item], index: int, place: int) -> bool:
    """Whether the comma at `index` joins what is counted up to a bracket with the share of it: "660 cơ sở lưu trú |, ăn
    uống (chiếm 6%)"."""
    if not is_count(items[place]) or items[index].depth != items[place].depth or index == place + 1:
        return False
    for behind in range(index + 1, min(len(items), index + LONGEST_LIST)):
        item = items[behind]
        if item.low == "(":
            return items[min(behind + 1, len(items) - 1)].role == SHARE and items[behind - 1].kind == "word"
        if item.kind != "word" and item.low != "," and item.role != "conjunction":
            return False
    return False
