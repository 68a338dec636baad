"""The pieces at the head of a clause that only set the scene: "Tại hội nghị, | số hồ sơ đạt 90"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.noun_pairs import is_noun_pair
from vnreport.lexicon.phrase_words import phrase_words

# Items of "thứ hai" that opens a sentence.
NUMBERING = 2


def after_scene(items: list[Item], begin: int, stop: int) -> int:
    """The place after pieces that only set the scene and end in a comma."""
    while begin < stop:
        back = begin == 0 and _points_back(items, stop)
        while begin < stop and not back and _only_joins(items, begin):
            if _sets_scene(items, begin) and not items[begin + 1].is_name:
                break
            begin += 1
        comma = _first_comma(items, begin, stop)
        if comma is None or begin >= stop:
            return begin
        opener, piece = items[begin], items[begin:comma]
        # "Quý I các nghề như mộc |, rèn và may tăng 7%"
        row = items[comma + 1].kind == "word" and any(item.low == phrase_words().example for item in piece)
        dated = all(item.kind in {"period", "punct"} or item.role in {"aux", "soft"} for item in piece)
        numbered = opener.role == "ranking" and comma == begin + NUMBERING
        told = (opener.kind == "period" and not row) or opener.role in {"source", "versus"} or numbered
        if not (_sets_scene(items, begin) or told or back or dated):
            return begin
        begin = comma + 1
    return begin


def _first_comma(items: list[Item], begin: int, stop: int) -> int | None:
    """The first comma that ends a piece, or None: no one within a noun ("9 tháng xuất khẩu nông, lâm, thủy sản"), nor
    between tiers of places ("Trong nhóm các tỉnh, thành, Hà Giang")."""
    tiers = phrase_words().tier
    joined = phrase_words().coordinate if items[begin].kind == "period" else frozenset()
    for index in range(begin, stop):
        if items[index].low != "," or items[index].depth != items[begin].depth:
            continue
        if items[index - 1].low in joined or is_noun_pair(items, index):
            continue
        tier, following = items[index - 1], items[min(index + 1, stop - 1)]
        if tier.low not in tiers or following.low not in tiers or tier.is_inner:
            return index
    return None


def _sets_scene(items: list[Item], index: int) -> bool:
    """Whether what the item opens, alone or with the next, only sets the scene: "Tại hội nghị", "Đóng cửa phiên"."""
    scene = phrase_words().scene
    return items[index].low in scene or " ".join(item.low for item in items[index : index + 2]) in scene


def _only_joins(items: list[Item], begin: int) -> bool:
    """Whether the item joins what is behind it to a clause before, or to none at all."""
    return items[begin].kind == "punct" or items[begin].role in {"conjunction", "part", "aux", "tense"}


def _points_back(items: list[Item], stop: int) -> bool:
    """Whether the sentence opens with what it takes up from before: "Với mức giá này, …"."""
    words = phrase_words()
    if not f"{items[0].low} ".startswith(f"{words.companion} "):
        return False
    comma = next((index for index in range(1, stop) if items[index].low == ","), 0)
    return any(item.low.rpartition(" ")[2] in words.demonstrative for item in items[1:comma])
