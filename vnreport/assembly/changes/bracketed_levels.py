"""Earlier values told in brackets behind a change: "tăng 146% (quý I/2015 là 576 tỷ đồng)"."""

from __future__ import annotations

from decimal import Decimal

from vnreport.assembly.changes.earlier_values import LEAST_ALIKE, VERSUS_RULE, is_like
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import CHANGES, PASSING, PLANS, Item
from vnreport.grammar.values import PERCENTS, PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# The rule of an earlier value that stands between a comparative and the amount.
ANNOUNCED_RULE = "role.baseline.announced"
# The rule of the level that a step of a price ends at, told in a bracket behind it.
INSIDE_RULE = "role.bracket.level"
# A level is at least so many times the step of a price.
LEAST_LEVEL = 3
PASSED = frozenset({"soft", "aux", "tense", "level", "estimate"})
# Roles of cues that lead to a level in a bracket: "(chỉ chiếm 31%)".
LEADING = PASSED | {"share"}
# Items between the bracket and the number: "(năm 2014 đạt giá trị trung bình …".
MOST_INSIDE = 8
# Items between the change and the bracket: its baseline.
MOST_BETWEEN = 14
# The least part of a value that a rule or plan in a bracket is, which any value may be above.
LEAST_RULE = Decimal(0)
# The shape of a time told as the one before: "kỳ trước".
PREVIOUS = "previous"
# Items of "so với | năm 2025 | (" before a number.
SHORTEST_COMPARED = 3


def bracketed_level(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The figure of an earlier value that is told first in a bracket, of a change right before it; None for others."""
    if before is not None and before.role == "value":
        told = _beside_bare(items, place, quantity) or _beside_other(items, place, quantity, before)
        return told or _of_time_before(items, place, quantity, before)
    if before is None or before.role != "change" or before.direction == "ratio":
        return None
    opened = _opened(items, place)
    if opened is None or opened <= before.place or opened - before.place > MOST_BETWEEN:
        return None
    inside, baseline = items[opened + 1 : place], items[before.place + 1 : opened]
    if any(item.kind == "punct" for item in baseline):
        return None
    dated = any(item.kind == "period" for item in inside)
    worded = any(item.kind == "word" for item in inside)
    if dated:
        rule = VERSUS_RULE if worded else "role.baseline.bracket"
        return Figure(place, quantity, "baseline_value", rule, direction="up")
    if (
        not any(item.kind != "cue" for item in inside)
        and baseline
        and baseline[0].role == "versus"
        and baseline[-1].kind != "period"
    ):
        return Figure(place, quantity, "baseline_value", VERSUS_RULE)
    return None


def compared_bracket(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The figure of an earlier value in a bracket behind the time that a change to come is set against, of the value
    before: "1.124 ca; so với cùng kỳ năm 2025 (9.856 ca) giảm 88,6%"."""
    if before is None or before.role != "value" or before.quantity.code != quantity.code or place < SHORTEST_COMPARED:
        return None
    if items[place - 1].low != "(" or items[place - 2].kind != "period":
        return None
    compared = any(item.role == "versus" for item in items[place - SHORTEST_COMPARED - 1 : place - 2])
    return Figure(place, quantity, "baseline_value", "role.baseline.period") if compared else None


def _beside_bare(items: list[Item], place: int, quantity: Quantity) -> Figure | None:
    """The earlier value in a bracket behind a change without an amount: "giảm nhẹ so với năm 2017 | (3.340 tấn)", "tăng
    hơn so với năm ngoái (năm trước có | 84 em)".

    A percentage there may be the amount, unless a verb leads to it: "cao hơn cùng kỳ năm 2016 (chiếm | 31%)".
    """
    opened, led = place - 1 - (items[place - 1].role == "have" and items[place - 2].kind == "period"), False
    while opened > 0 and (items[opened].role in LEADING or items[opened].kind == "period"):
        opened, led = opened - 1, led or items[opened].role not in PASSED or items[opened].role == "level"
    if opened < 3 or items[opened].low != "(" or items[opened - 1].kind != "period":
        return None
    if items[opened - 2].role != "versus" or quantity.unit is None or (quantity.kind in PERCENTS and not led):
        return None
    cue = opened - 3
    while cue > 0 and items[cue].role == "soft":
        cue -= 1
    if items[cue].role not in CHANGES:
        return None
    return Figure(place, quantity, "baseline_value", "role.baseline.beyond", cue, items[cue].role)


def _beside_other(items: list[Item], place: int, quantity: Quantity, before: Figure) -> Figure | None:
    """The level of another or of a rule in a bracket behind it: "thấp hơn nhiều so với mức trung bình cả nước | (34%)".

    It is in the unit of the value before and on its other side, also of its size unless that is a rule, so no amount.
    """
    index, closed = place - 2, place + 1
    while index > before.place and (items[index].kind == "word" or items[index].role in PLANS):
        index -= 1
    if items[place - 1].low != "(" or closed >= len(items) or items[closed].low != ")" or index == place - 2:
        return None
    cue = index - 1
    while cue > before.place and (items[cue].role in PASSING or items[cue].low in phrase_words().half):
        cue -= 1
    if items[index].role != "versus" or items[cue].role not in CHANGES:
        return None
    ruled = any(item.role in PLANS for item in items[index:place])
    if not is_like(before.quantity, quantity, items[cue].role, least=LEAST_RULE if ruled else LEAST_ALIKE):
        return None
    return Figure(place, quantity, "baseline_value", "role.baseline.beyond", cue, items[cue].role)


def _of_time_before(items: list[Item], place: int, quantity: Quantity, before: Figure) -> Figure | None:
    """The price of the time before in a bracket behind the price of now, which it is set against; or None."""
    told = time_before(items, place)
    if told is None or told <= before.place or before.quantity.kind not in PRICES:
        return None
    return Figure(place, quantity, "baseline_value", VERSUS_RULE, direction="flat")


def time_before(items: list[Item], place: int) -> int | None:
    """The index of the time that the price of the time before opens a bracket with, right behind the price of now or
    what that is for: "200 đồng/lít (| kỳ trước | trích 300 đồng/lít)"; None for any other figure."""
    opened, closed, quantity = _opened(items, place), place + 1, items[place].quantity
    mention = items[opened + 1].period if opened is not None else None
    if opened is None or mention is None or mention.shape != PREVIOUS:
        return None
    if closed >= len(items) or items[closed].low != ")":
        return None
    now, words = opened - 1, phrase_words()
    while now > 0 and (items[now].kind == "word" or items[now].low in {*words.topic, words.companion}):
        now -= 1
    price = items[now].quantity
    if quantity is None or price is None or price.kind != "rate" or quantity.kind not in PRICES:
        return None
    return opened + 1


def is_level_of(quantity: Quantity, before: Figure) -> bool:
    """Whether a price in a bracket is the level behind the step before it: "tăng 300 đồng/lít (21.477 đồng/lít)"."""
    if (
        before.role != "change"
        or before.direction not in CHANGES
        or not {quantity.kind, before.quantity.kind} <= PRICES
    ):
        return False
    level, step = quantity.number, before.quantity.number or before.quantity.high
    return level is not None and step is not None and level >= LEAST_LEVEL * step


def announced_level(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The figure of an earlier value between a comparative and its amount: "thấp hơn năm 2015 (34%) 2,5 điểm"."""
    if place < 2 or items[place - 1].low != "(" or place + 2 >= len(items) or items[place + 1].low != ")":
        return None
    following = place + 2
    while following < len(items) and items[following].role in PASSED:
        following += 1
    if following >= len(items) or items[following].kind != "quantity":
        return None
    start = before.place + 1 if before is not None else 0
    for index in range(place - 2, max(start, place - MOST_BETWEEN) - 1, -1):
        item = items[index]
        if item.role in CHANGES or (item.low == phrase_words().more and index < place - 2):
            direction = item.role if item.role in CHANGES else "up"
            return Figure(place, quantity, "baseline_value", ANNOUNCED_RULE, index, direction)
        if item.kind in {"quantity", "punct"}:
            return None
    return None


def _opened(items: list[Item], place: int) -> int | None:
    """The index of the bracket that opens before the number, with nothing but words, periods and their colon between,
    or None."""
    for index in range(place - 1, max(-1, place - MOST_INSIDE - 2), -1):
        item = items[index]
        if item.low == "(":
            return index
        dates = item.low == ":" and items[index - 1].kind == "period"
        if item.kind not in {"word", "period"} and item.role not in PASSED and not dates:
            return None
    return None
