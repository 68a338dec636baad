"""The words in and around the name of a scope: what opens it, what ends it, and who only says it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vnreport.assembly.sentences.items import PLANS, PROPOSAL_ROW, Item
from vnreport.assembly.sentences.phrase_ends import PREDICATES
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.lexicon.verbs import known_verbs
from vnreport.text.syllables import is_syllable

# Roles of cues that may stand in any name, and those that may in the name of a group: "doanh nghiệp có vốn nước ngoài".
INNER_ROLES = frozenset({"", "conjunction", "part", "target", "target_noun", "growth"})
GROUP_ROLES = INNER_ROLES | {"have", "from", "to"}
# Roles of cues behind "cho biết" which show that the speaker tells of himself.
TOLD_OF_ONESELF = PLANS | {"tense", "aux"}
# The sort of words that the rules know to be of something: they end at cues of state only.
FREE = "FREE"
# Items of the longest phrase of the lexicon that stands in a name.
LONGEST_PHRASE = 4
# Signs between the names of both sides of a trade: "mua vào - bán ra".
SIDE_JOINTS = frozenset({"-", "–", "/"})


def is_proper(items: Sequence[Item], index: int, last: int) -> bool:
    """Whether a name starts there: a capital that opens no sentence, two in a row, an acronym or a foreign word."""
    item = items[index]
    if not has_capital(item) or " " in item.low:
        return False
    after = items[index + 1] if index + 1 < last and items[index + 1].kind == "word" else None
    if after is not None and has_capital(after):
        return True
    if after is not None and after.is_inner and item.is_name:
        return False
    return not item.is_name or not is_syllable(item.low) or not opens_sentence(items, index)


def opens_sentence(items: Sequence[Item], index: int) -> bool:
    """Whether only signs and numbers stand before the item, in its sentence or behind a colon."""
    for item in reversed(items[:index]):
        if item.low == ":":
            return True
        if item.kind != "punct" and not item.low.isdigit():
            return False
    return True


def is_source(items: Sequence[Item], last: int) -> bool:
    """Whether a name that ends before item `last` only says what follows: "Bộ Y tế cho biết".

    Who tells of himself is no source: "hãng cho biết sẽ mở 3 đường bay".
    """
    if last >= len(items):
        return False
    return tells(items[last]) and not any(item.role in TOLD_OF_ONESELF for item in items[last + 1 : last + 2])


def tells(item: Item) -> bool:
    """Whether the item is a verb of telling: "cho biết", "nói"."""
    return item.role == "report" or item.low in phrase_words().saying


def is_before(items: Sequence[Item], index: int, last: int, *, is_loose: bool) -> bool:
    """Whether the item stands before a name and is no part of it: "tại", a sign, before loose words an auxiliary."""
    item = items[index]
    if item.kind == "quantity":
        return False
    opens = item.kind == "punct" or item.low in phrase_words().scope_opener
    if not opens and item.role in (INNER_ROLES if is_loose else GROUP_ROLES | {"soft"}):
        return False
    return index + 1 == last or not items[index + 1].is_inner


def is_verb(items: Sequence[Item], opened: int, index: int, last: int, sort: str) -> bool:
    """Whether the item ends the name before it, whose opening words end at `opened`: a verb, an auxiliary, "khi"."""
    item, words = items[index], phrase_words()
    if sort == FREE:
        return item.role in PREDICATES
    is_group = sort in {"GROUP", ""}
    if item.low in words.demonstrative or (item.low in words.degree and is_group):
        return False
    if (
        item.low in words.closer
        or item.low == words.companion
        or (item.low in words.person and not has_capital(item))
        or item.role not in (GROUP_ROLES if is_group else INNER_ROLES)
        or item.row == PROPOSAL_ROW
    ):
        return True
    if item.role == "have":
        # "doanh nghiệp | có vốn nước ngoài", but "ngành du lịch | có những bước tiến"
        counts = index + 1 < last and items[index + 1].low in words.plural | words.one
        return counts or not item.low.endswith(words.have) or last - index < LONGEST_PHRASE
    if item.kind != "word" or has_capital(item):
        return False
    opens = index == opened and sort != "PROPER"
    if phrase_at(items, index, last, words.predicate):
        return not opens or not is_group or _ends_definite(items, index)
    if not phrase_at(items, index, last, words.activity, words.deed):
        return index > opened and _acts(items, index, last)
    return _ends_definite(items, index) if opens else ends_name(items, index) or not sort


def _acts(items: Sequence[Item], index: int, last: int) -> bool:
    """Whether a verb of any kind stands behind a capital amid the sentence: "Kiểm toán Nhà nước | đề cập", no branch
    of a body: "Bộ Giao thông | vận tải"."""
    size = verb_size(items, index, last)
    if not size or not ends_name(items, index) or opens_sentence(items, index - 1):
        return False
    return " ".join(item.low for item in items[index : index + size]) not in phrase_words().sector


def _ends_definite(items: Sequence[Item], index: int) -> bool:
    """Whether the words before the item may name a body told before: "sở | cấp", "cảnh sát | bắt"."""
    definite = phrase_words().definite
    before = items[index - 1].low
    return before in definite or (index > 1 and f"{items[index - 2].low} {before}" in definite)


def ends_name(items: Sequence[Item], index: int) -> bool:
    """Whether the word before the item has a capital and is no legal form: "Sở Tư pháp | cấp", "Công ty TNHH dệt"."""
    place = index - 1
    while place and items[place].is_inner:
        place -= 1
    return has_capital(items[place]) and items[place].low not in phrase_words().legal_form


def phrase_at(items: Sequence[Item], index: int, last: int, *sets: frozenset[str]) -> bool:
    """Whether a phrase of one of the sets stands at the item."""
    return any(phrase_size(items, index, last, phrases) for phrases in sets)


def deed_at(items: Sequence[Item], index: int, last: int) -> bool:
    """Whether a verb of doing or of what happens stands at the item."""
    words = phrase_words()
    return phrase_at(items, index, last, words.predicate, words.activity, words.deed)


def is_deed(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether the words are a verb of doing or of what happens, and nothing else."""
    return last > first and deed_size(items, first, last) == last - first


def tells_act(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether the words tell what somebody does: a verb opens them, or stands behind a name: "Vietcombank | báo"."""
    if verb_size(items, first, last) and not has_capital(items[last - 1]):
        return True
    behind = (index for index in range(first + 1, last) if is_proper(items, index - 1, index))
    return any(deed_at(items, index, last) or verb_size(items, index, last) for index in behind)


def verb_size(items: Sequence[Item], first: int, last: int) -> int:
    """How many items the longest verb of any kind takes that stands at the item, 0 for none."""
    return phrase_size(items, first, last, known_verbs())


def deed_size(items: Sequence[Item], first: int, last: int) -> int:
    """How many items the longest verb of doing or of what happens takes that stands at the item, 0 for none."""
    words = phrase_words()
    return max(phrase_size(items, first, last, each) for each in (words.predicate, words.deed, words.activity))


def behind_place(items: Sequence[Item], index: int) -> int:
    """The index past the preposition of place at `index`, if one stands there: "90.000 đồng | ở | chiều bán ra"."""
    return index + (index < len(items) and items[index].low in phrase_words().place)


def phrase_size(items: Sequence[Item], index: int, last: int, phrases: frozenset[str]) -> int:
    """How many items the longest of the phrases takes that stands at the item as whole words, 0 for none."""
    if items[index].low.partition(" ")[0] not in _openers(phrases):
        return 0
    text, ends = "", []
    for end in range(index + 1, min(last, index + LONGEST_PHRASE) + 1):
        text = f"{text} {items[end - 1].low}" if text else items[end - 1].low
        if text in phrases:
            ends.append(end)
    if not ends or items[index].is_inner:
        return 0
    return next((end - index for end in reversed(ends) if end == last or not items[end].is_inner), 0)


@cache
def _openers(phrases: frozenset[str]) -> frozenset[str]:
    """The first syllables of the phrases; most items are none."""
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def has_capital(item: Item) -> bool:
    return item.kind == "word" and item.words is not None and item.words.text[item.start].isupper()
