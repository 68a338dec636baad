"""Names areas by the ground or building right before: "đấu giá | khu đất | 40 ha", "| thửa đất | diện tích 3 ha"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.assembly.sentences.phrases import compose, phrase_of
from vnreport.assembly.sentences.scope_words import deed_at, phrase_size
from vnreport.assembly.sentences.topics import unit_code
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.sized.place"
# Units of ground and floors.
AREAS = frozenset({"m2", "ha", "km2"})
# Items of the longest noun of a place or of its size, and of a place with its name or number.
LONGEST_NOUN, LONGEST_PLACE = 4, 8


def name_sized(naming: Naming) -> bool:
    """Whether an area stands right behind the noun of ground or a building, or behind both that and "diện tích"; names
    it by them then, whoever does something with the place."""
    draft, items, words = naming.draft, naming.items, phrase_words()
    if unit_code(draft) not in AREAS or draft.role != "value":
        return False
    last = draft.place
    while last and items[last - 1].role in PASSING and items[last - 1].kind == "cue":
        last -= 1
    size = _noun_before(items, last, words.size)
    place = _noun_before(items, last, words.ground_noun) if size is None else _named_place(items, size)
    if place is None or _is_of_size(naming, place):
        return False
    if size is None:
        draft.indicator = phrase_of(draft, items, (place, last), RULE)
    else:
        draft.indicator = compose(draft, items, [(size, last), (place, size)], RULE)
    return True


def _noun_before(items: list[Item], last: int, nouns: frozenset[str]) -> int | None:
    """Where the longest of the nouns begins that ends right before item `last`; None for none."""
    starts = range(max(0, last - LONGEST_NOUN), last)
    return next((index for index in starts if phrase_size(items, index, last, nouns) == last - index), None)


def _named_place(items: list[Item], last: int) -> int | None:
    """Where the noun of a place begins that ends at item `last`, with its name or number: "lô đất số 8"; or None."""
    nouns = phrase_words().ground_noun
    for index in range(last - 1, max(-1, last - 1 - LONGEST_PLACE), -1):
        if items[index].kind not in {"word", "cue"} or items[index].role or deed_at(items, index, last):
            return None
        if phrase_size(items, index, last, nouns):
            return index
    return None


def _is_of_size(naming: Naming, place: int) -> bool:
    """Whether another noun before the place has it for its complement: "tổng diện tích | căn hộ | 80 m2", "giá của |
    căn nhà | 80 m2 là 2 tỷ đồng", "đất | biệt thự | 80 m2"."""
    headed, items, words = naming.headed, naming.items, phrase_words()
    sizes = words.size
    if place and items[place - 1].low in {words.of, words.land}:
        return True
    if headed is not None and headed.first < place and phrase_size(items, headed.first, place, sizes):
        return True
    return any(phrase_size(items, index, place, sizes) for index in range(max(0, place - LONGEST_NOUN), place))
