"""Goods told one after another: behind their figures in a row, or behind what their sentence is about."""

from __future__ import annotations

from vnreport.assembly.names.naming import HEAD_RIGHT_RULE, Naming
from vnreport.assembly.names.priced_goods import goods_at
from vnreport.assembly.sentences.clauses import words_concerned
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import MONEY, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# The rule of goods behind a figure that are one more that a head before it is of.
ROW_RULE = "indicator.head.row"


def goes_on_with(naming: Naming, right: tuple[int, int]) -> bool:
    """Whether goods behind a figure are one more that the head before it is of; then the indicator is set.

    "Sản lượng khai thác đạt 7 triệu m3 khí và 244 nghìn tấn | dầu".
    """
    draft, items, before = naming.draft, naming.items, naming.before
    if before is None or before.indicator is None or before.role != "value" or naming.subject is not None:
        return False
    if unit_kind(draft) != "measure" or unit_kind(before) != "measure" or draft.cue is not None:
        return False
    first = next(
        (other for other in reversed(naming.told) if other.indicator and other.indicator.rule != ROW_RULE), None
    )
    head = None if first is None else first.indicator
    between = [item for item in items[before.place + 1 : draft.place] if item.depth <= items[draft.place].depth]
    joins = phrase_words().conjunction
    if head is None or any(item.kind == "cue" and item.low != joins and item.role != "soft" for item in between):
        return False
    if first is None or first.place + 1 >= len(items) or items[first.place + 1].kind != "word":
        return False
    headed = naming.lexicon.heads.narrow(items, first.subject)
    if headed is None or between[-1].low not in {joins, ","} or not naming.is_component(right):
        return False
    if head.rule == HEAD_RIGHT_RULE:
        # "thu | 392 kg heroin, 1,3 tấn | ma túy tổng hợp"
        head = phrase_of(first, items, (headed.first, headed.last), ROW_RULE)
    draft.indicator = head.joined(phrase_of(draft, items, right, "scope.component"), ROW_RULE)
    return True


def name_concerned(naming: Naming) -> bool:
    """Whether a price with nothing before it goes on with another thing told behind it; then the indicator is set.

    "giá bán lẻ không quá 16.200 đồng/lít với xăng E5; không quá 14.100 đồng/kg | với dầu hỏa |".
    """
    draft, before = naming.draft, naming.before
    if before is None or naming.subject is not None or unit_kind(draft) != "rate" or unit_kind(before) != "rate":
        return False
    concerned = words_concerned(naming.items, draft.place)
    if concerned is None or goods_at(naming.items, concerned[0]) is None:
        # "lãi suất vay 6%/năm với ngắn hạn; 9%/năm | với dài hạn"
        return False
    opener = naming.items[concerned[0]].low
    told = [other.indicator.text.lower().split() for other in naming.told if other.indicator is not None]
    # "lệ phí bến 5.000 đồng/lượt với xe máy; 2.000 đồng/lượt với xe đạp": no price of what pays.
    return any(opener in words for words in told) and naming.head_joins(concerned)


def leave_topic(naming: Naming) -> None:
    """Takes the words behind the comma for those of a sum, where what the sentence is about is a rate: "Về cơ cấu hàng
    xuất khẩu, | nhóm hàng chế biến | đạt 98 tỷ USD"."""
    items, headed, subject = naming.items, naming.headed, naming.subject
    if headed is None or subject is None or headed.role != "rate" or unit_kind(naming.draft) != MONEY:
        return
    comma = headed.last
    while comma < naming.draft.place and items[comma].kind == "period":
        comma += 1
    if comma < naming.draft.place and items[comma].low == ",":
        cue = naming.draft.cue
        naming.subject, naming.headed = trim(items, comma + 1, naming.draft.place if cue is None else cue), None


def keep_list(naming: Naming) -> None:
    """Takes a list of goods whole, though one opens as a name does: "máy vi tính, | sản phẩm điện tử và linh kiện"."""
    items, headed, subject = naming.items, naming.headed, naming.subject
    joins = {",", phrase_words().conjunction}
    if headed is None or subject is None or items[headed.first - 1].low not in joins:
        return
    if " ".join(item.low for item in items[headed.first : headed.head_end]) not in phrase_words().headless:
        return
    first = headed.first - 1
    while first > naming.draft.subject[0] and (items[first - 1].kind == "word" or items[first - 1].low in joins):
        first -= 1
    goods = trim(items, first, headed.first - 1)
    whole = None if goods is None else naming.lexicon.heads.narrow(items, goods)
    if goods is None or (whole is None and not naming.is_component(goods)):
        return
    naming.subject = goods[0], subject[1]
    naming.headed = whole and HeadedPhrase(whole.first, subject[1], whole.head_end, whole.role, whole.before)
