"""Baselines of price indices: the month before, which the groups of an index keep to all through a text."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.drafts import BaselineDraft, Change, Draft
from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import SAME_PERIOD
from vnreport.lexicon.phrase_words import phrase_words

# The rule of the month before that a price index is set against, which holds for its groups: growths without a value.
PRICES_RULE = "baseline.prices"
# Months of a year.
MONTHS = 12


def of_prices(changes: list[tuple[Change, Draft]], own: dict[int, BaselineDraft]) -> BaselineDraft | None:
    """The "tháng trước" that a price index is set against among other times, which its groups keep to; or None."""
    for change, draft in changes:
        baseline = own.get(change.place)
        monthly = baseline is not None and (is_month(baseline) or _is_month_before(draft.sentence.items, baseline))
        if baseline is not None and monthly and is_price(draft):
            return replace(baseline, rule=PRICES_RULE)
    return None


def _is_month_before(items: list[Item], baseline: BaselineDraft) -> bool:
    """Whether a baseline is the month before one that the sentence tells of: "tháng 1-2019 … so với tháng 12-2018"."""
    mention = baseline.mention
    if mention is None or mention.shape != "month" or mention.month is None:
        return False
    coming = mention.month % MONTHS + 1
    return any(
        item.period is not None and item.period.shape == "month" and item.period.month == coming for item in items
    )


def is_price(draft: Draft) -> bool:
    """Whether the draft is named as a price or an index of prices."""
    named = draft.indicator.text.lower().split() if draft.indicator is not None else []
    return any(word in phrase_words().price_index for word in named)


def passes(baseline: BaselineDraft, held: BaselineDraft | None) -> bool:
    """Whether a year-on-year baseline of one change only passes beside the "so với tháng trước" of a list."""
    if held is None or held.mention is None or baseline.mention is None:
        return False
    return baseline.mention.shape == SAME_PERIOD and (is_month(held) or held.rule == PRICES_RULE)


def is_month(baseline: BaselineDraft | None) -> bool:
    """Whether a baseline is the month before, which a list keeps behind "và tăng 3% so với cùng kỳ" of its whole."""
    mention = baseline.mention if baseline is not None else None
    if mention is None or mention.month == 12:
        # "so với tháng 12 năm trước"
        return False
    return mention.unit == "month" or (mention.shape == "month" and mention.year is None)
