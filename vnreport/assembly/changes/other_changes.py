"""Changes that are of other things than the figure before them: in another unit, for others, or of another plan."""

from __future__ import annotations

from itertools import takewhile

from vnreport.assembly.changes.price_steps import is_step
from vnreport.assembly.sentences.drafts import Change, Draft, Figure
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.topics import unit_code
from vnreport.grammar.values import AMOUNTS
from vnreport.lexicon.phrase_words import phrase_words

# Items from an amount to those that get it: what it is an amount of, and "cho".
MOST_GIVEN = 5


def is_of_others(host: Draft, figure: Figure, items: list[Item]) -> bool:
    """Whether an amount counts or measures other things than the host's value."""
    return _is_foreign(host, figure) or _counts_more(host, figure) or _is_told_apart(host, figure, items)


def is_for_others(host: Draft, figure: Figure, items: list[Item]) -> bool:
    """Whether a change is for others than the one before it: "giảm 100% cho xe buýt; giảm 50% | cho xe tải".

    A bracket may say the one before anew: "tăng 3 USD/thùng đối với xăng (5%); tăng 2 USD/thùng | đối với dầu".
    """
    depth = items[figure.place].depth
    last = next((change for change in reversed(host.changes) if items[change.place].depth <= depth), None)
    if host.quantity is not None or last is None or last.quantity is None or host.sentence.items is not items:
        return False
    if _is_opposed(last, figure, items):
        return True
    steps = is_step(last.quantity) and is_step(figure.quantity)
    same = last.direction == figure.direction and last.quantity.code == figure.quantity.code
    alike = same or (steps and {last.direction, figure.direction} <= CHANGES)
    if alike and all(_is_of_plan(items, place) for place in (last.place, figure.place)):
        return True
    return alike and all(_is_for_some(items, place) for place in (last.place, figure.place))


def _is_opposed(last: Change, figure: Figure, items: list[Item]) -> bool:
    """Whether "nhưng" sets a fall against a rise that would be measured alike, so of others: "giảm 27 biên chế so với
    năm 2014 nhưng tăng | 7 biên chế ở huyện đảo"."""
    opposite = last.direction in CHANGES and figure.direction in CHANGES and last.direction != figure.direction
    if not opposite or last.quantity is None or last.quantity.code != figure.quantity.code or figure.cue is None:
        return False
    between, behind = items[last.place + 1 : figure.cue], items[figure.place + 1 :]
    clause = list(takewhile(lambda item: item.kind != "punct", behind))
    told = any(item.kind in {"period", "quantity"} or item.role == "versus" for item in clause)
    return any(item.low in phrase_words().opposed for item in between) and not told and bool(clause)


def _is_for_some(items: list[Item], place: int) -> bool:
    """Whether words behind an amount say for whom it is, with what they get in between: "30% | giá vé cho học sinh"."""
    words, behind = phrase_words(), items[place + 1 : place + 1 + MOST_GIVEN]
    if behind and behind[0].low in words.topic | words.whom:
        return True
    given = list(takewhile(lambda item: item.kind == "word" and item.low not in words.whom | words.topic, behind))
    led = behind[len(given)].low if len(given) < len(behind) else ""
    return led in (words.whom | words.topic) - {words.about, words.companion}


def _is_of_plan(items: list[Item], place: int) -> bool:
    """Whether a ratio is to the plan of something named: "105% | kế hoạch doanh thu"."""
    following = items[place + 1 : place + 3]
    return len(following) > 1 and following[0].role == "target_noun" and following[1].kind == "word"


def _is_told_apart(host: Draft, figure: Figure, items: list[Item]) -> bool:
    """Whether a change counts other things than the sentence before: "có 234 lãnh đạo. | Ngoài ra giảm 113 đơn vị"."""
    if host.sentence.items is items or host.quantity is None or host.quantity.kind != "count":
        return False
    ours, theirs = f"{unit_code(host)} ", f"{figure.quantity.code} "
    named = figure.place + 1 < len(items) and items[figure.place + 1].kind == "word"
    apart = not ours.startswith(theirs) and not theirs.startswith(ours)
    return figure.quantity.kind == "count" and named and apart


def _is_foreign(host: Draft, figure: Figure) -> bool:
    """Whether an amount is in a unit of another kind than the value: "11.000 khách hàng … giảm 1.800 MW"."""
    own, theirs = host.quantity, figure.quantity
    return own is not None and own.kind in AMOUNTS and theirs.kind in AMOUNTS and own.kind != theirs.kind


def _counts_more(host: Draft, figure: Figure) -> bool:
    """Whether a change counts more of other things than there are: "219 vụ; cắt giảm | 22.323 biên chế"."""
    ours, theirs = host.quantity, figure.quantity
    if ours is None or ours.kind != "count" or theirs.kind != "count" or ours.number is None or theirs.number is None:
        return False
    return theirs.number > ours.number and ours.code != theirs.code
