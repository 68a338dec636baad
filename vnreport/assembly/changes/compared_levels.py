"""Levels that another figure is set against: "giảm mạnh so với mức 81.500 tấn của năm trước"."""

from __future__ import annotations

from vnreport.assembly.changes.beyond_levels import FORESEEN, is_beyond, is_foreseen_by, is_named
from vnreport.assembly.changes.earlier_values import VERSUS_RULE, is_far, is_like
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import CHANGES, PASSING, PLANS, Item, holds_phrase
from vnreport.assembly.sentences.moved_levels import leads_to_level
from vnreport.grammar.values import PERCENTS, SAME_PERIOD, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Cues that name the other level themselves: "vượt xa con số 9 tỷ của hãng kia".
SURPASSING = {"above": "up", "below": "down"}
# Roles of items that may stand between "so với" and the level: "so với chỉ tiêu được giao là 80%".
LEADING = frozenset({"soft", "aux", "tense", "level", "target", "target_noun", "estimate", "forecast", "instead"})
# Words between "so với" and the level; more name another thing that is compared.
MOST_WORDS = 3
# Words of a sentence's opening "So với tổng số xe bán cùng kỳ chỉ gần 700 chiếc,".
MOST_OPENING = 10
# Words of a noun of its own before "so với".
FEWEST_OWN = 3
# Words that name the level in between: "gấp 21 lần con số lỗ 3 tỷ đồng".
MOST_NAMED = 2
# Items between a level and "so với quý trước là" behind it, which another follows.
MOST_BEHIND_LEVEL = 10
# Words between a plan's noun and its figure: "kế hoạch vốn đầu tư công được giao".
MOST_OF_PLAN = 6


def compared_level(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The figure of a quantity that is what a change is measured against, or None."""
    start = before.place + 1 if before is not None else 0
    opener = opener_of(items, start, place)
    if opener is None and (told_at := _told_at(items, place, quantity, before)) is not None:
        return Figure(place, quantity, "baseline_value", VERSUS_RULE, told_at)
    if opener is not None:
        return _versus(items, place, quantity, before, opener)
    multiple = multiple_before(items, place)
    # "gấp đôi | ngưỡng quy định | 3%", "gấp 2 lần mức 800 nghìn lượt | của năm 2022"
    of_multiple = multiple is not None and (
        holds_phrase(items[multiple + 1 : place], phrase_words().norm) or is_named(items, place)
    )
    if before is not None and before.role == "change" and (of_multiple or _is_plan(items, before.place + 1, place)):
        return Figure(place, quantity, "baseline_value", VERSUS_RULE)
    told = _told_of_other(items, place, quantity, before) or _plan_level(items, place, quantity, before)
    if told is not None:
        return told
    for index in range(place - 1, start - 1, -1):
        item = items[index]
        if item.role in SURPASSING and all(between.role in LEADING for between in items[index + 1 : place]):
            return Figure(place, quantity, "baseline_value", "role.baseline.beyond", index, SURPASSING[item.role])
        if item.role == "from" and before is not None and before.role == "value" and _ends_move(items, before, index):
            direction = "down" if items[before.cue or 0].low.startswith(phrase_words().fall) else "up"
            return Figure(place, quantity, "baseline_value", "role.baseline.beyond", index, direction)
        moved = moved_before(items, index) if item.role == "from" and before is not None else None
        if moved is not None and before is not None:
            return _from(items, place, quantity, before, moved)
        if is_beyond(items, index) or is_foreseen_by(items, index, place):
            return Figure(place, quantity, "baseline_value", "role.baseline.beyond", index, item.role)
        if _is_above_earlier(items, place, index, before):
            return Figure(place, quantity, "baseline_value", "role.baseline.beyond", index, item.role)
        if item.role not in LEADING and item.kind != "word":
            return None
    return None


def _is_above_earlier(items: list[Item], place: int, index: int, before: Figure | None) -> bool:
    """Whether a comparative leads over a noun to the level of another time: "thấp hơn mức lỗ | 9 tỷ của năm trước"."""
    quantity, words = items[place].quantity, phrase_words()
    if before is None or quantity is None or before.role != "value" or quantity.code not in {"", before.quantity.code}:
        return False
    if items[index].role not in CHANGES or not items[index].low.endswith(words.more):
        return False
    named = any(item.role not in PASSING for item in items[index + 1 : place])
    behind = items[place + 1 : place + 3]
    dated = len(behind) > 1 and behind[0].low == words.of and behind[1].kind == "period"
    return named and dated and not any(item.role in PLANS for item in items[index:place])


def multiple_before(items: list[Item], place: int) -> int | None:
    """The index of the multiple or percentage that is of the level at `place`: "gấp 2,5 lần mức 800 nghìn lượt"."""
    index, words, named = place - 1, phrase_words(), 0
    while index >= 0 and named <= MOST_NAMED:
        item = items[index]
        if item.kind != "word" and item.role != "soft" and item.role not in PLANS:
            break
        named += item.kind == "word" and item.low not in words.figure_noun
        index -= 1
    between = items[index + 1 : place]
    if named and not (between and (between[0].low in words.figure_noun or holds_phrase(between, words.norm))):
        return None
    quantity = items[index].quantity if 0 <= index < place - 1 else None
    unit = quantity.unit if quantity is not None else None
    return index if unit is not None and unit.kind in {"times", "percent"} else None


def opener_of(items: list[Item], start: int, place: int) -> int | None:
    """The index of the "so với" that leads straight to the quantity at `place`, or None."""
    words = 0
    dated = levelled = False
    for index in range(place - 1, start - 1, -1):
        item = items[index]
        if item.role == "versus":
            if index == 0 and levelled:
                return index if words <= MOST_OPENING else None
            most = MOST_OF_PLAN if items[index + 1].role in PLANS else MOST_WORDS
            return index if words <= most and not dated else None
        if item.kind == "word":
            words += 1
        elif item.kind == "period":
            dated = True
        elif item.role not in LEADING and not _is_growth_named(items, index, levelled=levelled):
            return None
        levelled = levelled or item.role in {"level", "aux"}
    return None


def _is_growth_named(items: list[Item], index: int, *, levelled: bool) -> bool:
    """Whether the verb right behind an opening "so với mức" names the growth whose rate a level verb tells further on:
    "So với mức | tăng | của năm 2018 là 12%, …"."""
    return levelled and index == 1 and items[0].role == "versus" and items[index].role in CHANGES


def _told_at(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> int | None:
    """The "so với" behind which a level is that of the time that the one before is set against: "4,5%, so với | quý
    trước là | 3,6%", "84 vụ so với | cùng kỳ | 76 vụ"; None for other figures."""
    if before is None or place - before.place > MOST_BEHIND_LEVEL or before.role not in {"value", "share"}:
        return None
    last = place - (items[place - 1].role == "level" or items[place - 1].low in phrase_words().short_sum)
    mention = items[last - 1].period
    if mention is None or items[last - 2].role != "versus" or before.quantity.code != quantity.code:
        return None
    near = items[place - 1].role == "level" and not is_far(before.quantity, quantity)
    return last - 2 if near or mention.shape == SAME_PERIOD else None


def _is_named_apart(items: list[Item], last: int, opener: int) -> bool:
    """Whether a noun of its own stands between a comma and "so với": "tăng 4%, | tổng vốn đầu tư so với GDP 31%"."""
    for index in range(opener - 1, last, -1):
        if items[index].low in {",", ";"}:
            return opener - index > FEWEST_OWN
        if items[index].kind != "word":
            return False
    return False


def _versus(items: list[Item], place: int, quantity: Quantity, before: Figure | None, opener: int) -> Figure | None:
    """A level behind "so với": of the change that stands before it, or one that a bare "giảm mạnh" opens."""
    kind = quantity.kind
    if kind == "pp" or (opener and kind == "times"):
        return None
    start = before.place + 1 if before is not None else 0
    bare = opener - 1
    while bare >= start and (items[bare].role in PASSING or items[bare].low in phrase_words().half):
        bare -= 1
    direction = items[bare].role if bare >= start and items[bare].role in CHANGES else ""
    levelled = direction and (_is_of_level(items, opener, place) or is_foreseen_by(items, bare, place))
    if before is None and not levelled and any(item.role in PLANS for item in items[opener:place]):
        return None
    if before is not None and direction and not is_named(items, place) and is_far(before.quantity, quantity):
        # "đạt 92%, cao hơn so với mức chung 11%"
        return None
    if before is not None and before.role == "change" and not direction:
        apart = _is_named_apart(items, before.place, opener)
        return None if apart else Figure(place, quantity, "baseline_value", VERSUS_RULE, opener)
    planned = items[place - 1].low == phrase_words().copula and items[opener + 1].role in PLANS
    if before is not None and direction and items[bare].low.endswith(phrase_words().more):
        # "tăng 3,2%, cao hơn so với dự báo 3,1%", "cao hơn so với lần trước là 3,1%"
        told = items[opener + 1].role in FORESEEN or items[place - 1].low == phrase_words().copula
        planned = planned or (told and is_like(before.quantity, quantity, direction))
    if kind in PERCENTS and not is_named(items, place) and not _is_of_level(items, opener, place) and not planned:
        return None
    rule, cue = ("beyond", bare) if direction else ("versus", opener)
    return Figure(place, quantity, "baseline_value", f"role.baseline.{rule}", cue, direction)


def _is_of_level(items: list[Item], opener: int, place: int) -> bool:
    """Whether "mức" stands between "so với" and the level: "tăng nhẹ so với mức 2,2%"."""
    noun = phrase_words().level_noun
    return any(noun in item.low.split(" ") for item in items[opener:place])


def _plan_level(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The plan that a rate of its size is set against: "tăng 2,2%, thấp hơn mục tiêu đề ra 3%"; else an amount.

    Or the level that was foreseen for a value: "đạt 8 tỷ USD, vượt mức dự báo 7 tỷ USD".
    """
    if before is None or before.quantity.code != quantity.code:
        return None
    if quantity.kind != "percent" and (before.role != "value" or not quantity.code):
        return None
    planned = False
    for index in range(place - 1, before.place, -1):
        item = items[index]
        if item.role in CHANGES:
            if not planned or not is_like(before.quantity, quantity, item.role):
                return None
            return Figure(place, quantity, "baseline_value", "role.baseline.beyond", index, item.role)
        planned = planned or item.role in FORESEEN
        if quantity.kind != "percent" and item.role not in LEADING:
            return None
        if item.kind in {"quantity", "punct"} or item.role in {"versus", "share", "ratio"}:
            return None
    return None


def _told_of_other(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The level of what a change is against, behind "là": "gấp 3 lần mức chung là 2,3%", "thấp hơn dự toán là 64%".

    Behind "hơn" it is an amount unless it is in the unit of the value before, on its other side and of its size.
    """
    words = phrase_words()
    noted = items[place - 1].low == "(" and place + 1 < len(items) and items[place + 1].low == ")"
    noted = noted and before is not None and _is_of_level(items, before.place + 1, place)
    if before is None or not (noted or items[place - 1].low == words.copula):
        return None
    between = items[before.place + 1 : place - 1]
    plain = all(item.kind == "word" or item.role in {"soft", "level"} for item in between)
    if before.direction == "times" and between and between[0].low in words.figure_noun and plain:
        return Figure(place, quantity, "baseline_value", VERSUS_RULE)
    goes_on = not noted and before.role == "change" and all(item.role != "conjunction" for item in between)
    if not (before.role == "value" or goes_on) or before.quantity.code != quantity.code:
        return None
    ours, theirs = before.quantity.number, quantity.number
    for index in range(place - 2, before.place, -1):
        item = items[index]
        if item.role == "versus":
            return _versus(items, place, quantity, before, index)
        if item.role in CHANGES and (item.low.endswith(words.more) or item.low.startswith(words.passing)):
            if not ours or not theirs or (ours > theirs) != (item.role == "up") or is_far(before.quantity, quantity):
                return None
            return Figure(place, quantity, "baseline_value", "role.baseline.beyond", index, item.role)
        if item.kind == "quantity" or item.low in {",", ";"}:
            return None
    return None


def _is_plan(items: list[Item], start: int, place: int) -> bool:
    """Whether nothing but a plan stands in the range: "đạt 34% dự toán là 108 tỷ đồng", "92% kế hoạch năm (105 tỷ)"."""
    if start >= place or items[start].role not in PLANS:
        return False
    words = sum(item.kind == "word" for item in items[start:place])
    return words <= MOST_OF_PLAN and all(
        item.kind in {"word", "period"} or item.role in LEADING or (item.low == "(" and index == place - 1)
        for index, item in enumerate(items[start:place], start)
    )


def _ends_move(items: list[Item], before: Figure, origin: int) -> bool:
    """Whether only the level of a move stands right before "từ": "giảm xuống 96 USD từ 124 USD"."""
    cue = items[before.cue] if before.cue is not None else None
    between = items[before.place + 1 : origin]
    return (
        cue is not None and cue.role == "to" and all(item.role == "soft" or item.kind == "period" for item in between)
    )


def moved_before(items: list[Item], place: int) -> int | None:
    """The index of the verb of change before an item, with soft words between ("giảm mạnh | từ"); None without one."""
    index = place - 1
    while index > 0 and items[index].role == "soft":
        index -= 1
    return index if index >= 0 and items[index].role in CHANGES else None


def _from(items: list[Item], place: int, quantity: Quantity, before: Figure, cue: int) -> Figure | None:
    """ "Có 19 vụ, giảm từ 33 vụ của năm trước": the earlier value of the figure before."""
    if not is_named(items, place) or before.role not in {"value", "share"} or leads_to_level(items, place):
        return None
    return Figure(place, quantity, "baseline_value", "role.baseline.beyond", cue, items[cue].role)
