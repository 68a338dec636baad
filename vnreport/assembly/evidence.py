"""What speaks for and against a record: readable features of a draft, for the models that weigh them.

A feature is a text, `field.name=value`, present or not; sizes are given by the step that they reach. Features hold for
any genre: they name rules, kinds and distances, never words of the text. How long a sentence is, how many figures it
holds and in which kind of block it stands tell much in one genre and mislead in another, so they are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vnreport.assembly.drafts import Change, Draft
from vnreport.assembly.items import Item
from vnreport.records.models import Check

# The steps that sizes are told by: "3" stands for three to four.
STEPS = (0, 1, 2, 3, 5, 8, 13, 21, 34)
_REACHED = tuple(max(step for step in STEPS if step <= n) for n in range(STEPS[-1] + 1))


@dataclass(slots=True)
class Surroundings:
    """What a draft stands among: the document's drafts and its place in them, its checks, the periods named so far."""

    drafts: Sequence[Draft]
    place: int
    checks: Sequence[Check]
    periods_named: int


def surroundings(drafts: Sequence[Draft], checks: dict[int, list[Check]]) -> list[Surroundings]:
    """The surroundings of each draft, in order; `checks` are by place."""
    found = []
    named: set[str] = set()
    for place, draft in enumerate(drafts):
        if draft.period is not None:
            named.add(draft.period.iso)
        found.append(Surroundings(drafts, place, checks.get(place, ()), len(named)))
    return found


def size(name: str, number: int) -> str:
    """The feature of a size: the largest of the steps that it reaches, below zero as zero."""
    return f"{name}={_REACHED[min(max(number, 0), STEPS[-1])]}"


def evidence_features(draft: Draft, around: Surroundings) -> list[str]:
    """All features of a draft, each once, in a fixed order."""
    return list(
        dict.fromkeys(
            [
                *_figure(draft, around),
                *_indicator(draft, around),
                *_period(draft, around),
                *_changes(draft),
                *_neighbours(draft),
                *_votes(draft),
            ]
        )
    )


def _figure(draft: Draft, around: Surroundings) -> Iterator[str]:
    """Role, unit and number, and the sentence that they stand in."""
    items = draft.sentence.items
    quantity = draft.quantity
    first = quantity if quantity is not None else next((c.quantity for c in draft.changes if c.quantity), None)
    unit = first.unit if first is not None else None
    kind = unit.kind if unit is not None else "none"
    yield f"role={draft.role}"
    yield f"role.unit={draft.role}/{kind}"
    yield f"cue={items[draft.cue].role if draft.cue is not None else 'none'}"
    yield f"cue.role={draft.role}/{items[draft.cue].role if draft.cue is not None else 'none'}"
    if unit is not None:
        source = "word" if unit.row == "unit.word" else "lexicon"
        yield f"unit.row={'filled' if unit.end <= unit.start else source}/{kind}"
        if kind == "count":
            yield size("unit.syllables", len(unit.code.split()))
    if first is not None:
        yield f"number.hint={first.hint or 'none'}"
        yield f"number.bound={first.bound}"
        if first.of is not None:
            yield "number.of"
        if first.low is not None:
            yield "number.range"
        if first.spelled:
            yield "number.spelled"
    yield f"depth={min(items[draft.place].depth, 2)}"
    for name in ("nested", "about", "share_of_base"):
        if getattr(draft, name):
            yield name
    if draft.paired is not None:
        yield "paired"
    if draft.parent is not None:
        yield "parent"
    if draft.earlier is not None:
        yield "earlier"
    yield f"status={draft.status}"
    for check in around.checks:
        yield f"check={check.kind}/{check.verdict}"


def _indicator(draft: Draft, around: Surroundings) -> Iterator[str]:
    """Who named the indicator, its shape, and how far it stands from its number."""
    phrase, items = draft.indicator, draft.sentence.items
    if phrase is None:
        yield "indicator.none"
        return
    inherited = draft.inherited.get("indicator", "own")
    yield f"indicator.rule={phrase.rule}"
    yield f"indicator.from={inherited}"
    yield f"indicator.rule.unit={phrase.rule}/{_kind(draft)}"
    yield f"indicator.rule.cue={phrase.rule}/{items[draft.cue].role if draft.cue is not None else 'none'}"
    yield size("indicator.syllables", len(phrase.text.split()))
    yield f"indicator.parts={min(len(phrase.parts), 3)}"
    inside = _items_of(items, phrase.parts)
    if not inside:
        start = phrase.parts[0][0] if phrase.parts else draft.sentence.start
        yield "indicator.elsewhere"
        yield size("indicator.back", _sentences_back(draft, around, start))
        return
    first, last = inside[0], inside[-1]
    yield f"indicator.opens={sort_of(items[first])}"
    yield f"indicator.closes={sort_of(items[last])}"
    for index in inside:
        item = items[index]
        if item.role:
            yield f"indicator.holds={item.role}"
        elif item.kind == "punct":
            yield f"indicator.holds={item.low}"
        elif item.kind != "word":
            yield f"indicator.holds={item.kind}"
    if first and items[first - 1].kind != "quantity":
        yield f"indicator.after={sort_of(items[first - 1])}"
    elif not first:
        yield "indicator.after=start"
    if last < draft.place:
        between = items[last + 1 : draft.place]
        yield size("indicator.gap", len(between))
        yield f"indicator.before={sort_of(items[last + 1])}"
        yield size("indicator.gap.words", sum(item.kind == "word" for item in between))
        yield from (f"indicator.gap.holds={item.role or item.kind}" for item in between if item.kind != "word")
    elif last + 1 < len(items):
        yield f"indicator.behind={sort_of(items[last + 1])}"
    left = [item for item in items[draft.subject[0] : draft.subject[1]] if item.kind == "word"]
    parts = [part for told in (phrase, *draft.scope) for part in told.parts]
    bare = [item for item in left if not any(start <= item.start and item.end <= end for start, end in parts)]
    yield size("indicator.left.over", len(bare))
    yield size("scope.count", len(draft.scope))
    for phrase in draft.scope:
        yield f"scope.rule={phrase.rule}"
        yield size("scope.syllables", len(phrase.text.split()))


def _period(draft: Draft, around: Surroundings) -> Iterator[str]:
    """Where the period comes from, how far off, and what else was named."""
    items = draft.sentence.items
    inherited = draft.inherited.get("period", "own")
    mention = draft.mention
    shape = mention.shape if mention is not None else "none"
    yield f"period.from={inherited if draft.period is not None or inherited != 'own' else 'nothing'}"
    yield f"period.shape={shape}"
    yield f"period.shape.from={shape}/{inherited}"
    yield size("period.named", around.periods_named)
    said = [index for index, item in enumerate(items) if item.kind == "period"]
    yield size("period.said", len(said))
    if draft.period is None:
        yield "period.null"
        return
    if draft.period.as_of:
        yield "period.as_of"
    if draft.period.last is None:
        yield "period.open"
    if draft.period.first is not None and draft.period.last is not None:
        yield size("period.days", (draft.period.last - draft.period.first).days // 30)
    if mention is None:
        yield "period.unsaid"
        return
    if mention.year is None:
        yield f"period.no_year={shape}"
    own = [index for index in said if items[index].start == mention.start]
    if own:
        side = "before" if own[0] < draft.place else "after"
        low, high = sorted((own[0], draft.place))
        between = items[low + 1 : high]
        yield f"period.side={side}"
        yield size(f"period.{side}.gap", len(between))
        yield size(f"period.{side}.figures", sum(item.kind == "quantity" for item in between))
        yield size(f"period.{side}.periods", sum(item.kind == "period" for item in between))
        yield from (f"period.between={item.low}" for item in between if item.kind == "punct" and item.low in ";:(.")
        if own[0]:
            yield f"period.after={sort_of(items[own[0] - 1])}"
    else:
        yield size("period.back", _sentences_back(draft, around, mention.start))
        before = around.drafts[around.place - 1] if around.place else None
        if before is not None and before.period is not None and before.period.iso != draft.period.iso:
            yield "period.unlike.before"


def _changes(draft: Draft) -> Iterator[str]:
    """The comparisons: who found them, and what they are measured against."""
    yield size("changes", len(draft.changes))
    for change in draft.changes:
        yield f"change.rule={change.rule}"
        yield f"change.unit={change.direction}/{_unit_kind(change)}"
        baseline = change.baseline
        yield f"baseline.rule={baseline.rule if baseline is not None else 'none'}"
        yield f"baseline.from={draft.inherited.get('baseline', 'own')}"
        if baseline is not None and baseline.kind == "period":
            state = "resolved" if change.baseline_period is not None else "open"
            yield f"baseline.shape={baseline.mention.shape if baseline.mention is not None else 'none'}/{state}"
        if change.baseline_value is not None:
            yield "baseline.value"


def _neighbours(draft: Draft) -> Iterator[str]:
    """What stands right before and behind the figure."""
    items = draft.sentence.items
    for item in items[draft.place + 1 : draft.place + 2]:
        yield f"next={sort_of(item)}"
    for item in items[max(0, draft.place - 1) : draft.place]:
        yield f"previous={sort_of(item)}"


def _votes(draft: Draft) -> Iterator[str]:
    """How far the tagger and the arbiter agree with the rules' indicator, in quarters and tenths."""
    alike, chance, taken = (draft.votes.get(name) for name in ("tagger", "chance", "taken"))
    if alike is None:
        yield "vote.none"
        return
    rule = draft.indicator.rule if draft.indicator is not None else "none"
    yield f"vote.tagger={int(alike * 4)}"
    yield f"vote.tagger.unit={int(alike * 4)}/{_kind(draft)}"
    yield f"vote.tagger.rule={int(alike * 4)}/{rule}"
    if chance is not None:
        yield f"vote.chance={int(chance * 10)}"
        yield f"vote.chance.tagger={int(chance * 5)}/{int(alike * 4)}"
    if taken is not None:
        yield f"vote.taken={int(taken * 10)}"


def sort_of(item: Item) -> str:
    """What an item is, without its words: the role of a cue, the sign, or the kind."""
    if item.role:
        return item.role
    return item.low if item.kind == "punct" else item.kind


def _kind(draft: Draft) -> str:
    quantity = draft.quantity
    return quantity.unit.kind if quantity is not None and quantity.unit is not None else "none"


def _unit_kind(change: Change) -> str:
    quantity = change.quantity
    return quantity.unit.kind if quantity is not None and quantity.unit is not None else "none"


def _items_of(items: Sequence[Item], parts: Sequence[tuple[int, int]]) -> list[int]:
    """The places of the items inside the stretches."""
    found = [
        place for start, end in parts for place, item in enumerate(items) if start <= item.start and item.end <= end
    ]
    return found if len(parts) < 2 else sorted(set(found))


def _sentences_back(draft: Draft, around: Surroundings, start: int) -> int:
    """How many sentences with records lie between the draft's and the place that a field was taken from."""
    seen: set[int] = set()
    for other in reversed(around.drafts[: around.place]):
        if other.sentence.end <= start:
            break
        if other.sentence is not draft.sentence:
            seen.add(other.sentence.start)
    return len(seen)
