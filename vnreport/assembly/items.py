"""A sentence as a list of items: syllables, punctuation, cues, quantities and periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vnreport.grammar.values import PeriodMention, Quantity
from vnreport.lexicon.cues import Phrases
from vnreport.text.words import Words

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
OPENING = frozenset("([{“‘")
CLOSING = frozenset(")]}”’")
# The lexicon row of words that make a noun of the verb behind them: "sự phục vụ", "công tác kiểm tra".
NOMINALISER_ROW = "plain.nominaliser"
NOMINALISED = frozenset({"have", "tense", "up", "down"})


@dataclass(slots=True)
class Item:
    """One item of a sentence.

    `kind` is `word`, `punct`, `cue`, `quantity` or `period`; `role` the cue's role ("" for the rest); offsets are of
    the normalised text and a quantity's include its bound and unit. `depth` counts the brackets around it. `inner`
    marks a syllable that goes on with the word of the one before ("hút" of "thu hút"), `is_name` one that begins with
    a capital and is no acronym.
    """

    kind: str
    start: int
    end: int
    low: str
    role: str = ""
    row: str = ""
    quantity: Quantity | None = None
    period: PeriodMention | None = None
    depth: int = 0
    inner: bool = False
    is_name: bool = False


def itemise(
    text: str,
    start: int,
    end: int,
    *,
    quantities: Sequence[Quantity],
    periods: Sequence[PeriodMention],
    cues: Phrases,
    words: Words,
) -> list[Item]:
    """The items of `text[start:end]`, in order; quantities and periods are single items and must not overlap."""
    typed = [Item("quantity", q.outer_start, q.outer_end, "", quantity=q) for q in quantities]
    typed += [Item("period", p.start, p.end, "", row=p.rule, period=p) for p in periods]
    typed.sort(key=lambda item: item.start)
    items: list[Item] = []
    place = start
    for item in typed:
        if item.start >= place:
            _plain(text, place, item.start, cues, items)
        items.append(item)
        place = max(place, item.end)
    _plain(text, place, end, cues, items)
    _set_depth(items)
    for item in items:
        item.is_name = item.kind == "word" and text[item.start].isupper() and not text[item.start : item.end].isupper()
    _set_inner(items, words.split(text, start, end, barriers=typed))
    return items


def _plain(text: str, start: int, end: int, cues: Phrases, items: list[Item]) -> None:
    """Adds words, punctuation and cues of a stretch without quantities or periods."""
    tokens = [(m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text, start, end)]
    syllables = [token[2] for token in tokens]
    place = 0
    while place < len(tokens):
        found = cues.match(syllables, place)
        first, last, low = tokens[place]
        if found is not None:
            size, row = found
            last = tokens[place + size - 1][1]
            noun = row.role in NOMINALISED and bool(items) and items[-1].row == NOMINALISER_ROW
            role = "" if noun else row.role
            kind = "cue" if role else "word"
            items.append(Item(kind, first, last, " ".join(syllables[place : place + size]), role, row.id))
            place += size
            continue
        kind = "word" if low[0].isalnum() else "punct"
        items.append(Item(kind, first, last, low))
        place += 1


def _set_inner(items: list[Item], words: Sequence[tuple[int, int]]) -> None:
    """Marks the items that start inside a word."""
    starts = {first for first, _ in words}
    for before, item in zip(items, items[1:], strict=False):
        item.inner = before.kind == item.kind == "word" and item.start not in starts


def _set_depth(items: list[Item]) -> None:
    """Counts round brackets; one that never closes ends with the sentence."""
    depth = 0
    for item in items:
        if item.kind == "punct" and item.low == "(":
            depth += 1
        item.depth = depth
        if item.kind == "punct" and item.low == ")" and depth:
            depth -= 1
