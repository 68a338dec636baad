"""Phrases of a sentence by item range: quoted, composed, or with the place at their end cut off as a scope."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.items import Item, closing
from vnreport.assembly.sentences.nouns import LONGEST_BRACKET, place_split
from vnreport.lexicon.phrase_words import phrase_words


def main_piece(items: list[Item], pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The piece that names the subject: the last one, unless it only hangs on the one before ("của cả nước", "theo dự
    toán")."""
    if not pieces:
        return None
    last = pieces[-1]
    hangs = items[last[0]].low in phrase_words().preposition or items[last[0] - 1].role == "source"
    if len(pieces) > 1 and hangs:
        return pieces[-2]
    return last


def phrase_of(draft: Draft, items: list[Item], piece: tuple[int, int], rule: str) -> Phrase:
    """The quoted phrase of an item range."""
    start, end = items[piece[0]].start, items[without_preposition(items, *piece) - 1].end
    return Phrase(draft.sentence.text[start:end], ((start, end),), rule)


def compose(draft: Draft, items: list[Item], pieces: list[tuple[int, int]], rule: str) -> Phrase:
    """A phrase of several item ranges, in the order given."""
    parts = tuple((items[first].start, items[last - 1].end) for first, last in pieces)
    return Phrase(" ".join(draft.sentence.text[start:end] for start, end in parts), parts, rule)


def add_scope(draft: Draft, items: list[Item], piece: tuple[int, int], rule: str) -> None:
    """Adds a scope unless the piece is empty."""
    if piece[0] < piece[1]:
        draft.scope.append(phrase_of(draft, items, piece, rule))


def place_tail(
    draft: Draft,
    items: list[Item],
    piece: tuple[int, int],
    rule: str,
    *,
    start: int | None = None,
    head_end: int | None = None,
) -> Phrase:
    """The phrase without the place that it ends in, which becomes a scope.

    `start` moves its first character; the place starts at item `head_end` at the earliest.
    """
    first, last = piece
    last = without_gloss(items, first, last)
    split = place_split(items, first if head_end is None else max(first, head_end - 1), last)
    if split < last:
        scope, words = split + 1, phrase_words()
        if items[split].low == words.on and split + 3 < last and items[split + 1].low == words.ground:
            scope = split + 3
        add_scope(draft, items, (scope, last), "scope.place")
        last = max(split, first + 1)
    last = without_preposition(items, first, last)
    begin, end = items[first].start if start is None else start, items[last - 1].end
    return Phrase(draft.sentence.text[begin:end], ((begin, end),), rule)


def without_preposition(items: list[Item], first: int, last: int) -> int:
    """The end of the range without what hangs there: "lượng xe nhập khẩu | trong", "xuất khẩu | khi".

    The ends of words and names stay: "nhà ở", "xã Bản Qua".
    """
    words = phrase_words()
    while last > first + 1 and (items[last - 1].low in words.preposition or items[last - 1].low in words.dangling):
        if (
            items[last - 1].is_inner
            or items[last - 1].is_name
            or f"{items[last - 2].low} {items[last - 1].low}" in words.side
        ):
            break
        last -= 1
    return last


def without_cause(items: list[Item], piece: tuple[int, int]) -> tuple[int, int]:
    """The range without the verb that it ends in: "bão số 5 | gây ra | thiệt hại"."""
    first, last = piece
    for stop in (last - 1, last - 2):
        words = " ".join(item.low for item in items[stop:last])
        if stop > first and words in phrase_words().causing:
            return first, stop
    return piece


def without_gloss(items: list[Item], first: int, last: int) -> int:
    """The end of the range without a bracket that never closes in it, or one at its end that explains in many words.

    "lạm phát cơ bản | (CPI sau khi loại trừ lương thực)", but "thủ tục hành chính (TTHC)".
    """
    opened = next((index for index in range(first + 1, last) if items[index].low == "("), None)
    if opened is None:
        return last
    closed = closing(items, opened, last)
    if closed is None and last < len(items) and items[last].low == ")" and last - opened - 1 <= LONGEST_BRACKET:
        return last + 1
    long = closed == last - 1 and last - opened - 2 > LONGEST_BRACKET
    return opened if closed is None or long else last


def trim_end(items: list[Item], first: int, last: int) -> tuple[int, int]:
    """The range without soft words, cues and punctuation at its end; never shorter than its first item."""
    while last > first + 1 and items[last - 1].kind != "word":
        last -= 1
    return first, last


def is_side(items: list[Item], first: int) -> bool:
    """Whether the words at `first` only say which side of a trade the figure before is of: "hai chiều mua vào"."""
    sides = phrase_words().side
    if items[first].low == "(":
        first += 1
        if first + 1 < len(items) and items[first].low in phrase_words().side_short and items[first + 1].low == ")":
            return True
    return any(" ".join(item.low for item in items[first : first + size]) in sides for size in (1, 2, 3))
