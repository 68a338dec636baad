"""The `vnreport_quantities` component: numbers with bounds, ranges, ratios and units."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.grammar.quantities import QuantityGrammar
from vnreport.lexicon.numbers import NumberLexicon


class QuantityFinder:
    """Sets `layers.quantities`; digits of periods are not quantities."""

    def __init__(self, grammar: QuantityGrammar) -> None:
        self.grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        taken = [(mention.start, mention.end) for mention in layers.periods]
        layers.quantities = self.grammar.find(layers.normalised.text, taken=taken)
        return doc


@Language.factory("vnreport_quantities")
def make_quantities(nlp: Language, name: str) -> QuantityFinder:
    """The component with the shipped numeral and unit lexicons."""
    return QuantityFinder(QuantityGrammar(NumberLexicon.load()))
