"""The `vnreport_records` component: drafts of records from the figures."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.assemble import Assembler
from vnreport.assembly.changes.figures import SentenceSpan
from vnreport.assembly.plan_sections import planned_sections
from vnreport.assembly.sentences.drafts import Draft
from vnreport.grammar.periods import PeriodGrammar
from vnreport.text.blocks import Block

# So many sentences a paragraph a text has at least, where its paragraphs are no lines of one sentence each: such texts
# of the 40 public articles and of the corpus have up to 1.14, others 1.17 and more.
LEAST_A_PARAGRAPH = 1.15


class RecordMaker:
    """Sets `layers.drafts` from `layers.figures` and `layers.reference`."""

    def __init__(self, assembler: Assembler) -> None:
        self.assembler = assembler

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        prose = self.assembler.assemble(
            layers.figures,
            reference=layers.reference,
            has_paragraphs=has_paragraphs(layers.sentences),
            sections=planned_sections(*_titles(layers.normalised.text, layers.blocks)),
        )
        layers.drafts = merged(prose, layers.table_drafts)
        return doc


def _titles(text: str, blocks: Sequence[Block]) -> tuple[str, list[tuple[int, str]]]:
    """The title, or "" for none, and the headings with the numbers of their blocks, without their marks."""
    title = next((text[block.body : block.end] for block in blocks if block.kind == "headline"), "")
    headings = [(n, text[block.body : block.end]) for n, block in enumerate(blocks) if block.kind == "heading"]
    return title, headings


def has_paragraphs(sentences: Sequence[SentenceSpan]) -> bool:
    """Whether the sentences stand in paragraphs, not each in a line of its own."""
    blocks = [sentence.block_index for sentence in sentences if sentence.block == "paragraph"]
    return len(blocks) >= LEAST_A_PARAGRAPH * len(set(blocks))


def merged(prose: list[Draft], tables: list[Draft]) -> list[Draft]:
    """The drafts of prose and tables in the order of their sentences; those of one keep their order."""
    return sorted([*prose, *tables], key=lambda draft: draft.sentence.start) if tables else prose


@Language.factory("vnreport_records")
def make_records(nlp: Language, name: str) -> RecordMaker:
    """The component with the shipped indicator lexicon."""
    return RecordMaker(Assembler(PeriodGrammar()))
