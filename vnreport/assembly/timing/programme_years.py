"""Years in the name of a plan, a project or an office, which say of no figure but those told with them when it was."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.grammar.period_frames import TERM_FRAME
from vnreport.lexicon.phrase_words import phrase_words

# The shape of a span of years, and how many items before it the noun may stand that it is a part of the name of.
YEARS, NAME_REACH = "years", 12
# Signs behind which a name does not go on.
ENDING = frozenset(",;:")


def names_programme(items: list[Item], index: int) -> bool:
    """Whether the period ends the name of a plan or an office: "kế hoạch đầu tư công trung hạn giai đoạn | 2016-2020".

    No time within which something was done: "trong giai đoạn 2016-2020, dự án có 654 km".
    """
    mention, words = items[index].period, phrase_words()
    if mention is None or mention.shape != YEARS or index == 0 or items[index - 1].low in words.dating:
        return False
    if TERM_FRAME in mention.rule:
        return True
    depth, first = items[index].depth, index
    while first > 0 and index - first < NAME_REACH and not _ends_name(items[first - 1], depth):
        first -= 1
    return holds_phrase([item for item in items[first:index] if item.depth <= depth], words.programme)


def is_of_programme(draft: Draft) -> bool:
    """Whether the draft's time was said by the name of a plan or an office."""
    items = draft.sentence.items
    place = next((index for index, item in enumerate(items) if item.period is draft.mention), None)
    return draft.mention is not None and place is not None and names_programme(items, place)


def _ends_name(item: Item, depth: int) -> bool:
    """Whether the name of a plan does not go on behind the item: a sign outside a bracket in it, or a time."""
    return item.depth <= depth and (item.kind == "period" or item.low in ENDING)
