"""Sentences with their quantities and periods in; items and the figures' roles out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from vnreport.assembly.drafts import Figure, SentenceItems
from vnreport.assembly.items import itemise
from vnreport.assembly.roles import SKIPPED_HINTS, assign_roles
from vnreport.grammar.values import PeriodMention, Quantity
from vnreport.lexicon.cues import load_cues

S = TypeVar("S", Quantity, PeriodMention)


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence of the normalised text with the kind and number of its block."""

    start: int
    end: int
    block: str
    block_index: int


class FigureReader:
    """Reads sentences as items; holds the cue lexicon, no state of a document."""

    def __init__(self) -> None:
        self._cues = load_cues()

    def read(
        self,
        text: str,
        sentences: Sequence[SentenceSpan],
        quantities: Sequence[Quantity],
        periods: Sequence[PeriodMention],
    ) -> list[tuple[SentenceItems, list[Figure]]]:
        """The sentences that carry a quantity or a period, as items, each with its figures and their roles.

        `quantities` and `periods` are in order of their starts.
        """
        found: list[tuple[SentenceItems, list[Figure]]] = []
        quantity_at, period_at = 0, 0
        for span in sentences:
            inside, quantity_at = _within(quantities, quantity_at, span)
            inside = [quantity for quantity in inside if quantity.hint not in SKIPPED_HINTS]
            said, period_at = _within(periods, period_at, span)
            if not inside and not said:
                continue
            items = itemise(text, span.start, span.end, quantities=inside, periods=said, cues=self._cues)
            sentence = SentenceItems(text, span.start, span.end, items, span.block, span.block_index)
            found.append((sentence, assign_roles(sentence)))
        return found


def _within(spans: Sequence[S], place: int, sentence: SentenceSpan) -> tuple[list[S], int]:
    """The spans from index `place` on that start in the sentence, and the index after them."""
    inside: list[S] = []
    while place < len(spans) and spans[place].start < sentence.end:
        if spans[place].start >= sentence.start:
            inside.append(spans[place])
        place += 1
    return inside, place
