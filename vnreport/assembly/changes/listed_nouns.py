"""Further nouns of a count over commas, before how it changed: "271 vụ cháy, sự cố, giảm 95 vụ"."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.topics import unit_code
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues in what is told of those counted.
TOLD_OF = frozenset({"soft", "aux", "tense", "have", "conjunction", "from"})


def _goes_on(item: Item) -> bool:
    """Whether the item may stand in what is told of those counted, behind a comma."""
    return item.kind in {"word", "period"} or item.role in TOLD_OF or item.low == ","


def _names_more(item: Item) -> bool:
    """Whether the item may stand in the further nouns of a count: "vụ buôn lậu, | gian lận thương mại và hàng giả"."""
    words = phrase_words()
    joins = item.low in words.preposition or item.low in {",", words.conjunction}
    return item.kind == "word" or item.role == "soft" or joins or (item.role == "have" and item.low != words.have)


def is_listed_name(items: list[Item], figure: Figure, host: Draft | None, subject: tuple[int, int], last: int) -> bool:
    """Whether the words before a change go on with the noun of the count before: "271 vụ cháy, sự cố, giảm 95 vụ".

    So do those between commas of the figure right before (`last`): "9.000 lượt khách đến tham quan, vui chơi, tăng 4%".
    """
    if host is None or host.sentence.items is not items or host.quantity is None or figure.cue is None:
        return False
    words = items[subject[0] : figure.cue]
    # "38 nghìn người nghiện, người dùng ma túy, giảm 1.206 người"
    same = figure.quantity.kind == "count" and f"{unit_code(host)} ".startswith(f"{figure.quantity.code} ")
    if not words or words[-1].low != ",":
        return False
    if same:
        return all(_names_more(item) for item in words)
    return figure.quantity.kind in PERCENTS and host.place == last and all(_goes_on(item) for item in words)
