"""Plans that a figure is measured against: "vượt kế hoạch", "56% dự toán", but no places cut: "giảm 34% chỉ tiêu"."""

from __future__ import annotations

from vnreport.assembly.sentences.governors import governing_cue
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words


def names_plan(items: list[Item], index: int) -> bool:
    """Whether the plan stands right behind a figure, or behind "vượt"."""
    before = items[index - 1] if index else None
    if before is not None and before.low == phrase_words().level_noun and index > 1:
        # "vượt mức kế hoạch 300 triệu đồng"
        before = items[index - 2] if items[index - 2].role in CHANGES else before
    if before is None or _is_cut(items, index):
        return False
    if before.quantity is not None:
        # "số thu 268 tỉ đồng | được giao năm 2018" is the plan itself.
        return items[index].role == "target_noun" or before.quantity.kind in {*PERCENTS, "times"}
    return items[index].role == "target_noun" and before.role in CHANGES


def _is_cut(items: list[Item], index: int) -> bool:
    """Whether "chỉ tiêu" behind a rate is what was cut or raised, told by more words: "giảm 34% | chỉ tiêu ngành y"."""
    if (
        items[index].low not in phrase_words().places_given
        or index + 1 == len(items)
        or items[index + 1].kind != "word"
    ):
        return False
    cue = governing_cue(items, 0, index - 1)
    return cue is not None and items[cue].role in CHANGES and not items[cue].low.startswith(phrase_words().passing)
