"""The sides of a trade that prices are told of one after another: "giá vàng mua vào 36 triệu, | bán ra | 37 triệu"."""

from __future__ import annotations

from vnreport.assembly.names.bare_nouns import said
from vnreport.assembly.names.left_out import said_before
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.side"


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
    draft.inherited["indicator"] = "before"
    return True


def _without_side(price: Phrase) -> Phrase:
    """The name of a price without the side that it ends in."""
    ends = [side for side in phrase_words().side if price.text.lower().endswith(f" {side}")]
    size = len(max(ends, key=len, default="")) + 1
    start, end = price.parts[-1]
    parts = price.parts[:-1] + (((start, end - size),) if end - size > start else ())
    return Phrase(price.text[:-size], parts, price.rule) if ends and parts else price
