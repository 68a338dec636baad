"""The day of a change of prices that is told by the day since which the new ones hold."""

from __future__ import annotations

from datetime import date

from vnreport.assembly.changes.price_steps import is_step
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import GROWING, Item, holds_phrase
from vnreport.grammar.calendar import day_period
from vnreport.grammar.values import Period, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words


def day_of_step(draft: Draft, period: Period | None, reference: date | None) -> Period | None:
    """The past day since which a price holds, for what tells only by how much it was raised or cut then; else the
    period: "từ 15h ngày 2/4, giá xăng tăng 1.370 đồng/lít", but "giảm thuế 300 đồng/lít từ ngày 1/4"."""
    mention = draft.mention
    if period is None or mention is None or draft.quantity is not None or not draft.changes:
        return period
    if mention.start > draft.sentence.items[draft.place].start or not all(is_step(c.quantity) for c in draft.changes):
        return period
    return _day_since(period, mention, reference) or period


def day_of_changes(items: list[Item], index: int, period: Period, reference: date | None) -> Period:
    """The past day since which prices rose or fell, for a sentence without figures that tells of it; else the period.

    "Kể từ 17h ngày 2/4, giá các loại xăng đã đồng loạt tăng mạnh."
    """
    mention, behind = items[index].period, items[index + 1 :]
    if mention is None or not any(item.role in GROWING for item in behind):
        return period
    if not holds_phrase(behind, (phrase_words().price,)) or not holds_phrase(behind, phrase_words().past):
        return period
    return _day_since(period, mention, reference) or period


def _day_since(period: Period, mention: PeriodMention, reference: date | None) -> Period | None:
    """The day on which an open period began, if it is past; None for other periods."""
    if period.first is None or period.last is not None or mention.shape != "day" or reference is None:
        return None
    return day_period(period.first) if period.first < reference else None
