"""Changes in per cent that no verb of change stands before: "GDP quý II đạt 5,6%", "tăng mạnh (38%)"."""

from __future__ import annotations

from vnreport.assembly.changes.compared_levels import moved_before
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import CHANGES, PLANS, Item
from vnreport.assembly.sentences.scope_words import has_capital, phrase_size
from vnreport.grammar.values import PERCENTS, PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# An index of so many per cent or more is a level, not a growth.
WHOLE = 100
# Items of a total of the economy with the place that it is of.
_LONGEST_TOTAL = 12
# Items of what is raised: "nâng | mức hỗ trợ tiền ăn cho trẻ mầm non | thêm".
_LONGEST_MOVED = 14
# Items from a rise to the comma that ends it: "tăng | ba lần trong tháng 2 |,".
_LONGEST_RISE = 5
# Items between a total of the economy and its level: periods and words like "ước".
_PASSED = frozenset({"soft", "aux", "tense", "estimate", "forecast", "level"})


def untold_change(items: list[Item], place: int, quantity: Quantity, cue: int) -> Figure | None:
    """The change that a level in per cent of a total of the economy is ("GDP đạt 6,5%"), or None.

    An index to the base of the year before is a level: "CPI đạt 103,2%".
    """
    if quantity.number is not None and quantity.number >= WHOLE:
        return None
    return Figure(place, quantity, "change", "role.change.total", cue, "up") if _is_of_total(items, cue) else None


def bracketed_change(items: list[Item], place: int, quantity: Quantity, opened: int) -> Figure | None:
    """The change that a percentage in a bracket is, right behind a verb of change: "tăng mạnh nhất (38%)"; or None."""
    behind = opened
    while behind > 1 and (items[behind - 1].kind == "period" or items[behind - 1].low in phrase_words().dating):
        behind -= 1
    moved = moved_before(items, behind)
    if moved is None:
        return None
    return Figure(place, quantity, "change", f"role.change.{items[moved].role}", moved, items[moved].role)


def added_change(
    items: list[Item], place: int, quantity: Quantity, before: Figure | None, cue: int | None
) -> Figure | None:
    """ "91 tỷ đồng, thêm 4,4%": a rise of the value before; "giá điện thêm 8%", with no part of a whole; "nâng giá vé
    thêm 20 đồng"; or None."""
    index = place - 1
    while index > 0 and items[index].role == "soft" and items[index].low != phrase_words().added:
        index -= 1
    if index < 1 or items[index].low != phrase_words().added:
        return None
    if items[index - 1].low not in {",", "("}:
        moved = _mover(items, index, quantity, told=cue is not None)
        if moved:
            return Figure(place, quantity, "change", "role.change.added", index, moved)
        raised = quantity.kind in PERCENTS and items[index - 1].kind == "word" and cue is None
        raised = raised and _ends_amount(items, place + 1)
        return Figure(place, quantity, "change", "role.change.added", index, "up") if raised else None
    kind = quantity.kind
    if kind in PRICES and items[index - 1].low == "," and _ends_bare_rise(items, index - 1, before):
        return Figure(place, quantity, "change", "role.change.added", index, "up")
    if before is None or before.role not in {"value", "change"}:
        return None
    kinds = {kind, before.quantity.kind}
    if kind not in PERCENTS and len(kinds) > 1 and not kinds <= PRICES:
        return None
    return Figure(place, quantity, "change", "role.change.added", index, "up")


def _ends_bare_rise(items: list[Item], comma: int, before: Figure | None) -> bool:
    """Whether a rise without an amount, or told by how often, ends at the comma: "giá bạc tăng sốc, | thêm 2 triệu",
    "giá gạo tăng ba lần trong tháng, | thêm 2.000 đồng"."""
    often = before is not None and before.quantity.kind == "times"
    for index in range(comma - 1, max(-1, comma - 1 - _LONGEST_RISE), -1):
        item = items[index]
        if item.role == "up":
            return True
        if item.kind == "quantity" and often:
            continue
        if item.kind not in {"word", "period"} and item.role not in {"soft", "conjunction"}:
            return False
    return False


def _mover(items: list[Item], added: int, quantity: Quantity, *, told: bool) -> str:
    """Which way a verb moves what stands between it and "thêm": "nâng giá bán đô la | thêm", "tăng thuế đối với xăng |
    thêm"; "" for none.

    A count is what "tăng" alone adds to: no "nâng cấp | thêm | 30 phòng". With `told` a cue governs the amount: then
    a plain verb before a price counts, or whom it concerns.
    """
    words, index, verb = phrase_words(), added - 1, (*phrase_words().rise, *phrase_words().fall)
    while index > max(0, added - _LONGEST_MOVED) and items[index].low not in verb:
        if items[index].kind != "word" and items[index].low not in words.topic:
            break
        index -= 1
    plain = items[index].low in verb and items[index].kind == "word"
    moves = plain and (quantity.kind in PRICES or (not told and quantity.kind != "count"))
    concerned = any(item.low in words.topic for item in items[index:added])
    moves = moves or (items[index].role in CHANGES and (concerned or not told))
    if not moves or index == added - 1:
        return ""
    return "down" if items[index].role == "down" or items[index].low in words.fall else "up"


def _ends_amount(items: list[Item], behind: int) -> bool:
    """Whether a sign, a time or "so với" follows an amount, and no whole that it is of ("thêm 10% mức đóng")."""
    if behind >= len(items):
        return True
    item, words = items[behind], phrase_words()
    return item.kind in {"punct", "period"} or item.role == "versus" or item.low in words.dating | words.scene


def _is_of_total(items: list[Item], cue: int) -> bool:
    """Whether nothing but a period or the place that it is of stands between a total of the economy and its level:
    "tổng sản phẩm của tỉnh (GRDP) | đạt", "GRDP tỉnh An Hoà quý I | đạt"."""
    last = cue
    while last > 0 and (items[last - 1].role in _PASSED or items[last - 1].kind == "period"):
        last -= 1
    for index in range(last - 1, max(-1, last - 1 - _LONGEST_TOTAL), -1):
        size = phrase_size(items, index, last, phrase_words().total_product)
        if size and _is_place(items[index + size : last]) and _opens(items, index):
            return True
        if not _may_name(items[index]):
            return False
    return False


def _may_name(item: Item) -> bool:
    """Whether the item can stand in the name of a total: a word, a period, a bracket, "trên" of "trên địa bàn"."""
    return item.kind in {"word", "period"} or item.role == "soft" or item.low in {"(", ")"}


def _is_place(named: list[Item]) -> bool:
    """Whether the words are those of a place, or none."""
    words = phrase_words()
    if not all(map(_may_name, named)):
        return False
    placed = {"(", words.of, *words.place, *words.preposition}
    return not named or named[0].low in placed or any(map(has_capital, named))


def _opens(items: list[Item], index: int) -> bool:
    """Whether the item opens a clause, or ends a noun of growth."""
    words = phrase_words()
    if index == 0 or items[index - 1].kind in {"punct", "period"} or items[index - 1].role in {"conjunction", *PLANS}:
        return True
    return items[index - 1].low in words.growth_noun | words.told_noun
