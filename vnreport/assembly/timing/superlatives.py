"""Periods that only say among what a figure is highest or lowest: "cao nhất kể từ năm 2015", "thấp nhất hiện nay"."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import PAST_YEARS
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.timing.period_brackets import is_explanation
from vnreport.lexicon.phrase_words import phrase_words

# How many items before a span may stand the "nhất" that it bounds.
SUPERLATIVE_REACH = 5
# How many items before the time of the most or the least may stand its "nhất".
EXTREME_REACH = 4


def is_superlative_bound(items: list[Item], index: int) -> bool:
    """Whether the period only bounds a superlative: "cao nhất trong 5 năm trở lại đây"."""
    return any(item.low.endswith(phrase_words().superlative) for item in items[max(0, index - 2) : index])


def is_of_extreme(items: list[Item], index: int) -> bool:
    """Whether the period is the one in which most or least was told: "Nhiều nhất là vào | đêm 30 Tết | với 32 ca"."""
    before = items[max(0, index - EXTREME_REACH) : index]
    first = next((place for place, item in enumerate(before) if item.low.endswith(phrase_words().superlative)), None)
    return first is not None and any(item.low == phrase_words().copula for item in before[first:])


def bounds_superlative(items: list[Item], index: int) -> bool:
    """Whether a span without an end of its own only bounds a superlative: "cao nhất kể từ năm 2015", but "tuần nóng
    nhất, từ 11/5 đến 17/5"."""
    mention = items[index].period
    if mention is None or not (mention.open_end or mention.shape == "interval" or mention.unit == PAST_YEARS):
        return False
    if is_explanation(items, index) or (mention.shape == "interval" and items[index - 1].low == ","):
        return False
    before = " ".join(item.low for item in items[max(0, index - SUPERLATIVE_REACH) : index])
    return any(f"{bound} " in f" {before} " for bound in phrase_words().bounded)


def ranks_now(items: list[Item], index: int) -> bool:
    """Whether "hiện nay" only tells among whom the figure before it is the highest: "còn 1,4%, thấp nhất hiện nay"."""
    mention = items[index].period
    if mention is None or mention.shape != "now" or mention.as_of:
        return False
    if index + 1 < len(items) and items[index + 1].kind != "punct":
        return False
    for item in reversed(items[:index]):
        if item.kind in {"punct", "quantity", "period"}:
            return False
        if item.low.endswith(phrase_words().superlative):
            return True
    return False
