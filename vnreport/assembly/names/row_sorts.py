"""Names counts that leave their noun out by the sort that they tell of, as the count before them was named."""

from __future__ import annotations

from vnreport.assembly.names.bare_nouns import BareCount, is_scene
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.remember import SORT_RULES
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.lexicon.phrase_words import phrase_words

# Items of the longest sort.
LONGEST_SORT = 6


def sort_in_row(naming: Naming, bare: BareCount) -> Phrase | None:
    """The noun of the count right before with the draft's own sort: "cờ bạc 40 vụ, | hàng nhái | 12".

    None where the count before was not named by its sort, or a place or body is told of here.
    """
    subject, before, known, items = naming.subject, naming.before, bare.known, naming.items
    if not bare.lent or subject is None or before is None or known is None or before.indicator is not known:
        return None
    if naming.draft.cue is not None:
        # "phòng đơn 40 phòng, | nay rút còn | 12"
        return None
    own, words = items[slice(*subject)], phrase_words()
    if known.rule not in SORT_RULES or len(own) > LONGEST_SORT or any(has_capital(item) for item in own):
        return None
    noun, *sort = known.parts
    if len(sort) != 1 or not before.subject[0] <= _place_of(items, sort[0]) < before.place:
        return None
    if is_scene(items, subject) or own[0].low in words.preposition | words.counter | words.remainder:
        return None
    told, text = (own[0].start, own[-1].end), naming.draft.sentence.text
    return Phrase(f"{text[slice(*noun)]} {text[slice(*told)]}", (noun, told), "indicator.count.goods")


def _place_of(items: list[Item], part: tuple[int, int]) -> int:
    """The item that a stretch of text begins with; none is as many as there are items."""
    return next((index for index, item in enumerate(items) if item.start == part[0]), len(items))
