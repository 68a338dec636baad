"""Vietnamese words with their offsets: underthesea's segmentation model, and typed tokens that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from pathlib import Path

from vnreport.text.crf_words import WordCrf
from vnreport.text.spans import HasSpan
from vnreport.text.syllables import is_syllable
from vnreport.text.tokens import Tokeniser, Tokens
from vnreport.text.word_weights import WordWeights, load_word_weights

_NAME_OR_SYLLABLE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


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
        tokens = self._tokeniser.split(text, start, end)
        breaks: list[int] = []
        edges = sorted({edge for barrier in barriers for edge in (barrier.start, barrier.end)})
        if edges:
            tokens = _cut(text, tokens, edges)
            gaps = zip([start, *tokens.ends], tokens.starts, strict=False)
            breaks = [place for place, gap in enumerate(gaps) if _has_any(edges, *gap)]
        labels = self._crf.labels(tokens.forms, breaks=breaks)
        if not labels:
            return []
        labels[0] = False
        starts = [first for first, inside in zip(tokens.starts, labels, strict=True) if not inside]
        ends = [last for last, inside in zip(tokens.ends, [*labels[1:], False], strict=True) if not inside]
        return list(zip(starts, ends, strict=True))

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


def _has_any(edges: list[int], first: int, last: int) -> bool:
    """Whether one of the sorted `edges` lies in `[first, last]`."""
    return bisect_left(edges, first) < bisect_right(edges, last)


def _cut(text: str, tokens: Tokens, edges: list[int]) -> Tokens:
    """The tokens with those in two that an edge goes through."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for form, start, end in zip(*tokens, strict=True):
        inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        places = [start, *inner, end]
        forms += [text[first:last] for first, last in zip(places, places[1:], strict=False)] if inner else [form]
        starts += places[:-1]
        ends += places[1:]
    return Tokens(forms, starts, ends)
