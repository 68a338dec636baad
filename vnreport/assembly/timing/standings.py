"""A period that stands for figures which name none, and how far it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vnreport.assembly.timing.period_lengths import begins_after, is_long_past, is_year
from vnreport.grammar.calendar import lies_within
from vnreport.grammar.values import SCHOOL_YEAR, Period, PeriodMention

# The lexicon row of "tính đến", "đến hết".
AS_OF_FRAME = "frame.as_of"
# Mentions that look from the figure at hand ("năm trước", "trong tháng") and set nothing for the next sentence.
CURRENT = "current"
RELATIVE_SHAPES = frozenset({"previous", CURRENT})

Until = Literal["", "section", "block", "sentence"]


@dataclass(slots=True)
class Standing:
    """A period that stands until another one is set, or to the end of its section, block or sentence.

    `section` is the path of headings under which it was set, `block` the number of the block; `line` that of the last
    block of a list that goes on with it, whose figures are in one of `units`, `used` that of the last figure which took
    it; `told` are the units and the words of the names of all that did. `heading` is the path where it was set, however
    far it holds, `in_title` whether a title set it. `month` is, behind an average over months, the last of them if that
    stood before.
    """

    period: Period
    mention: PeriodMention | None
    until: Until
    section: tuple[int, ...]
    block: int
    line: int
    used: int
    units: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    heading: tuple[int, ...] = ()
    in_title: bool = False
    month: Standing | None = None

    @property
    def is_now(self) -> bool:
        """Whether the period was said as the present."""
        return self.mention is not None and self.mention.shape == "now"

    def gives_way_to(self, period: Period) -> bool:
        """Whether it is a school year, of which a calendar year is no part: "lớp 10 năm học 2019-2020. Năm nay …"."""
        return self.mention is not None and self.mention.shape == SCHOOL_YEAR and is_year(period)

    def is_counted_anew(self, period: Period, day: date | None) -> bool:
        """Whether it runs up to the document's date, and the same was told up to an earlier day: "Từ đầu năm đến nay,
        bộ ra 9 văn bản. | Trong 4 tháng đầu năm |, tỉnh nhập 3 tấn"."""
        own = self.period
        if own.first is None or own.last != day or period.last is None or self.in_title:
            return False
        return (period.as_of and period.last >= own.first) or period.first == own.first

    def begins_after(self, day: date | None) -> bool:
        """Whether the period has an end and lies ahead of a day, or its last day does where it has no first."""
        return self.period.last is not None and begins_after(self.period, day)

    def is_long_past(self, day: date | None) -> bool:
        """Whether the period ended years before a day, or began then and has no end."""
        return is_long_past(self.period, day)


def is_relative(mention: PeriodMention) -> bool:
    """Whether a mention looks from the figure at hand, not from the document's date."""
    return mention.shape in RELATIVE_SHAPES and mention.anchor != "reference"


def is_part_told(period: Period, mention: PeriodMention, whole: Period | None) -> bool:
    """Whether it is a part of the time that stands: "quý II và 6 tháng đầu năm; | trong quý có 49 triệu người"."""
    if mention.shape != CURRENT or whole is None or whole.first is None or whole.iso == period.iso:
        return False
    return lies_within(period, whole)


def is_year_told(period: Period, mention: PeriodMention, reference: date | None) -> bool:
    """Whether a year that is over is told as a whole: "suốt năm 2023 …; tháng 12 cũng … | Cả năm có 9 vụ"."""
    if mention.shape != CURRENT or mention.unit != "year" or reference is None or period.last is None:
        return False
    return period.last <= reference


def is_total_within(period: Period, mention: PeriodMention, base: Period) -> bool:
    """Whether a total is counted up to a day before the end of a base: "năm 2017 …; đến hết tháng 11 có 5 nghìn"."""
    if AS_OF_FRAME not in mention.rule or period.last is None or base.last is None:
        return False
    return period.last < base.last
