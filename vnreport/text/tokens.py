"""Splits text into the tokens that the word model knows: syllables, figures, dates, abbreviations, symbols.

The patterns are those of underthesea's `regex_tokenize` (Apache-2.0; its pattern for addresses is from NLTK,
Apache-2.0), rewritten so that none of them backtracks without bound.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from vnreport.text.characters import LOWER, UPPER

MAX_CHUNK = 256
"""Longer runs without white space (data, addresses) are cut by a plainer pattern, whose cost is linear."""

MAX_CHUNKS = 40_000
"""Chunks are forgotten beyond this number."""

_LETTER = f"[{UPPER}{LOWER}]"
_PATH = r"(?:[^\s()<>{}\[\]]|\([^\s()]*\))*(?:\([^\s()]*\)|[^\s`!()\[\]{};:'\".,<>?«»“”‘’])"
_PATTERNS = (
    r"=>|==>|->|\.{2,}|-{2,}|>>|\d+x\d+|v\.v\.\.\.|v\.v\.|v\.v|°[CF]",
    rf"[A-ZĐ]+&[A-ZĐ]+|T\.Ư|[{UPPER}]+(?:\.{_LETTER}+)+\.?|{_LETTER}+['’]{_LETTER}+|[A-ZĐ]+\.(?!$)",
    r"Tp\.|Mr\.|Mrs\.|Ms\.|Dr\.|ThS\.|Th\.[Ss]|e-mail|\d+[A-Z]+\d*-\d+|NĐ-CP",
    rf"(?:(?:ftp|http)s?:(?:/{{1,3}}|[a-z0-9%])|[a-z0-9.\-]+\.[a-z]{{2,13}}/){_PATH}",
    r"(?<!@)[a-z0-9]+(?:[.\-][a-z0-9]+)*\.[a-z]{2,13}\b/?(?!@)",
    r"[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+\.[a-zA-Z0-9-.]+",
    r"\d{2,}-\d{3,}-\d{3,}",
    r"\d{1,2}/\d{1,2}/\d+|\d{1,2}/\d{1,4}|\d{1,2}-\d{1,2}-\d+|\d{1,2}-\d{1,4}|\d{1,2}\.\d{1,2}\.\d+",
    r"\d{4}/\d{1,2}/\d{1,2}|\d{2}:\d{2}:\d{2}",
    r"\d+[A-Z]+\d+|\d+[A-Z]+",
    r"\d+(?:\.\d+)+,\d+|\d+(?:\.\d+)+|\d+(?:,\d+)+|\d+(?:[.,_]\d+)?",
    r":\)+|=\)\)+|♥‿♥|:D+(?=\s|$)|<3",
    r"[.,()ʺ]",
    r"\b\w+-[\w+-]*\w+",
    r"\w+",
    r":+|[^\w\s]",
)
"""In the order in which they are tried: signs, abbreviations, addresses, numbers by kind, words, symbols."""

_PLAIN = re.compile(r"\w+|[^\w\s]")
_D = str.maketrans({"ð": "đ", "Ð": "Đ"})
_LONGEST_RESPELT = 6
_Cut = tuple[tuple[str, int, int], ...]


class Tokens(NamedTuple):
    """The tokens of a stretch of text side by side: their forms in the model's spelling, their half-open offsets."""

    forms: list[str]
    starts: list[int]
    ends: list[int]


class Tokeniser:
    """Cuts text into tokens, remembering how it cut each run without white space.

    `spellings` are the respellings of the word model ("thuỷ" → "thủy").
    """

    def __init__(self, spellings: dict[str, str]) -> None:
        self._spellings = spellings
        self._pattern = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
        self._known: dict[str, _Cut] = {}
        self._whole: dict[str, str] = {}

    def split(self, text: str, start: int, end: int) -> Tokens:
        """The tokens of `text[start:end]`; offsets are those of `text`, forms may differ from the text there."""
        forms: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        if len(self._known) > MAX_CHUNKS:
            self._known.clear()
            self._whole.clear()
        known, cut, whole, find = self._known.get, self._cut, self._whole.get, text.find
        place = start
        for chunk in text[start:end].split():
            place = find(chunk, place)
            stop = place + len(chunk)
            token = whole(chunk)
            if token is not None:
                forms.append(token)
                starts.append(place)
                ends.append(stop)
            else:
                for form, first, last in cut(chunk, is_last=True) if stop == end else known(chunk) or cut(chunk):
                    forms.append(form)
                    starts.append(place + first)
                    ends.append(place + last)
            place = stop
        return Tokens(forms, starts, ends)

    def _cut(self, chunk: str, *, is_last: bool = False) -> _Cut:
        """The tokens of a chunk with offsets in it; an abbreviation's stop at the very end is a token of its own."""
        if len(chunk) > MAX_CHUNK:
            return self._tokens(chunk, _PLAIN)
        if is_last and not chunk.isalpha():
            return self._tokens(chunk, self._pattern)
        cut: _Cut
        if chunk.isalpha():
            self._whole[chunk] = self._form(chunk)
            cut = ((self._whole[chunk], 0, len(chunk)),)
        else:
            cut = self._tokens(f"{chunk} x", self._pattern)[:-1]
        self._known[chunk] = cut
        return cut

    def _tokens(self, text: str, pattern: re.Pattern[str]) -> _Cut:
        return tuple((self._form(found.group()), found.start(), found.end()) for found in pattern.finditer(text))

    def _form(self, token: str) -> str:
        """The token as the model spells it."""
        form = unicodedata.normalize("NFC", token).translate(_D)
        return self._spellings.get(form, form) if len(form) <= _LONGEST_RESPELT else form
