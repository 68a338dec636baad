"""Words that only say that something is ranked: "vị trí", "giữ vị trí số"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.lexicon.phrase_words import phrase_words

# Items of the longest words that only say that something is ranked: "giữ vị trí số".
LONGEST_POSITION = 4


def without_position(items: list[Item], first: int, last: int) -> int:
    """The end of a span before words that only say that something is ranked: "lên | vị trí"."""
    for size in range(min(LONGEST_POSITION, last - first), 0, -1):
        if " ".join(item.low for item in items[last - size : last]) in phrase_words().position:
            return last - size
    return last
