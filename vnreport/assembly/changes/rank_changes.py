"""Changes of ranks: "xếp thứ 20, cải thiện 4 bậc so với năm trước (thứ 24)"."""

from __future__ import annotations

from vnreport.assembly.changes.signed_changes import PLUS
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.moved_levels import leads_to_level
from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Items between steps and the bracket that tells the earlier rank: their baseline.
MOST_BETWEEN = 10
# The signs before steps.
SIGNS = frozenset("+-–−")
# The role of "hạng", "vị trí thứ" before a rank.
RANKING = "ranking"
# Items between "từ" and the rank: "từ | vị trí thứ | 30".
MOST_NAMED = 3


def earlier_rank(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The rank in a bracket behind steps and their baseline: "tăng 14 bậc so với năm 2022 (vị trí | 35)"; or None."""
    if before is None or before.role != "change" or before.quantity.code not in phrase_words().rank_step:
        return None
    opened = next((index for index in range(place - 1, before.place, -1) if items[index].low == "("), None)
    if opened is None or opened - before.place > MOST_BETWEEN:
        return None
    baseline = items[before.place + 1 : opened]
    told = any(item.role == "versus" for item in baseline) or any(item.period for item in items[opened:place])
    if not told or any(item.kind == "punct" for item in baseline):
        return None
    return Figure(place, quantity, "baseline_value", "role.baseline.bracket", direction=before.direction)


def left_rank(items: list[Item], place: int, quantity: Quantity) -> Figure | None:
    """The rank from which one moved to another: "từ vị trí | 51 | lên vị trí 18"; or None."""
    cue = place - 1
    while cue > max(0, place - MOST_NAMED) and (items[cue].kind == "word" or items[cue].role == RANKING):
        cue -= 1
    if cue < 0 or items[cue].role != "from" or not leads_to_level(items, place):
        return None
    return Figure(place, quantity, "baseline_value", "role.from", cue)


def signed_steps(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The steps that a sign behind a rank in a bracket tells: "Huế (21, | -6)"; or None."""
    if before is None or before.role != "rank" or place != before.place + 3:
        return None
    comma, sign = items[before.place + 1 : place]
    if comma.low != "," or sign.low not in SIGNS or quantity.code not in phrase_words().rank_step:
        return None
    return Figure(place, quantity, "change", "role.change.signed", None, "up" if sign.low == PLUS else "down")
