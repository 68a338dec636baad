"""The period that stands: what figures without one of their own take from the text before them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from vnreport.grammar.values import Period, PeriodMention

# Mentions that look from the figure at hand ("năm trước", "trong tháng") and set nothing for the next sentence.
RELATIVE_SHAPES = frozenset({"previous", "current"})
# What a report of a month or a quarter is about ended so many days before it, or ends so many days after it.
RECENT_DAYS = 45
SOON_DAYS = 31


@dataclass(slots=True)
class TimeFrame:
    """The period that figures without one of their own take: set by the last sentence that named one.

    `base` is the period and mention that the section began with; one that only passes ("tồn kho ngày 15/12") gives way
    to it at the next section. One without an end ("từ 1/7") gives way to the last that had one, `closed`, at the next
    paragraph. `reference` is the document's date.
    """

    reference: date | None
    period: Period | None = None
    mention: PeriodMention | None = None
    seen: list[Period] = field(default_factory=list)
    section: int = 0
    block: int = 0
    base: tuple[Period, PeriodMention | None] | None = None
    closed: tuple[Period, PeriodMention | None] | None = None

    def enter(self, section: int, block: int) -> None:
        """Goes back to the base where a new section or block begins behind a passing period.

        Behind any other period, a new section takes that for its base.
        """
        if block != self.block:
            self.block = block
            if self.closed is not None and self.period is not None and self.period.last is None:
                self.period, self.mention = self.closed
        if section == self.section:
            return
        self.section = section
        if self.base is not None and self.period is not None and _is_passing(self.period, self.base[0]):
            self.period, self.mention = self.base
        self.base = None if self.period is None else (self.period, self.mention)

    def move(self, period: Period | None, mention: PeriodMention | None) -> None:
        """Takes the period that a sentence set; None takes it away."""
        if self.period is not None and self.period.last is not None:
            self.closed = (self.period, self.mention)
        self.period, self.mention = period, mention
        if period is not None and self.base is None:
            self.base = (period, mention)

    def is_recent(self, period: Period) -> bool:
        """Whether a period ended shortly before the document's date, or ends soon after it."""
        if self.reference is None or period.last is None:
            return False
        return -SOON_DAYS <= (self.reference - period.last).days <= RECENT_DAYS

    def is_aside(self, period: Period, mention: PeriodMention) -> bool:
        """Whether a period leaves the standing one as it is: "năm trước", or a plan's day ("đến 31/12/2025")."""
        if self.period is not None and (
            (mention.shape in RELATIVE_SHAPES and mention.anchor != "reference") or mention.years_back
        ):
            return True
        return mention.as_of and self.reference is not None and period.last is not None and period.last > self.reference


def length_of(period: Period) -> int:
    """The days of a period from its first to its last; 0 for an as-of day, -1 for one without an end."""
    if period.last is None:
        return -1
    return (period.last - period.first).days if period.first is not None else 0


def _is_passing(period: Period, base: Period) -> bool:
    """Whether a period only passes beside a section's base: an open one, one that ended before it, or one within it."""
    if period.last is None:
        return True
    if period.iso == base.iso or period.first is None or base.first is None:
        return False
    if period.last < base.first:
        return True
    return base.last is not None and base.first <= period.first and period.last <= base.last
