"""When an earlier rate was that another one is set against."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft
from vnreport.grammar.calendar import same_period_before
from vnreport.grammar.values import SAME_PERIOD, Period, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# Items before an earlier rate among which its year stands: "năm 2013 | tăng | 1,8%".
YEAR_REACH = 8


def period_behind(draft: Draft) -> PeriodMention | None:
    """The period right behind an earlier rate: "cao hơn mức tăng 4% | của quý 1"; None for none or "cùng kỳ"."""
    items, index, words = draft.sentence.items, draft.place + 1, phrase_words()
    while index < len(items) and (items[index].low == words.of or items[index].low in words.dating):
        index += 1
    mention = items[index].period if index < len(items) else None
    return None if mention is None or mention.shape == SAME_PERIOD else mention


def earlier_period(draft: Draft, own: Period) -> Period:
    """When an earlier rate was, beside one of `own`: the same time of the year told before it, else of the last year.

    "6 tháng đầu năm tăng 4%; | năm 2013 tăng | 1,8%; năm 2014 tăng 2,5%".
    """
    items, year = draft.sentence.items, None
    for item in reversed(items[max(0, draft.place - YEAR_REACH) : draft.place]):
        if item.kind == "quantity" or item.low == ";":
            break
        if item.period is not None:
            year = item.period.year if item.period.shape == "year" else None
            break
    if year is None or own.last is None or year >= own.last.year:
        return same_period_before(own)
    return same_period_before(own, own.last.year - year)
