"""The `vnreport_quantities` component: numbers with bounds, ranges, ratios and units."""

from __future__ import annotations

from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.grammar.quantities import QuantityGrammar
from vnreport.lexicon.numbers import NumberLexicon
from vnreport.text.words import Words, load_words

# Characters behind a number in which the word of a counted noun is looked for.
WORD_REACH = 40


class QuantityFinder:
    """Sets `layers.quantities`; digits of periods are not quantities."""

    def __init__(self, grammar: QuantityGrammar, words: Words) -> None:
        self.grammar = grammar
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        text = layers.normalised.text
        taken = [(mention.start, mention.end) for mention in layers.periods]
        layers.quantities = self.grammar.find(text, taken=taken, word_end=partial(self._word_end, text))
        return doc

    def _word_end(self, text: str, start: int) -> int:
        """Where the word ends that starts at the offset: "cá nhân" of "5 cá nhân được khen thưởng"."""
        end = start
        while end < min(len(text), start + WORD_REACH) and (text[end].isalpha() or text[end] == " "):
            end += 1
        found = self.words.split(text, start, end)
        return found[0][1] if found else start


@Language.factory("vnreport_quantities")
def make_quantities(nlp: Language, name: str) -> QuantityFinder:
    """The component with the shipped numeral and unit lexicons."""
    return QuantityFinder(QuantityGrammar(NumberLexicon.load()), load_words())
