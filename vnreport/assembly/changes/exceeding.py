"""By how much a figure is beyond or short of what was planned: "đạt 5 tỷ đồng, vượt 12%", "31 người, thiếu 2 người"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import PASSING, PLANS, Item, bound_words, holds_phrase
from vnreport.grammar.unit_rows import PEOPLE
from vnreport.grammar.values import PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

EXCEEDING_RULE = "role.change.exceeding"
# The rule of how many times a norm was passed, which is of no year.
PASSED_RULE = "role.change.exceeding.norm"
# Items from the verb that passes a norm to how many times: "vượt mức quy chuẩn môi trường tới".
MOST_OF_NORM = 8
# The bound row of "vượt", and the part of a value that what it is beyond by is at most.
EXCEED_ROW, LARGEST_PART = "over.exceed", Decimal("0.5")


def exceeding(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The change that "vượt" or "thiếu" tells right behind the value before, or in a list of such; None for a level."""
    short = items[place - 1].low in phrase_words().short if place else False
    fold = quantity.kind == "times" and EXCEED_ROW not in quantity.rules
    norm = _norm_passed(items, place) if fold else None
    if norm is not None:
        figure = _figure(place, replace(quantity, bound="=") if norm == place else quantity, "times")
        return replace(figure, cue=None if norm == place else norm, rule=PASSED_RULE)
    if not short and EXCEED_ROW not in quantity.rules:
        return None
    first = place - 1 if short else place
    if first and items[first - 1].role == "pair" and quantity.kind in PERCENTS and not short:
        return replace(_figure(place, quantity, "up"), paired=0)
    if quantity.kind == "times" and not short:
        return _figure(place, quantity, "times")
    if short and first and items[first - 1].kind == "word" and _is_short_of_plan(items, place):
        named = next((index + 1 for index in range(first - 1, -1, -1) if items[index].kind != "word"), 0)
        return replace(_figure(place, quantity, "down"), cue=first, named=(named, first))
    if before is None or before.role != "value" or not first:
        return None
    turning = phrase_words().turning
    between = [item for item in items[before.place + 1 : first] if item.role not in PASSING and item.low != turning]
    if not between or between[-1].low not in {",", "(", phrase_words().conjunction}:
        return None
    if any(item.kind not in {"word", "period"} and item.low != "," for item in between[:-1]):
        return None
    compared = place + 1 < len(items) and items[place + 1].role == "versus"
    if quantity.kind in PERCENTS:
        fits = compared if short else before.quantity.kind not in PERCENTS
    else:
        fits = _is_part(quantity, before.quantity)
    if short and quantity.code != before.quantity.code and not _are_people(quantity, before.quantity):
        # "18 nghìn học sinh, thiếu 120 lớp học", but "290 người trúng cử, thiếu 5 đại biểu"
        fits = fits and compared
    cue = place - 1 if short else None
    return replace(_figure(place, quantity, "down" if short else "up"), cue=cue) if fits else None


def _is_short_of_plan(items: list[Item], place: int) -> bool:
    """Whether a group has so many fewer than planned, told there or at the next of its list: "phụ nữ thiếu | 4 người,
    trẻ tuổi thiếu 7 người so với dự kiến"."""
    quantity, words = items[place].quantity, phrase_words()
    if quantity is None or quantity.code not in words.befallen:
        return False
    for index in range(place + 1, len(items) - 1):
        item, further = items[index], items[index].quantity
        if item.role == "versus":
            return items[index + 1].role in {*PLANS, "forecast"}
        if further is not None and (further.code != quantity.code or items[index - 1].low not in words.short):
            return False
        if item.kind not in {"word", "punct", "quantity"}:
            return False
    return False


def _norm_passed(items: list[Item], place: int) -> int | None:
    """The item before which a norm was passed so many times: "| vượt ngưỡng 3 lần", "| vượt mức cho phép tới 5 lần"."""
    words = phrase_words()
    if bound_words(items, place)[:1] == [words.passing]:
        return place
    index = place - 1
    while index >= 0 and place - index <= MOST_OF_NORM and items[index].kind in {"word", "cue"}:
        if items[index].low.partition(" ")[0] == words.passing:
            return index if holds_phrase(items[index:place], words.norm) else None
        index -= 1
    return None


def _figure(place: int, quantity: Quantity, direction: str) -> Figure:
    bound = "=" if EXCEED_ROW in quantity.rules else quantity.bound
    return Figure(place, replace(quantity, bound=bound), "change", EXCEEDING_RULE, None, direction)


def _are_people(*quantities: Quantity) -> bool:
    """Whether all of them count people."""
    return all(quantity.unit is not None and quantity.unit.row.startswith(PEOPLE) for quantity in quantities)


def _is_part(quantity: Quantity, whole: Quantity) -> bool:
    """Whether the amount is small beside the value, and of its kind."""
    ours, theirs = quantity.number, whole.number
    if ours is None or not theirs or quantity.kind != whole.kind or quantity.kind == "":
        return False
    return (quantity.kind == "count" or quantity.code == whole.code) and ours <= theirs * LARGEST_PART
