"""What a plan is for whose percentage was reached: "hoàn thành 100% kế hoạch giải ngân"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.clauses import TIME_ROW
from vnreport.assembly.sentences.items import PASSING, PLANS
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.lexicon.phrase_words import phrase_words


def planned_noun(naming: Naming) -> tuple[int, int] | None:
    """ "hoàn thành 100% kế hoạch giải ngân": the headed words behind the plan, or None."""
    draft, items = naming.draft, naming.items
    first = draft.place + 1
    while first < len(items) and items[first].role in PLANS:
        first += 1
    if first == draft.place + 1 or first >= len(items) or not naming.lexicon.heads.starts(items, first):
        return None
    last = max(first + 1, right_stop(items, first - 1))
    while last > first + 1 and (items[last - 1].row == TIME_ROW or items[last - 1].low.isdigit()):
        last -= 1
    return first, last


def ends_before(naming: Naming, last: int) -> bool:
    """Whether a clause ends between a name and the verb: "lỗ nặng trong quý 4 | và chỉ đạt 52% kế hoạch lợi nhuận"."""
    stop = naming.draft.place if naming.draft.cue is None else naming.draft.cue
    return any(item.role == "conjunction" or item.low == "," for item in naming.items[last:stop])


def is_aimed_at(naming: Naming) -> bool:
    """Whether an aim is told before the verb, and what is to change behind it: "vay vốn với mục tiêu tăng 30% | doanh
    thu", "dành quỹ đất nhằm giảm 20% | chi phí"."""
    items, cue, behind = naming.items, naming.draft.cue, naming.draft.place + 1
    index = naming.draft.place if cue is None else cue
    while index and items[index - 1].role in PASSING:
        index -= 1
    aim = items[index - 1] if index > 1 else None
    if aim is None or behind >= len(items) or not naming.lexicon.heads.starts(items, behind):
        return False
    # "giá vàng đã | để | mất 1% giá trị" tells no aim.
    aimed = aim.low in phrase_words().aim and items[index - 2].low not in phrase_words().past
    return aim.role in PLANS or aimed
