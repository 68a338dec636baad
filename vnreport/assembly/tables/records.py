"""Turns the rows of a table into drafts of records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from vnreport.assembly.sentences.drafts import TABLE, BaselineDraft, Change, Draft, SentenceItems
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.origins import FROM_TABLE
from vnreport.assembly.tables.captions import Caption
from vnreport.assembly.tables.columns import Column
from vnreport.assembly.tables.grids import TableGrid
from vnreport.assembly.tables.labels import RowLabel
from vnreport.assembly.tables.naming import NamedRow, Namer
from vnreport.assembly.tables.plans import Comparison, Plan
from vnreport.assembly.tables.timing import TableTimes, year_period
from vnreport.assembly.tables.unit_texts import TableUnit
from vnreport.grammar.calendar import same_period_before
from vnreport.grammar.values import Period, Quantity, Unit

ADDITIVE = frozenset({"count", "money", "measure"})
"""Kinds of units whose parts add up to their whole; shares and prices do not."""


@dataclass(slots=True)
class RowFigures:
    """A row: its label, the unit that it names, and the figures of its columns."""

    label: RowLabel
    unit: TableUnit | None
    figures: dict[int, Quantity]
    date: Period | None = None


class RecordMaker:
    """Makes the drafts of one table."""

    def __init__(
        self, text: str, grid: TableGrid, caption: Caption, plan: Plan, times: TableTimes, namer: Namer
    ) -> None:
        self._text = text
        self._grid = grid
        self._caption = caption
        self._plan = plan
        self._times = times
        self._namer = namer
        self._made: dict[tuple[int, int], Draft] = {}

    def drafts(self, rows: Sequence[RowFigures | None]) -> list[Draft]:
        """The drafts of all rows in the order of their figures."""
        found: list[Draft] = []
        for index, row in enumerate(rows):
            if row is None or not row.figures:
                continue
            made = self._row(index, row, rows)
            found += sorted(made, key=lambda draft: draft.sentence.items[draft.place].start)
        return found

    def _row(self, index: int, row: RowFigures, rows: Sequence[RowFigures | None]) -> list[Draft]:
        """The drafts of one row."""
        sentence = self._sentence(index, row)
        places = {item.start: place for place, item in enumerate(sentence.items)}
        parents = _parents(row.label, rows)
        made = []
        for column, comparisons in self._plan.levels:
            quantity = row.figures.get(column.index)
            changes = [self._change(c, row, column, places) for c in comparisons if c.column.index in row.figures]
            if quantity is None:
                continue
            draft = self._draft(column, row, sentence, parents)
            draft.quantity, draft.place, draft.changes = quantity, places[quantity.outer_start], changes
            if self._is_growth(column, row, quantity):
                self._make_growth(draft, quantity)
                made.append(draft)
                continue
            draft.parent = self._parent(row, rows, column, quantity)
            self._made[index, column.index] = draft
            made.append(draft)
        alone = [comparison for comparison in self._plan.alone if comparison.column.index in row.figures]
        if alone:
            draft = self._draft(alone[0].column, row, sentence, parents)
            draft.role = "growth"
            draft.changes = [self._change(comparison, row, None, places) for comparison in alone]
            draft.place = min(change.place for change in draft.changes)
            made.append(draft)
        return made

    def _sentence(self, index: int, row: RowFigures) -> SentenceItems:
        """The row as a sentence whose items are its figures."""
        cells = [cell for cell in self._grid.body[index] if cell is not None and cell.text]
        figures = sorted(row.figures.values(), key=lambda quantity: quantity.outer_start)
        items = [Item("quantity", q.outer_start, q.outer_end, "", quantity=q) for q in figures]
        start = min(cell.start for cell in cells)
        return SentenceItems(self._text, start, max(cell.end for cell in cells), items, TABLE, -1)

    def _draft(self, column: Column, row: RowFigures, sentence: SentenceItems, parents: Sequence[RowLabel]) -> Draft:
        """A draft of a row in a column with its name, period and status."""
        role = {"share": "share", "contribution": "contribution"}.get(column.kind, "value")
        draft = Draft(role, 0, sentence)
        left = [c for c, _ in self._plan.levels if c.index < column.index and c.kind == "level"]
        measured = next((c for c in reversed(left) if c.name and not _is_percent(c)), None)
        figure = row.figures.get(column.index)
        unit = figure.unit if figure is not None else None
        named = NamedRow(row.label, parents, unit, row.unit is not None)
        draft.indicator, draft.scope = self._namer.name(column, named, measured)
        if len(draft.indicator.parts if draft.indicator else ()) > 1:
            draft.inherited["indicator"] = FROM_TABLE
        now = [c for c in left if c.status != "target" and not c.earlier]
        if column.kind in {"share", "contribution"} and column.own is None and not column.status and now:
            column = now[-1]
        self._set_time(draft, column, row)
        draft.status = column.status or "actual"
        if column.status in {"", "actual"} and self._caption.status and not column.earlier:
            draft.status = self._caption.status
            if self._caption.status_span is not None:
                draft.rules["status"] = ("table.caption", *self._caption.status_span)
        elif column.status:
            draft.rules["status"] = ("table.column", column.start, column.end)
        return draft

    def _set_time(self, draft: Draft, column: Column, row: RowFigures) -> None:
        """The period of the row, the column or the caption, in this order."""
        if row.label.period is not None:
            draft.mention = row.label.period
            draft.period = self._times.resolve(row.label.period, column.year)
            return
        if row.date is not None:
            draft.period = row.date
            return
        own = column if column.kind not in {"change", "ratio", "versus"} or column.own is not None else None
        draft.period = self._times.own(column) if own is not None else self._caption.period
        if column.own is not None:
            draft.mention = column.own
        else:
            draft.mention, draft.inherited["period"] = self._caption.mention, FROM_TABLE

    def _change(self, comparison: Comparison, row: RowFigures, level: Column | None, places: dict[int, int]) -> Change:
        """The comparison of a row, with its baseline and the earlier figure where a column prints it."""
        column = comparison.column
        printed = row.figures[column.index]
        number = printed.number or Decimal(0)
        value = row.figures.get(level.index) if level is not None else None
        base = row.figures.get(comparison.base.index) if comparison.base is not None else None
        direction = comparison.direction
        if direction == "change":
            direction = _sign(number, value, base)
        unit = printed.unit
        if unit is None and comparison.direction == "change" and value is not None:
            unit = value.unit
        amount = replace(printed, number=abs(number), unit=unit)
        change = Change(direction, amount, places[printed.outer_start], f"table.{comparison.direction}")
        own = self._times.own(level) if level is not None else self._own(column)
        change.baseline_period = self._baseline(comparison, own)
        kind = "target" if column.baseline == "target" else "period"
        if change.baseline_period is None and not column.baseline and comparison.base is None:
            kind = "unstated"
        change.baseline = BaselineDraft(kind, column.base, column.start, column.end, "baseline.table")
        change.baseline_value = base
        return change

    def _is_growth(self, column: Column, row: RowFigures, quantity: Quantity) -> bool:
        """Whether a figure is a rate of growth by its name ("Tốc độ tăng GDP"), which is no value."""
        if quantity.unit is None or quantity.unit.code != "%" or column.kind != "level":
            return False
        return self._namer.is_growth(column.words or row.label.text)

    def _make_growth(self, draft: Draft, quantity: Quantity) -> None:
        """Makes a draft one of growth: no value, the rate as its change against the same span a year before."""
        number = quantity.number or Decimal(0)
        change = Change(_sign(number, None, None), replace(quantity, number=abs(number)), draft.place, "table.growth")
        known = draft.period is not None and draft.status != "target"
        change.baseline = BaselineDraft("period" if known else "unstated", None, None, None, "baseline.default.year")
        change.baseline_period = same_period_before(draft.period) if known and draft.period is not None else None
        draft.role, draft.quantity, draft.changes = "growth", None, [change, *draft.changes]

    def _own(self, column: Column) -> Period | None:
        """The period of a comparison that has no level."""
        return self._times.own(column) if column.own is not None else self._caption.period

    def _baseline(self, comparison: Comparison, own: Period | None) -> Period | None:
        """The period compared with: the header's, the base column's, the plan's year, or the span a year before."""
        column, base = comparison.column, comparison.base
        named = self._times.base(column, own)
        if named is not None:
            return named
        if base is not None:
            found = self._times.own(base)
            if found is not None:
                return found
        if own is None or own.last is None:
            return None
        return year_period(own.last.year) if column.baseline == "target" else same_period_before(own)

    def _parent(
        self, row: RowFigures, rows: Sequence[RowFigures | None], column: Column, quantity: Quantity
    ) -> Draft | None:
        """The draft in the same column of the nearest row above that this row is a part of."""
        if quantity.unit is None or quantity.unit.kind not in ADDITIVE:
            return None
        index = row.label.parent
        while index is not None:
            draft = self._made.get((index, column.index))
            if draft is not None:
                whole = draft.quantity.unit if draft.quantity is not None else None
                return draft if whole is not None and whole.code == quantity.unit.code else None
            above = rows[index]
            index = above.label.parent if above is not None else None
        return None


def _is_percent(column: Column) -> bool:
    return column.unit is not None and column.unit.unit.code == "%"


def _parents(label: RowLabel, rows: Sequence[RowFigures | None]) -> list[RowLabel]:
    """The labels of the rows that a row is a part of, nearest first."""
    found: list[RowLabel] = []
    index = label.parent
    while index is not None:
        row = rows[index]
        if row is None:
            break
        found.append(row.label)
        index = row.label.parent
    return found


def _sign(number: Decimal, value: Quantity | None, base: Quantity | None) -> str:
    """`up`, `down` or `flat`; a rate printed without its minus takes the sign that both levels give."""
    if number == 0:
        return "flat"
    if number > 0 and value is not None and base is not None and value.number is not None and base.number is not None:
        return "down" if value.number < base.number else "up"
    return "up" if number > 0 else "down"


PERCENT = Unit(0, 0, "%", "percent", "unit.percent")
"""The unit of shares and comparisons whose header leaves its sign out."""

POINTS = Unit(0, 0, "pp", "pp", "unit.pp")
"""The unit of contributions whose header leaves it out."""
