"""The `vnreport_acronyms` component: acronyms and their expansions, as annotations."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.grammar.acronyms import AcronymGrammar


class AcronymFinder:
    """Sets `layers.acronyms`; the text is never rewritten."""

    def __init__(self, grammar: AcronymGrammar) -> None:
        self.grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        layers.acronyms = self.grammar.find(layers.normalised.text)
        return doc


@Language.factory("vnreport_acronyms")
def make_acronyms(nlp: Language, name: str) -> AcronymFinder:
    """The component with the shipped acronym lexicon."""
    return AcronymFinder(AcronymGrammar())
