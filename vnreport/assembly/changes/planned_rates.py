"""Rates that a plan sets beside a growth: "GDP tăng 6,4%, để đạt mục tiêu 6,7%", "tăng 13% (kế hoạch giao 14%)"."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.grammar.values import PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

PLANNED_RULE = "role.change.planned"
# Words between the plan and its rate: "mục tiêu Quốc hội giao là khoảng 4%".
MOST_WORDS = 4
# Roles of what may stand between them, and before the plan.
BETWEEN = PASSING | {"level", "estimate", "forecast"}
OPENING = frozenset({"level", "conjunction", "to", "then"})


def planned_rate(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The growth that a bare rate of a plan is, right behind a growth of its kind, or None."""
    if before is None or before.role != "change" or before.direction != "up" or quantity.kind not in PERCENTS:
        return None
    if before.quantity.kind != quantity.kind or (place + 1 < len(items) and items[place + 1].kind == "word"):
        return None
    words = 0
    for index in range(place - 1, before.place, -1):
        item = items[index]
        if item.role == "target_noun":
            return Figure(place, quantity, "change", PLANNED_RULE, index, "up") if _opens(items, index) else None
        words += item.kind == "word"
        if words > MOST_WORDS or (item.kind not in {"word", "period"} and item.role not in BETWEEN):
            return None
    return None


def planned_growth(grown: Draft, figure: Figure) -> Draft:
    """The growth, without its change, of what grew before, by the plan."""
    return Draft("growth", figure.place, grown.sentence, subject=grown.subject, cue=grown.cue)


def _opens(items: list[Item], index: int) -> bool:
    """Whether the plan opens a clause, or is what is to be reached."""
    before, words = items[index - 1], phrase_words()
    return before.kind == "punct" or before.role in OPENING or before.low in words.closer
