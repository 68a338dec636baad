"""Figures of every year, day, hour or shift, which are of no shorter time that a text tells of."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.timing.period_lengths import SHORTEST_YEAR, is_day, length_of
from vnreport.assembly.timing.period_roles import is_yearless
from vnreport.assembly.timing.time_frames import LONGEST_YEAR, TimeFrame
from vnreport.lexicon.phrase_words import phrase_words

# Items before and behind a figure among which stands that it is of every year.
YEARLY_BEFORE, YEARLY_BEHIND = 10, 4


def is_of_longer(draft: Draft, frame: TimeFrame) -> bool:
    """Whether the draft is of every year, and a shorter time stands, or one year before "mỗi năm"; or of every day or
    hour, and one day stands."""
    if draft.status != "actual" or frame.lasting is None:
        return False
    period = frame.lasting.period
    if is_day(period) and is_regular(draft):
        return True
    length = length_of(period)
    if length >= SHORTEST_YEAR:
        return length <= LONGEST_YEAR and _opens_yearly(draft)
    return length > 0 and is_yearly(draft)


def is_usual(items: list[Item], index: int) -> bool:
    """Whether a part of a year is told of as one of every year: "số ca thường tăng vào tháng 4 và | tháng 9"."""
    mention = items[index].period
    if mention is None or not is_yearless(mention) or mention.shape == "day":
        return False
    begin = next((place + 1 for place in range(index - 1, -1, -1) if items[place].kind in {"punct", "quantity"}), 0)
    return holds_phrase(items[begin:index], phrase_words().usual)


def is_regular(draft: Draft) -> bool:
    """Whether the figure is of every day, hour or shift: "mỗi ngày tiếp nhận 200 hồ sơ", "1.200 lít một ca"."""
    items, place, regular = draft.sentence.items, draft.place, phrase_words().regular
    before = clause_before(items[max(0, place - YEARLY_BEFORE) : place])
    return holds_phrase(before, regular) or holds_phrase(_clause(items[place + 1 : place + 1 + YEARLY_BEHIND]), regular)


def is_yearly(draft: Draft) -> bool:
    """Whether the figure is of every year: "mỗi năm thu 800 tỷ đồng", "10 triệu tấn/năm", no interest."""
    unit = draft.quantity.unit if draft.quantity is not None else None
    if unit is not None and unit.code.endswith("/a") and not unit.code.startswith("%"):
        return True
    behind = _clause(draft.sentence.items[draft.place + 1 : draft.place + 1 + YEARLY_BEHIND])
    return _opens_yearly(draft) or holds_phrase(behind, phrase_words().yearly)


def _opens_yearly(draft: Draft) -> bool:
    """Whether the words before the figure tell that it is of every year: "mỗi năm thu | 800 tỷ đồng"."""
    before = draft.sentence.items[max(0, draft.place - YEARLY_BEFORE) : draft.place]
    return holds_phrase(clause_before(before), phrase_words().yearly)


def _clause(items: list[Item]) -> list[Item]:
    """The items up to the first sign or figure."""
    end = next((index for index, item in enumerate(items) if item.kind in {"punct", "quantity"}), len(items))
    return items[:end]


def clause_before(items: list[Item]) -> list[Item]:
    """The items at the end of `items` that are of one clause, in their order."""
    return _clause(items[::-1])[::-1]
