"""What a price is of that a deal names: "mua lại hãng tàu | với giá 7 triệu USD", "căn hộ được bán | với giá 3 tỷ"."""

from __future__ import annotations

from vnreport.assembly.names.named_drafts import NamedDraft
from vnreport.assembly.sentences.clauses import DASHES
from vnreport.assembly.sentences.heads import PERCENT, HeadedPhrase
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.assembly.sentences.phrases import compose
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.topics import MONEY, unit_code, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

RULE, TRADE_RULE = "indicator.head.deal", "indicator.head.trade"
# Signs that end what a worth is of.
ENDS = frozenset(";.:")
# Items of the longest name of what is bought or sold, and those between the verb and its price.
LONGEST_GOODS, MOST_BETWEEN = 12, 24
# Items of the longest verb of a deal, and of the longest name of who deals inside a passive one.
LONGEST_DEAL, LONGEST_DEALER = 3, 4
# Rules of the words before a price that are none of its name.
APART = frozenset({"scope.subject", "scope.actor"})
# Roles of cues inside the name of what is bought or sold.
GOODS_ROLES = frozenset({"", "conjunction", "from", "soft"})


def name_deal(naming: NamedDraft, headed: HeadedPhrase) -> bool:
    """Whether a bare price is that of a deal right before it; names the draft by the price and the deal then."""
    items, words = naming.items, phrase_words()
    stop = headed.first - (headed.first > 0 and items[headed.first - 1].low == words.companion)
    if not words.price_index & set(" ".join(item.low for item in items[headed.first : headed.head_end]).split()):
        return False
    deal, weighed = _deal_before(items, stop), _goods_weighed(naming, stop)
    if weighed is not None:
        pieces = [(headed.first, headed.head_end), *([deal] if deal is not None else []), weighed]
        naming.draft.indicator = compose(naming.draft, items, pieces, RULE)
        return True
    if deal is None:
        return False
    verb, end = deal
    goods = _goods_behind(items, end, stop)
    pieces = [(headed.first, headed.head_end), (verb, end)]
    if goods is not None:
        pieces.append(goods)
    elif (before := _goods_before(items, verb) or _goods_dealt(items, verb)) is not None:
        pieces.append(before)
    else:
        return False
    naming.draft.indicator = compose(naming.draft, items, pieces, RULE)
    return True


def _deal_before(items: list[Item], stop: int) -> tuple[int, int] | None:
    """The last verb of buying or selling in the clause that ends at `stop`, or None.

    One behind a noun of who deals may be a part of that noun where another stands before it: "mua hãng | bán thuốc".
    """
    words, named = phrase_words(), None
    for index in range(stop - 1, max(-1, stop - 1 - MOST_BETWEEN), -1):
        if items[index].kind == "punct" and not _is_in_name(items, index):
            break
        size = phrase_size(items, index, stop, words.dealing)
        if not size:
            continue
        first = _whole_deal(items, index, index + size)
        if first == 0 or items[first - 1].low not in words.earner:
            return first, index + size
        named = named or (first, index + size)
    return named


def _whole_deal(items: list[Item], first: int, last: int) -> int:
    """Where the verb of a deal begins whose end was found: "trúng | đấu giá", "rao | bán"."""
    begins = range(max(0, last - LONGEST_DEAL), first)
    return next((at for at in begins if phrase_size(items, at, last, phrase_words().dealing) == last - at), first)


def _is_in_name(items: list[Item], index: int) -> bool:
    """Whether the sign stands in a name or an address: "Nha Trang - Cam Lâm", "phường 4, quận 3"."""
    if items[index].low in DASHES:
        return True
    return items[index].low == "," and bool(phrase_size(items, index + 1, len(items), phrase_words().tier_name))


def _goods_behind(items: list[Item], first: int, stop: int) -> tuple[int, int] | None:
    """What is bought or sold behind the verb, without how much of it and whom it is for; None for nothing."""
    words = phrase_words()
    while first < stop and (items[first].role in PASSING or items[first].kind == "quantity"):
        first += 1
    last = first
    while last < stop and items[last].low not in words.whom and not (last > first and items[last].low == ","):
        sited = items[last].low in words.place or items[last].low in DASHES
        if (items[last].kind in {"punct", "period", "quantity"} and not sited) or (
            items[last].role not in GOODS_ROLES and not sited
        ):
            return None
        last += 1
    named = first < last <= first + LONGEST_GOODS and items[first].low not in words.preposition
    return (first, last) if named else None


def _goods_weighed(naming: NamedDraft, stop: int) -> tuple[int, int] | None:
    """The goods so many of whose units are told right before the price of one: "bán 9 tấn | gạo tẻ | với giá 400
    USD/tấn"; None for none."""
    items, before = naming.items, naming.before
    if (
        before is None
        or unit_kind(before) != "measure"
        or unit_code(naming.draft).rpartition("/")[2] != unit_code(before)
    ):
        return None
    first = last = before.place + 1
    while (
        last < stop
        and items[last].low not in phrase_words().whom
        and (items[last].kind in {"word", "quantity"} or items[last].low == PERCENT)
    ):
        last += 1
    return (first, last) if first < last <= first + LONGEST_GOODS and items[first].kind == "word" else None


def _goods_dealt(items: list[Item], verb: int) -> tuple[int, int] | None:
    """The goods of the deal before that the verb goes on with: "nhập khăn lụa rồi | bán"."""
    deal = _deal_before(items, verb)
    return None if deal is None else _goods_behind(items, deal[1], verb)


def _goods_before(items: list[Item], verb: int) -> tuple[int, int] | None:
    """What stands before a passive verb: "căn hộ ở quận 3 | đã được bán"."""
    words, last = phrase_words(), _without_dealer(items, verb)
    while last and items[last - 1].role in PASSING:
        last -= 1
    first = last
    while first and last - first < LONGEST_GOODS:
        if items[first - 1].kind not in {"word", "quantity"} and not _is_in_name(items, first - 1):
            break
        first -= 1
    passive = any(item.low.endswith(words.given) for item in items[last:verb])
    named = first < last and items[first].low not in words.preposition | words.whom
    return (first, last) if passive and named else None


def _without_dealer(items: list[Item], verb: int) -> int:
    """Where a passive verb begins with who deals in it: "điện dư được | tập đoàn | mua lại"."""
    for index in range(verb - 1, max(0, verb - 1 - LONGEST_DEALER), -1):
        if items[index].role in PASSING:
            return index + 1 if items[index].low.endswith(phrase_words().given) else verb
        if items[index].kind != "word":
            break
    return verb


def join_priced(naming: NamedDraft, headed: HeadedPhrase) -> None:
    """Adds to a bare price the goods named apart from it: "tour Đà Lạt (3 ngày) | giá 4 triệu đồng"."""
    draft, items, words = naming.draft, naming.items, phrase_words()
    bare = headed.last - headed.first == 1 and items[headed.first].low in words.price_index
    thing = draft.scope[-1] if draft.scope else None
    if not bare or draft.indicator is None or thing is None or thing.rule not in APART:
        return
    said = thing.text.lower().split()
    goods = any(" ".join(said[:size]) in naming.lexicon.goods for size in (1, 2))
    if 1 < len(said) <= LONGEST_GOODS and goods:
        draft.indicator = draft.indicator.joined(thing, RULE)


def join_trade(naming: NamedDraft, headed: HeadedPhrase) -> bool:
    """Whether a bare worth is that of a trade told before it in the sentence: "thị trường | xuất khẩu | lớn nhất với
    kim ngạch 7 tỷ USD"; names the draft by both then."""
    draft, items = naming.draft, naming.items
    name = " ".join(item.low for item in items[headed.first : headed.head_end])
    words, trades = phrase_words(), frozenset(naming.lexicon.trades)
    if unit_kind(draft) != MONEY or name not in words.worth_name - words.price_index - trades:
        return False
    for index in range(headed.first - 1, -1, -1):
        if items[index].kind == "quantity" or items[index].low in ENDS:
            return False
        size = phrase_size(items, index, headed.first, trades)
        if size:
            pieces = [(headed.first, headed.head_end), (index, index + size)]
            draft.indicator = compose(draft, items, pieces, TRADE_RULE)
            return True
    return False
