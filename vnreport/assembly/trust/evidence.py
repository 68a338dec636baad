"""What speaks for and against a record: readable features of a draft, for the models that weigh them.

A feature is a text, `field.name=value`, present or not; sizes are given by the step that they reach. Features hold for
any genre: they name rules, kinds and distances, never words of the text. How long a sentence is, how many figures it
holds and in which kind of block it stands tell much in one genre and mislead in another, so they are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vnreport.assembly.sentences.drafts import Change, Draft, Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.trust import draft_features as told
from vnreport.assembly.trust.draft_features import MOST, Group
from vnreport.grammar.values import Quantity
from vnreport.memos import Memo
from vnreport.records.models import Check

K = TypeVar("K")
T = TypeVar("T")
# Shares of the document are told in so many parts.
FIFTHS = 5


@dataclass(slots=True)
class Surroundings:
    """What a draft stands among: the document's drafts and its place in them, its checks, the periods named so far, and
    how many drafts each period has, "" standing for none.
    """

    drafts: Sequence[Draft]
    place: int
    checks: Sequence[Check]
    periods_named: int
    period_counts: Mapping[str, int]


def surroundings(drafts: Sequence[Draft], checks: dict[int, list[Check]]) -> list[Surroundings]:
    """The surroundings of each draft, in order; `checks` are by place."""
    found = []
    named: set[str] = set()
    counts = Counter(map(_iso, drafts))
    for place, draft in enumerate(drafts):
        if draft.period is not None:
            named.add(draft.period.iso)
        found.append(Surroundings(drafts, place, checks.get(place, ()), len(named), counts))
    return found


class DraftEvidence(Generic[T]):
    """Gives the features of drafts.

    Features stand in groups. A group depends on few facts, and is put into words once for each way that they are; kept
    is what `read` makes of the words: the features themselves, or their places among a model's weights.
    """

    def __init__(self, read: Callable[[Group], Sequence[T]]) -> None:
        def kept(tell: Callable[[K], Group]) -> Memo[K, Sequence[T]]:
            return read_memo(tell, read)

        self._roles, self._units, self._numbers = kept(told.role_group), kept(told.unit_group), kept(told.number_group)
        self._states, self._checks = kept(told.state_group), kept(told.check_group)
        self._indicators, self._elsewhere = kept(told.indicator_group), kept(told.elsewhere_group)
        self._edges, self._gaps, self._behind = kept(told.edges_group), kept(told.gap_group), kept(told.behind_group)
        self._left, self._scopes = kept(told.left_group), kept(told.scope_group)
        self._periods, self._days = kept(told.period_group), kept(told.days_group)
        self._beside, self._before = kept(told.beside_group), kept(told.before_group)
        self._spread, self._named_when = kept(told.spread_group), kept(told.named_when_group)
        self._lengths = kept(told.length_group)
        self._counts, self._changes = kept(told.changes_group), kept(told.change_group)
        self._neighbours, self._votes = kept(told.neighbours_group), kept(told.votes_group)
        self._single = kept(told.single_group)

    def row(self, draft: Draft, around: Surroundings) -> list[T]:
        """All features of a draft, each once, in a fixed order."""
        kind, cue = _kind(draft.quantity), draft.sentence.items[draft.cue].role if draft.cue is not None else "none"
        row: list[T] = []
        self._add_figure(row, draft, cue, around)
        if draft.indicator is None:
            row += self._single["indicator.none"]
        else:
            self._add_indicator(row, draft, draft.indicator, (kind, cue), around)
        self._add_period(row, draft, around)
        self._add_spread(row, draft, around)
        self._add_changes(row, draft)
        items, place = draft.sentence.items, draft.place
        following = sort_of(items[place + 1]) if place + 1 < len(items) else ""
        row += self._neighbours[following, sort_of(items[place - 1]) if place else ""]
        self._add_votes(row, draft, kind)
        return list(dict.fromkeys(row))

    def _add_figure(self, row: list[T], draft: Draft, cue: str, around: Surroundings) -> None:
        """Role, unit and number."""
        quantity = draft.quantity
        first = quantity if quantity is not None else next((c.quantity for c in draft.changes if c.quantity), None)
        unit = first.unit if first is not None else None
        kind = unit.kind if unit is not None else "none"
        row += self._roles[draft.role, kind, cue]
        if unit is not None:
            source = "word" if unit.row == "unit.word" else "lexicon"
            syllables = min(len(unit.code.split()), MOST) if kind == "count" else 0
            row += self._units["filled" if unit.end <= unit.start else source, kind, syllables]
        if first is not None:
            row += self._numbers[first.hint, first.bound, first.of is not None, first.low is not None, first.spelled]
        names = tuple(
            [
                name
                for name, holds in (
                    ("nested", draft.nested),
                    ("about", draft.about),
                    ("share_of_base", draft.share_of_base),
                    ("paired", draft.paired is not None),
                    ("parent", draft.parent is not None),
                    ("earlier", draft.earlier is not None),
                )
                if holds
            ]
        )
        row += self._states[draft.sentence.items[draft.place].depth, names, draft.status]
        for check in around.checks:
            row += self._checks[check.kind, check.verdict]

    def _add_indicator(
        self, row: list[T], draft: Draft, phrase: Phrase, setting: tuple[str, str], around: Surroundings
    ) -> None:
        """Who named the indicator, its shape, and how far it stands from its number."""
        items, inherited = draft.sentence.items, draft.inherited.get("indicator", "own")
        syllables = min(len(phrase.text.split()), MOST)
        row += self._indicators[phrase.rule, inherited, setting, syllables, len(phrase.parts)]
        row += self._lengths[syllables, draft.role, setting]
        inside = _items_of(items, phrase.parts)
        if not inside:
            start = phrase.parts[0][0] if phrase.parts else draft.sentence.start
            row += self._elsewhere[_sentences_back(draft, around, start)]
            return
        first, last = inside[0], inside[-1]
        holds = tuple([sort for sort in [sort_of(items[index]) for index in inside] if sort != "word"])
        after = "start" if not first else "" if items[first - 1].kind == "quantity" else sort_of(items[first - 1])
        row += self._edges[sort_of(items[first]), sort_of(items[last]), holds, after]
        if last < draft.place:
            between = items[last + 1 : draft.place]
            others = tuple([item.role or item.kind for item in between if item.kind != "word"])
            length = len(between)
            row += self._gaps[min(length, MOST), sort_of(items[last + 1]), min(length - len(others), MOST), others]
        elif last + 1 < len(items):
            row += self._behind[sort_of(items[last + 1])]
        left = [item for item in items[draft.subject[0] : draft.subject[1]] if item.kind == "word"]
        parts = [part for taken in (phrase, *draft.scope) for part in taken.parts]
        bare = [item for item in left if not any(start <= item.start and item.end <= end for start, end in parts)]
        row += self._left[min(len(bare), MOST), len(draft.scope)]
        for scope in draft.scope:
            row += self._scopes[scope.rule, min(len(scope.text.split()), MOST)]

    def _add_period(self, row: list[T], draft: Draft, around: Surroundings) -> None:
        """Where the period comes from, how far off, and what else was named."""
        items, period, mention = draft.sentence.items, draft.period, draft.mention
        inherited = draft.inherited.get("period", "own")
        shape = mention.shape if mention is not None else "none"
        origin = inherited if period is not None or inherited != "own" else "nothing"
        row += self._named_when[draft.indicator.rule if draft.indicator is not None else "none", origin, shape]
        said = [index for index, item in enumerate(items) if item.kind == "period"]
        row += self._periods[origin, shape, inherited, min(around.periods_named, MOST), min(len(said), MOST)]
        if period is None:
            row += self._single["period.null"]
            return
        months = None
        if period.first is not None and period.last is not None:
            months = min((period.last - period.first).days // 30, MOST)
        yearless = shape if mention is not None and mention.year is None else None
        row += self._days[period.as_of, period.last is None, months, yearless]
        if mention is None:
            row += self._single["period.unsaid"]
            return
        own = next((index for index in said if items[index].start == mention.start), None)
        if own is None:
            before = around.drafts[around.place - 1].period if around.place else None
            is_unlike = before is not None and before.iso != period.iso
            row += self._before[_sentences_back(draft, around, mention.start), is_unlike]
            return
        between = items[min(own, draft.place) + 1 : max(own, draft.place)]
        kinds = [item.kind for item in between]
        signs = tuple([item.low for item in between if item.kind == "punct" and item.low in ";:(."])
        side, after = "before" if own < draft.place else "after", sort_of(items[own - 1]) if own else ""
        figures, periods = kinds.count("quantity"), kinds.count("period")
        row += self._beside[side, min(len(between), MOST), figures, periods, signs, after]

    def _add_spread(self, row: list[T], draft: Draft, around: Surroundings) -> None:
        """How the draft's period stands among those of the document."""
        counts, own = around.period_counts, _iso(draft)
        total = len(around.drafts)
        is_like = bool(own) and around.place > 0 and _iso(around.drafts[around.place - 1]) == own
        missing = counts.get("", 0)
        shared, without = FIFTHS * counts[own] // total, FIFTHS * missing // total
        row += self._spread[shared, without, min(len(counts) - (missing > 0), MOST), is_like]

    def _add_changes(self, row: list[T], draft: Draft) -> None:
        """The comparisons: who found them, and what they are measured against."""
        row += self._counts[len(draft.changes)]
        for change in draft.changes:
            row += self._changes[_change_facts(draft, change)]

    def _add_votes(self, row: list[T], draft: Draft, kind: str) -> None:
        """How far the tagger and the arbiter agree with the rules' indicator, in quarters and tenths."""
        alike, chance, taken = (draft.votes.get(name) for name in ("tagger", "chance", "taken"))
        if alike is None:
            row += self._single["vote.none"]
            return
        row += self._votes[
            int(alike * 4),
            kind,
            draft.indicator.rule if draft.indicator is not None else "none",
            (int(chance * 10), int(chance * 5)) if chance is not None else None,
            int(taken * 10) if taken is not None else None,
        ]


def _change_facts(draft: Draft, change: Change) -> tuple[str, str, str, str, str, str, bool]:
    """What a comparison's features depend on."""
    baseline, shape = change.baseline, ""
    if baseline is not None and baseline.kind == "period":
        state = "resolved" if change.baseline_period is not None else "open"
        shape = f"{baseline.mention.shape if baseline.mention is not None else 'none'}/{state}"
    return (
        change.rule,
        change.direction,
        _kind(change.quantity),
        baseline.rule if baseline is not None else "none",
        draft.inherited.get("baseline", "own"),
        shape,
        change.baseline_value is not None,
    )


def read_memo(tell: Callable[[K], Group], read: Callable[[Group], Sequence[T]]) -> Memo[K, Sequence[T]]:
    """What `read` makes of the features that facts give."""
    return Memo(lambda facts: read(tell(facts)))


def _iso(draft: Draft) -> str:
    """The draft's period, "" for none."""
    return draft.period.iso if draft.period is not None else ""


def sort_of(item: Item) -> str:
    """What an item is, without its words: the role of a cue, the sign, or the kind."""
    if item.role:
        return item.role
    return item.low if item.kind == "punct" else item.kind


def _kind(quantity: Quantity | None) -> str:
    return quantity.unit.kind if quantity is not None and quantity.unit is not None else "none"


def _items_of(items: Sequence[Item], parts: Sequence[tuple[int, int]]) -> list[int]:
    """The places of the items inside the stretches."""
    found = [
        place for start, end in parts for place, item in enumerate(items) if start <= item.start and item.end <= end
    ]
    return found if len(parts) < 2 else sorted(set(found))


def _sentences_back(draft: Draft, around: Surroundings, start: int) -> int:
    """How many sentences with records lie between the draft's and the place that a field was taken from; MOST at most.

    A document may have many thousands of records, and all of them a time told at its start.
    """
    seen: set[int] = set()
    for place in range(around.place - 1, -1, -1):
        other = around.drafts[place]
        if other.sentence.end <= start or len(seen) == MOST:
            break
        if other.sentence is not draft.sentence:
            seen.add(other.sentence.start)
    return len(seen)
