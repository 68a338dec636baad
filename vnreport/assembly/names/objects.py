"""The nouns that a figure is of and that stand behind a verb: "đạt doanh thu 7 tỷ", "tăng vốn thêm 2 tỷ lên 9 tỷ"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import MOVED_RULE, Draft
from vnreport.assembly.sentences.governors import GROWTH
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.phrases import trim_end
from vnreport.assembly.sentences.scope_words import phrase_at, phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

# So many words behind a head name something of their own: "ghi nhận tỷ lệ đúng giờ", not "đạt sản lượng".
FULL_COMPLEMENT = 2
# Items between a change and the level that it ends at.
LONGEST_MOVE = 14
# Roles of cues before the ends of a move.
ENDS = frozenset({"from", "to"})


def reached(naming: Naming) -> HeadedPhrase | None:
    """The headed phrase of the verb of level that governs a value; None for none.

    The verb is one itself ("trị giá hàng hoá 56 triệu"), or stands before it: "ghi nhận | tỷ lệ đúng giờ lần lượt là".
    A short one ("đạt sản lượng 7 tấn") is of the subject, where that has no head of its own, and names the value itself
    where it has none: "…, đạt doanh thu 600 triệu".
    """
    items, place = naming.items, naming.draft.place
    if naming.draft.cue is None:
        return None
    cue = _first_level(items, naming.draft.cue)
    if items[cue].role != "level" and (items[cue].role != "to" or naming.headed is not None):
        return None
    if naming.lexicon.heads.starts(items, cue):
        return naming.lexicon.heads.narrow(items, trim_end(items, cue, place))
    cue = _before_object(naming, cue)
    if cue + 1 >= place:
        return None
    behind = naming.lexicon.heads.narrow(items, trim_end(items, cue + 1, place))
    opener = items[behind.first - 1] if behind is not None and behind.first > cue + 1 else None
    if opener is not None and (opener.role == "have" or opener.low.partition(" ")[0] == phrase_words().companion):
        # "xếp thứ hai là Trung Quốc với | kim ngạch 26 tỷ"
        return behind
    if behind is None or not naming.lexicon.heads.starts(items, cue + 1):
        return None
    named = unit_kind(naming.draft) != "count" and items[cue + 1].low != phrase_words().level_noun
    if named and naming.headed is None and naming.subject is not None:
        return HeadedPhrase(behind.first, behind.last, behind.head_end, behind.role, naming.subject)
    traded = _of_goods_traded(naming, cue, behind) if named and behind.role == "amount" else None
    if traded is not None:
        return traded
    alone = named and (naming.subject is None or _only_tells_field(naming, cue))
    return behind if alone or behind.last - behind.head_end >= FULL_COMPLEMENT else None


def _of_goods_traded(naming: Naming, cue: int, amount: HeadedPhrase) -> HeadedPhrase | None:
    """The amount's own noun, of the goods before it, which a trade only says more of, or that a count before tells of.

    "| linh kiện ô tô nhập khẩu | đạt giá trị 9 triệu", "12 xe được làm thủ tục nhập khẩu, đạt giá trị 9 triệu"; None
    where the trade itself is what reached the figure.
    """
    items, headed, subject, before = naming.items, naming.headed, naming.subject, naming.before
    if headed is None or subject is None or headed.last > cue:
        return None
    if " ".join(item.low for item in items[headed.first : headed.last]) not in naming.lexicon.trades:
        return None
    if headed.first > subject[0]:
        # "nhóm hàng hạt nhựa nhập khẩu | đạt trị giá 9 triệu": the group names the figure.
        grouped = phrase_at(items, *subject, phrase_words().goods_group) and headed.last == subject[1]
        return None if grouped else HeadedPhrase(amount.first, amount.last, amount.head_end, amount.role, subject)
    counted = before is not None and unit_kind(before) == "count" and before.place < headed.first - 1
    signs = before is not None and any(item.kind == "punct" for item in items[before.place : headed.first])
    alone = HeadedPhrase(amount.first, amount.last, amount.head_end, amount.role, None)
    return alone if counted and not signs else None


def _only_tells_field(naming: Naming, cue: int) -> bool:
    """Whether the subject's head stands in what a sentence opens with, before who did it: "Về mảng vận tải, | hãng này
    | đạt doanh thu 7 tỷ"."""
    items, headed = naming.items, naming.headed
    if headed is None or items[0].low != phrase_words().about:
        return False
    return any(item.low == "," for item in items[headed.head_end : cue])


def short_sum(naming: Naming) -> HeadedPhrase | None:
    """The verb of money that is all a sum has for a subject, though it heads no other name: "24 vụ, | phạt | 3 tỷ"."""
    subject, items = naming.subject, naming.items
    if subject is None or subject[1] - subject[0] > 1 or unit_kind(naming.draft) not in PRICES:
        return None
    first, last = subject
    return HeadedPhrase(first, last, last, "head", None) if items[first].low in phrase_words().short_sum else None


def moved_by(naming: Naming) -> int | None:
    """The cue of the change whose end the value is: "tăng | vốn điều lệ thêm 3 tỷ lên 9 tỷ"; None without."""
    draft, items = naming.draft, naming.items
    cue = _end_of_origin(draft) if draft.cue is None else draft.cue
    if cue is None or items[cue].role not in {"to", "from", *CHANGES}:
        return None
    for index in range(cue, max(cue - LONGEST_MOVE, 0), -1):
        if items[index].role in CHANGES and any(item.kind == "quantity" for item in items[index : draft.place]):
            return index
    return None


def _end_of_origin(draft: Draft) -> int | None:
    """The item before the level that the value moved from: "tăng giá vé | từ | 9 đồng lên 12 đồng"; or None."""
    origin = next((change for change in draft.changes if change.rule == MOVED_RULE), None)
    return None if origin is None else origin.place - 1


def moved_noun(naming: Naming) -> tuple[int, int] | None:
    """What a verb moves to the value, where a figure before it took all words for its own; None for none.

    "8% doanh nghiệp đề nghị tăng | trọng tải | lên 400 tấn", "chi 9 tỷ đồng để điều chỉnh | phụ cấp | từ 2 lên 3 tỷ".
    """
    draft, items = naming.draft, naming.items
    if draft.cue is None or items[draft.cue].role not in ENDS or draft.role != "value":
        return None
    for index in range(draft.cue - 1, max(draft.cue - LONGEST_MOVE, 0), -1):
        if items[index].kind in {"quantity", "punct"}:
            return None
        adjusts = f"{items[index - 1].low} {items[index].low}" in phrase_words().adjusting
        if items[index].role in CHANGES or adjusts:
            return trim(items, index + 1, draft.cue)
    return None


def grown_noun(naming: Naming) -> tuple[int, int] | None:
    """What a noun of growth tells of, where the value is the level that it grew to; None for none.

    "Tăng trưởng | tín dụng | sau 9 tháng ở mức 14%, đạt 23 tỷ đồng".
    """
    draft, items = naming.draft, naming.items
    if draft.role != "value" or draft.cue is None or not draft.changes:
        return None
    if items[draft.cue].role not in GROWTH and items[draft.cue].low not in phrase_words().growth_noun:
        return None
    last = draft.cue + 1
    while items[last].kind == "word" or items[last].role == "have":
        last += 1
    behind = trim(items, draft.cue + 1, last)
    # "tăng trưởng tín dụng | sau 9 tháng"
    alone = behind is None or items[behind[1]].kind == "period" and behind[1] == behind[0] + 1
    return (draft.cue, draft.cue + 1) if alone else behind


def _before_object(naming: Naming, cue: int) -> int:
    """The last of the small verbs behind the cue: "còn | phải | thu thêm 2 tỷ", "là | áp dụng | thuế suất"."""
    items, place = naming.items, naming.draft.place
    while cue + 1 < place and items[cue + 1].role == "aux":
        cue += 1
    verb = phrase_size(items, cue + 1, place, phrase_words().bearing)
    return cue + verb if naming.lexicon.heads.starts(items, cue + verb + 1) else cue


def _first_level(items: list[Item], cue: int) -> int:
    """The first of the cues of a level that stand together: "trị giá" of "trị giá ước tính 4 tỷ"."""
    while cue and items[cue - 1].role == "level":
        cue -= 1
    return cue
