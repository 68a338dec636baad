"""Names bare amounts by what they are of: the count before them, the trade, the deed."""

from __future__ import annotations

from vnreport.assembly.names.counted_openings import in_few_words
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import add_scope, compose, phrase_of
from vnreport.assembly.sentences.scope_words import deed_size, phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

# Items of what was done with an amount: "xử phạt vi phạm hành chính với số tiền".
LONGEST_DEED = 10
# Kinds of value that a bare rate right behind is of: "giám sát 7 tấn, | tỷ lệ | 43%".
RATED = frozenset({"count", "measure"})


def name_amount(naming: Naming) -> bool:
    """ "13 giao dịch với số tiền 4 tỷ": a bare noun of money is of the count before it; whether it was named so.

    "xuất khẩu đạt 3 nghìn tấn, kim ngạch 5 triệu USD": or of the trade before it.
    """
    draft, items, headed = naming.draft, naming.items, naming.headed
    before = naming.before
    if headed is None or headed.head_end < headed.last:
        return False
    if headed.role == "rate" and _is_rate_of(naming):
        return True
    priced = _is_price_of(naming, headed)
    if headed.role != "amount" and not priced:
        return False
    own = phrase_of(draft, items, (headed.first, headed.last), "indicator.amount")
    if before is None and not priced:
        deed = None if headed.before is None else _deed(items, headed, headed.before[0])
        if deed is not None and headed.before is not None:
            draft.indicator = compose(draft, items, [(headed.first, headed.last), deed], "indicator.amount.deed")
            add_scope(draft, items, (headed.before[0], deed[0] - 1), "scope.actor")
        return deed is not None
    if (
        before is None
        or before.indicator is None
        or not before.indicator.parts
        or before.indicator.parts[-1][1] >= own.parts[0][1]
    ):
        # "7 căn hộ có giá trị | 30 tỷ": the count's own words end in the noun.
        return False
    component = None if headed.before is None else trim(items, *headed.before)
    if component is not None and naming.is_component(component):
        return False
    goods = _goods_of_deed(naming, headed)
    if goods is not None:
        # "bắt 12 đối tượng, thu giữ | hàng hóa | trị giá 3 tỷ đồng"
        draft.indicator = own.joined(phrase_of(draft, items, goods, own.rule), own.rule)
        return True
    deed = _deed(items, headed, before.place + 1)
    if deed is not None and phrase_size(items, *deed, phrase_words().money_deed):
        # "3 hãng đã | nộp ngân sách | với số tiền 9 tỷ đồng"
        draft.indicator = compose(draft, items, [(headed.first, headed.last), deed], "indicator.amount.deed")
        return True
    if naming.topics.kind_of(before).startswith("count:"):
        draft.indicator = own.joined(in_few_words(naming, before, before.indicator, own), own.rule)
    elif _is_goods(naming, before) or before.indicator.text.lower().startswith(naming.lexicon.trades):
        draft.indicator = own.joined(before.indicator, own.rule)
    else:
        return False
    draft.scope.extend(before.scope)
    return True


def _goods_of_deed(naming: Naming, headed: HeadedPhrase) -> tuple[int, int] | None:
    """Goods that something was done with behind a comma: "bắt 12 người, thu hồi | tài sản | trị giá 9 tỷ"; or None."""
    items, (first, last) = naming.items, naming.draft.subject
    if naming.before is None or last > headed.first or first >= last or items[first].low != ",":
        return None
    verb = first + 1
    size = deed_size(items, verb, last)
    goods = trim(items, verb + (size or items[verb].role == "have"), last)
    done = bool(size) or items[verb].role == "have"
    return goods if done and goods is not None and naming.is_component(goods) else None


def _is_goods(naming: Naming, before: Draft) -> bool:
    """Whether a measure is of goods that its name tells: "lượng gạo đạt 3 tấn, | trị giá | 2 triệu", no "diện tích"."""
    if unit_kind(before) != "measure" or before.indicator is None:
        return False
    headed = naming.lexicon.heads.narrow(naming.items, before.subject)
    name = "" if headed is None else phrase_of(before, naming.items, (headed.first, headed.head_end), "").text
    return name != before.indicator.text


def _is_price_of(naming: Naming, headed: HeadedPhrase) -> bool:
    """Whether a bare price stands behind "với" right behind those counted: "3 cuốn vở | với giá | 8.000 đồng/cuốn"."""
    items, before, words = naming.items, naming.before, phrase_words()
    if before is None or unit_kind(before) != "count" or unit_kind(naming.draft) not in PRICES:
        return False
    if items[headed.first].low != words.price or items[headed.first - 1].low != words.companion:
        return False
    return not any(item.kind == "punct" for item in items[before.place : headed.first])


def _is_rate_of(naming: Naming) -> bool:
    """ "456 em bỏ học, tỷ lệ 0,8%": a bare rate is of the count right before it; whether it was named so."""
    before, draft, headed = naming.before, naming.draft, naming.headed
    if before is None or before.indicator is None or headed is None or unit_kind(draft) != "percent":
        return False
    between = naming.items[before.place : draft.place]
    if unit_kind(before) not in RATED or before.role != "value" or any(item.low in {";", "."} for item in between):
        return False
    own = phrase_of(draft, naming.items, (headed.first, headed.last), "indicator.rate.count")
    if before.indicator.parts and before.indicator.parts[-1][1] > own.parts[0][0]:
        # "26 tỉnh đạt tỷ lệ | từ 95% trở lên": of the rate told before.
        draft.indicator = _rate_before(naming, own.text)
        draft.inherited["indicator"] = FROM_BEFORE
        return draft.indicator is not None
    draft.indicator = own.joined(before.indicator, own.rule)
    draft.scope.extend(before.scope)
    return True


def _rate_before(naming: Naming, head: str) -> Phrase | None:
    """The last name of a percentage that opens with the head and tells more; None without one."""
    for other in reversed(naming.topics.values):
        name = other.indicator.text.lower() if other.indicator is not None and unit_kind(other) == "percent" else ""
        if name.startswith(f"{head.lower()} "):
            return other.indicator
    return None


def _deed(items: list[Item], headed: HeadedPhrase, first: int) -> tuple[int, int] | None:
    """What an amount was for, told before it, not before item `first`: "đã | xử phạt vi phạm hành chính | với số tiền 9
    triệu"; or None."""
    last = headed.first
    if last <= first or items[last - 1].low not in phrase_words().before_amount:
        return None
    for index in range(last - 1, first - 1, -1):
        if items[index].kind == "punct":
            return None
        if items[index].role == "tense":
            piece = trim(items, index + 1, last)
            return piece if piece is not None and piece[1] - piece[0] <= LONGEST_DEED else None
    return None
