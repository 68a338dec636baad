"""The words that name a figure around another one, which only tells where, on what terms or which one it is."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.owners import measures_counted
from vnreport.assembly.sentences.cue_roles import REACHING
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import CHANGES, PASSING
from vnreport.assembly.sentences.phrases import main_piece
from vnreport.assembly.sentences.subjects import subject_pieces
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import AMOUNTS
from vnreport.lexicon.phrase_words import phrase_words

# Kinds of units in which terms are told.
TERMS = frozenset({"percent", "rate"})
# Roles of what leads to a figure or a change, or to the first of several: "tỷ lệ tại ba xã | lần lượt là | 6%, 7%".
LEADING = CHANGES | {"level", "pair"}
# Signs that may stand between a count that tells where and the verb behind it.
COMMA, QUOTES = frozenset({","}), frozenset('“”"‘’')


def around_coverage(naming: Naming, *, passing: frozenset[str] = COMMA) -> tuple[int, int] | None:
    """The headed words before a count that only says where: "tỷ lệ hài lòng tại 63 tỉnh, thành phố dao động …".

    Behind the count up to the verb stand no signs but the `passing` ones.
    """
    draft, items = naming.draft, naming.items
    before = naming.before
    if before is None or unit_kind(before) != "count" or before.place < 2:
        return None
    last = before.place - (items[before.place - 1].low in phrase_words().preposition)
    if not measures_counted(naming, before, draft):
        stop = next((at for at in (draft.cue, draft.place - 1) if at is not None and items[at].role in LEADING), None)
        if stop is None or last == before.place:
            return None
        if any(item.kind == "punct" and item.low not in passing | QUOTES for item in items[before.place + 1 : stop]):
            return None
    wider = main_piece(items, subject_pieces(items, before.subject[0], last))
    return wider if wider is not None and naming.lexicon.heads.narrow(items, wider) is not None else None


def around_terms(naming: Naming) -> tuple[int, int] | None:
    """The words before the terms of a sum: "cho vay hộ nghèo | với lãi suất 6,6%/năm đạt 320 tỷ đồng"; None without.

    Nothing but the verb stands between the terms and the figure.
    """
    draft, items, before = naming.draft, naming.items, naming.before
    if before is None or draft.cue is None or unit_kind(before) not in TERMS or unit_kind(draft) not in AMOUNTS:
        return None
    if any(item.role not in PASSING for item in items[before.place + 1 : draft.cue]):
        return None
    companion = phrase_words().companion
    link = next((index for index in range(before.place - 1, before.subject[0], -1) if items[index].low == companion), 0)
    pieces = subject_pieces(items, _start_before_count(naming, before), link) if link else []
    named = [piece for piece in pieces if naming.lexicon.heads.narrow(items, piece) is not None]
    return named[-1] if named else main_piece(items, pieces)


def around_size(naming: Naming) -> tuple[int, int] | None:
    """The headed words before a size or a sum that only tells which: "giá khởi điểm của khu đất | rộng 5.500 m2 là 25
    triệu đồng/m2"; None where it is the head's own, or where more is told behind it."""
    draft, items, before = naming.draft, naming.items, naming.before
    if before is None or before.cue is not None or before.role != "value" or unit_kind(before) == unit_kind(draft):
        return None
    if draft.cue is None or draft.place != draft.cue + 1 or items[draft.cue].role not in REACHING:
        return None
    between = items[before.place + 1 : draft.cue]
    if any(item.kind != "word" and item.role not in PASSING for item in between):
        return None
    piece = main_piece(items, subject_pieces(items, before.subject[0], before.place))
    headed = naming.lexicon.heads.narrow(items, piece) if piece is not None else None
    if piece is None or headed is None or headed.head_end >= piece[1]:
        return None
    piece = (piece[0], piece[1] - (items[piece[1] - 1].low in phrase_words().dimension))
    if naming.lexicon.heads.narrow(items, (before.place + 1, draft.cue)) is not None:
        return None
    return piece


def _start_before_count(naming: Naming, before: Draft) -> int:
    """Where the words before the terms start, around a count that is told of in them: "| cho vay đối với 4 nhóm ngành
    với lãi suất 7%/năm"."""
    counted = next((other for other in reversed(naming.told) if other is not before), None)
    beside = counted is not None and unit_kind(counted) == "count" and counted.place + 1 == before.subject[0]
    return counted.subject[0] if counted is not None and beside else before.subject[0]
