"""What was done for those counted, told before "cho" and the like: "minh oan | cho | 7 người"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.links import is_count
from vnreport.assembly.sentences.scope_words import deed_at
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# Items of the longest verb with its object, and of an object that is named behind its figure.
LONGEST_DEED = 7
# Roles of cues that may stand in it, and of those that open it.
INNER = frozenset({"have", "soft", "aux", "to", "level", "growth"})
OPENING = frozenset({"tense", "forecast", "estimate"})


def deed_for(items: list[Item], place: int) -> list[tuple[int, int]]:
    """The item ranges of the verb and its object before the preposition that leads to the quantity at `place`.

    A figure in between is left out: "trợ cấp | 30 tấn | gạo | cho 90 hộ". Empty where no verb is told.
    """
    linked = _link(items, place)
    stop = _place(items, place) if linked is None else linked
    if stop is None or (place + 1 < len(items) and items[place + 1].low in phrase_words().pointing):
        return []
    first = begun = None
    index = stop - 1
    while index >= 0 and stop - index <= LONGEST_DEED:
        item = items[index]
        if item.role in OPENING or item.low == phrase_words().estimate:
            begun = index + 1
            break
        if is_count(item) and linked is not None:
            # "12 công ty | thưởng tết | cho 900 người"
            begun = index + 1
        if item.kind in {"punct", "period"} or item.role not in INNER | {""} or item.low in phrase_words().being:
            break
        if item.role == "have" or (item.kind == "word" and deed_at(items, index, stop)):
            first = index
        index -= 1
    if first is None and begun is not None and begun < stop and _is_verb(items[begun]):
        first = begun
    if first is None or any(item.low == phrase_words().of for item in items[first:stop]):
        # "chi phí sản xuất điện của EVN ở | ba miền"
        return []
    if linked is None and not first:
        # "Khảo sát tại | 12 huyện | cho thấy"
        return []
    return _pieces(items, first, stop)


def _is_verb(item: Item) -> bool:
    """Whether a word may open what is done for somebody."""
    return item.kind == "word" and not item.is_name and item.low not in phrase_words().preposition


def is_object(naming: Naming, headed: HeadedPhrase) -> bool:
    """Whether the head is what was done for those counted: "giải quyết | việc làm | cho 40 lao động"."""
    items, place = naming.items, naming.draft.place
    if unit_kind(naming.draft) != "count":
        return False
    link = _link(items, place)
    stop = place if link is None else link
    if headed.last not in {stop, place} or not headed.first:
        return False
    if link is not None and items[link].low == phrase_words().giving:
        # "trao quà, học bổng | cho 40 em"
        return True
    if link is None and any(item.low in phrase_words().extent_noun for item in items[headed.first : headed.first + 3]):
        # "đáp ứng | quy mô dân số | 2 triệu người"
        return False
    first = headed.first - 1
    while first and items[first].is_inner:
        first -= 1
    verb = items[first]
    if verb.role == "have":
        return verb.low not in phrase_words().being
    if link is not None and verb.role in CHANGES:
        # "giảm | lãi vay | cho 80 khách hàng"
        return True
    return not verb.role and deed_at(items, first, headed.first)


def _link(items: list[Item], place: int) -> int | None:
    """The place of the preposition right before the quantity, or None."""
    words = phrase_words()
    if place < 2 or items[place - 1].is_inner or items[place - 1].low not in words.recipient:
        return None
    if items[place - 2].low in words.recipient_opener:
        return place - 2
    return None if items[place - 1].low == words.companion else place - 1


def spread_before(items: list[Item], place: int) -> tuple[int, int] | None:
    """The item range of the verb of coming about before the words that say at how many places, or None."""
    stop = _place(items, place)
    for size in (1, 2, 3):
        if stop is None or stop <= size or items[stop - size].is_inner:
            continue
        if " ".join(item.low for item in items[stop - size : stop]) in phrase_words().spreading:
            return stop - size, stop
    return None


def _place(items: list[Item], place: int) -> int | None:
    """The place of the words right before the quantity that say where: "bùng phát | tại | 12 xã", or None."""
    words = phrase_words()
    if place < 2:
        return None
    if items[place - 1].low in words.place:
        return place - 1
    opens = place > 3 and items[place - 3].low == words.on and items[place - 2].low in words.extent
    return place - 3 if opens else None


def _pieces(items: list[Item], first: int, stop: int) -> list[tuple[int, int]]:
    """The range without the figures in it."""
    pieces, start = [], first
    for index in range(first, stop + 1):
        if index == stop or items[index].kind == "quantity":
            if start < index:
                pieces.append((start, index))
            start = index + 1
    return pieces
