"""The `vnreport_segment` component: blocks, sentences, and the splitter of their words."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.figures import SentenceSpan
from vnreport.text.blocks import split_blocks
from vnreport.text.sentences import split_sentences
from vnreport.text.words import Words, load_words

SECTION_OPENERS = frozenset({"heading", "list_item"})


class Segmenter:
    """Sets `layers.blocks`, `layers.sentences` and `layers.words`; reads `layers.normalised`."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        text = layers.normalised.text
        layers.words = self.words
        layers.blocks = split_blocks(text)
        layers.sentences = []
        section = 0
        for number, block in enumerate(layers.blocks):
            section = number if block.kind in SECTION_OPENERS else section
            layers.sentences.extend(
                SentenceSpan(sentence.start, sentence.end, block.kind, number, section)
                for sentence in split_sentences(text, block)
            )
        return doc


@Language.factory("vnreport_segment")
def make_segment(nlp: Language, name: str) -> Segmenter:
    """The component with the packaged word model. Raises ModelFileError where that is missing or damaged."""
    return Segmenter(load_words())
