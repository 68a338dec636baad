"""Finds the cue that governs a number: the nearest verb or noun of change, level or share on its left."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import EQUALS_ROW, is_rate, opens_breakdown, starts_measured
from vnreport.assembly.sentences.futures import FUTURE_ROW
from vnreport.assembly.sentences.items import CHANGES, DIRECTED, PLANS, Item, holds_phrase
from vnreport.assembly.sentences.moved_levels import BREAKS
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

# Roles of nouns of growth, and the directions that they tell.
GROWTH = {"growth": "up", "fall": "down"}
LEVELS = frozenset({"level", "have", "to", "share", "equals", "contribution", "from", "ratio"})
# Roles of items that may stand between a cue and its amount: "tăng thêm khoảng 5%".
SOFT = frozenset({"soft", "aux", "tense", "level", "pair"})
# Roles of items between a change told with what changes and its amount.
_TELLING = frozenset({"", "target", "forecast", "estimate", *SOFT})
# Roles of what leads to a change that is told with what changes: "đề xuất | tăng lương", "làm | tăng CPI".
_LEADING_TO_CHANGE = frozenset({*PLANS, "cause", "contribution"})
STOPS = frozenset({"conjunction", "part", "report", "cause", "then"})
# Words between "tăng" and its amount, beyond which the number belongs to something else; tried 3 to 10 on the
# development corpus. A noun of growth reaches further ("tăng trưởng tín dụng toàn hệ thống ngân hàng đạt").
MOST_WORDS = 6
MOST_WORDS_OF_GROWTH = 14
# Words of what changes before a comma and a range: "tăng giá cước, từ 8-10%".
MOST_CHANGED = 3
# Items of those who do something and the roles of verbs behind them: "50% tàu cá xa bờ | phải".
MOST_DOERS, DOING = 7, frozenset({"have", "aux", "tense"})


def governing_cue(items: list[Item], start: int, place: int) -> int | None:
    """The index of the governing cue in `items[start:place]`, or None.

    A level cue governs at once, unless a noun of growth or a comparison stands before it with only a baseline between
    ("tốc độ tăng đạt 6%", "cao hơn năm nay là 3 tỷ").
    """
    words, closed, known = 0, 0, phrase_words()
    level: int | None = None
    added = _is_added(items, start, place)
    for index in range(place - 1, start - 1, -1):
        item = items[index]
        if closed or _closes_words(items, index, start):
            closed += (item.low == ")") - (item.low == "(")
            continue
        if _is_in_rate(items, index, start, place):
            continue
        led = words > 0
        words += item.kind == "word"
        if words > MOST_WORDS_OF_GROWTH or _breaks_off(items, index, led=led):
            return level
        if item.kind != "cue":
            continue
        if level is not None and (
            (item.role in GROWTH and _is_recalled(items, index, level))
            or (item.role in DIRECTED and _opens_when(items, index, level))
        ):
            return level
        if item.role in GROWTH or (item.role in DIRECTED and item.low.startswith(known.companion)):
            return index
        if item.role in DIRECTED:
            far = added or _is_compared(items, place) or _names_alike(items, index, start)
            if words > (MOST_WORDS_OF_GROWTH if far else MOST_WORDS) and level is None:
                continue
            return index if level is None or _moves_level(items, index, level, place, start=start) else level
        if words and item.low in known.showing:
            return level
        if item.role == "from" and _opens_amount(items, index, start, place):
            continue
        if item.role in LEVELS and level is None:
            if words and item.role in {"from", "ratio", "equals", "have"}:
                continue
            level = index
            if item.role not in {"level", "have"}:
                return level
        elif item.low == known.conjunction and is_rate(items[place]):
            growth = _joined_growth(items, index, start) if level is None or items[level].role == "level" else None
            return growth if growth is not None else level
        elif item.role in STOPS and not (item.low in known.complement and level is None) and not added:
            grown = index > start and items[index - 1].role in GROWTH
            if item.low not in known.topic or (level is None and not grown):
                return level
    return level


def _is_added(items: list[Item], start: int, place: int) -> bool:
    """Whether a rate or a price is told as a step: "giảm lãi suất cho vay đối với khách hàng cũ | thêm 0,5%/năm"."""
    quantity = items[place].quantity
    added = place > start and items[place - 1].low == phrase_words().added
    return added and quantity is not None and (quantity.code.startswith("%") or quantity.kind in PRICES)


def _is_in_rate(items: list[Item], index: int, start: int, place: int) -> bool:
    """Whether the item only leads to the rate at `place` within what a change before it is of."""
    if not is_rate(items[place]) or _opens_subject(items, place) or not _leads_to_rate(items, index, place):
        return False
    return _hangs_on_change(items, index, start, named=MOST_CHANGED if _is_range(items[place]) else 0)


def _breaks_off(items: list[Item], index: int, *, led: bool) -> bool:
    """Whether no cue before the item governs the number; `led` tells whether words stand between them.

    "tăng vốn liên tục để | nuôi 1,3 tỉ dân", but "chỉ số giá giảm | : 0,57%".
    """
    item, known = items[index], phrase_words()
    if item.low == ":" and not led and index and items[index - 1].role in CHANGES and is_rate(items[index + 1]):
        # "giảm | : 41% thí sinh" tells whom the rate is of.
        return index + 2 < len(items) and items[index + 2].kind == "word"
    if item.kind == "quantity" or (item.kind == "punct" and item.low in BREAKS):
        return True
    if item.low.split(" ")[-1] in known.cause and items[index + 1].kind != "period":
        return True
    # "tăng thêm nguyện vọng | sẽ | phải nộp 3 triệu đồng"
    return led and (item.low in known.aim or item.row == FUTURE_ROW)


def _moves_level(items: list[Item], index: int, level: int, place: int, *, start: int) -> bool:
    """Whether the change at `index` governs the number behind the level cue at `level`, rather than this."""
    if _is_done_to(items, index, level, place):
        return False
    if _is_beyond_other(items, index, start, level):
        return True
    return _bridges(items, index, level) or _moves_deed(items, index, level) or _is_told(items, index, place)


def _is_beyond_other(items: list[Item], change: int, start: int, level: int) -> bool:
    """Whether a level cue only leads from what a comparative names to by how much: "cao hơn mức sàn | tới 2 tỷ"."""
    between = items[change + 1 : level]
    plain = all(item.kind == "word" or item.role in {"tense", "aux", "soft"} for item in between)
    return plain and _names_alike(items, change, start)


def _names_alike(items: list[Item], change: int, start: int) -> bool:
    """Whether a comparative names the noun anew that it is told of, or "mức": "giá vé tháng cao hơn | giá vé lượt"."""
    behind, words = items[change + 1].low.partition(" ")[0], phrase_words()
    if not items[change].low.endswith(words.more):
        return False
    told = {item.low.partition(" ")[0] for item in items[start:change] if item.kind == "word"}
    return behind in words.figure_noun or (items[change + 1].kind == "word" and behind in told)


def _is_recalled(items: list[Item], growth: int, level: int) -> bool:
    """Whether a noun of growth only points back, with a clause of its own behind: "đà tăng này kéo dài khi doanh thu |
    đạt | 4 tỷ"."""
    between = items[growth + 1 : level]
    pointed = bool(between) and between[0].low in phrase_words().demonstrative
    return pointed and any(item.low in phrase_words().closer for item in between[1:])


def _opens_when(items: list[Item], change: int, level: int) -> bool:
    """Whether "khi" and words of its own part the level from a change with a baseline: "giá tăng so với tháng trước khi
    | giá xuất khẩu đạt | 640 USD/tấn"."""
    when = next((index for index in range(level - 1, change, -1) if items[index].low == phrase_words().when), None)
    if when is None or not any(item.role == "versus" for item in items[change + 1 : when]):
        return False
    return when + 1 < level and items[when + 1].kind == "word"


def _is_compared(items: list[Item], place: int) -> bool:
    """Whether "so với" stands right behind the rate: "tần suất tăng chuyến … 8-10% | so với Tết 2018"."""
    return is_rate(items[place]) and place + 1 < len(items) and items[place + 1].role == "versus"


def _opens_amount(items: list[Item], index: int, start: int, place: int) -> bool:
    """Whether "từ" only says how much at least, behind a comparative: "thấp hơn | từ | 10% so với trước đây"."""
    compared = index > start and items[index - 1].low.endswith(phrase_words().more)
    return compared and index == place - 1 and is_rate(items[place])


def _joined_growth(items: list[Item], joint: int, start: int) -> int | None:
    """The noun of growth that words joined by "và" hang on: "tăng trưởng | huy động vốn và tín dụng đều đạt 15%"."""
    for index in range(joint - 1, max(start, joint - MOST_WORDS_OF_GROWTH) - 1, -1):
        if items[index].role in GROWTH or items[index].low in phrase_words().growth_noun:
            return index
        if items[index].kind != "word" and items[index].role != "have":
            return None
    return None


def _closes_words(items: list[Item], index: int, start: int) -> bool:
    """Whether a bracket that holds words only closes here: "tổng sản phẩm trong nước (GDP)"."""
    if items[index].low != ")":
        return False
    for place in range(index - 1, start - 1, -1):
        if items[place].low == "(":
            return place < index - 1
        if items[place].kind != "word":
            return False
    return False


def _is_range(item: Item) -> bool:
    return item.quantity is not None and item.quantity.low is not None


def _hangs_on_change(items: list[Item], comma: int, start: int, *, named: int) -> bool:
    """Whether a change with nothing but soft words behind it stands before the comma: "tăng vượt bậc, khoảng 4%".

    At most `named` words may say what changes: "tính chuyện tăng giá cước, từ 8-10%".
    """
    if comma > start and items[comma - 1].low == ",":
        comma -= 1
    for index in range(comma - 1, start - 1, -1):
        if items[index].role in DIRECTED or items[index].role in GROWTH:
            return True
        if named and items[index].kind == "word":
            named -= 1
        elif items[index].role not in SOFT and items[index].row != EQUALS_ROW:
            return False
    return False


def _opens_subject(items: list[Item], place: int) -> bool:
    """Whether the rate behind a comma is a part of those who do something: "giá sẽ tăng, | 28% cho rằng sẽ giảm", "giá
    dầu tăng cao, | 50% tàu cá phải nằm bờ"."""
    if items[place - 1].low != ",":
        return False
    behind, words = items[place + 1 : place + 1 + MOST_DOERS], phrase_words()
    if any(item.role == "report" for item in behind[:2]):
        return True
    opens = bool(behind) and behind[0].kind == "word" and behind[0].low not in words.preposition | words.no_noun
    verb = next((item for item in behind if item.kind != "word"), None)
    return opens and verb is not None and verb.role in DOING


def _leads_to_rate(items: list[Item], index: int, place: int) -> bool:
    """Whether only "tương ứng" or "lần lượt" stands between the item, a comma or such a word, and the rate."""
    between = items[index:place]
    opener = between[0].low == "," or between[0].row == EQUALS_ROW
    return opener and all(item.role == "pair" or item.low == "," or item.row == EQUALS_ROW for item in between[1:])


def _bridges(items: list[Item], change: int, level: int) -> bool:
    """Whether only soft words or a baseline stand between a change and the level cue after it."""
    if items[level].role == "have":
        return False
    between = items[change + 1 : level]
    if items[level].low in phrase_words().in_all and len(between) <= MOST_CHANGED:
        # "giảm giá tổng cộng 60 USD/ounce", but "giảm giá tổng cộng 2 lần"
        summed = next((item.quantity for item in items[level + 1 :] if item.quantity is not None), None)
        often = summed is not None and summed.code in phrase_words().occasion
        return not often and all(item.kind == "word" or item.role in SOFT for item in between)
    if all(item.role in SOFT for item in between):
        return items[level].low not in phrase_words().reach
    if items[change].low == phrase_words().passing and holds_phrase(between, phrase_words().norm):
        # "vượt tiêu chuẩn tới 7 lần"
        return items[level].low in phrase_words().up_to
    compared = items[change].low.endswith(phrase_words().more) or any(item.role == "versus" for item in between)
    return compared and any(item.kind == "period" or item.role == "versus" for item in between)


def _moves_deed(items: list[Item], change: int, level: int) -> bool:
    """Whether the verb of doing before the amount ends the noun of what changed: "tăng lãi suất | huy động 0,3%"."""
    if items[level].role != "have" or items[level].low.endswith(phrase_words().have):
        return False
    first = change + 1
    while first < level and items[first].role in SOFT:
        first += 1
    return starts_measured(items, first)


def _is_done_to(items: list[Item], change: int, level: int, place: int) -> bool:
    """Whether the level tells how many were taken away: "số cán bộ đã được tinh giản là 40.500 người"."""
    quantity = items[place].quantity
    counted = quantity is not None and quantity.kind == "count"
    return counted and items[level].low == phrase_words().copula and change > 0 and items[change - 1].role == "aux"


def _is_told(items: list[Item], change: int, place: int) -> bool:
    """Whether a change told with what changes is of so many per cent: "đề xuất | tăng lương tối thiểu là 5,3%".

    So is what is caused ("làm | tăng CPI chung là 0,03%"), and "tăng trưởng", which is a noun where a level follows.
    """
    quantity = items[place].quantity
    if quantity is None or not quantity.code.startswith("%") or items[place - 1].role not in SOFT:
        return False
    noun = items[change].low in phrase_words().growth_noun
    telling = _TELLING | {"have", "source"} if noun else _TELLING
    if any(item.role not in telling for item in items[change + 1 : place]):
        return False
    if noun:
        return True
    before = items[change - 1] if change else None
    led = before is None or opens_breakdown(before) or before.role in _LEADING_TO_CHANGE
    return led or (before is not None and before.low in phrase_words().told_noun)
