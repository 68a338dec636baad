"""The `vnreport_tables` component: tables of the text and of the reader as drafts, their lines taken from the prose."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.changes.figures import SentenceSpan
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.tables.finding import TableFinder
from vnreport.assembly.tables.grids import Span, moved
from vnreport.assembly.tables.reading import TableReader
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.quantities import QuantityGrammar
from vnreport.grammar.values import Period
from vnreport.lexicon.numbers import NumberLexicon


class TableDrafter:
    """Sets `layers.table_drafts`, and takes the lines of tables out of `layers.sentences`."""

    def __init__(self, reader: TableReader) -> None:
        self.reader = reader
        self.finder = TableFinder(reader)

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        text = layers.normalised.text
        grids = [moved(grid, text, layers.normalised.from_original) for grid in layers.tables]
        grids += self.finder.find(text, taken=sorted(span for grid in grids for span in grid.taken))
        taken: list[Span] = []
        period: Period | None = None
        for grid in grids:
            drafts = self.reader.read(text, grid, reference=layers.reference, before=period)
            period = latest_period(drafts) or period
            layers.table_drafts += drafts
            taken += grid.taken if drafts else grid.data_rows()
        if taken:
            spans = sorted(taken)
            layers.sentences = [kept for span in layers.sentences for kept in outside(span, spans)]
        return doc


def outside(sentence: SentenceSpan, taken: list[Span]) -> list[SentenceSpan]:
    """What of a sentence no taken span covers; they are in order and do not overlap."""
    kept: list[SentenceSpan] = []
    start = sentence.start
    for index in range(bisect_right(taken, start, key=lambda span: span[1]), len(taken)):
        first, last = taken[index]
        if first >= sentence.end:
            break
        if first > start:
            kept.append(replace(sentence, start=start, end=first))
        start = max(start, last)
    if start < sentence.end:
        kept.append(sentence if start == sentence.start else replace(sentence, start=start))
    return kept


def latest_period(drafts: list[Draft]) -> Period | None:
    """The period that a table is about: the last that its records of what was done have, None without one."""
    periods = [draft.period for draft in drafts if draft.period is not None and draft.status != "target"]
    return max(periods, key=lambda period: period.last or period.first or date.min, default=None)


@Language.factory("vnreport_tables")
def make_tables(nlp: Language, name: str) -> TableDrafter:
    """The component with the shipped lexicons."""
    return TableDrafter(TableReader(QuantityGrammar(NumberLexicon.load()), PeriodGrammar()))
