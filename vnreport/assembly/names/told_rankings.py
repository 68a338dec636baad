"""Rankings told in the sentences before a rank, and the class whose first is told of."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.told_heads import silent_before
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.itemising import itemise
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.links import words_end
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.topics import RANKING
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues inside what a rank is about: "về thu nhập cao nhất từ du lịch", "về kinh phí được cấp".
WITHIN = frozenset({"", "soft", "aux", "from", "ranking"})
# Items of the shortest name of a score: "chỉ số PCI", not "chỉ số".
SHORTEST_SCORE = 3
# Items of the shortest noun of a ranking.
SHORTEST_RANKING = 2


def ranking_before(naming: Naming) -> Phrase | None:
    """The ranking that the sentences before name, those without figures first, or the last that a rank was named by."""
    values, text, ranking = naming.topics.values, naming.draft.sentence.text, naming.topics.ranking
    told = [*silent_before(naming)] + ([values[-1].sentence.items] if values else [])
    if ranking is not None:
        told.append(itemise(text, *ranking, quantities=(), periods=(), cues=naming.lexicon.cues, words=None))
    for items in told:
        own = items is naming.items
        for index in range(len(items) - 1, -1, -1):
            piece = ranking_at(items, index) if items[index].role == RANKING else None
            piece = piece or (None if own else score_at(items, index, len(items)))
            if piece is not None:
                return phrase_of(naming.draft, items, piece, "indicator.rank.told")
    return naming.topics.by_kind.get(RANKING)


def superlative(items: list[Item]) -> tuple[int, int] | None:
    """The last class in the items whose first is told of: "thị trường nhập khẩu chè lớn nhất của Việt Nam"; or None."""
    words = phrase_words()
    for index in range(len(items) - 1, -1, -1):
        if not phrase_size(items, index, len(items), words.ranked):
            continue
        last = words_end(items, index)
        if last < len(items) and items[last].role == "soft" and words.superlative in items[last].low.split():
            return index, words_end(items, last + 1)
    return None


def is_within(item: Item) -> bool:
    """Whether the item may stand in what a rank is about; "hỗ trợ" may, "có" may not."""
    return item.role in WITHIN or (item.role == "have" and item.low != phrase_words().have)


def ranking_at(items: list[Item], first: int) -> tuple[int, int] | None:
    """The words behind "bảng xếp hạng" or "xếp hạng" that stand at the item, or None: "xếp hạng | chỉ số hạnh phúc"."""
    words = phrase_words()
    index = first + phrase_size(items, first, len(items), words.ranking_list)
    if index < len(items) and items[index].role == "ranking" and items[index].low.endswith(words.order):
        index += 1
    last = words_end(items, index)
    named = index > first and last - index >= SHORTEST_RANKING and items[index].low not in words.preposition
    if not named or items[last - 1].low.rpartition(" ")[2] in words.demonstrative:
        # "bảng xếp hạng | danh giá này" only points back.
        return None
    # "| bảng xếp hạng châu Á"
    return (first if last - index == SHORTEST_RANKING else index), last


def score_at(items: list[Item], first: int, last: int) -> tuple[int, int] | None:
    """The phrase before `last` that opens at the item with the noun of a score and says which; None for none."""
    words = phrase_words()
    if not phrase_size(items, first, last, words.score):
        return None
    stop = words_end(items, first)
    if stop < last and items[stop].low in words.mean:
        stop = words_end(items, stop + 1)
    stop = min(stop, last)
    return (first, stop) if stop - first >= SHORTEST_SCORE else None
