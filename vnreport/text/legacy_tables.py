"""Reads the tables of the Vietnamese encodings before Unicode, and the fonts that go with them."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from vnreport.errors import DataFileError, Fault

Encoding = Literal["tcvn3", "vni", "viscii"]
ENCODINGS: tuple[Encoding, ...] = ("tcvn3", "vni", "viscii")
"""Of two that explain a text equally well the earlier is taken; TCVN3 was the standard of the administration."""

FontEncoding = Literal["tcvn3", "tcvn3-capitals", "vni", "viscii", "symbol", "other"]
"""What a font's name tells of its text: a legacy encoding, TCVN3 in a font of capitals only, pictures, or nothing."""

_FONT_VALUES: tuple[FontEncoding, ...] = ("tcvn3", "vni", "viscii", "symbol")


@dataclass(frozen=True, slots=True)
class LegacyTable:
    """One encoding: its characters as Windows-1252 or Latin-1 shows them, and the letters they stand for.

    `singles` holds one character a letter; `pairs` two (VNI writes a base letter and a mark), with `pair` finding them.
    """

    encoding: Encoding
    singles: Mapping[int, str]
    pairs: Mapping[str, str]
    pair: re.Pattern[str] | None

    def convert(self, text: str) -> str:
        """`text` with the letters of this encoding as Unicode letters in NFC; other characters stay as they are."""
        if self.pair is None:
            return text.translate(self.singles)
        parts: list[str] = []
        done = 0
        for found in self.pair.finditer(text):
            parts += (text[done : found.start()].translate(self.singles), self.pairs[found.group()])
            done = found.end()
        parts.append(text[done:].translate(self.singles))
        return "".join(parts)


@cache
def load_table(encoding: Encoding) -> LegacyTable:
    """The table of one encoding; raises DataFileError listing every fault of its file."""
    name, rows = _read(f"{encoding}.csv", ("bytes", "letter"))
    faults: list[Fault] = []
    singles: dict[int, str] = {}
    pairs: dict[str, str] = {}
    for place, (codes, letter) in rows:
        if not re.fullmatch(r"[0-9A-F]{2}( [0-9A-F]{2})?", codes):
            faults.append(Fault(place, "bytes", repr(codes), "one or two bytes in capital hexadecimal"))
        elif len(letter) != 1 or not unicodedata.is_normalized("NFC", letter):
            faults.append(Fault(place, "letter", repr(letter), "one letter in NFC"))
        else:
            for form in _forms(bytes.fromhex(codes)):
                if form in pairs or (len(form) == 1 and ord(form) in singles):
                    faults.append(Fault(place, "bytes", codes, "each once"))
                elif len(form) == 1:
                    singles[ord(form)] = letter
                else:
                    pairs[form] = letter
    if faults:
        raise DataFileError(name, tuple(faults))
    pair = re.compile("|".join(map(re.escape, pairs))) if pairs else None
    return LegacyTable(encoding, singles, pairs, pair)


@cache
def load_fonts() -> tuple[tuple[str, FontEncoding], ...]:
    """Font name prefixes in lower case with what they tell, longest first."""
    name, rows = _read("fonts.csv", ("prefix", "encoding", "source"))
    known = {str(value): value for value in _FONT_VALUES}
    faults = [Fault(place, "encoding", row[1], ", ".join(known)) for place, row in rows if row[1] not in known]
    if faults:
        raise DataFileError(name, tuple(faults))
    return tuple(sorted(((row[0], known[row[1]]) for _, row in rows), key=lambda row: -len(row[0])))


@cache
def load_lookalikes() -> Mapping[str, str]:
    """Characters that stand in for those of Windows-1252 in the text of PDF files, and which ones they mean."""
    name, rows = _read("lookalikes.csv", ("byte", "character", "source"))
    faults = [
        Fault(place, "row", ",".join(row), "a byte and one character")
        for place, row in rows
        if not re.fullmatch("[0-9A-F]{2}", row[0]) or len(row[1]) != 1
    ]
    if faults:
        raise DataFileError(name, tuple(faults))
    return {row[1]: bytes.fromhex(row[0]).decode("cp1252") for _, row in rows}


def _forms(codes: bytes) -> set[str]:
    """How the bytes look when taken for Windows-1252 and for Latin-1."""
    latin = codes.decode("latin-1")
    windows = "".join(bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in codes)
    return {latin, windows}


def _read(name: str, header: tuple[str, ...]) -> tuple[str, list[tuple[str, list[str]]]]:
    """The path of a file under `data/encodings` and its rows with their places; their number of fields is checked."""
    path = resources.files("vnreport.lexicon") / "data" / "encodings" / name
    found, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    if tuple(found) != header:
        raise DataFileError(str(path), (Fault("line 1", "header", ",".join(found), ",".join(header)),))
    numbered = [(f"line {number}", row) for number, row in enumerate(rows, 2)]
    faults = [
        Fault(place, "row", f"{len(row)} fields", f"{len(header)} fields")
        for place, row in numbered
        if len(row) != len(header)
    ]
    if faults:
        raise DataFileError(str(path), tuple(faults))
    return str(path), numbered
