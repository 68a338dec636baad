"""The days of a feast that a text tells of: what they lend their time to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.timing.period_brackets import explained
from vnreport.assembly.timing.period_choices import opens_clause
from vnreport.assembly.timing.period_lengths import is_day, length_of
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import day_period, interval, lies_within
from vnreport.grammar.period_holidays import DAYS_OFF
from vnreport.grammar.values import HOLIDAY, LUNAR, Period, PeriodMention
from vnreport.lexicon.periods import days_off, holiday_starts
from vnreport.lexicon.phrase_words import phrase_words

# The units of mentions of so many days of a feast.
RUNS = DAYS_OFF - {"nth"}
# The unit of mentions of a feast by the moon, or of the weeks around it: "dịp Tết".
SEASON = "season"
# The lexicon row of the feast by the moon that "Tết" tells of.
TET = "holiday.lunar_new_year"
# The lexicon row of a feast told by its date: "dịp 30/4".
DATED_ROW = "period.feast.dated"
# The most days that a text tells of as those of a feast, and of the weeks around it.
LONGEST_FEAST, LONGEST_SEASON = 15, 45
# So many days after the last of those off a report tells what happened on them, and what it tells so.
REVIEWED, FACTS = 10, frozenset({"actual", "estimate"})
# So many days before or behind the first of a feast lie the days that are told of it at most.
AROUND_FEAST = 25


def note_feast(items: list[Item], resolved: dict[int, Period | None], frame: TimeFrame) -> None:
    """Notes the days that a bracket gives a feast, or that are told of it: "trong 7 ngày nghỉ Tết", "từ 27 tháng Chạp
    đến 6 tháng Giêng", "Dịp Tết Nguyên đán, bến dự báo từ ngày 7/2 đến 15/2 khách tăng", which are then its own."""
    for index, period in resolved.items():
        mention = items[index].period
        feast = _feast_told(items, index, period, resolved)
        if feast is not None:
            frame.season = resolved[feast] = period
        elif explained(items, index) or frame.season is None and mention is not None and _is_over_new_year(mention):
            frame.season = period
        elif mention is not None and period is not None and mention.shape == HOLIDAY and mention.unit in RUNS:
            frame.season = period if 0 < length_of(period) <= LONGEST_FEAST else frame.season


def _feast_told(items: list[Item], index: int, days: Period | None, resolved: dict[int, Period | None]) -> int | None:
    """The feast by the moon, told right before the days in the sentence, that they are those of; None for none."""
    mention = items[index].period
    if mention is None or days is None or mention.shape != "interval" or any(p.shape != "day" for p in mention.parts):
        return None
    before = max((other for other in resolved if other < index), default=None)
    feast = None if before is None else items[before].period
    if feast is None or feast.shape != HOLIDAY or feast.unit not in {"", SEASON} or feast.month is not None:
        return None
    return before if 1 < length_of(days) <= LONGEST_SEASON and lies_around(days) else None


def lies_around(days: Period, holiday: str = TET) -> bool:
    """Whether days lie around the first one of a feast (its row), as those told of it do, or its first is unknown."""
    if days.first is None or days.last is None:
        return False
    starts = [start for year in {days.first.year, days.last.year} for start in holiday_starts(year, holiday)]
    margin = timedelta(days=AROUND_FEAST)
    return not starts or any(days.first - margin <= start <= days.last + margin for start in starts)


def _is_over_new_year(mention: PeriodMention) -> bool:
    """Whether a mention runs from a day of the last month by the moon to one of the first: "từ 29 Tết đến mùng 5"."""
    return [(part.unit, part.edge) for part in mention.parts] == [(LUNAR, "end"), (LUNAR, "start")]


def settle_feasts(drafts: Sequence[Draft], told: Period | None, reference: date | None) -> None:
    """Gives what is told of a feast the days of it that only a later sentence tells, in place of its year or its day.

    "Dịp Tết, giá vé tăng 20%. Thời gian phục vụ Tết từ 21 tháng Chạp đến 10 tháng Giêng.", "Dịp Quốc khánh, bến tàu
    đông. Trong kỳ nghỉ Quốc khánh từ 2/9 đến 4/9, …". Where none tells them, facts told right after the days off of the
    Tết that they name are of those: "Dịp Tết, đền đón 9.000 khách".
    """
    off = _just_over(reference) if told is None else None
    for draft in drafts:
        mention, own = draft.mention, draft.period
        season = off if off is not None and draft.status in FACTS and is_feast(mention) else told
        if season is None or own is None or mention is None or not _is_of_feast(mention):
            continue
        if _tells_year(mention, own, season) or _tells_one_day(mention, own, season):
            draft.period = season


def _is_of_feast(mention: PeriodMention) -> bool:
    """Whether a mention is of a feast, or tells one by its date: "dịp 30/4"."""
    return mention.shape == HOLIDAY or mention.rule == DATED_ROW


def _just_over(reference: date | None) -> Period | None:
    """The days off around the feast by the moon, if they ended shortly before the document's date."""
    if reference is None:
        return None
    tets = (off for off in days_off() if off.holiday == TET)
    over = next((off for off in tets if 0 <= (reference - off.last).days <= REVIEWED), None)
    return None if over is None else interval(day_period(over.first), day_period(over.last))


def _tells_year(mention: PeriodMention, own: Period, season: Period) -> bool:
    """Whether "dịp Tết" stands for the year that begins with the feast of those days."""
    if mention.unit not in {"", SEASON} or mention.month is not None:
        return False
    return season.last is not None and own.iso == str(season.last.year) and lies_around(season)


def _tells_one_day(mention: PeriodMention, own: Period, season: Period) -> bool:
    """Whether a feast by the sun stands for its own day, one of those: "dịp Quốc khánh"."""
    if mention.unit or not mention.month or own.first is None:
        return False
    return is_day(own) and _holds(season, own.first)


def _holds(season: Period, day: date) -> bool:
    """Whether a day lies in the days of a feast."""
    return season.first is not None and season.last is not None and season.first <= day <= season.last


def is_feast(mention: PeriodMention | None) -> bool:
    """Whether a mention only tells of a feast, so of its year where nothing else is said: "cho dịp Tết", no days."""
    if mention is None or mention.shape != HOLIDAY or mention.unit in DAYS_OFF:
        return False
    return mention.year is None and mention.years_back is None


def is_in_feast(items: list[Item], index: int, period: Period | None, frame: TimeFrame) -> bool:
    """Whether a feast is that of the days or the month that the text tells of, so says no other time.

    One with its year is so where it opens no clause: "báo cáo về an toàn trong dịp Tết 2019 cho biết có 21 vụ".
    """
    mention, standing = items[index].period, frame.lasting
    if mention is None or period is None or standing is None or mention.shape != HOLIDAY or mention.unit != SEASON:
        return False
    if not lies_within(standing.period, period) or standing.period.iso == period.iso:
        return False
    return is_feast(mention) or (length_of(standing.period) <= LONGEST_FEAST and not opens_clause(items, index))


def feast_of_year(items: list[Item], index: int, frame: TimeFrame) -> Period | None:
    """The days of the feast told of, for "năm nay" beside another year's; None for any other mention.

    "So với 3 ngày Tết năm ngoái, năm nay số vụ giảm", "Tết năm nay", "hoa nhập về năm nay" in a report on a feast.
    """
    mention, season, standing = items[index].period, frame.season, frame.lasting
    if mention is None or season is None or mention.years_back != 0 or mention.unit != "year":
        return None
    told = items[index - 1].low.rpartition(" ")[2] in phrase_words().feast if index else False
    if told or any(item.period is not None and item.period.shape == HOLIDAY for item in items):
        return season
    return season if standing is not None and standing.period == season and not opens_clause(items, index) else None


def take_feast(draft: Draft, frame: TimeFrame) -> None:
    """Gives what is set against a feast, with no time of its own, the days of the feast told of.

    "Mùng 5 Tết có 41 vụ. | So với Tết năm 2016, số vụ tăng 29%."
    """
    season, own = frame.season, draft.period
    if season is None or own is None or "period" not in draft.inherited or not lies_within(own, season):
        return
    for change in draft.changes:
        mention = None if change.baseline is None else change.baseline.mention
        if mention is not None and mention.shape == HOLIDAY and mention.unit != "nth":
            draft.period = season
