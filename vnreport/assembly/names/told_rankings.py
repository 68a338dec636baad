"""Rankings told in the sentence of a rank or before it, and the class whose first is told of."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.told_heads import silent_before
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.itemising import itemise
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.links import words_end
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import has_capital, phrase_size
from vnreport.assembly.sentences.topics import RANKING
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues inside what a rank is about: "về thu nhập cao nhất từ du lịch", "về kinh phí được cấp".
WITHIN = frozenset({"", "soft", "aux", "from", "ranking"})
# The role of drafts of ranks.
RANK = "rank"
# Items of the shortest name of a score: "chỉ số PCI", not "chỉ số".
SHORTEST_SCORE = 3
# Items of the shortest noun of a ranking.
SHORTEST_RANKING = 2
# The rules of a name that is a criterion behind the rank, or the ranking that it is in.
ABOUT_RULE, LIST_RULE = "indicator.rank.about", "indicator.rank.list"
# The kind of what the text ranks by, rather than one criterion of many.
WHOLE = f"{RANKING}:whole"
# The kind of what the last rank with a head of its own is of.
OWN = f"{RANKING}:own"


def keep_ranking(naming: Naming, name: Phrase) -> None:
    """Keeps a ranking for the ranks behind that name none."""
    naming.topics.by_kind[WHOLE] = name
    _keep(naming, name)


def keep_criterion(naming: Naming, name: Phrase) -> None:
    """Keeps what a rank is by for those behind it; of several in a sentence none, where the text told a ranking:
    "xếp thứ 7 về nhập khẩu và thứ 11 | về xuất khẩu"."""
    by_kind = naming.topics.by_kind
    others = [other.indicator for other in naming.told if other.role == RANK]
    several = any(other.rule == ABOUT_RULE and other.text != name.text for other in others if other is not None)
    _keep(naming, by_kind[WHOLE] if several and WHOLE in by_kind else name)


def keep_own(naming: Naming) -> None:
    """Keeps the name of a rank for those behind, where the text tells no ranking: "có năng lực cạnh tranh tốt: Lào hạng
    23. Thái Lan chỉ xếp thứ | 40"."""
    if naming.draft.indicator is not None:
        naming.topics.by_kind[OWN] = naming.draft.indicator


def _keep(naming: Naming, name: Phrase) -> None:
    topics = naming.topics
    topics.by_kind[RANKING], topics.ranking, topics.ranked = name, None, naming.draft.sentence


def ranking_before(naming: Naming) -> Phrase | None:
    """The ranking that the sentences before name, those without figures first, or the last that a rank was named by, or
    what that was of."""
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
                name = phrase_of(naming.draft, items, piece, "indicator.rank.told")
                keep_ranking(naming, name)
                return name
    return naming.topics.by_kind.get(RANKING) or naming.topics.by_kind.get(OWN)


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


def ranking_around(items: list[Item], place: int) -> tuple[int, int] | None:
    """The ranking that a rank or a change of one is in, told right behind it, or before it in its sentence."""
    first = place + 1 + (place + 1 < len(items) and items[place + 1].low == phrase_words().within)
    found = ranking_at(items, first) if first < len(items) else None
    starts = (_listed_from(items, index) for index in range(place - 1, -1, -1) if items[index].role == RANKING)
    pieces = (ranking_at(items, index) or _whose(items, index) for index in starts)
    return found or next((piece for piece in pieces if piece is not None), None)


def _listed_from(items: list[Item], index: int) -> int:
    """Where the noun of a ranking starts that the item ends: "| bảng xếp hạng"."""
    size = phrase_size(items, index - 1, index + 1, phrase_words().ranking_list) if index else 0
    return index - 1 if size > 1 else index


def _whose(items: list[Item], first: int) -> tuple[int, int] | None:
    """The ranking at the item that only who drew it up tells from others: "bảng xếp hạng của | Forbes"; or None."""
    words, index = phrase_words(), first + phrase_size(items, first, len(items), phrase_words().ranking_list)
    if index == first or index + 1 >= len(items) or items[index].low != words.of or not has_capital(items[index + 1]):
        return None
    return first, words_end(items, index)


def ranking_at(items: list[Item], first: int) -> tuple[int, int] | None:
    """The words behind "bảng xếp hạng" or "xếp hạng" that stand at the item, or None: "xếp hạng | chỉ số hạnh phúc"."""
    words = phrase_words()
    index = first + phrase_size(items, first, len(items), words.ranking_list)
    if index < len(items) and items[index].role == "ranking" and items[index].low.endswith(words.order):
        index += 1
    last = words_end(items, index)
    named = index > first and last - index >= SHORTEST_RANKING and items[index].low not in words.preposition
    timed = index < len(items) and items[index].low in words.time_unit
    if not named or timed or items[last - 1].low.rpartition(" ")[2] in words.demonstrative:
        # "bảng xếp hạng | danh giá này" only points back, "bảng xếp hạng | năm ngoái" as well.
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
