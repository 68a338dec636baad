"""The `vnreport_segment` component: blocks, sentences, and the splitter of their words."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.changes.figures import SentenceSpan
from vnreport.text.blocks import Block, split_blocks
from vnreport.text.sentences import split_lines
from vnreport.text.words import Words, load_words

SECTION_OPENERS = frozenset({"heading", "list_item"})
# The rank of a list item without a number, below all that have one.
LOWEST = 99


class Segmenter:
    """Sets `layers.blocks`, `layers.sentences` and `layers.words`; reads `layers.normalised`."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        text = layers.normalised.text
        layers.words = self.words
        lines = [line for block in split_blocks(text) for line in split_lines(text, block)]
        layers.blocks = [block for block, _ in lines]
        layers.sentences = []
        outline: list[tuple[int, int]] = []
        for number, (block, sentences) in enumerate(lines):
            if block.kind in SECTION_OPENERS:
                rank = _rank(block)
                while outline and outline[-1][0] >= rank:
                    outline.pop()
                outline.append((rank, number))
            section = tuple(opener for _, opener in outline)
            layers.sentences.extend(
                SentenceSpan(sentence.start, sentence.end, block.kind, number, section) for sentence in sentences
            )
        return doc


def _rank(block: Block) -> int:
    """How deep a heading or list item stands: an unnumbered heading above, an unnumbered item below all others."""
    if block.level is not None:
        return block.level
    return 0 if block.kind == "heading" else LOWEST


@Language.factory("vnreport_segment")
def make_segment(nlp: Language, name: str) -> Segmenter:
    """The component with the packaged word model. Raises ModelFileError where that is missing or damaged."""
    return Segmenter(load_words())
