"""Periods behind the figures that they date."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.assembly.timing.period_brackets import dates_aside
from vnreport.assembly.timing.period_events import DEADLINE_FRAME
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues within a list of figures: "…, làm 16 người chết và bị thương 9 người".
JOINING = frozenset({"cause", "conjunction", "soft", "have", "aux", "tense"})
# How many items before a period may stand the figure that it is behind: "90% vào năm 2025", "4 cơ sở đào tạo trong …".
BEHIND_REACH = 8


def is_plain_day(items: list[Item], index: int) -> bool:
    """Whether the period is a single day that is neither an as-of date nor the start of an open span."""
    mention = items[index].period
    if mention is None or mention.shape != "day" or mention.day_to is not None:
        return False
    return not mention.as_of and not mention.open_end


def place_behind(items: list[Item], after: list[int], place: int) -> int | None:
    """The first period behind a figure if it holds for all the clause before it: a deadline, or that of a whole list.

    "ghép 192 chi cục thành 90 chi cục, hoàn thành trước 1-7-2018"; "Cần Thơ 86 xe, Hậu Giang 68 xe trong năm 2022".
    """
    if not after or not _ends_clause(items, after[0]):
        return None
    between = items[place + 1 : after[0]]
    if any(item.kind == "punct" and item.low in ";:." for item in between):
        return None
    if _is_deadline(items, after[0]) or _ends_figures(items, place, after[0]):
        return after[0]
    return None


def _is_deadline(items: list[Item], period: int) -> bool:
    """Whether only what will be done by then stands between a comma and the deadline: ", hoàn thành trước 30/6"."""
    mention = items[period].period
    if mention is None or DEADLINE_FRAME not in mention.rule:
        return False
    said: list[str] = []
    for item in reversed(items[:period]):
        if item.kind not in {"word", "cue"}:
            return item.low == "," and any(" ".join(said).endswith(word) for word in phrase_words().completing)
        said.insert(0, item.low)
    return False


def _ends_figures(items: list[Item], place: int, period: int) -> bool:
    """Whether a period ends a list of counts or amounts, of which the one at `place` is none that is dated itself.

    "86 xe, Hậu Giang 68 xe trong năm 2022", "42 vụ, làm chết 16 người trong 5 tháng", "1 người chết, 3 người bị thương
    tối 7/6".
    """
    if items[period - 1].low not in phrase_words().dating and not _dates_last(items, period):
        return False
    between = items[place + 1 : period]
    figures = [items[place], *(item for item in between if item.kind == "quantity")]
    if len(figures) == 1 or any(item.kind == "period" or _parts_list(item) for item in between):
        return False
    return all(item.quantity is not None and item.quantity.code for item in figures)


def _parts_list(item: Item) -> bool:
    """Whether a cue tells something new of the figures behind it, and not where they are: "giảm", no "ở"."""
    return bool(item.role) and item.role not in JOINING and item.low not in phrase_words().place


def _dates_last(items: list[Item], period: int) -> bool:
    """Whether the period is a day in the clause of the figure before it, commas between names aside."""
    if not is_plain_day(items, period):
        return False
    last = next((index for index in range(period - 1, -1, -1) if items[index].kind == "quantity"), 0)
    inside = range(last + 1, period)
    return all(items[index].low != "," or _joins_names(items, index) for index in inside)


def _ends_clause(items: list[Item], period: int) -> bool:
    """Whether the sentence ends behind the period, or a sign stands there that is no bracket."""
    behind = items[period + 1] if period + 1 < len(items) else None
    return behind is None or (behind.kind == "punct" and behind.low != "(")


def is_behind_figure(items: list[Item], index: int) -> bool:
    """Whether the period stands behind a figure in its phrase, so is that figure's: "6,6% trong năm 2019 và 6,5% …"."""
    for item in reversed(items[max(0, index - BEHIND_REACH) : index]):
        if item.kind != "word":
            return item.kind == "quantity"
    return False


def is_near(items: list[Item], place: int, period: int) -> bool:
    """Whether a period behind the figure is its own: in its clause, alone in a bracket, or at the end of a list."""
    if dates_aside(items, period, place) or _same_clause(items, place, period):
        return True
    return _ends_list(items, place, period)


def is_right_behind(items: list[Item], place: int, period: int) -> bool:
    """Whether at most a preposition stands between the figure and the period after it: "8%/năm giai đoạn 2015-2020"."""
    return all(item.low in phrase_words().dating for item in items[place + 1 : period])


def _same_clause(items: list[Item], place: int, period: int) -> bool:
    """Whether no figure, no break and no reason stands between the figure and the period after it, but in brackets."""
    causes, depth = phrase_words().cause, items[place].depth
    return not any(
        item.kind == "quantity"
        or (item.low.rpartition(" ")[2] in causes and not item.is_inner)
        or (item.kind == "punct" and item.low in ",;:()" and not _joins_names(items, index))
        or item.role in {"up", "down", "then"}
        or (item.role == "report" and not _is_asked(items, place, index))
        or item.low in phrase_words().opposed
        for index, item in enumerate(items[place + 1 : period], place + 1)
        if item.depth <= depth
    )


def ends_on_day(items: list[Item], place: int, period: int) -> bool:
    """Whether the day behind figures is that of what befell those counted: "bắt 3 người và 18 thí sinh tại sân bay,
    phía tây thành phố, | vào ngày 15/9 | khi họ nhập cảnh"."""
    if period < place or not is_plain_day(items, period) or items[period - 1].low not in phrase_words().dating:
        return False
    counted = [item for item in items[place:period] if item.kind == "quantity"]
    if any(item.quantity is None or item.quantity.kind != "count" for item in counted):
        return False
    return not any(
        item.role in {"up", "down", "then", "report", "source", "part"}
        or (item.kind == "punct" and item.low in ";:.()")
        or item.low in phrase_words().opposed
        for item in items[place + 1 : period]
    )


def _is_asked(items: list[Item], place: int, index: int) -> bool:
    """Whether those who tell are the ones counted: "| 46% doanh nghiệp | cho biết đã tuyển thêm người trong quý 2"."""
    opens = place == 0 or items[place - 1].kind == "punct"
    return opens and all(item.kind == "word" for item in items[place + 1 : index])


def _joins_names(items: list[Item], index: int) -> bool:
    """Whether the item is a comma between the names of a place and the one around it: "làng Mỹ Hòa, Bến Tre"."""
    return items[index].low == "," and items[index - 1].is_name and items[index + 1].is_name


def _ends_list(items: list[Item], place: int, period: int) -> bool:
    """Whether only nouns stand between a figure and the period at its end: "giảng viên, trợ giảng năm 2017"."""
    if not _ends_clause(items, period):
        return False
    between = items[place + 1 : period]
    if (
        not between
        or between[0].kind != "word"
        or between[-1].kind != "word"
        or between[-1].low in phrase_words().dating
    ):
        return False
    return all(item.kind == "word" or item.low == "," for item in between)
