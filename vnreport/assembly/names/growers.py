"""What grows where a noun of growth stands between it and the figure: "ngành dệt | là điểm sáng | với mức tăng 9%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport.assembly.sentences.governors import GROWTH as GROWTH_ROLES
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.assembly.sentences.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words

if TYPE_CHECKING:
    from vnreport.assembly.names.naming import Naming

# Roles of cues that end what grows: "ngành dệt | duy trì", "ngành dệt | là".
PREDICATES = frozenset({"level", "tense"})
# The rule of a change without an amount.
BARE_RULE = "role.change.bare"
# Roles of cues that may stand between a change and the noun of growth that tells how much.
BETWEEN = frozenset({"soft", "aux", *CHANGES})


def set_grower(naming: Naming) -> None:
    """Sets what stands before the first predicate of a clause as the subject of "với mức tăng" and of its like."""
    items, cue, subject = naming.items, naming.draft.cue, naming.subject
    if cue is None or subject is None or naming.draft.about:
        return
    told_when = cue > 0 and items[cue - 1].low == phrase_words().when  # "là điểm sáng | khi | tăng trưởng 6%"
    companion = told_when or items[cue].low.partition(" ")[0] == phrase_words().companion
    noun = naming.headed is not None and naming.headed.first and items[naming.headed.first].role in GROWTH_ROLES
    if not companion and not noun:
        return
    stop = next((index for index in range(subject[0] + 1, subject[1]) if _is_predicate(naming, index)), subject[1])
    piece = None if stop == subject[1] or _leads(items[subject[0] : stop]) else trim(items, subject[0], stop)
    if piece is not None:
        naming.subject, naming.headed = piece, naming.lexicon.heads.narrow(items, piece)


def tells_change(naming: Naming, cue: int) -> bool:
    """Whether the noun of growth only tells how much something changed: "nhóm thuốc | tăng cao nhất với | mức tăng"."""
    subject = naming.subject
    between = naming.items[subject[1] : cue] if subject is not None else []
    told = any(item.role in CHANGES for item in between)
    # "xuất khẩu gạo tăng mạnh |, | mức tăng 15%"
    return told and all(item.role in BETWEEN or item.low == "," for item in between)


def told_by_condition(items: list[Item], piece: tuple[int, int]) -> bool:
    """Whether the words name nothing that grows but a condition: "nếu áp dụng | mức tăng"."""
    return items[piece[0]].low == phrase_words().condition


def _is_predicate(naming: Naming, index: int) -> bool:
    """Whether what is told of a subject begins at the item."""
    items, last = naming.items, naming.subject[1] if naming.subject is not None else index + 1
    return items[index].role in PREDICATES or phrase_at(items, index, last, phrase_words().linking)


def _leads(items: list[Item]) -> bool:
    """Whether the words only tell an order: "đứng đầu | là"."""
    words = phrase_words()
    return any(words.superlative in item.low.split() or item.low in words.leading for item in items)


def grow_amount(naming: Naming) -> None:
    """Makes a growth of a level in per cent of what has none: "doanh thu tăng lên | 54% so với năm 2018".

    What is left of it is a ratio: "lợi nhuận giảm chỉ còn | 25% so với năm 2012".
    """
    draft, items, headed = naming.draft, naming.items, naming.headed
    change = draft.changes[0] if len(draft.changes) == 1 else None
    if draft.role != "value" or change is None or change.rule != BARE_RULE or headed is None or draft.quantity is None:
        return
    names = {" ".join(item.low for item in items[headed.first : headed.first + size]) for size in (1, 2)}
    if draft.quantity.kind != "percent" or not names & phrase_words().absolute:
        return
    if draft.cue is not None and items[draft.cue].low.endswith(tuple(phrase_words().rest)):
        change.direction = "ratio"
    draft.role, change.quantity, change.place, draft.quantity = "growth", draft.quantity, draft.place, None
