"""Names depths of water by what stands in it: "đường Hoa Lư | bị ngập | 40 cm", "nước lũ | đang ngập gần 1 m"."""

from __future__ import annotations

from vnreport.assembly.names.dimensions import measured_thing
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.assembly.sentences.phrases import add_scope, compose, phrase_of
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.subjects import subject_pieces
from vnreport.assembly.sentences.topics import unit_code
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.flood"
# Units of the depth of a flood.
DEPTHS = frozenset({"m", "cm"})
# Items from the verb of being under water to the figure, and of the longest clause that names what is under it.
LONGEST_VERB, LONGEST_THING = 5, 7
# Roles of cues between the verb and the figure: "ngập | từ | 0,5 đến 1 m".
BETWEEN = PASSING | {"from", "to", "level"}


def name_flood_depth(naming: Naming) -> bool:
    """Whether a verb of being under water stands right before a length; names it by what is under it and the verb, or
    by the water where that is told, and what is under it is a scope then."""
    draft, items = naming.draft, naming.items
    if unit_code(draft) not in DEPTHS or draft.role != "value":
        return False
    verb = _verb_before(items, draft.place)
    if verb is None:
        return False
    named, place = _thing(naming, verb[0])
    if place is not None:
        add_scope(draft, items, place, "scope.place")
    draft.indicator = (
        phrase_of(draft, items, verb, RULE) if named is None else compose(draft, items, [named, verb], RULE)
    )
    return True


def _thing(naming: Naming, verb: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """What the depth is told of before the verb at item `verb`, and the place before that; None for none of them."""
    items, words = naming.items, phrase_words()
    if verb and items[verb - 1].low == words.level_noun:
        # "2 điểm, | mức | ngập 30 cm"
        return (verb - 1, verb), None
    pieces = subject_pieces(items, naming.draft.subject[0], verb)
    if not pieces:
        return ((verb - 1, verb) if verb and items[verb - 1].kind == "word" else None), None
    first, last = pieces[-1]
    first += items[first].low == words.when and first + 1 < last
    begin = next((index + 1 for index in range(first, last) if items[index].low == words.companion), first)
    begin = next((i for i in range(begin, last) if phrase_size(items, i, last, words.water) == last - i), begin)
    if begin > first:
        return (begin, last), (first, begin)
    return ((first, last), None) if last - first <= LONGEST_THING else (measured_thing(naming, verb), None)


def _verb_before(items: list[Item], place: int) -> tuple[int, int] | None:
    """The verb of being under water whose depth the figure at `place` is, or None."""
    for index in range(place - 1, max(-1, place - 1 - LONGEST_VERB), -1):
        size = phrase_size(items, index, place, phrase_words().flooded)
        if size:
            return (index, index + size) if all(item.role in BETWEEN for item in items[index + size : place]) else None
    return None
