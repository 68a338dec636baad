"""Figures told again in the words of a sentence before, as captions do: what that sentence said of them holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, zip_longest

from vnreport.assembly.sentences.drafts import Draft, SentenceItems
from vnreport.assembly.sentences.origins import FROM_REPEATED

# The part of a sentence's pairs of words that the sentence before has too, and the fewest that tell anything.
LEAST_SHARED, LEAST_WORDS = 0.5, 5


def settle_repeats(drafts: Sequence[Draft]) -> None:
    """Gives a figure that a block repeats from an earlier one the name, the time and the baselines that it had there.

    A time that the repeating sentence names itself is kept.
    """
    told: dict[tuple[Decimal, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        figures = _figures(draft)
        before = told[figures[0]] if figures else []
        if before and draft.sentence.block != "headline":
            source = next((other for other in before if _repeats(draft.sentence, other.sentence)), None)
            if source is not None:
                _take(draft, source)
        for figure in figures:
            told[figure].append(draft)


def _take(draft: Draft, source: Draft) -> None:
    """Sets the fields of a figure told again."""
    if source.indicator is not None and _lacks_name(draft):
        draft.indicator = source.indicator
    if source.period is not None and (draft.mention is None or "period" in draft.inherited):
        draft.period, draft.mention = source.period, source.mention
        draft.inherited["period"] = FROM_REPEATED
    for ours, theirs in zip_longest(draft.changes, source.changes):
        if ours is None or theirs is None or ours.direction != theirs.direction:
            return
        ours.baseline = ours.baseline or theirs.baseline


def _lacks_name(draft: Draft) -> bool:
    """Whether the draft has no name, or one that a sentence before its own told."""
    name, sentence = draft.indicator, draft.sentence
    if name is None:
        return True
    is_told_here = all(sentence.start <= start < sentence.end for start, _ in name.parts)
    return name.rule.startswith("indicator.inherited") and not is_told_here


def _figures(draft: Draft) -> list[tuple[Decimal, str]]:
    """The numbers of the record and their units: of its value first, where it has one, and of its changes, by which
    a growth may be told again."""
    quantities = [draft.quantity, *(change.quantity for change in draft.changes)]
    return [(each.number, each.code) for each in quantities if each is not None and each.number is not None]


def _repeats(sentence: SentenceItems, other: SentenceItems) -> bool:
    """Whether nearly all of a sentence stands word for word in one of another block."""
    if sentence.block_index == other.block_index:
        return False
    ours, theirs = _words(sentence), _words(other)
    return len(ours) >= LEAST_WORDS and len(ours & theirs) >= LEAST_SHARED * len(ours)


def _words(sentence: SentenceItems) -> set[tuple[str, str]]:
    """The pairs of syllables that follow each other."""
    return set(pairwise(sentence.text[sentence.start : sentence.end].lower().split()))
