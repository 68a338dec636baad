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
    """A draft with its candidates, the rules' first, its sentence's runs, and how often each text named a figure."""

    draft: Draft
    candidates: list[Candidate]
    runs: Sequence[tuple[int, int, str]]
    named: Mapping[str, int]


def likeness(one: str, other: str) -> float:
    """The F1 of two texts' syllables as bags, in lower case; 0 where they share none."""
    return bag_likeness(one.lower().split(), other.lower().split())


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
    """Gives the features of candidates; `heads` finds the nouns that can head an indicator."""

    def __init__(self, heads: HeadFinder) -> None:
        self._heads = heads

    def rows(self, choice: Choice) -> list[list[str]]:
        """The features of each candidate, in order."""
        draft = choice.draft
        items = draft.sentence.items
        unit = draft.quantity.unit.kind if draft.quantity is not None and draft.quantity.unit is not None else "none"
        cue = items[draft.cue].role if draft.cue is not None else "none"
        setting = (unit, draft.role, cue)
        bags = [item.phrase.text.lower().split() for item in choice.candidates]
        tagged = [place for place, item in enumerate(choice.candidates) if item.source.startswith("tag")]
        rows = []
        for place, candidate in enumerate(choice.candidates):
            features = [
                *self._source(choice, candidate, setting, len(tagged)),
                *self._alike(choice, place, bags, tagged),
                *(self._place(choice, candidate.span, candidate, setting) if candidate.span else ("elsewhere",)),
                *_former(draft, candidate, unit),
            ]
            rows.append(list(dict.fromkeys(features)))
        return rows

    def _source(
        self, choice: Choice, candidate: Candidate, setting: tuple[str, str, str], tagged: int
    ) -> Iterator[str]:
        """Who proposed it, in which setting, and its length."""
        unit, role, cue = setting
        source, family = candidate.source, candidate.source.split(".")[0]
        rule = choice.candidates[0].phrase.rule
        yield f"source={source}"
        yield f"source.unit={source}/{unit}"
        yield f"source.role={source}/{role}"
        yield f"source.cue={source}/{cue}"
        yield f"family.setting={family}/{unit}/{role}"
        yield f"family.rule={family}/{rule}"
        yield f"source.rule.unit={source}/{rule}/{unit}"
        yield f"source.from={source}/{choice.draft.inherited.get('indicator', 'own')}"
        yield f"family.tagged={family}/{tagged}"
        if candidate.same_as:
            yield f"same.as={family}/{candidate.same_as}"
        syllables = len(candidate.phrase.text.split())
        yield size("syllables", syllables)
        yield size(f"syllables.{family}", syllables)
        named = choice.named.get(candidate.phrase.text.lower(), 0)
        yield size(f"named.{family}", named)

    def _alike(self, choice: Choice, place: int, bags: Sequence[Sequence[str]], tagged: Sequence[int]) -> Iterator[str]:
        """How like the rules' choice and the tagger's runs it is."""
        candidate = choice.candidates[place]
        family = candidate.source.split(".")[0]
        if place:
            yield f"like.rules={family}/{int(bag_likeness(bags[place], bags[0]) * QUARTERS)}"
            yield from _beside(choice, candidate, family)
        best = max((bag_likeness(bags[place], bags[other]) for other in tagged if other != place), default=0.0)
        yield f"like.tagged={family}/{int(best * QUARTERS)}"

    def _place(self, choice: Choice, span: Range, candidate: Candidate, setting: tuple[str, str, str]) -> Iterator[str]:
        """Its own words, how the tagger's runs cover them, and what stands between it and the figure."""
        items, place, family = choice.draft.sentence.items, choice.draft.place, candidate.source.split(".")[0]
        first, last = span
        inside = range(first, last)
        named = sum(any(a <= n < b for a, b, name in choice.runs if name == INDICATOR) for n in inside) / len(inside)
        other = sum(any(a <= n < b for a, b, name in choice.runs if name != INDICATOR) for n in inside) / len(inside)
        yield f"covered={family}/{int(named * QUARTERS)}"
        yield f"covered.scope={int(other * QUARTERS)}"
        if (first, last, INDICATOR) in choice.runs:
            yield "is.run"
        yield from (f"holds={sort_of(items[n])}" for n in inside if items[n].kind != "word")
        yield f"opens={sort_of(items[first])}"
        yield f"closes={sort_of(items[last - 1])}"
        yield f"before={sort_of(items[first - 1]) if first else 'start'}"
        if last < len(items):
            yield f"after={sort_of(items[last])}"
        yield f"head={family}/{self._heads.starts(items, first)}"
        unit, role, _ = setting
        if last <= place:
            between = items[last:place]
            yield size("gap", len(between))
            yield size(f"gap.words.{unit}", sum(item.kind == "word" for item in between))
            yield size(f"gap.figures.{unit}.{role}", sum(item.kind == "quantity" for item in between))
            yield size("gap.commas", sum(item.low in {",", ";"} for item in between))
            yield from (f"gap.holds={item.role}" for item in between if item.role)
        elif first > place:
            between = items[place + 1 : first]
            yield size("gap.right", len(between))
            yield from (f"gap.right.holds={item.role or item.kind}" for item in between)


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
