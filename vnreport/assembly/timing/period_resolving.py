"""Resolves the periods that a sentence says, against the one that stands and those said before them."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.timing.feasts import RUNS, feast_of_year, lies_around
from vnreport.assembly.timing.period_behind import is_plain_day
from vnreport.assembly.timing.period_brackets import explained
from vnreport.assembly.timing.period_candidates import ahead, part_of_year
from vnreport.assembly.timing.period_events import is_done
from vnreport.assembly.timing.period_lengths import SHORTEST_YEAR, is_day, is_long_over, is_year, length_of
from vnreport.assembly.timing.period_roles import is_singled_out, is_yearless, refers_back
from vnreport.assembly.timing.standings import is_relative
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import WEEK, as_of, containing, day_period, days_in, interval, lies_within, unit_period
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import HOLIDAY, SCHOOL_YEAR, Period, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# Units of which a year holds many.
PARTS = frozenset({"week", "month", "quarter"})
# Units of the years that are counted from the one told beside them.
YEARS = frozenset({"year", SCHOOL_YEAR})
# The shape of the day told last: "cùng ngày".
SAME_DAY = ("current", "day", "own")
# A day up to which something was, so many days before the document's date, only tells of whom or what.
AGES_AGO = 30 * 365
# What holds from a day on begins so many days after the document's date at the latest, where its year is not said.
SOON = 45
# The rules of totals since the year began that say no end, "lũy kế từ đầu năm" and "từ đầu năm", and of what parts of
# the year they may be told beside.
SUMMED_RULE = "frame.since+period.edge.year"
RUNNING_RULES = frozenset({SUMMED_RULE, "frame.open+period.edge.year"})
RUNNING_PARTS = ("month", "quarter")


def resolve_said(
    grammar: PeriodGrammar, items: list[Item], candidates: list[int], frame: TimeFrame
) -> dict[int, Period | None]:
    """The periods of the candidates, each beside the one said before it: "năm nay, riêng 10 tháng …, cả năm …"."""
    resolved: dict[int, Period | None] = {}
    beside: Period | None = None
    year = frame.period
    for index in candidates:
        mention = ahead(items, index)
        period = feast_of_year(items, index, frame) or part_of_year(items, index, frame)
        period = period or _part_of(grammar, items, index, frame)
        period = period or _resolve_in(grammar, mention, frame, _around(year, beside))
        if period is not None and _explains_other_year(items, index, period):
            period = None
        if period is not None and period.last is None and is_done(items, index):
            period = _closed(period, [resolved[other] for other in candidates if other < index])
        if period is not None and mention is not None and mention.rule in RUNNING_RULES:
            period = _up_to_part(period, beside or (frame.period if mention.rule == SUMMED_RULE else None))
        period = _as_reported(items, index, beside) or period
        period = _up_to_title(period, mention, frame)
        if period is not None and period.first is None and is_long_over(period, frame.reference, days=AGES_AGO):
            # "người hoạt động cách mạng trước ngày 1/1/1945 được tặng 400.000 đồng"
            period = None
        resolved[index] = period
        year = period if period is not None and is_year(period) else year
        frame.day = day_of(period) or frame.day
        if period is not None and mention is not None and not (_passes(mention) or is_plain_day(items, index)):
            beside = period
        elif period is None and mention is not None and mention.year is not None:
            beside = unit_period("year", mention.year)
    return resolved


def _part_of(grammar: PeriodGrammar, items: list[Item], index: int, frame: TimeFrame) -> Period | None:
    """The part of the period that stands, where one is told of by itself: "9 tháng năm 2018 …. Riêng | tháng 9"."""
    mention, whole = items[index].period, frame.period
    if mention is None or whole is None or not is_yearless(mention):
        return None
    if not is_singled_out(items, index) and not refers_back(items):
        return None
    period = resolve(grammar, mention, whole, frame)
    return period if period is not None and period != whole and lies_within(period, whole) else None


def _around(year: Period | None, beside: Period | None) -> Period | None:
    """The year of which a part was told before: "Năm 2017: tháng 3 có 60 vụ, | tháng 11 có 8 vụ"; else that part."""
    if year is None or beside is None or not is_year(year):
        return beside
    return year if lies_within(beside, year) else beside


def day_of(period: Period | None) -> Period | None:
    """The day that a period is, or up to which it counts; None for other periods."""
    if period is None or period.last is None or period.first not in {None, period.last}:
        return None
    return day_period(period.last)


def _up_to_title(period: Period | None, mention: PeriodMention | None, frame: TimeFrame) -> Period | None:
    """What runs from a day on, its end unsaid, up to the end of the month or days that the title names.

    "Cộng dồn từ đầu năm" in a report on October, told on 29/10 or on 3/11.
    """
    title = frame.titled
    if period is None or mention is None or mention.shape != "interval" or not mention.open_end or title is None:
        return period
    if title.first is None or not frame.is_recent(title) or length_of(title) >= SHORTEST_YEAR:
        return period
    return interval(period, title) or period


def _closed(period: Period, before: list[Period | None]) -> Period:
    """An open period up to the day named before it, if that lies in it: "đến 20/10, mưa lũ từ ngày 6/10 đã …"."""
    end = next((other for other in reversed(before) if other is not None and other.as_of), None)
    return period if end is None else interval(period, end) or period


def _up_to_part(period: Period, part: Period | None) -> Period:
    """A total since the year began up to the month or quarter told before it: "tháng 5 thu 9 tỷ đồng, lũy kế từ đầu năm
    40 tỷ", "quý III lãi 2 tỷ đồng, từ đầu năm 7 tỷ"."""
    if part is None or part.last is None or period.first is None:
        return period
    if part not in {containing(part.last, unit) for unit in RUNNING_PARTS}:
        return period
    opening, month = unit_period("month", period.first.year), containing(part.last, "month")
    same_year = part.last.year == period.first.year and month is not None and month != opening
    up_to = interval(opening, month) if same_year and month is not None else None
    return up_to or period


def _as_reported(items: list[Item], index: int, beside: Period | None) -> Period | None:
    """The end of the time whose report a sentence opens with, for "hiện" in it; None for any other mention.

    "Theo báo cáo tài chính quý III/2017, công ty | hiện | nợ 90 tỷ đồng".
    """
    mention, source = items[index].period, items[0].role == "source"
    if not source or mention is None or mention.shape != "now" or not mention.as_of or beside is None:
        return None
    comma = next((place for place in range(index) if items[place].low == ","), index)
    told = [place for place in range(comma) if items[place].kind == "period"]
    if beside.last is None or not told or not holds_phrase(items[: told[0]], phrase_words().accounts):
        return None
    if items[told[0] - 1].low in phrase_words().dating:  # "báo cáo xuất bản hồi | tháng 9"
        return None
    return as_of(day_period(beside.last))


def resolve(
    grammar: PeriodGrammar, mention: PeriodMention | None, own: Period | None, frame: TimeFrame
) -> Period | None:
    """The period of a mention beside a figure's own period; None for no mention."""
    if mention is None:
        return None
    return grammar.resolve(mention, own=own, reference=frame.reference, year=None)


def _resolve_in(
    grammar: PeriodGrammar, mention: PeriodMention | None, frame: TimeFrame, beside: Period | None
) -> Period | None:
    """The period of a mention against the frame's, or against the latest earlier one that it makes sense beside."""
    if mention is None:
        return None
    if (mention.shape, mention.unit, mention.anchor) == SAME_DAY:
        # "Ngày 14/7, công an cho biết … Lúc 1h | cùng ngày"
        day = day_of(beside) or frame.day
        return as_of(day) if day is not None and mention.as_of else day
    listed = _next_quarter(grammar, mention, beside, frame)
    if listed is not None:
        return listed
    if mention.shape == HOLIDAY and frame.season is not None and _is_in(frame.season, mention):
        return frame.season
    if mention.shape == HOLIDAY and mention.unit in RUNS and (told := _days_told(mention, frame)) is not None:
        return told
    planned = mention.toward > 0 and not mention.as_of and is_yearless(replace(mention, toward=0))
    plain = replace(mention, toward=0) if planned else mention
    recent = resolve(grammar, plain, None, frame) if is_yearless(plain) else None
    if recent is not None and (frame.is_recent(recent) or _begins_soon(recent, frame)):
        return recent
    if beside is not None and _looks_beside(mention):
        period = resolve(grammar, mention, beside, frame)
        if period is not None:
            return period
    if mention.unit == "week" and mention.shape == "current":
        return resolve(grammar, mention, _last_week(frame) or frame.period, frame)
    left = is_yearless(plain) and frame.lasting is None and frame.reference is not None
    period = resolve(grammar, mention, None if left or _is_of_now(mention, frame) else frame.period, frame)
    if recent is not None and not plain.as_of and _lies_before_plan(recent, frame):
        return resolve(grammar, replace(plain, toward=1), frame.period, frame)
    for earlier in reversed(frame.seen):
        if period is not None or mention.shape not in {"current", "month"}:
            break
        period = resolve(grammar, mention, earlier, frame)
    return period


def _begins_soon(period: Period, frame: TimeFrame) -> bool:
    """Whether something holds from a day on that is near: "Từ ngày 1/12, mức phí là 30.000 đồng", told on 18/11."""
    if period.first is None or period.last is not None or frame.reference is None:
        return False
    return 0 < (period.first - frame.reference).days <= SOON


def _is_of_now(mention: PeriodMention, frame: TimeFrame) -> bool:
    """Whether "tháng trước" in a text on a year is counted from the document's date: the year holds many months.

    So is "tuần trước" behind a day told: "Đến ngày 11/1, xăng 58 USD. | Dầu tăng 7% tuần trước", told on 15/1.
    """
    period, reference = frame.period, frame.reference
    if mention.shape != "previous" or mention.unit not in PARTS or period is None or reference is None:
        return False
    if mention.unit == "week" and (period.as_of or is_day(period)):
        return True
    return length_of(period) >= SHORTEST_YEAR or (period.last is not None and period.last > reference)


def _next_quarter(
    grammar: PeriodGrammar, mention: PeriodMention, beside: Period | None, frame: TimeFrame
) -> Period | None:
    """A quarter of the year of the one told before it, where it comes later: "quý I/2026 8%, | quý II 9%"; or None.

    None that lies ahead of the document's date, where the one before does not.
    """
    if beside is None or beside.last is None or mention.shape != "quarter" or not is_yearless(mention):
        return None
    if beside.iso != f"{beside.last.year}-Q{(beside.last.month + 2) // 3}":
        return None
    period = grammar.resolve(mention, own=None, reference=frame.reference, year=beside.last.year)
    if period is None or period.first is None or period.last is None or period.first <= beside.last:
        return None
    told = frame.reference is None or period.first <= frame.reference or beside.last >= frame.reference
    return period if told else None


def _lies_before_plan(period: Period, frame: TimeFrame) -> bool:
    """Whether a part of a year lies before the year that a report is about and that is not over: "Quý III: …"."""
    reference, last = frame.reference, period.last
    if not frame.section or reference is None or last is None:
        return False
    return last.year == reference.year - 1 and str(reference.year) in frame.opening


def _explains_other_year(items: list[Item], index: int, period: Period) -> bool:
    """Whether a bracket tells the days of another year than its holiday: "Tết 2018 (từ 29 Tết)" in a text of 2019."""
    told = explained(items, index)
    return told is not None and told.year is not None and period.last is not None and period.last.year != told.year


def _looks_beside(mention: PeriodMention) -> bool:
    """Whether a mention is counted from the period told beside it: "cả năm", "cuối kỳ", "cuối năm", "tháng 10", "năm
    trước"."""
    if mention.shape == "current" or (mention.shape == "previous" and mention.unit in YEARS):
        return mention.anchor == "own"
    edge = mention.shape == "year" and mention.edge and mention.year is None and mention.years_back is None
    return bool(edge) or is_yearless(mention)


def _passes(mention: PeriodMention) -> bool:
    """Whether nothing said behind a mention is counted from its time: the present, the year before another."""
    return mention.shape == "now" or (mention.shape == "previous" and is_relative(mention))


def _last_week(frame: TimeFrame) -> Period | None:
    """The last of the runs of seven days that were told."""
    told = [period for period in (frame.period, *frame.seen) if period is not None and days_in(period) == WEEK]
    return max(told, key=lambda period: period.iso, default=None)


def _days_told(mention: PeriodMention, frame: TimeFrame) -> Period | None:
    """As many days told with their dates, if they are over: "từ ngày 29/4 đến 2/5 …. Trong | 4 ngày nghỉ lễ"."""
    told = [period for period in (*frame.seen, frame.period) if period is not None and days_in(period) == mention.count]
    return next((period for period in reversed(told) if mention.count and frame.is_recent(period)), None)


def _is_in(season: Period, mention: PeriodMention) -> bool:
    """Whether a holiday's season may be the one told of: no other year is said, and no number of days off, nor is it
    of another feast: "kỳ nghỉ Tết Dương lịch" is none of "Tết Nguyên đán"."""
    if mention.unit not in {"", "season"} or mention.month is not None or mention.years_back:
        return False
    if mention.holiday and not lies_around(season, mention.holiday):
        return False
    return mention.year is None or (season.last is not None and season.last.year == mention.year)
