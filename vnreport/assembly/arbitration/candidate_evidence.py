"""What speaks for a candidate as the name of what a figure measures: readable features, for the arbiter's weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vnreport.assembly.arbitration.candidate_features import (
    ELSEWHERE,
    Group,
    cover_group,
    edges_group,
    former_group,
    gap_group,
    holds_group,
    length_group,
    right_group,
    source_group,
    spans_group,
    tagged_group,
    texts_group,
)
from vnreport.assembly.arbitration.candidates import Candidate, Range
from vnreport.assembly.arbitration.tag_labels import INDICATOR
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.assembly.trust.draft_features import STEPS
from vnreport.assembly.trust.evidence import read_memo, sort_of

K = TypeVar("K")
T = TypeVar("T")
QUARTERS = 4
COMMAS = frozenset({",", ";"})


@dataclass(slots=True)
class Choice:
    """A draft, its candidates, the rules' first, its sentence's runs, how often a text named, how alike they are.

    `texts` are those of the candidates in lower case.
    """

    draft: Draft
    candidates: list[Candidate]
    texts: list[str]
    runs: Sequence[tuple[int, int, str]]
    named: Mapping[str, int]
    likes: list[list[float]]


def likeness(one: str, other: str) -> float:
    """The F1 of two texts' syllables as bags, in lower case; 0 where they share none."""
    return bag_likeness(one.lower().split(), other.lower().split())


def likenesses(texts: Sequence[str]) -> list[list[float]]:
    """The likeness of each text in lower case to each."""
    bags = [text.split() for text in texts]
    kinds = [frozenset(bag) for bag in bags]
    found = [[1.0] * len(bags) for _ in bags]
    for one, bag in enumerate(bags):
        row, kind = found[one], kinds[one]
        repeats = len(kind) < len(bag)
        for other in range(one):
            theirs = bags[other]
            if repeats and len(kinds[other]) < len(theirs):
                row[other] = found[other][one] = bag_likeness(bag, theirs)
                continue
            # A syllable that one side holds only once is shared once at most, so sets count as bags do.
            shared = len(kind & kinds[other])
            row[other] = found[other][one] = 2.0 * shared / (len(bag) + len(theirs)) if shared else 0.0
    return found


def bag_likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The F1 of two bags of syllables."""
    left = list(other)
    shared = 0
    for syllable in one:
        if syllable in left:
            left.remove(syllable)
            shared += 1
    return 2.0 * shared / (len(one) + len(other)) if shared else 0.0


class CandidateEvidence(Generic[T]):
    """Gives the features of candidates; `heads` finds the nouns that can head one.

    Features stand in groups. A group depends on few facts, and is put into words once for each way that they are; kept
    is what `read` makes of the words: the features themselves, or their places among a model's weights.
    """

    def __init__(self, heads: HeadFinder, read: Callable[[Group], Sequence[T]]) -> None:
        self._heads = heads
        self._sources = read_memo(source_group, read)
        self._lengths = read_memo(length_group, read)
        self._tagged = read_memo(tagged_group, read)
        self._texts = read_memo(texts_group, read)
        self._spans = read_memo(spans_group, read)
        self._covers = read_memo(cover_group, read)
        self._holds = read_memo(holds_group, read)
        self._edges = read_memo(edges_group, read)
        self._gaps = read_memo(gap_group, read)
        self._rights = read_memo(right_group, read)
        self._formers = read_memo(former_group, read)
        self._elsewhere = read(ELSEWHERE)

    def rows(self, choice: Choice) -> list[list[T]]:
        """The features of each candidate, in order, each feature once."""
        draft, items = choice.draft, choice.draft.sentence.items
        unit = _unit_kind(draft)
        cue = items[draft.cue].role if draft.cue is not None else "none"
        rule, inherited = choice.candidates[0].phrase.rule, draft.inherited.get("indicator", "own")
        tagged = [place for place, item in enumerate(choice.candidates) if item.source.startswith("tag")]
        ground: Ground[T] = _ground(choice, unit)
        setting = (unit, draft.role, cue, rule, inherited, len(tagged))
        rows: list[list[T]] = []
        for place, (candidate, text) in enumerate(zip(choice.candidates, choice.texts, strict=True)):
            family = candidate.source.partition(".")[0]
            syllables, named = min(len(text.split()), STEPS[-1]), min(choice.named.get(text, 0), STEPS[-1])
            likes = choice.likes[place]
            best = max([likes[other] for other in tagged if other != place], default=0.0)
            row = [
                *self._sources[candidate.source, setting],
                *self._lengths[family, syllables, named, candidate.same_as],
                *(self._beside_rules(choice, place, family) if place else ()),
                *self._tagged[family, int(best * QUARTERS)],
            ]
            if candidate.span is None:
                row += self._elsewhere
            else:
                self._add_place(row, ground, candidate.span, family)
            if candidate.draft is not None:
                row += self._formers[_former(draft, candidate.draft, unit)]
            rows.append(row)
        return rows

    def _beside_rules(self, choice: Choice, place: int, family: str) -> Sequence[T]:
        """How like the rules' choice it is, and how its span lies to that one's."""
        rules, candidate = choice.candidates[0], choice.candidates[place]
        quarters = int(choice.likes[place][0] * QUARTERS)
        if candidate.span is None or rules.span is None:
            text, rule = choice.texts[place], choice.texts[0]
            relation = "within" if text in rule else "around" if rule in text else "apart"
            return self._texts[family, quarters, relation]
        (first, last), (begin, end) = candidate.span, rules.span
        if last <= begin or end <= first:
            return self._spans[family, quarters, "apart", "left" if last <= begin else "right", ""]
        left = "more" if first < begin else "less" if first > begin else "same"
        right = "more" if last > end else "less" if last < end else "same"
        return self._spans[family, quarters, left, right, rules.phrase.rule]

    def _add_place(self, row: list[T], ground: Ground[T], span: Range, family: str) -> None:
        """Adds its own words, how the tagger's runs cover them, and what stands between it and the figure."""
        sorts, place = ground.sorts, ground.draft.place
        first, last = span
        length = last - first
        named = sum(ground.named[first:last]) * QUARTERS // length
        scoped = sum(ground.scoped[first:last]) * QUARTERS // length
        row += self._covers[family, named, scoped, (first, last, INDICATOR) in ground.runs]
        row += self._holds[tuple([sort for sort in sorts[first:last] if sort != "word"])]
        before, after = sorts[first - 1] if first else "start", sorts[last] if last < len(sorts) else ""
        row += self._edges[family, self._is_head(ground, first), sorts[first], sorts[last - 1], before, after]
        if last <= place:
            gap = ground.gaps.get(last)
            if gap is None:
                gap = ground.gaps[last] = self._gaps[_gap(ground, last)]
            row += gap
        elif first > place:
            between = ground.draft.sentence.items[place + 1 : first]
            row += self._rights[tuple([item.role or item.kind for item in between])]

    def _is_head(self, ground: Ground[T], first: int) -> bool:
        found = ground.heads.get(first)
        if found is None:
            found = ground.heads[first] = self._heads.starts(ground.draft.sentence.items, first)
        return found


@dataclass(slots=True)
class Ground(Generic[T]):
    """A sentence as its candidates see it: what sort each item is, and whether a run names it or tells its scope.

    `unit` is the kind of the figure's unit; `gaps` and `heads` keep what several candidates ask for.
    """

    draft: Draft
    runs: Sequence[tuple[int, int, str]]
    unit: str
    sorts: list[str]
    named: list[bool]
    scoped: list[bool]
    gaps: dict[int, Sequence[T]]
    heads: dict[int, bool]


def _ground(choice: Choice, unit: str) -> Ground[T]:
    items = choice.draft.sentence.items
    named, scoped = [False] * len(items), [False] * len(items)
    for first, last, name in choice.runs:
        marks = named if name == INDICATOR else scoped
        marks[first:last] = [True] * (last - first)
    return Ground(choice.draft, choice.runs, unit, [sort_of(item) for item in items], named, scoped, {}, {})


def _unit_kind(draft: Draft) -> str:
    unit = draft.quantity.unit if draft.quantity is not None else None
    return unit.kind if unit is not None else "none"


def _gap(ground: Ground[T], last: int) -> tuple[str, str, int, int, int, int, tuple[str, ...]]:
    """The facts of what stands between a phrase that ends at item `last` and the figure behind it."""
    between = ground.draft.sentence.items[last : ground.draft.place]
    kinds = [item.kind for item in between]
    commas = sum([item.low in COMMAS for item in between])
    roles = tuple([item.role for item in between if item.role])
    return ground.unit, ground.draft.role, len(between), kinds.count("word"), kinds.count("quantity"), commas, roles


def _former(
    draft: Draft, other: Draft, unit: str
) -> tuple[str, str, bool, str, str, bool, bool, bool, str | None, int]:
    """The facts of how like the draft is to an earlier one that the candidate named."""
    theirs, ours = other.quantity, draft.quantity
    code = theirs.code if theirs is not None else ""
    same = ours is not None and ours.unit is not None and ours.unit.code == code
    return (
        _unit_kind(other),
        unit,
        same,
        other.role,
        draft.role,
        other.sentence is draft.sentence,
        other.sentence.block_index == draft.sentence.block_index,
        draft.parent is other,
        other.indicator.rule if other.indicator is not None else None,
        min(draft.subject[1] - draft.subject[0], STEPS[-1]),
    )
