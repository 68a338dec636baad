"""Times that are told of something, which what was told of something else before is not of."""

from __future__ import annotations

from datetime import date

from vnreport.assembly.sentences.drafts import FORECAST, TO_COME, Draft
from vnreport.assembly.sentences.futures import tells_future
from vnreport.assembly.sentences.topics import name_of
from vnreport.assembly.timing.period_lengths import is_day, is_year
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.lexicon.phrase_words import phrase_words

# Shapes of times that reports are of.
REPORTED = frozenset({"month", "months", "quarter", "half", "year"})
# A day so many before the document's is as good as that.
LATEST = 7


def is_time_of_other(source: Draft, draft: Draft, reference: date | None) -> bool:
    """Whether the source is of part of a year, or all up to a day, that is none of the last, and of another thing than
    the draft: "Đến hết tháng 4, tín dụng tăng 5%", told on 21/5, says nothing of the rates told before."""
    period = source.period
    if period is None or period.last is None or is_day(period) or is_year(period):
        return False
    recent = reference is not None and 0 <= (reference - period.last).days <= LATEST
    return not recent and not is_named_alike(draft, source)


def is_named_alike(draft: Draft, other: Draft) -> bool:
    """Whether two drafts have a word of their names in common that tells what is measured."""
    return bool(set(name_of(draft).split()) & set(name_of(other).split()) - phrase_words().any_name)


def is_to_come_behind(draft: Draft, frame: TimeFrame) -> bool:
    """Whether the draft tells what is yet to come, and the time that stands is over: "năm 2017 tiêu thụ 5 tỉ lít. … giá
    sẽ tăng | 11%", "Tín dụng quý I tăng 3%. Lãi suất sẽ lên | 9%" told in April; what is foreseen is of no day of news:
    "Ngày 3/5, giá còn 40 USD. Giá có thể xuống | 38 USD"."""
    standing, reference = frame.lasting, frame.reference
    if draft.status not in TO_COME or standing is None:
        return False
    if frame.is_past():
        # "vượt kế hoạch (kế hoạch | 500 tỷ đồng)" of the year that is over
        return draft.status == FORECAST or not draft.sentence.items[draft.place].depth
    last = standing.period.last
    over = reference is not None and last is not None and last <= reference
    shape = "" if standing.mention is None else standing.mention.shape
    if over and shape in REPORTED and tells_future(draft.sentence.items[: draft.place]):
        return True
    return draft.status == FORECAST and is_day(standing.period) and over
