"""Splits a block into sentences, and a sentence into the clauses of a ';' list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnreport.text.blocks import Block
from vnreport.text.spans import Span, trim
from vnreport.text.stops import Stops, load_stops
from vnreport.values import value

_STOP = re.compile(r"\./\.|\.{2,}|[.!?…]+")
_BRACKET = re.compile("[();]")
_CLOSING = "”’»)]"
# No paragraph has more sentences.
LONGEST_PARAGRAPH = 9


@value(frozen=True, slots=True)
class Sentence:
    """A sentence `[start, end)` without white space at its ends, with its closing punctuation."""

    start: int
    end: int


def split_sentences(text: str, block: Block) -> list[Sentence]:
    """The sentences of `block` in order, the first from its body on; offsets of `text`.

    Closing quotes and brackets stay with their sentence. A table row is one sentence. Empty where the block holds
    nothing behind its number.
    """
    if block.kind == "table_row":
        return _sentence(text, block.body, block.end)
    sentences: list[Sentence] = []
    start = block.body
    stops = load_stops()
    ends = {*_ends(text, block.body, block.end, stops), *stops.unstopped(text, block.body, block.end)}
    for end in sorted(ends):
        sentences += _sentence(text, start, end)
        start = end
    return sentences + _sentence(text, start, block.end)


def split_lines(text: str, block: Block) -> list[tuple[Block, list[Sentence]]]:
    """The block with its sentences, but a block for each sentence of a paragraph that holds so many that its lines were
    lost: those of whole articles run together."""
    sentences = split_sentences(text, block)
    if block.kind != "paragraph" or len(sentences) <= LONGEST_PARAGRAPH:
        return [(block, sentences)]
    return [(Block("paragraph", each.start, each.end, each.start), [each]) for each in sentences]


def split_clauses(text: str, sentence: Sentence) -> list[Span]:
    """The parts of `sentence` between its semicolons, each without the semicolon; the whole where it has none.

    Semicolons inside a pair of brackets don't count; a bracket that is never closed is none.
    """
    clauses: list[Span] = []
    start = sentence.start
    for place in _semicolons(text, sentence.start, sentence.end):
        clauses.append(trim(text, start, place))
        start = place + 1
    clauses.append(trim(text, start, sentence.end))
    return [clause for clause in clauses if clause.start < clause.end]


def _sentence(text: str, start: int, end: int) -> list[Sentence]:
    first, last = trim(text, start, end)
    return [Sentence(first, last)] if first < last else []


def _ends(text: str, start: int, end: int, stops: Stops) -> Iterator[int]:
    """The offsets in `[start, end)` where a sentence ends before the block does."""
    quotes, counted = 0, start
    for found in _STOP.finditer(text, start, end):
        if found.end() <= start or found.end() >= end:
            continue
        quotes += text.count('"', counted, found.start())
        counted = found.start()
        after = _close(text, found.end(), end, is_open=quotes % 2 == 1)
        if after >= end:
            return
        if found.group() == "./." or stops.is_end(text, start, found.start(), after, end):
            quotes, counted = 0, after
            start = after
            yield after


def _close(text: str, place: int, end: int, *, is_open: bool) -> int:
    """The offset behind the closing quotes and brackets at `place`; a straight quote closes one that `is_open`."""
    while place < end:
        if text[place] in _CLOSING:
            place += 1
        elif text[place] == '"' and is_open:
            place, is_open = place + 1, False
        elif is_open and text.startswith(' "', place):
            place, is_open = place + 2, False
        else:
            break
    return place


def _semicolons(text: str, start: int, end: int) -> list[int]:
    """The offsets of the semicolons that no pair of brackets encloses."""
    marks = [(found.start(), found.group()) for found in _BRACKET.finditer(text, start, end)]
    opened: list[int] = []
    paired: set[int] = set()
    for place, mark in marks:
        if mark == "(":
            opened.append(place)
        elif mark == ")" and opened:
            paired |= {opened.pop(), place}
    depth = 0
    outside: list[int] = []
    for place, mark in marks:
        if place in paired:
            depth += 1 if mark == "(" else -1
        elif mark == ";" and depth == 0:
            outside.append(place)
    return outside
