"""Days on which somebody told what a figure is, or on which the paper came out that it stands in."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.timing.period_behind import is_plain_day
from vnreport.assembly.timing.period_deeds import tells_done
from vnreport.assembly.timing.period_roles import PUBLISHING_ROW
from vnreport.grammar.values import PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# How many items before the day a word of making something public may stand: "gửi báo chí sáng 11/1".
PUBLISHING_REACH = 3
# Shapes of a day counted from today.
DAYS_COUNTED = frozenset({"now", "current", "previous"})


def is_of_speech(items: list[Item], index: int, place: int) -> bool:
    """Whether the period is the day on which somebody told the figure at `place`.

    "Chiều 20/3, ông A cho biết …", "Báo cáo mà cơ quan thống kê đưa ra sáng 29-5 ghi nhận …"; what happened or was done
    is of the day ("Tối 6/2, công an cho biết cả tỉnh xảy ra 7 vụ", "… cho biết đã bắt 3 người").
    """
    if not is_day_told(items, index):
        return False
    if any(item.row == PUBLISHING_ROW for item in items[max(0, index - PUBLISHING_REACH) : index]):
        return True
    if index > place and any(item.role == "report" for item in items[index - 2 : index]):
        return True  # "12 người chết, công an cho hay | sáng 26/12"
    if index < place and (_opens_speech(items, index) or _dates_paper(items, index)):
        return True
    told = next((i for i in range(index + 1, place) if _tells(items, i, place) or items[i].kind == "quantity"), place)
    if told == place or items[told].kind == "quantity":
        return False
    happened = any(item.low in phrase_words().happening for item in items[index + 1 : place])
    return not happened and not tells_done(items, told + 1, place)


def is_day_told(items: list[Item], index: int) -> bool:
    """Whether the period is a day by its date, or one counted from today: "20/3", "sáng nay"."""
    return is_plain_day(items, index) or _is_day_counted(items[index].period)


def _is_day_counted(mention: PeriodMention | None) -> bool:
    """Whether the period is one day counted from today: "sáng nay", "hôm qua"."""
    if mention is None or mention.shape not in DAYS_COUNTED or mention.unit != "day":
        return False
    return mention.count is None


def _opens_speech(items: list[Item], index: int) -> bool:
    """Whether what was told then stands behind the period: "ủy ban cho hay | chiều 27/11: có 29 xã đạt"."""
    return index > 0 and items[index - 1].role == "report" and items[index + 1].low == ":"


def _dates_paper(items: list[Item], index: int) -> bool:
    """Whether the period tells when the paper came out that has the figures: "Theo báo cáo đọc | sáng 8/12, …"."""
    words, before = phrase_words(), items[:index]
    if any(item.kind in {"punct", "quantity", "period"} for item in before):
        return False
    told = next((place for place in range(1, index) if before[place].low in words.delivered), None)
    return told is not None and holds_phrase(before[:told], words.paper)


def _tells(items: list[Item], index: int, place: int) -> bool:
    """Whether the item reports the figure at `place`, or makes public what has it: no "công bố 12 ca mắc"."""
    return items[index].role == "report" or (items[index].row == PUBLISHING_ROW and index + 1 < place)
