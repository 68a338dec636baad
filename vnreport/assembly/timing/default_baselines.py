"""What a change is measured against that names nothing: the same span a year before, a plan, or nothing to be known."""

from __future__ import annotations

from datetime import date

from vnreport.assembly.changes.baselines import RESTATED_RULE
from vnreport.assembly.changes.exceeding import EXCEEDING_RULE, PASSED_RULE
from vnreport.assembly.changes.multiplied import NORM_RULE
from vnreport.assembly.changes.price_steps import is_step
from vnreport.assembly.changes.ratios import REACHED_RULE
from vnreport.assembly.sentences.drafts import GROWTH_RULE, MOVED_RULE, BaselineDraft, Change, Draft
from vnreport.assembly.sentences.items import GROWING
from vnreport.assembly.timing.period_lengths import SHORTEST_YEAR, ended_within, is_month, is_year, length_of
from vnreport.assembly.timing.time_frames import LONGEST_YEAR, RECENT_DAYS, SPANS
from vnreport.grammar.calendar import as_of, day_period, edge_of, previous, same_period_before, unit_period
from vnreport.grammar.values import PRICES, Period
from vnreport.lexicon.phrase_words import phrase_words

# A reported growth rate of a span this long or longer, with no baseline said, is against the same span a year before
# (corpus/guidelines.md, settled case 14). Shorter ones (a month) are left unstated.
SHORTEST_YEARLY_SPAN_DAYS = 45
REPORTED, KEPT = frozenset({"actual", "estimate"}), frozenset({"percent", "money", "count", "rate", ""})
# The items before "từ … lên …" among which stands the verb of who sets it so.
CARRIED_REACH = 8
# The lexicon row of "từ", "kể từ" before a time.
OPEN_ROW = "frame.open"
YEARLY_UNITS = frozenset({"percent", "money", "times"})
UNSTATED_RULE, YEAR_RULE, SPAN_RULE, PLAN_RULE, START_RULE, MONTH_RULE = (
    "baseline.none",
    "baseline.default.year",
    "baseline.default.span",
    "baseline.default.plan",
    "baseline.default.start",
    "baseline.default.month",
)


def default_baseline(draft: Draft, change: Change, reference: date | None) -> BaselineDraft:
    """The baseline of a change that names none, in a document of a date."""
    unstated = BaselineDraft("unstated", None, None, None, UNSTATED_RULE)
    quantity = change.quantity
    unit = quantity.kind if quantity is not None else ""
    period = draft.period
    if change.rule == PASSED_RULE:
        return BaselineDraft("target", None, None, None, NORM_RULE)
    if _first_told(draft, change).rule in {REACHED_RULE, EXCEEDING_RULE}:
        return BaselineDraft("target", None, None, None, PLAN_RULE)
    if _is_from_year(draft, change):
        return BaselineDraft("period", None, None, None, YEAR_RULE)
    if draft.status == "target" or change.to_come or not unit or period is None:
        return unstated
    steps = quantity is not None and quantity.code in phrase_words().rank_step
    if unit not in YEARLY_UNITS and not steps and (draft.quantity is None or is_step(quantity)):
        # "tinh giản 44.000 biên chế"
        return unstated
    if draft.status == "forecast" and ("period" in draft.inherited or not _is_just_over(period, reference)):
        return unstated
    if change.direction not in GROWING or period.last is None or _is_of_words(draft, change):
        return unstated
    if is_step(quantity) or (unit != "times" and _is_price_as_of(draft, period, reference)):
        return unstated
    if draft.quantity is not None and _is_told_since_new_year(draft, change):
        return BaselineDraft("period", None, None, None, START_RULE)
    if draft.mention is not None and draft.mention.shape == "now":
        return unstated
    if _is_of_years(draft):
        is_of_level = draft.quantity is not None and change.baseline_value is None
        if is_of_level or _is_yearly(draft, change):
            return unstated
        return BaselineDraft("period", None, None, None, SPAN_RULE)
    if period.first is not None and (period.last - period.first).days < SHORTEST_YEARLY_SPAN_DAYS:
        return BaselineDraft("period", None, None, None, MONTH_RULE) if _is_of_prices(draft, period) else unstated
    rule = START_RULE if _is_since_new_year(draft, period) else YEAR_RULE
    return BaselineDraft("period", None, None, None, rule)


def _is_from_year(draft: Draft, change: Change) -> bool:
    """Whether a fact of a year is told to have come from an earlier value: "Năm 2017, tỷ lệ nợ hạ | từ 3% | về 2%".

    Not what somebody sets to another: "Bộ nâng lương từ 2 triệu đồng lên 3 triệu đồng".
    """
    period, earlier = draft.period, change.baseline_value
    if change.rule != MOVED_RULE or earlier is None or change.place >= draft.place:
        return False
    if period is None or not is_year(period):
        return False
    sentence = change.sentence or draft.sentence
    before = [item.low for item in sentence.items[max(0, change.place - CARRIED_REACH) : change.place]]
    if phrase_words().carrying.intersection(before) or earlier.kind not in KEPT:
        return False
    return draft.status in REPORTED and change.direction in GROWING and not change.to_come


def _is_just_over(period: Period, reference: date | None) -> bool:
    """Whether months or a quarter have just ended, so that what they brought is reported: "Theo dự báo của sở, GRDP 9
    tháng tăng 6%", told on 29/9."""
    return length_of(period) < SHORTEST_YEAR and ended_within(period, reference, days=RECENT_DAYS)


def _first_told(draft: Draft, change: Change) -> Change:
    """The change that one says anew in other words, or itself: "vượt 16 m, tương đương 5 tầng"."""
    index = next((number for number, other in enumerate(draft.changes) if other is change), 0)
    return draft.changes[index - 1] if index and change.rule == RESTATED_RULE else change


def _is_since_new_year(draft: Draft, period: Period) -> bool:
    """Whether a change is told since the year began: of a stock of money, and of a price "từ đầu năm đến nay"."""
    if draft.indicator is None or period.last is None or (period.last.month, period.last.day) == (12, 31):
        return False
    words, named = phrase_words(), f" {draft.indicator.text.lower()} "
    if any(f" {name} " in named for name in words.stock):
        return True
    days = period.first is not None and period.iso == f"{period.first.year}-01-01/{period.last.isoformat()}"
    return days and any(f" {name} " in named for name in words.price_index)


def _is_told_since_new_year(draft: Draft, change: Change) -> bool:
    """Whether the words right behind a change say so: "hiện ở mức 950 điểm, tăng 12% | từ đầu năm đến nay"."""
    items = (change.sentence or draft.sentence).items
    mention = items[change.place + 1].period if change.place + 1 < len(items) else None
    if mention is None or not mention.rule.startswith(OPEN_ROW):
        return False
    begins = mention.parts[0] if mention.parts else mention
    return begins.edge == "start" and begins.shape == "year" and begins.year is None


def _is_price_as_of(draft: Draft, period: Period, reference: date | None) -> bool:
    """Whether a price is told as of the document's day, on which it moved: "Tính đến sáng nay, giá bạc giảm 1,4% xuống
    19 USD"."""
    if period.first is not None or period.last != reference or draft.quantity is None or draft.indicator is None:
        return False
    return draft.quantity.kind in PRICES and draft.indicator.text.lower().split()[0] == phrase_words().price


def _is_of_prices(draft: Draft, period: Period) -> bool:
    """Whether a growth is that of a month's index of prices: "CPI tháng 5 tăng 0,5%"."""
    if draft.indicator is None or draft.quantity is not None or not is_month(period):
        return False
    return draft.indicator.text.lower().startswith(phrase_words().consumer_prices)


def held_until(draft: Draft, baseline: BaselineDraft) -> Period | None:
    """The days up to the eve of a change that starts on a day and is set against what holds: "so với giá hiện hành"."""
    period = draft.period
    if baseline.start is None or baseline.end is None or period is None or period.first is None:
        return None
    said = draft.sentence.text[baseline.start : baseline.end].lower()
    if period.last is not None or not any(word in said for word in phrase_words().holding):
        return None
    return as_of(edge_of(day_period(period.first), "eve"))


def default_period(period: Period, baseline: BaselineDraft) -> Period | None:
    """The days of a default baseline: of a span of years the first, of a month of prices the one before.

    Of all else the same span a year before.
    """
    if baseline.rule == SPAN_RULE and period.first is not None:
        return unit_period("year", period.first.year)
    if baseline.rule == MONTH_RULE:
        return previous(period, "month")
    if baseline.rule == START_RULE and period.last is not None:
        return as_of(day_period(date(period.last.year - 1, 12, 31)))
    return same_period_before(period)


def _is_of_years(draft: Draft) -> bool:
    """Whether the draft is of several years: what grew over them did so from the first one."""
    mention, period = draft.mention, draft.period
    if mention is None or period is None or mention.shape not in SPANS or mention.unit == "season":
        return False
    return length_of(period) > LONGEST_YEAR


def _is_yearly(draft: Draft, change: Change) -> bool:
    """Whether a rate over several years is that of each: "tốc độ tăng trưởng 7%", "giảm bình quân 1,6%", "tăng 7% mỗi
    năm"."""
    if change.rule == GROWTH_RULE:
        return True
    unit = change.quantity.unit if change.quantity is not None else None
    if unit is not None and unit.code.endswith("/a"):
        return True
    sentence = change.sentence or draft.sentence
    before = sentence.text[sentence.start : sentence.items[change.place].start].lower()
    return any(word in before for word in phrase_words().average)


def _is_of_words(draft: Draft, change: Change) -> bool:
    """Whether words right behind a multiple say what it is of: "gấp 3 lần ngày thường"."""
    items = (change.sentence or draft.sentence).items
    after = change.place + 1
    return change.direction == "times" and after < len(items) and items[after].kind == "word"
