"""What a bare worth is of: the noun right before it, "ký | hợp đồng đóng tàu | trị giá 3 tỷ", "có giá trị 3 tỷ"."""

from __future__ import annotations

from vnreport.assembly.names.deals import name_deal
from vnreport.assembly.names.naming import COMPONENT_ROLES, Naming
from vnreport.assembly.sentences.actors import part_actor
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.assembly.sentences.phrases import add_scope, compose
from vnreport.assembly.sentences.scope_words import deed_size, phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import MONEY, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.worth"
# Items of the longest words before a worth whose thing and who acts on it can be told apart.
LONGEST_BEFORE = 14
# Items of the shortest noun that says what it is: "hợp đồng", no "khác" or "đủ".
SHORTEST_THING = 2
# Roles of cues that may stand in what has a worth: "nhà máy | sản xuất | pin".
THING_ROLES = COMPONENT_ROLES | {"have"}
# Signs that end what has a worth.
ENDS = frozenset(",;:()")


def name_worth(naming: Naming) -> bool:
    """Whether a bare worth is of a deal or of the noun right before it; names the draft by both then."""
    draft, items, headed = naming.draft, naming.items, naming.headed
    if headed is None or headed.head_end < headed.last or unit_kind(draft) != MONEY:
        return False
    if " ".join(item.low for item in items[headed.first : headed.head_end]) not in phrase_words().held_worth:
        return False
    if any(item.kind == "word" for item in items[headed.head_end : draft.place]):
        # "trả đủ giá trị | đã thanh toán bằng Yên Nhật | 169 tỷ"
        return False
    if name_deal(naming, headed):
        return True
    before = _words_before(items, draft.subject[0], headed.first)
    if before is None:
        return False
    who, thing = _who_and_thing(naming, before)
    thing = None if thing is None else _without_deed(naming, thing)
    if (
        thing is None
        or thing[1] - thing[0] < SHORTEST_THING
        or items[thing[0]].low in phrase_words().preposition | phrase_words().pronoun
    ):
        return False
    draft.indicator = compose(draft, items, [(headed.first, headed.head_end), thing], RULE)
    if who is not None:
        add_scope(draft, items, who, "scope.actor")
    return True


def _who_and_thing(naming: Naming, before: tuple[int, int]) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Who acts in the words before a worth, and what it is of with what was done: "hải quan | thu giữ lô hàng"."""
    items, parts, (first, last) = naming.items, naming.lexicon.parts, before
    verb = next((index for index in range(first + 1, last) if items[index].role == "have"), last)
    if verb < last and parts.is_body(items, (first, verb)):
        return (first, verb), (verb, last)
    return part_actor(naming.draft.sentence.text, items, before, parts)


def _words_before(items: list[Item], begin: int, stop: int) -> tuple[int, int] | None:
    """The words right before a worth and the "có" or "với" that opens it, back to the verb or sign before them."""
    words, last = phrase_words(), stop
    while last > begin and (items[last - 1].role in PASSING or items[last - 1].low in {words.have, words.companion}):
        last -= 1
    if last > begin and items[last - 1].low == ",":
        last -= 1
    first = last
    while first > begin and _is_inside(items[first - 1]):
        first -= 1
    counted = first and items[first - 1].kind == "quantity" and items[first].role != "conjunction"
    piece = None if counted or first == last else trim(items, first, last)
    return piece if piece is not None and piece[1] - piece[0] <= LONGEST_BEFORE else None


def _is_inside(item: Item) -> bool:
    """Whether the item may stand in the name of a thing: a word, a verb, a sign of names ("Cầu Đất - Sông")."""
    words = phrase_words()
    if item.low in words.closer - words.demonstrative:
        return False
    return item.low not in ENDS and item.kind in {"word", "cue", "punct"} and item.role in THING_ROLES


def _without_deed(naming: Naming, thing: tuple[int, int]) -> tuple[int, int] | None:
    """The thing without what was done with it, but with the trade in it: "thu giữ | lô hàng", "nhập khẩu ô tô"."""
    items, (first, last), trades = naming.items, thing, frozenset(naming.lexicon.trades)
    while first < last and not phrase_size(items, first, last, trades):
        alone = items[first].role == "have" or items[first].low in phrase_words().quoting
        size = deed_size(items, first, last) or alone
        if not size:
            break
        first += size
    return trim(items, first, last) if first < last else None
