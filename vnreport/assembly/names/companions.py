"""What a count behind "với" is of: "đứng đầu là | khách Hàn Quốc | với 9 nghìn lượt", "xe con chiếm 81% với 64 xe"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.phrases import main_piece
from vnreport.assembly.sentences.subjects import subject_pieces, trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# Roles of figures that tell of the same thing as the count that accompanies them.
TELLING = frozenset({"share", "rank"})
# Cues that end the thing: "xe con | chiếm …", "khách Nga | đứng thứ 2".
PREDICATES = frozenset({"tense", "up", "down", "level", "share", "ranking", "have"})
# Signs that part the count from what is told before it.
SIGNS = frozenset(";:.(")


def accompanied(naming: Naming) -> tuple[int, int] | None:
    """The item range of what a count behind "với" is of; None for another count, or where its own clause names it."""
    draft, items = naming.draft, naming.items
    link = link_before(items, draft.place)
    if link is None or unit_kind(draft) != "count":
        return None
    if draft.cue is not None:
        return trim(items, draft.cue + 1, link) if _leads(naming) else None
    return None if naming.subject is not None else _told_before(naming)


def ordered(naming: Naming) -> tuple[int, int] | None:
    """The item range of who has a sum told behind an order: "dẫn đầu là | ban A | với 6 tỷ đồng"; None without."""
    draft, items = naming.draft, naming.items
    if draft.role != "value" or draft.cue is None or naming.subject is None or unit_kind(draft) == "count":
        return None
    if not _leads(naming) or naming.lexicon.heads.narrow(items, naming.subject) is not None:
        return None
    link = link_before(items, draft.place)
    return trim(items, draft.cue + 1, draft.place if link is None or link <= draft.cue else link)


def _leads(naming: Naming) -> bool:
    """Whether the words before the cue only tell an order or the like: "nhiều nhất | là", "chủ yếu | là"."""
    items, cue, words = naming.items, naming.draft.cue, phrase_words()
    if cue is None or items[cue].low.rpartition(" ")[2] != words.copula or items[cue + 1].role == "have":
        return False
    if naming.subject is None or items[cue - 1].low.rpartition(" ")[2] in words.leading:
        return True
    return any(words.superlative in item.low.split() for item in items[naming.subject[0] : cue])


def link_before(items: list[Item], place: int) -> int | None:
    """The place of "với" before the figure, over small words like "gần"; None without."""
    index = place - 1
    while index > 0 and items[index].role in {"soft", "aux"} and items[index].low != phrase_words().companion:
        index -= 1
    return index if index > 0 and items[index].low == phrase_words().companion else None


def _told_before(naming: Naming) -> tuple[int, int] | None:
    """What the share, rank or amount right before the count is of: "xe con | chiếm tỷ trọng 81% với 640 chiếc"."""
    draft, items, before = naming.draft, naming.items, naming.before
    if before is None or any(item.low in SIGNS for item in items[before.place : draft.place]):
        return None
    piece = main_piece(items, subject_pieces(items, *before.subject))
    if piece is None:
        return None
    headed = naming.lexicon.heads.narrow(items, piece)
    if headed is not None and (before.role not in TELLING or headed.role != "head"):
        return trim(items, *headed.before) if headed.before is not None and headed.role == "amount" else None
    if before.role not in TELLING and unit_kind(before) != "money":
        return None
    last = next((index for index in range(piece[0] + 1, piece[1]) if items[index].role in PREDICATES), piece[1])
    return trim(items, piece[0], last)
