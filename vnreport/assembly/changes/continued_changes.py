"""Amounts that go on with the change before them: "tăng 3%, vận tải 9%", "bằng 64% dự toán và 73% cùng kỳ"."""

from __future__ import annotations

from vnreport.assembly.changes.paired_baselines import baselines_in_a_row
from vnreport.assembly.changes.price_steps import is_step_beside
from vnreport.assembly.changes.ratios import REACHED_RULE
from vnreport.assembly.changes.signed_changes import unsigned
from vnreport.assembly.sentences.drafts import GROWTH_RULE, Figure
from vnreport.assembly.sentences.items import CHANGES, PASSING, Item, holds_phrase
from vnreport.assembly.sentences.like_others import like_other
from vnreport.assembly.sentences.phrases import is_side
from vnreport.assembly.sentences.scope_words import behind_place, phrase_size
from vnreport.grammar.values import PERCENTS, PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a change that goes on with the one before it.
LISTED_RULE = "role.change.listed"
# The rule of a further count in a list of changes.
COUNTED_RULE = "role.change.counted"
# Kinds of counts, of which one may leave out what it counts.
COUNTED = frozenset({"count", ""})
# Words that name what the next step of a list of prices is of.
MOST_NAMED = 4
# Items of what a share is of behind "so với".
LONGEST_WHOLE = 6
# Rules of growths told by a noun, and of those that go on with one.
GROWN_RULES = frozenset({GROWTH_RULE, LISTED_RULE})
LEVELS = frozenset({"level", *PASSING})
VERBS = frozenset({"level", "have", "share", "equals", "to", "part", "target_noun", "cause"})


def continued(items: list[Item], place: int, quantity: Quantity, last: Figure) -> Figure | None:
    """The figure of a further percentage behind the change `last`, or None.

    One that is against another baseline is of the same figure, one with words of its own of another.
    """
    if last.direction in {"up", "down", "ratio", "times"} and _is_against_another(items, place, quantity, last):
        return Figure(place, quantity, "change", "role.change.again", last.cue, last.direction)
    if _is_in_percent(items, place, quantity, last):
        return Figure(place, quantity, "change", "role.change.restated", last.cue, last.direction)
    if _counts_on(items, last, place, quantity):
        return Figure(place, quantity, "change", COUNTED_RULE, last.cue, last.direction)
    if _continues_list(items, last, place, quantity):
        fallen = quantity.number is not None and quantity.number < 0
        direction = "down" if fallen else last.direction
        rule = f"role.change.{direction}" if _is_of_side(items, place, last) else LISTED_RULE
        return Figure(place, unsigned(quantity), "change", rule, last.cue, direction)
    return None


def _counts_on(items: list[Item], last: Figure, place: int, quantity: Quantity) -> bool:
    """Whether a count with its percentage in brackets goes on with a change told so: "tăng 9 vụ (11%), | 3 người chết
    (12%)"."""
    depth, bracket = items[place].depth, place + 1
    if quantity.kind != "count" or last.direction not in CHANGES or items[last.place].depth <= depth:
        return False
    between = [item.low for item in items[last.place + 1 : place] if item.depth <= depth and item.low != ")"]
    if last.quantity.kind not in PERCENTS or not between or set(between) - {",", ";", phrase_words().conjunction}:
        return False
    while bracket < len(items) and items[bracket].kind == "word":
        bracket += 1
    behind = items[bracket : bracket + 2]
    amount = behind[1].quantity if len(behind) > 1 and behind[0].low == "(" else None
    return amount is not None and amount.kind in PERCENTS


def _is_of_side(items: list[Item], place: int, last: Figure) -> bool:
    """Whether words behind a step tell which of the two prices before it is of: "90.000 đồng | ở chiều bán ra"."""
    first = behind_place(items, place + 1)
    if first >= len(items) or not phrase_size(items, first, len(items), phrase_words().side):
        return False
    before = (item.quantity for item in items[: last.place] if item.quantity is not None)
    return sum(1 if price.low is None else 2 for price in before if price.kind in PRICES) > 1


def _is_against_another(items: list[Item], place: int, quantity: Quantity, last: Figure) -> bool:
    """Whether "và 5,4% so cùng kỳ" stands right behind the first change and its baseline."""
    multiplied = quantity.kind == last.direction == "times"
    alike = quantity.kind in PERCENTS or (quantity.kind in PRICES and last.quantity.kind in PRICES)
    alike = alike or (last.quantity.kind in COUNTED and quantity.kind in COUNTED)
    if not (multiplied or alike) or place + 1 >= len(items):
        return False
    words, following = phrase_words(), items[place + 1]
    of_others = last.direction == "ratio" and all(like_other(items, at) is not None for at in (last.place, place))
    if not (of_others or following.role in {"versus", "target_noun"} or following.kind == "period"):
        return False
    between = [item for item in items[last.place + 1 : place] if item.role not in PASSING]
    if [item.low for item in between] == [words.conjunction] and baselines_in_a_row(items[place:]):
        return True
    if not between or (between[-1].low not in {words.conjunction, ","} and not of_others):
        return False
    first = between[0]
    opens = of_others or first.role in {"versus", "target_noun"} or first.kind == "period"
    opens = opens or (len(between) == 1 and following.role == "versus" and _is_of_one_thing(items, last))
    return opens or (quantity.kind in PRICES and any(item.role == "versus" for item in between))


def _is_of_one_thing(items: list[Item], last: Figure) -> bool:
    """Whether one noun changed, of two amounts of which only the second names its baseline: "CPI tăng 0,5% và 2,6% so
    với cùng kỳ", but "xuất khẩu và nhập khẩu tăng 5% và 7% so với cùng kỳ"."""
    joins = {",", ";", phrase_words().conjunction}
    for index in range(last.place - 1, -1, -1):
        if items[index].low in joins:
            return items[index].low != phrase_words().conjunction
        if items[index].kind == "quantity":
            return False
    return True


def is_listed_step(items: list[Item], place: int, quantity: Quantity, last: Figure, cue: int) -> bool:
    """Whether "là" leads to the next step in a list of prices: "xăng tăng 320 đồng; dầu hỏa | là | 293 đồng"."""
    named = items[cue].low == phrase_words().copula and cue > last.place + 1
    return named and last.direction in CHANGES and is_step_beside(last.quantity, quantity)


def _is_in_percent(items: list[Item], place: int, quantity: Quantity, last: Figure) -> bool:
    """Whether the percentage gives the amount before it anew, behind nothing but a comma: "tăng 4 USD/thùng, 6%"."""
    if quantity.kind not in PERCENTS or last.quantity.kind in PERCENTS or last.direction not in CHANGES:
        return False
    between = [item for item in items[last.place + 1 : place] if item.role not in PASSING]
    return [item.low for item in between] == [","] and place > last.place + 1


def _continues_list(items: list[Item], last: Figure, place: int, quantity: Quantity) -> bool:
    """Whether "…, vận tải 9,05%" goes on with the change before it: same kind of unit, words but no verb between."""
    planned = last.rule in {REACHED_RULE, LISTED_RULE} and last.direction == "ratio"
    if last.direction not in CHANGES and not planned:
        return False
    depth = items[place].depth
    between = [item for item in items[last.place + 1 : place] if item.depth <= depth]
    if is_step_beside(last.quantity, quantity):
        # "tăng 80.000 đồng | (mua vào) | và 60.000 đồng (bán ra)"
        named_by = sum(item.kind == "word" for item in between) or is_side(items, last.place + 1)
        # "dầu hỏa | là | 293 đồng", "1,8 triệu đồng | ở | chiều mua và 2,1 triệu đồng"
        passed = {phrase_words().copula, *phrase_words().place}
        told = any(item.role in VERBS and item.low not in passed for item in between)
        return 0 < named_by <= MOST_NAMED and not told
    if quantity.kind not in PERCENTS or last.quantity.kind != quantity.kind or _is_level(items, last, place):
        return False
    words = phrase_words()
    if planned and any(phrase_size(items, index, place, words.level_rate) for index in range(last.place + 1, place)):
        return False
    if planned:
        between = _part_of_plan(between) if _ends_part(items, place + 1) else []
    verbs = VERBS - {"part"} if planned or _is_of_growth(items, last) else VERBS
    named = any(item.kind in {"word", "period"} or item.low in words.scenario for item in between)
    if [item.low for item in between if item.role not in PASSING] == [words.conjunction] and not planned:
        # "đều tăng ở mức 14% và 10%", "lượng và trị giá tăng 14% và 10% | so với tháng trước"
        return _ends_part(items, place + 1) or items[place + 1].role == "versus"
    if holds_phrase(between, words.keeping):
        # "tăng trưởng 7%, giữ bội chi dưới 5%"
        return False
    if between and between[-1].kind == "word" and any(item.role == "versus" for item in between[-LONGEST_WHOLE:]):
        # "tăng 4%, tổng vốn đầu tư so với GDP 31%"
        return False
    return named and not any(item.role in verbs and item.low not in words.scenario for item in between)


def _is_of_growth(items: list[Item], last: Figure) -> bool:
    """Whether the change is told by a noun of growth, or is that of a total of the economy: its parts grow as well.

    "Tốc độ tăng trưởng 7%, trong đó nông nghiệp | 3%", but of others a part may be a share: "số vụ tăng 7%, trong đó
    nam giới 60%".
    """
    if last.rule == GROWTH_RULE:
        return True
    totals = phrase_words().total_product
    return last.cue is not None and any(item.low in totals for item in items[: last.cue])


def is_without_prices(items: list[Item], place: int, quantity: Quantity, last: Figure) -> bool:
    """Whether a percentage is the growth before it without the rise of prices: "tăng 9%, nếu loại trừ giá còn | 8%"."""
    if quantity.kind not in PERCENTS or last.quantity.kind not in PERCENTS or last.direction not in CHANGES:
        return False
    return any(item.low == phrase_words().exclusion for item in items[last.place + 1 : place])


def is_of_other_time(items: list[Item], place: int, quantity: Quantity, last: Figure) -> bool:
    """Whether the growth before is told of one more time: "tăng trưởng năm 2014 là 12%; năm 2013 là | 9%"."""
    if last.rule not in GROWN_RULES or quantity.kind != last.quantity.kind:
        return False
    between = items[last.place + 1 : place]
    times = sum(item.kind == "period" for item in between)
    words = phrase_words()
    told = {",", ";", words.conjunction, words.copula} | words.dating
    return (
        times == 1
        and _ends_part(items, place + 1)
        and all(item.kind == "period" or item.low in told or item.role in LEVELS for item in between)
    )


def _part_of_plan(between: list[Item]) -> list[Item]:
    """The items of a part with a name of its own behind a percentage of a plan: "bằng 7% kế hoạch; | khối xã 8%"."""
    signs = [index for index, item in enumerate(between) if item.low in {",", ";"}]
    return between[signs[-1] :] if signs else []


def _ends_part(items: list[Item], behind: int) -> bool:
    """Whether no noun follows a percentage that it could be a part of."""
    return behind >= len(items) or items[behind].kind == "punct" or items[behind].role == "conjunction"


def _is_level(items: list[Item], last: Figure, place: int) -> bool:
    """Whether a rate of its own opens a clause between: "tăng trưởng đạt 8,1%, tỷ lệ hộ nghèo 1,2%".

    In a list of rates it changes like the one before: "tỷ lệ nhập viện tăng 2%, tỷ lệ tử vong 1%".
    """
    rates = phrase_words().level_rate | phrase_words().level_listed
    for index in range((last.place if last.cue is None else last.cue) - 1, -1, -1):
        if items[index].low in ".;:":
            break
        if phrase_size(items, index, last.place, rates):
            return False
    opens = (index for index in range(last.place + 2, place) if items[index - 1].kind == "punct")
    return any(phrase_size(items, index, place, rates) for index in opens)
