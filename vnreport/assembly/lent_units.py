"""Bare figures of a list count what the figure before or behind them counts: "Bắc Ninh có 110 hộ, Hải Dương 74"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.units import is_bare_count
from vnreport.grammar.units import WORD_ROW
from vnreport.grammar.values import Quantity, Unit
from vnreport.lexicon.phrase_words import phrase_words

# Items between two figures of a list: "…, thành phố Hồng Ngự 15".
MOST_BETWEEN = 12
# Kinds of measures that a figure with decimals, or in whole thousands, takes over, and how far it may be from theirs.
MEASURED = frozenset({"measure", "money", "rate", "points"})
LEAST_LIKE, MOST_LIKE = Decimal("0.2"), Decimal(5)
# How many times the figure before a count of the same noun may be: "xử lý 169 trường hợp, phạt 102 triệu" is none.
MOST_TIMES = 1000
# The step of a figure with a scale word, which is money without more ("30 tỷ").
SCALED = Decimal(1000)


def lend_units(found: Sequence[Draft], heads: HeadFinder) -> None:
    """Gives the bare whole numbers of a sentence, in order, the counted noun of the figure before them.

    Where none is before, the one right behind gives its own. A figure with a measured noun of its own ("chỉ số …") has
    none.
    """
    for number, draft in enumerate(found[1:], 1):
        _lend(_before(found[:number], draft), draft, draft, heads)
    for draft, behind in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        _lend(behind, draft, behind, heads)


def _before(told: Sequence[Draft], draft: Draft) -> Draft:
    """The figure before the draft that no bracket shuts off: "Nhật Bản 7.105 lao động (3.402 nữ), Đài Loan | 5.210"."""
    depth = draft.sentence.items[draft.place].depth
    return next((other for other in reversed(told) if other.sentence.items[other.place].depth <= depth), told[-1])


def _lend(giver: Draft, taker: Draft, later: Draft, heads: HeadFinder) -> None:
    """Gives the taker the giver's unit, where the two are of one list; `later` is the one that stands behind."""
    quantity, unit = taker.quantity, _counted(giver) or _of_ratio(giver, taker) or _measured(giver, taker)
    if quantity is None or unit is None or taker.role != "value":
        return
    bare = is_bare_count(quantity) or _of_ratio(giver, taker) is not None
    if unit.kind == "count" and (not bare or _outgrows(quantity, giver)):
        return
    items, cue = taker.sentence.items, taker.cue
    if abs(taker.place - giver.place) > MOST_BETWEEN or heads.narrow(items, taker.subject) is not None:
        return
    if (cue is not None and heads.starts(items, cue)) or (later is giver and not _is_listed(items, taker, giver)):
        return
    if later is taker and cue is not None and items[cue].low == phrase_words().copula and _adjoins(items, giver, taker):
        # "Số em đỗ ở ba môn trong kỳ thi là | 82"
        return
    taker.quantity = replace(quantity, unit=Unit(quantity.end, quantity.end, unit.code, unit.kind, unit.row))


def _is_listed(items: Sequence[Item], first: Draft, second: Draft) -> bool:
    """Whether a comma, a semicolon or "và" and no verb stands between two figures."""
    between = items[first.place + 1 : second.place]
    joins = {",", ";", phrase_words().conjunction}
    return any(item.low in joins for item in between) and not any(
        item.role for item in between if item.low not in joins
    )


def _adjoins(items: Sequence[Item], first: Draft, second: Draft) -> bool:
    """Whether no sign and no other clause parts two figures."""
    return not any(item.kind == "punct" or item.role == "conjunction" for item in items[first.place + 1 : second.place])


def _counted(draft: Draft) -> Unit | None:
    """The counted noun of a value."""
    unit = draft.quantity.unit if draft.quantity is not None and draft.role == "value" else None
    return unit if unit is not None and unit.kind == "count" and unit.row != WORD_ROW else None


def _of_ratio(giver: Draft, taker: Draft) -> Unit | None:
    """The counted noun of a ratio, for a bare one: "Khối A có 9/9 ứng viên trúng cử; Khối B có | 4/4"."""
    first, second = giver.quantity, taker.quantity
    ratios = first is not None and second is not None and first.of is not None and second.of is not None
    unit = first.unit if first is not None and ratios else None
    return unit if unit is not None and unit.kind == "count" and second is not None and second.unit is None else None


def _measured(giver: Draft, taker: Draft) -> Unit | None:
    """The measure or money of a value, for a figure of its size: "Hà Nam 402 mm, Phủ Lý 386"."""
    first, second = giver.quantity, taker.quantity
    unit = first.unit if first is not None and giver.role == "value" else None
    if unit is None or unit.kind not in MEASURED or first is None or second is None or second.unit is not None:
        return None
    if second.hint or second.of is not None or not first.number or not second.number or second.step >= SCALED:
        return None
    if second.step >= 1 and not (first.step >= 1 and second.number % 1000 == first.number % 1000 == 0):
        return None
    return unit if LEAST_LIKE <= second.number / first.number <= MOST_LIKE else None


def _outgrows(quantity: Quantity, giver: Draft) -> bool:
    """Whether a figure with a scale word is far larger than the giver's."""
    other = giver.quantity.number if giver.quantity is not None else None
    number = quantity.number
    return bool(other and number and quantity.step >= SCALED and number > other * MOST_TIMES)
