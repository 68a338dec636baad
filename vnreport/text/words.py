"""Vietnamese words with their offsets: underthesea's segmentation model, and typed tokens that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path

from vnreport.text.crf_words import WordCrf
from vnreport.text.spans import HasSpan
from vnreport.text.syllables import is_syllable
from vnreport.text.tokens import Tokeniser, Tokens
from vnreport.text.word_weights import WordWeights, load_word_weights

_NAME_OR_SYLLABLE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


CutSentence = tuple[Tokens, list[int]]


class Words:
    """Splits text into words; remembers what it met, which changes its speed and never its words.

    `is_free` lets the model join across figures, symbols and acronyms as underthesea does: for comparing the two.
    """

    def __init__(self, weights: WordWeights, *, is_free: bool = False) -> None:
        self._tokeniser = Tokeniser(weights.spellings)
        self._crf = WordCrf(weights, stands_alone=None if is_free else stands_alone)

    def split(self, text: str, start: int, end: int, *, barriers: Iterable[HasSpan] = ()) -> list[tuple[int, int]]:
        """The words of `text[start:end]`, best a sentence, as half-open offsets of `text`, in order.

        A word is a run of syllables with the white space between them, or one token of another kind (a figure, a date,
        a symbol, an acronym). No word crosses an end of one of `barriers`, spans of `text`; tokens are cut there.
        `text` is normalised; a word's spelling is that of the text.
        """
        tokens, breaks = self.cut(text, start, end, barriers=barriers)
        labels = self._crf.labels(tokens.forms, breaks=breaks)
        if not labels:
            return []
        labels[0] = False
        starts = [first for first, inside in zip(tokens.starts, labels, strict=True) if not inside]
        ends = [last for last, inside in zip(tokens.ends, [*labels[1:], False], strict=True) if not inside]
        return list(zip(starts, ends, strict=True))

    def cut(self, text: str, start: int, end: int, *, barriers: Iterable[HasSpan] = ()) -> CutSentence:
        """The tokens of `text[start:end]` and the places of those that start a word because of a barrier."""
        tokens = self._tokeniser.split(text, start, end)
        edges = sorted({edge for barrier in barriers for edge in (barrier.start, barrier.end)})
        if not edges:
            return tokens, []
        tokens = _cut(text, tokens, edges)
        return tokens, _behind(tokens, start, edges)

    def starts_at(self, sentence: CutSentence, offset: int) -> bool:
        """Whether a word of the sentence, as `cut` gave it, starts at the offset; without splitting the whole of it."""
        tokens, breaks = sentence
        place = bisect_left(tokens.starts, offset)
        if place == len(tokens.starts) or tokens.starts[place] != offset:
            return False
        inside = place > 0 and self._crf.label_at(tokens.forms, place, breaks=breaks)
        return not (self._crf.labels(tokens.forms, breaks=breaks)[place] if inside is None else inside)

    def spelled(self, text: str) -> list[str]:
        """The words of a text as underthesea gives them: in the model's spelling, one space between syllables."""
        tokens = self._tokeniser.split(text, 0, len(text))
        words: list[str] = []
        for form, inside in zip(tokens.forms, self._crf.labels(tokens.forms), strict=True):
            if inside and words:
                words[-1] += f" {form}"
            else:
                words.append(form)
        return words


def load_words(*, directory: Path | None = None) -> Words:
    """A splitter with the packaged model, or that in `directory`. Raises ModelFileError when it cannot be read."""
    return Words(load_word_weights(directory=directory))


def stands_alone(token: str) -> bool:
    """Whether a token is no part of longer words: one with a figure or symbol, or an acronym ("4.543", "%", "GDP").

    Names and syllables in capitals may join ("HÀ NỘI"): an acronym is what could be no syllable.
    """
    if not _NAME_OR_SYLLABLE.fullmatch(token):
        return True
    return len(token) > 1 and token.isupper() and not all(map(is_syllable, re.split("['’-]", token)))


def _behind(tokens: Tokens, start: int, edges: Sequence[int]) -> list[int]:
    """The places of the tokens that stand right behind an edge; no edge goes through a token."""
    starts, ends = tokens.starts, tokens.ends
    places = [(edge, bisect_left(starts, edge)) for edge in edges]
    return [place for edge, place in places if place < len(starts) and (ends[place - 1] if place else start) <= edge]


def _cut(text: str, tokens: Tokens, edges: Sequence[int]) -> Tokens:
    """The tokens with those in two that an edge goes through."""
    forms, starts, ends = tokens
    for edge in edges:
        place = bisect_left(starts, edge) - 1
        if place >= 0 and edge < ends[place]:
            first, last = starts[place], ends[place]
            forms[place : place + 1] = text[first:edge], text[edge:last]
            starts.insert(place + 1, edge)
            ends.insert(place, edge)
    return tokens
