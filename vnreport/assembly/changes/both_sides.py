"""Changes of prices quoted for both sides of a trade: "36,1 - 36,4 triệu (mua vào - bán ra), giảm 9.000 đồng"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.sentences.scope_words import SIDE_JOINTS, phrase_size
from vnreport.assembly.sentences.topics import unit_code
from vnreport.grammar.values import PRICES, Unit
from vnreport.lexicon.phrase_words import phrase_words

# Items behind a step of a price in which "hai chiều" stands.
MOST_BEHIND = 4


def of_side(drafts: Sequence[Draft], items: list[Item], first: int) -> Draft | None:
    """Of the last two prices, with only a sign between them, the one whose side is told at `first`: "chiều bán ra"."""
    size = _side_size(items, first)
    if not size or len(drafts) < 2 or not _are_beside(drafts[-2], drafts[-1], items):
        return None
    sells = " ".join(item.low for item in items[first : first + size]) in phrase_words().selling
    return drafts[-1] if sells else drafts[-2]


def _side_size(items: list[Item], first: int) -> int:
    """How many items tell one side of a trade at `first`."""
    words = phrase_words()
    return phrase_size(items, first, len(items), words.side - words.both_sides) if first < len(items) else 0


def _are_beside(before: Draft, last: Draft, items: list[Item]) -> bool:
    """Whether two prices have only a sign between them."""
    return last.place == before.place + 2 and items[before.place + 1].low in SIDE_JOINTS


def twin_of(drafts: Sequence[Draft], host: Draft, figure: Figure, items: list[Item]) -> Draft | None:
    """The price before the host that a step "ở cả hai chiều" is of as well: "mua vào 71, bán ra 72 triệu đồng".

    Of two prices with only a sign between them a step that names no side is of both.
    """
    before = drafts[drafts.index(host) - 1] if host in drafts and drafts.index(host) else None
    if not is_both_ways(items, figure.place) and (
        before is None or not _are_beside(before, host, items) or _side_size(items, figure.place + 1)
    ):
        return None
    ours, theirs = host.quantity, before.quantity if before is not None else None
    if ours is None or theirs is None or ours.number is None or theirs.number is None or ours.unit is None:
        return None
    return before if before is not None and not before.changes and is_like(before, ours.unit) else None


def is_both_ways(items: list[Item], place: int) -> bool:
    """Whether the words right behind a step of a price say that both sides of a trade took it: "ở cả hai chiều"."""
    return holds_phrase(items[place + 1 : place + 1 + MOST_BEHIND], phrase_words().both_ways)


def is_like(draft: Draft, unit: Unit) -> bool:
    """Whether an amount can be of the draft by its unit; a price and a step of it may leave out what it is for."""
    own = draft.quantity.unit if draft.quantity is not None else None
    if own is not None and {own.kind, unit.kind} <= PRICES:
        return own.code.split("/")[0] == unit.code.split("/")[0]
    return unit_code(draft) == unit.code
