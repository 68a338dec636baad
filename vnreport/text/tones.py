"""The two ways of placing a tone mark (hoà, hòa; thuỷ, thủy; khoẻ, khỏe) folded into one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
"""The combining grave, acute, tilde, hook and dot: huyền, sắc, ngã, hỏi, nặng."""

_MARKED = {"o": "òóỏõọ", "u": "ùúủũụ", "a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}
_PAIRS = (("o", "a"), ("o", "e"), ("u", "y"))
_LONG = 64
"""Longer texts are folded without the cache: it is meant for words."""


def _swaps(*, open_syllable: bool) -> dict[str, str]:
    """Vowel pairs whose mark stands on the other vowel than the fold's, in all cases, and what they become."""
    swaps: dict[str, str] = {}
    for first, second in _PAIRS:
        for on_first, on_second in zip(_MARKED[first], _MARKED[second], strict=True):
            pair = (f"{first}{on_second}", f"{on_first}{second}")
            old, new = pair if open_syllable else pair[::-1]
            for case in (str.lower, str.upper, str.title):
                swaps[case(old)] = case(new)
    return swaps


def _cases(letters: str) -> str:
    return f"[{letters}{letters.upper()}]"


_OPEN = _swaps(open_syllable=True)
_CLOSED = _swaps(open_syllable=False)
_SECOND = re.compile(
    rf"(?:{_cases('o')}{_cases(_MARKED['a'] + _MARKED['e'])}|(?<![qQ]){_cases('u')}{_cases(_MARKED['y'])})(?![^\W\d_])"
)
_FIRST = re.compile(
    rf"{_cases(_MARKED['o'])}{_cases('ae')}(?=[^\W\d_])|{_cases(_MARKED['u'])}{_cases('y')}(?=[^\W\d_])"
    rf"|(?<=[qQ]){_cases(_MARKED['u'])}{_cases('y')}"
)


def fold_tone(text: str) -> str:
    """`text` with every tone mark of oa, oe, uy on one vowel, as the dictionaries of today's word lists have it.

    On the first vowel where the syllable ends with it ("hoà" → "hòa"), else on the second ("tòan" → "toàn"); "qu" is an
    initial ("qúy" → "quý"). Keeps length, case and offsets; the same object when there is nothing to fold. `text` is
    in NFC. Results for words are cached.
    """
    return _fold_word(text) if len(text) <= _LONG else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return text
    if _FIRST.search(text):
        text = _FIRST.sub(lambda found: _CLOSED.get(found.group(), found.group()), text)
    if _SECOND.search(text):
        text = _SECOND.sub(lambda found: _OPEN.get(found.group(), found.group()), text)
    return text


_fold_word = lru_cache(maxsize=1 << 16)(_fold)


def strip_tone(text: str) -> str:
    """`text` in NFC without the five tone marks; the vowel signs (ă â ê ô ơ ư) and đ stay."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if char not in TONE_MARKS)
    return unicodedata.normalize("NFC", plain)
