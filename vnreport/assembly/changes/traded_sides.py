"""Which of a buying and a selling price a step is of: "36 - 37 triệu đồng (mua vào - bán ra), giảm 20.000 đồng"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.assembly.sentences.topics import unit_code
from vnreport.grammar.price_pairs import is_paired_price
from vnreport.grammar.values import PRICES, Unit
from vnreport.lexicon.phrase_words import phrase_words

# Items behind a step of a price in which "hai chiều" stands.
MOST_BEHIND = 4
# The prices of both sides.
PAIR = 2


def traded_side(drafts: Sequence[Draft], figure: Figure, items: list[Item]) -> Draft | None:
    """The one of two prices that were printed as a pair which a step behind them is of.

    The selling price where the step is of both: `twin_of` gives it to the other too. None behind other figures.
    """
    pair, unit = _pair_before(drafts), figure.quantity.unit
    if pair is None or unit is None or not fits(pair[1], unit) or pair[1].sentence.items is not items:
        return None
    return pair[0] if _is_of(items, figure.place) == phrase_words().bought_side else pair[1]


def twin_of(drafts: Sequence[Draft], host: Draft, figure: Figure, items: list[Item]) -> Draft | None:
    """The price before the host that a step of both is of as well: "mua vào 71, bán ra 72 triệu đồng, cả hai chiều"."""
    if host not in drafts:
        return None
    before = drafts[drafts.index(host) - 1] if drafts.index(host) else None
    pair = _pair_before(drafts)
    of_pair = pair is not None and before is pair[0] and host is pair[1] and not _is_of(items, figure.place)
    if not of_pair and not is_both_ways(items, figure.place):
        return None
    ours, theirs = host.quantity, before.quantity if before is not None else None
    if ours is None or theirs is None or ours.number is None or theirs.number is None or ours.unit is None:
        return None
    return before if before is not None and not before.changes and fits(before, ours.unit) else None


def is_both_ways(items: list[Item], place: int) -> bool:
    """Whether the words right behind a step of a price say that both sides of a trade took it: "ở cả hai chiều"."""
    return holds_phrase(items[place + 1 : place + 1 + MOST_BEHIND], phrase_words().both_ways)


def fits(draft: Draft, unit: Unit) -> bool:
    """Whether an amount can be of the draft by its unit; a price and a step of it may leave out what it is for."""
    own = draft.quantity.unit if draft.quantity is not None else None
    if own is not None and {own.kind, unit.kind} <= PRICES:
        return own.code.split("/")[0] == unit.code.split("/")[0]
    return unit_code(draft) == unit.code


def price_of_side(drafts: Sequence[Draft], items: list[Item], named: tuple[int, int]) -> Draft | None:
    """The one of the sentence's last two prices that words name by its side alone: "71 - 72 triệu đồng (mua vào - bán
    ra), | giá bán ra | tăng 90.000 đồng". None where their sides are not told."""
    words, said = phrase_words(), " ".join(item.low for item in items[slice(*named)])
    sides = {said, *(said.removeprefix(f"{name} ") for name in words.bare_price)}
    bought = bool(sides & words.bought_side)
    if not bought and not sides & words.sold_side:
        return None
    values = [draft for draft in drafts if draft.quantity is not None and draft.sentence.items is items][-2:]
    prices = [draft.quantity for draft in values if draft.quantity is not None and draft.quantity.kind in PRICES]
    numbers = [price.number for price in prices if price.number is not None]
    if len(numbers) != len(values) or len(numbers) < PAIR or prices[0].code != prices[1].code:
        return None
    if not is_pair(*values) and not any(tells_side(items, draft.place) for draft in values):
        return None
    # Who deals in something buys it for less than he sells it for.
    cheaper = values[0] if numbers[0] <= numbers[1] else values[1]
    return cheaper if bought else next(draft for draft in values if draft is not cheaper)


def tells_side(items: list[Item], place: int) -> bool:
    """Whether the words right before a price, or a bracket right behind it, tell its side: "bán ra | 37 triệu
    đồng/lượng", "37 triệu đồng/lượng | (bán ra)"."""
    opens = place + 2 < len(items) and items[place + 1].low == "("
    return ends_with_side(items, place) or (opens and phrase_at(items, place + 2, len(items), phrase_words().side))


def ends_with_side(items: list[Item], place: int) -> bool:
    """Whether the words right before a price tell its side: "bán ra | 37 triệu đồng/lượng"."""
    return any(phrase_at(items, at, place, phrase_words().side) for at in range(max(0, place - 2), place))


def is_pair(*drafts: Draft) -> bool:
    """Whether the drafts were printed like the ends of a range of prices: "36 - 37 triệu đồng (MV - BR)"."""
    return all(draft.quantity is not None and is_paired_price(draft.quantity) for draft in drafts)


def _pair_before(drafts: Sequence[Draft]) -> tuple[Draft, Draft] | None:
    """The last two values, where they were printed as a pair of prices."""
    values = [draft for draft in drafts if draft.quantity is not None][-2:]
    return (values[0], values[1]) if len(values) > 1 and is_pair(*values) else None


def _is_of(items: list[Item], place: int) -> frozenset[str]:
    """The words of the side that a step is said to be of; none where it is of both or nothing is said."""
    if is_both_ways(items, place):
        return frozenset()
    words, behind = phrase_words(), items[place + 1 : place + 1 + MOST_BEHIND]
    behind = behind[: next((n for n, item in enumerate(behind) if item.kind == "quantity" or item.low == ","), None)]
    told = [side for side in (words.bought_side, words.sold_side) if holds_phrase(behind, side)]
    return told[0] if len(told) == 1 else frozenset()
