"""Reads what opens a line of an outline: "Điều 6.", "II.", "1.2", "a)", a bullet."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon.outline import OutlineWord, load_outline_words
from vnreport.text.characters import LOWER, UPPER
from vnreport.text.tones import fold_tone
from vnreport.values import value


@value(frozen=True, slots=True)
class Marker:
    """The opening of an outline line.

    `shape` is `division`, `caption`, `roman`, `capital`, `decimal`, `letter`, `paren` or `bullet`; `number` the mark
    without its punctuation ("Điều 6", "II", "1.2", "a"), None for a bullet; `level` its rank, smaller is higher;
    `size` how many characters of the line it takes, with the white space behind it.
    """

    shape: str
    number: str | None
    level: int
    size: int


_SHAPES: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("roman", 3, re.compile(rf"(?P<number>[IVX]{{1,6}})(?:[.)/]+\s*|\s+-\s+|-\s*(?=[{UPPER}]))(?=\S)")),
    ("capital", 3, re.compile(rf"(?P<number>[A-HĐ])(?:[.)/]+|\s*-)\s+(?=[{UPPER}])")),
    (
        "decimal",
        4,
        re.compile(rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?:[.)/]\s*|\s*-\s*|\s+)(?=[{UPPER}“\"'(])"),
    ),
    ("decimal", 4, re.compile(rf"(?P<number>\d{{1,3}})(?:\s*[.)/]\s+|[.)/](?=[^\W\d])|\s*-\s*(?=[{UPPER}]))(?=\S)")),
    ("letter", 7, re.compile(rf"(?P<number>[a-zđ])(?:\)\s*|\.\s+)(?=[{LOWER}{UPPER}\d“\"'(])")),
    ("paren", 8, re.compile(r"\((?P<number>\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s+(?=\S)")),
    ("bullet", 9, re.compile(rf"(?P<number>)(?:[-+*_](?:\s+|(?=[{LOWER}{UPPER}]))|[•●○▪■◦❖➢✓·»>]+\s*)(?=\S)")),
)
"""Shapes in the order in which they are tried, and their ranks below the divisions of the lexicon (1-4)."""

_WORD = re.compile(r"[^\W\d_]+")
_COLUMN = re.compile(r"\s{3,}|[\t|]+")
_LETTERS = re.compile(r"[^\W\d_]")


class Outline:
    """The outline words of the lexicon, compiled."""

    def __init__(self, rows: tuple[OutlineWord, ...]) -> None:
        words = {use: [row for row in rows if row.use == use] for use in {row.use for row in rows}}
        self._division = _numbered(words["division"], words["number"])
        self._caption = _numbered(words["caption"], words["number"])
        self._levels = {surface: row.level for row in words["division"] for surface in row.surfaces}
        self.footnotes = _surfaces(words["footnote"])
        self.credits = _surfaces(words["credit"])
        self._letterheads = _surfaces(words["letterhead"])
        self._mottos = frozenset(map(_words, _surfaces(words["motto"])))
        self._motto_openers = frozenset(motto.partition(" ")[0] for motto in self._mottos)
        self._preambles = _surfaces(words["preamble"])
        self._date = _dated(_surfaces(words["date"]))
        self._titles = frozenset(map(_words, _surfaces(words["title"])))

    def marker(self, line: str) -> Marker | None:
        """The marker that opens `line`, which starts with no white space; None where there is none."""
        found = self._division.match(line)
        if found:
            return Marker("division", found["whole"], self._levels[found["word"]], found.end())
        found = self._caption.match(line)
        if found:
            return Marker("caption", found["whole"], 0, found.end())
        for shape, level, pattern in _SHAPES:
            found = pattern.match(line)
            if found and found.end() < len(line):
                number = found["number"] or None
                return Marker(shape, number, level + (number or "").count("."), found.end())
        return None

    def is_letterhead(self, line: str) -> bool:
        """Whether `line` belongs to the head of an administrative document; words in capitals ask for such a line."""
        surface = next((surface for surface in self._letterheads if line.startswith(surface)), None)
        return surface is not None and (is_capitals(line) or not is_capitals(surface))

    def has_motto(self, line: str) -> bool:
        """Whether the state's name or motto is `line`, or its last column."""
        column = _COLUMN.split(line)[-1]
        opener = _WORD.match(column)
        return opener is not None and _words(opener[0]) in self._motto_openers and _words(column) in self._mottos

    def is_place_and_date(self, line: str) -> bool:
        """Whether `line` says where and when a document was signed, the figures perhaps left open."""
        return self._date.match(line) is not None

    def is_document_kind(self, line: str) -> bool:
        """Whether `line` says nothing but what kind of document follows ("BÁO CÁO")."""
        return _words(line) in self._titles

    def is_preamble(self, line: str) -> bool:
        """Whether `line` names what an administrative document rests on ("Căn cứ Luật …")."""
        return line.startswith(self._preambles)


@cache
def load_outline() -> Outline:
    """The outline words of the packaged lexicon; read once."""
    return Outline(load_outline_words())


def is_capitals(line: str) -> bool:
    """Whether `line` has letters and no lower-case one among them."""
    return line == line.upper() and _LETTERS.search(line) is not None


def _words(line: str) -> str:
    """The words of `line` in lower case, tones in one place, with single spaces."""
    return " ".join(_WORD.findall(fold_tone(line.lower())))


def _surfaces(rows: list[OutlineWord]) -> tuple[str, ...]:
    return tuple(surface for row in rows for surface in row.surfaces)


def _dated(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of a place and, behind its comma, the words with figures or dots behind each."""
    date = "".join(rf"{re.escape(word)}[ .…\d]*" for word in words)
    return re.compile(rf"[^.;:]{{0,80}}, *{date}$")


def _numbered(rows: list[OutlineWord], numbers: list[OutlineWord]) -> re.Pattern[str]:
    """A pattern of one of the words and its number, closed by punctuation or the end of the line."""
    words = "|".join(map(re.escape, sorted(_surfaces(rows), key=len, reverse=True)))
    before = "|".join(map(re.escape, _surfaces(numbers)))
    number = r"\d{1,3}(?:[.-]\d{1,3}){0,3}[a-zđ]?(?:/[\w-]{1,12})?|[IVXLC]{1,7}|[A-ZĐ]"
    return re.compile(rf"(?P<whole>(?P<word>{words})\s+(?:(?:{before})\s+)?(?:{number}))(?:\s*[.:)-]\s*|\s*$)")
