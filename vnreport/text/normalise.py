"""Normalises text for the layers above and keeps the way back to the original's offsets.

Tone placement stays as it is written (`hoà` and `hòa` are both right); `vnreport.text.tones.fold_tone` is for look-ups.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from vnreport.errors import InputError
from vnreport.text.characters import BREAKS, CONTROLS, DASHES, ETHS, REMOVED, SAFE, SPACES, replacements
from vnreport.text.glued import joints
from vnreport.text.lines import join_broken_lines

_REPLACE = replacements()
_DELETE = dict.fromkeys(map(ord, REMOVED))
_REPLACED = re.compile(
    f"[{re.escape(SPACES + CONTROLS + DASHES + BREAKS + ''.join(ETHS))}\0\ud800-\udfff\uff01-\uff5e]"
)
_REMOVED = re.compile(f"\r|[{REMOVED}]")
_UNSAFE = re.compile(f"[^{SAFE}]")
_RUN = re.compile(f"\r\n?|[{SAFE}]?(?:[^{SAFE}]|\u00ad)+")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text and the map of its offsets to those of the original.

    `is_clean` is true when the text was already normal: then `text` is the very object that was given. The map is kept
    as the stretches that did not change one character for one: `news` and `olds` hold their half-open bounds in both
    texts, in order; before, between and after them the texts run side by side.
    """

    text: str
    is_clean: bool
    news: tuple[Sequence[int], Sequence[int]] = field(default=((), ()), repr=False)
    olds: tuple[Sequence[int], Sequence[int]] = field(default=((), ()), repr=False)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open offsets in the original that `text[start:end]` came from.

        Invisible characters next to the slice stay outside, those within it inside; a slice that cuts a stretch whose
        characters cannot be told apart is widened to the whole of it. An empty slice gives an empty one. Raises
        InputError unless 0 <= start <= end <= len(text).
        """
        if not 0 <= start <= end <= len(self.text):
            raise InputError("to_original", f"offsets {start}, {end} are outside a text of {len(self.text)} characters")
        if not self.news[0]:
            return start, end
        first = self._first(start)
        return (first, first) if start == end else (first, self._last(end))

    def from_original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open offsets in `text` of what `original[start:end]` became; the way back of `to_original`."""
        if not self.news[0]:
            return start, end
        index = bisect_right(self.olds[0], start) - 1
        if index < 0:
            first = start
        elif start < self.olds[1][index]:
            first = self.news[0][index]
        else:
            first = self.news[1][index] + start - self.olds[1][index]
        if start == end:
            return first, first
        index = bisect_left(self.olds[0], end) - 1
        if index < 0:
            return first, end
        return first, self.news[1][index] + max(0, end - self.olds[1][index])

    def _first(self, start: int) -> int:
        """The original offset of a slice that starts at `start`: behind what was removed there."""
        index = bisect_right(self.news[0], start) - 1
        if index < 0:
            return start
        new_start, new_end = self.news[0][index], self.news[1][index]
        if new_start <= start < new_end:
            return self.olds[0][index]
        return self.olds[1][index] + start - new_end

    def _last(self, end: int) -> int:
        """The original offset of a slice that ends at `end`: before what was removed there."""
        index = bisect_left(self.news[1], end)
        if index == len(self.news[0]):
            return self.olds[1][-1] + end - self.news[1][-1]
        if self.news[0][index] >= end:
            return self.olds[0][index] - (self.news[0][index] - end)
        return self.olds[1][index]


def normalise(text: str) -> Normalised:
    """`text` in NFC with plain spaces, hyphens, digits and line breaks, and the map back to its offsets.

    NFC is that of Unicode Standard Annex 15.

    Invisible characters go, NUL and lone surrogates become U+FFFD, full-width forms ASCII, eth đ, a line break inside
    a sentence a space (see `lines`), and words that ran together get one between them (see `glued`). Never fails on
    any string; linear in its length. Normalising `.text` again changes nothing.
    """
    replaced = text.translate(_REPLACE) if _REPLACED.search(text) else text
    if _REMOVED.search(replaced) or (_UNSAFE.search(replaced) and not unicodedata.is_normalized("NFC", replaced)):
        changed, news, olds = _compose(replaced)
    else:
        changed, news, olds = replaced, ((), ()), ((), ())
    joined = join_broken_lines(changed)
    places = joints(joined)
    if places:
        joined, news, olds = _spaced(joined, places, Normalised(joined, is_clean=False, news=news, olds=olds))
    return Normalised(joined, joined is text, news, olds)


_Bounds = tuple[Sequence[int], Sequence[int]]
_Change = tuple[int, int, str]


def _spaced(text: str, places: Sequence[int], before: Normalised) -> tuple[str, _Bounds, _Bounds]:
    """`text` with a space put in at each place, and the bounds of `before` with those of the spaces among them."""
    parts = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    # What was removed right where a space is put in stays before it.
    rows = [
        (start + (bisect_left if start == end else bisect_right)(places, start), end + bisect_left(places, end), *old)
        for start, end, old in zip(*before.news, zip(*before.olds, strict=True), strict=True)
    ]
    for count, place in enumerate(places):
        origin = before.to_original(place, place)[0]
        rows.append((place + count, place + count + 1, origin, origin))
    news_first, news_last, olds_first, olds_last = (array("q", column) for column in zip(*sorted(rows), strict=True))
    return " ".join(parts), (news_first, news_last), (olds_first, olds_last)


def _compose(text: str) -> tuple[str, _Bounds, _Bounds]:
    """`text` in NFC without removed characters, and the bounds of the stretches not changed one for one."""
    parts: list[str] = []
    news, olds = (array("q"), array("q")), (array("q"), array("q"))
    known: dict[str, tuple[_Change, ...]] = {}
    done = size = 0
    for run in _RUN.finditer(text):
        letters = run.group()
        changes = known.get(letters)
        if changes is None:
            changes = known[letters] = _changes(letters)
        offset = run.start()
        for first, last, new in changes:
            start, end = offset + first, offset + last
            parts += (text[done:start], new)
            size += start - done
            if end - start > 1 or len(new) != 1:
                news[0].append(size)
                news[1].append(size + len(new))
                olds[0].append(start)
                olds[1].append(end)
            size += len(new)
            done = end
    parts.append(text[done:])
    return "".join(parts), news, olds


def _changes(run: str) -> tuple[_Change, ...]:
    """The smallest replacements (start, end, new) that normalise one run, offsets within it."""
    if run[0] == "\r":
        return ((0, len(run), "\n"),)
    core = run.rstrip(REMOVED)
    new = unicodedata.normalize("NFC", core.translate(_DELETE))
    removed = ((len(core), len(run), ""),) if len(core) < len(run) else ()
    return removed if core == new else (*_split(core, *_trimmed(core, new)), *removed)


def _split(core: str, first: int, last: int, new: str) -> tuple[_Change, ...]:
    """The replacement of `core[first:last]`, and apart from it the removal of what is left out at its ends."""
    begin, end = first, last
    while new and begin < end and core[begin] in REMOVED:
        begin += 1
    while new and end > begin and core[end - 1] in REMOVED:
        end -= 1
    changes = ((first, begin, ""), (begin, end, new), (end, last, ""))
    return tuple(change for change in changes if change[0] < change[1] or change[2])


def _trimmed(old: str, new: str) -> _Change:
    """The replacement of `old` by `new` without what both have in common at their ends."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, len(old) - tail, new[head : len(new) - tail]
