"""Years in the name of a plan, a project or an office, which say of no figure but those told with them when it was."""

from __future__ import annotations

from collections.abc import Container

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.sentences.phrase_ends import LABEL_END
from vnreport.assembly.timing.period_events import SOURCE
from vnreport.grammar.period_frames import TERM_FRAME
from vnreport.grammar.values import Period
from vnreport.lexicon.phrase_words import phrase_words

# The shapes of a year and of a span of years, and how many items before them the noun may stand whose name they end.
YEAR, YEARS, NAME_REACH = "year", "years", 12
# Signs behind which a name does not go on.
ENDING = frozenset(",;:")


def names_programme(items: list[Item], index: int) -> bool:
    """Whether the period ends the name of a plan or an office: "kế hoạch đầu tư công trung hạn giai đoạn | 2016-2020".

    No time within which something was done: "trong giai đoạn 2016-2020, dự án có 654 km".
    """
    mention, words = items[index].period, phrase_words()
    if mention is None or mention.shape != YEARS or index == 0 or items[index - 1].low in words.dating:
        return False
    return TERM_FRAME in mention.rule or _ends_programme(items, index)


def is_due(items: list[Item], index: int, period: Period | None, opening: Container[str]) -> bool:
    """Whether the period is the year up to which a plan runs: "chiến lược phát triển thủy sản | đến năm 2030".

    None that the title or the lead (`opening`) tells of, and none of a list that the sentence announces.
    """
    mention = items[index].period
    if mention is None or mention.shape != YEAR or not mention.as_of or index == 0 or items[-1].low == LABEL_END:
        return False
    if period is not None and period.iso in opening:
        return False
    return items[index - 1].kind == "word" and _ends_programme(items, index)


def is_followed(items: list[Item], index: int, place: int) -> bool:
    """Whether the year behind the figure at `place` is that of a plan by which it came about, where a time is told
    before: "Trong tháng 2, sở rà soát 40 hộ, xóa tên 12 hộ | theo chương trình giảm nghèo | năm 2018"."""
    mention = items[index].period
    if mention is None or mention.shape != YEAR or mention.as_of or index < place:
        return False
    source = next((i for i in range(index - 1, place, -1) if items[i].role == SOURCE), None)
    if source is None or not any(item.kind == "period" for item in items[:place]):
        return False
    return items[index - 1].kind == "word" and _ends_programme(items, index)


def _ends_programme(items: list[Item], index: int) -> bool:
    """Whether the words right before the period are the name of a plan."""
    depth, first = items[index].depth, index
    while first > 0 and index - first < NAME_REACH and not _ends_name(items[first - 1], depth):
        first -= 1
    return holds_phrase([item for item in items[first:index] if item.depth <= depth], phrase_words().programme)


def is_of_programme(draft: Draft) -> bool:
    """Whether the draft's time was said by the name of a plan or an office."""
    items = draft.sentence.items
    place = next((index for index, item in enumerate(items) if item.period is draft.mention), None)
    return draft.mention is not None and place is not None and names_programme(items, place)


def _ends_name(item: Item, depth: int) -> bool:
    """Whether the name of a plan does not go on behind the item: a sign outside a bracket in it, or a time."""
    return item.depth <= depth and (item.kind == "period" or item.low in ENDING)
