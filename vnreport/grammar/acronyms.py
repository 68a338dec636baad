"""Acronyms and their expansions: by the document's own definitions first, then by the lexicon and the words around."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set

from vnreport.grammar.acronym_definitions import DefinitionFinder
from vnreport.grammar.values import AcronymSpan
from vnreport.lexicon.acronyms import AcronymRow, key_of, read_acronyms, read_forms
from vnreport.text.syllables import is_syllable

DOCUMENT = "document"
"""The source of an expansion that the text itself defines."""

_TOKEN = re.compile(r"[A-ZĐƯ][A-ZĐƯ0-9&-]+(?: ?[&–-] ?[A-ZĐƯ][A-ZĐƯ0-9]+){0,4}")
_PART = re.compile(r"[A-ZĐƯ][A-ZĐƯ0-9]+")
_CHUNK = re.compile(r"[A-ZĐƯ][A-ZĐƯ0-9&-]+")
_NUMBERED = re.compile(r"(?P<name>[A-ZĐƯ]+)[0-9]+[A-ZĐ]?$")
_ROMAN = re.compile(r"(?=[IVXL])(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})(?:-[0-9]+)?")
_CODE = re.compile(r"(?<![\w/])[0-9]+[A-Z]?[0-9:]*[-/](?:[^\W_]+[-/&])*$")
"""What stands before the letters of a document code: "146/" of 146/QĐ-TTg, "05-" of 05-CT/TW, "05:2023/" of QCVN."""
_CODE_END = re.compile(r" ?[-/] ?[A-ZĐ]{2}")
"""What makes a document type the head of a code: QĐ/TU, QĐ - UBND."""
_LOOK = 90
"""Characters on each side that may speak for a sense, about a clause; a place pattern counts for three words."""
_PLACED = 3
_CODE_LOOK = 30
_PLATE = re.compile(r" ?[0-9]{5}")
_SIGNS = re.compile(r"[^\w]+")
_DIGITS = re.compile(r"[0-9]+")


class AcronymGrammar:
    """Finds acronyms and writes names without them. Made once; keeps no state between texts.

    >>> [span.long for span in AcronymGrammar().find("Có 4.543 DVCTT và 12 CSDL.")]
    ['dịch vụ công trực tuyến', 'cơ sở dữ liệu']
    """

    def __init__(
        self, rows: Sequence[AcronymRow] | None = None, forms: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self._senses: dict[str, list[AcronymRow]] = {}
        for row in read_acronyms() if rows is None else rows:
            self._senses.setdefault(key_of(row.short), []).append(row)
        everyone = [row for rows_of in self._senses.values() for row in rows_of]
        self._types = frozenset(row.short for row in everyone if row.domain == "document")
        self._numbered = frozenset(row.short for row in everyone if row.use == "numbered")
        self._definitions = DefinitionFinder(read_forms() if forms is None else forms)

    def find(self, text: str) -> list[AcronymSpan]:
        """Every use of an acronym in `text` with its expansion, in text order, none overlapping another.

        A use takes the definition last made before it, else the first made after it, else the lexicon's sense. Roman
        numerals, document codes, section letters and words of headings in capitals are left out, and so are acronyms
        that neither the text nor the lexicon explains.
        """
        defined = self._defined(text)
        known = self._senses.keys() | defined.keys() if defined else self._senses.keys()
        spans: list[AcronymSpan] = []
        for start, end, key in _uses(text, known, self._types, self._numbered):
            if key in defined:
                if not self._is_heading_word(text, start, end, known):
                    spans.append(AcronymSpan(start, end, text[start:end], _latest(defined[key], start), DOCUMENT))
                continue
            row = self._sense(text, start, end, key)
            if row is not None and not self._is_heading_word(text, start, end, known):
                spans.append(AcronymSpan(start, end, text[start:end], row.long, row.id))
        return spans

    def expand(self, text: str, longs: Mapping[str, str]) -> str:
        """`text`, a name, with every short form of `longs` replaced by its long form, and said once where both stand.

        "thủ tục hành chính (TTHC)" and "TTHC" both give "thủ tục hành chính".
        """
        if not longs or _TOKEN.search(text) is None:
            return text
        parts: list[str] = []
        last = 0
        for start, end, _ in _uses(text, {key_of(short) for short in longs}):
            long = longs.get(text[start:end])
            if long is None:
                continue
            before = text[last:start]
            if before.endswith("(") and text[end : end + 1] == ")":
                head = before[:-1].rstrip()
                if head.lower().endswith(long.lower()):
                    parts.append(head)
                    last = end + 1
                    continue
            parts += (before, long)
            last = end
            if text[end:].lower().startswith(f" ({long.lower()})"):
                last += len(long) + 3
        parts.append(text[last:])
        return "".join(parts)

    def _defined(self, text: str) -> dict[str, list[tuple[int, str]]]:
        """Start and long form of the definitions in `text` by key, in text order."""
        defined: dict[str, list[tuple[int, str]]] = {}
        for item in self._definitions.find(text):
            key = key_of(item.short)
            if _ROMAN.fullmatch(item.short):
                continue
            spelled = (row.long for row in self._senses.get(key, ()) if row.long.lower() == item.long.lower())
            defined.setdefault(key, []).append((item.start, next(spelled, item.long)))
        for places in defined.values():
            places.sort()
        return defined

    def _sense(self, text: str, start: int, end: int, key: str) -> AcronymRow | None:
        """The lexicon row with the most words for it around the use, the first on a tie; None if none holds.

        The row that needs no context has one word's lead. No sense is read into plates and flights ("BV 97877").
        """
        rows = self._senses[key]
        if len(rows) == 1 and rows[0].use != "context":
            return rows[0]
        if len(key) == 2 and _PLATE.match(text, end):
            return None
        around = f"{text[max(0, start - _LOOK) : start]} _ {text[end : end + _LOOK]}".lower()
        around = f" {' '.join(_SIGNS.sub(' ', _DIGITS.sub(' 0 ', around)).split())} "
        best, most = None, 0
        for row in rows:
            score = 1 if best is None and row.use == "any" else 0
            for word in row.context:
                if f" {word} " in around:
                    score += _PLACED if "_" in word else 1
            if score > most:
                best, most = row, score
        return best

    def _is_heading_word(self, text: str, start: int, end: int, known: Set[str]) -> bool:
        """Whether the use could be a word of a run in capitals: a capital word that is no acronym stands beside it.

        In such a run only what cannot be a syllable ("CSDL") and has one sense or a definition is an acronym.
        """
        before = text[max(0, start - 12) : start].rsplit("\n", 1)[-1].split(" ")
        after = text[end : end + 12].split("\n", 1)[0].split(" ")
        beside = [words[place] for words, place in ((before, -2), (after, 1)) if len(words) > 1]
        if not any(_is_capital_word(word) and key_of(word.strip(",.()")) not in known for word in beside):
            return False
        return end - start < 3 or len(self._senses.get(key_of(text[start:end]), ())) > 1 or is_syllable(text[start:end])


def _uses(
    text: str, known: Set[str], types: Set[str] = frozenset(), numbered: Set[str] = frozenset()
) -> Iterator[tuple[int, int, str]]:
    """Start, end and key of what is written as an acronym and known.

    `types` are the short names of document types, which open codes ("QĐ-UBND"); `numbered` take a number ("QL1A").
    """
    for match in _TOKEN.finditer(text):
        start, whole = match.start(), match[0].rstrip("&-")
        if start and (text[start - 1].isalnum() or (text[start - 1] in "-/" and _is_code(text, start))):
            continue
        end = start + len(whole)
        if key_of(whole) in known and not text[end : end + 1].isalnum() and not _ROMAN.fullmatch(whole):
            if whole in types and _CODE_END.match(text, end):
                continue
            yield start, end, key_of(whole)
            continue
        for chunk in _CHUNK.finditer(text, start, end):
            yield from _chunk_uses(text, chunk.start(), chunk[0].rstrip("&-"), known, types, numbered)


def _chunk_uses(
    text: str, start: int, chunk: str, known: Set[str], types: Set[str], numbered: Set[str]
) -> Iterator[tuple[int, int, str]]:
    """The uses in a run without spaces: the whole, its name before a number, or all its parts where each is known."""
    end = start + len(chunk)
    if text[end : end + 1].isalnum() or _ROMAN.fullmatch(chunk) or (chunk in types and _CODE_END.match(text, end)):
        return
    if key_of(chunk) in known:
        yield start, end, key_of(chunk)
        return
    parts = list(_PART.finditer(chunk))
    if len(parts) > 1 and parts[0][0] not in types and all(part[0] in known for part in parts):
        for part in parts:
            yield start + part.start(), start + part.end(), part[0]
        return
    road = _NUMBERED.match(chunk)
    if road and road["name"] in numbered:
        yield start, start + road.end("name"), road["name"]


def _is_code(text: str, start: int) -> bool:
    """Whether the letters at `start`, after "-" or "/", belong to a document code."""
    return _CODE.search(text, max(0, start - _CODE_LOOK), start) is not None


def _is_capital_word(word: str) -> bool:
    bare = word.strip(',.()“”"')
    return len(bare) > 1 and bare.isalpha() and bare.isupper() and not _ROMAN.fullmatch(bare)


def _latest(places: Sequence[tuple[int, str]], start: int) -> str:
    """The long form last defined at or before `start`, else the first."""
    index = bisect_right(places, start, key=lambda place: place[0])
    return places[max(0, index - 1)][1]
