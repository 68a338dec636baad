"""The typed layers that the pipeline's steps keep on a `Doc`, in `doc._.layers`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from vnreport.assembly.changes.figures import SentenceSpan
from vnreport.assembly.sentences.drafts import Draft, Figure, SentenceItems
from vnreport.assembly.tables.grids import TableGrid
from vnreport.assembly.trust.confidence import Confidence
from vnreport.grammar.values import AcronymSpan, PeriodMention, Quantity
from vnreport.text.blocks import Block
from vnreport.text.normalise import Normalised
from vnreport.text.words import Words

if TYPE_CHECKING:
    from vnreport.records.models import Check


@dataclass(slots=True)
class Layers:
    """What the steps found so far; every offset is of `normalised.text`, half-open.

    `original` is the input as given; `reference` the document's date with where it came from (`caller`, `text`, or ""
    for none); `tables` the grids that a reader gave, `table_drafts` what all tables say; `figures` the sentences that
    carry a figure or a period, as items, with their figures' roles; `runs` what the tagger found in them, as item
    ranges with a label, by the start of the sentence. `words` splits the text into words where a step asks for them,
    None where no step set it.
    """

    original: str
    normalised: Normalised
    reference: date | None = None
    reference_source: str = ""
    blocks: list[Block] = field(default_factory=list)
    sentences: list[SentenceSpan] = field(default_factory=list)
    words: Words | None = None
    acronyms: list[AcronymSpan] = field(default_factory=list)
    periods: list[PeriodMention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    tables: list[TableGrid] = field(default_factory=list)
    table_drafts: list[Draft] = field(default_factory=list)
    figures: list[tuple[SentenceItems, list[Figure]]] = field(default_factory=list)
    runs: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    checks: dict[int, list[Check]] = field(default_factory=dict)
    confidences: list[Confidence] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
