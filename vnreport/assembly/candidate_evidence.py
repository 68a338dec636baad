"""What speaks for a candidate as the name of what a figure measures: readable features, for the arbiter's weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnreport.assembly.candidates import Candidate, Range
from vnreport.assembly.drafts import Draft
from vnreport.assembly.evidence import size, sort_of
from vnreport.assembly.heads import HeadFinder
from vnreport.assembly.tag_labels import INDICATOR

QUARTERS = 4


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
    found = [[1.0] * len(bags) for _ in bags]
    for one in range(len(bags)):
        for other in range(one):
            found[one][other] = found[other][one] = bag_likeness(bags[one], bags[other])
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

    def rows(self, choice: Choice) -> list[list[str]]:
        """The features of each candidate, in order."""
        draft = choice.draft
        items = draft.sentence.items
        unit = draft.quantity.unit.kind if draft.quantity is not None and draft.quantity.unit is not None else "none"
        cue = items[draft.cue].role if draft.cue is not None else "none"
        rule, inherited = choice.candidates[0].phrase.rule, draft.inherited.get("indicator", "own")
        tagged = [place for place, item in enumerate(choice.candidates) if item.source.startswith("tag")]
        ground = _ground(choice)
        rows = []
        for place, candidate in enumerate(choice.candidates):
            features = [
                *self._source(candidate, (unit, draft.role, cue, rule, inherited, str(len(tagged)))),
                *_length(choice, candidate),
                *_alike(choice, place, tagged),
                *(self._place(ground, candidate.span, candidate, unit) if candidate.span else ("elsewhere",)),
                *_former(draft, candidate, unit),
            ]
            rows.append(list(dict.fromkeys(features)))
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

    def _place(self, ground: Ground, span: Range, candidate: Candidate, unit: str) -> Iterator[str]:
        """Its own words, how the tagger's runs cover them, and what stands between it and the figure."""
        items, sorts, place = ground.draft.sentence.items, ground.sorts, ground.draft.place
        family = candidate.source.split(".")[0]
        first, last = span
        length = last - first
        yield f"covered={family}/{sum(ground.named[first:last]) * QUARTERS // length}"
        yield f"covered.scope={sum(ground.scoped[first:last]) * QUARTERS // length}"
        if (first, last, INDICATOR) in ground.runs:
            yield "is.run"
        yield from (f"holds={sorts[n]}" for n in range(first, last) if items[n].kind != "word")
        yield f"opens={sorts[first]}"
        yield f"closes={sorts[last - 1]}"
        yield f"before={sorts[first - 1] if first else 'start'}"
        if last < len(items):
            yield f"after={sorts[last]}"
        yield f"head={family}/{self._heads.starts(items, first)}"
        if last <= place:
            between = items[last:place]
            yield size("gap", len(between))
            yield size(f"gap.words.{unit}", sum(item.kind == "word" for item in between))
            yield size(f"gap.figures.{unit}.{ground.draft.role}", sum(item.kind == "quantity" for item in between))
            yield size("gap.commas", sum(item.low in {",", ";"} for item in between))
            yield from (f"gap.holds={item.role}" for item in between if item.role)
        elif first > place:
            between = items[place + 1 : first]
            yield size("gap.right", len(between))
            yield from (f"gap.right.holds={item.role or item.kind}" for item in between)


@dataclass(slots=True)
class Ground:
    """A sentence as its candidates see it: what sort each item is, and whether a run names it or tells its scope."""

    draft: Draft
    runs: Sequence[tuple[int, int, str]]
    sorts: list[str]
    named: list[bool]
    scoped: list[bool]


def _ground(choice: Choice) -> Ground:
    items = choice.draft.sentence.items
    named, scoped = [False] * len(items), [False] * len(items)
    for first, last, name in choice.runs:
        marks = named if name == INDICATOR else scoped
        marks[first:last] = [True] * (last - first)
    return Ground(choice.draft, choice.runs, [sort_of(item) for item in items], named, scoped)


def _alike(choice: Choice, place: int, tagged: Sequence[int]) -> Iterator[str]:
    """How like the rules' choice and the tagger's runs it is."""
    candidate, likes = choice.candidates[place], choice.likes[place]
    family = candidate.source.split(".")[0]
    if place:
        yield f"like.rules={family}/{int(likes[0] * QUARTERS)}"
        yield from _beside(choice, candidate, family)
    best = max((likes[other] for other in tagged if other != place), default=0.0)
    yield f"like.tagged={family}/{int(best * QUARTERS)}"


def _length(choice: Choice, candidate: Candidate) -> Iterator[str]:
    """How long it is, and how often it named a figure before."""
    family, syllables = candidate.source.split(".")[0], len(candidate.phrase.text.split())
    yield size("syllables", syllables)
    yield size(f"syllables.{family}", syllables)
    yield size(f"named.{family}", choice.named.get(candidate.phrase.text.lower(), 0))
    if candidate.same_as:
        yield f"same.as={family}/{candidate.same_as}"


def _beside(choice: Choice, candidate: Candidate, family: str) -> Iterator[str]:
    """How its span lies to that of the rules' choice: what it adds or leaves out on each side."""
    rules = choice.candidates[0]
    if candidate.span is None or rules.span is None:
        text, rule = candidate.phrase.text.lower(), rules.phrase.text.lower()
        yield f"texts={family}/{'within' if text in rule else 'around' if rule in text else 'apart'}"
        return
    (first, last), (begin, end) = candidate.span, rules.span
    if last <= begin or end <= first:
        yield f"spans={family}/apart/{'left' if last <= begin else 'right'}"
        return
    left = "more" if first < begin else "less" if first > begin else "same"
    right = "more" if last > end else "less" if last < end else "same"
    yield f"spans={left}/{right}"
    yield f"spans.rule={left}/{right}/{rules.phrase.rule}"


def _former(draft: Draft, candidate: Candidate, unit: str) -> Iterator[str]:
    """How like the draft is to the earlier one that the candidate named."""
    other = candidate.draft
    if other is None:
        return
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
