"""Changes that only a sign in brackets tells: "nhà ở (-0,24%)", "thu nội địa 12 tỷ đồng (+5,2%)"."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

PLUS = "+"
# The signs of a bracket that holds but a sign, in order.
BRACKETED = ("(", "+-–−", ")")


def signed_change(items: list[Item], place: int, quantity: Quantity) -> Figure | None:
    """The change of a percentage that opens a bracket with its sign, its amount without it; None for any other."""
    kind = quantity.kind
    if kind not in PERCENTS or quantity.number is None or place < 1:
        return None
    if _is_sign(items, place):
        cue = place - len(BRACKETED) - 1
        fell = items[cue].low.startswith(phrase_words().fall)
        return Figure(place, quantity, "change", "role.change.signed", cue, "down" if fell else "up")
    opens, direction = place - 1, "down"
    if items[opens].low == PLUS:
        opens, direction = place - 2, "up"
    elif quantity.number >= 0:
        return None
    if opens < 0 or items[opens].low != "(":
        return None
    return Figure(place, unsigned(quantity), "change", "role.change.signed", None, direction)


def unsigned(quantity: Quantity) -> Quantity:
    """The quantity without the sign that tells of a fall: "giảm 4 USD, tương đương | -5% |"."""
    number = quantity.number
    return replace(quantity, number=-number) if number is not None and number < 0 else quantity


def _is_sign(items: list[Item], place: int) -> bool:
    """Whether a verb of change and its sign in brackets stand right before: "ước giảm | (-) | 0,18%"."""
    first = place - len(BRACKETED)
    signs = [item.low for item in items[max(first, 0) : place]]
    bracketed = len(signs) == len(BRACKETED) and all(
        sign in known for sign, known in zip(signs, BRACKETED, strict=True)
    )
    words = phrase_words()
    return bracketed and first > 0 and items[first - 1].low.startswith((*words.rise, *words.fall))
