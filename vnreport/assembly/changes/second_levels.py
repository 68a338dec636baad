"""Second levels behind one "so với": "so với mức 51 (mua vào) và 53 (bán ra)", "so với 3% cuối năm 2016 và 2%"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnreport.assembly.changes.compared_levels import opener_of
from vnreport.assembly.changes.earlier_values import is_far
from vnreport.assembly.changes.figure_baselines import dated
from vnreport.assembly.sentences.drafts import BaselineDraft, Change, Draft, Figure, SentenceItems
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.phrases import is_side
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.grammar.values import PERCENTS, PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a second level behind one "so với".
SECOND_RULE = "role.baseline.second"
# Items from one level to the next: "9,1 triệu đồng/lượng | hôm qua".
_MOST_BETWEEN = 8


def second_level(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The figure of a level that "và" joins to the one that "so với" leads to, or None."""
    if before is None or before.role != "baseline_value" or before.place != first_level(items, place):
        return None
    return Figure(place, quantity, "baseline_value", SECOND_RULE, before.cue, before.direction)


def first_level(items: list[Item], place: int) -> int | None:
    """The index of the level behind "so với" that the one at `place` is joined to, or None.

    Both are prices or rates of one size, or both of a side of a trade or of a time: "3,7% | cuối quý II và 4,6% | đầu
    năm".
    """
    joined = place - 1
    while joined > 0 and items[joined].low in phrase_words().figure_noun:
        joined -= 1
    if joined < 0 or items[joined].low != phrase_words().conjunction:
        return None
    first = next((index for index in range(joined - 1, -1, -1) if items[index].kind == "quantity"), None)
    ours, theirs = (None if at is None else items[at].quantity for at in (place, first))
    if first is None or ours is None or theirs is None or ours.code != theirs.code:
        return None
    between = items[first + 1 : joined]
    if opener_of(items, 0, first) is None or any(item.low in {",", ";"} for item in between):
        return None
    told = (_is_sided(items, first) and _is_sided(items, place)) or (dated(items, first) and dated(items, place))
    plain = len(between) <= _MOST_BETWEEN and all(item.kind in {"word", "period"} for item in between)
    alike = ours.kind in {*PERCENTS, *PRICES} and not is_far(theirs, ours)
    return first if told or (plain and alike) else None


def second_time(items: list[Item], place: int) -> BaselineDraft | None:
    """The time of a second level, told behind it: "so với 3,7% cuối quý II và 4,6% | hồi đầu năm"; None for no such."""
    first = first_level(items, place)
    timed = first is not None and not _is_sided(items, place) and dated(items, first) is not None
    return dated(items, place) if timed else None


def set_second(figure: Figure, drafts: Sequence[Draft], sentence: SentenceItems) -> None:
    """Gives the second level to the change or the price that it is of; a growth told once for both sides keeps one."""
    items = sentence.items
    host = next((draft for draft in reversed(drafts) if draft.changes and draft.changes[-1].baseline_value), None)
    if host is None:
        return
    change, before = host.changes[-1], drafts[drafts.index(host) - 1] if drafts.index(host) else None
    if second_time(items, figure.place) is not None:
        host.changes.append(replace(change, place=figure.place, rule=SECOND_RULE, baseline_value=figure.quantity))
    elif len(host.changes) > 1 and host.changes[-2].baseline_value is None:
        # "tăng 30.000 đồng chiều mua và giảm 20.000 đồng chiều bán so với mức 51 và | 53 triệu đồng"
        host.changes[-2].baseline_value, change.baseline_value = change.baseline_value, figure.quantity
    elif host.quantity is not None and before is not None and not before.changes and _is_other_side(before, host):
        said = next((item.role for item in items[host.place : figure.place] if item.role in CHANGES), "")
        before.changes.append(_set_against(before, change, change.baseline_value, said))
        host.changes[-1] = _set_against(host, change, figure.quantity, said)


def _set_against(draft: Draft, change: Change, level: Quantity | None, said: str) -> Change:
    """The change with the level and its direction: the one said, else what the two numbers tell."""
    ours = draft.quantity.number if draft.quantity is not None else None
    theirs = level.number if level is not None else None
    told = change.direction if ours is None or theirs is None or ours == theirs else "up" if ours > theirs else "down"
    return replace(change, direction=said or told, baseline_value=level)


def _is_other_side(before: Draft, host: Draft) -> bool:
    """Whether two prices of one unit can be the two sides of a trade."""
    ours, theirs = before.quantity, host.quantity
    return ours is not None and theirs is not None and ours.kind in PRICES and ours.code == theirs.code


def _is_sided(items: list[Item], place: int) -> bool:
    """Whether the words right behind a price tell its side: "37 triệu đồng | chiều bán ra", "37 triệu (bán ra)"."""
    index = place + 1
    while index < len(items) and items[index].low in phrase_words().place:
        index += 1
    return index < len(items) and is_side(items, index)


def side_bracket_end(items: list[Item], place: int) -> int:
    """The index of the end of a bracket at `place` that only tells the side of a trade: "37 | (bán ra)"; else -1."""
    size = phrase_size(items, place + 1, len(items), phrase_words().side) if items[place].low == "(" else 0
    end = place + 1 + size
    return end if size and end < len(items) and items[end].low == ")" else -1
