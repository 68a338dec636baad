"""Names values by the words behind them, with what was done with the goods or the money that they are."""

from __future__ import annotations

from vnreport.assembly.names.doings import SUM_RULE, sum_of_share
from vnreport.assembly.names.naming import RIGHT_RULE, Naming
from vnreport.assembly.names.shared_deeds import measured_deed
from vnreport.assembly.names.spent_sums import add_actor, done_with, is_parted
from vnreport.assembly.sentences.actors import DONE, part_actor
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import add_scope, compose, phrase_of, place_tail
from vnreport.assembly.sentences.scope_words import has_capital, verb_size
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import SUMMED
from vnreport.lexicon.phrase_words import phrase_words

# Items of what was done with goods that are told with it: "| nạo vét | 440 m3 bùn", "| tiến hành tiêu hủy | 300 tấn".
LONGEST_DEED_OF_GOODS = 3
# Roles of cues that may stand behind what was done with goods: "| trồng | mới được 40 ha rừng".
BEHIND_DEED = frozenset({"soft", "aux"})


def name_right(naming: Naming, right: tuple[int, int]) -> None:
    """A value by the words behind it, with the subject where that tells what was done with it."""
    draft, items, subject = naming.draft, naming.items, naming.subject
    kind, cue = unit_kind(draft), items[draft.cue].role if draft.cue is not None else ""
    pieces = [right] if kind == "percent" else _given(naming, right)
    if subject is not None and kind != "percent" and cue not in {"level", "have"}:
        done = done_with(naming)
        if done is not None:
            add_actor(naming, done)
        if is_parted(naming):
            subject = None
        elif items[subject[1]].role == "cause" and done is None:
            # "Mưa lũ | làm 120 ha lúa bị ngập"
            pass
        elif not naming.lexicon.heads.starts(items, pieces[0][0]) or done is not None:
            who, own = (None, done) if done else part_actor(draft.sentence.text, items, subject, naming.lexicon.parts)
            if own == subject and naming.lexicon.parts.is_part(draft.sentence.text, items, subject):
                # "tỉnh | còn 90 tấn hải sản"
                who, own = subject, None
            own = _done_to_goods(naming, own, right) if own and kind == "measure" else own
            pieces = [own, *pieces] if own else pieces
            subject = who
    if len(pieces) > 1:
        draft.indicator = compose(draft, items, pieces, "indicator.subject.right")
        return
    whole = sum_of_share(naming, right)
    if whole is not None:
        draft.indicator = place_tail(draft, items, whole, SUM_RULE)
        add_scope(draft, items, (whole[1] + 1, right[1]), "scope.share")
        return
    draft.indicator = place_tail(draft, items, pieces[0], RIGHT_RULE)
    done = _deed_of_goods(naming, right) if kind in SUMMED else None
    if done is not None:
        rule = "indicator.goods.deed"
        draft.indicator = phrase_of(draft, items, done, rule).joined(draft.indicator, rule)
    deed = measured_deed(naming, pieces[0]) if kind == "measure" else None
    if deed is not None:
        draft.indicator = draft.indicator.joined(phrase_of(draft, items, deed, RIGHT_RULE), RIGHT_RULE)
    if subject is not None:
        add_scope(draft, items, subject, "scope.actor")


def _given(naming: Naming, right: tuple[int, int]) -> list[tuple[int, int]]:
    """The words behind an amount without the verbs that they open with, and what it is for.

    "40 tỷ đồng sẽ được | chi để | mua giống lúa", "9 tỷ đồng được | chi cho | giáo dục".
    """
    items, words = naming.items, phrase_words()
    first, last = right
    passive = {words.given} if naming.subject is None and unit_kind(naming.draft) == "money" else frozenset()
    while first < last - 1 and (items[first].role in DONE or items[first].low in passive):
        first += 1
    if first == right[0] or last >= len(items) or items[last].low not in words.purpose:
        return [(first, last)]
    stop = right_stop(items, last)
    return [(first, last), (last + 1, stop)] if stop > last + 1 else [(first, last)]


def _done_to_goods(naming: Naming, own: tuple[int, int], right: tuple[int, int]) -> tuple[int, int] | None:
    """What was done with goods measured, without the clause before it; None where the goods alone name them.

    "bị bắt giữ khi đang | vận chuyển | 3 kg ma túy", "lực lượng chức năng phát hiện ông này giữ | 3 kg ma túy".
    """
    items, words, opener = naming.items, phrase_words(), naming.items[right[0]]
    beside = not any(item.kind == "word" for item in items[own[1] : naming.draft.place])
    if beside and own[1] - own[0] <= LONGEST_DEED_OF_GOODS and not has_capital(items[own[0]]):
        return own
    if opener.low in words.preposition or opener.low == words.negation or opener.kind != "word":
        return own
    deed = deed_before(items, naming.draft.place)
    if deed is None or deed[0] < own[0] or any(has_capital(item) for item in items[slice(*deed)]):
        return None
    return deed


def _deed_of_goods(naming: Naming, goods: tuple[int, int]) -> tuple[int, int] | None:
    """What was done with goods that are measured, or with money that is named, told before them or before the sum
    that they are joined to.

    "đã xây 60 chuồng, | trồng | 670 ha cỏ", "kiến nghị | thu hồi | 195 tỷ đồng và 50 ha đất"; None without.
    """
    items, place, words = naming.items, naming.draft.place, phrase_words()
    if items[goods[0]].low in words.preposition or verb_size(items, *goods):
        # "di chuyển 5 km | ra khỏi hang"
        return None
    if unit_kind(naming.draft) == "money" and not naming.lexicon.heads.starts(items, goods[0]):
        # "xử lý 9 tỷ đồng | nợ xấu", but "được tặng 9 triệu đồng | đi đổi"
        return None
    while (deed := _verb_before(items, place)) is None:
        while place and items[place - 1].role == "soft":
            place -= 1
        if place < 2 or items[place - 1].low not in {",", words.conjunction}:
            return None
        place = next((index for index in range(place - 2, -1, -1) if items[index].kind != "word"), 0)
        quantity = items[place].quantity
        if quantity is None or quantity.kind not in SUMMED:
            return None
    return deed


def _verb_before(items: list[Item], place: int) -> tuple[int, int] | None:
    """The verb of any kind that ends right before the item, with the small words behind it; None without."""
    for first in range(place - 1, max(-1, place - 1 - LONGEST_DEED_OF_GOODS), -1):
        is_word, role = items[first].kind == "word", items[first].role
        size = verb_size(items, first, place) if is_word or role == "have" else 0
        if size:
            return (first, place) if all(item.role in BEHIND_DEED for item in items[first + size : place]) else None
        if not is_word and role not in BEHIND_DEED:
            return None
    return None
