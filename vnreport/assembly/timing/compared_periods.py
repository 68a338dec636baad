"""The period that a baseline says, looked at from the figure that is set against it."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.timing.baseline_months import NEIGHBOURS
from vnreport.assembly.timing.period_lengths import is_day, length_of
from vnreport.assembly.timing.period_resolving import resolve
from vnreport.assembly.timing.period_roles import is_yearless
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import previous, same_period_before, unit_period
from vnreport.grammar.period_holidays import DAYS_OFF
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import HOLIDAY, Period, PeriodMention

# Units of mentions that count years: "năm ngoái", "cùng kỳ năm ngoái".
YEARLY = frozenset({"", "year"})
# No year before is so many years earlier.
OTHER_YEARS = frozenset({0, 2})
# The days of the longest month: what is of more is counted up to no day of its own.
LONGEST_MONTH = 31


def compared_period(grammar: PeriodGrammar, mention: PeriodMention, draft: Draft, frame: TimeFrame) -> Period | None:
    """The earlier period; "năm trước" beside a quarter or a run of months is the same span a year before.

    So is "dịp Tết năm ngoái"; "Tết 2018" is of its year.
    """
    own, years = draft.period, mention.years_back or 1
    if mention.shape == "previous" and mention.unit == "period" and own is not None and is_day(own):
        # "giảm 300 đồng so với | kỳ trước" of a price that is set every so many days
        return None
    is_year_before = mention.shape == "previous" and mention.unit == "year" and years > 0
    if mention.shape == HOLIDAY:
        if mention.unit in DAYS_OFF:
            return _days_off(grammar, mention, own, frame)
        if mention.year is None and mention.years_back is None:
            return None
        is_year_before = mention.years_back == 1 and (mention.unit == "season" or not mention.month)
    if is_year_before and own is not None and not _is_whole_year(own):
        return _year_of_now(draft, years) or same_period_before(own, years)
    told = _day_told_lately(grammar, mention, own, frame)
    if told is not None:
        return told
    period = _before(grammar, mention, own, resolve(grammar, mention, own, frame))
    if period is not None and own is not None and _is_day_no_earlier(mention, period, own, draft):
        return previous(own, "day")
    if mention.years_back == 1 and mention.unit in YEARLY and _is_of_its_year(period, own):
        return None if own is None else same_period_before(own)
    if period is None and mention.shape == HOLIDAY:
        return resolve(grammar, replace(mention, unit="year"), own, frame)
    return period


def _days_off(grammar: PeriodGrammar, mention: PeriodMention, own: Period | None, frame: TimeFrame) -> Period | None:
    """The days off of another year, where so many as are named were set ("7 ngày nghỉ Tết 2018"); else a period without
    days, as which of them are meant the text doesn't tell. Of a feast with its year only the year."""
    if mention.unit != "days":
        return None
    told = resolve(grammar, mention, own, frame)
    if told is None or told == own or _is_whole_year(told) != (mention.count is None):
        return None
    return told


def _year_of_now(draft: Draft, years: int) -> Period | None:
    """The whole year so many before for what is told of now: "hiện khai thác 168 tàu, ít hơn năm trước 40 tàu"."""
    period, mention = draft.period, draft.mention
    if period is None or period.last is None or not period.as_of or mention is None or mention.shape != "now":
        return None
    return unit_period("year", period.last.year - years)


def _day_told_lately(
    grammar: PeriodGrammar, mention: PeriodMention, own: Period | None, frame: TimeFrame
) -> Period | None:
    """A day without a year that is shortly before the document's, beside a figure of a year: "danh sách ngày 2/2"."""
    if mention.shape != "day" or not is_yearless(mention) or own is None or length_of(own) <= LONGEST_MONTH:
        return None
    recent = resolve(grammar, mention, None, frame)
    return recent if recent is not None and frame.is_recent(recent) else None


def _is_day_no_earlier(mention: PeriodMention, period: Period, own: Period, draft: Draft) -> bool:
    """Whether "hôm qua" is no earlier than the day of its sentence: "Ngày 1/9, giá cao hơn hôm qua", told on 2/9."""
    if mention.unit != "day" or mention.years_back != 1 or own.first is None or own.first != own.last:
        return False
    return mention.start >= draft.sentence.start and period.first is not None and period.first >= own.first


def _before(grammar: PeriodGrammar, mention: PeriodMention, own: Period | None, period: Period | None) -> Period | None:
    """The period, or the latest of its name before the figure's own: "so với quý 1" of an earlier year.

    One that is over before the figure's own ends is of the same year: "7 tháng đầu năm …, so với tháng 6 tăng 5%".
    """
    if own is None or own.first is None or period is None or period.first is None:
        return period
    if _is_span_of_days(mention) and _overlaps(period, own):
        # "5 ngày nghỉ lễ (30/4 - 4/5) …, so với dịp lễ năm ngoái | (27/4 - 1/5)"
        return same_period_before(period)
    if period.first < own.first:
        return period
    if period.last is not None and own.last is not None and period.last < own.last:
        return period
    if mention.shape not in NEIGHBOURS or mention.year is not None or mention.years_back is not None:
        return period
    earlier = grammar.resolve(replace(mention, toward=-1), own=None, reference=own.first, year=None)
    return earlier if earlier is not None and earlier.first is not None and earlier.first < own.first else period


def _is_span_of_days(mention: PeriodMention) -> bool:
    """Whether a mention names a first and a last day, both without their year."""
    days = mention.parts or (mention,)
    return all(day.shape == "day" and day.year is None for day in days) and (
        len(days) > 1 or mention.day_to is not None
    )


def _overlaps(period: Period, own: Period) -> bool:
    """Whether days begin before the others and end within them: they are of another year."""
    if period.first is None or period.last is None or own.first is None or own.last is None:
        return False
    short = max(length_of(period), length_of(own)) <= LONGEST_MONTH
    return short and not is_day(period) and period.first < own.first <= period.last


def _is_of_its_year(baseline: Period | None, own: Period | None) -> bool:
    """Whether a baseline ends in the year of what is set against it, or two before: "năm ngoái" of a text told a year
    after it, or before it, as of the bonus of a feast to come."""
    if baseline is None or own is None or baseline.last is None or own.last is None:
        return False
    return own.last.year - baseline.last.year in OTHER_YEARS


def _is_whole_year(period: Period) -> bool:
    return len(period.iso) == 4
