"""Names figures whose subject only names a part: by what it is a part of, by what was done, or by itself."""

from __future__ import annotations

from vnreport.assembly.names.naming import LONGEST_POINTER, SUBJECT_RULE, Naming
from vnreport.assembly.names.owners import of_other_owner
from vnreport.assembly.names.siblings import SHORTEST_NAME, set_label, whole_of
from vnreport.assembly.names.told_heads import row_whole, shared_whole, told_whole
from vnreport.assembly.names.whole_clauses import PERCENT_KIND, changed_whole, is_economy, planned_whole
from vnreport.assembly.sentences.actors import part_actor
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.items import PASSING
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.origins import FROM_BEFORE, FROM_CORE, FROM_WHOLE
from vnreport.assembly.sentences.phrases import add_scope, phrase_of, place_tail
from vnreport.assembly.sentences.scope_words import phrase_size, verb_size
from vnreport.assembly.sentences.subjects import CLAUSE_END
from vnreport.assembly.sentences.topics import GROWTH, unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

# Kinds of value whose bare components ("khối bộ đạt 71%") take the whole indicator before, not only its core.
WHOLE_KINDS = frozenset({"percent", "points", "times", "count", "pp", ""})
# Where the name of a share is taken from that a part behind it goes on with.
RECALLED = frozenset({FROM_BEFORE, FROM_WHOLE})
# The rule of a sum named by what was done with it.
DONE_RULE = "indicator.done"
# The rule of a sum that a verb of money names, and that of those behind it in a row.
DEED_RULE, ROW_RULE = "indicator.money", "indicator.money.row"
# Kinds of value that a body has, and is none of: "công ty có cổ phần, vốn góp | 6 triệu đồng/người".
PRICED = ("money", "rate")


def name_component(naming: Naming, kind: str) -> None:
    """A subject that only names a part: joined to the indicator it is a part of, and a scope."""
    draft, items, subject = naming.draft, naming.items, naming.subject
    if subject is None:
        return
    if kind == "money" and _completes_deed(naming, subject):
        draft.indicator = phrase_of(draft, items, (subject[0] - 1, subject[1]), DONE_RULE)
        return
    if kind == PERCENT_KIND and (counted := _counted_with(naming, subject)) is not None:
        draft.indicator, draft.inherited["indicator"] = counted, FROM_BEFORE
        return
    part = phrase_of(draft, items, subject, "scope.component")
    if kind == GROWTH and is_economy(naming, subject):
        draft.indicator = place_tail(draft, items, subject, SUBJECT_RULE)
        return
    told = row_whole(naming) or (changed_whole(naming, subject) if kind == GROWTH else None)
    told = told or planned_whole(naming, subject)
    told = told or told_whole(naming, subject) or shared_whole(naming, subject)
    if told is not None:
        draft.scope.append(part)
        draft.indicator = told
        return
    whole = _told_here(naming) or whole_of(naming, subject)
    core = _core(naming, kind, subject, whole)
    if kind not in WHOLE_KINDS and kind != GROWTH and _set_done(naming, subject, whole):
        return
    draft.inherited["indicator"] = FROM_CORE
    if whole is not None and naming.stem(subject, whole):
        return
    if whole is not None and _is_placed(naming, subject):
        # "tại khối sở | 24%": only where it is so.
        add_scope(draft, items, (subject[0] + 1, subject[1]), "scope.place")
        draft.indicator = Phrase(whole.text, whole.parts, "indicator.inherited.part")
        return
    if kind == PERCENT_KIND and set_label(naming, subject):
        return
    if kind == PERCENT_KIND and _stands_alone(naming, subject):
        _set_alone(naming, subject)
        return
    bare = kind == "" and not naming.lexicon.parts.is_part(draft.sentence.text, items, subject)
    if bare and draft.cue is not None and items[draft.cue].role in {"to"} and subject[1] - subject[0] > 2:
        del draft.inherited["indicator"]
        draft.indicator = place_tail(draft, items, subject, SUBJECT_RULE)
    elif whole is not None and kind in WHOLE_KINDS:
        draft.scope.append(part)
        whole = of_other_owner(naming, subject, whole)
        draft.indicator = Phrase(whole.text, whole.parts, "indicator.inherited")
    elif core is not None and kind == GROWTH and (who := _teller(naming, subject)) is not None:
        # "GDP tăng 6,3%; ADB | đưa ra mức 6%"
        add_scope(draft, items, who, "scope.actor")
        draft.indicator = core
    elif core is not None:
        draft.scope.append(part)
        draft.indicator = core.joined(part, "indicator.core.component")
    elif whole is not None and kind != GROWTH and naming.head_joins(subject):
        draft.scope.append(part)
    elif whole is not None and (
        naming.lexicon.parts.is_part(draft.sentence.text, items, subject) or _only_has(naming, subject, kind)
    ):
        draft.scope.append(part)
        whole = of_other_owner(naming, subject, whole)
        draft.indicator = Phrase(whole.text, whole.parts, "indicator.inherited.part")
    elif (deed := _deed_in_row(naming, subject)) is not None:
        draft.scope.append(part)
        draft.indicator = deed.joined(part, ROW_RULE)
    else:
        _set_alone(naming, subject)


def _deed_in_row(naming: Naming, subject: tuple[int, int]) -> Phrase | None:
    """What was done with the sum right before, which but a comma parts from those whose sum the draft is: "gia đình có
    người mất được | hỗ trợ | 9 triệu đồng, nhà sập 20 triệu đồng"; None for no such."""
    before, items = naming.before, naming.items
    each = items[subject[0]].low == phrase_words().each
    if before is None or before.indicator is None or not (each or naming.is_component(subject, having=True)):
        return None
    if verb_size(items, *subject):
        # "nhận viện trợ 9 tỷ đồng, | nhận tài trợ | 3 tỷ đồng"
        return None
    beside = subject[0] == right_stop(items, before.place) + 1 and items[subject[0] - 1].low == ","
    if not beside or unit_kind(before) != unit_kind(naming.draft) or subject[1] != naming.draft.place:
        return None
    row = [other.indicator for other in naming.told if other.indicator is not None]
    first = next((name for name in reversed(row) if name.rule != ROW_RULE), None)
    if first is None or first.rule not in {DEED_RULE, DONE_RULE}:
        return None
    return _granting(first) or (first if first.rule == DEED_RULE else None)


def _granting(name: Phrase) -> Phrase | None:
    """The verb of giving that opens a name, before those who are given: "| hỗ trợ | hộ có nhà sập"; or None."""
    verb = next((verb for verb in phrase_words().granting if name.text.lower().startswith(f"{verb} ")), None)
    if verb is None:
        return None
    start = name.parts[0][0]
    return Phrase(name.text[: len(verb)], ((start, start + len(verb)),), name.rule)


def _counted_with(naming: Naming, subject: tuple[int, int]) -> Phrase | None:
    """The name of the count right before, where the words are the end of it: "98 cơ quan, | đơn vị đã dùng chữ ký số,
    đạt 96%"; None where they are words of their own."""
    before = naming.before
    counted = before is not None and unit_kind(before) == "count" and naming.is_of_name_before(subject[0])
    return before.indicator if before is not None and counted else None


def _completes_deed(naming: Naming, subject: tuple[int, int]) -> bool:
    """Whether the words only tell how the verb of money before them is done: "hỗ trợ | khẩn cấp | 60 tỷ đồng"."""
    items, (first, last), deeds = naming.items, subject, phrase_words().money_deed
    if not first or items[first - 1].role != "have" or not phrase_size(items, first - 1, last, deeds):
        return False
    parts = naming.lexicon.parts
    told = parts.is_part(naming.draft.sentence.text, items, subject) or parts.is_body(items, subject)
    return not told and last - first <= LONGEST_POINTER and naming.draft.place == last


def _core(naming: Naming, kind: str, subject: tuple[int, int], whole: Phrase | None) -> Phrase | None:
    """What the document measures in the figure's kind, or in any kind for a growth that is no part of `whole`."""
    topics = naming.topics
    core = topics.core_by_kind.get(topics.in_row(naming.draft))
    if core is None and kind == GROWTH:
        core = topics.core_by_kind.get("any")
        if core is not None and whole is not None and _breaks_down(naming, subject, whole, core):
            return None
    return None if core is None or _is_of_index(naming.draft, core) else core


def _is_of_index(draft: Draft, core: Phrase) -> bool:
    """Whether an amount of money is told beside an index: "CPI tăng 0,5%; | dầu tăng 600 đồng/lít"."""
    changed = [change.quantity for change in draft.changes if change.quantity is not None]
    index = core.text.lower().startswith(tuple(phrase_words().index_name))
    return index and bool(changed) and changed[0].kind in PRICES


def _teller(naming: Naming, subject: tuple[int, int]) -> tuple[int, int] | None:
    """The body of a subject that goes on with a verb of telling or reckoning: "ADB | đưa ra"; None for no such verb."""
    items = naming.items
    for index in range(subject[0] + 1, subject[1]):
        if phrase_size(items, index, subject[1], phrase_words().foretelling) == subject[1] - index:
            return subject[0], index
    return None


def _set_alone(naming: Naming, subject: tuple[int, int]) -> None:
    """Names the draft by its subject, and remembers that it is the name of one thing and nothing more."""
    draft, topics = naming.draft, naming.topics
    del draft.inherited["indicator"]
    draft.indicator = place_tail(draft, naming.items, subject, SUBJECT_RULE)
    topics.alone[topics.kind_of(draft)] = draft.indicator


def _breaks_down(naming: Naming, subject: tuple[int, int], whole: Phrase, core: Phrase) -> bool:
    """Whether the subject is a part of the figure before, which is no core's: "tỷ lệ nghèo 3%, riêng | huyện A 4%"."""
    before, items = naming.before, naming.items
    if (
        before is None
        or before.indicator is None
        or before.indicator.parts != whole.parts
        or core.text.lower() in whole.text.lower()
    ):
        return False
    return subject[0] > 0 and items[subject[0] - 1].role == "part"


def _is_placed(naming: Naming, subject: tuple[int, int]) -> bool:
    """Whether the subject only tells at which place, body or group it is so: "tại khối sở", "trong ngành điện"."""
    items, (first, last), words = naming.items, subject, phrase_words()
    if (items[first].low not in words.place and items[first].low != words.within) or last - first < SHORTEST_NAME:
        return False
    cue, words_only = naming.draft.cue, all(item.kind == "word" for item in items[first + 1 : last])
    if cue is not None and items[cue].role == "level" and words_only:
        return True
    return naming.lexicon.parts.is_part(naming.draft.sentence.text, items, (first + 1, last))


def _stands_alone(naming: Naming, subject: tuple[int, int]) -> bool:
    """Whether the subject is a thing measured by itself beside another, and no part of what was told before.

    "Tỷ lệ hộ nghèo 3%. | Trẻ đến trường 98%": one that opens a sentence, or a clause behind a name of its own.
    """
    draft, items, before = naming.draft, naming.items, naming.before
    if subject[1] - subject[0] < SHORTEST_NAME or draft.parent is not None:
        return False
    if naming.lexicon.parts.is_part(draft.sentence.text, items, subject):
        return False
    if before is None:
        return subject[0] == 0 and items[0].role != "versus"
    parted = subject[0] > before.place + 1 and items[subject[0] - 1].low == CLAUSE_END
    return parted and before.role == "value" and not before.inherited.get("indicator") and not before.scope


def _only_has(naming: Naming, subject: tuple[int, int], kind: str) -> bool:
    """Whether the subject is a body that a sum of money is told of, and none of what it does."""
    if not kind.startswith(PRICED) or not naming.lexicon.parts.is_body(naming.items, subject):
        return False
    return part_actor(naming.draft.sentence.text, naming.items, subject, naming.lexicon.parts)[0] is None


def _told_here(naming: Naming) -> Phrase | None:
    """What the sentence measured alike before, though it was named further back: "đứng thứ tư về thu từ du lịch với 81
    tỷ USD, chỉ sau | Mỹ (299 tỷ USD)"."""
    topics, kind = naming.topics, naming.topics.kind_of(naming.draft)
    before = naming.told
    alike = [other for other in before if other.indicator is not None and topics.kind_of(other) == kind]
    if not alike:
        return None
    # "Trong 900 hệ thống, 58% được duyệt; | khối tỉnh 54%": named anew, whatever percentages were of before.
    # So is each of a list: "mục tiêu tăng từ 10%, trong đó Hoa Lư 13%, | Đông Hải | 12%".
    recalled = kind == PERCENT_KIND and alike[-1].inherited.get("indicator") in RECALLED
    listed = kind == PERCENT_KIND and len(alike) > 1 and _is_named_as(alike[-1], alike[-2])
    recalled = recalled or listed
    return alike[-1].indicator if recalled or topics.known(naming.draft) is None else None


def _is_named_as(draft: Draft, before: Draft) -> bool:
    """Whether two drafts have one name, quoted from one place."""
    ours, theirs = draft.indicator, before.indicator
    return ours is not None and theirs is not None and ours.parts == theirs.parts


def _goes_on(naming: Naming) -> bool:
    """Whether the value before is measured alike, in the sentence or the one before."""
    values = naming.topics.values
    return bool(values) and naming.topics.kind_of(values[-1]) == naming.topics.kind_of(naming.draft)


def _set_done(naming: Naming, subject: tuple[int, int], whole: Phrase | None) -> bool:
    """Whether the subject tells who did something; sets them as a scope, and what was done as the indicator.

    What a body only aims at ("sở đặt mục tiêu") leaves the indicator to the text before.
    """
    draft, items = naming.draft, naming.items
    if any(item.role not in PASSING and item.low != "," for item in items[subject[1] : draft.place]):
        # "nước này | mua nhiều nhất với | 2 tỷ USD"
        return False
    who, done = part_actor(draft.sentence.text, items, subject, naming.lexicon.parts)
    if who is None:
        return False
    if done is not None and done[1] - done[0] < _shortest_deed(naming):
        if whole is None or not _goes_on(naming):
            return False
        # "Giá bán là 23 nghìn đồng/USD, ngân hàng A mua 22 nghìn đồng/USD"
        done, draft.indicator = None, Phrase(whole.text, whole.parts, "indicator.inherited.part")
    add_scope(draft, items, who, "scope.actor")
    if done is not None:
        draft.indicator = place_tail(draft, items, done, DONE_RULE)
    return True


def _shortest_deed(naming: Naming) -> int:
    """How many items what was done must have: a verb alone says little beside an indicator known before, and
    before a length it is none ("tuyến đường | dài 9 km")."""
    kind = naming.topics.kind_of(naming.draft)
    if kind.startswith("measure"):
        return LONGEST_POINTER
    return 2 if kind in naming.topics.by_kind else 1
