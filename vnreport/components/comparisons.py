"""The `vnreport_comparisons` component: every figure's role in its sentence (value, change, share, baseline value)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.changes.figures import FigureReader


class FigureFinder:
    """Sets `layers.figures` from the sentences, quantities and periods."""

    def __init__(self, reader: FigureReader) -> None:
        self.reader = reader

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        layers.figures = self.reader.read(
            layers.normalised.text, layers.sentences, layers.quantities, layers.periods, words=layers.words
        )
        return doc


@Language.factory("vnreport_comparisons")
def make_comparisons(nlp: Language, name: str) -> FigureFinder:
    """The component with the shipped cue lexicon."""
    return FigureFinder(FigureReader())
