"""The `vnreport_periods` component: period mentions and the document's date."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.grammar.document_date import DocumentDates
from vnreport.grammar.periods import PeriodGrammar

NO_DATE = "no document date was given or found; relative periods stay null"


class PeriodFinder:
    """Sets `layers.periods`, and `layers.reference` from the text where the caller gave none."""

    def __init__(self, grammar: PeriodGrammar) -> None:
        self.grammar = grammar
        self.dates = DocumentDates(grammar)

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        text = layers.normalised.text
        stated = self.dates.find(text)
        found = self.grammar.find(text)
        layers.periods = found if stated is None else [m for m in found if not stated[1] <= m.start < stated[2]]
        if layers.reference is None and stated is not None:
            layers.reference, layers.reference_source = stated[0], "text"
        elif layers.reference is None:
            layers.warnings.append(NO_DATE)
        return doc


@Language.factory("vnreport_periods")
def make_periods(nlp: Language, name: str) -> PeriodFinder:
    """The component with the shipped period lexicon."""
    return PeriodFinder(PeriodGrammar())
