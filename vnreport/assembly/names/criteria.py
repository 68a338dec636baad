"""What those counted have to reach, told with a figure behind the noun: "4 bộ | đạt dưới 83%", "3 xã | chi trên 9%"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.grammar.values import OPEN_BOUNDS, PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a name by such a limit.
CRITERION_RULE = "indicator.counted.criterion"
# Items between the noun and the figure, and of the words behind a percentage that go with it.
LONGEST_CLAUSE = 8
LONGEST_WHOLE = 5
# Roles of cues behind which the figure is of something else, or of all those counted.
OTHERS = frozenset({"conjunction", "part", "cause", "versus", "report", "share", "equals", "then", "pair", "ratio"})
# The digits of a round sum.
ROUND = frozenset({(1,), (2,), (3,), (5,)})
WHOLE = 100


def criterion_end(text: str, items: list[Item], place: int) -> int | None:
    """The end of the words that tell, with a figure, which things the quantity at `place` counts; None without.

    A figure with a limit tells a class: "9 mặt hàng | cán mốc trên 1 tỷ USD", "88 nước | có mức thuế từ 12% đến 25%".
    """
    words = phrase_words()
    last = min(place + LONGEST_CLAUSE + 2, len(items))
    for index in range(place + 1, last):
        item = items[index]
        if item.kind in {"punct", "period"} or item.role in OTHERS or item.depth != items[place].depth:
            return None
        if item.low in words.of_all:
            # "9 hộ | với tổng số nợ trên 1 tỷ đồng": of all those counted together.
            return None
        quantity = item.quantity
        if quantity is None:
            continue
        scored = index == place + 1 and quantity.kind == "points"
        if not scored and not _is_limit(text[item.start : quantity.start].lower().split(), quantity):
            return None
        stop = right_stop(items, index) if quantity.kind in PERCENTS else index + 1
        return stop if stop - index <= LONGEST_WHOLE else index + 1
    return None


def _is_limit(bound: list[str], quantity: Quantity) -> bool:
    """Whether the figure, said with the words of a bound before it, tells a class of things."""
    words = phrase_words()
    limited = any(word in words.limit for word in bound)
    if quantity.code in words.criterion:
        return True
    if quantity.kind == "count":
        return False
    if quantity.kind in PERCENTS and quantity.low is None:
        return quantity.code == "%" and (quantity.bound in OPEN_BOUNDS or quantity.number == WHOLE)
    if quantity.low is not None:
        return limited
    number = quantity.number
    return limited and number is not None and number.normalize().as_tuple().digits in ROUND


def told_by_limit(naming: Naming, noun: str) -> Phrase | None:
    """Those counted with the limit that was told of them before: "hộ có doanh thu dưới 500 triệu đồng là | 812 hộ"."""
    draft, items, before = naming.draft, naming.items, naming.before
    if before is None or draft.cue is None or items[draft.cue].role != "level" or before.role != "value":
        return None
    first = before.subject[0]
    while first < before.place and items[first].kind == "punct":
        first += 1
    if any(item.kind == "punct" for item in items[before.place + 1 : draft.cue]):
        return None
    opener = first + (items[first].low in phrase_words().counter)
    told = " ".join(item.low for item in items[opener : before.place])
    if not told.startswith(f"{noun.lower()} ") or phrase_words().have not in told.split():
        return None
    return phrase_of(draft, items, (first, before.place + 1), CRITERION_RULE)
