"""The label of a list of parts: "Học lực giỏi: | khối 8 24%, khối 9 13%"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a name that is the label.
LABEL_RULE = "indicator.label"
# Items of the longest label.
LONGEST_LABEL = 10


def label_before(items: list[Item], place: int) -> tuple[int, int] | None:
    """The item range of the words before the last colon left of `place`, or None where they are no label.

    A label starts a sentence or a clause, holds no figure and no cue, and all figures since are of its parts.
    """
    colon = next((index for index in range(place - 1, 0, -1) if items[index].low == ":"), None)
    if colon is None or any(item.depth < items[colon].depth for item in items[colon:place]):
        return None
    if items[colon + 1].kind == "quantity":
        # "Phụ nữ: 133 người; | ngoài Đảng: 21 người"
        return None
    first = colon
    while first and items[first - 1].low not in {";", ":", "."} and items[first - 1].kind != "quantity":
        first -= 1
    if first and items[first - 1].kind == "quantity":
        return None
    piece = trim(items, first, colon)
    if piece is None or piece[1] - piece[0] > LONGEST_LABEL or items[piece[0]].low in phrase_words().preposition:
        return None
    if any(
        item.role not in {"", "conjunction", "soft", "aux"} or item.kind == "period" for item in items[slice(*piece)]
    ):
        return None
    return piece


def part_behind(items: list[Item], label: tuple[int, int], subject: tuple[int, int]) -> tuple[int, int] | None:
    """The words of the subject behind the colon of the label; None without."""
    colon = next(index for index in range(label[1], len(items)) if items[index].low == ":")
    return trim(items, max(colon + 1, subject[0]), subject[1])
