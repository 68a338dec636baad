"""Tells the name of a part ("khu vực FDI", "huyện A", "Nhật Bản") from a noun that is measured itself."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.lexicon.cues import CueRow, Phrases
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.text.syllables import is_syllable

# The lexicon row of goods that open like a part: "nước mắm".
GOODS_ROW = "part.goods"

# The row of words that open a plural or a rest of things as well: "các xe", "loại khác".
REST_ROW = "part.rest"

# The row of firms and offices, whose names end in a capital; words that go on tell what they do ("công ty bán vé").
BODY_ROW = "part.body"
LONGEST_BODY = 3


class PartFinder:
    """Knows parts by the words that open them, or by capitals all through."""

    def __init__(self, rows: tuple[CueRow, ...]) -> None:
        self._openers = Phrases(rows)

    def is_part(self, text: str, items: list[Item], piece: tuple[int, int]) -> bool:
        """Whether the item range names a part rather than something measured; brackets at its end do not matter."""
        ends = {"(", phrase_words().of}
        noted = next((index for index in range(piece[0] + 1, piece[1]) if items[index].low in ends), piece[1])
        words = [item for item in items[piece[0] : noted] if item.kind != "punct"]
        if not words:
            return False
        opener = self._opener(words)
        if opener is not None and opener.id == BODY_ROW:
            return text[words[-1].start].isupper() or len(words) <= LONGEST_BODY
        if opener is not None and (opener.id != GOODS_ROW or len(words) == 1):
            # "TSS" is a substance, in capitals or not.
            return opener.id != GOODS_ROW
        opens_sentence = piece[0] == 0 and len(words) == 1 and not _is_name(text[words[0].start : words[0].end])
        names = [item for item in words[1:-1] if item.low != phrase_words().conjunction]
        return not opens_sentence and all(text[item.start].isupper() for item in (words[0], *names, words[-1]))

    def is_body(self, items: list[Item], piece: tuple[int, int]) -> bool:
        """Whether the item range opens with a word for a firm, an office or the like."""
        opener = self._opener([item for item in items[piece[0] : piece[1]] if item.kind != "punct"])
        return opener is not None and opener.id == BODY_ROW

    def is_of_things(self, items: list[Item], piece: tuple[int, int]) -> bool:
        """Whether the item range opens as a plural of things may: "các xe"."""
        opener = self._opener([item for item in items[piece[0] : piece[1]] if item.kind != "punct"])
        return opener is not None and opener.id == REST_ROW and not self.opens(items, (piece[0] + 1, piece[1]))

    def opens(self, items: list[Item], piece: tuple[int, int]) -> bool:
        """Whether the item range opens with a word for a part or a body."""
        return self._opener([item for item in items[piece[0] : piece[1]] if item.kind != "punct"]) is not None

    def _opener(self, words: list[Item]) -> CueRow | None:
        """The row of the words that open a part, or None."""
        syllables = [syllable for item in words for syllable in item.low.split()]
        found = self._openers.match(syllables, 0) if syllables else None
        return None if found is None else found[1]


def _is_name(word: str) -> bool:
    """Whether the word names something wherever it stands, as foreign ones do: "Singapore", "SeABank", no "GDP", no
    "Lãi"."""
    foreign = word.isalpha() and not is_syllable(word.lower())
    return word != word.upper() and (word[1:] != word[1:].lower() or foreign)
