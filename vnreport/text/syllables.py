"""Tells what could be a Vietnamese syllable."""

from __future__ import annotations

import unicodedata

from vnreport.lexicon.syllables import load_syllable_parts
from vnreport.text.tones import TONE_MARKS, strip_tone

_LONGEST = 7
"""nghiêng"""


def is_syllable(word: str) -> bool:
    """Whether `word`, in NFC and any case, is built as Vietnamese syllables are: an initial or none, a rime, a tone.

    Syllables that end in p, t, c, ch take the acute or the dot; in capitals, where marks are left out at times, none
    will do as well. It says nothing about whether the language uses the syllable.
    """
    if not 0 < len(word) <= _LONGEST:
        return False
    lower = word.lower()
    plain = strip_tone(lower)
    marks = [mark for mark in unicodedata.normalize("NFD", lower) if mark in TONE_MARKS]
    initials, free, stopped = load_syllable_parts()
    rimes = {plain[size:] for size in (0, 1, 2, 3) if size == 0 or plain[:size] in initials}
    if rimes & free:
        return len(marks) < 2
    if rimes & stopped:
        return marks in (["\u0301"], ["\u0323"]) or (word.isupper() and not marks)
    return False
