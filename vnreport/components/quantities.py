"""The `vnreport_quantities` component: numbers with bounds, ranges, ratios and units."""

from __future__ import annotations

from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.grammar.quantities import QuantityGrammar
from vnreport.lexicon.numbers import NumberLexicon
from vnreport.text.words import Words

# Characters behind a number in which the word of a counted noun is looked for.
WORD_REACH = 40


class QuantityFinder:
    """Sets `layers.quantities`; digits of periods are not quantities."""

    def __init__(self, grammar: QuantityGrammar) -> None:
        self.grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        text = layers.normalised.text
        taken = [(mention.start, mention.end) for mention in layers.periods]
        word_end = None if layers.words is None else partial(_word_end, layers.words, text)
        layers.quantities = self.grammar.find(text, taken=taken, word_end=word_end)
        return doc


def _word_end(words: Words, text: str, start: int) -> int:
    """Where the word ends that starts at the offset: "cá nhân" of "5 cá nhân được khen thưởng"."""
    end, limit = start, min(len(text), start + WORD_REACH)
    while end < limit and (text[end].isalpha() or text[end] == " "):
        end += 1
    found = words.split(text, start, end)
    return found[0][1] if found else start


@Language.factory("vnreport_quantities")
def make_quantities(nlp: Language, name: str) -> QuantityFinder:
    """The component with the shipped numeral and unit lexicons."""
    return QuantityFinder(QuantityGrammar(NumberLexicon.load()))
