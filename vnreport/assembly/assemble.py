"""Figures of all sentences in, drafts of records out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vnreport.assembly.captions import settle_captions
from vnreport.assembly.carried_statuses import carry_statuses
from vnreport.assembly.changes.baselines import assign_baselines
from vnreport.assembly.changes.held_baselines import still_held
from vnreport.assembly.changes.linking import link
from vnreport.assembly.lent_units import lend_units
from vnreport.assembly.names.bonuses import add_holidays
from vnreport.assembly.names.extremes import add_extremes
from vnreport.assembly.names.full_heads import fill_heads
from vnreport.assembly.names.indicators import name_indicator, recall
from vnreport.assembly.names.listed_names import share_listed
from vnreport.assembly.names.name_lexicon import NameLexicon
from vnreport.assembly.names.remember import forget_parts
from vnreport.assembly.names.scores import settle_scores
from vnreport.assembly.names.shared_causes import share_causes
from vnreport.assembly.names.sides import add_sides
from vnreport.assembly.names.wholes import whole_by_size
from vnreport.assembly.plan_sections import settle_planned
from vnreport.assembly.repeats import settle_repeats
from vnreport.assembly.scopes.carried_scopes import carry_scopes, share_scopes
from vnreport.assembly.scopes.full_names import set_full_names
from vnreport.assembly.scopes.grounds import add_grounds
from vnreport.assembly.scopes.main_names import add_main_name
from vnreport.assembly.scopes.matters import add_matters
from vnreport.assembly.scopes.neighbours import add_neighbours
from vnreport.assembly.scopes.openings import add_openings
from vnreport.assembly.scopes.other_places import set_own_places
from vnreport.assembly.scopes.places_behind import add_places_behind
from vnreport.assembly.scopes.scopes import ScopeNames
from vnreport.assembly.scopes.self_tellers import add_self_tellers
from vnreport.assembly.sentences.clauses import opens_breakdown
from vnreport.assembly.sentences.drafts import BaselineDraft, Draft, Figure, SentenceItems
from vnreport.assembly.sentences.headings import closing_repeats
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.assembly.sentences.pairs import pair_off
from vnreport.assembly.sentences.parts import PartFinder
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.sums import shares_of_one, totals
from vnreport.assembly.sentences.topics import Topics, unit_code, unit_kind
from vnreport.assembly.settling import keep_named, settle_facts, settle_periods
from vnreport.assembly.statuses import StatusFinder, set_status, settle_statuses
from vnreport.assembly.timing.bonus_years import settle_bonuses
from vnreport.assembly.timing.feasts import settle_feasts
from vnreport.assembly.timing.price_days import settle_prices
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.assembly.timing.timing import Timekeeper
from vnreport.assembly.units import UnitFiller
from vnreport.grammar.numerals import Numerals
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.units import Units
from vnreport.lexicon.counted_nouns import CountedNouns
from vnreport.lexicon.cues import CueRow, load_cues
from vnreport.lexicon.load import read_rows
from vnreport.lexicon.numbers import NumberLexicon
from vnreport.lexicon.phrase_words import phrase_words

# The lexicon row of the nouns that announce a count: "số", "tổng số".
COUNTER_ROW = "head.counter"
# The lexicon rows of exports and imports, and of the totals of national accounts.
TRADE_ROW, ACCOUNTS_ROW = "core.trade", "core.accounts"
# The rows of units that count things.
GOODS_ROWS = "thing."


class Assembler:
    """Turns a document's layers into drafts; holds the lexicons, no state of a document."""

    def __init__(self, periods: PeriodGrammar) -> None:
        heads = read_rows("indicators", CueRow)
        numbers = NumberLexicon.load()
        surfaces = {row.id: row.surfaces for row in heads}
        parts = PartFinder(read_rows("parts", CueRow))
        self._lexicon = NameLexicon(
            HeadFinder(heads),
            parts,
            trades=surfaces[TRADE_ROW],
            accounts=frozenset(surfaces[ACCOUNTS_ROW]),
            goods=frozenset(
                surface.lower()
                for row in numbers.units
                if row.id.startswith(GOODS_ROWS) and row.kind == "count"
                for surface in row.surfaces
            ),
            cues=load_cues(),
        )
        self._scopes = ScopeNames(self._lexicon.heads)
        self._nouns = CountedNouns.load()
        units = Units(numbers.units, Numerals(numbers.numerals))
        self._units = UnitFiller(units, tuple(row for row in heads if row.id == COUNTER_ROW))
        self._times = Timekeeper(periods)
        self._statuses = StatusFinder(read_rows("statuses", CueRow))

    def assemble(
        self,
        figures: Sequence[tuple[SentenceItems, list[Figure]]],
        *,
        reference: date | None,
        has_paragraphs: bool = True,
        sections: dict[int, str] | None = None,
    ) -> list[Draft]:
        """The drafts of the document in reading order, every field set that the text allows.

        `sections` holds the status of what stands under a heading by the number of the heading's block.
        """
        topics = Topics(self._nouns, totals=totals(figures), hundreds=shares_of_one(figures))
        closing = closing_repeats(figures[0][0].text) if figures else frozenset()
        frame = TimeFrame(reference, has_paragraphs=has_paragraphs, closing=closing)
        drafts: list[Draft] = []
        held: BaselineDraft | None = None
        open_draft: Draft | None = None
        first = last = age = 0
        for sentence, sentence_figures in figures:
            whole = topics.without_parts() if _opens_with_part(sentence) else None
            if whole is not None:
                self._recall_whole(drafts[first:last], sentence_figures, topics)
            found = self._sentence(sentence, sentence_figures, open_draft, drafts[first:last], topics, frame)
            topics = whole or topics
            topics.pass_by(sentence, silent=not sentence_figures)
            drafts.extend(found)
            said = assign_baselines(drafts[first:], sentence, held)
            age = age + 1 if said is held else 0
            held = still_held(said, age)
            if whole is None:
                first = len(drafts) - len(found)
            last = len(drafts)
            open_draft = found[-1] if found else None
        drafts = keep_named(drafts)
        sentences = [sentence for sentence, _ in figures]
        self._settle_names(drafts, sentences)
        settle_periods(drafts, reference)
        settle_feasts(drafts, frame.season, reference)
        settle_repeats(drafts)
        settle_captions(drafts, reference)
        settle_statuses(drafts, reference, frame.plans)
        settle_planned(drafts, sections or {}, reference)
        carry_statuses(drafts, reference)
        settle_facts(drafts, reference)
        settle_bonuses(drafts, reference)
        settle_prices(drafts, reference)
        self._times.set_baselines(drafts, frame)
        add_sides(drafts)
        add_holidays(drafts)
        add_extremes(drafts)
        return drafts

    def _settle_names(self, drafts: list[Draft], sentences: list[SentenceItems]) -> None:
        """Sets the units, scopes and names that the whole document tells."""
        self._units.fill(drafts)
        settle_scores(drafts)
        fill_heads(drafts, sentences)
        for draft in drafts:
            self._scopes.tidy(draft)
        add_openings(drafts, self._scopes)
        add_places_behind(drafts, self._scopes)
        set_full_names(drafts, sentences, self._scopes)
        add_grounds(drafts, self._scopes)
        add_self_tellers(drafts, self._scopes)
        add_neighbours(drafts)
        share_scopes(drafts, self._scopes)
        carry_scopes(drafts, self._scopes)
        share_causes(drafts)
        add_matters(drafts)
        set_own_places(drafts, self._scopes)
        add_main_name(drafts, sentences, self._scopes)

    def _recall_whole(self, before: list[Draft], figures: Sequence[Figure], topics: Topics) -> None:
        """Names a breakdown by the figure of the sentence before that is large enough to hold it."""
        whole = whole_by_size(before, [figure.quantity for figure in figures if figure.role == "value"])
        if whole is not None:
            recall(whole, before, topics, self._lexicon)

    def _sentence(
        self,
        sentence: SentenceItems,
        figures: list[Figure],
        open_draft: Draft | None,
        before: list[Draft],
        topics: Topics,
        frame: TimeFrame,
    ) -> list[Draft]:
        """The drafts of one sentence with indicator, status and period."""
        found = link(sentence, figures, open_draft=open_draft, before=before)
        pair_off(found)
        self._units.head(found, self._lexicon.heads)
        lend_units(found, self._lexicon.heads)
        marks = self._statuses.marks(sentence) if found else []
        parent: Draft | None = None
        for draft in found:
            _set_parent(draft, found, parent)
            parent = draft if draft.parent is None else draft.parent
            name_indicator(draft, found, topics, self._lexicon)
            set_status(draft, marks)
        share_listed(found)
        forget_parts(found, topics)
        self._times.set_periods(found, sentence, frame)
        return found


def _opens_with_part(sentence: SentenceItems) -> bool:
    """Whether the sentence only breaks down a figure before it: "Trong đó, …", "Trong tổng số vụ nói trên, …"."""
    items = sentence.items
    if not items:
        return False
    return opens_breakdown(items[0]) or phrase_size(items, 0, len(items), phrase_words().of_total) > 0


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
        # "vốn tỉnh 66 tỷ đồng (11%), | vốn huyện 41 tỷ đồng": what a bracket was of is none of the next.
        left = items[draft.place].depth < items[before.place].depth and unit_kind(before) == "percent"
        # "237 em trường A (25%), | 688 em trường B (74%)"
        whole = before.parent.parent
        alike = unit_kind(draft) != "count" or (whole is not None and unit_code(draft) == unit_code(before.parent))
        draft.parent = whole if left and alike else before.parent
