"""Arithmetic that a text allows: growth against both values, parts against their sum, averages against totals.

A check may say `consistent`, `inconsistent` or nothing. Printed figures are rounded or cut, so each stands for an
interval of one last digit to either side; a verdict of `inconsistent` needs the intervals to miss each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from vnreport.assembly.sentences.drafts import Change, Draft
from vnreport.grammar.values import Period, Quantity
from vnreport.records.decimals import plain
from vnreport.records.models import Check

HUNDRED = Decimal(100)
# How far a figure marked "khoảng", "hơn", "gần" may be from the exact one before it contradicts it.
SLACK = Decimal("0.1")
Interval = tuple[Decimal, Decimal]


def find_checks(drafts: Sequence[Draft]) -> dict[int, list[Check]]:
    """The checks by the place of their draft in `drafts`; drafts without any are left out."""
    found: dict[int, list[Check]] = {}
    places = {id(draft): place for place, draft in enumerate(drafts)}
    for place, draft in enumerate(drafts):
        checks = _growths(draft)
        if place:
            checks += _daily_average(drafts[place - 1], draft)
            checks += _ratio_share(drafts[place - 1], draft)
        if checks:
            found.setdefault(place, []).extend(checks)
    for parent, parts in _breakdowns(drafts):
        for check in _sums(parent, parts):
            found.setdefault(places[id(parent)], []).append(check)
    return found


def _verdict(right: bool, /) -> Literal["consistent", "inconsistent"]:
    return "consistent" if right else "inconsistent"


def _interval(quantity: Quantity) -> Interval | None:
    """The stretch of true values that the printed figure may stand for; None for ranges."""
    number = quantity.number
    if number is None:
        return None
    slack = quantity.step
    if quantity.bound != "=":
        slack = max(slack, abs(number) * SLACK)
    return number - slack, number + slack


def _growths(draft: Draft) -> list[Check]:
    """Each rate of change against the value and the earlier value, given or implied by an absolute change."""
    value = draft.quantity
    if value is None or value.number is None:
        return []
    found = []
    for change in draft.changes:
        amount = change.quantity
        if amount is None or amount.number is None or change.direction not in {"up", "down"}:
            continue
        earlier = change.baseline_value.number if change.baseline_value is not None else None
        if amount.unit is not None and value.unit is not None and earlier is not None:
            found += _difference(value, value.number, earlier, amount, amount.number, change.direction)
        if amount.unit is None or amount.unit.kind != "percent" or (value.unit and value.unit.kind == "percent"):
            continue
        if earlier is None:
            earlier = _implied(draft, change)
        if earlier is None or earlier <= 0:
            continue
        found.append(_growth(value, value.number, earlier, amount, amount.number, change.direction))
    return found


def _difference(
    value: Quantity, number: Decimal, earlier: Decimal, amount: Quantity, change: Decimal, direction: str
) -> list[Check]:
    """The check of an absolute change, in the value's own kind of unit, against both values."""
    if amount.unit is None or value.unit is None or amount.unit.kind != value.unit.kind:
        return []
    if amount.unit.kind not in {"count", "money", "measure"} or amount.bound != "=" or value.bound != "=":
        return []
    computed = number - earlier if direction == "up" else earlier - number
    right = abs(computed - change) <= amount.step + value.step
    return [Check(kind="difference", verdict=_verdict(right), stated=plain(change), computed=plain(computed))]


def _growth(
    value: Quantity, number: Decimal, earlier: Decimal, amount: Quantity, rate: Decimal, direction: str
) -> Check:
    """The check of one rate."""
    sign = 1 if direction == "up" else -1
    computed = (number - earlier) / earlier * HUNDRED * sign
    slack = amount.step + (value.step / earlier * HUNDRED) * 2
    if amount.bound != "=" or value.bound != "=":
        slack = max(slack, abs(rate) * SLACK + HUNDRED * SLACK * (value.bound != "="))
    return Check(
        kind="growth",
        verdict=_verdict(abs(computed - rate) <= slack),
        stated=plain(rate),
        computed=plain(_rounded(computed, amount.step)),
    )


def _implied(draft: Draft, change: Change) -> Decimal | None:
    """The earlier value that an absolute change beside the rate implies: "giảm 58 vụ (giảm 28,7%)"."""
    value = draft.quantity
    if value is None or value.number is None or value.unit is None:
        return None
    for other in draft.changes:
        amount = other.quantity
        if other is change or amount is None or amount.number is None or amount.unit is None:
            continue
        if amount.unit.code == value.unit.code and other.baseline_period == change.baseline_period:
            if value.bound != "=" or amount.bound != "=":
                return None
            return value.number - amount.number if other.direction == "up" else value.number + amount.number
    return None


def _rounded(number: Decimal, step: Decimal) -> Decimal:
    """`number` at the step of the figure that it is compared with, at most two decimals finer."""
    return number.quantize(min(step, Decimal("0.1")) if step <= 1 else Decimal(1))


def _breakdowns(drafts: Sequence[Draft]) -> list[tuple[Draft, list[Draft]]]:
    """Every parent with its parts of the same unit, where there are at least two."""
    parts: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.parent is not None and draft.quantity is not None:
            parts.setdefault(id(draft.parent), []).append(draft)
    return [(draft, parts[id(draft)]) for draft in drafts if len(parts.get(id(draft), ())) > 1]


def _sums(parent: Draft, parts: list[Draft]) -> list[Check]:
    """Whole counts against the sum of their bracketed parts, and shares against 100."""
    whole = parent.quantity
    shares = [part.quantity for part in parts if part.role == "share"]
    found = _shares([share for share in shares if share is not None])
    if whole is None or whole.number is None or whole.unit is None or whole.bound != "=" or parent.role == "share":
        return found
    same = [
        part.quantity
        for part in parts
        if part.quantity is not None and part.quantity.unit is not None and part.quantity.unit.code == whole.unit.code
    ]
    numbers = [quantity.number for quantity in same if quantity.number is not None and quantity.bound == "="]
    if len(numbers) < 2 or len(numbers) != len(same):
        return found
    total = sum(numbers, Decimal(0))
    slack = whole.step + sum((quantity.step for quantity in same), Decimal(0))
    if all(quantity.step == 1 for quantity in (*same, whole)):
        slack = Decimal(0)
    if abs(total - whole.number) <= slack:
        found.append(Check(kind="sum", verdict="consistent", stated=plain(whole.number), computed=plain(total)))
    elif total > whole.number + slack:
        found.append(Check(kind="sum", verdict="inconsistent", stated=plain(whole.number), computed=plain(total)))
    return found


def _shares(shares: list[Quantity]) -> list[Check]:
    """Shares of one whole against 100 %."""
    numbers = [share.number for share in shares if share.number is not None]
    if len(numbers) < 2:
        return []
    total = sum(numbers, Decimal(0))
    slack = sum((share.step for share in shares), Decimal(0))
    if abs(total - HUNDRED) <= slack:
        return [Check(kind="shares", verdict="consistent", stated="100", computed=plain(total))]
    return []


def _daily_average(before: Draft, draft: Draft) -> list[Check]:
    """A daily average against the total before it, over the days of their period."""
    total, average = before.quantity, draft.quantity
    if total is None or average is None or total.number is None or average.number is None:
        return []
    items = draft.sentence.items
    if not any(item.role == "per_day" for item in items[max(0, draft.place - 8) : draft.place]):
        return []
    days = _days(before.period)
    if days is None or total.unit is None or average.unit is None or total.unit.code != average.unit.code:
        return []
    computed = total.number / days
    interval = _interval(average)
    if interval is None:
        return []
    slack = total.step / days
    right = interval[0] - slack <= computed <= interval[1] + slack
    return [
        Check(
            kind="average",
            verdict=_verdict(right),
            stated=plain(average.number),
            computed=plain(computed.quantize(Decimal(1)) if computed > 100 else computed.quantize(Decimal("0.01"))),
        )
    ]


def _days(period: Period | None) -> int | None:
    if period is None or period.first is None or period.last is None:
        return None
    return (period.last - period.first).days + 1


def _ratio_share(before: Draft, draft: Draft) -> list[Check]:
    """A share that restates the ratio before it: "34/63 địa phương, tương đương 54%"."""
    ratio, share = before.quantity, draft.quantity
    if draft.role != "share" or ratio is None or ratio.of is None or ratio.number is None or not ratio.of:
        return []
    if share is None or share.number is None or draft.sentence is not before.sentence:
        return []
    computed = ratio.number / ratio.of * HUNDRED
    verdict = _verdict(abs(computed - share.number) <= share.step)
    return [
        Check(kind="ratio", verdict=verdict, stated=plain(share.number), computed=plain(_rounded(computed, share.step)))
    ]
