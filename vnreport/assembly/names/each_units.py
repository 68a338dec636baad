"""Names changes told of each unit of what a price before is of: "giá bạc 90 triệu đồng/kg, | mỗi kg | tăng 2 triệu"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.topics import name_of, unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

# So many values are looked back through for the price.
MOST_BACK = 6
# Items of "mỗi cổ phiếu".
LONGEST_EACH = 3


def name_each_unit(naming: Naming) -> bool:
    """Whether nothing but "mỗi" and a unit stands before a change of a price; names it by the price told before then.

    The price is the last one told for that unit, or where its unit leaves that out the one beside.
    """
    draft, items, subject, words = naming.draft, naming.items, naming.subject, phrase_words()
    if subject is None or not any(change.quantity and change.quantity.kind in PRICES for change in draft.changes):
        return False
    first = subject[0] - (items[subject[0]].low != words.each)
    if first < 0 or items[first].low != words.each or not 1 < subject[1] - first <= LONGEST_EACH:
        return False
    unit = " ".join(item.low for item in items[first + 1 : subject[1]])
    told = [*naming.topics.values[-MOST_BACK:], *naming.told[-MOST_BACK:]]
    price = next((other for other in reversed(told) if _is_for(other, unit)), None)
    if price is None:
        beside = naming.before
        price = beside if beside is not None and name_of(beside).startswith(f"{words.price} ") else None
    if price is None:
        return False
    draft.indicator, draft.inherited["indicator"] = price.indicator, FROM_BEFORE
    return True


def _is_for(draft: Draft, unit: str) -> bool:
    """Whether the draft is a price told for the unit: "90 triệu đồng | /kg", "20.000 đồng | một lít"."""
    told = draft.quantity.unit if draft.quantity is not None else None
    if told is None or unit_kind(draft) != "rate" or draft.indicator is None:
        return False
    said = draft.sentence.text[told.start : told.end].lower()
    return said.endswith((f"/{unit}", f"/ {unit}", f" {unit}"))
