"""What speaks for a candidate as the name of what a figure measures: readable features, for the arbiter's weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnreport.assembly.candidates import Candidate, Range
from vnreport.assembly.drafts import Draft
from vnreport.assembly.evidence import STEPS, size, sort_of
from vnreport.assembly.heads import HeadFinder
from vnreport.assembly.tag_labels import INDICATOR

QUARTERS = 4
COMMAS = frozenset({",", ";"})


@dataclass(slots=True)
class Choice:
    """A draft, its candidates, the rules' first, its sentence's runs, how often a text named, how alike they are."""

    draft: Draft
    candidates: list[Candidate]
    runs: Sequence[tuple[int, int, str]]
    named: Mapping[str, int]
    likes: list[list[float]]


def likeness(one: str, other: str) -> float:
    """The F1 of two texts' syllables as bags, in lower case; 0 where they share none."""
    return bag_likeness(one.lower().split(), other.lower().split())


def likenesses(texts: Sequence[str]) -> list[list[float]]:
    """The likeness of each text to each."""
    bags = [text.lower().split() for text in texts]
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


class CandidateEvidence:
    """Gives the features of candidates; `heads` finds the nouns that can head one.

    What depends on few rules and roles is put into words once and kept.
    """

    def __init__(self, heads: HeadFinder) -> None:
        self._heads = heads
        self._told: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._lengths: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def rows(self, choice: Choice) -> list[list[str]]:
        """The features of each candidate, in order, each feature once."""
        draft = choice.draft
        items = draft.sentence.items
        unit = draft.quantity.unit.kind if draft.quantity is not None and draft.quantity.unit is not None else "none"
        cue = items[draft.cue].role if draft.cue is not None else "none"
        rule, inherited = choice.candidates[0].phrase.rule, draft.inherited.get("indicator", "own")
        tagged = [place for place, item in enumerate(choice.candidates) if item.source.startswith("tag")]
        ground = _ground(choice, unit)
        setting = (unit, draft.role, cue, rule, inherited, str(len(tagged)))
        rows = []
        for place, candidate in enumerate(choice.candidates):
            family = candidate.source.split(".")[0]
            features = [*self._source(candidate, setting), *self._length(choice, candidate, family)]
            features += _alike(choice, place, tagged, family)
            if candidate.span is None:
                features.append("elsewhere")
            else:
                features += self._place(ground, candidate.span, family)
            if candidate.draft is not None:
                features += _former(draft, candidate.draft, unit)
            rows.append(features)
        return rows

    def _source(self, candidate: Candidate, setting: tuple[str, ...]) -> tuple[str, ...]:
        """Who proposed it, in which setting: unit, role, cue, the rules' choice and where it is from, runs."""
        key = (candidate.source, *setting)
        told = self._told.get(key)
        if told is None:
            source, unit, role, cue, rule, inherited, tagged = key
            family = source.split(".")[0]
            told = self._told[key] = (
                f"source={source}",
                f"source.unit={source}/{unit}",
                f"source.role={source}/{role}",
                f"source.cue={source}/{cue}",
                f"family.setting={family}/{unit}/{role}",
                f"family.rule={family}/{rule}",
                f"source.rule.unit={source}/{rule}/{unit}",
                f"source.from={source}/{inherited}",
                f"family.tagged={family}/{tagged}",
            )
        return told

    def _length(self, choice: Choice, candidate: Candidate, family: str) -> tuple[str, ...]:
        """How long it is, and how often it named a figure before."""
        syllables = min(len(candidate.phrase.text.split()), STEPS[-1])
        named = min(choice.named.get(candidate.phrase.text.lower(), 0), STEPS[-1])
        key = (family, syllables, named)
        told = self._lengths.get(key)
        if told is None:
            told = self._lengths[key] = (
                size("syllables", syllables),
                size(f"syllables.{family}", syllables),
                size(f"named.{family}", named),
            )
        return (*told, f"same.as={family}/{candidate.same_as}") if candidate.same_as else told

    def _place(self, ground: Ground, span: Range, family: str) -> list[str]:
        """Its own words, how the tagger's runs cover them, and what stands between it and the figure."""
        items, sorts, place = ground.draft.sentence.items, ground.sorts, ground.draft.place
        first, last = span
        length = last - first
        features = [
            f"covered={family}/{sum(ground.named[first:last]) * QUARTERS // length}",
            f"covered.scope={sum(ground.scoped[first:last]) * QUARTERS // length}",
        ]
        if (first, last, INDICATOR) in ground.runs:
            features.append("is.run")
        features += dict.fromkeys([f"holds={sorts[n]}" for n in range(first, last) if items[n].kind != "word"])
        features.append(f"opens={sorts[first]}")
        features.append(f"closes={sorts[last - 1]}")
        features.append(f"before={sorts[first - 1] if first else 'start'}")
        if last < len(items):
            features.append(f"after={sorts[last]}")
        features.append(f"head={family}/{self._is_head(ground, first)}")
        if last <= place:
            gap = ground.gaps.get(last)
            if gap is None:
                gap = ground.gaps[last] = _gap(ground, last)
            features += gap
        elif first > place:
            between = items[place + 1 : first]
            features.append(size("gap.right", len(between)))
            features += dict.fromkeys([f"gap.right.holds={item.role or item.kind}" for item in between])
        return features

    def _is_head(self, ground: Ground, first: int) -> bool:
        found = ground.heads.get(first)
        if found is None:
            found = ground.heads[first] = self._heads.starts(ground.draft.sentence.items, first)
        return found


@dataclass(slots=True)
class Ground:
    """A sentence as its candidates see it: what sort each item is, and whether a run names it or tells its scope.

    `unit` is the kind of the figure's unit; `gaps` and `heads` keep what several candidates ask for.
    """

    draft: Draft
    runs: Sequence[tuple[int, int, str]]
    unit: str
    sorts: list[str]
    named: list[bool]
    scoped: list[bool]
    gaps: dict[int, list[str]]
    heads: dict[int, bool]


def _ground(choice: Choice, unit: str) -> Ground:
    items = choice.draft.sentence.items
    named, scoped = [False] * len(items), [False] * len(items)
    for first, last, name in choice.runs:
        marks = named if name == INDICATOR else scoped
        marks[first:last] = [True] * (last - first)
    return Ground(choice.draft, choice.runs, unit, [sort_of(item) for item in items], named, scoped, {}, {})


def _gap(ground: Ground, last: int) -> list[str]:
    """What stands between a phrase that ends at item `last` and the figure behind it."""
    between = ground.draft.sentence.items[last : ground.draft.place]
    kinds = [item.kind for item in between]
    return [
        size("gap", len(between)),
        size(f"gap.words.{ground.unit}", kinds.count("word")),
        size(f"gap.figures.{ground.unit}.{ground.draft.role}", kinds.count("quantity")),
        size("gap.commas", sum([item.low in COMMAS for item in between])),
        *dict.fromkeys([f"gap.holds={item.role}" for item in between if item.role]),
    ]


def _alike(choice: Choice, place: int, tagged: Sequence[int], family: str) -> list[str]:
    """How like the rules' choice and the tagger's runs it is."""
    likes = choice.likes[place]
    best = max([likes[other] for other in tagged if other != place], default=0.0)
    told = f"like.tagged={family}/{int(best * QUARTERS)}"
    if not place:
        return [told]
    return [
        f"like.rules={family}/{int(likes[0] * QUARTERS)}",
        *_beside(choice, choice.candidates[place], family),
        told,
    ]


def _beside(choice: Choice, candidate: Candidate, family: str) -> tuple[str, ...]:
    """How its span lies to that of the rules' choice: what it adds or leaves out on each side."""
    rules = choice.candidates[0]
    if candidate.span is None or rules.span is None:
        text, rule = candidate.phrase.text.lower(), rules.phrase.text.lower()
        return (f"texts={family}/{'within' if text in rule else 'around' if rule in text else 'apart'}",)
    (first, last), (begin, end) = candidate.span, rules.span
    if last <= begin or end <= first:
        return (f"spans={family}/apart/{'left' if last <= begin else 'right'}",)
    left = "more" if first < begin else "less" if first > begin else "same"
    right = "more" if last > end else "less" if last < end else "same"
    return f"spans={left}/{right}", f"spans.rule={left}/{right}/{rules.phrase.rule}"


def _former(draft: Draft, other: Draft, unit: str) -> Iterator[str]:
    """How like the draft is to an earlier one that the candidate named."""
    theirs, ours = other.quantity, draft.quantity
    code = theirs.unit.code if theirs is not None and theirs.unit is not None else ""
    same = ours is not None and ours.unit is not None and ours.unit.code == code
    kind = theirs.unit.kind if theirs is not None and theirs.unit is not None else "none"
    yield f"former.unit={kind}/{unit}"
    yield f"former.code={same}/{unit}"
    yield f"former.role={other.role}/{draft.role}"
    yield f"former.sentence={other.sentence is draft.sentence}"
    yield f"former.block={other.sentence.block_index == draft.sentence.block_index}"
    yield f"former.parent={draft.parent is other}"
    if other.indicator is not None:
        yield f"former.rule={other.indicator.rule}"
    yield size(f"former.subject.{unit}", draft.subject[1] - draft.subject[0])
