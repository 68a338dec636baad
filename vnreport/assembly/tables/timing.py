"""Resolves the periods of a table's columns and of what they compare with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vnreport.assembly.tables.captions import Caption
from vnreport.assembly.tables.columns import Column
from vnreport.grammar.calendar import same_period_before
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import SAME_PERIOD, Period, PeriodMention


class TableTimes:
    """The periods of one table: those of its columns, else the caption's."""

    def __init__(self, grammar: PeriodGrammar, caption: Caption, reference: date | None) -> None:
        self._grammar = grammar
        self._caption = caption
        self._reference = reference

    def own(self, column: Column) -> Period | None:
        """The period of a level or a comparison: its header's, the plan's year, or the caption's."""
        if column.own is not None and column.own.shape != SAME_PERIOD:
            return self.resolve(column.own, column.year)
        if column.earlier and self._caption.period is not None:
            return same_period_before(self._caption.period)
        if column.status == "target":
            year = column.year or self._year()
            return self._caption.period if year is None else year_period(year)
        return self._caption.period

    def resolve(self, mention: PeriodMention, year: int | None) -> Period | None:
        """The days that a mention of a header or row means within the caption's time."""
        if mention.year is None and year is not None and mention.shape != "year":
            mention = replace(mention, year=year)
        return self._grammar.resolve(
            mention, own=self._caption.period, reference=self._reference, year=year or self._year()
        )

    def base(self, column: Column, own: Period | None) -> Period | None:
        """The period that a comparison names as its baseline, against the period of what it compares."""
        if column.base is None:
            return None
        if column.base.shape == "previous" and own is not None and column.base.unit == "year" and len(own.iso) != 4:
            return same_period_before(own)
        year = own.last.year if own is not None and own.last is not None else self._year()
        return self._grammar.resolve(column.base, own=own, reference=self._reference, year=year)

    def _year(self) -> int | None:
        period = self._caption.period
        if self._caption.year is not None:
            return self._caption.year
        return period.last.year if period is not None and period.last is not None else None


def year_period(year: int) -> Period:
    """The calendar year as a period."""
    return Period(str(year), date(year, 1, 1), date(year, 12, 31))
