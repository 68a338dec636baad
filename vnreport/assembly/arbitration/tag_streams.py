"""A sentence's items as the streams of texts that the tagger looks at: what the rules found, beside the words.

Figures, periods and cues are single items already, so the tagger sees them as such: a period is "<period>" with its
shape, a figure "<percent>", a cue its words and its role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.assembly.sentences.items import Item

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
    words: list[str] = []
    sorts: list[str] = []
    for item in items:
        if item.quantity is not None:
            unit = item.quantity.unit
            words.append(f"<{unit.kind if unit is not None else 'bare'}>")
            sorts.append(f"figure/{unit.kind}" if unit is not None else "figure")
        elif item.period is not None:
            words.append("<period>")
            sorts.append(f"period/{item.period.shape}")
        else:
            words.append(item.low)
            sorts.append(item.low if item.kind == "punct" else _sort(text[item.start : item.end], item))
    pairs = [*map(" ".join, pairwise(words)), *words[-1:]]
    sort_pairs = [*map(" ".join, pairwise(sorts)), *sorts[-1:]]
    return [
        words,
        sorts,
        pairs,
        sort_pairs,
        [*map(" ".join, zip(sorts, sort_pairs[1:], strict=False)), *sorts[-1:]],
        _heads(items, heads),
        _nearest(items[::-1], words[::-1])[::-1],
        _nearest(items, words),
    ]


def _sort(quote: str, item: Item) -> str:
    """What kind of cue or word an item is, with its case."""
    if quote == item.low:
        case = "d" if quote[0].isdigit() else "a"
    elif quote[0].isdigit():
        case = "d"
    elif len(quote) > 1 and quote.isupper():
        case = "A"
    else:
        case = "Aa" if quote[0].isupper() else "a"
    return f"{item.role}/{case}" if item.role else case


def _heads(items: Sequence[Item], heads: HeadFinder) -> list[str]:
    """`head` where a noun that can head an indicator starts, "" elsewhere."""
    found = [""] * len(items)
    for place in heads.all(items):
        found[place] = "head"
    return found


def _nearest(items: Sequence[Item], words: Sequence[str]) -> list[str]:
    """The kind of the figure last met and how far it is, with whether a comma or stop stands between."""
    found: list[str] = []
    figure, distance, broken = "", 0, ""
    for item, word in zip(items, words, strict=True):
        distance += 1
        found.append(f"{figure}{_STEPS[min(distance, DISTANCES[-1])]}{broken}" if figure else "")
        if item.quantity is not None:
            figure, distance, broken = word, 0, ""
        elif item.kind == "punct" and item.low in ",;:().-":
            broken = item.low
    return found
