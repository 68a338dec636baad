"""Periods whose words end before a figure, so are none of its: in brackets, before a semicolon, behind "sau khi"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import GROWING, Item, holds_phrase
from vnreport.assembly.timing.period_brackets import dates_aside, is_explanation
from vnreport.assembly.timing.period_choices import opens_clause
from vnreport.assembly.timing.standings import is_relative
from vnreport.lexicon.phrase_words import phrase_words

# Shapes of times that what stands behind a semicolon may be of too.
LASTING = frozenset({"year", "years", "half", "quarter", "month", "months"})
# How many items of a clause may hold the words that it opens with.
OPENING = 2


def is_shut_off(items: list[Item], index: int, place: int, *, listed: bool) -> bool:
    """Whether the period stands in words of its own that end before the figure at `place`.

    So do one in a bracket that was closed ("A (4 làn xe, năm 2019), B (2 làn xe)"), one behind the figures of what a
    semicolon ends ("… vượt kỷ lục năm 2024; kể cả quay lại là 297 nghìn") but not in a list that goes on (`listed`: of
    targets, or told by "lần lượt"), one in a clause of what came before ("sau khi đạt đỉnh năm 2014, xưởng bán 6 tấn"),
    and one that is only compared with ("khởi sắc hơn quý I với 6,2%").
    """
    if index > place or is_explanation(items, index) or dates_aside(items, index, place):
        return False
    depth = items[index].depth
    if any(item.depth < depth for item in items[index + 1 : place]) or _is_surpassed(items, index):
        return True
    signs = {item.low for item in items[index + 1 : place] if item.kind == "punct" and item.depth <= depth}
    ended = ";" in signs and _is_behind_figures(items, index)
    mention = items[index].period
    if ended and mention is not None and is_relative(mention):
        return True
    if opens_clause(items, index):
        return False
    if ended and not (listed or _lists_on(items, index)):
        return True
    return "," in signs and _tells_before(items, index)


def _is_surpassed(items: list[Item], index: int) -> bool:
    """Whether the period is what something is more than: "hơn quý I", no "hơn 9 tháng qua"."""
    mention = items[index].period
    if index == 0 or mention is None or mention.count is not None:
        return False
    return items[index - 1].low.rpartition(" ")[2] == phrase_words().more


def _is_behind_figures(items: list[Item], index: int) -> bool:
    """Whether a figure stands before the period between it and the last semicolon, and no "vào" or "trong"."""
    if items[index - 1].low in phrase_words().dating:
        return False
    start = next((i + 1 for i in range(index - 1, -1, -1) if items[i].low == ";"), 0)
    return any(item.kind == "quantity" for item in items[start:index])


def _tells_before(items: list[Item], index: int) -> bool:
    """Whether the clause of the period opens with what came before the figure's: "Sau khi …"."""
    start = next((i + 1 for i in range(index - 1, -1, -1) if items[i].kind == "punct"), 0)
    return holds_phrase(items[start : min(start + OPENING, index)], phrase_words().time_clause)


def _lists_on(items: list[Item], index: int) -> bool:
    """Whether a time as long as a month that a figure of its clause has is told for the list that goes on behind it.

    "đón 2 triệu lượt khách năm 2018; thực hiện 9.000 chuyến bay", no "…, dự kiến xong năm 2019; …" nor "…, vượt kỷ lục
    năm 2024 …; …".
    """
    mention = items[index].period
    before = next(i for i in range(index - 1, -1, -1) if items[i].kind == "quantity")
    between = items[before + 1 : index]
    if mention is None or mention.as_of or mention.shape not in LASTING:
        return False
    if any(item.role in GROWING for item in between):
        return False
    end = next((i for i in range(index, len(items)) if items[i].low == ";"), len(items))
    parted = any(item.low == "," for item in between)
    return not parted or any(item.kind == "quantity" for item in items[index:end])
