"""Tells the name of a part ("khu vực FDI", "huyện A", "Nhật Bản") from a noun that is measured itself."""

from __future__ import annotations

from vnreport.assembly.items import Item
from vnreport.lexicon.cues import CueRow, Phrases

# The lexicon row of goods that open like a part: "nước mắm".
GOODS_ROW = "part.goods"


class PartFinder:
    """Knows parts by the words that open them, or by capitals all through."""

    def __init__(self, rows: tuple[CueRow, ...]) -> None:
        self._openers = Phrases(rows)

    def is_part(self, text: str, items: list[Item], piece: tuple[int, int]) -> bool:
        """Whether the item range names a part rather than something measured; brackets at its end do not matter."""
        words = [item for item in items[piece[0] : piece[1]] if item.kind != "punct"]
        syllables = [syllable for item in words for syllable in item.low.split()]
        if not syllables:
            return False
        found = self._openers.match(syllables, 0)
        if found is not None and found[1].id != GOODS_ROW:
            return True
        opens_sentence = piece[0] == 0 and len(words) == 1
        return not opens_sentence and all(text[item.start].isupper() for item in words)
