"""The verb right before a sum that tells what is done with it, whoever else acts or speaks in the clause.

"Bộ đề nghị Thủ tướng cho phép | bố trí | 22 tỷ đồng", "thành phố cần | huy động | khoảng 60 tỷ đồng".
"""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.actors import is_auxiliary, part_actor
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.governors import SOFT
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import LONGEST_PHRASE, phrase_at, phrase_size
from vnreport.assembly.sentences.topics import is_rate_of_money, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

Range = tuple[int, int]
# Items of the name of a project or a deal.
LONGEST_UNDERTAKING = 9
# Roles of cues that tell what somebody means to do.
INTENDED = frozenset({"forecast", "estimate", "target"})
# Items of the name of who acts, right before the verb.
LONGEST_NAME = 6


def money_deed(naming: Naming) -> Range | None:
    """The verb of money that the sum stands behind, where the words before it act, speak or allow; or None."""
    items, subject = naming.items, naming.subject
    if unit_kind(naming.draft) != "money" and (naming.headed is not None or not is_rate_of_money(naming.draft)):
        return None
    last = naming.draft.place
    if subject is None:
        return _alone(items, last)
    while last > subject[0] and items[last - 1].role in SOFT and items[last - 1].low not in phrase_words().money_deed:
        last -= 1
    deeds = phrase_words().money_deed
    if naming.headed is not None and (paid := _paid_into(naming, last)) is not None:
        return paid
    for first in range(max(subject[0], last - LONGEST_PHRASE), last):
        if phrase_size(items, first, last, deeds) == last - first:
            if naming.headed is not None:
                apart = _is_asked_apart(items, naming.headed.head_end, first) or _is_of_many(naming, first)
                return (first, last) if apart else None
            return (first, last) if first == subject[0] or _is_acted(naming, (subject[0], first)) else None
    if naming.headed is not None:
        return None
    for first in range(subject[1] - 1, subject[0], -1):
        # "Sở đề nghị | phân bổ cho dự án đường sắt | là 200 tỷ đồng"
        if items[first].kind == "punct":
            return None
        if phrase_size(items, first, subject[1], deeds) and _is_allowed(items, subject[0], first):
            return first, subject[1]
    return None


def _alone(items: list[Item], last: int) -> Range | None:
    """The verb of money that opens a clause right before the sum at `last`: "; | hỗ trợ | 40 tỷ đồng"; or None."""
    while last and items[last - 1].role in SOFT and items[last - 1].low not in phrase_words().money_deed:
        last -= 1
    for first in range(max(0, last - LONGEST_PHRASE), last):
        opens = not first or items[first - 1].low == ";"
        if opens and phrase_size(items, first, last, phrase_words().money_deed) == last - first:
            return first, last
    return None


def _paid_into(naming: Naming, last: int) -> Range | None:
    """The verb of money with what the sum came from or went to, told before a bare noun of sums: "| tạm ứng từ ngân
    sách | số tiền 500 tỷ đồng"; None for no such."""
    items, headed, subject, words = naming.items, naming.headed, naming.subject, phrase_words()
    if headed is None or subject is None or headed.first <= subject[0]:
        return None
    if items[headed.first - 1].low not in words.preposition and items[headed.first - 1].role != "from":
        return None
    bare = next((first for first in (last - 1, last - 2) if naming.lexicon.heads.starts(items, first)), None)
    if bare is None or bare < headed.head_end:
        return None
    for first in range(subject[0], headed.first - 1):
        if phrase_size(items, first, headed.first, words.money_deed):
            return first, headed.head_end
    return None


def costed(naming: Naming) -> Range | None:
    """The undertaking whose cost the sum is, told right before it without a verb: "họp về | dự án chống ngập | 900 tỷ
    đồng"; None without one, or where nothing stands before it."""
    items, subject, draft, words = naming.items, naming.subject, naming.draft, phrase_words()
    if subject is None or unit_kind(draft) != "money":
        return None
    cue = items[draft.cue] if draft.cue is not None else None
    if cue is not None and (cue.role != "have" or cue.low.endswith(words.have)):
        # "dự án chống | ngập" has a verb in its name
        return None
    last = draft.place
    while last > subject[0] and items[last - 1].role == "soft":
        last -= 1
    for first in range(last - 1, max(subject[0], last - LONGEST_UNDERTAKING), -1):
        if items[first].kind == "punct" or is_auxiliary(items[first]) or items[first].role in INTENDED:
            return None
        if items[first].low == words.companion:
            return None
        if phrase_size(items, first, last, words.costed):
            return None if items[first - 1].low.rpartition(" ")[2] in words.of_whole else (first, last)
        if phrase_at(items, first, last, words.asking, words.money_deed):
            return None
    return None


def behind_count(naming: Naming) -> Phrase | None:
    """What those counted right before the sum have or do with it, or the deal that it is the size of; None without.

    "74 người nhận | hỗ trợ | 70 tỷ đồng", "hai nước xúc tiến | thoả thuận | 100 triệu USD".
    """
    items, before, last, words = naming.items, naming.before, naming.draft.place, phrase_words()
    if before is None:
        return None
    while last > before.place + 1 and items[last - 1].role in SOFT:
        last -= 1
    headed = naming.lexicon.heads.narrow(items, (before.place + 1, last)) if last > before.place + 1 else None
    for first in range(last - 1, max(before.place, last - LONGEST_NAME - 1), -1):
        if items[first].kind == "punct":
            return None
        headed_here = headed is not None and headed.first == first
        if headed_here or (headed is None and phrase_at(items, first, last, words.money_deed, words.costed)):
            return phrase_of(naming.draft, items, (first, last), "indicator.money")
    return None


def _is_allowed(items: list[Item], begin: int, first: int) -> bool:
    """Whether a verb of telling or allowing, or a small verb stands right before the item."""
    if is_auxiliary(items[first - 1]) or items[first - 1].role in INTENDED:
        return True
    return ends_in(items, begin, first, phrase_words().predicate)


def _is_asked_apart(items: list[Item], begin: int, first: int) -> bool:
    """Whether somebody asks or allows right before the item, in words joined to those that name something else."""
    joins = {",", phrase_words().conjunction}
    apart = any(item.low in joins for item in items[begin:first])
    return apart and ends_in(items, begin, first, phrase_words().asking)


def _is_of_many(naming: Naming, first: int) -> bool:
    """Whether the headed words only tell which of many things did it: "các dự án | đầu tư mới | đã | giải ngân"."""
    items, headed, parts = naming.items, naming.headed, naming.lexicon.parts
    if headed is None or headed.before is None or items[first - 1].role != "tense":
        return False
    own = (headed.before[0], headed.first)
    return parts.is_of_things(items, own) and not any(item.kind == "punct" for item in items[own[0] : first])


def ends_in(items: list[Item], begin: int, last: int, phrases: frozenset[str]) -> bool:
    """Whether the range ends in one of the phrases."""
    words = range(max(begin, last - LONGEST_PHRASE), last)
    return any(phrase_size(items, index, last, phrases) == last - index for index in words)


def acting(naming: Naming, before: Range) -> Range | None:
    """The name of who acts that the words before a verb end in; or None."""
    items, parts, text = naming.items, naming.lexicon.parts, naming.draft.sentence.text
    first, last = before
    who, _ = part_actor(text, items, before, parts)
    if who is not None:
        return who
    while last > first and is_auxiliary(items[last - 1]):
        last -= 1
    for index in range(max(first, last - LONGEST_NAME), last):
        if not items[index].is_inner and (
            parts.is_part(text, items, (index, last)) or parts.is_body(items, (index, last))
        ):
            return index, last
    return None


def _is_acted(naming: Naming, before: Range) -> bool:
    """Whether the words before a verb of money end in who acts or in a small verb, or hold a verb of telling."""
    items, (first, last) = naming.items, before
    if is_auxiliary(items[last - 1]) or acting(naming, before) is not None:
        return True
    if ends_in(items, first, last, phrase_words().forcing):
        # "phạt 12 năm tù, buộc | bồi thường"
        return True
    return any(phrase_at(items, index, last, phrase_words().predicate) for index in range(first, last))
