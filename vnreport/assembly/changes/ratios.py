"""Percentages of a plan, of an earlier period or of a whole: "bằng 56% dự toán", "bằng 7% tổng số"."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import TIME_ROW
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import CHANGES, PASSING, PLANS, PROPOSAL_ROW, Item
from vnreport.assembly.sentences.like_others import like_other
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.grammar.values import PERCENTS, SAME_PERIOD, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Items before a percentage in which a verb tells that it was reached.
MOST_REACHED = 5
# The least percentage that an earlier value is told by, the items between the value and it, and their roles.
LEAST_RATIO, WHOLE = 20, 100
FEWEST_BETWEEN, REACHING = 2, frozenset({"level", "equals", "pair"})
# The rule of a ratio to a plan that is not named, or only further on.
REACHED_RULE = "role.ratio.reached"


def is_ratio(items: list[Item], place: int, role: str, kind: str) -> bool:
    if role == "ratio":
        return kind in PERCENTS or kind == "times"
    if role not in {"level", "have", "equals", "to"} or kind != "percent" or not has_target(items, place):
        return False
    return not _is_beside_norm(items, place)


def _is_beside_norm(items: list[Item], place: int) -> bool:
    """Whether the plan behind a rate has its own rate: "tỷ lệ dự trữ là 19,6% so với quy định là 10%"."""
    if place + 1 >= len(items) or items[place + 1].role != "versus":
        return False
    # "hoàn thành 111% so với kế hoạch và | tăng 14%" has none.
    ending = next(
        (each for each in items[place + 2 :] if each.kind in {"punct", "quantity"} or each.role in CHANGES), None
    )
    return ending is not None and ending.quantity is not None and ending.quantity.kind == "percent"


def is_reached(items: list[Item], place: int, cue: int, before: Figure | None) -> bool:
    """Whether a percentage right behind a value is of what was planned, though no plan is named.

    "Giải ngân 145 tỷ đồng, đạt 28%", "đạt 9 triệu tấn, hoàn thành 31% tổng nguồn được giao".
    """
    if before is None or before.role != "value" or before.quantity.unit is None:
        return False
    between = [item for item in items[before.place + 1 : cue] if item.role not in PASSING]
    if [item.low for item in between] != [","]:
        return False
    words = phrase_words()
    if items[cue].low == words.complete:
        return True
    ends = place + 1 >= len(items) or items[place + 1].kind == "punct"
    return ends and before.quantity.unit.kind == "money" and items[cue].low.endswith(tuple(words.reach))


def is_fronted(items: list[Item], place: int, cue: int, quantity: Quantity) -> bool:
    """Whether a level in per cent is of the plan or the time that its sentence opens with: "So với năm 2015, doanh thu
    đạt | 140%"; of a time one of a hundred or more, which can be no rate."""
    if items[0].role != "versus" or items[cue].role not in {"level", "have"} or place + 1 < len(items) - 1:
        return False
    comma = next((index for index in range(1, cue) if items[index].low == ","), cue)
    own, number = items[comma + 1 : cue], quantity.number
    plain = all(item.kind in {"word", "period"} or item.role in {*PASSING, "conjunction"} for item in own)
    if not plain or number is None or any(item.kind not in {"word", "period", "cue"} for item in items[1:comma]):
        return False
    if any(phrase_at(items, index, cue, phrase_words().level_rate) for index in range(comma + 1, cue)):
        return False
    if items[1].role in PLANS:
        return number >= LEAST_RATIO
    return items[1].kind == "period" and number >= WHOLE


def is_reached_alike(items: list[Item], place: int, cue: int, before: Figure | None) -> bool:
    """Whether a percentage is of a plan as that of the other thing before it: "A đạt 78% kế hoạch, B đạt | 90%".

    What is a rate by its own name is none: "đạt 45% dự toán, tỷ lệ nợ đạt 3%".
    """
    if before is None or before.direction != "ratio" or before.rule != REACHED_RULE:
        return False
    if items[before.place].depth != items[place].depth or items[cue].low not in phrase_words().reach:
        return False
    first = next((at for at in range(before.place + 1, cue) if _parts(items[at])), None)
    ends = place + 1 >= len(items) or items[place + 1].kind == "punct" or items[place + 1].role == "conjunction"
    if first is None or not ends:
        return False
    own = items[first + 1 : cue]
    plain = all(
        item.kind in {"word", "period"} or item.role in {*PASSING, "part", "conjunction", "from"} for item in own
    )
    rated = any(phrase_at(items, at, cue, phrase_words().level_rate) for at in range(first + 1, cue))
    return plain and not rated and any(item.kind == "word" for item in own)


def _parts(item: Item) -> bool:
    """Whether the item parts two clauses of a list."""
    return item.low in {",", ";"} or item.role == "conjunction"


def is_of_earlier(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> bool:
    """Whether a percentage behind a value is of what it was: "đạt 64 tỷ đồng, tương đương 104% so với cùng kỳ"."""
    if before is None or before.role != "value" or before.quantity.unit is None or before.quantity.kind in PERCENTS:
        return False
    size = quantity.number if quantity.number is not None else quantity.low
    if quantity.kind != "percent" or size is None or size < LEAST_RATIO or place + 1 >= len(items):
        return False
    between = [item for item in items[before.place + 1 : place] if item.role not in {"soft", "aux", "tense"}]
    if len(between) < FEWEST_BETWEEN or between[0].low != "," or any(item.role not in REACHING for item in between[1:]):
        return False
    following = items[place + 1]
    if following.role == "versus":
        return any(item.kind == "period" for item in items[place + 2 : place + 4])
    return following.period is not None and following.period.shape in {SAME_PERIOD, "previous"}


def read_ratio(items: list[Item], place: int, quantity: Quantity, cue: int, before: Figure | None) -> Figure:
    """A ratio to a plan or an earlier period; "giảm 120 vụ, bằng 7%" gives the same change in other words."""
    following = items[place + 1] if place + 1 < len(items) else None
    against = following is not None and (following.kind == "period" or following.role == "versus")
    restates = before is not None and before.role == "change" and before.direction in CHANGES
    restates = restates and before is not None and before.quantity.kind not in PERCENTS
    if before is not None and restates and not has_target(items, place) and not against:
        return Figure(place, quantity, "change", "role.change.restated", cue, before.direction)
    if _is_of_whole(items, place):
        return Figure(place, quantity, "share", "role.share.ratio", cue)
    rule = REACHED_RULE if has_target(items, place) else "role.ratio"
    return Figure(place, quantity, "change", rule, cue, "ratio")


def _is_of_whole(items: list[Item], place: int) -> bool:
    """Whether the words right behind a percentage are the whole that it is of: "bằng 27% diện tích gieo cấy"."""
    quantity = items[place].quantity
    unit = quantity.unit if quantity is not None else None
    if unit is None or unit.kind != "percent" or has_target(items, place) or place + 1 >= len(items):
        return False
    following = items[place + 1]
    words = phrase_words()
    if like_other(items, place) is not None:
        # "chỉ bằng 45% năng suất của Hà Nội"
        return False
    if following.low in words.preposition or following.low in words.scene or following.row == TIME_ROW:
        # "bằng 60% ngày thường" is a ratio.
        return False
    return following.kind == "word"


def is_share_beside(items: list[Item], place: int, change: Figure) -> bool:
    """Whether a percentage behind a change is a part of what stands behind it, rather than the change anew.

    "Tăng 3 triệu so với đầu năm, tương ứng | 33% dân số"; but "giảm 6.000 người, tương đương | 20% nhân sự".
    """
    if not _is_of_whole(items, place):
        return False
    between = items[change.place + 1 : place]
    return change.quantity.kind in PERCENTS or any(item.role == "versus" for item in between)


def has_target(items: list[Item], place: int) -> bool:
    """Whether a plan or budget follows the quantity: "56% dự toán", "84% so với kế hoạch", "15% và 16% kế hoạch"."""
    place = last_in_row(items, place)
    if place + 1 < len(items) and _is_quota(items, place):
        return False
    for item in items[place + 1 : place + 6]:
        if item.role in PLANS:
            return item.row != PROPOSAL_ROW
        if item.role == "versus" or item.kind == "word":
            continue
        return False
    return False


def last_in_row(items: list[Item], place: int) -> int:
    """The last of the percentages that "và" joins to the one at `place`: "lần lượt đạt 15% và | 16% kế hoạch"."""
    while place + 2 < len(items) and items[place + 1].low == phrase_words().conjunction:
        further = items[place + 2].quantity
        if further is None or further.kind != "percent":
            break
        place += 2
    return place


def is_next_of_plan(items: list[Item], first: int, place: int) -> bool:
    """Whether each of two percentages names its plan: "thực hiện lần lượt 15% kế hoạch doanh thu và | 16% kế hoạch"."""
    between = items[first + 1 : place]
    if not between or between[-1].low != phrase_words().conjunction:
        return False
    planned = has_target(items, first) and has_target(items, place)
    return planned and all(item.kind == "word" or item.role in PLANS for item in between[:-1])


def has_plan(items: list[Item], place: int) -> bool:
    """Whether a plan stands right after the percentage: "100% kế hoạch", "98% so với dự toán", "98% và 99% dự toán"."""
    first, place = place, last_in_row(items, place)
    after = place + 1 + (place + 1 < len(items) and items[place + 1].role == "versus")
    if after >= len(items) or items[after].role != "target_noun":
        return False
    if first < place and items[after].low in phrase_words().norm:
        # "áp dụng thuế suất 15% và 17% quy định này"
        return False
    return after > place + 1 or not _is_quota(items, place)


def is_of_whole_plan(items: list[Item], place: int) -> bool:
    """Whether a plan, with no noun of what it is for, stands behind the percentage: "91% kế hoạch năm"."""
    if not has_plan(items, place):
        return False
    place = last_in_row(items, place)
    after = place + 2 + (items[place + 1].role == "versus")
    return (
        after >= len(items) or items[after].kind in {"punct", "period"} or items[after].low == phrase_words().assigned
    )


def _is_quota(items: list[Item], place: int) -> bool:
    """Whether the percentage is a part that is set aside of so many places: "dành 50% chỉ tiêu cho học sinh vùng cao".

    The words behind tell whom it is for, or nothing before tells what was reached: "tối đa 5% chỉ tiêu theo ngành".
    """
    words = phrase_words()
    if items[place + 1].role != "target_noun":
        return False
    following = items[place + 2] if place + 2 < len(items) else None
    if following is not None and following.low in words.quota:
        return True
    before = items[max(0, place - MOST_REACHED) : place]
    return items[place + 1].low in words.places and not any(_is_reaching(item) for item in before)


def _is_reaching(item: Item) -> bool:
    """Whether the item tells that a plan was reached or passed: "đạt", "bằng", "hoàn thành", "vượt"."""
    words = phrase_words()
    reached = item.role in {"level", "have"} and item.low != words.copula and item.low not in words.listing
    reached = reached or item.low.endswith(words.given)
    return reached or item.role in {"ratio", "up", "down", "to"} or item.low == words.complete
