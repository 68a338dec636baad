"""Labels tokens as beginning or continuing a word: the CRF of underthesea, its features folded into sums.

Every feature looks at a window of one to three adjacent tokens. All weights of the windows that start at one token are
a vector for the five places around it, two before to two behind. What the token alone decides is summed once for each
token; pairs that the model or its dictionary knows add to it, and so do the few triples. A two-state Viterbi over the
sums of the vectors gives the labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import add, neg

from vnreport.text.word_weights import WordWeights

MAX_KNOWN = 40_000
"""All is forgotten once so many tokens and pairs are remembered, some 65 MB. Seven megabytes of news have 42,000; at
20,000 (45 MB) they took a quarter longer."""

NEVER = -1_000_000_000
"""Added to the weight of continuing a word where that is ruled out; the model's own sums stay below 3e8."""

_INTEGER = re.compile(r"[+-]?[0-9]{1,19}")
_WIDTHS = {1: 5, 2: 4, 3: 3}
_Vector = tuple[int, ...]
_NOTHING: dict[str, str] = {}


class _Token:
    """A token, the vectors of the windows that start at it, and the tokens behind it that tell something.

    `alone` is the vector of the window of one token; `plain` adds those of a pair and triple that nothing is known of,
    `titled` the same where the second opens in upper case and the third not (0) or too (1). `two`, `two_lower` and
    `three` are the weights by the tokens behind it, `words` its dictionary entries' rests, `opens` the second tokens of
    those of three; `tells` are all second tokens in them, and `pairs` the vectors made of them: with a third in lower
    and in upper case, and whether the third token itself may tell.
    """

    __slots__ = (
        "alone", "is_title", "lower", "opens", "pairs", "plain", "tells", "text", "three", "titled", "two",
        "two_lower", "words",
    )  # fmt: skip

    def __init__(self, text: str, weights: WordWeights) -> None:
        self.text, self.lower = text, text.lower()
        self.is_title = text[0] == text[0].upper()
        self.two, self.two_lower = _entries(weights.two[0], text), _entries(weights.two[1], self.lower)
        self.three = _entries(weights.three, text, tokens=2)
        rests = [table[self.lower].split("\t") for table in weights.words[1:] if self.lower in table]
        self.words = frozenset(rest for entries in rests for rest in entries)
        self.opens = frozenset(rest.split(" ")[0] for rest in (*self.three, *self.words) if " " in rest)
        self.tells = self.opens.union(self.two, self.two_lower, self.words)
        self.pairs: dict[str, tuple[_Vector, _Vector, bool]] = {}
        self.alone: _Vector = ()
        self.plain: _Vector = ()
        self.titled: tuple[_Vector, _Vector] = ((), ())  # left empty where the token itself is in lower case


class WordCrf:
    """The model with its memory of the tokens met so far; the labels don't depend on what it remembers.

    `stands_alone` says which tokens neither continue a word nor are continued; None leaves the model free.
    """

    def __init__(self, weights: WordWeights, *, stands_alone: Callable[[str], bool] | None = None) -> None:
        self._weights = weights
        self._stands_alone = stands_alone
        self._flags = {name: _vector(row) for name, row in weights.flags.items()}
        self._states = {
            (size, is_title, is_known): self._flag_sum(size, (f"istitle.{is_title}", f"is_in_dict.{is_known}"))
            for size in _WIDTHS
            for is_title in (False, True)
            for is_known in (False, True)
        }
        functions = ("", "lower.", "istitle.", "is_in_dict.", "isdigit.")
        self._pads = {
            (size, pad): self._flag_sum(size, [f"{function}{pad}" for function in functions])
            for size in _WIDTHS
            for pad in ("BOS", "EOS")
        }
        self._before, self._behind = (_sum(*(self._pads[size, pad] for size in _WIDTHS)) for pad in ("BOS", "EOS"))
        self._last = _sum(self._pads[2, "EOS"], self._pads[3, "EOS"])
        self._plain = _sum(self._states[2, False, False], self._states[3, False, False])
        self._titled = [_sum(self._states[2, True, False], self._states[3, title, False]) for title in (False, True)]
        bb, bi, ib, ii = weights.transitions
        self._sure_begin = min(0, bb - bi, ib - ii) + min(0, bb - ib, bi - ii)
        self._sure_inside = max(0, bb - bi, ib - ii) + max(0, bb - ib, bi - ii)
        self._tokens: dict[str, _Token] = {}
        self._known_pairs = 0

    def label_at(self, tokens: Sequence[str], place: int, *, breaks: Collection[int]) -> bool | None:
        """What `labels` says of a token behind the first; None where that depends on more than the tokens around it.

        Mostly the weights of the windows around a token outweigh whatever its neighbours are labelled, or those of its
        neighbours do, which leaves one choice.
        """
        weight = self._weight(tokens, place, breaks)
        if not self._sure_begin <= weight <= self._sure_inside:
            return weight > 0
        before = self._sure_label(tokens, place - 1, breaks)
        after = self._sure_label(tokens, place + 1, breaks)
        if before is None or after is None:
            return None
        bb, bi, ib, ii = self._weights.transitions
        into = ii - ib if before else bi - bb
        onward = 0 if place + 1 == len(tokens) else ii - bi if after else ib - bb
        lead = weight + into + onward
        return None if lead == 0 else lead > 0

    def _sure_label(self, tokens: Sequence[str], place: int, breaks: Collection[int]) -> bool | None:
        """The label of a token where its windows alone decide it; behind the last token any."""
        if place == len(tokens):
            return False
        weight = self._weight(tokens, place, breaks)
        return None if self._sure_begin <= weight <= self._sure_inside else weight > 0

    def _weight(self, tokens: Sequence[str], place: int, breaks: Collection[int]) -> int:
        """By how much the windows around a token favour that it continues a word."""
        known, make = self._tokens.get, self._token
        first = max(0, place - 2)
        met = [known(token) or make(token) for token in tokens[first : place + 5]]
        weight = NEVER if place in breaks else 0
        # Of the windows before the text and behind it, those that reach the token.
        weight += sum(self._before[: first - place + 2]) + sum(self._behind[len(tokens) - place + 2 :])
        for at, token in enumerate(met[: place - first + 3], start=first - place + 2):
            behind = at + place - 1 - first
            weight += self._window(token, *met[behind : behind + 2])[at]
        return weight

    def labels(self, tokens: Sequence[str], *, breaks: Collection[int] = ()) -> list[bool]:
        """For each token whether it continues the word before; `breaks` are the places that must not.

        Tokens are in the model's spelling. The first label may be true and then means nothing.
        """
        if not tokens:
            return []
        if len(self._tokens) + self._known_pairs > MAX_KNOWN:
            self._tokens.clear()
            self._known_pairs = 0
        vectors = self._vectors(tokens)
        sums = [
            a[0] + b[1] + c[2] + d[3] + e[4]
            for a, b, c, d, e in zip(vectors, vectors[1:], vectors[2:], vectors[3:], vectors[4:], strict=False)
        ]
        for place in breaks:
            sums[place] += NEVER
        return _best_path(sums, self._weights.transitions)

    def _vectors(self, tokens: Sequence[str]) -> list[_Vector]:
        """The vectors of the windows by their first token, from two before the first token to two behind the last."""
        known, make = self._tokens.get, self._token
        met = [known(token) or make(token) for token in tokens]
        windows = map(self._window, met, [*met[1:], None], [*met[2:], None, None])
        return [self._before, self._before, *windows, self._behind, self._behind]

    def _window(self, first: _Token, second: _Token | None = None, third: _Token | None = None) -> _Vector:
        """The vector of the windows that start at the first of three tokens; None behind the last."""
        if second is None:
            return _sum(first.alone, self._last)
        if third is None:
            return _sum(self._pair(first, second), self._pads[3, "EOS"])
        pair = first.pairs.get(second.text)
        if pair:
            lower, upper, opens = pair
            title = upper if third.is_title else lower
            return self._triple(first, second, third) if opens else title
        if second.text in first.tells or second.lower in first.tells:
            return self._triple(first, second, third)
        if first.is_title and second.is_title:
            return first.titled[third.is_title]
        return first.plain

    def _triple(self, first: _Token, second: _Token, third: _Token) -> _Vector:
        """The vector at the first of three tokens; remembered for the pair, whatever comes third."""
        known = first.pairs.get(second.text)
        if known is None:
            pair = self._pair(first, second)
            lower = _sum(pair, self._states[3, False, False])
            both = first.is_title and second.is_title
            upper = _sum(pair, self._states[3, True, False]) if both else lower
            opens = second.text in first.opens or second.lower in first.opens
            known = first.pairs[second.text] = lower, upper, opens
            self._known_pairs += 1
        vector = known[1] if third.is_title else known[0]
        if known[2]:
            row = first.three.get(f"{second.text} {third.text}")
            vector = _sum(vector, _vector(row)) if row else vector
            if f"{second.lower} {third.lower}" in first.words:
                unknown, is_known = (self._states[3, False, state] for state in (False, True))
                vector = _sum(vector, is_known, tuple(map(neg, unknown)))
        return vector

    def _pair(self, first: _Token, second: _Token) -> _Vector:
        """The vector of the windows of one and two tokens at the first of two."""
        is_title = first.is_title and second.is_title
        vector = _sum(first.alone, self._states[2, is_title, second.lower in first.words])
        for row in (first.two.get(second.text), first.two_lower.get(second.lower)):
            if row:
                vector = _sum(vector, _vector(row))
        return vector

    def _token(self, text: str) -> _Token:
        """The token with its vectors, remembered."""
        weights = self._weights
        token = self._tokens[text] = _Token(text, weights)
        vector = self._states[1, token.is_title, token.lower in weights.words[0]]
        digits = self._flags.get(f"1.isdigit.{_is_integer(text)}", ())
        rows = [table.get(key) for table, key in zip(weights.one, (text, token.lower), strict=True)]
        token.alone = _sum(vector, digits, *(_vector(row) for row in rows if row))
        if self._stands_alone and self._stands_alone(text):
            token.alone = _sum(token.alone, (0, NEVER, NEVER))
        token.plain = _sum(token.alone, self._plain)
        if token.is_title:
            token.titled = _sum(token.alone, self._titled[0]), _sum(token.alone, self._titled[1])
        return token

    def _flag_sum(self, size: int, names: Iterable[str]) -> _Vector:
        """The sum of what the named features give to windows of `size` tokens."""
        return _sum((0,) * _WIDTHS[size], *(self._flags.get(f"{size}.{name}", ()) for name in names))


def _best_path(sums: list[int], transitions: tuple[int, int, int, int]) -> list[bool]:
    """The labels of the best path; `sums` are each place's weights of continuing less those of beginning a word."""
    bb, bi, ib, ii = transitions
    lead = sums[0]
    behind_b: list[bool] = []
    behind_i: list[bool] = []
    for weight in sums[1:]:
        from_b, from_i = lead + ib, lead + ii
        begins, continues = from_b > bb, from_i > bi
        behind_b.append(begins)
        behind_i.append(continues)
        lead = (from_i if continues else bi) - (from_b if begins else bb) + weight
    label = lead > 0
    labels = [label]
    for begins, continues in zip(reversed(behind_b), reversed(behind_i), strict=True):
        label = continues if label else begins
        labels.append(label)
    labels.reverse()
    return labels


def _entries(table: dict[str, str], first: str, *, tokens: int = 1) -> dict[str, str]:
    """The tokens behind `first` and their weights, from a grouped table."""
    row = table.get(first)
    if row is None:
        return _NOTHING
    split = [entry.split(" ", tokens) for entry in row.split("\t")]
    return {" ".join(parts[:tokens]): parts[tokens] for parts in split}


def _vector(row: str) -> _Vector:
    return tuple(map(int, row.split(" ")))


def _sum(vector: _Vector, *others: _Vector) -> _Vector:
    """The sum of vectors; none is longer than the first, and their missing places are 0."""
    for other in others:
        vector = (*map(add, vector, other), *vector[len(other) :])
    return vector


def _is_integer(token: str) -> bool:
    """Whether the model's tagger reads the token as a whole number of 32 bits."""
    return _INTEGER.fullmatch(token) is not None and -(2**31) <= int(token) < 2**31
