"""Finds the places, bodies, regions and groups that the lexicon lists: longest match by first syllable, linear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from vnreport.errors import DataFileError, Fault
from vnreport.lexicon.load import Row, read_rows
from vnreport.lexicon.provinces import read_provinces

KINDS = frozenset({"place", "org", "region", "group"})
_SILENT = frozenset({"none", "before", "before.province"})
"""Kinds of rows that only keep others from being read."""
_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The combining grave, acute, tilde, hook and dot: huyền, sắc, ngã, hỏi, nặng."""
_NO_TONES = str.maketrans("", "", _TONES)
_DASHES = str.maketrans("–—", "--")
_LEAF = ""
"""The key under which a node keeps its entries; no token is empty."""


@dataclass(frozen=True, slots=True)
class PlaceRow(Row):
    """A row of places.toml or agencies.toml: `kind`, `code` ("" without one), days of validity, who took over."""

    kind: str = ""
    code: str = ""
    first: str = ""
    last: str = ""
    successor: str = ""


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A name found: `kind` is place, org, region or group; `row_id` its lexicon row; `code` "" where it has none.

    Codes are official two-digit numbers for provinces, ISO 3166-1 for countries, UN M49 for continents.
    """

    start: int
    end: int
    kind: str
    row_id: str
    code: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a surface stands for; `capitals` says of each token whether it must open with a capital."""

    kind: str
    row_id: str
    code: str
    first: str
    last: str
    is_province: bool
    capitals: tuple[bool, ...]


class Places:
    """The listed names, made once from provinces.csv, agencies.toml and places.toml; keeps no state between texts.

    >>> [span.row_id for span in Places().find("Lúa ở Tây Nguyên được mùa.")]
    ['region.highlands']
    """

    def __init__(self) -> None:
        self._trie: dict[str, Any] = {}
        self._before: dict[str, set[str]] = {"before": set(), "before.province": set()}
        for row in (*read_rows("places", PlaceRow), *read_rows("agencies", PlaceRow)):
            if row.kind not in KINDS | _SILENT:
                raise DataFileError("places.toml", (Fault(row.id, "kind", row.kind, ", ".join(sorted(KINDS))),))
            for surface in row.surfaces:
                if row.kind in self._before:
                    self._before[row.kind].add(_fold(surface))
                else:
                    self._add(surface, row.kind, row.id, row.code, row.first, row.last)
        for province in read_provinces():
            for surface in province.surfaces:
                self._add(
                    surface, "place", province.id, province.code, province.first, province.last,
                    is_province=province.type == "province",
                )  # fmt: skip

    def find(self, text: str, *, on: date | None = None) -> list[PlaceSpan]:
        """The names in `text`, the longest where several start, in text order, none overlapping another.

        Of rows with the same name the one valid on the day `on` is taken; without a day, and where none was valid then,
        the newest. A capital in the lexicon asks for one in the text, save at the start of a body's name.
        """
        day = on.isoformat() if on is not None else ""
        spans: list[PlaceSpan] = []
        position = 0
        for word in _WORD.finditer(text):
            if word.start() < position:
                continue
            node = self._trie.get(_fold(word[0]))
            if node is None:
                continue
            found = self._longest(text, word, node, day)
            if found is not None:
                position, entry = found
                if entry.kind in KINDS and not self._is_held_back(text, word.start(), entry):
                    spans.append(PlaceSpan(word.start(), position, entry.kind, entry.row_id, entry.code))
        return spans

    def _add(
        self, surface: str, kind: str, row_id: str, code: str, first: str, last: str, *, is_province: bool = False
    ) -> None:
        tokens = _TOKEN.findall(surface)
        node = self._trie
        for token in tokens:
            node = node.setdefault(_fold(token), {})
        capitals = [token[0].isupper() for token in tokens]
        if kind == "org" and len(tokens) > 1:
            capitals[0] = False
        entry = _Entry(kind, row_id, code, first, last, is_province, tuple(capitals))
        node.setdefault(_LEAF, []).append(entry)

    def _longest(self, text: str, word: re.Match[str], node: dict[str, Any], day: str) -> tuple[int, _Entry] | None:
        """End and entry of the longest name that starts with `word`."""
        tokens = [word[0]]
        end = word.end()
        found = None
        for token in _following(text, end):
            entry = _choose(node.get(_LEAF, ()), tokens, day)
            if entry is not None:
                found = end, entry
            node = node.get(_fold(token[0]), {})
            if not node:
                return found
            tokens.append(token[0])
            end = token.end()
        entry = _choose(node.get(_LEAF, ()), tokens, day)
        return (end, entry) if entry is not None else found

    def _is_held_back(self, text: str, start: int, entry: _Entry) -> bool:
        """Whether the words before `start` make the name that of a person, a road or a smaller place."""
        if entry.code == "" or entry.kind != "place" or not text[start].isupper():
            return False
        line = text[max(0, start - 24) : start].replace(".", " ")
        if not line.endswith(" ") or not (words := line.split()):
            return False
        last, pair = _fold(words[-1]), _fold(" ".join(words[-2:]))
        held = self._before["before"] | (self._before["before.province"] if entry.is_province else set())
        return last in held or pair in held


@lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    """`word` in lower case with its tone marks at the end, so that "Hoà" and "hòa" are one; dashes are hyphens."""
    letters = unicodedata.normalize("NFD", word.lower().translate(_DASHES))
    return letters.translate(_NO_TONES) + "".join(letter for letter in letters if letter in _TONES)


def _following(text: str, end: int) -> Iterator[re.Match[str]]:
    """The tokens from `end` on, on the same line."""
    for token in _TOKEN.finditer(text, end):
        if token.start() > end and "\n" in text[end : token.start()]:
            return
        end = token.end()
        yield token


def _choose(entries: list[_Entry], tokens: list[str], day: str) -> _Entry | None:
    """The entry whose capitals `tokens` have and that is valid on `day`; else the newest."""
    fitting = [
        entry
        for entry in entries
        if all(token[0].isupper() for token, wanted in zip(tokens, entry.capitals, strict=True) if wanted)
    ]
    if not fitting:
        return None
    if day:
        for entry in fitting:
            if entry.first <= day and (not entry.last or day <= entry.last):
                return entry
    return max(fitting, key=lambda entry: (not entry.last, entry.last))
