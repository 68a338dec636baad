"""Whether a baseline that was said of other figures can be that of a figure without one."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import BaselineDraft, Draft
from vnreport.assembly.sentences.origins import FROM_BODY, FROM_LIST, FROM_SENTENCE, FROM_SENTENCE_BEHIND
from vnreport.assembly.timing.period_lengths import is_month, length_of
from vnreport.assembly.timing.price_months import is_of_average
from vnreport.assembly.timing.time_frames import LONGEST_YEAR
from vnreport.grammar.values import SAME_PERIOD, Period

# A sum over more days than a month is set against no day that another figure is, nor a span so many times its own.
LONGEST_OF_MONTH, MOST_UNLIKE = 31, 1.3
# How a baseline came from other figures, so may be of another period: "so với tháng trước; 2 tháng tăng 18%".
CARRIED = frozenset({FROM_LIST, FROM_SENTENCE, FROM_SENTENCE_BEHIND, FROM_BODY})


def is_of_others(draft: Draft, baseline: BaselineDraft, period: Period | None) -> bool:
    """Whether the baseline, which is of `period` seen from the draft, was carried to it from figures of other times."""
    carried = draft.inherited.get("baseline")
    if carried in {FROM_LIST, FROM_BODY} and _is_day_of_sum(period, draft.period):
        return True
    if is_of_average(draft) or _is_month_aside(draft, baseline):
        return True
    if carried in CARRIED and _tells_anew(draft) and _is_long_before(period, draft.period):
        return True
    same = carried == FROM_SENTENCE and period == draft.period and "period" in draft.inherited
    return carried in CARRIED and not same and _is_unfit(period, draft.period)


def _tells_anew(draft: Draft) -> bool:
    """Whether the draft's sentence names what is measured and the time of it, and no other time."""
    if "period" in draft.inherited or "indicator" in draft.inherited:
        return False
    return all(item.period is None or item.period is draft.mention for item in draft.sentence.items)


def _is_long_before(baseline: Period | None, own: Period | None) -> bool:
    """Whether the time of a figure ends a year or more behind that which follows the baseline: "giá giảm 8% so với năm
    2016. Năm 2018, doanh thu tăng 10%"."""
    if baseline is None or own is None or baseline.last is None or own.last is None:
        return False
    return own.last.year - baseline.last.year > 1 and length_of(own) <= LONGEST_YEAR


def _is_unfit(baseline: Period | None, own: Period | None) -> bool:
    """Whether a figure cannot be measured against a baseline: one inside its own period, or a month against more.

    The last month before a run of months that it goes on from is fit: "so với tháng 12 năm trước".
    """
    if baseline is not None and own is not None and own.as_of and is_month(baseline):
        return True
    if baseline is None or own is None or baseline.first is None or own.first is None or own.last is None:
        return False
    if length_of(own) > LONGEST_OF_MONTH and length_of(baseline) >= MOST_UNLIKE * length_of(own):
        return True
    if baseline.first >= own.first:
        return True
    follows = baseline.last is not None and (own.first - baseline.last).days == 1
    return is_month(baseline) and not is_month(own) and own.first < own.last and not follows


def _is_day_of_sum(baseline: Period | None, own: Period | None) -> bool:
    """Whether a day that a stock is set against is what a sum over months would be: "so với cuối năm"."""
    if baseline is None or own is None or baseline.first is not None or own.first is None:
        return False
    return length_of(own) > LONGEST_OF_MONTH


def _is_month_aside(draft: Draft, baseline: BaselineDraft) -> bool:
    """Whether a month told by its own sentence is not set against what those of a list are.

    "Ba tháng, bán lẻ tăng 12% so với cùng kỳ. | Tháng 3, xuất khẩu đạt 2 tỷ USD, tăng 61%": settled case 13 gives a
    year, quarter or year-to-date the same time a year before, a month nothing.
    """
    if draft.inherited.get("baseline") != FROM_LIST or "period" in draft.inherited or draft.quantity is None:
        return False
    mention = baseline.mention
    return mention is not None and mention.shape == SAME_PERIOD and draft.period is not None and is_month(draft.period)
