"""Labels of a sentence's items from gold: where each record's indicator and scopes stand.

Gold gives indicators and scopes as texts, often composed or inherited. A text is found in the sentence of its figure
as the run of items whose syllables are most like it; where none is alike enough, that text labels nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vnreport.assembly.arbitration.tag_labels import INDICATOR, OUTSIDE, ScopeKinds
from vnreport.assembly.sentences.drafts import SentenceItems
from vnreport.assembly.sentences.items import Item
from vnreport.evaluate.documents import Record
from vnreport.evaluate.similarity import syllable_f1, syllables

LEAST = 0.7
LONGEST = 24


def label_items(sentence: SentenceItems, records: Iterable[Record], kinds: ScopeKinds) -> list[str]:
    """One label an item ("O", "B-INDICATOR", "I-INDICATOR", …) for the records whose figures stand in the sentence."""
    items = sentence.items
    labels = [OUTSIDE] * len(items)
    found: list[tuple[tuple[int, int], str]] = []
    for record in records:
        near = _nearest(items, record.place)
        run = find_run(sentence, record.indicator, near)
        if run is not None:
            found.append((run, INDICATOR))
        for scope in record.scopes:
            run = find_run(sentence, scope, near)
            if run is not None:
                found.append((run, kinds.kind_of(scope)))
    for (first, last), name in sorted(found, key=lambda item: (item[1] != INDICATOR, item[0][0] - item[0][1])):
        if all(label == OUTSIDE for label in labels[first:last]):
            labels[first:last] = [f"B-{name}", *[f"I-{name}"] * (last - first - 1)]
    return labels


def find_run(sentence: SentenceItems, text: str, near: int) -> tuple[int, int] | None:
    """The item range most like the text, the nearest to item `near` of the likeliest; None where none is alike."""
    items = sentence.items
    wanted = set(syllables(text))
    quotes = [_quote(sentence, item) for item in items]
    shares = [bool(wanted & set(syllables(quote))) if quote else False for quote in quotes]
    best, range_found = (LEAST, 0), None
    for first in range(len(items)):
        if not shares[first]:
            continue
        for last in range(first + 1, min(len(items), first + LONGEST) + 1):
            inner = items[last - 1]
            if inner.kind == "period" or (inner.quantity is not None and last - 1 > first):
                break
            if not shares[last - 1]:
                continue
            likeness = syllable_f1(text, " ".join(quotes[first:last]))
            key = (likeness, -min(abs(first - near), abs(last - 1 - near)))
            if key > best:
                best, range_found = key, (first, last)
    return range_found


def _quote(sentence: SentenceItems, item: Item) -> str:
    """The item's words; of a figure its unit's only, where that is a counted noun."""
    if item.quantity is not None:
        unit = item.quantity.unit
        return sentence.text[unit.start : unit.end] if unit is not None and unit.kind == "count" else ""
    return "" if item.kind == "period" else sentence.text[item.start : item.end]


def _nearest(items: Sequence[Item], place: tuple[int, int]) -> int:
    return min(range(len(items)), key=lambda index: abs(items[index].start - place[0]), default=0)
