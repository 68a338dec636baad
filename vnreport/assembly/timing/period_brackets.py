"""Periods that are all a bracket says: what they explain or date."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import TIME_ROW
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.grammar.values import HOLIDAY, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# Mentions that name a time which nothing resolves ("thời gian tới"): a figure behind one takes no other period.
UNRESOLVED = frozenset({"vague", HOLIDAY})
# Mentions that a bracket may tell the days of.
LOOSE = UNRESOLVED | {"current", "previous", "months", "past_days"}
# The shape of a week that its number tells.
WEEK = "week"
# Items of ", tức | mùng 2 Tết".
RESTATED = 3
# How many items before a bracket may stand the length of time that it explains: "trong 15 ngày cao điểm (2/2 - 16/2)".
LENGTH_REACH = 3
# Kinds of items that end the name of what a bracket tells the days of.
ENDING = frozenset({"punct", "quantity", "period"})
# How many words may stand between a figure and the bracket that dates it.
DATED_REACH = 8
# How many items from the start of a sentence its session may stand: "Ở lần | điều chỉnh trước (19/11), …".
SESSION_REACH = 3


def bracket_of(items: list[Item], index: int) -> int | None:
    """The index of the bracket that opens before the period, where that is all it says but for a "tức"; or None.

    The same time may be said again in other words: "(từ 14/2 đến 20/2, tức 29 Tết đến mùng 5)".
    """
    end = index + 1
    restated = [item.kind if item.period is not None else item.low for item in items[end : end + RESTATED]]
    if len(restated) == RESTATED and restated[0] == "," and restated[1] in phrase_words().that_is:
        end += RESTATED if restated[2] == "period" else 0
    if end >= len(items) or items[end].low != ")":
        return None
    place = index - 1
    if place > 0 and items[place].low in phrase_words().that_is:
        place -= 1
    return place if place >= 0 and items[place].low == "(" else None


def explained(items: list[Item], index: int) -> PeriodMention | None:
    """The holiday or vague time before a bracket of only the period: "trước dịp Tết (từ ngày 1/12 đến 31/1)"."""
    opened = bracket_of(items, index)
    mention = items[opened - 1].period if opened else None
    return mention if mention is not None and mention.shape in UNRESOLVED else None


def is_explanation(items: list[Item], index: int) -> bool:
    """Whether the period is all that a bracket says, and explains the time before it.

    "trước dịp Tết (từ ngày 1/12/2017 đến 31/1/2018) đạt 18 triệu USD", "trong 15 ngày cao điểm (từ 2/2 đến 16/2), …",
    "đến 5 tháng Giêng (tức 31/1)".
    """
    opened = bracket_of(items, index)
    if not opened:
        return False
    if items[opened - 1].low in phrase_words().lunar:
        return True
    if _is_week_of_days(items, opened - 1, index) or _is_named_month(items, opened, index):
        return True
    for item in reversed(items[max(0, opened - LENGTH_REACH) : opened]):
        if item.period is not None:
            return item.period.shape in LOOSE and item.period.unit != "day"
        if item.quantity is not None:
            unit = item.quantity.unit
            return unit is not None and unit.code in phrase_words().time_unit
        if item.kind == "punct":
            return False
        if item.row == TIME_ROW or item.low in phrase_words().time_unit:
            return True
    return False


def _is_week_of_days(items: list[Item], before: int, index: int) -> bool:
    """Whether the bracket tells from which day to which the week before it was: "tuần 32 (từ ngày 5 đến 11/8)"."""
    told, days = items[before].period, items[index].period
    if told is None or days is None or told.shape != WEEK:
        return False
    return days.shape == "interval" or days.day_to is not None


def _is_named_month(items: list[Item], opened: int, index: int) -> bool:
    """Whether the bracket tells the days of an action with a name: "Tháng Thanh niên (từ 1-3 đến 31-3)"."""
    days = items[index].period
    if days is None or not (days.shape == "interval" or days.day_to is not None):
        return False
    start = next((place + 1 for place in range(opened - 1, -1, -1) if items[place].kind in ENDING), 0)
    return holds_phrase(items[start:opened], phrase_words().named_months)


def dates_aside(items: list[Item], index: int, place: int) -> bool:
    """Whether a bracket of only the period dates the figure before it, or the name whose figure is told behind it.

    "có 49 cơ sở đào tạo (năm 2013)", "Bão Katrina (năm 2005) làm chết 1.833 người"; no day, on which something was
    rather signed or told, but for that of a session: "Ở phiên trước (19/11), giá giảm 2%".
    """
    mention = items[index].period
    if mention is None or bracket_of(items, index) != index - 1:
        return False
    if mention.shape == "day" and not mention.as_of:
        return index < place and dates_session(items, index)
    if place < index:
        between = items[place + 1 : index - 1]
        return len(between) <= DATED_REACH and all(item.kind == "word" for item in between)
    if items[index - 2].kind != "word":
        return False
    inside = items[index + 2 : place]
    if mention.shape == "interval" and inside and inside[0].low == "," and _opens(items, index - 1):
        # "Đợt dịch thứ tư (từ 27/4 đến nay), | cả nước có 600 ca, 3 ca nặng"
        return True
    return not any(item.kind in {"punct", "quantity", "period"} for item in inside)


def dates_session(items: list[Item], index: int) -> bool:
    """Whether the bracket dates the session that opens the sentence: "Trong phiên điều chỉnh trước (19/11), …"."""
    behind = items[index + 2].low if index + 2 < len(items) else ""
    opening = items[: min(SESSION_REACH, index - 1)]
    return behind == "," and _opens(items, index - 1) and any(item.low in phrase_words().session for item in opening)


def _opens(items: list[Item], bracket: int) -> bool:
    """Whether nothing but words stands before the bracket."""
    return all(item.kind in {"word", "cue"} for item in items[:bracket])
