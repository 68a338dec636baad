"""Sentences with their quantities and periods in; items and the figures' roles out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from vnreport.assembly.changes.roles import SKIPPED_HINTS, assign_roles
from vnreport.assembly.sentences.conditions import conditions
from vnreport.assembly.sentences.drafts import Figure, SentenceItems
from vnreport.assembly.sentences.itemising import itemise
from vnreport.assembly.sentences.listed_ranks import rank_in_row
from vnreport.assembly.sentences.moved_lengths import measured_lengths
from vnreport.assembly.sentences.numbered_names import numbered_names
from vnreport.assembly.sentences.water_marks import set_beside_marks
from vnreport.grammar.values import PeriodMention, Quantity
from vnreport.lexicon.cues import load_cues
from vnreport.text.words import Words
from vnreport.values import value

# No sentence of the corpus or of 2,800 public articles is longer; what is, is a list or a table without stops.
LONGEST = 4000
S = TypeVar("S", Quantity, PeriodMention)


@value(frozen=True, slots=True)
class SentenceSpan:
    """A sentence of the normalised text with the kind and number of its block.

    `section` are the numbers of the headings and list items that it stands under, from the outermost in.
    """

    start: int
    end: int
    block: str
    block_index: int
    section: tuple[int, ...] = ()


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
        *,
        words: Words | None,
    ) -> list[tuple[SentenceItems, list[Figure]]]:
        """The sentences that carry a quantity or a period, as items, each with its figures and their roles.

        `quantities` and `periods` are in order of their starts; with no `words` each syllable is a word of its own.
        """
        found: list[tuple[SentenceItems, list[Figure]]] = []
        quantity_at, period_at = 0, 0
        silent: tuple[int, int] | None = None
        for span in _bounded(text, sentences):
            inside, quantity_at = _within(quantities, quantity_at, span)
            inside = [
                quantity
                for quantity in measured_lengths(text, rank_in_row(text, inside))
                if quantity.hint not in SKIPPED_HINTS
            ]
            said, period_at = _within(periods, period_at, span)
            if not inside and not said:
                silent = (span.start, span.end)
                continue
            items = itemise(text, span.start, span.end, quantities=inside, periods=said, cues=self._cues, words=words)
            held = [items[place].quantity for place in (*conditions(text, items), *numbered_names(text, items))]
            if held:
                inside = [quantity for quantity in inside if quantity not in held]
                items = itemise(
                    text, span.start, span.end, quantities=inside, periods=said, cues=self._cues, words=words
                )
            set_beside_marks(items)
            sentence = SentenceItems(text, span.start, span.end, items, span.block, span.block_index, span.section)
            sentence.behind, silent = silent, None
            found.append((sentence, assign_roles(sentence)))
        return found


def _bounded(text: str, sentences: Sequence[SentenceSpan]) -> Iterator[SentenceSpan]:
    """The sentences, those longer than `LONGEST` cut at white space: assembly is quadratic in a sentence's figures."""
    for span in sentences:
        start = span.start
        while span.end - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            cut = start + LONGEST if cut < 0 else cut
            yield replace(span, start=start, end=cut)
            start = cut
        yield span if start == span.start else replace(span, start=start)


def _within(spans: Sequence[S], place: int, sentence: SentenceSpan) -> tuple[list[S], int]:
    """The spans from index `place` on that start in the sentence, and the index after them."""
    inside: list[S] = []
    while place < len(spans) and spans[place].start < sentence.end:
        if spans[place].start >= sentence.start:
            inside.append(spans[place])
        place += 1
    return inside, place
