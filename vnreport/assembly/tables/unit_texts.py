"""Reads the units that headers, captions and unit columns print without a number: "triệu USD", "1000 đồng"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from vnreport.assembly.tables.grids import Span
from vnreport.grammar.quantities import QuantityGrammar
from vnreport.grammar.units import WORD_ROW
from vnreport.grammar.values import Unit
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.lexicon.table_words import TableWords
from vnreport.values import value

PROBE = "15 "
"""A unit is read as it would be behind a number; 15 is no year, day of a month alone, or list number."""

MOST_WORDS = 4
"""Longer texts are no unit ("lượt người" has two words, "triệu lượt người.km" three)."""

_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_PARENS = re.compile(r"\(([^()]*)\)")
_PERCENT = re.compile(r"%")


@value(frozen=True, slots=True)
class TableUnit:
    """A unit and what it multiplies the figures with."""

    unit: Unit
    factor: Decimal = Decimal(1)


class UnitTexts:
    """Reads unit texts with the grammar of quantities."""

    def __init__(self, quantities: QuantityGrammar, words: TableWords) -> None:
        self._quantities = quantities
        self._words = words

    def read(self, text: str, start: int, end: int, *, sure: bool = False) -> TableUnit | None:
        """The unit that all of `text[start:end]` names, offsets of `text`; None where it names none.

        `sure` says that a unit must stand there: then a short noun that the lexicon lacks is one too ("HTX").
        """
        raw = text[start:end]
        lead = len(raw) - len(raw.lstrip(" .:("))
        surface = raw[lead:].rstrip(" .:,;)")
        if not surface or len(surface.split()) > MOST_WORDS + 2:
            return None
        start += lead
        spellings = (surface, surface[0].lower() + surface[1:], surface.lower()) if len(surface) > 1 else (surface,)
        found = next((read for spelling in spellings if (read := self._read(spelling)) is not None), None)
        if found is None and sure and _WORDS.fullmatch(surface) and len(surface.split()) <= MOST_WORDS:
            code = surface if surface.isupper() else surface.lower()
            found = TableUnit(Unit(0, len(surface), code, "count", "unit.word"))
        if found is None:
            return None
        unit = replace(found.unit, start=start, end=start + len(surface))
        return TableUnit(unit, found.factor)

    def _read(self, surface: str) -> TableUnit | None:
        end = self._words.opens("scale", surface)
        word, rest = self._words.value(surface[:end]), surface[end:].lstrip()
        if word and not rest:
            rest = self._words.surfaces("scaled")[0]
        probe = f"{PROBE}{word} {rest}" if word else PROBE + rest
        found = self._quantities.find(probe)
        if len(found) != 1 or found[0].unit is None or found[0].number is None or found[0].start != 0:
            return self._divided(rest, word)
        quantity = found[0]
        if len(probe) - max(quantity.outer_end, quantity.end) > 0:
            return self._divided(rest, word)
        if quantity.unit is None or quantity.number is None or quantity.unit.row == WORD_ROW:
            return None
        return TableUnit(quantity.unit, quantity.number / Decimal(15))

    def _divided(self, rest: str, word: str) -> TableUnit | None:
        """A unit over one that the grammar of prose does not divide ("USD/tấn", "người/km2")."""
        upper, slash, lower = rest.partition("/")
        if not slash or not upper.strip() or not lower.strip() or "/" in lower:
            return None
        over, under = self._read(f"{word} {upper.strip()}".strip()), self._read(lower.strip())
        if over is None or under is None or under.factor != 1:
            return None
        unit = replace(over.unit, code=f"{over.unit.code}/{under.unit.code}", kind="rate")
        return TableUnit(unit, over.factor)

    def in_brackets(self, text: str, start: int, end: int) -> tuple[TableUnit, Span] | None:
        """The unit in the last brackets of `text[start:end]` that hold one, and the stretch of the brackets."""
        for found in reversed(list(_PARENS.finditer(text, start, end))):
            inner_start, inner_end = found.span(1)
            unit = self.read(text, inner_start, inner_end)
            if unit is None and "," in found[1]:
                unit = self.read(text, inner_start + found[1].rindex(",") + 1, inner_end)
            if unit is not None:
                return unit, found.span()
        return None

    def percent(self, text: str, start: int, end: int) -> TableUnit | None:
        """Per cent where `text[start:end]` holds its sign, or None."""
        found = _PERCENT.search(text, start, end)
        return None if found is None else TableUnit(Unit(found.start(), found.end(), "%", "percent", "unit.percent"))

    def split_suffix(self, text: str, start: int, end: int) -> int | None:
        """Where the unit that closes a row label starts ("Vốn cấp mới | Triệu USD"); None where none does."""
        words = [found.start() + start for found in re.finditer(r"\S+", text[start:end])]
        for place in words[1:][-MOST_WORDS:]:
            if self.read(text, place, end) is not None:
                return place
        return None

    def counted(self, text: str, start: int, end: int) -> TableUnit | None:
        """The counted noun of the lexicon that opens a name ("Lượt khám", "Tổng số hộ"), or None."""
        words = text[start:end].split(" ")
        counters = phrase_words().counter
        while words and words[0].lower() in counters:
            start += len(words.pop(0)) + 1
        if not words:
            return None
        probe = PROBE + text[start:end].lower()
        found = self._quantities.find(probe)
        if not found or found[0].start != 0 or found[0].unit is None or found[0].unit.kind != "count":
            return None
        unit = found[0].unit
        if unit.row == WORD_ROW or unit.start != len(PROBE):
            return None
        place = start + unit.start - len(PROBE)
        return TableUnit(replace(unit, start=place, end=place + unit.end - unit.start))
