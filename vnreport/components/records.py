"""The `vnreport_records` component: drafts of records from the figures."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.assemble import Assembler
from vnreport.assembly.drafts import Draft
from vnreport.grammar.periods import PeriodGrammar


class RecordMaker:
    """Sets `layers.drafts` from `layers.figures` and `layers.reference`."""

    def __init__(self, assembler: Assembler) -> None:
        self.assembler = assembler

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        prose = self.assembler.assemble(layers.figures, reference=layers.reference)
        layers.drafts = merged(prose, layers.table_drafts)
        return doc


def merged(prose: list[Draft], tables: list[Draft]) -> list[Draft]:
    """The drafts of prose and tables in the order of their sentences; those of one keep their order."""
    return sorted([*prose, *tables], key=lambda draft: draft.sentence.start) if tables else prose


@Language.factory("vnreport_records")
def make_records(nlp: Language, name: str) -> RecordMaker:
    """The component with the shipped indicator lexicon."""
    return RecordMaker(Assembler(PeriodGrammar()))
