"""Names bare prices by the goods that their sentence tells of: "tôm hùm | được bán với giá 1,2 triệu đồng/kg"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.topics import name_of
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.price.goods"
# Rules of scopes that are the words of the sentence which tell who or what the price is told of.
TOLD_RULES = frozenset({"scope.actor", "scope.component", "scope.subject"})
# Items of the longest opening of a name of goods.
LONGEST_OPENER = 2
# Roles of cues behind goods that tell what is done with them: "xăng RON 95 | đang được bán".
DEEDS = frozenset({"tense", "aux", "have"})


def name_priced_goods(naming: Naming) -> None:
    """Adds to a name that says only that it is a price the one thing beside it that is bought and sold."""
    draft, items = naming.draft, naming.items
    if draft.indicator is None or name_of(draft) not in phrase_words().bare_price:
        return
    starts = {part.parts[0][0] for part in draft.scope if part.rule in TOLD_RULES and part.parts}
    goods = [index for index, item in enumerate(items) if item.start in starts and _is_sold(items, index)]
    if len(goods) == 1:
        stop = _stop(items, goods[0])
        draft.indicator = draft.indicator.joined(phrase_of(draft, items, (goods[0], stop), RULE), RULE)


def goods_at(items: list[Item], first: int) -> tuple[int, int] | None:
    """The name of goods that opens at the item, or None."""
    return (first, _stop(items, first)) if _is_sold(items, first) else None


def _is_sold(items: list[Item], index: int) -> bool:
    """Whether the words from `index` open as goods do: "xăng RON 92", "mẫu xe này", no "nhà đầu tư"."""
    text = f"{' '.join(item.low for item in items[index : index + LONGEST_OPENER])} "
    return any(text.startswith(f"{word} ") for word in phrase_words().sold)


def _stop(items: list[Item], first: int) -> int:
    """Where the name of the goods ends that opens at `first`."""
    words = phrase_words()
    ended = (
        index
        for index in range(first + 1, len(items))
        if items[index].kind != "word"
        or items[index].role in DEEDS
        or items[index].low in {words.given, words.have} | words.place | {words.within}
    )
    return next(ended, len(items))
