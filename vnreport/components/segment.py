"""The `vnreport_segment` component: blocks and sentences."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.figures import SentenceSpan
from vnreport.text.blocks import split_blocks
from vnreport.text.sentences import split_sentences

SECTION_OPENERS = frozenset({"heading", "list_item"})


@Language.component("vnreport_segment")
def segment(doc: Doc) -> Doc:
    """The doc with `layers.blocks` and `layers.sentences`; reads `layers.normalised`."""
    layers = doc._.layers
    text = layers.normalised.text
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
