"""What a length, an area or a weight is of, where an adjective says which: "tuyến tránh | dài 12 km", "bãi | rộng"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport.assembly.sentences.actors import part_actor
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.assembly.sentences.links import words_end
from vnreport.assembly.sentences.phrases import add_scope, place_tail
from vnreport.assembly.sentences.scope_words import deed_at, ends_name, has_capital, phrase_at, verb_size
from vnreport.assembly.sentences.subjects import subject_pieces, trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.lexicon.phrase_words import phrase_words

if TYPE_CHECKING:
    from vnreport.assembly.names.naming import Naming

# The rule of such a name.
DIMENSION_RULE = "indicator.dimension"
# Roles of cues that stand in the name of a thing: "đoạn từ Hà Nội đến Vinh".
INNER = frozenset({"", "from", "to", "conjunction", "soft", "part"})
# Signs that end a clause.
CLAUSE_SIGNS = frozenset(",;:")
# Items of the shortest name that a verb may end: "Cao tốc Bến Lức - Long Thành | khởi công".
SHORTEST_NAME = 3
# Items from the noun of an undertaking to the verb that tells what it is for.
LONGEST_UNDERTAKING = 4


def name_dimension(naming: Naming) -> bool:
    """Whether an adjective of size stands right before the measure; names the thing before the adjective then."""
    draft, items = naming.draft, naming.items
    if unit_kind(draft) != "measure" or not draft.place:
        return False
    sizes, size = phrase_words().dimension, draft.place - 1
    while size and items[size].low not in sizes and items[size].role in PASSING:
        size -= 1
    if items[size].low not in sizes or items[size].is_inner or not _is_apart(naming, size):
        return False
    alone = items[size - 1].kind == "punct" if size else True
    same = _same_thing(naming) if alone else None
    thing = measured_thing(naming, size) if same is None else None
    same = same or (_same_thing(naming) if thing is None else None)
    if thing is None and same is None and not size:
        thing = _thing_behind(naming)
    if thing is not None:
        draft.indicator = place_tail(draft, items, thing, DIMENSION_RULE)
    elif same is not None:
        draft.indicator = Phrase(same.text, same.parts, DIMENSION_RULE)
    return thing is not None or same is not None


def _is_apart(naming: Naming, size: int) -> bool:
    """Whether the adjective is no end of a noun that is measured itself: "chiều | dài", "mực nước | cao"."""
    headed = naming.headed
    if headed is not None and headed.role == "rate":
        return False
    found = naming.lexicon.heads.narrow(naming.items, (size - 1, size + 1)) if size else None
    return found is None or found.first != size - 1 or found.head_end <= size


def measured_thing(naming: Naming, size: int) -> tuple[int, int] | None:
    """The noun phrase before the adjective or verb at `size`, with no more than a period between; None without."""
    pieces = subject_pieces(naming.items, naming.draft.subject[0], size)
    for piece in reversed(pieces):
        if piece != pieces[0] and naming.items[piece[0]].low in phrase_words().preposition:
            # "khu đất | hiện nay | ở Củ Chi rộng 40 ha"
            continue
        thing = _noun_phrase(naming, *piece)
        if thing is not None:
            _add_actor(naming, piece, thing[0])
            return thing
    return None


def _thing_behind(naming: Naming) -> tuple[int, int] | None:
    """The thing told behind a size that opens its sentence: "Dài 20 km, | tuyến metro | đi qua …"."""
    items, first = naming.items, naming.draft.place + 2
    if first >= len(items) or items[first - 1].low != ",":
        return None
    last = words_end(items, first)
    if not phrase_at(items, first, last, phrase_words().built):
        return None
    return trim(items, first, next((index for index in range(first + 1, last) if deed_at(items, index, last)), last))


def _add_actor(naming: Naming, piece: tuple[int, int], begin: int) -> None:
    """Adds who did something with the thing that begins there as a scope: "tỉnh Hoa Lư | sẽ xây | tượng đài"."""
    who, _ = part_actor(naming.draft.sentence.text, naming.items, piece, naming.lexicon.parts)
    if who is not None and who[1] <= begin:
        add_scope(naming.draft, naming.items, who, "scope.actor")


def _noun_phrase(naming: Naming, first: int, last: int) -> tuple[int, int] | None:
    """The last noun phrase of the words: the object of their last verb, or from the noun of a built or natural thing
    in their last clause on."""
    items, built = naming.items, phrase_words().built
    cut = next((index for index in range(last - 1, first - 1, -1) if _ends_clause(items, first, index, last)), None)
    clause = first if cut is None else cut + 1
    begin = clause if cut is not None and items[cut].role == "have" else None
    if begin is None:
        begin = next((index for index in range(clause, last) if phrase_at(items, index, last, built)), None)
    if begin is None:
        deeds = [index for index in range(clause, last) if deed_at(items, index, last)]
        begin = deeds[-1] + 1 if deeds else clause
    told = range(begin + SHORTEST_NAME, last)
    stop = next((index for index in told if deed_at(items, index, last) and ends_name(items, index)), last)
    thing = trim(items, begin, stop)
    verb = thing is None or verb_size(items, *thing) == thing[1] - thing[0]
    if verb and cut is not None and first < cut:
        # "đoạn tuyến | đang thi công | dài 90 km"
        return _noun_phrase(naming, first, cut)
    return thing


def _ends_clause(items: list[Item], first: int, index: int, last: int) -> bool:
    """Whether the words behind the item are a clause of their own, up to the adjective at `last`."""
    item, words = items[index], phrase_words()
    if item.depth > items[last].depth:
        return False
    if item.low == words.conjunction:
        return phrase_at(items, index + 1, last, words.built)
    if item.low == ",":
        # "cầu treo ở thôn 2, | xã Tân Lãnh dài 50 m"
        behind = items[index + 1]
        return behind.low not in words.tier_name and not has_capital(behind)
    if item.low in CLAUSE_SIGNS:
        return True
    return item.role not in INNER and item.low not in words.place and not _says_what_for(items, first, index)


def _says_what_for(items: list[Item], first: int, index: int) -> bool:
    """Whether a verb of doing only tells what an undertaking is for: "dự án đầu tư | xây dựng | đường vành đai"."""
    if items[index].role != "have":
        return False
    near = range(max(first, index - LONGEST_UNDERTAKING), index)
    return any(phrase_at(items, place, index, phrase_words().enterprise) for place in near)


def _same_thing(naming: Naming) -> Phrase | None:
    """What the measure before is of, which one named by an adjective alone goes on with: "cột cao 9 m, | nặng 2 t"."""
    before = naming.before
    if before is None or before.indicator is None or unit_kind(before) not in {"measure", "count"}:
        return None
    if unit_kind(before) == "count":
        # "2 thửa đất | rộng 9 ha", "42 điểm sạt lở, | dài 9 km"
        between = naming.items[before.place + 1 : naming.draft.place]
        signs = sum(item.kind == "punct" for item in between)
        return before.indicator if not signs or between[-2].kind == "punct" and signs == 1 else None
    if before.indicator.rule == DIMENSION_RULE:
        return before.indicator
    return before.scope[-1] if before.scope else before.indicator
