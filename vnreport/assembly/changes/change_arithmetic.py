"""What the numbers of a value, its change and an earlier value tell about which of them belong together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from vnreport.assembly.changes.exceeding import EXCEEDING_RULE
from vnreport.assembly.sentences.clauses import own_period
from vnreport.assembly.sentences.drafts import Change, Draft, Figure
from vnreport.assembly.sentences.items import CHANGES, PLANS, Item, holds_phrase
from vnreport.grammar.price_pairs import is_paired_price
from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

# A multiple is rounded or cut: "gần 5 lần" of 4.76, "7 lần" of 6.66; of its last digit it may be off by so much.
MULTIPLE_SLACK = Decimal("0.6")
# By what part of the amount that its bound tells what parts two values may be less, and more.
BOUNDED = {">": (Decimal(0), Decimal("0.2")), "<": (Decimal("0.2"), Decimal(0)), "~": (Decimal("0.1"), Decimal("0.1"))}
EXACT = (Decimal(0), Decimal(0))
# The rule of "bằng 23%" with nothing named.
PLAIN_RATIO = "role.ratio"


def settle_by_arithmetic(drafts: list[Draft], before: Sequence[Draft]) -> None:
    """Moves each rate of change with an earlier value to the draft whose value it fits.

    A bracket that never closes leaves it open which figure a change behind it belongs to; the arithmetic tells: of 903
    (873, 30) "giảm 35,6% so với tháng trước (1.402)" fits 903 only. A change that fits its own draft, or none, stays.
    """
    for draft in drafts:
        for change in list(draft.changes):
            if fits_change(draft, change):
                continue
            better = next((other for other in drafts if other is not draft and fits_change(other, change)), None)
            if better is not None:
                draft.changes.remove(change)
                better.changes.append(change)
    _settle_shares(drafts, before)


def _settle_shares(drafts: list[Draft], before: Sequence[Draft]) -> None:
    """Makes a ratio to nothing named a share where a value before is the whole that the numbers tell.

    "Trong 79.400 cây đổ, công ty dựng lại 18.260 cây, bằng 23%".
    """
    for draft in list(drafts):
        change = draft.changes[-1] if draft.changes else None
        if change is None or change.rule != PLAIN_RATIO or change.sentence is not draft.sentence:
            continue
        items, wholes = draft.sentence.items, [*before, *drafts]
        ends = change.place + 1 >= len(items) or items[change.place + 1].kind == "punct"
        if ends and any(other is not draft and _is_whole(other, draft, change) for other in wholes):
            draft.changes.remove(change)
            share = Draft("share", change.place, draft.sentence, change.quantity, subject=(change.place, change.place))
            share.base, share.share_of_base = draft, True
            drafts.insert(sum(other.place < change.place for other in drafts), share)


def _is_whole(whole: Draft, draft: Draft, change: Change) -> bool:
    """Whether the draft's value is as large a part of the other's as the change says."""
    ours, theirs, rate = draft.quantity, whole.quantity, change.quantity
    if ours is None or theirs is None or rate is None or rate.kind != "percent" or ours.code != theirs.code:
        return False
    if not ours.number or not theirs.number or rate.number is None or theirs.number <= ours.number:
        return False
    if any(item.role in PLANS for item in whole.sentence.items[slice(*whole.subject)]):
        # "Kế hoạch giao 200 tỷ đồng, đã giải ngân 84 tỷ đồng, bằng 42%" is a ratio to the plan.
        return False
    return abs(ours.number / theirs.number * 100 - rate.number) <= rate.step


def join_told_twice(drafts: Sequence[Draft]) -> None:
    """Gives the rate of "từ 23 nghìn lên 32 nghìn đồng, tăng 41%" the earlier value that it agrees with: one change."""
    for draft in drafts:
        for level in [change for change in draft.changes if change.quantity is None]:
            value, earlier = draft.quantity, level.baseline_value
            if value is None or earlier is None:
                continue
            rate = next(
                (
                    change
                    for change in draft.changes
                    if change.direction == level.direction
                    and change.baseline_value is None
                    and agree(value, change, earlier)
                ),
                None,
            )
            if rate is not None:
                rate.baseline_value = earlier
                draft.changes.remove(level)


def set_value_before(drafts: Sequence[Draft]) -> None:
    """Gives a change the value told right before, where the numbers make it the earlier one: "năm 2016 nộp 15 tỷ đồng,
    năm 2017 nộp 9 tỷ đồng, giảm trên 5 tỷ đồng"."""
    for before, draft in pairwise(drafts):
        earlier, value = before.quantity, draft.quantity
        change = draft.changes[0] if draft.changes else None
        if change is None or earlier is None or value is None or change.baseline_value is not None:
            continue
        if before.role != "value" or draft.role != "value" or not _same_unit(value, earlier) or is_paired_price(value):
            continue
        items, first = draft.sentence.items, before.place + 1
        if not _parts(value, change, earlier) or holds_phrase(items[first : draft.place], phrase_words().side):
            # "mua vào 36,8 triệu đồng, bán ra 36,9 triệu đồng, tăng 0,1 triệu đồng"
            continue
        change.baseline_value = earlier
        if change.rule != EXCEEDING_RULE and _is_dated(items, before) and own_period(items, first, draft.place):
            change.origin = before


def _is_dated(items: list[Item], draft: Draft) -> bool:
    """Whether a time stands before the value in its clause, or right behind it: "năm 2016 | nộp 15 tỷ đồng"."""
    last = draft.place + 1 + (items[draft.place + 1].low in phrase_words().dating)
    return any(item.kind == "period" for item in (*items[draft.subject[0] : draft.place], items[last]))


def _parts(value: Quantity, change: Change, earlier: Quantity) -> bool:
    """Whether the amount of a change is what parts the two values, or a rate agrees with them."""
    amount, ours, theirs = change.quantity, value.number, earlier.number
    if agree(value, change, earlier):
        return not (change.direction == "times" and amount is not None and _is_beyond(value, amount, earlier))
    if amount is None or amount.number is None or ours is None or theirs is None or amount.code != value.code:
        return False
    moved = theirs - ours if change.direction == "down" else ours - theirs if change.direction == "up" else amount.step
    below, above = (part * amount.number for part in BOUNDED.get(amount.bound, EXACT))
    return amount.number - below - amount.step < moved < amount.number + above + amount.step


def _is_beyond(value: Quantity, multiple: Quantity, earlier: Quantity) -> bool:
    """Whether a value is more of the earlier one than its multiple says: 9 of 4 is not "gần gấp đôi"."""
    ours, theirs, most = value.number, earlier.number, multiple.number
    return (
        multiple.bound == "<" and ours is not None and theirs is not None and most is not None and ours > theirs * most
    )


def tells_earlier(drafts: Sequence[Draft], change: Change, figure: Figure) -> bool:
    """Whether the figure is what a value of the drafts had been before the change, by its unit and by the numbers."""
    return any(
        draft.quantity is not None
        and _same_unit(draft.quantity, figure.quantity)
        and agree(draft.quantity, change, figure.quantity)
        for draft in drafts
    )


def agree(value: Quantity, change: Change, earlier: Quantity) -> bool:
    """Whether a value, its change and an earlier value agree to a last digit of the change."""
    rate = change.quantity
    if rate is None or rate.unit is None or value.number is None or rate.number is None or not earlier.number:
        return False
    if change.direction == "times" and rate.unit.kind == "times":
        multiple = value.number / earlier.number
        return min(abs(multiple - rate.number), abs(multiple - 1 - rate.number)) <= rate.step * MULTIPLE_SLACK
    if change.direction not in CHANGES or rate.unit.kind != "percent":
        return False
    sign = 1 if change.direction == "up" else -1
    computed = (value.number - earlier.number) / earlier.number * 100 * sign
    return abs(computed - rate.number) <= rate.step


def fits_change(draft: Draft, change: Change) -> bool:
    """Whether the draft's value, the change and its earlier value agree."""
    value, earlier = draft.quantity, change.baseline_value
    return value is not None and earlier is not None and _same_unit(value, earlier) and agree(value, change, earlier)


def _same_unit(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two quantities have the same unit, or the second leaves out its own."""
    return theirs.unit is None or (ours.unit is not None and ours.unit.code == theirs.unit.code)
