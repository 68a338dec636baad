"""The month that prices are told of, though the average of the months up to it was told last."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.origins import FROM_LIST
from vnreport.assembly.timing.period_roles import tells_prices
from vnreport.assembly.timing.standings import Standing
from vnreport.lexicon.phrase_words import phrase_words

# What a month stands in for.
AVERAGE = "average"


def month_of_prices(draft: Draft, lasting: Standing | None) -> Standing | None:
    """The month behind an average for a draft of prices: "Bình quân 5 tháng, CPI tăng 2,1%. | Giá gạo giảm 0,4%".

    What stands for all others.
    """
    if lasting is None or lasting.month is None:
        return lasting
    if not tells_prices(draft.sentence.items, draft.place) and not _counts_groups(draft):
        return lasting
    if _is_of_index(draft):
        draft.inherited["month"] = AVERAGE
    return lasting.month


def is_of_average(draft: Draft) -> bool:
    """Whether a baseline of the sentence before is that of an average, and the draft a group of the month's index."""
    return draft.inherited.get("month") == AVERAGE and draft.inherited.get("baseline") == FROM_LIST


def _is_of_index(draft: Draft) -> bool:
    """Whether the draft is named by a price index: "CPI nhóm giao thông"."""
    return draft.indicator is not None and draft.indicator.text.lower().startswith(phrase_words().consumer_prices)


def _counts_groups(draft: Draft) -> bool:
    """Whether the sentence counts groups of goods before the figure: "2 nhóm hàng giảm: bưu chính giảm | 0,1%"."""
    priced = phrase_words().priced
    return any(
        item.quantity is not None and item.quantity.code in priced for item in draft.sentence.items[: draft.place]
    )
