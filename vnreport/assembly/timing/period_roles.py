"""What a period does in its sentence: what it sets, and where it only dates, bounds or tells who spoke when."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import PAST_YEARS
from vnreport.assembly.sentences.futures import FUTURE_ROW
from vnreport.assembly.sentences.items import ANAPHOR_ROW, CHANGES, PLANS, Item, holds_phrase
from vnreport.assembly.sentences.phrase_ends import LABEL_END
from vnreport.assembly.timing.period_behind import is_plain_day
from vnreport.assembly.timing.period_brackets import UNRESOLVED, dates_session, is_explanation
from vnreport.assembly.timing.period_choices import is_trailing_day, stands_against
from vnreport.assembly.timing.period_deeds import (
    adds_on,
    dates_by_the_way,
    dates_deed,
    dates_steps,
    is_promised,
    is_to_do,
)
from vnreport.assembly.timing.period_events import DEADLINE_FRAME, is_compared, is_of_event
from vnreport.assembly.timing.programme_years import names_programme
from vnreport.assembly.timing.superlatives import is_of_extreme, is_superlative_bound
from vnreport.grammar.values import HOLIDAY, SCHOOL_YEAR, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# How many items before a title's period may stand the word that makes it a plan's ("phương hướng nửa cuối năm").
PLAN_REACH = 4
# The shape of so many days that end with the document's own: "7 ngày qua".
PAST_DAYS = "past_days"
# How many items before or behind a period may stand that an average over it is told, and how many behind a figure that
# of prices.
AVERAGE_REACH, PRICES_REACH = 3, 5
# Parts of a year: without the year, the latest one is meant where it is recent, whatever year stands in the text.
YEARLESS = frozenset({"day", "month", "months", "quarter", "half"})
COMING_ROLES = frozenset({"target", "forecast"})
# Shapes of days counted from today.
DAYS_COUNTED = frozenset({"current", "previous", "now"})
# The lexicon row of making something public.
PUBLISHING_ROW = "plain.publishing"
# Units of what is counted back in days: "đêm qua" is what a text tells of, "năm trước" another time.
SHORT_UNITS = frozenset({"day", "week"})
# Blocks whose period holds for what stands under them, whatever its form.
TITLES = frozenset({"headline", "heading"})


def is_season(items: list[Item], index: int) -> bool:
    """Whether "cuối năm" without a year only dates what its clause tells of: "nhu cầu đi lại cuối năm tăng"."""
    mention = items[index].period
    if mention is None or mention.edge not in {"start", "end"} or mention.as_of or mention.year is not None:
        return False
    if mention.years_back == 0 and mention.edge == "end" and items[index - 1].low in phrase_words().dating:
        # "22.600 đồng vào | cuối năm nay"
        return False
    inside = index > 0 and items[index - 1].kind != "punct"
    return inside and mention.shape == "year" and not stands_against(items, index)


def outer_places(items: list[Item], usable: list[int]) -> list[int]:
    """The periods outside brackets, unless all the sentence is in them, that may hold beyond the figure before them."""
    outside = min(item.depth for item in items if item.kind != "punct")
    return [
        index
        for index in usable
        if items[index].depth == outside or is_explanation(items, index) or dates_session(items, index)
        if not is_trailing_day(items, index) and not _only_dates(items, index)
    ]


def _only_dates(items: list[Item], index: int) -> bool:
    """Whether the period tells of no figures behind its sentence.

    So do a year in which something began ("sinh năm 1977"), a deadline ("trước ngày 10/6"), a year's beginning ("Đầu
    năm 2019, bộ trình đề án"), and what is counted back from today ("5 năm qua", "7 ngày qua", "cách đây 2 năm").
    """
    mention = items[index].period
    if mention is None or DEADLINE_FRAME in mention.rule or mention.unit == PAST_YEARS:
        return True
    if mention.shape == PAST_DAYS and mention.day is None:  # "7 ngày qua", no "15 ngày trước ngày 18/3"
        return True
    if mention.shape == "previous" and mention.count is not None:
        return True
    if mention.shape == "now" and is_superlative_bound(items, index):  # "bệnh phổ biến nhất | hiện nay"
        return True
    if dates_by_the_way(items, index) or is_of_extreme(items, index) or dates_steps(items, index):
        return True
    if is_beginning(mention) or (mention.edge == "end" and mention.years_back == 0 and not mention.as_of):
        return True
    return is_of_event(items, index)


def is_beginning(mention: PeriodMention) -> bool:
    """Whether the period is the beginning of a year, at which something was done: "đầu năm 2019"."""
    return mention.edge == "start" and mention.shape == "year" and not mention.open_end


def place_of_text(items: list[Item], usable: list[int]) -> int | None:
    """The period that a sentence without figures sets for those behind it: its last, if it is no day or an event's.

    A plan that it names ("kế hoạch 5 năm 2016-2020") sets none, unless it announces a list, nor do its tasks.
    """
    setting = outer_places(items, usable)
    if items[-1].low != ":":
        setting = [
            index
            for index in setting
            if not is_planned(items, index) and not _is_loose(items, index) and not is_compared(items, index)
            if not dates_deed(items, index) and not names_programme(items, index)
        ]
    if len(setting) > 1 and is_to_do(items, setting[-1]):
        setting.pop()
    if not setting or (is_plain_day(items, setting[-1]) and not _is_of_event(items, setting[-1])):
        return None
    return None if _is_day_counted(items[setting[-1]].period) and _tells_act(items) else setting[-1]


def _is_day_counted(mention: PeriodMention | None) -> bool:
    """Whether the period is a day counted from today: "hôm qua", "sáng nay"."""
    if mention is None or mention.unit != "day" or mention.as_of or mention.open_end:
        return False
    return mention.shape in DAYS_COUNTED


def _tells_act(items: list[Item]) -> bool:
    """Whether a sentence tells what somebody said, made public or did in office, no words of what happened."""
    if holds_phrase(items, phrase_words().act):
        return True
    return any(
        item.role == "report" or item.row == PUBLISHING_ROW or item.low in phrase_words().gathering for item in items
    )


def _is_loose(items: list[Item], index: int) -> bool:
    """Whether a sentence without figures only dates something with the period: "tuần qua", "hai tháng tới"."""
    mention = items[index].period
    if mention is None or mention.shape == "vague":
        return True
    if mention.shape == HOLIDAY:
        return mention.year is None and mention.years_back is None
    if mention.shape == SCHOOL_YEAR and items[index - 1].kind == "word":
        # "các trường tăng học phí | năm học 2019-2020"
        return any(item.role in CHANGES for item in items[:index])
    return mention.unit == "week" and (mention.toward < 0 or mention.shape == "previous")


def place_of_title(items: list[Item], usable: list[int]) -> int | None:
    """The last period of a title, in brackets too, that is not the one it plans for.

    "Kết quả năm 2017, mục tiêu năm 2018", "… (số liệu tính từ 15/12/2021 đến 14/6/2022)". The day of a dateline
    ("Hà Nội, ngày 06 tháng 7 năm 2025") is none.
    """
    if is_plain_day(items, usable[-1]) and all(item.is_name or item.low == "," for item in items[: usable[-1]]):
        return None
    usable = [index for index in usable if not is_of_event(items, index) and not is_promised(items, index)]
    if not usable:
        return None
    planned = [index for index in usable if is_planned(items, index)]
    return [index for index in usable if index not in planned or len(planned) == len(usable)][-1]


def _is_of_event(items: list[Item], index: int) -> bool:
    """Whether the day opens a clause on what happened then, or announces what is foreseen for it; no words, no acts.

    "Ngày 15/2, cửa hàng tăng giá", "Dự báo thời tiết | ngày 3/5/2026 | các vùng: Bắc Bộ có mưa".
    """
    sign = next((item.low for item in items[index + 1 :] if item.kind == "punct"), "")
    announced = sign == LABEL_END and items[0].role == "forecast"
    if not announced and (index + 1 == len(items) or items[index + 1].low != ","):
        return False
    return not _tells_act(items)


def is_planned(items: list[Item], index: int) -> bool:
    """Whether the period is the one that a plan is for: "mục tiêu năm 2018", no holiday's bonuses.

    The results of a plan are of the time in which they came about: "kết quả thực hiện nghị quyết trong 2 tháng".
    """
    mention = items[index].period
    if mention is not None and mention.shape == HOLIDAY:
        return False
    first = max(0, index - PLAN_REACH)
    plan = next((i for i in range(first, index) if items[i].role in PLANS), None)
    return plan is not None and not holds_phrase(items[max(0, plan - PLAN_REACH) : plan], phrase_words().outcome)


def is_to_come(items: list[Item], index: int) -> bool:
    """Whether a plan or forecast stands before the period, or right behind it what must or will be done by then."""
    if any(item.role in COMING_ROLES for item in items[max(0, index - PLAN_REACH) : index]):
        return True
    return any(item.row == FUTURE_ROW or item.low in phrase_words().must for item in items[index + 1 : index + 2])


def refers_back(items: list[Item], *, now: bool = False) -> bool:
    """Whether a sentence goes on with the figures before it: "Trong đó, …", "Con số này …", "So với tuần trước, …".

    With figures of `now` also one that adds more: "Ngoài ra, còn có 9 xã …".
    """
    if now and adds_on(items):
        return True
    first = next((index for index, item in enumerate(items) if item.kind == "quantity"), len(items))
    return items[0].role in {"part", "versus"} or any(item.row == ANAPHOR_ROW for item in items[:first])


def recalls(items: list[Item], index: int, place: int) -> bool:
    """Whether an earlier period only gives the figure at `place` for comparison with what was told before.

    That is so behind another figure ("đạt 48,6%; năm 2021 là 40,3%") and for one named by it ("Năm 2016, tỷ lệ ấy …").
    """
    if any(item.kind == "quantity" for item in items[:index]):
        return True
    return any(item.row == ANAPHOR_ROW for item in items[index:place])


def is_singled_out(items: list[Item], index: int) -> bool:
    """Whether the period is one that a part is told of by itself: "Riêng quý IV, …", "tính riêng trong tháng 5"."""
    words = phrase_words()
    return any(item.role == "part" and item.low.endswith(words.single) for item in items[max(0, index - 2) : index])


def is_done_before(items: list[Item], place: int) -> bool:
    """Whether the clause of the figure at `place` tells what was done: "tỉnh | đã | chi 3 tỷ đồng", or was found:
    "khảo sát tại 150 hãng | cho thấy | lương đạt 5 triệu đồng"."""
    shown = next((index for index in range(place) if items[index].low in phrase_words().showing), None)
    if shown is not None and not any(item.role in COMING_ROLES | {"target_noun"} for item in items[:shown]):
        return True
    for item in reversed(items[:place]):
        if item.kind in {"punct", "quantity", "period"}:
            return False
        if item.low.partition(" ")[0] in phrase_words().past:
            return True
    return False


def is_averaged(items: list[Item], index: int) -> bool:
    """Whether an average over the period is told: "bình quân chung 4 tháng", "trong 4 tháng đầu năm, CPI bình quân"."""
    near = items[max(0, index - AVERAGE_REACH) : index + 1 + AVERAGE_REACH]
    return any(word in item.low for item in near for word in phrase_words().average)


def tells_prices(items: list[Item], place: int) -> bool:
    """Whether the figure at `place` is told of prices: "giá gas giảm 0,6%", "có 9 nhóm hàng tăng giá"."""
    quantity = items[place].quantity
    if quantity is not None and quantity.code in phrase_words().priced:
        return True
    return holds_phrase([item for item in items[: place + PRICES_REACH] if not item.is_inner], phrase_words().priced)


def is_other_year(mention: PeriodMention) -> bool:
    """Whether a mention is of a year, or a part of it, that is counted from the one told of: "năm trước", "năm sau"."""
    return bool(mention.years_back) and mention.unit not in SHORT_UNITS


def is_yearless(mention: PeriodMention) -> bool:
    """Whether a part of a year stands without its year, and not as one to come."""
    return mention.shape in YEARLESS and mention.year is None and mention.years_back is None and not mention.toward


def is_blocked(items: list[Item], place: int, *, dated: bool) -> bool:
    """Whether a time that nothing resolves stands before the figure, with no other figure between.

    None that a bracket or a baseline holds, nor a feast in a text with a date (`dated`).
    """
    resolved = {"year", "nth", "season"} if dated else {"year", "nth"}
    for index in range(place - 1, -1, -1):
        item = items[index]
        if item.kind == "quantity":
            return False
        if item.depth > items[place].depth or any(other.role == "versus" for other in items[max(0, index - 1) : index]):
            continue
        if item.period is not None and item.period.shape in UNRESOLVED and item.period.unit not in resolved:
            return not is_superlative_bound(items, index)
    return False


def is_outset(items: list[Item], index: int) -> bool:
    """Whether the period is when the plan was made that a figure keeps: "còn 2%, như mục tiêu đầu năm 2016"."""
    mention = items[index].period
    if mention is None or not is_beginning(mention) or mention.as_of:
        return False
    if not any(item.role in PLANS for item in items[max(0, index - PLAN_REACH) : index]):
        return False
    return any(item.kind == "quantity" for item in items[:index])
