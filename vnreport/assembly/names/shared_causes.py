"""What several counts of victims in a row died or suffered of, told behind the last: "9 người chết và 3 người bị thương
| do lở đất"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.topics import unit_code
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.count.cause"
# Syllables of the longest cause that is told of those in a row, and so many times those of a name at most.
LONGEST_CAUSE, LONGEST_JOINED = 8, 3


def share_causes(drafts: Sequence[Draft]) -> None:
    """Adds to counts of victims the cause that the count right behind them in a row tells."""
    for draft, behind in reversed(list(pairwise(drafts))):
        cause = _cause(behind) if draft.sentence is behind.sentence and _is_of_victims(draft) else None
        if cause is None or draft.indicator is None or not _in_row(draft, behind):
            continue
        name = draft.indicator
        if len(cause.text.split()) <= min(LONGEST_CAUSE, LONGEST_JOINED * len(name.text.split())):
            draft.indicator = name.joined(cause, RULE)


def _is_of_victims(draft: Draft) -> bool:
    """Whether a draft counts those who died or were hurt, and tells no cause of its own."""
    name = draft.indicator
    return name is not None and _names_victims(name) and not any(map(name.holds, phrase_words().cause))


def _names_victims(name: Phrase) -> bool:
    """Whether a name tells of those who died or were hurt."""
    return any(map(name.holds, phrase_words().victim))


def _cause(draft: Draft) -> Phrase | None:
    """The cause in the name of a count of victims, from its preposition on; None without one."""
    name, words = draft.indicator, phrase_words()
    if name is None or not _names_victims(name):
        return None
    begin, end = name.parts[-1]
    text = draft.sentence.text
    for item in draft.sentence.items[draft.place + 1 :]:
        if item.start >= end:
            return None
        if item.start >= begin and item.low in words.cause:
            span = (item.start, end)
            return Phrase(text[slice(*span)], (span,), RULE)
    return None


def _in_row(draft: Draft, behind: Draft) -> bool:
    """Whether nothing but a comma or "và" stands between the words of one count and the next."""
    if unit_code(behind) not in {"", unit_code(draft)} or draft.indicator is None:
        return False
    end = draft.indicator.parts[-1][1]
    between: list[Item] = [item for item in draft.sentence.items[draft.place + 1 : behind.place] if item.start >= end]
    joins = {",", phrase_words().conjunction}
    return bool(between) and all(item.low in joins for item in between)
