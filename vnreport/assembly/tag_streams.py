"""A sentence's items as the streams of texts that the tagger looks at: what the rules found, beside the words.

Figures, periods and cues are single items already, so the tagger sees them as such: a period is "<period>" with its
shape, a figure "<percent>", a cue its words and its role.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vnreport.assembly.heads import HeadFinder
from vnreport.assembly.items import Item

# How far a figure is looked for, and the steps its distance is told by.
DISTANCES = (1, 2, 3, 4, 6, 9, 14)


_STEPS = tuple(max((step for step in DISTANCES if step <= n), default=1) for n in range(DISTANCES[-1] + 1))


@dataclass(frozen=True, slots=True)
class Stream:
    """One way of looking at an item, and at which places around an item it is looked at."""

    name: str
    offsets: tuple[int, ...]


STREAMS = (
    Stream("word", (-3, -2, -1, 0, 1, 2, 3)),
    Stream("sort", (-3, -2, -1, 0, 1, 2, 3)),
    Stream("words", (-2, -1, 0, 1)),
    Stream("sorts", (-2, -1, 0, 1)),
    Stream("three", (-1,)),
    Stream("head", (-1, 0, 1)),
    Stream("ahead", (0,)),
    Stream("behind", (0,)),
)


def tag_streams(text: str, items: Sequence[Item], heads: HeadFinder) -> list[list[str]]:
    """The texts of each stream, one an item, in the order of `STREAMS`."""
    words = [_word(item) for item in items]
    sorts = [_sort(text, item) for item in items]
    pairs = [*map(" ".join, pairwise(words)), *words[-1:]]
    sort_pairs = [*map(" ".join, pairwise(sorts)), *sorts[-1:]]
    three = [" ".join(sorts[n : n + 3]) for n in range(len(sorts))]
    return [
        words,
        sorts,
        pairs,
        sort_pairs,
        three,
        _heads(items, heads),
        _nearest(items, words, range(len(items) - 1, -1, -1)),
        _nearest(items, words, range(len(items))),
    ]


def _word(item: Item) -> str:
    if item.quantity is not None:
        unit = item.quantity.unit
        return f"<{unit.kind if unit is not None else 'bare'}>"
    return "<period>" if item.kind == "period" else item.low


def _sort(text: str, item: Item) -> str:
    """What kind of item it is, with the case of a word."""
    if item.quantity is not None:
        unit = item.quantity.unit
        return f"figure/{unit.kind}" if unit is not None else "figure"
    if item.period is not None:
        return f"period/{item.period.shape}"
    if item.kind == "punct":
        return item.low
    quote = text[item.start : item.end]
    case = (
        "d"
        if quote[0].isdigit()
        else "A"
        if len(quote) > 1 and quote.isupper()
        else "Aa"
        if quote[0].isupper()
        else "a"
    )
    return f"{item.role}/{case}" if item.role else case


def _heads(items: Sequence[Item], heads: HeadFinder) -> list[str]:
    """`head` where a noun that can head an indicator starts, "" elsewhere."""
    listed = list(items)
    return ["head" if heads.starts(listed, index) else "" for index in range(len(listed))]


def _nearest(items: Sequence[Item], words: Sequence[str], order: Iterable[int]) -> list[str]:
    """The kind of the figure last met in `order` and how far it is, with whether a comma or stop stands between."""
    found = [""] * len(items)
    place, broken = None, ""
    for index in order:
        item = items[index]
        if place is not None:
            found[index] = f"{words[place]}{_step(abs(place - index))}{broken}"
        if item.quantity is not None:
            place, broken = index, ""
        elif item.kind == "punct":
            broken = item.low if item.low in ",;:().-" else broken
    return found


def _step(distance: int) -> int:
    return _STEPS[distance] if distance < len(_STEPS) else DISTANCES[-1]
