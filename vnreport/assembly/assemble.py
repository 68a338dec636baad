"""Figures of all sentences in, drafts of records out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vnreport.assembly.baselines import assign_baselines
from vnreport.assembly.drafts import BaselineDraft, Draft, Figure, SentenceItems
from vnreport.assembly.indicators import IndicatorNamer, Topics
from vnreport.assembly.linking import link
from vnreport.assembly.statuses import set_status
from vnreport.assembly.timing import TimeFrame, Timekeeper
from vnreport.grammar.periods import PeriodGrammar
from vnreport.lexicon.cues import CueRow, Phrases
from vnreport.lexicon.load import read_rows


class Assembler:
    """Turns a document's layers into drafts; holds the lexicons, no state of a document."""

    def __init__(self, periods: PeriodGrammar) -> None:
        self._namer = IndicatorNamer(Phrases(read_rows("indicators", CueRow)))
        self._times = Timekeeper(periods)

    def assemble(
        self, figures: Sequence[tuple[SentenceItems, list[Figure]]], *, reference: date | None
    ) -> list[Draft]:
        """The drafts of the document in reading order, every field set that the text allows."""
        topics, frame = Topics(), TimeFrame(reference)
        drafts: list[Draft] = []
        held: BaselineDraft | None = None
        open_draft: Draft | None = None
        for sentence, sentence_figures in figures:
            found = self._sentence(sentence, sentence_figures, open_draft, topics, frame)
            held = assign_baselines(found, sentence, held)
            for draft in found:
                for change in draft.changes:
                    if change.baseline_period is None:
                        self._times.set_baseline_period(draft, change, frame)
            drafts.extend(found)
            open_draft = found[-1] if found else None
        _settle_headlines(drafts)
        return drafts

    def _sentence(
        self,
        sentence: SentenceItems,
        figures: list[Figure],
        open_draft: Draft | None,
        topics: Topics,
        frame: TimeFrame,
    ) -> list[Draft]:
        """The drafts of one sentence with indicator, status and period."""
        found = link(sentence, figures, open_draft=open_draft)
        parent: Draft | None = None
        for draft in found:
            _set_parent(draft, found, parent)
            parent = draft if draft.parent is None else draft.parent
            self._namer.name(draft, found, topics)
            set_status(draft)
        self._times.set_periods(found, sentence, frame)
        return found


def _set_parent(draft: Draft, found: list[Draft], parent: Draft | None) -> None:
    """A draft that stands behind "trong đó" or in brackets is part of the one before."""
    items = draft.sentence.items
    index = found.index(draft)
    if index == 0 or parent is None:
        return
    before = found[index - 1]
    between = items[before.place + 1 : draft.place]
    if any(item.role == "part" for item in between) or items[draft.place].depth > items[before.place].depth:
        draft.parent = before if before.parent is None or items[before.place].depth == 0 else before.parent
    elif before.parent is not None and not any(item.low == ";" for item in between):
        draft.parent = before.parent


def _settle_headlines(drafts: list[Draft]) -> None:
    """A headline's figure takes its period from the same figure in the body, or from the first period named."""
    body = [draft for draft in drafts if draft.sentence.block != "headline"]
    for draft in drafts:
        if draft.sentence.block != "headline" or draft.mention is not None:
            continue
        twin = next((other for other in body if _same_figure(draft, other)), None)
        source = twin or next((other for other in body if other.period is not None), None)
        if source is not None:
            draft.period, draft.mention = source.period, source.mention
            draft.inherited["period"] = "body"


def _same_figure(draft: Draft, other: Draft) -> bool:
    """Whether two drafts state the same number: of their values, or of their first changes."""
    ours = draft.quantity or (draft.changes[0].quantity if draft.changes else None)
    theirs = other.quantity or (other.changes[0].quantity if other.changes else None)
    if ours is None or theirs is None or ours.number is None:
        return False
    return ours.number == theirs.number and (draft.quantity is None) == (other.quantity is None)
