"""Decides which full stops, question marks and dots end a sentence."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon.load import Row
from vnreport.lexicon.outline import (
    Abbreviation,
    Opener,
    load_abbreviations,
    load_designators,
    load_openers,
    load_outline_words,
)
from vnreport.text.characters import LOWER, UPPER

_TOKEN = re.compile(r"(?P<glued>[\w&/-]?)(?P<token>(?<![^\W\d_])[^\W\d_]+(?:\.[^\W\d_]+)*)\Z")
_INITIAL = re.compile("[A-ZĐ]")
_WORD = re.compile(r"[^\W\d_]+")
_NAME_LIKE = re.compile(rf"[{UPPER}][{LOWER}]+(?![^\W_])|[ÔỞÝ](?=\s)")
_ACRONYM_LIKE = re.compile(rf"[{UPPER}]{{2,}}\s+[{LOWER}]")
_GOES_ON = re.compile(rf"[{UPPER}]{{2}}|[{UPPER}][{LOWER}]+(?=\s+[{UPPER}]|[,;.):])")
_GLUED_BEFORE = re.compile(rf"[{LOWER}\d%)\]”\"]")
_LIST_LETTER = re.compile(rf"[a-zđ][.)]\s+[{UPPER}]")
_BULLET = re.compile(r"[-+•*]\s*(?P<first>\w)")
_OPENING = "“‘\"'([«"
_LOOK_BACK = 24
"""The longest token before a stop that can matter; abbreviations and list numbers are shorter."""


class Stops:
    """The stop rules over the abbreviations, sentence openers and division words of the lexicon."""

    def __init__(
        self,
        abbreviations: tuple[Abbreviation, ...],
        openers: tuple[Opener, ...],
        designators: tuple[Row, ...],
        divisions: tuple[str, ...],
    ) -> None:
        self._ends = {surface: row.ends for row in abbreviations for surface in row.surfaces}
        self._openers = {surface: row.alone for row in openers if not row.unstopped for surface in row.surfaces}
        self._unstopped = _unstopped([row for row in openers if row.unstopped])
        self._designators = tuple(f" {surface} " for row in designators for surface in row.surfaces)
        words = "|".join(map(re.escape, divisions))
        number = r"\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}"
        self._mark = re.compile(rf"(?:^|[:;,]\s+|\s[-+•*]\s+)(?:(?:{words})\s+)?(?:{number}|[a-zA-ZđĐ])\Z")
        self._bare_mark = re.compile(rf"\W*(?:(?:{words})\s+)?(?:{number}|[a-zA-ZđĐ])\Z")

    def unstopped(self, text: str, start: int, end: int) -> list[int]:
        """The offsets in `[start, end)` before which a heading without a stop ends: "Thu vượt dự toán | Theo …"."""
        return [found.start() for found in self._unstopped.finditer(text, start, end)]

    def is_end(self, text: str, start: int, stop: int, after: int, end: int) -> bool:
        """Whether the mark `text[stop:after]`, closing quotes taken in, ends the sentence that runs from `start`.

        `end` is the end of the block; something else than white space stands between `after` and it.
        """
        following = after
        while text[following].isspace():
            following += 1
        place = following
        while place < end and (text[place] in _OPENING or text[place].isspace()):
            place += 1
        char = text[place] if place < end else " "
        if text[stop] == "…" or text.startswith("..", stop):
            return char.isupper()
        if text[stop] in "!?":
            return char.isupper() or char.isdigit()
        if following == after:
            return self._ends_glued(text, start, stop, following)
        if char.islower():
            return _LIST_LETTER.match(text, place, end) is not None
        if self._is_mark(text, start, stop) or _is_bracketed(text, stop, after):
            return False
        if not (char.isupper() or char.isdigit()):
            return _opens_item(text, place, end)
        return self._ends_before(text, start, stop, place)

    def is_cut(self, text: str, start: int, end: int, following: int) -> bool:
        """Whether the line `text[start:end]` ends in an abbreviation that goes on with the line from `following`."""
        if end - start < 2 or text[end - 1] != "." or not text[following].isupper():
            return False
        if text[end - 3 : end - 1].isalpha() and _GOES_ON.match(text, following):
            return self._token_ends(text, start, end - 1) == "opener" and not self._opens(text, following)
        return False

    def _ends_glued(self, text: str, start: int, stop: int, following: int) -> bool:
        """A stop with no space behind: only between a small letter, figure or bracket and a capitalised word."""
        if text[stop + 1] in _OPENING or not _GLUED_BEFORE.match(text, stop - 1) or stop == start:
            return False
        if not _NAME_LIKE.match(text, following):
            return text[stop - 1] in "%)" or text[stop - 1].isdigit() and bool(_ACRONYM_LIKE.match(text, following))
        if self._is_mark(text, start, stop):
            return False
        return self._token_ends(text, start, stop) in ("", "capital")

    def _ends_before(self, text: str, start: int, stop: int, following: int) -> bool:
        """A stop before a capital or a figure: an abbreviation's only as its row says."""
        ends = self._token_ends(text, start, stop)
        if ends == "opener":
            return not text[following].isdigit() and self._opens(text, following)
        return ends == "" or (ends == "capital" and text[following].isupper())

    def _token_ends(self, text: str, start: int, stop: int) -> str:
        """How the token before the stop ends sentences: "opener", "capital", "never", or "" for an ordinary word."""
        found = _TOKEN.search(text, max(start, stop - _LOOK_BACK), stop)
        if not found or found["glued"]:
            return ""
        token = found["token"]
        last = token.rpartition(".")[2]
        if len(last) == 1:
            return self._letter_ends(text, start, token, found.start("token"))
        return self._ends.get(token.lower()) or self._ends.get(last.lower(), "")

    def _letter_ends(self, text: str, start: int, token: str, place: int) -> str:
        """The same for a token at `place` whose last part is one letter: an initial, unless behind a designator."""
        if len(token) > 1:
            return self._ends.get(token.lower(), "opener" if token[-1].isupper() else "capital")
        before = f" {text[max(start, place - _LOOK_BACK) : place].lower()}"
        if not _INITIAL.match(token) or before.endswith(self._designators):
            return "" if token.isupper() else "capital"
        return "opener"

    def _opens(self, text: str, place: int) -> bool:
        """Whether the word at `place` opens a sentence and no name."""
        word = _WORD.match(text, place)
        if not word:
            return False
        alone = self._openers.get(word.group().lower())
        if alone is None:
            return False
        rest = text[word.end() : word.end() + 2]
        return alone or rest[:1] == "," or rest[1:].islower() or rest[1:].isdigit()

    def _is_mark(self, text: str, start: int, stop: int) -> bool:
        """Whether the stop belongs to a list number, at the start of the sentence or of an item within it."""
        if stop - start <= _LOOK_BACK and self._bare_mark.match(text[start:stop]):
            return True
        return self._mark.search(text[max(start, stop - _LOOK_BACK) : stop]) is not None


def _unstopped(rows: list[Opener]) -> re.Pattern[str]:
    """White space between a word, a figure or a bracket and an opener that more words or the rest of a date follow."""
    words = "|".join(re.escape(surface.capitalize()) for row in rows for surface in row.surfaces)
    barred = "|".join(re.escape(word) for row in rows for word in row.not_before)
    return re.compile(rf"(?<=[{LOWER}\d%)]) (?=(?:{words})(?: (?!{barred})[^\W_]|(?<=\d)(?:\d|[-/]\d)))")


def _is_bracketed(text: str, stop: int, after: int) -> bool:
    """Whether the stop stands within a short bracket, as in "(Q. 3, TP. Vinh)"."""
    opened = text.rfind("(", max(0, stop - 60), stop)
    if opened < 0 or text.find(")", opened, stop) >= 0:
        return False
    closed = text.find(")", after, after + 60)
    return closed >= 0 and text.find("(", after, closed) < 0


def _opens_item(text: str, place: int, end: int) -> bool:
    """Whether a bullet with a capital or a figure behind it stands at `place`; not so a dash before "ông Ba nói"."""
    found = _BULLET.match(text, place, end)
    return found is not None and (found["first"].isupper() or found["first"].isdigit())


@cache
def load_stops() -> Stops:
    """The stop rules of the packaged lexicon; read once."""
    divisions = tuple(surface for row in load_outline_words() if row.use == "division" for surface in row.surfaces)
    return Stops(load_abbreviations(), load_openers(), load_designators(), divisions)
