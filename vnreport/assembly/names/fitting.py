"""Whether a figure can be of the nouns beside it by its unit: no project counts "vốn đầu tư", no sum is a rate."""

from __future__ import annotations

from vnreport.assembly.names.money_deeds import costed
from vnreport.assembly.names.naming import HEAD_RIGHT_RULE, RIGHT_RULE, Naming
from vnreport.assembly.sentences.asides import behind_anew
from vnreport.assembly.sentences.futures import FUTURE_ROW
from vnreport.assembly.sentences.governors import SOFT
from vnreport.assembly.sentences.heads import LONGEST_HEAD, HeadedPhrase
from vnreport.assembly.sentences.items import CHANGES
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrase_ends import LABEL_END
from vnreport.assembly.sentences.scope_words import deed_at, has_capital, phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import is_rate_of_money, unit_code, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# The rows of nouns that are measured in money or in per cent, and so count nothing.
MONEY_ROW = "head.money"
UNCOUNTED_ROWS = frozenset({MONEY_ROW, "core.accounts"})
# Bounds of what those counted have to reach: "tỉnh có mức sinh từ 2,2 con trở lên", "kho có giá trị trên 60 tỷ".
CRITERIA = frozenset({">=", "<=", ">"})
# Kinds of values that no rate or share has.
AMOUNT_KINDS = frozenset({"measure", "money", "count"})
# Rules of a name that is the words behind the figure.
BEHIND_RULES = frozenset({RIGHT_RULE, HEAD_RIGHT_RULE})
# Roles of cues of what somebody says, foretells or reckons.
TELLING = frozenset({"report", "forecast", "estimate"})
# Words behind a count of which the last may be of the next figure.
FEWEST_WORDS = 2

# Roles of verbs behind a measure that tell more of what was measured.
TOLD_ROLES = frozenset({"tense", "aux", "soft"})


def is_of_another_kind(naming: Naming) -> bool:
    """Whether the head of the subject cannot be measured in the unit of the figure.

    "Về tăng vốn đầu tư, có | 25 dự án", "tỷ lệ huy động cao, đã phát hành | 148 tỷ đồng".
    """
    headed, draft, items = naming.headed, naming.draft, naming.items
    if headed is None or draft.role != "value":
        return False
    kind = unit_kind(draft)
    if is_rate_of_money(draft):
        # "lao động ngành than đạt | 9,2 triệu đồng/người/tháng"
        return " ".join(item.low for item in items[headed.first : headed.head_end]) in phrase_words().persons
    if kind == "money":
        behind = items[headed.head_end : draft.place]
        rate = phrase_size(items, headed.first, headed.last, phrase_words().level_rate)
        return bool(rate) and any(item.low == "," for item in behind)
    after = items[draft.place + 1] if draft.place + 1 < len(items) else None
    if kind == "percent" and after is not None and after.kind == "word" and _is_told_anew(naming):
        return True
    beside = all(item.role in SOFT for item in items[headed.head_end : draft.place])
    if kind == "measure" and after is not None and after.kind == "word" and not beside:
        # "không đủ vốn để hoàn thành | 1.300 km | cao tốc", but "trợ cấp gạo 312 tấn cho 9.870 hộ"
        apart = after.low in phrase_words().preposition or after.low in phrase_words().no_noun
        return not apart and naming.lexicon.heads.row_at(items, headed.first) == MONEY_ROW
    noun = unit_code(draft)
    if kind != "count" or not noun:
        return False
    if phrase_size(items, headed.first, headed.last, phrase_words().growth_opener):
        # "bất động sản có tốc độ tăng cao nhất với | 1.720 doanh nghiệp"
        return True
    if items[headed.first - 1].role in CHANGES and naming.lexicon.heads.row_at(items, headed.first) == MONEY_ROW:
        # "điều chỉnh tăng vốn | 12 dự án"
        return True
    cue = items[draft.cue] if draft.cue is not None else None
    if cue is None and draft.place and items[draft.place - 1].low == phrase_words().companion:
        # "dẫn đầu về thu hút vốn đầu tư năm 2018 với | 8 thương vụ", but "điều chỉnh doanh thu với | 5 hộ"
        parted = headed.last < draft.place - 1
    elif cue is None:
        labelled = items[headed.last].low == LABEL_END
        parted = not labelled and any(item.kind == "punct" for item in items[headed.last : draft.place])
        # "đàm phán điều chỉnh giá được | 35 dự án"
        parted = parted or items[draft.place - 1].low == phrase_words().given
    else:
        parted = cue.role == "have" or cue.low in phrase_words().listing
    if not parted and (cue is not None or not _is_done(naming, headed)):
        return False
    named = " ".join(item.low for item in items[headed.first : headed.last]).split()
    priced = not phrase_words().price_index.isdisjoint(named)
    if not priced and naming.lexicon.heads.row_at(items, headed.first) not in UNCOUNTED_ROWS:
        return False
    return noun.partition(" ")[0] not in named


def _is_done(naming: Naming, headed: HeadedPhrase) -> bool:
    """Whether the head is a verb of money that a body does to those counted: "đã | đầu tư | sang Lào 30 dự án"."""
    items, first = naming.items, headed.first
    acted = first > naming.draft.subject[0] and (items[first - 1].kind == "word" or items[first - 1].role == "tense")
    return acted and bool(phrase_size(items, first, headed.head_end, phrase_words().money_deed))


def behind_rate_label(naming: Naming) -> tuple[int, int] | None:
    """What stands behind the label of a rate that no figure in this unit can be; None for other subjects.

    "Tỷ trọng các nguồn: | thủy điện | đạt 5 tỷ kWh"
    """
    headed, items, subject = naming.headed, naming.items, naming.subject
    if headed is None or subject is None or unit_kind(naming.draft) not in AMOUNT_KINDS:
        return None
    if not phrase_size(items, headed.first, headed.last, phrase_words().level_rate):
        return None
    colons = [index for index in range(headed.first + 1, subject[1]) if items[index].low == LABEL_END]
    return trim(items, colons[-1] + 1, subject[1]) if colons else None


def _is_told_anew(naming: Naming) -> bool:
    """Whether somebody says something else with the figure: "tỷ lệ sinh giảm và dự báo | 25% dân số trên 60 tuổi"."""
    place = naming.draft.place - 1
    while place > 1 and naming.items[place].role in SOFT:
        place -= 1
    joined = place > 1 and naming.items[place - 1].low == phrase_words().conjunction
    return joined and naming.items[place].role in TELLING


def without_next_head(naming: Naming, stop: int) -> int:
    """Where the words behind a count end before the noun of the next figure: "57 dự án liên doanh | tổng vốn đạt 278
    triệu USD", "25 dự án | có tổng mức đầu tư 7.000 tỷ đồng"."""
    items, heads, first, words = naming.items, naming.lexicon.heads, naming.draft.place + 1, phrase_words()
    after = stop
    while after < len(items) and items[after].role in SOFT:
        after += 1
    figure = items[after].quantity if after < len(items) else None
    if stop - first < FEWEST_WORDS or figure is None or figure.bound in CRITERIA:
        return stop
    for index in range(max(first, stop - LONGEST_HEAD), stop):
        if not heads.starts(items, index):
            continue
        headed = heads.narrow(items, (index, stop))
        if headed is None or headed.first != index or headed.last != stop:
            return stop
        if headed.head_end != stop and items[index].low not in words.counter:
            return stop
        links = {words.have, words.companion, *words.causing}
        hangs = items[index - 1].low in links or items[index - 1].role == "aux"
        return index - (index > first and hangs)
    return stop


def words_behind(naming: Naming, stop: int) -> tuple[int, int] | None:
    """The item range of the words behind the figure that may name it, up to `stop`; None for none."""
    draft, items = naming.draft, naming.items
    if not draft.place and len(items) > 2 and items[1].low == phrase_words().copula:
        # "94,2% là | tỷ lệ bao phủ bảo hiểm y tế của tỉnh", but "60% là nữ"
        equal = (2, max(stop, right_stop(items, 1)))
        if items[2].kind != "word" or naming.lexicon.heads.narrow(items, equal) is not None:
            return equal
    if stop > draft.place + 1:
        return draft.place + 1, stop
    first = behind_anew(items, draft.place)
    known = phrase_words()
    anew = draft.place + 1 < first < len(items) and items[first].kind == "word"
    if not anew or items[first].low in known.preposition | known.cause:
        return _goods_behind(naming)
    last = right_stop(items, draft.place, first=first)
    return (first, last) if last > first else None


def _goods_behind(naming: Naming) -> tuple[int, int] | None:
    """The goods that a measure shares with the count joined to it: "thu giữ | 2 tấn | và 300 viên ma túy"; or None."""
    items, place = naming.items, naming.draft.place
    if unit_kind(naming.draft) != "measure" or naming.headed is not None or place + 3 >= len(items):
        return None
    before, joined = items[place - 1] if place else None, items[place + 2].quantity
    told = before is not None and before.role != "have" and before.kind != "punct"
    if told or items[place + 1].low != phrase_words().conjunction or joined is None or joined.kind != "count":
        return None
    stop = right_stop(items, place + 2)
    return (place + 3, stop) if stop > place + 3 and joined.code in phrase_words().noun_opener else None


def opens_anew(naming: Naming, index: int) -> bool:
    """Whether a sentence begins right behind a sum, whose stop is missing: "2.089 tỉ đồng | Dự án được xây dựng"."""
    items, text = naming.items, naming.draft.sentence.text
    if unit_kind(naming.draft) != "money" or index + 1 >= len(items) or not has_capital(items[index]):
        return False
    first, after = items[index], items[index + 1]
    return not text[first.start : first.end].isupper() and after.kind == "word" and not has_capital(after)


def is_of_sum_before(naming: Naming) -> bool:
    """Whether the subject is what the sum before is of, and this one has a noun of its own behind it.

    "gồm 200 tỷ đồng vốn ngân sách và | 100 tỷ đồng vốn vay", "đạt 90 tỷ đồng doanh thu, | 6 tỷ đồng lợi nhuận".
    """
    before, draft, items = naming.before, naming.draft, naming.items
    if before is None or naming.subject is None or unit_kind(draft) != "money" or unit_kind(before) != "money":
        return False
    if before.indicator is None or before.indicator.rule not in BEHIND_RULES or naming.subject[0] != before.place + 1:
        return False
    joint = draft.place - 1
    while items[joint].role in SOFT:
        joint -= 1
    joined = items[joint].low in {phrase_words().conjunction, ","} and naming.subject[1] == joint
    return (
        joined
        and right_stop(items, draft.place) > draft.place + 1
        and naming.lexicon.heads.starts(items, draft.place + 1)
    )


def tells_more(naming: Naming, first: int) -> bool:
    """Whether a verb behind a headed amount tells more of the thing: "tổng công suất 130 MW | đã khởi công".

    What was done with a sum names it ("số thuế 55 tỷ đồng bị cưỡng chế"), but for what will be or is not.
    """
    headed, opener = naming.headed, naming.items[first]
    if unit_kind(naming.draft) == "money" and (opener.low in phrase_words().motive or _tells_of_project(naming, first)):
        # "bị phạt 9 triệu đồng | vì lấn vỉa hè"
        return True
    if unit_kind(naming.draft) == "percent" and opener.low == phrase_words().companion:
        # "đánh thuế 3% | với hoạt động quảng cáo"
        return True
    if headed is None or headed.head_end != headed.last:
        return False
    if opener.row == FUTURE_ROW or opener.role == "forecast" or opener.low == phrase_words().negation:
        return True
    return unit_kind(naming.draft) == "measure" and opener.role in TOLD_ROLES


def _tells_of_project(naming: Naming, first: int) -> bool:
    """Whether a verb behind a sum tells of the undertaking whose cost it is: "dự án kè 40 tỷ đồng | vừa khởi công"."""
    items, subject = naming.items, naming.subject
    verb = items[first].role in TOLD_ROLES or deed_at(items, first, len(items))
    if not verb or naming.headed is not None or subject is None:
        return False
    # "dự án chống | ngập | 9 tỷ đồng", but "dự án | cần | 9 tỷ đồng"
    if any(item.role not in SOFT | {"have"} for item in items[subject[1] : naming.draft.place]):
        return False
    return phrase_size(items, *subject, phrase_words().costed) > 0 or costed(naming) is not None
