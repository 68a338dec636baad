"""The period that stands: what figures without one of their own take from the text before them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vnreport.assembly.sentences.drafts import SentenceItems
from vnreport.assembly.sentences.headings import is_report_heading
from vnreport.assembly.timing.period_choices import is_running_total
from vnreport.assembly.timing.period_deeds import leave_day, leave_event, leave_total
from vnreport.assembly.timing.period_lengths import (
    begins_after,
    ended_within,
    is_before,
    is_counted_in,
    is_day,
    is_long_over,
    is_over,
    is_running_year,
    is_whole_of,
    length_of,
    passes_beside,
)
from vnreport.assembly.timing.period_roles import TITLES, is_other_year, refers_back
from vnreport.assembly.timing.standings import Standing, Until, is_part_told, is_relative, is_total_within, is_year_told
from vnreport.grammar.calendar import lies_within
from vnreport.grammar.values import Period, PeriodMention

# What a report of a month or a quarter is about ended so many days before it at most, an article's matter so many.
RECENT_DAYS, SOME_MONTHS = 45, 120
# How many blocks a year and a span of years hold where neither the title nor the lead names them: "Năm 2015, …" in the
# run of a text is what its next lines are about, "giai đoạn 2016-2020" hardly more than its own.
YEAR_LINES, YEARS_LINES = 3, 1
# Figures so many blocks behind a year to come are what is planned for it; of a plan's or a title's year all are.
PLAN_LINES = 5
SPANS, BRIEF, LONGEST_YEAR = frozenset({"years", "interval"}), frozenset({"block", "sentence"}), 366
# Blocks and sentences from the first one on that tell what the document is about.
OPENING_BLOCKS, OPENING_SENTENCES = 3, 4


@dataclass(slots=True)
class TimeFrame:
    """The periods that stand, the one that figures take last, set by the last sentence that named one.

    One that only passes beside the one before ("tồn kho ngày 15/12" in a report of the year) stands on top of it, and
    gives way to it at the end of its section, block or sentence. `reference` is the document's date; without
    `has_paragraphs` its lines are sentences, and only what has no end ends with its line. `opening` are the texts of
    the periods that the title and the lead name, `titled` is the last that a title set, `season` the days that a
    bracket gives a holiday's, `day` the last day told; `plans` says up to which block a mention (by its start) makes
    what takes it a target, `plan` is the time of one told of since; `alone` is the block of the last sentence with
    figures if they took none, `whole` the time of its sum, `said` the last that it names; `is_behind` says that what
    lies behind a day's news is told; `closing` are the last lines, if told before too.
    """

    reference: date | None
    has_paragraphs: bool = True
    closing: frozenset[str] = frozenset()
    standing: list[Standing] = field(default_factory=list)
    seen: list[Period] = field(default_factory=list)
    section: tuple[int, ...] = ()
    block: int = 0
    sentences: int = 0
    in_title: bool = False
    opening: set[str] = field(default_factory=set)
    season: Period | None = None
    day: Period | None = None
    is_numbered: bool = False
    plans: dict[int, int] = field(default_factory=dict)
    titled: Period | None = None
    alone: int | None = None
    plan: Standing | None = None
    is_behind: bool = False
    whole: Standing | None = None
    said: Standing | None = None

    @property
    def period(self) -> Period | None:
        """The period that figures without one take."""
        return self.standing[-1].period if self.standing else None

    @property
    def mention(self) -> PeriodMention | None:
        """What said it."""
        return self.standing[-1].mention if self.standing else None

    @property
    def lasting(self) -> Standing | None:
        """The last period set that still holds for figures which name none."""
        return next((standing for standing in reversed(self.standing) if not self._has_lapsed(standing)), None)

    def is_told_first(self) -> bool:
        """Whether the title or the lead names the period that figures take: the document is about it."""
        return (standing := self.lasting) is not None and standing.period.iso in self.opening

    def enter(self, sentence: SentenceItems) -> None:
        """Goes back behind the periods that held up to this sentence; the first one set goes on."""
        self.section, self.block = sentence.section, sentence.block_index
        self.sentences += 1
        self.in_title = sentence.block in TITLES
        self.is_numbered = self.is_numbered or (sentence.block == "heading" and is_report_heading(sentence))
        while self.standing and self._is_over(self.standing[-1], sentence):
            last = self.standing[-1]
            alone = last.until == "sentence" and begins_after(last.period, self.reference)
            if len(self.standing) == 1 and last.period.last is not None and not alone:
                break
            self.standing.pop()
        leave_event(self.standing, sentence.items)
        self.is_behind = leave_day(self.standing, sentence.items) or self.is_behind
        if self.standing and self.block <= self.standing[-1].used + 1 and refers_back(sentence.items):
            self.standing[-1].line = self.block

    def _is_over(self, standing: Standing, sentence: SentenceItems) -> bool:
        if standing.until == "sentence" and not refers_back(sentence.items, now=standing.is_now):
            return True
        if standing.until == "block" and standing.block != self.block and not self._is_broken_down(standing, sentence):
            return True
        return self.section[: len(standing.section)] != standing.section

    def _is_broken_down(self, standing: Standing, sentence: SentenceItems) -> bool:
        """Whether a sentence goes on with the figures of the block before it: "Trong đó, …"."""
        return self.block <= standing.used + 1 and refers_back(sentence.items, now=standing.is_now)

    def _has_lapsed(self, standing: Standing) -> bool:
        """Whether a year or a day up to which something was counted is too far off to hold: "Năm 2015, … | … | …".

        So is any time of years ago. None that the title or the lead names, and none in a document with sections.
        """
        period, lines = standing.period, self.block - standing.line
        if lines > YEAR_LINES and self._is_left_plan(standing):
            return True
        if lines <= YEARS_LINES or self.section or period.iso in self.opening:
            return False
        whole = period.as_of or period.iso.isdigit()
        if (standing.until == "section" and whole) or standing.is_long_past(self.reference):
            return True
        if standing.mention is not None and standing.mention.shape in SPANS and length_of(period) > LONGEST_YEAR:
            return True
        return lines > YEAR_LINES and (period.last is None or whole)

    def _is_left_plan(self, standing: Standing) -> bool:
        """Whether a time to come was named under another heading of an article, which is on something else."""
        if self.is_numbered or standing.in_title:
            return False
        return begins_after(standing.period, self.reference) and standing.heading != self.section

    def list_on(self, unit: str, name: str) -> None:
        """Lets a period hold on where the next line is in the same unit ("… 44 tỷ | … 50 tỷ"); notes the `name`."""
        standing = self.lasting
        if standing is None:
            return
        standing.used = self.block
        standing.told.update((unit, *name.split()))
        if self.block == standing.block or not standing.units:
            standing.units.add(unit)
        elif unit in standing.units and self.block <= standing.line + 1:
            standing.line = self.block

    def note(self, periods: Sequence[Period | None], *, alone: bool) -> None:
        """Notes which periods a sentence's figures have, and whether they took none of the text before them."""
        for standing in self.standing:
            if standing.period in periods:
                standing.used = self.block
        self.alone = self.block if alone else None

    def open(self, periods: Iterable[Period | None]) -> None:
        """Notes what the title and the lead name: it holds throughout the document."""
        if self.in_title or (self.block < OPENING_BLOCKS and self.sentences <= OPENING_SENTENCES):
            self.opening |= {period.iso for period in periods if period is not None}

    def announce(self, period: Period, mention: PeriodMention, *, planned: bool, foreseen: bool = False) -> None:
        """Takes the period of a sentence without figures: what will be or holds from then on is of its own time."""
        alone = period.last is None or (foreseen and not planned and begins_after(period, self.reference))
        if alone and (not self.in_title or (self.titled is not None and not self.is_numbered)):
            return self.stand(period, mention, "sentence")
        return self.move(period, mention, planned=planned)

    def move(
        self, period: Period, mention: PeriodMention, *, planned: bool, averaged: bool = False, alone: bool = False
    ) -> None:
        """Takes the period that a sentence set, in place of those that it does not only pass beside or that lapsed.

        A part of it that is singled out (`alone`) stands for that sentence only, and so does what is told of now, or to
        the end of the block where a year that is not over stands.
        """
        lasts = planned or self.in_title
        self.plans[mention.start] = sys.maxsize if lasts else self.block + PLAN_LINES
        part = alone and self.period is not None and lies_within(period, self.period)
        if (mention.shape == "now" or part) and not self.in_title:
            in_year = mention.shape == "now" and is_running_year(self.period, self.reference)
            self.stand(period, mention, "block" if in_year else "sentence")
            return
        if self.has_paragraphs and not lasts and self._is_ahead(period):
            self.stand(period, mention, "block")
            return
        if self._is_running_total(period, mention) and not self.in_title:
            self.stand(period, mention, "sentence")
            return
        month = self._month_of(period, averaged=averaged)
        leave_total(self.standing, period, self.reference)
        while self.standing:
            below = self.standing[-1]
            if below.in_title and self.section and below.period.iso == period.iso:
                return
            told = below.in_title or (
                below.period.iso in self.opening and is_total_within(period, mention, below.period)
            )
            if told and is_over(below.period, self.reference) and self._is_counted_in(period, below.period):
                lasts = bool(self.section) or (period.first is None and period.iso in self.opening)
                self.stand(period, mention, "section" if lasts else "block")
                return
            recent = ended_within(period, self.reference, days=SOME_MONTHS) and 0 < length_of(period) <= LONGEST_YEAR
            left = below.gives_way_to(period) or (recent and self._has_lapsed(below))
            if below.until not in BRIEF and passes_beside(period, below.period) and not left:
                self.stand(period, mention, self._end_of(period, below.period))
                return
            self.standing.pop()
        self.stand(period, mention, "", month)

    def _is_counted_in(self, period: Period, base: Period) -> bool:
        """Whether a total is counted up to a day of the period that the title names, or in a report up to its end."""
        return not self.in_title and bool(period.as_of or self.section) and is_counted_in(period, base, self.reference)

    def _is_running_total(self, period: Period, mention: PeriodMention) -> bool:
        """Whether what was counted up to now is told beside a time that stands, or since a day beside another."""
        if self.period is None or period.last != self.reference:
            return False
        if self.period.first is None:
            return length_of(period) > LONGEST_YEAR
        return is_running_total(mention) or (mention.open_end and is_day(self.period))

    def _is_ahead(self, period: Period) -> bool:
        """Whether a time to come stands behind one that is not, or a year that is not over behind a part of it."""
        if period.iso not in self.opening and is_whole_of(period, self.period, self.reference):
            return True
        ahead = period.first is not None and begins_after(period, self.reference)
        return ahead and self.period is not None and not begins_after(self.period, self.reference)

    def _month_of(self, period: Period, *, averaged: bool) -> Standing | None:
        """The last month of an average over months, if it stands: "CPI tháng 5 …, bình quân 5 tháng …"."""
        standing = self.lasting
        if standing is None or standing.period.last != period.last or standing.period.first is None:
            return None
        if standing.period.iso == period.iso:
            return standing.month
        return (standing.month or standing) if averaged else None

    def stand(self, period: Period, mention: PeriodMention, until: Until, month: Standing | None = None) -> None:
        """Takes the period on top of those that stand, up to where it holds."""
        section, title, at = self.section if until else (), self.in_title, self.block
        self.titled, self.plan, self.is_behind = period if title else self.titled, None, False
        new = Standing(period, mention, until, section, at, at, at, heading=self.section, in_title=title, month=month)
        self.standing.append(new)

    def _end_of(self, period: Period, base: Period) -> Literal["section", "block", "sentence"]:
        """How far a passing period holds: that of a title, or one that ended before, to the end of its section.

        Days before the one up to which all is counted hold for their sentence only.
        """
        if self.in_title:
            return "section"
        if period.last is not None and base.first is None:
            return "sentence"
        broken = period.last is None or (self.has_paragraphs and not is_before(period, base))
        return "block" if broken else "section"

    def is_recent(self, period: Period) -> bool:
        """Whether a period ended shortly before the document's date, or ends soon after it."""
        return ended_within(period, self.reference, days=RECENT_DAYS)

    def is_past(self) -> bool:
        """Whether the period that stands ended well before the document's date."""
        standing = self.lasting
        if self.reference is None or standing is None or standing.period.last is None:
            return False
        return standing.is_now or is_long_over(standing.period, self.reference)

    def is_aside(self, period: Period, mention: PeriodMention, *, estimated: bool = False, opens: bool = False) -> bool:
        """Whether a period leaves the standing one as it is.

        "năm trước" does, and a plan's days ("đến 31/12/2025", "từ nay đến hết năm"), but not the days up to which a
        report at their end is estimated ("ước đến 31/12"), nor "Cả năm, …" that opens a sentence of a report (`opens`).
        """
        whole = is_year_told(period, mention, self.reference) or (opens and self.section)
        part = self.has_paragraphs and is_part_told(period, mention, self.period)
        relative = is_relative(mention) and not whole and not part
        if self.period is not None and (relative or is_other_year(mention)):
            return True
        if self.reference is None or period.last is None or period.last <= self.reference:
            return False
        if estimated and is_over(period, self.reference):
            return False
        return mention.as_of or (mention.shape == "interval" and period.first == self.reference)
