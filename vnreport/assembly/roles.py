"""The role of every quantity in its sentence: value, change, baseline value, share, rank, contribution or none."""

from __future__ import annotations

from vnreport.assembly.drafts import Figure, SentenceItems
from vnreport.assembly.items import Item

SKIPPED_HINTS = frozenset({"duration", "age", "rule", "ordinal", "score"})
CHANGES = frozenset({"up", "down", "flat", "times"})
GROWTH = {"growth": "up", "fall": "down"}
# Roles of items that may stand between a cue and its amount: "tăng thêm khoảng 5%", "cao hơn năm nay là 3 tỷ".
SOFT = frozenset({"soft", "aux", "level", "pair"})
# More than this many unknown words between "tăng" and a number, and the number is no amount of the change.
MOST_WORDS_IN_AMOUNT = 6
BREAKS = frozenset(",;:.?!…")


def assign_roles(sentence: SentenceItems) -> list[Figure]:
    """The quantities of the sentence that may matter, in order, each with its role."""
    figures: list[Figure] = []
    items = sentence.items
    for place, item in enumerate(items):
        if item.quantity is None:
            continue
        before = figures[-1] if figures else None
        figure = _role(items, place, before)
        if figure.role != "none":
            figures.append(figure)
    return figures


def _role(items: list[Item], place: int, before: Figure | None) -> Figure:
    """The role of the quantity at `place`, given the figure before it."""
    quantity = items[place].quantity
    assert_quantity = quantity
    if assert_quantity is None:
        raise ValueError(f"no quantity at item {place}")
    unit = quantity.unit.kind if quantity and quantity.unit else ""
    if assert_quantity.hint in SKIPPED_HINTS:
        return Figure(place, assert_quantity, "none", f"hint.{assert_quantity.hint}")
    if assert_quantity.hint == "rank" or unit == "rank":
        return Figure(place, assert_quantity, "rank", "role.rank")
    start = before.place + 1 if before is not None else 0
    cue, growth = _nearest_cue(items, start, place, unit)
    if cue is None:
        return _uncued(items, place, before, unit)
    role = items[cue].role
    if role in CHANGES or role in GROWTH:
        return _change(items, place, cue, unit)
    if role == "ratio" or (role == "level" and _is_percent(unit) and _has_target(items, place)):
        return _ratio(items, place, cue, before, unit)
    if role == "share":
        return Figure(place, assert_quantity, "share", "role.share", cue)
    if role == "equals":
        return _equals(items, place, cue, before, unit)
    if role == "contribution" and unit in {"pp", "percent"}:
        return Figure(place, assert_quantity, "contribution", "role.contribution", cue)
    if role == "from" and _leads_to_level(items, place):
        return Figure(place, assert_quantity, "baseline_value", "role.from", cue)
    return Figure(place, assert_quantity, "value", f"role.{role}", cue)


def _is_percent(unit: str) -> bool:
    return unit in {"percent", "pp"}


def _nearest_cue(items: list[Item], start: int, place: int, unit: str) -> tuple[int | None, bool]:
    """The index of the cue that governs the quantity at `place`, looking left to `start`.

    Soft words, periods and "so với …" may stand between. A level cue governs at once, unless a noun of growth or a
    change with an entity or period stands before it ("tốc độ tăng đạt 6%", "cao hơn năm nay là 3 tỷ").
    """
    words = 0
    level: int | None = None
    index = place - 1
    depth = items[place].depth
    while index >= start:
        item = items[index]
        if item.kind == "quantity":
            break
        if item.kind == "punct":
            if item.low == "(" and item.depth == depth:
                return level, False
            if item.low in BREAKS or item.low in "()":
                return level, False
        elif item.kind == "cue":
            role = item.role
            if role in GROWTH:
                return index, True
            if role in CHANGES and words <= MOST_WORDS_IN_AMOUNT:
                if level is None:
                    return index, False
                if items[level].role in {"level"} and _is_bridge(items, index, level):
                    return index, False
                return level, False
            if role in {"level", "to", "share", "equals", "contribution", "from", "ratio"} and level is None:
                if words > 0 and role in {"from", "ratio", "equals"}:
                    words += 1
                else:
                    level = index
                    if role not in {"level"}:
                        return level, False
            elif role in {"conjunction", "part", "report"}:
                return level, False
        elif item.kind == "word":
            words += 1
            if words > MOST_WORDS_IN_AMOUNT and level is None:
                # Only a noun of growth reaches further: "tăng trưởng tín dụng toàn ngành ngân hàng đạt".
                if words > 14:
                    return None, False
        index -= 1
    return level, False


def _is_bridge(items: list[Item], change: int, level: int) -> bool:
    """Whether only a baseline stands between a change and the level cue after it: "cao hơn năm nay là"."""
    between = items[change + 1 : level]
    if not between:
        return items[level].low not in {"lên", "xuống", "còn"}
    return any(item.kind == "period" or item.role == "versus" for item in between) or all(
        item.role in SOFT for item in between
    )


def _change(items: list[Item], place: int, cue: int, unit: str) -> Figure:
    """A change, or the level that it ends at when "lên", "xuống", "còn" stands before the number."""
    quantity = items[place].quantity
    if quantity is None:
        raise ValueError(f"no quantity at item {place}")
    role = items[cue].role
    between = items[cue + 1 : place]
    if any(item.role == "from" for item in between) and _leads_to_level(items, place):
        return Figure(place, quantity, "baseline_value", "role.from", cue)
    if any(item.role == "to" for item in between):
        return Figure(place, quantity, "value", "role.to", cue)
    if any(item.role == "pair" for item in between) and not _is_percent(unit):
        return Figure(place, quantity, "value", "role.pair", cue)
    direction = GROWTH.get(role, role)
    if unit == "times" and direction == "up":
        direction = "times"
    return Figure(place, quantity, "change", f"role.change.{role}", cue, direction)


def _has_target(items: list[Item], place: int) -> bool:
    """Whether a plan or budget follows the quantity: "56% dự toán", "84% so với kế hoạch"."""
    for item in items[place + 1 : place + 6]:
        if item.role in {"target_noun", "target"}:
            return True
        if item.role == "versus" or item.kind == "word":
            continue
        return False
    return False


def _ratio(items: list[Item], place: int, cue: int, before: Figure | None, unit: str) -> Figure:
    """A ratio to a plan or an earlier period; "giảm 120 vụ, bằng 7%" gives the same change in other words."""
    quantity = items[place].quantity
    if quantity is None:
        raise ValueError(f"no quantity at item {place}")
    if not _is_percent(unit) and unit != "times":
        return Figure(place, quantity, "value", "role.level", cue)
    following = items[place + 1] if place + 1 < len(items) else None
    against = following is not None and (following.kind == "period" or following.role == "versus")
    if before is not None and before.role == "change" and not _has_target(items, place) and not against:
        return Figure(place, quantity, "change", "role.change.restated", cue, before.direction)
    return Figure(place, quantity, "change", "role.ratio", cue, "ratio")


def _equals(items: list[Item], place: int, cue: int, before: Figure | None, unit: str) -> Figure:
    """"tương đương 37,7%": the change before in other words, or a share, or the value in another unit."""
    quantity = items[place].quantity
    if quantity is None:
        raise ValueError(f"no quantity at item {place}")
    if before is not None and before.role == "change":
        return Figure(place, quantity, "change", "role.change.restated", cue, before.direction)
    return Figure(place, quantity, "share" if _is_percent(unit) else "value", "role.equals", cue)


def _leads_to_level(items: list[Item], place: int) -> bool:
    """Whether "lên", "xuống", "còn" and another quantity follow before any break: "từ 5,1% lên 6,3%"."""
    seen = False
    for item in items[place + 1 : place + 9]:
        if item.kind == "quantity":
            return seen
        if item.kind == "punct" and item.low in BREAKS:
            return False
        if item.role == "to" or item.low in {"lên", "xuống", "còn", "đến"}:
            seen = True
    return False


def _uncued(items: list[Item], place: int, before: Figure | None, unit: str) -> Figure:
    """The role of a quantity with no cue: bracketed restatements, list continuations, or a plain value."""
    quantity = items[place].quantity
    if quantity is None:
        raise ValueError(f"no quantity at item {place}")
    opened = _opens_bracket(items, place)
    if opened is not None:
        return _bracketed(items, place, opened, before, unit)
    if before is not None and before.role == "change" and _continues_list(items, before.place, place, unit):
        return Figure(place, quantity, "change", "role.change.listed", before.cue, before.direction)
    return Figure(place, quantity, "value", "role.plain")


def _opens_bracket(items: list[Item], place: int) -> int | None:
    """The index of the bracket right before the quantity at `place` (soft words may stand between), or None."""
    index = place - 1
    while index >= 0 and items[index].role in {"soft", "aux"}:
        index -= 1
    return index if index >= 0 and items[index].low == "(" else None


def _bracketed(items: list[Item], place: int, opened: int, before: Figure | None, unit: str) -> Figure:
    """A quantity that opens a bracket: a baseline's value, the same change in other words, a share, or a value."""
    quantity = items[place].quantity
    if quantity is None:
        raise ValueError(f"no quantity at item {place}")
    previous = items[opened - 1] if opened else None
    if before is not None and before.role == "change":
        versus = any(item.role == "versus" for item in items[before.place + 1 : opened])
        if previous is not None and previous.kind == "period":
            return Figure(place, quantity, "baseline_value", "role.baseline.bracket")
        if opened == before.place + 1 and not versus:
            return Figure(place, quantity, "change", "role.change.restated", before.cue, before.direction)
    if _is_percent(unit) and before is not None and before.role in {"value", "share"}:
        return Figure(place, quantity, "share", "role.share.bracket")
    return Figure(place, quantity, "value", "role.bracket")


def _continues_list(items: list[Item], last: int, place: int, unit: str) -> bool:
    """Whether "…, vận tải 9,05%" goes on with the change before it: same kind of unit, words but no verb between."""
    previous = items[last].quantity
    if previous is None or previous.unit is None or previous.unit.kind != unit or not _is_percent(unit):
        return False
    between = items[last + 1 : place]
    return bool(between) and not any(
        item.role in {"level", "have", "share", "equals", "to", "part", "target_noun"} for item in between
    )
