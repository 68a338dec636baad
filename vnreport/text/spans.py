"""Small algebra of half-open spans; everything with `start` and `end` takes part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar


class HasSpan(Protocol):
    """Anything with half-open offsets."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of a text."""

    start: int
    end: int


S = TypeVar("S", bound=HasSpan)


def overlaps(one: HasSpan, other: HasSpan) -> bool:
    """Whether both share a character; an empty span shares none."""
    return max(one.start, other.start) < min(one.end, other.end)


def contains(outer: HasSpan, inner: HasSpan) -> bool:
    """Whether all of `inner` lies in `outer`; a span contains itself."""
    return outer.start <= inner.start and inner.end <= outer.end


def trim(text: str, start: int, end: int) -> Span:
    """`[start, end)` without the white space at its ends; empty at `start` when it holds nothing else."""
    part = text[start:end]
    body = part.strip()
    if not body:
        return Span(start, start)
    first = start + len(part) - len(part.lstrip())
    return Span(first, first + len(body))


def merge(spans: Iterable[HasSpan], *, gap: int = 0) -> list[Span]:
    """The spans in order, those that touch or lie at most `gap` characters apart as one."""
    merged: list[Span] = []
    for span in sorted(Span(span.start, span.end) for span in spans):
        if merged and span.start - merged[-1].end <= gap:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def within(items: Sequence[S], start: int, end: int) -> Sequence[S]:
    """Those of `items` that lie wholly in `[start, end)`; `items` are in order and don't overlap."""
    first = bisect_left(items, start, key=lambda item: item.start)
    last = first
    while last < len(items) and items[last].end <= end:
        last += 1
    return items[first:last]
