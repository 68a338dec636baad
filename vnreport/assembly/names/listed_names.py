"""One name for counts that stand in a list with one noun: "lần lượt có 63, 41 và 33 hộ nghèo phải di dời"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnreport.assembly.names.bare_counts import DEED_RULES
from vnreport.assembly.names.naming import RIGHT_RULE
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.origins import FROM_LIST
from vnreport.assembly.sentences.topics import unit_code, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# Rules of names that say no more than the noun, or what was counted before.
WHOLE_RULES = frozenset({RIGHT_RULE})
LOOSE = frozenset({"indicator.noun", "indicator.inherited", "indicator.inherited.unit"})


def share_listed(found: Sequence[Draft]) -> None:
    """Gives the counts of each list of figures the name that tells most, where their own is the noun alone."""
    _share_wholes(found)
    for row in _rows(found):
        first, last = row[0].indicator, row[-1].indicator
        name = last if last is not None and last.rule not in LOOSE else first
        if name is None or (name is first and name.rule not in DEED_RULES):
            # what was done goes on with the figures behind: "trồng 120 và 140 cây"
            continue
        for draft in row:
            if draft.indicator is None or draft.indicator.rule in LOOSE:
                draft.indicator = Phrase(name.text, name.parts, name.rule)
                draft.inherited["indicator"] = FROM_LIST


def _share_wholes(found: Sequence[Draft]) -> None:
    """Gives the first of paired shares the whole behind the last: "lần lượt 20% và 19% | lao động bị tác động"."""
    for before, draft in zip(found[-2::-1], found[:0:-1], strict=True):
        whole = draft.indicator
        if not draft.paired or whole is None or whole.rule not in WHOLE_RULES or unit_code(before) != "%":
            continue
        if before.indicator is not None and before.indicator.rule in WHOLE_RULES:
            continue
        if before.role == draft.role and before.paired is not None and draft.place <= before.place + 2:
            before.indicator = Phrase(whole.text, whole.parts, whole.rule)
            before.inherited["indicator"] = FROM_LIST


def _rows(found: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The runs of two counts and more of one noun with nothing but "," and "và" between them."""
    row: list[Draft] = []
    for draft in found:
        if row and not _goes_on(row[-1], draft):
            if len(row) > 1:
                yield row
            row = []
        row.append(draft)
    if len(row) > 1:
        yield row


def _goes_on(before: Draft, draft: Draft) -> bool:
    """Whether the figure stands in a list with the one before, which leaves its noun out."""
    if draft.place > before.place + 2 or unit_kind(draft) != "count" or unit_code(before) != unit_code(draft):
        return False
    if before.quantity is None or draft.quantity is None or before.quantity.unit is None:
        return False
    unit, between = before.quantity.unit, before.sentence.items[before.place + 1 : draft.place]
    lent = unit.start == unit.end or unit.start >= draft.quantity.start
    joins = {",", ";", phrase_words().conjunction}
    return lent and bool(between) and all(item.low in joins for item in between)
