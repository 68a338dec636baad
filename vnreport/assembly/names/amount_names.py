"""Names amounts by what they are of or for: the count before them, the trade, the deed, the purpose."""

from __future__ import annotations

from vnreport.assembly.names.counted_openings import in_few_words
from vnreport.assembly.names.doings import SUM_RULE, sum_of_share
from vnreport.assembly.names.money_deeds import money_deed
from vnreport.assembly.names.naming import RIGHT_RULE, Naming
from vnreport.assembly.names.shared_deeds import measured_deed
from vnreport.assembly.sentences.actors import DONE, is_auxiliary, part_actor
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import add_scope, compose, phrase_of, place_tail
from vnreport.assembly.sentences.scope_words import deed_size, has_capital, phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.lexicon.verbs import known_verbs

# Items of what was done with an amount: "xử phạt vi phạm hành chính với số tiền".
LONGEST_DEED = 10
# Items of what was done with goods that are told with it: "| nạo vét | 440 m3 bùn", "| tiến hành tiêu hủy | 300 tấn".
LONGEST_DEED_OF_GOODS = 3
# Items of the longest noun or verb of money that says little alone: "khoản thu nhập".
LONGEST_BARE = 2
# Items of a name that what the amount is for may complete: "ngân sách thành phố … cho phòng cháy".
LONGEST_SPENDER = 4
# Kinds of value that a bare rate right behind is of: "giám sát 7 tấn, | tỷ lệ | 43%".
RATED = frozenset({"count", "measure"})
# Kinds of value that share what was done with goods beside them: "thu hồi | 195 tỷ đồng | và 50 ha đất".
MEASURED = frozenset({"money", "measure"})
# Roles of cues that may stand behind what was done with goods: "| trồng | mới được 40 ha rừng".
BEHIND_DEED = frozenset({"soft", "aux"})


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
        deed = _deed(items, headed)
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
        draft.inherited["indicator"] = "before"
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


def _deed(items: list[Item], headed: HeadedPhrase) -> tuple[int, int] | None:
    """What an amount was for, told before it: "đã | xử phạt vi phạm hành chính | với số tiền 9 triệu"; or None."""
    if headed.before is None or items[headed.first - 1].low not in phrase_words().before_amount:
        return None
    first, last = headed.before
    for index in range(last - 1, first - 1, -1):
        if items[index].kind == "punct":
            return None
        if items[index].role == "tense":
            piece = trim(items, index + 1, last)
            return piece if piece is not None and piece[1] - piece[0] <= LONGEST_DEED else None
    return None


def spending(naming: Naming) -> list[tuple[int, int]] | None:
    """A short headed phrase, or what was done with the amount, and what it is for, told behind it; None without.

    "chi | 1,6 tỉ USD để | nhập xăng dầu", "ngân sách bố trí | 5 tỷ cho | quỹ đất", "sẽ dành | 2 tỷ cho | quỹ đất".
    """
    items, first = naming.items, naming.draft.place + 1
    done = _done_behind(naming, first)
    if done is not None:
        return done
    if first >= len(items) or items[first].low not in phrase_words().purpose | phrase_words().origin:
        return None
    if items[first].low in phrase_words().origin and (first + 1 >= len(items) or items[first + 1].kind != "word"):
        return None
    spent = _spent(naming)
    stop = right_stop(items, first)
    return [spent, (first + 1, stop)] if spent is not None and stop > first + 1 else None


def _done_behind(naming: Naming, first: int) -> list[tuple[int, int]] | None:
    """A short bare noun or verb of money, and what is or will be done with the sum, told right behind it.

    "chi 7 tỷ đồng | hỗ trợ hộ nghèo", "số tiền 9 tỷ đồng | dự tính mua xe"; None without.
    """
    items, headed, words = naming.items, naming.headed, phrase_words()
    if headed is None or headed.head_end < headed.last or headed.last - headed.first > LONGEST_BARE:
        return None
    if first + 1 >= len(items) or items[first + 1].kind == "quantity":
        return None
    opener, short = items[first], items[headed.first].low in words.short_sum
    told = opener.low in words.money_deed | {words.working} if short else opener.role == "forecast"
    behind = first + 1 + (items[first + 1].low in words.purpose | words.origin)
    stop = right_stop(items, naming.draft.place, first=behind) if told else behind
    while stop > behind and items[stop - 1].low in words.preposition | {words.of}:
        stop -= 1
    return [(headed.first, headed.last), (first, stop)] if stop > behind else None


def _spent(naming: Naming) -> tuple[int, int] | None:
    """The short headed phrase that an amount has before it, or the verb that tells what was done with it."""
    headed = naming.headed
    if headed is None:
        return _done_with(naming)
    return (headed.first, headed.last) if headed.last - headed.first <= LONGEST_SPENDER else None


def _done_with(naming: Naming) -> tuple[int, int] | None:
    """The verb right before an amount, with its object: "tỉnh đã | tạm ứng", "doanh nghiệp phải | nộp"; None without.

    The words before it, who did it, are a scope then.
    """
    subject, items = naming.subject, naming.items
    deed = money_deed(naming)
    if deed is not None:
        return deed
    if subject is None or _is_parted(naming):
        return None
    for index in range(subject[1] - 1, subject[0] - 1, -1):
        if items[index].kind not in {"word", "cue"}:
            return None
        if is_auxiliary(items[index]):
            piece = trim(items, index + 1, subject[1])
            return piece if piece is not None and piece[1] - piece[0] <= LONGEST_SPENDER else None
    who, done = part_actor(naming.draft.sentence.text, items, subject, naming.lexicon.parts)
    return done if who is not None and done is not None and done[1] - done[0] <= LONGEST_SPENDER else None


def _is_parted(naming: Naming) -> bool:
    """Whether a comma or the like stands between the subject and the amount: "bò bị chết; | 12 ha lúa"."""
    last = naming.subject[1] if naming.subject is not None else naming.draft.place
    return any(item.kind == "punct" for item in naming.items[last : naming.draft.place])


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


def add_actor(naming: Naming, done: tuple[int, int]) -> None:
    """Adds the words of the subject before what was done as a scope."""
    subject = naming.subject
    actor = trim(naming.items, subject[0], done[0]) if subject is not None else None
    if actor is not None:
        add_scope(naming.draft, naming.items, actor, "scope.actor")


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
    if items[goods[0]].low in words.preposition or phrase_size(items, *goods, known_verbs()):
        # "di chuyển 5 km | ra khỏi hang"
        return None
    if unit_kind(naming.draft) == "money" and not naming.lexicon.heads.starts(items, goods[0]):
        # "xử lý 9 tỷ đồng | nợ xấu", but "được tặng 9 triệu đồng | đi đổi"
        return None
    joins = {",", words.conjunction}
    while True:
        for first in range(place - 1, max(-1, place - 1 - LONGEST_DEED_OF_GOODS), -1):
            is_verb = items[first].kind == "word" or items[first].role == "have"
            size = phrase_size(items, first, place, known_verbs()) if is_verb else 0
            if size:
                return (first, place) if all(item.role in BEHIND_DEED for item in items[first + size : place]) else None
            if items[first].kind != "word" and items[first].role not in BEHIND_DEED:
                break
        while place and items[place - 1].role == "soft":
            place -= 1
        if place < 2 or items[place - 1].low not in joins:
            return None
        place = next((index for index in range(place - 2, -1, -1) if items[index].kind != "word"), 0)
        quantity = items[place].quantity
        if quantity is None or quantity.kind not in MEASURED:
            return None


def name_right(naming: Naming, right: tuple[int, int]) -> None:
    """A value by the words behind it, with the subject where that tells what was done with it."""
    draft, items, subject = naming.draft, naming.items, naming.subject
    kind, cue = unit_kind(draft), items[draft.cue].role if draft.cue is not None else ""
    pieces = [right] if kind == "percent" else _given(naming, right)
    if subject is not None and kind != "percent" and cue not in {"level", "have"}:
        done = _done_with(naming)
        if done is not None:
            add_actor(naming, done)
        if _is_parted(naming):
            subject = None
        elif items[subject[1]].role == "cause" and done is None:
            # "Mưa lũ | làm 120 ha lúa bị ngập"
            pass
        elif not naming.lexicon.heads.starts(items, pieces[0][0]) or done is not None:
            who, own = (None, done) if done else part_actor(draft.sentence.text, items, subject, naming.lexicon.parts)
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
    done = _deed_of_goods(naming, right) if kind in MEASURED else None
    if done is not None:
        rule = "indicator.goods.deed"
        draft.indicator = phrase_of(draft, items, done, rule).joined(draft.indicator, rule)
    deed = measured_deed(naming, pieces[0]) if kind == "measure" else None
    if deed is not None:
        draft.indicator = draft.indicator.joined(phrase_of(draft, items, deed, RIGHT_RULE), RIGHT_RULE)
    if subject is not None:
        add_scope(draft, items, subject, "scope.actor")
