"""Months in which something is decided or begun, which no figures of later sentences are of."""

from __future__ import annotations

from vnreport.assembly.sentences.futures import FUTURE_ROW
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.timing.period_choices import opens_clause
from vnreport.lexicon.phrase_words import phrase_words

# Shapes of such times.
DEED_TIMES = frozenset({"month", "quarter", "half"})


def dates_deed(items: list[Item], index: int) -> bool:
    """Whether a month within a clause only tells when something was or will be decided or begun.

    "được cấp phép bay lần đầu vào tháng 11/2014", "sẽ trình Quốc hội vào tháng 10".
    """
    mention = items[index].period
    if mention is None or mention.shape not in DEED_TIMES or opens_clause(items, index):
        return False
    begin = next((i + 1 for i in range(index - 1, -1, -1) if items[i].kind == "punct"), 0)
    clause = items[begin:index]
    return any(item.row == FUTURE_ROW for item in clause) or holds_phrase(clause, phrase_words().enacted)
