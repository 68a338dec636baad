"""Reads tables: grids with their captions in, drafts of records out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.tables.captions import Caption, CaptionReader, LabelledUnit
from vnreport.assembly.tables.cells import CellReader
from vnreport.assembly.tables.columns import Column, ColumnReader
from vnreport.assembly.tables.grids import TableCell, TableGrid
from vnreport.assembly.tables.labels import LabelReader, RowLabel, set_parents
from vnreport.assembly.tables.naming import NameLexicon, Namer
from vnreport.assembly.tables.plans import Figures, make_plan
from vnreport.assembly.tables.records import PERCENT, POINTS, RecordMaker, RowFigures
from vnreport.assembly.tables.timing import TableTimes
from vnreport.assembly.tables.unit_texts import TableUnit, UnitTexts
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.quantities import QuantityGrammar
from vnreport.grammar.values import Period
from vnreport.lexicon.cues import CueRow, Phrases
from vnreport.lexicon.load import read_rows
from vnreport.lexicon.places import Places
from vnreport.lexicon.table_words import load_table_words
from vnreport.text.markers import load_outline

FIGURE_SHARE = 0.5
"""A column is one of figures when at least so many of its filled cells are."""

COMPARING = frozenset({"change", "ratio", "versus"})


class TableReader:
    """Reads tables with the packaged lexicons; holds no state of a document."""

    def __init__(self, quantities: QuantityGrammar, periods: PeriodGrammar) -> None:
        words, outline = load_table_words(), load_outline()
        self.units = UnitTexts(quantities, words)
        self.words = words
        self.periods = periods
        self.columns = ColumnReader(words, self.units, periods)
        self.captions = CaptionReader(words, self.units, periods, outline)
        self.labels = LabelReader(words, self.units, periods, outline)
        self.cells = CellReader(quantities, words)

    @cached_property
    def _names(self) -> NameLexicon:
        """What names are read with, loaded at the first table."""
        return NameLexicon(Phrases(read_rows("indicators", CueRow)), self.words, Places())

    def read(self, text: str, grid: TableGrid, *, reference: date | None, before: Period | None = None) -> list[Draft]:
        """The drafts of the table's records; none where it holds no figures that anything names.

        `before` is the period of the table above, which one that names none goes on with.
        """
        if not grid.header and len(grid.body) and not grid.captions:
            return []
        caption = self.captions.read(text, grid.captions, grid.titles, reference, group=grid.group)
        caption.period = caption.period or before
        columns = self.columns.read(grid)
        stub = self._settle(text, grid, columns)
        if stub is None:
            return []
        rows = self._rows(text, grid, columns, stub, caption)
        self._default_units(text, grid, columns, caption, rows)
        times = TableTimes(self.periods, caption, reference)
        self._read_figures(text, grid, columns, rows, times, caption)
        numbers: dict[int, Figures] = {column.index: [_number(row, column.index) for row in rows] for column in columns}
        own: dict[int, Period | None] = {column.index: times.own(column) for column in columns}
        bases = {column.index: times.base(column, caption.period) for column in columns}
        plan = make_plan(columns, own, bases, numbers)
        namer = Namer(text, self._names, self.units, caption)
        drafts = RecordMaker(text, grid, caption, plan, times, namer).drafts(rows)
        return [draft for draft in drafts if draft.indicator is not None]

    def _settle(self, text: str, grid: TableGrid, columns: list[Column]) -> Column | None:
        """Settles by the cells what the headers leave open; returns the column of row labels, None without one."""
        ditto = self.words.surfaces("ditto")
        for column in columns:
            cells = [row[column.index] for row in grid.body]
            filled = [cell for cell in cells if cell is not None and not self.cells.is_blank(cell)]
            figures = sum(1 for cell in filled if self.cells.is_figure(cell))
            numeric = bool(filled) and figures >= FIGURE_SHARE * len(filled)
            if column.kind == "unit":
                named = sum(1 for c in filled if c.text in ditto or self.units.read(text, c.start, c.end) is not None)
                column.kind = "unit" if 2 * named >= len(filled) else "stub"
            elif not filled or (not numeric and column.kind in {"level", "share", "contribution", *COMPARING}):
                column.kind = "text" if filled else "skip"
            elif column.kind == "level" and grid.header and column.start is None and figures:
                column.kind = "serial" if column.index == 0 and len(filled) > 1 else "skip"
        stubs = [c for c in columns if c.kind == "stub"] or [c for c in columns if c.kind == "text"]
        if not stubs and any(column.kind == "date" for column in columns):
            stubs = [column for column in columns if column.kind == "serial"]
        if not stubs:
            return None
        stub = min(stubs, key=lambda column: column.index)
        for column in columns:
            if column is not stub and column.kind in {"stub", "text"}:
                column.kind = "skip"
        return stub

    def _rows(
        self, text: str, grid: TableGrid, columns: Sequence[Column], stub: Column, caption: Caption
    ) -> list[RowFigures | None]:
        """The rows with their labels and units; None for those without a label."""
        serial = next((c.index for c in columns if c.kind == "serial" and c.index < stub.index), None)
        unit_column = next((c.index for c in columns if c.kind == "unit"), None)
        labels: list[RowLabel | None] = []
        for row in grid.body:
            cell = row[stub.index]
            number = row[serial] if serial is not None else None
            mark = number.text if number is not None else ""
            if cell is None or not cell.text or not any(char.isalnum() for char in cell.text):
                labels.append(None)
                continue
            labels.append(self.labels.read(text, cell, mark, has_serials=serial is not None))
        groups = [self._is_group(row, columns) for row in grid.body]
        set_parents(labels, groups)
        found: list[RowFigures | None] = []
        last: TableUnit | None = None
        for row, label in zip(grid.body, labels, strict=True):
            if label is None:
                found.append(None)
                continue
            unit = label.unit
            if unit_column is not None:
                last = self._unit(text, row[unit_column], last)
                unit = last or unit or _unit_above(label, found)
            found.append(RowFigures(label, unit, {}))
        return found

    def _unit(self, text: str, cell: TableCell | None, last: TableUnit | None) -> TableUnit | None:
        """The unit in a row's cell; the one above for ditto marks."""
        if cell is None or not cell.text:
            return None
        if cell.text.strip() in self.words.surfaces("ditto"):
            return last
        return self.units.read(text, cell.start, cell.end, sure=True)

    def _is_group(self, row: Sequence[TableCell | None], columns: Sequence[Column]) -> bool:
        """Whether a row has no figure in any column of figures."""
        return not any(
            self.cells.is_figure(row[column.index])
            for column in columns
            if column.kind in {"level", "share", "contribution", *COMPARING}
        )

    def _default_units(
        self, text: str, grid: TableGrid, columns: Sequence[Column], caption: Caption, rows: Sequence[RowFigures | None]
    ) -> None:
        """Gives columns without a unit of their own that of the caption, of their kind, or of their name."""
        plain = [told for told in caption.units if not told.label]
        counted = [column for column in columns if column.kind in {"level", "share", "contribution", *COMPARING}]
        paired = len(plain) == len(counted) > 1
        for place, column in enumerate(counted):
            labelled = _labelled(caption.units, column)
            if column.unit is not None:
                continue
            if labelled is not None:
                column.unit = labelled
            elif paired:
                column.unit = plain[place].unit
            elif len(plain) > 1 and not grid.header and place >= len(counted) - len(plain) + 1:
                column.unit = plain[place - len(counted)].unit
            elif column.kind == "contribution":
                column.unit = TableUnit(POINTS)
            elif self._is_rate(column):
                column.unit = TableUnit(PERCENT)
            elif column.kind == "level":
                other = [told for told in caption.units if told.unit.unit.code != "%"] or caption.units
                column.unit = other[0].unit if other else None
                named = column.name or caption.subject
                if column.unit is None and named:
                    column.unit = self.units.counted(text, *named[0])

    def _is_rate(self, column: Column) -> bool:
        """Whether a column without a unit is in per cent: a share, a rate by its name, a growth against a baseline."""
        if column.kind == "level":
            return self.words.opens("rate_name", column.words) > 0
        if column.kind == "change":
            return bool(column.baseline) or self.words.find("growth_name", column.text) is not None
        return column.kind in {"share", "ratio", "versus"}

    def _read_figures(
        self,
        text: str,
        grid: TableGrid,
        columns: Sequence[Column],
        rows: Sequence[RowFigures | None],
        times: TableTimes,
        caption: Caption,
    ) -> None:
        """Reads the figures of all rows in the unit of their row, else of their column."""
        for cells, row in zip(grid.body, rows, strict=True):
            if row is None:
                continue
            for column in columns:
                cell = cells[column.index]
                if cell is None or not cell.text:
                    continue
                if column.kind == "date":
                    mention = next(iter(self.periods.find(text, cell.start, cell.end)), None)
                    row.date = times.resolve(mention, None) if mention is not None else None
                    continue
                if column.kind not in {"level", "share", "contribution", *COMPARING}:
                    continue
                unit = self._unit_of(text, row, column, caption, columns)
                quantity = self.cells.read(text, cell, unit)
                if quantity is not None:
                    row.figures[column.index] = quantity

    def _unit_of(
        self, text: str, row: RowFigures, column: Column, caption: Caption, columns: Sequence[Column]
    ) -> TableUnit | None:
        """The unit of a row's figure: for levels the row's own first, unless the column says per cent."""
        if column.kind != "level":
            return column.unit
        if column.unit is not None and column.unit.unit.code == "%" and column.start is not None:
            return column.unit
        if row.unit is not None:
            return row.unit
        if (column.unit is None or not column.name) and self.words.opens("rate_name", row.label.text):
            return TableUnit(PERCENT)
        if column.unit is None or (column.start is None and not caption.own_units):
            told = column.name or any(other.kind == "unit" for other in columns)
            counted = None if told else self.units.counted(text, *row.label.name)
            return counted or column.unit
        return column.unit


def _unit_above(label: RowLabel, rows: Sequence[RowFigures | None]) -> TableUnit | None:
    """The unit of the row that "Trong đó" breaks down."""
    above = rows[label.parent] if label.part and label.parent is not None else None
    return None if above is None else above.unit


def _number(row: RowFigures | None, index: int) -> Decimal | None:
    """The number of a row in a column, None where it has none."""
    if row is None or index not in row.figures:
        return None
    return row.figures[index].number


def _labelled(units: Sequence[LabelledUnit], column: Column) -> TableUnit | None:
    """The unit whose label in the caption shares its words with a column's header, or None."""
    words = set(column.text.lower().replace(",", " ").split())
    for told in units:
        label = set(told.label.lower().replace(",", " ").split())
        if label and words and len(words & label) * 2 >= len(words):
            return told.unit
    return None
