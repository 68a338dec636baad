"""How the columns of a table go together: which compares what with what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from vnreport.assembly.tables.columns import Column
from vnreport.grammar.values import Period

Figures = Sequence[Decimal | None]
"""The numbers of a column from the top down; None where a row has none."""

INDEX_FROM = Decimal(50)
"""Changes in per cent whose middle is above this are indices: offices print 105,3 for a rise of 5,3 %.

In the tables of the training corpus every column of growth has a middle below 10, every one of indices above 90.
"""
HUNDRED = Decimal(100)

FALLS = 10
"""Where one in so many figures is below zero they are changes; a single one among indices is a slip of a sheet."""


@dataclass(slots=True)
class Comparison:
    """A column that compares, how (`change` or `ratio`), and the column of the figures compared with, None without."""

    column: Column
    direction: str
    base: Column | None


@dataclass(slots=True)
class Plan:
    """Levels to give records to, with what compares each; `alone` are comparisons that have no level."""

    levels: list[tuple[Column, list[Comparison]]] = field(default_factory=list)
    alone: list[Comparison] = field(default_factory=list)


def make_plan(
    columns: Sequence[Column],
    periods: dict[int, Period | None],
    bases: dict[int, Period | None],
    figures: dict[int, Figures],
) -> Plan:
    """The plan of a table's columns; `periods` are those of the columns, `bases` those that comparisons name."""
    levels = [column for column in columns if column.kind == "level"]
    comparing = [column for column in columns if column.kind in {"change", "ratio", "versus"}]
    found: dict[int, list[Comparison]] = {column.index: [] for column in columns if column.kind not in {"skip"}}
    plan = Plan()
    used: set[int] = set()
    for column in comparing:
        level = _level_of(column, levels, periods)
        base = None
        if level is not None:
            level, base = _with_base(column, level, levels, periods, bases)
        direction = _direction(column, level, base, figures)
        comparison = Comparison(column, direction, base)
        if level is None:
            plan.alone.append(comparison)
            continue
        if base is not None and column.baseline != "target":
            used.add(base.index)
        found[level.index].append(comparison)
    for column in columns:
        compared = found.get(column.index, [])
        if column.kind in {"level", "share", "contribution"} and (compared or column.index not in used):
            plan.levels.append((column, compared))
    return plan


def _level_of(column: Column, levels: Sequence[Column], periods: dict[int, Period | None]) -> Column | None:
    """The level that a comparison is about: the one of its own period, else the nearest on its left that is no plan."""
    able = [
        level for level in levels if not level.earlier and (level.status == "target") == (column.status == "target")
    ]
    own = periods.get(column.index) if column.own is not None else None
    if own is not None:
        same = [level for level in able if level.own is not None and _same(periods.get(level.index), own)]
        if same:
            return min(same, key=lambda level: (level.index > column.index, abs(level.index - column.index)))
    left = [level for level in able if level.index < column.index]
    if left:
        return left[-1]
    return able[0] if able else None


def _with_base(
    column: Column,
    level: Column,
    levels: Sequence[Column],
    periods: dict[int, Period | None],
    bases: dict[int, Period | None],
) -> tuple[Column, Column | None]:
    """The level and the column that it is compared with; the later of two periods is the level."""
    if column.baseline == "target":
        plans = [other for other in levels if other.status == "target"]
        return level, min(plans, key=lambda other: abs(other.index - column.index)) if plans else None
    alike = [other for other in levels if other is not level and other.status != "target" and _alike(other, level)]
    named = bases.get(column.index)
    if named is not None:
        match = next((other for other in alike if _same(periods.get(other.index), named)), None)
        if match is not None:
            return level, match
        if _same(periods.get(level.index), named):
            later = [other for other in alike if _is_before(periods.get(level.index), periods.get(other.index))]
            return (later[0], level) if later else (level, None)
        return level, None
    if column.own is None and not column.base:
        later = [
            other for other in alike
            if other.index < column.index and _is_before(periods.get(level.index), periods.get(other.index))
        ]  # fmt: skip
        if later:
            return later[-1], level
    earlier = [
        other for other in alike if other.earlier or _is_before(periods.get(other.index), periods.get(level.index))
    ]
    return level, min(earlier, key=lambda other: abs(other.index - level.index)) if earlier else None


def _alike(one: Column, other: Column) -> bool:
    """Whether two levels measure the same at different times: their own words and units do not differ."""
    same_unit = one.unit is None or other.unit is None or one.unit.unit.code == other.unit.unit.code
    return same_unit and (not one.name or not other.name or one.words == other.words)


def _is_before(one: Period | None, other: Period | None) -> bool:
    """Whether one period is an earlier one of about the same length."""
    if one is None or other is None or one.last is None or other.last is None or one.last >= other.last:
        return False
    if one.first is None or other.first is None:
        return one.first is None and other.first is None
    lengths = (one.last - one.first).days, (other.last - other.first).days
    return abs(lengths[0] - lengths[1]) <= 3


def _same(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and (one.first, one.last) == (other.first, other.last)


def _direction(column: Column, level: Column | None, base: Column | None, figures: dict[int, Figures]) -> str:
    """`change` or `ratio`, by the header, both levels where they are printed, and the size of the figures."""
    numbers = [number for number in figures.get(column.index, ()) if number is not None]
    if column.kind == "ratio" or not numbers:
        return "ratio" if column.kind == "ratio" else "change"
    if column.unit is not None and column.unit.unit.code != "%":
        return "change"
    if FALLS * sum(number < 0 for number in numbers) >= len(numbers):
        return "change"
    if level is not None and base is not None:
        vote = _vote(figures[level.index], figures[base.index], figures[column.index])
        if vote:
            return "ratio" if vote > 0 else "change"
    middle = sorted(numbers)[len(numbers) // 2]
    return "ratio" if middle > INDEX_FROM else "change"


def _vote(levels: Figures, bases: Figures, rates: Figures) -> int:
    """Above zero where the rates are nearer to level/base than to its growth, below where they are further."""
    vote = 0
    for level, base, rate in zip(levels, bases, rates, strict=True):
        if level is None or base is None or rate is None or base <= 0:
            continue
        ratio = level / base * HUNDRED
        vote += 1 if abs(ratio - rate) < abs(abs(ratio - HUNDRED) - rate) else -1
    return vote
