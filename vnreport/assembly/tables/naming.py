"""Names the indicator and the scope of a table's figure, from its column, its row and the caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.tables.captions import Caption
from vnreport.assembly.tables.columns import Column
from vnreport.assembly.tables.grids import Span
from vnreport.assembly.tables.labels import RowLabel
from vnreport.assembly.tables.unit_texts import UnitTexts
from vnreport.grammar.values import Unit
from vnreport.lexicon.cues import Phrases
from vnreport.lexicon.places import Places
from vnreport.lexicon.table_words import TableWords

COUNTER_ROW = "head.counter"
_MOST_SYLLABLES = 7
_CLASS = re.compile(r"\d[.,]\d|\d\s?-\s?\d")


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row to be named: its label, the labels of the rows that it is a part of, nearest first, the unit of the figure.

    `has_unit` says that the row names that unit itself, and so an indicator.
    """

    label: RowLabel
    parents: Sequence[RowLabel]
    unit: Unit | None
    has_unit: bool


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """What names are read with: nouns that head indicators, words of tables, places and bodies."""

    heads: Phrases
    words: TableWords
    places: Places


class Namer:
    """Names the figures of one table."""

    def __init__(self, text: str, names: NameLexicon, units: UnitTexts, caption: Caption) -> None:
        self._text = text
        self._heads, self._words, self._places = names.heads, names.words, names.places
        self._units = units
        self._caption = caption

    def name(self, column: Column, named: NamedRow, measured: Column | None) -> tuple[Phrase | None, list[Phrase]]:
        """Indicator and scopes of the figure of a row in a column.

        `measured` is the named level that a column such as "Tỷ lệ (%)" is of.
        """
        label = named.label
        own = [] if label.total or label.period is not None or not label.text else [label.name]
        if column.kind in {"share", "contribution"}:
            parts = self._whole(column, named, measured)
            rule = "indicator.table.share"
        elif column.name:
            parts = self._column(column, measured)
            rule = "indicator.table.column"
        else:
            parts = self._row(named, own)
            rule = "indicator.table.row"
        scopes = [_phrase(self._text, own, "scope.row")] if own and parts[:1] != own else []
        if self._caption.group is not None and [self._caption.group] != parts:
            scopes.append(_phrase(self._text, [self._caption.group], "scope.group"))
        return (_phrase(self._text, parts, rule) if parts else None), scopes

    def is_growth(self, name: str) -> bool:
        """Whether a name is that of a growth ("Tốc độ tăng kim ngạch xuất khẩu")."""
        return self._words.opens("growth_name", name) > 0

    def _column(self, column: Column, measured: Column | None) -> list[Span]:
        """The column's name, behind it what it is of where it only says "Giá trị" or "Tỷ lệ"."""
        parts = list(column.name)
        bare = self._words.is_only("bare_name", column.words)
        if bare or self._head(column.name[0]) in ("amount", "counter"):
            return parts + list(self._caption.subject)
        if self._head(column.name[0]) == "rate" and len(column.words.split()) <= 2 and measured is not None:
            return parts + list(measured.name)
        return parts

    def _whole(self, column: Column, named: NamedRow, measured: Column | None) -> list[Span]:
        """What a share is of: the words of its column, the level beside it, what the caption names, or the row."""
        if column.name:
            return list(column.name)
        if measured is not None and measured.name:
            return list(measured.name)
        return list(self._caption.subject) or self._row(named, [named.label.name])

    def _row(self, named: NamedRow, own: list[Span]) -> list[Span]:
        """The row's name; where it heads no indicator, behind that of the row it is a part of, or the caption's."""
        subject, label = list(self._caption.subject), named.label
        if not own:
            return subject or ([label.name] if label.period is None and label.text else [])
        role = self._head(label.name)
        if label.whole:
            return subject or own
        if self._words.is_only("bare_name", label.text) or (role == "counter" and len(label.text.split()) <= 3):
            return own + subject
        if role == "counted" and not self._counts(label.name, named.unit):
            role = ""
        if role or (named.has_unit and not label.part):
            return own
        for place, parent in enumerate(named.parents):
            above = self._head(parent.name)
            heads = above not in ("", "counted") or (label.part and not place and not parent.group)
            if heads and not parent.total:
                bare = self._words.is_only("bare_name", parent.text)
                return [*(subject if bare and subject else [parent.name]), *own]
        return subject if subject and self._is_scope(label.text) else subject + own

    def _is_scope(self, name: str) -> bool:
        """Whether a row's name is a listed place or body, or a class of figures ("Dưới 2,5"): of whom, not of what."""
        if _CLASS.search(name) is not None:
            return True
        found = self._places.find(name)
        return len(found) == 1 and (found[0].start, found[0].end) == (0, len(name))

    def _counts(self, name: Span, unit: Unit | None) -> bool:
        """Whether the noun that opens a name is what the figure counts: "Lượt khám" in lượt, not "Ô tô" in chiếc."""
        counted = self._units.counted(self._text, *name)
        return unit is None or counted is None or counted.unit.code == unit.code

    def _head(self, span: Span) -> str:
        """The role of the noun that opens a name, "counted" for a counted noun of the lexicon, or ""."""
        syllables = self._text[slice(*span)].lower().replace(",", " ").split()[:_MOST_SYLLABLES]
        if not syllables:
            return ""
        found = self._heads.match(syllables, 0)
        if found is not None and found[1].id == COUNTER_ROW:
            return "counter" if found[0] == len(syllables) else "counted"
        if found is not None:
            return found[1].role
        return "counted" if self._units.counted(self._text, *span) is not None else ""


def _phrase(text: str, parts: Sequence[Span], rule: str) -> Phrase:
    return Phrase(" ".join(text[start:end] for start, end in parts), tuple(parts), rule)
