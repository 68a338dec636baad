"""Levels of an earlier time right behind the one that something moved to: "tăng lên 61%, trong khi năm 2015 là 52%"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vnreport.assembly.changes.bare_changes import moved_to
from vnreport.assembly.sentences.drafts import BaselineDraft, Change, Draft
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.grammar.values import SAME_PERIOD

# Roles of items that may stand beside the time between the two levels.
LEADING = PASSING | {"level", "have", "conjunction"}


def set_times_before(drafts: Sequence[Draft]) -> None:
    """Gives each level that something moved to the change from that of an earlier time, told behind it."""
    for level, other in pairwise(drafts):
        direction = moved_to(level)
        if not direction or level.changes or not _moved_from(level, other, direction):
            continue
        items = level.sentence.items
        time = next((item for item in items[level.place + 1 : other.place] if item.kind == "period"), None)
        if time is not None:
            change = Change(direction, None, level.place, "role.time.before", baseline_value=other.quantity)
            change.origin, change.baseline = (
                other,
                BaselineDraft("period", time.period, time.start, time.end, "baseline.time.before"),
            )
            level.changes.append(change)


def _moved_from(level: Draft, other: Draft, direction: str) -> bool:
    """Whether the second level is of another time alone, and on the side that the move came from."""
    ours, theirs = level.quantity, other.quantity
    if ours is None or theirs is None or other.role != "value" or other.changes or ours.code != theirs.code:
        return False
    if ours.number is None or theirs.number is None or ours.number == theirs.number:
        return False
    between = level.sentence.items[level.place + 1 : other.place]
    times = [item for item in between if item.kind == "period"]
    return len(times) == 1 and (ours.number > theirs.number) == (direction == "up") and all(map(_leads, between))


def _leads(item: Item) -> bool:
    """Whether nothing but a time, a comma and what leads to a level stands there."""
    dated = item.period is not None and item.period.shape != SAME_PERIOD
    return dated or item.low in {",", ";"} or item.role in LEADING
