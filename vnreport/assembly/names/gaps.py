"""Names gaps between two prices by the word for a gap before them: "chênh với | giá vàng thế giới | 90.000 đồng"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.items import PASSING
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.gap"
# Items of the longest word for a gap.
LONGEST_GAP = 2


def name_gap(naming: Naming) -> None:
    """Adds the word for a gap to the name of one side of it, or of both, of which the figure is no level."""
    draft, items, name = naming.draft, naming.items, naming.draft.indicator
    if name is None or draft.role != "value":
        return
    gap = _gap_to(naming) or _gap_between(naming)
    if gap is not None:
        draft.indicator = name.joined(phrase_of(draft, items, gap, RULE), RULE)


def _gap_to(naming: Naming) -> tuple[int, int] | None:
    """The word for a gap before the other side of it: "| chênh | với giá vàng thế giới 90.000 đồng"; or None."""
    draft, items, name = naming.draft, naming.items, naming.draft.indicator
    if name is None or draft.inherited.get("indicator"):
        return None
    first = next((index for index in range(draft.place) if items[index].start == name.parts[0][0]), 0)
    if first < 2 or items[first - 1].low != phrase_words().companion:
        return None
    return _gap_before(naming, first - 1)


def _gap_between(naming: Naming) -> tuple[int, int] | None:
    """The word for a gap right before the figure, where the name does not tell it: "giá mua, giá bán | chênh nhau | 9
    triệu đồng"; or None."""
    draft, items, name = naming.draft, naming.items, naming.draft.indicator
    if name is None or unit_kind(draft) not in PRICES:
        return None
    last = draft.place
    while last and items[last - 1].role in PASSING:
        last -= 1
    told = any(name.holds(word) for word in phrase_words().gap)
    return None if told else _gap_before(naming, last)


def _gap_before(naming: Naming, last: int) -> tuple[int, int] | None:
    """The word for a gap that ends at item `last`, or None."""
    items = naming.items
    for size in range(LONGEST_GAP, 0, -1):
        first = last - size
        if first >= 0 and " ".join(item.low for item in items[first:last]) in phrase_words().gap:
            return first, last
    return None
