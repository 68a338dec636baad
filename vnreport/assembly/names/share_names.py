"""Names shares: what they are of, and whose they are."""

from __future__ import annotations

from vnreport.assembly.names.criteria import CRITERION_RULE
from vnreport.assembly.names.dominant_shares import whole_between
from vnreport.assembly.names.naming import RIGHT_RULE, Naming
from vnreport.assembly.names.told_shares import accompanies
from vnreport.assembly.names.wholes import whole_by_numbers
from vnreport.assembly.sentences.clauses import opens_breakdown
from vnreport.assembly.sentences.drafts import SHARED_RULE, Draft, Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.labels import LABEL_RULE
from vnreport.assembly.sentences.links import words_end
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.origins import FROM_BEFORE, FROM_WHOLE
from vnreport.assembly.sentences.phrases import add_scope, phrase_of, place_tail
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.topics import unit_code, unit_kind
from vnreport.grammar.values import AMOUNTS
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues that may stand between two shares of one part.
JOINING = frozenset({"conjunction", "soft", "aux", "share"})
# Signs between the shares of one whole, and the rules of a share that has no verb of its own.
LISTING = frozenset(",;")
DIVIDED_RULES = frozenset({"indicator.whole", LABEL_RULE})
# Items of the shortest sentence that opens with what it divides.
MOST_OPENING = 4
# Syllables of the longest noun that is one of a family.
MOST_OPENED = 2
# Items of the shortest count that a share is told of: "số | lao động".
SHORTEST_COUNTED = 2
# The sign between a share and its whole: "10%/tổng năng lượng".
PER = "/"
# Values told before that are looked at for what a sentence breaks down.
MOST_TOLD = 16


def name_share(naming: Naming) -> None:
    """A share: the whole on its right or before; its scope is the part."""
    draft, items, subject = naming.draft, naming.items, naming.subject
    before, topics, words = naming.before, naming.topics, phrase_words()
    stop = right_stop(items, draft.place)
    first = draft.place + 1
    while first < stop and _opens_whole(items, first, stop):
        first += 1
    if first < stop and items[first].low not in words.preposition:
        unit = draft.quantity.unit if draft.quantity is not None else None
        start = unit.start if unit is not None and unit.kind == "count" and first == draft.place + 1 else None
        draft.indicator = place_tail(draft, items, (first, stop), RIGHT_RULE, start=start)
        _widen(naming, (first, stop), draft.indicator)
        if draft.cue is not None:
            topics.by_kind["whole"] = topics.by_kind[f"whole:{items[draft.cue].low}"] = draft.indicator
    if draft.indicator is None:
        draft.indicator = whole_between(naming)
    headed = naming.headed
    rated = headed is not None and headed.role == "rate" and headed.before is None and headed.head_end < headed.last
    rated = rated or (headed is not None and headed.last == draft.cue and accompanies(naming))
    if headed is not None and rated and draft.indicator is None:
        # "Tỷ lệ lao động nữ chiếm 31%", "với thị phần chiếm 31%": the rate itself.
        naming.set_headed(headed)
        return
    if subject is not None:
        add_scope(draft, items, subject, "scope.share")
        if draft.indicator is None:
            told = topics.by_kind.get("whole") if before is None else None
            whole = (
                _divided_whole(naming)
                or _whole_in_unit(naming)
                or _counted_parts(naming)
                or topics.by_kind.get("share")
                or told
                or _whole(naming)
            )
            if whole is not None:
                draft.indicator = Phrase(whole.text, whole.parts, "indicator.whole")
                draft.inherited["indicator"] = FROM_BEFORE
        return
    base = draft.base if draft.base is not None and draft.base in naming.drafts else before
    if base is None:
        return
    draft.scope.extend(base.scope)
    if draft.indicator is None:
        draft.indicator = _divided_whole(naming)
    if draft.indicator is None:
        draft.indicator = _whole_in_row(naming, base) or _traded_whole(naming, base)
    total = whole_by_numbers(draft, base, topics.values) if draft.indicator is None else None
    if total is None and draft.indicator is None and draft.cue is not None and len(items[draft.cue].low.split()) > 1:
        told = topics.by_kind.get(f"whole:{items[draft.cue].low}")
        draft.indicator = None if told is None or _is_of_other_trade(naming, base, told) else told
    if total is not None:
        draft.indicator = total.indicator
        draft.inherited["indicator"] = FROM_WHOLE
    elif draft.indicator is None:
        whole_draft = base.parent if base.parent is not None and not base.scope else base
        draft.indicator = _counted_before(naming, base) or whole_draft.indicator
        draft.inherited["indicator"] = FROM_WHOLE
    if not base.scope and base.indicator is not None and base.indicator is not draft.indicator:
        draft.scope.append(base.indicator)


def _widen(naming: Naming, right: tuple[int, int], place: Phrase) -> None:
    """Names a share of a place by the value before it: "xuất khẩu 9 nghìn tấn gạo, chiếm 12% | cả nước"."""
    draft, parts = naming.draft, naming.lexicon.parts
    base = draft.base if draft.base is not None and draft.base in naming.drafts else naming.before
    if base is None or base.indicator is None or base.role != "value":
        return
    if naming.items[right[0]].low in phrase_words().plural or naming.lexicon.heads.starts(naming.items, right[0]):
        return
    if parts.is_part(draft.sentence.text, naming.items, right) and not parts.is_body(naming.items, right):
        draft.indicator = base.indicator.joined(place, RIGHT_RULE)


def _whole_in_row(naming: Naming, base: Draft) -> Phrase | None:
    """The whole that the share of a value before said: "A 9 tỷ đồng, chiếm 60% tổng thu; B 3 tỷ đồng, chiếm | 20%"."""
    other = next((other for other in reversed(naming.told) if other.role == "share" and other.base is not None), None)
    if other is None or other.base is None or other.indicator is None or other.indicator.rule != RIGHT_RULE:
        return None
    if base.indicator is not None and base.indicator.rule == CRITERION_RULE:
        # "28 mặt hàng đạt trên 1 tỷ USD, chiếm 91% tổng kim ngạch (9 mặt hàng trên 5 tỷ USD, chiếm | 72%)"
        return other.indicator
    alike = unit_kind(other.base) == unit_kind(base) and other.base is not base
    return other.indicator if alike and base.parent is None else None


def _traded_whole(naming: Naming, base: Draft) -> Phrase | None:
    """The trade that goods counted by their worth have a share of: "18 mặt hàng đạt trên 1 tỷ USD, chiếm | 87%"."""
    index = naming.drafts.index(base) if base in naming.drafts else 0
    counted = naming.drafts[index - 1].indicator if index else None
    if counted is None or counted.rule != CRITERION_RULE or unit_kind(base) != "money":
        return None
    trade = naming.topics.core_by_kind.get("money")
    return trade if trade is not None and trade.text.lower() in naming.lexicon.trades else None


def _is_of_other_trade(naming: Naming, base: Draft, whole: Phrase) -> bool:
    """Whether the share of an import has the whole of exports told before, or the other way: "tổng kim ngạch xuất khẩu
    …; nhập khẩu đạt 9 tỷ USD, chiếm tỷ trọng | 32%"."""
    own, wide = _trades_in(naming, base.indicator), _trades_in(naming, whole)
    return bool(own) and bool(wide) and not own & wide


def _trades_in(naming: Naming, name: Phrase | None) -> set[str]:
    """The trades that the name tells of."""
    return set() if name is None else {trade for trade in naming.lexicon.trades if name.holds(trade)}


def _opens_whole(items: list[Item], index: int, stop: int) -> bool:
    """Whether the word between a share and its whole says so: "trong", "/", and "trên" before "tổng"."""
    words = phrase_words()
    if items[index].low == words.on:
        return index + 1 < stop and items[index + 1].low in words.counter
    return items[index].low == PER or items[index].low in words.of_whole


def _counted_before(naming: Naming, base: Draft) -> Phrase | None:
    """The count that a part of was told before its share: "910 phiếu trả lời, với 599 phiếu, chiếm 65%, dự đoán …".

    That of the sentence before for "Trong số này, 70 người biết bơi (chiếm 12%)".
    """
    if base.indicator is None:
        return None
    code = unit_code(base)
    if base.indicator.rule != SHARED_RULE:
        return _divided(naming, base)
    told = (other.indicator for other in reversed(naming.topics.values) if unit_code(other) == code)
    return next((name for name in told if name is not None and name.rule != SHARED_RULE), None)


def _divided(naming: Naming, base: Draft) -> Phrase | None:
    """The last larger count of the sentence before one that opens with "trong đó"; None for another sentence."""
    items, values = naming.items, naming.topics.values
    opener = items[0] if items else None
    if opener is None or not opens_breakdown(opener):
        return None
    told = [other for other in values[-MOST_TOLD:] if other.sentence is not base.sentence]
    for other in reversed(told):
        if other.sentence is not told[-1].sentence or unit_kind(other) != "count" or unit_kind(base) != "count":
            continue
        whole, part = other.quantity, base.quantity
        if whole and part and whole.number and part.number and whole.number > part.number:
            return other.indicator
    return None


def add_part(naming: Naming) -> None:
    """Adds the part of the share before to one more share: "chiếm 7% tổng sản lượng và khoảng | 15% tổng giá trị"."""
    draft, before, items = naming.draft, naming.before, naming.items
    if draft.scope or before is None or before.role != "share" or unit_kind(draft) != "percent":
        return
    stop = right_stop(items, before.place)
    if stop < draft.place and all(item.role in JOINING for item in items[stop : draft.place]):
        draft.scope.extend(before.scope)


def _whole(naming: Naming) -> Phrase | None:
    """What a share with a subject of its own is a share of: the whole of the share before, or the last value."""
    before, topics = naming.before, naming.topics
    if before is not None and before.role == "share":
        return before.indicator
    return topics.by_kind.get("value") or topics.last


def _whole_in_unit(naming: Naming) -> Phrase | None:
    """What a part has so much of that is no percentage: the last value in its unit, or the part where that is a count.

    "58 vụ cháy làm 7 người chết. Xưởng gỗ chiếm | 21 vụ", "Số chuyến trễ vì hỏng máy chiếm | 120 chuyến".
    """
    draft, headed, values = naming.draft, naming.headed, naming.topics.values
    if unit_kind(draft) not in AMOUNTS:
        return None
    if headed is not None and naming.items[headed.first].low.partition(" ")[0] in phrase_words().counter:
        return phrase_of(draft, naming.items, (headed.first, headed.last), "indicator.whole")
    code = unit_code(draft)
    told = (other.indicator for other in reversed(values[-MOST_TOLD:]) if unit_code(other) == code)
    return next((name for name in told if name is not None), None)


def _counted_parts(naming: Naming) -> Phrase | None:
    """The counted noun with its part, where the last value counts nothing, or others: "số lượng người bệnh khoa Nội
    chiếm 14%", "36 vụ. Số bị cáo nữ chiếm 9%"."""
    headed, values, words = naming.headed, naming.topics.values, phrase_words()
    if headed is None or naming.items[headed.first].low.partition(" ")[0] not in words.counter or not values:
        return None
    if headed.last < headed.first + SHORTEST_COUNTED or unit_kind(values[-1]) == "percent":
        return None
    noun = " ".join(item.low for item in naming.items[headed.first + 1 : headed.last])
    if unit_kind(values[-1]) == "count" and not _counts_others(noun, unit_code(values[-1]), naming):
        return None
    return phrase_of(naming.draft, naming.items, (headed.first, headed.last), "indicator.whole")


def _counts_others(noun: str, counted: str, naming: Naming) -> bool:
    """Whether a noun phrase opens with another noun than the one counted last; "người" may be any of those counted."""
    anyone, nouns = phrase_words().anyone, naming.topics.nouns
    opener = noun.split()[:MOST_OPENED]
    alike = {nouns.family(" ".join(opener[:size])) for size in (1, 2)} & {nouns.family(counted)}
    return not alike and not noun.startswith((counted, anyone)) and counted != anyone


def _divided_whole(naming: Naming) -> Phrase | None:
    """What the sentence says that it divides: "Trong | tổng vốn đầu tư, vốn vay chiếm 40%"; None for nothing."""
    items, words = naming.items, phrase_words()
    if len(items) < MOST_OPENING or items[0].low != words.within:
        return None
    stop = words_end(items, 1)
    totals = stop > 2 and (items[1].low in words.counter or naming.lexicon.heads.starts(items, 1))
    return phrase_of(naming.draft, items, (1, stop), "indicator.scene") if totals and items[stop].low == "," else None


def shares_on(naming: Naming) -> bool:
    """Whether a percentage behind its subject goes on with the shares before it: "vốn vay chiếm 40%, | vốn cấp 60%"."""
    draft, before, items, headed = naming.draft, naming.before, naming.items, naming.headed
    if draft.cue is not None or before is None or unit_kind(draft) != "percent" or naming.subject is None:
        return False
    if before.indicator is None or not before.scope or (headed is not None and headed.role == "rate"):
        return False
    if before.role != "share" and before.indicator.rule not in DIVIDED_RULES:
        return False
    after = draft.place + 1
    if right_stop(items, draft.place) > after and items[after].low not in phrase_words().preposition:
        # "bằng 25% số trạm, phủ 91% | dân số"
        return False
    between = items[right_stop(items, before.place) : naming.subject[0]]
    if naming.subject[1] != draft.place or not between or any(item.low not in LISTING for item in between):
        return False
    add_scope(draft, items, naming.subject, "scope.share")
    draft.indicator = Phrase(before.indicator.text, before.indicator.parts, "indicator.whole")
    draft.inherited["indicator"] = FROM_BEFORE
    return True


def set_scene(naming: Naming) -> None:
    """ "Về cơ cấu nền kinh tế, khu vực … chiếm": what shares without a whole are shares of.

    "Về | độ tuổi | nạn nhân, …" only says by what those counted are told apart, "Về nguyên nhân, …" no whole.
    """
    draft, items = naming.draft, naming.items
    if draft.role != "share" or not items or items[0].low != phrase_words().about:
        return
    stop = words_end(items, 1)
    first = 1 + phrase_size(items, 1, stop, phrase_words().sort_noun)
    if stop > first:
        naming.topics.by_kind["share"] = phrase_of(draft, items, (first, stop), "indicator.scene")
    elif first > 1:
        naming.topics.by_kind.pop("share", None)
