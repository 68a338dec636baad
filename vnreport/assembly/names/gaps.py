"""Names gaps between two prices by the word for a gap before them: "chênh với | giá vàng thế giới | 90.000 đồng"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.gap"
# Items of the longest word for a gap.
LONGEST_GAP = 2


def name_gap(naming: Naming) -> None:
    """Adds the word for a gap to the name of the other side of it, of which the figure is no level."""
    draft, items, name = naming.draft, naming.items, naming.draft.indicator
    if name is None or draft.role != "value" or draft.inherited.get("indicator"):
        return
    first = next((index for index in range(draft.place) if items[index].start == name.parts[0][0]), 0)
    if first < 2 or items[first - 1].low != phrase_words().companion:
        return
    for size in range(LONGEST_GAP, 0, -1):
        begin = first - 1 - size
        if begin >= 0 and " ".join(item.low for item in items[begin : first - 1]) in phrase_words().gap:
            draft.indicator = name.joined(phrase_of(draft, items, (begin, first - 1), RULE), RULE)
            return
