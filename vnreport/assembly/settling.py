"""Fills, once the whole document is read, what a headline or lead left open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vnreport.assembly.drafts import Draft, SentenceItems
from vnreport.assembly.items import Item
from vnreport.assembly.scope_words import deed_at, has_capital, phrase_at
from vnreport.assembly.standalone import TO_COME
from vnreport.assembly.time_frames import is_long_over
from vnreport.lexicon.phrase_words import phrase_words

# Scopes that go on to the next figures of a sentence: who acts, and where; not the part that a share is about.
LASTING_SCOPES = frozenset({"scope.actor", "scope.place", "scope.subject"})


def keep_named(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that name something: a figure with neither an indicator nor a scope measures nothing.

    A share whose whole is never named is of its part.
    """
    for draft in drafts:
        if draft.indicator is None and draft.earlier is None and draft.scope:
            draft.indicator = draft.scope[0]
            draft.inherited["indicator"] = "part"
    return [draft for draft in drafts if draft.indicator is not None or draft.earlier is not None]


def settle_periods(drafts: Sequence[Draft], reference: date | None) -> None:
    """Gives periods to drafts that stand before the first one named.

    A headline's figure takes the period of the same figure in the body, or the first one named; other figures take the
    first one named only where the document names no second. What is yet to come takes none that is past. An earlier
    growth takes the year before its draft's.
    """
    _settle_baselines(drafts)
    body = [draft for draft in drafts if draft.sentence.block != "headline"]
    named = [draft for draft in body if draft.period is not None]
    single = len({draft.period.iso for draft in named if draft.period is not None}) == 1
    for draft in drafts:
        if draft.mention is not None or draft.period is not None or draft.inherited.get("period") == "vague":
            continue
        headline = draft.sentence.block == "headline"
        twin = next((other for other in named if _same_figure(draft, other)), None) if headline else None
        first = named[0] if named and (headline or single) and not _is_past(named[0], draft, reference) else None
        source = twin or first
        if source is not None:
            draft.period, draft.mention = source.period, source.mention
            draft.inherited["period"] = "body"


def _is_past(source: Draft, draft: Draft, reference: date | None) -> bool:
    """Whether the draft tells what is yet to come, and the source's period is over."""
    return draft.status in TO_COME and source.period is not None and is_long_over(source.period, reference)


def settle_scores(drafts: Sequence[Draft]) -> None:
    """Scores told with nothing but names ("phường A (97,9 điểm)") measure what the document says of its scores."""
    scores = [draft for draft in drafts if draft.quantity is not None and _is_score(draft)]
    full = next((draft for draft in scores if draft.indicator and draft.indicator.rule == "indicator.counted"), None)
    if full is None:
        return
    for draft in scores:
        rule = draft.indicator.rule if draft.indicator is not None else "indicator.noun"
        if rule == "indicator.noun" or rule.startswith("indicator.inherited"):
            draft.indicator = full.indicator
            draft.inherited["indicator"] = "document"


def share_scopes(drafts: Sequence[Draft]) -> None:
    """A figure with no scope of its own has its sentence's: of the whole it is part of, or of the figure before.

    A sentence without a subject goes on with who acted in the one before: "Đã cấp 35 nghìn phiếu", "Trong đó có 9 xã".
    """
    for before, draft in zip(drafts, drafts[1:], strict=False):
        if draft.scope or (draft.sentence is not before.sentence and not _goes_on(before.sentence, draft)):
            continue
        source = draft.parent if draft.parent is not None and draft.parent.scope else before
        draft.scope = [phrase for phrase in source.scope if phrase.rule in LASTING_SCOPES]


def _goes_on(before: SentenceItems, draft: Draft) -> bool:
    """Whether the draft's sentence has no subject and follows the one before it."""
    sentence = draft.sentence
    if before.block == "headline" or sentence.block != before.block or sentence.block_index > before.block_index + 1:
        return False
    items, words, place = sentence.items, phrase_words(), draft.place
    first = next((index for index, item in enumerate(items) if item.kind != "punct"), place)
    is_part = items[first].role == "part" and items[first].low.startswith(words.elaborating)
    if is_part:
        first = next((index for index in range(first + 1, place) if items[index].kind != "punct"), place)
    if first >= place:
        return is_part
    if items[first].role in {"tense", "have"} and is_part:
        return True
    return items[first].low != words.have and _acts(items, first + (items[first].role == "tense"), place)


def _acts(items: Sequence[Item], index: int, place: int) -> bool:
    """Whether a verb of doing or "có" stands at the item."""
    words = phrase_words()
    if index >= place or items[index].low in words.closer | words.no_noun:
        return False
    if phrase_at(items, index, place, words.urging, words.saying) or has_capital(items[index + 1]):
        return False
    return items[index].role == "have" or (not items[index].role and deed_at(items, index, place))


def _is_score(draft: Draft) -> bool:
    unit = draft.quantity.unit if draft.quantity is not None else None
    return unit is not None and unit.kind == "points"


def _settle_baselines(drafts: Sequence[Draft]) -> None:
    """A growth with no baseline, as in a headline or a caption, takes the one of the same growth in the body."""
    body = [draft for draft in drafts if draft.sentence.block != "headline"]
    for draft in drafts:
        if not draft.changes or draft.changes[0].baseline is not None:
            continue
        twin = next(
            (other for other in body if other is not draft and other.changes and _same_change(draft, other)), None
        )
        if twin is not None:
            draft.changes[0].baseline = twin.changes[0].baseline
            draft.inherited["baseline"] = "body"


def _same_change(draft: Draft, other: Draft) -> bool:
    ours, theirs = draft.changes[0].quantity, other.changes[0].quantity
    return ours is not None and theirs is not None and ours.number is not None and ours.number == theirs.number


def _same_figure(draft: Draft, other: Draft) -> bool:
    """Whether two drafts state the same number: of their values, or of their first changes."""
    ours = draft.quantity or (draft.changes[0].quantity if draft.changes else None)
    theirs = other.quantity or (other.changes[0].quantity if other.changes else None)
    if ours is None or theirs is None or ours.number is None:
        return False
    return ours.number == theirs.number and (draft.quantity is None) == (other.quantity is None)
