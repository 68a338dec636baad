"""Names what each draft measures: the noun on its right, its subject on the left, or what came before."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnreport.assembly.drafts import Draft, Phrase
from vnreport.assembly.items import Item
from vnreport.assembly.nouns import PREPOSITIONS, place_split, right_stop, subject_pieces
from vnreport.lexicon.cues import Phrases


@dataclass(slots=True)
class Topics:
    """What was named before: the last full indicator, its core, and the last one of each kind of unit."""

    last: Phrase | None = None
    core: str = ""
    by_kind: dict[str, Phrase] = field(default_factory=dict)
    core_by_kind: dict[str, Phrase] = field(default_factory=dict)


class IndicatorNamer:
    """Finds indicators; `heads` are the nouns that can head one."""

    def __init__(self, heads: Phrases) -> None:
        self._heads = heads

    def name(self, draft: Draft, drafts: list[Draft], topics: Topics) -> None:
        """Sets `draft.indicator` and adds the scopes that its words give; updates `topics`."""
        items = draft.sentence.items
        pieces = subject_pieces(items, *draft.subject)
        subject = _main_piece(items, pieces)
        if draft.role == "growth":
            self._growth(draft, items, subject, topics)
        elif draft.role == "share":
            self._share(draft, drafts, items, subject, topics)
        else:
            self._value(draft, items, subject, topics)
        if draft.indicator is None:
            kind = _kind(draft)
            remembered = topics.by_kind.get(kind) or topics.last
            if remembered is not None:
                draft.indicator = Phrase(remembered.text, remembered.parts, "indicator.inherited")
                draft.inherited["indicator"] = "before"
        self._remember(draft, topics)

    def _growth(self, draft: Draft, items: list[Item], subject: tuple[int, int] | None, topics: Topics) -> None:
        """A growth: its subject, joined to the core indicator when it only names a component."""
        cue = draft.cue
        if cue is not None and items[cue].role in {"growth", "fall"}:
            stop = draft.place
            while stop > cue + 1 and items[stop - 1].kind != "word":
                stop -= 1
            draft.indicator = self._with_place(draft, items, (cue, max(stop, cue + 1)))
            if subject is not None:
                _add_scope(draft, items, subject, "scope.subject")
            return
        if subject is None:
            return
        if self._is_headed(items, subject):
            draft.indicator = self._with_place(draft, items, subject)
        else:
            draft.indicator = self._component(draft, items, subject, topics, "growth")

    def _value(self, draft: Draft, items: list[Item], subject: tuple[int, int] | None, topics: Topics) -> None:
        """A value: the counted noun with its words, or the subject of a level verb."""
        unit = draft.quantity.unit if draft.quantity is not None else None
        kind = unit.kind if unit is not None else ""
        stop = right_stop(items, draft.place)
        has_right = stop > draft.place + 1
        cue_role = items[draft.cue].role if draft.cue is not None else ""
        headed = subject is not None and self._is_headed(items, subject)
        if draft.role == "rank":
            self._rank(draft, items, subject, stop)
            return
        if kind == "count":
            if headed and cue_role in {"level", "to"} and subject is not None:
                draft.indicator = self._with_place(draft, items, subject)
                return
            if has_right:
                draft.indicator = self._counted(draft, items, stop)
                self._actor(draft, items, subject)
                return
            self._bare_count(draft, items, subject, topics)
            return
        if has_right and not headed and cue_role != "level":
            right = (draft.place + 1, stop)
            if items[right[0]].low not in PREPOSITIONS:
                if subject is not None and kind != "percent":
                    draft.indicator = _compose(draft, items, [subject, right], "indicator.subject.right")
                else:
                    draft.indicator = self._with_place(draft, items, right)
                return
        if subject is None:
            return
        if headed or cue_role in {"", "have"}:
            if headed:
                draft.indicator = self._with_place(draft, items, subject)
                return
        if kind in {"money", "measure", "rate"} and topics.core_by_kind.get(kind) is None:
            draft.indicator = self._with_place(draft, items, subject)
            return
        draft.indicator = self._component(draft, items, subject, topics, kind)

    def _rank(self, draft: Draft, items: list[Item], subject: tuple[int, int] | None, stop: int) -> None:
        """A rank: what follows it ("thứ 2 về kinh phí"), else the subject."""
        if stop > draft.place + 1:
            first = draft.place + 1
            while first < stop and items[first].low in {"về", "thế", "giới"}:
                first += 1
            if first < stop:
                draft.indicator = self._with_place(draft, items, (first, stop))
        if subject is not None:
            if draft.indicator is None:
                draft.indicator = self._with_place(draft, items, subject)
            else:
                _add_scope(draft, items, subject, "scope.subject")

    def _counted(self, draft: Draft, items: list[Item], stop: int) -> Phrase:
        """The counted noun with the words after it, from the unit's own place on."""
        unit = draft.quantity.unit if draft.quantity is not None else None
        start = unit.start if unit is not None else items[draft.place + 1].start
        split = place_split(items, draft.place, stop)
        if split < stop and split > draft.place + 1:
            scope = (split + 1, stop)
            if items[split].low == "trên" and split + 3 < stop and items[split + 1].low == "địa":
                scope = (split + 3, stop)
            _add_scope(draft, items, scope, "scope.place")
            stop = split
        end = items[stop - 1].end
        text = draft.sentence.text
        return Phrase(text[start:end], ((start, end),), "indicator.counted")

    def _bare_count(self, draft: Draft, items: list[Item], subject: tuple[int, int] | None, topics: Topics) -> None:
        """A counted noun with no words after it: "làm chết 19 người", "đường bộ xảy ra 62 vụ"."""
        quantity = draft.quantity
        unit = quantity.unit if quantity is not None else None
        if unit is None:
            return
        text = draft.sentence.text
        noun = text[unit.start : unit.end]
        known = topics.by_kind.get(f"count:{unit.code}")
        cue = items[draft.cue] if draft.cue is not None else None
        if subject is not None:
            if cue is not None and cue.role in {"have", "level", "to"}:
                if self._is_headed(items, subject):
                    draft.indicator = self._with_place(draft, items, subject)
                    return
                _add_scope(draft, items, subject, "scope.subject")
                if known is not None:
                    draft.indicator = Phrase(known.text, known.parts, "indicator.inherited.unit")
                    draft.inherited["indicator"] = "unit"
                    return
            elif cue is None:
                words = [i for i in range(*subject) if items[i].low != "làm"]
                if words and len(words) <= 5:
                    first, last = items[words[0]].start, items[words[-1]].end
                    draft.indicator = Phrase(
                        f"{noun} {text[first:last]}", ((unit.start, unit.end), (first, last)), "indicator.count.verb"
                    )
                    return
        if draft.indicator is None and known is not None:
            draft.indicator = Phrase(known.text, known.parts, "indicator.inherited.unit")
            draft.inherited["indicator"] = "unit"
        elif draft.indicator is None:
            draft.indicator = Phrase(noun, ((unit.start, unit.end),), "indicator.noun")

    def _actor(self, draft: Draft, items: list[Item], subject: tuple[int, int] | None) -> None:
        """The subject of a counting verb is a scope: "Bộ Xây dựng có 400 người"."""
        if subject is not None and subject[1] - subject[0] <= 14:
            _add_scope(draft, items, subject, "scope.actor")

    def _share(
        self, draft: Draft, drafts: list[Draft], items: list[Item], subject: tuple[int, int] | None, topics: Topics
    ) -> None:
        """A share: the whole on its right or before; its scope is the part."""
        stop = right_stop(items, draft.place)
        index = drafts.index(draft)
        before = drafts[index - 1] if index else None
        part = None
        if subject is not None:
            part = _phrase(draft, items, subject, "scope.share")
        elif before is not None:
            part = before.indicator
            if before.scope:
                draft.scope.extend(before.scope)
                part = None
        if stop > draft.place + 1 and items[draft.place + 1].low not in PREPOSITIONS - {"trong"}:
            first = draft.place + 1
            while first < stop and items[first].low in {"trong", "vào"}:
                first += 1
            if first < stop:
                draft.indicator = self._with_place(draft, items, (first, stop))
        if draft.indicator is None and before is not None:
            whole = before.parent if before.parent is not None and not before.scope else before
            draft.indicator = whole.indicator
            draft.inherited["indicator"] = "whole"
        if part is not None and (draft.indicator is None or part.text != draft.indicator.text):
            draft.scope.append(part)

    def _component(
        self, draft: Draft, items: list[Item], subject: tuple[int, int], topics: Topics, kind: str
    ) -> Phrase:
        """A subject that only names a part, joined to the indicator it is a part of; the part is a scope."""
        part = _phrase(draft, items, subject, "scope.component")
        draft.scope.append(part)
        whole = topics.by_kind.get(kind)
        core = topics.core_by_kind.get(kind)
        if kind in {"percent", "points", "times", "count"} and whole is not None:
            draft.inherited["indicator"] = "before"
            return Phrase(whole.text, whole.parts, "indicator.inherited")
        if core is None and kind == "growth" and topics.last is not None:
            core = topics.core_by_kind.get("any")
        if core is None:
            return Phrase(part.text, part.parts, "indicator.subject")
        draft.inherited["indicator"] = "core"
        return Phrase(f"{core.text} {part.text}", core.parts + part.parts, "indicator.core.component")

    def _with_place(self, draft: Draft, items: list[Item], piece: tuple[int, int]) -> Phrase:
        """The phrase without the place it ends in, which becomes a scope."""
        first, last = piece
        split = place_split(items, first, last)
        if split < last:
            start = split + 1
            if items[split].low == "trên" and split + 2 < last and items[split + 1].low == "địa":
                start = split + 3
            if start < last:
                _add_scope(draft, items, (start, last), "scope.place")
                last = split
        return _phrase(draft, items, (first, last), "indicator.subject")

    def _is_headed(self, items: list[Item], piece: tuple[int, int]) -> bool:
        """Whether one of the first words of the piece can head an indicator."""
        return self._core_end(items, piece) is not None

    def _core_end(self, items: list[Item], piece: tuple[int, int]) -> tuple[int, str] | None:
        """The item index after the first head in the piece and the head's role, or None."""
        first, last = piece
        syllables: list[str] = []
        owners: list[int] = []
        for index in range(first, last):
            for syllable in items[index].low.split():
                syllables.append(syllable)
                owners.append(index)
        for place in range(min(len(syllables), 6)):
            found = self._heads.match(syllables, place)
            if found is not None:
                size, row = found
                return owners[place + size - 1] + 1, row.role
        return None

    def _remember(self, draft: Draft, topics: Topics) -> None:
        """Keeps the draft's indicator for figures that leave theirs out."""
        phrase = draft.indicator
        if phrase is None or draft.role in {"share", "rank", "contribution"}:
            return
        kind = _kind(draft)
        if "indicator" in draft.inherited:
            return
        topics.last = phrase
        topics.by_kind[kind] = phrase
        items = draft.sentence.items
        for index, item in enumerate(items):
            if phrase.parts and item.start == phrase.parts[0][0]:
                last = index
                while last < len(items) and items[last].end <= phrase.parts[0][1]:
                    last += 1
                core = self._core_end(items, (index, last))
                if core is not None and core[1] == "core":
                    value = _phrase(draft, items, (index, max(core[0], index + 1)), "indicator.core")
                    for key in {kind, "growth", "any", "money"} if kind == "money" else {kind, "any"}:
                        topics.core_by_kind[key] = value
                else:
                    topics.core_by_kind.pop(kind, None)
                break


def _kind(draft: Draft) -> str:
    if draft.role == "growth":
        return "growth"
    unit = draft.quantity.unit if draft.quantity is not None else None
    if unit is None:
        return ""
    return f"count:{unit.code}" if unit.kind == "count" else unit.kind


def _main_piece(items: list[Item], pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The piece that names the subject: the last one, unless it only hangs on the one before ("của cả nước")."""
    if not pieces:
        return None
    last = pieces[-1]
    if len(pieces) > 1 and items[last[0]].low in PREPOSITIONS:
        return pieces[-2]
    return last


def _phrase(draft: Draft, items: list[Item], piece: tuple[int, int], rule: str) -> Phrase:
    start, end = items[piece[0]].start, items[piece[1] - 1].end
    return Phrase(draft.sentence.text[start:end], ((start, end),), rule)


def _add_scope(draft: Draft, items: list[Item], piece: tuple[int, int], rule: str) -> None:
    """Adds a scope unless the piece is empty."""
    if piece[0] < piece[1]:
        draft.scope.append(_phrase(draft, items, piece, rule))


def _compose(draft: Draft, items: list[Item], pieces: list[tuple[int, int]], rule: str) -> Phrase:
    parts = tuple((items[first].start, items[last - 1].end) for first, last in pieces)
    return Phrase(" ".join(draft.sentence.text[start:end] for start, end in parts), parts, rule)
