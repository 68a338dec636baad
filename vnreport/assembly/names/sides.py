"""The side of a trade that a price is of, told before or behind it: "giá mua vào 36 triệu, | bán ra | 37 triệu"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.names.bare_nouns import said
from vnreport.assembly.names.left_out import said_before
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import SIDE_JOINTS, behind_place, phrase_size
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.price_pairs import NAMED_RULE
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.side"
# What stands between the two sides of a trade, and the most words of one.
_JOINTS, _MOST_OF_SIDE = SIDE_JOINTS | {","}, 2


def name_side(naming: Naming) -> bool:
    """Whether the subject is only a side of a trade, and the draft was named by the price told before on that side."""
    draft, items, subject = naming.draft, naming.items, naming.subject
    if subject is None or unit_kind(draft) not in PRICES:
        return False
    if said(items, subject) not in phrase_words().side:
        return False
    price = said_before(naming)
    if price is None:
        return False
    draft.indicator = _without_side(price).joined(phrase_of(draft, items, subject, RULE), RULE)
    draft.inherited["indicator"] = FROM_BEFORE
    return True


def add_sides(drafts: Sequence[Draft]) -> None:
    """Adds the side right behind a price to its name: "giá vàng là 36 triệu | (mua vào) | và 37 triệu | (bán ra)"."""
    for draft in drafts:
        quantity = draft.sentence.items[draft.place].quantity
        if draft.indicator is None or quantity is None or quantity.kind not in PRICES:
            continue
        side = _side_of_pair(draft) or _side_behind(draft.sentence.items, draft.place + 1)
        if side is not None:
            part = phrase_of(draft, draft.sentence.items, side, RULE)
            draft.indicator = _without_side(draft.indicator).joined(part, RULE)


def _side_of_pair(draft: Draft) -> tuple[int, int] | None:
    """The items of the side of one of two prices that both are named behind: "36 - 37 triệu đồng (mua | - bán)"."""
    items, place = draft.sentence.items, draft.place
    if NAMED_RULE not in _rules(items, place):
        return None
    is_first = NAMED_RULE in _rules(items, place + 2)
    first = place + (3 if is_first else 1)
    while first < len(items) and items[first].kind != "word":
        first += 1
    joint = next((n for n in range(first, len(items)) if items[n].low in _JOINTS | {phrase_words().conjunction}), first)
    last = joint if is_first else next((n for n in range(joint + 1, len(items)) if items[n].kind != "word"), len(items))
    first = first if is_first else joint + 1
    return (first, last) if 0 < last - first <= _MOST_OF_SIDE else None


def _rules(items: list[Item], place: int) -> tuple[str, ...]:
    """The rules of the quantity at the place, none where there is none."""
    quantity = items[place].quantity if place < len(items) else None
    return () if quantity is None else quantity.rules


def _side_behind(items: list[Item], first: int) -> tuple[int, int] | None:
    """The items of the one side that is told at `first`; None for both or none, or that of the next figure."""
    words, first = phrase_words(), behind_place(items, first)
    bracketed = first < len(items) and items[first].low == "("
    first += bracketed
    if first >= len(items):
        return None
    sides = words.side - words.both_sides | (words.side_short if bracketed else frozenset())
    last = first + phrase_size(items, first, len(items), sides)
    if last == first:
        return None
    if bracketed:
        return (first, last) if last < len(items) and items[last].low == ")" else None
    if last < len(items) and items[last].kind == "quantity":
        # "bán ra" leads to the next price.
        return None
    joined = last + (last < len(items) and items[last].low in SIDE_JOINTS | {words.conjunction})
    other = joined < len(items) and phrase_size(items, joined, len(items), words.side)
    leads = other and joined + other < len(items) and items[joined + other].kind == "quantity"
    return (first, last) if leads or not other else None


def _without_side(price: Phrase) -> Phrase:
    """The name of a price without the side that it ends in."""
    ends = [side for side in phrase_words().side if price.text.lower().endswith(f" {side}")]
    size = len(max(ends, key=len, default="")) + 1
    start, end = price.parts[-1]
    parts = price.parts[:-1] + (((start, end - size),) if end - size > start else ())
    return Phrase(price.text[:-size], parts, price.rule) if ends and parts else price
