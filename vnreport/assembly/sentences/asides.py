"""What a comma or bracket behind a figure may open that is no part of its name: an aside, an order, the sum anew."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item, closing
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.lexicon.phrase_words import phrase_words

# So many words behind the first may point back: "công ty này".
MOST_POINTING = 2
# Items between brackets that say an amount anew: "khoảng 400.000 USD".
LONGEST_ANEW = 4
# Signs that an aside stands between.
DASHES = frozenset("-–")


def is_aside(items: list[Item], first: int) -> bool:
    """Whether what a comma leads to only tells more of the counted, or who tells of them: "…, tập trung ở ven biển",
    "…, ông Tư nói"."""
    words = phrase_words()
    if any(item.low in words.demonstrative for item in items[first + 1 : first + 1 + MOST_POINTING]):
        # "5 đường bay mới, | hãng này tung ra 2.000 vé"
        return True
    if items[first].low in words.person and first + 1 < len(items):
        return items[first + 1].is_name
    return items[first].low in words.closer or phrase_at(items, first, len(items), words.one | words.aside)


def before_dashes(items: list[Item], piece: tuple[int, int]) -> tuple[int, int] | None:
    """What an aside between dashes at the end of a piece tells of: "| đồng Litecoin | - đồng tiền thứ hai - | còn 51
    USD"; None for no such aside."""
    first, last = piece
    closing_dash = last - 1
    if closing_dash <= first or not _is_dash(items, closing_dash):
        return None
    opening = next((index for index in range(closing_dash - 2, first, -1) if _is_dash(items, index)), None)
    return None if opening is None else (first, opening)


def _is_dash(items: list[Item], index: int) -> bool:
    """Whether the item is a dash with spaces around it: "Vinh - thành phố trẻ", no "Pháp-Việt"."""
    apart = items[index - 1].end < items[index].start
    return items[index].low in DASHES and apart and items[index].end < items[index + 1].start


def asks_for_more(items: list[Item], first: int) -> bool:
    """Whether a verb of asking opens a clause with a figure of its own: "9 ha đất, | kiến nghị trả dân 40 triệu"."""
    if not phrase_at(items, first, len(items), phrase_words().asking):
        return False
    following = next((item for item in items[first:] if item.kind in {"quantity", "punct"}), None)
    return following is not None and following.kind == "quantity"


def behind_anew(items: list[Item], place: int) -> int:
    """The index behind the figure at `place`, and behind the bracket that says it anew where one follows.

    "9 tỷ đồng (khoảng 400.000 USD) | vay của ngân hàng".
    """
    first = place + 1
    if first >= len(items) or items[first].low != "(":
        return first
    close = closing(items, first, min(len(items), first + 2 + LONGEST_ANEW))
    inside = items[first + 1 : close] if close is not None else []
    figures = [item for item in inside if item.kind == "quantity"]
    anew = len(figures) == 1 and all(item.kind in {"quantity", "cue"} for item in inside)
    return close + 1 if close is not None and anew else first
