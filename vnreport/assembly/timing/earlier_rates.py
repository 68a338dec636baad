"""When an earlier rate was that another one is set against."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft
from vnreport.grammar.values import SAME_PERIOD, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words


def period_behind(draft: Draft) -> PeriodMention | None:
    """The period right behind an earlier rate: "cao hơn mức tăng 4% | của quý 1"; None for none or "cùng kỳ"."""
    items, index, words = draft.sentence.items, draft.place + 1, phrase_words()
    while index < len(items) and (items[index].low == words.of or items[index].low in words.dating):
        index += 1
    mention = items[index].period if index < len(items) else None
    return None if mention is None or mention.shape == SAME_PERIOD else mention
