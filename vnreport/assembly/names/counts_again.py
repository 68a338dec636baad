"""Counts that take the name of what was counted before."""

from __future__ import annotations

from vnreport.assembly.names.bare_nouns import BareCount
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.origins import FROM_UNIT
from vnreport.assembly.sentences.topics import MOST_BACK, unit_code, unit_kind

# The kind of units that count something.
COUNTED = "count"
# Syllables of the longest name that as many of the same take again.
LONGEST_AGAIN = 12


def counted_before(naming: Naming) -> Phrase | None:
    """What the figure right before counted, by whatever noun: "có 120 thí sinh vắng, nay con số này là | 95 em"."""
    before = naming.told[-1] if naming.told else naming.topics.values[-1] if naming.topics.values else None
    return before.indicator if before is not None and unit_kind(before) == COUNTED else None


def counted_again(naming: Naming, bare: BareCount) -> Phrase | None:
    """The fuller name of as many of the same told before: "12 dự án thua lỗ … Tổng tài sản của | 12 dự án"; or None."""
    quantity = naming.draft.quantity
    number = None if quantity is None else quantity.number
    for other in reversed(naming.topics.values[-MOST_BACK:]):
        name = other.indicator
        if other.quantity is None or other.quantity.number != number or unit_code(other) != bare.unit.code:
            continue
        fuller = name is not None and name.text.lower().startswith(f"{bare.noun.lower()} ")
        if name is not None and fuller and len(name.text.split()) <= LONGEST_AGAIN:
            return name
    return None


def inherit(draft: Draft, known: Phrase) -> None:
    """The indicator of the count before of the same noun."""
    draft.indicator = Phrase(known.text, known.parts, "indicator.inherited.unit")
    draft.inherited["indicator"] = FROM_UNIT
