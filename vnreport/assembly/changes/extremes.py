"""Changes told as the greatest of a group: "tăng cao nhất là nhóm giáo dục với 7%", "ngành dệt tăng mạnh nhất (9%)"."""

from __future__ import annotations

from vnreport.assembly.changes.price_steps import is_step_beside
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.governors import GROWTH
from vnreport.assembly.sentences.items import DIRECTED, PASSING, Item
from vnreport.grammar.values import PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

EXTREME_RULE = "role.change.extreme"
# Items between a verb of change and "nhất", and between one of the clause before and it.
MOST_BETWEEN, MOST_BEFORE = 5, 9
DIRECTIONS = {"up": "up", "down": "down", **GROWTH}


def extreme_change(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The change that a rate behind "với" or in a bracket is, where "nhất" or a list of such is told; else None."""
    step = before is not None and is_step_beside(before.quantity, quantity)
    if quantity.kind not in PERCENTS and not step:
        return None
    lead = _lead(items, place)
    if lead is None:
        return None
    start = before.place + 1 if before is not None else 0
    if before is not None and before.role == "rank" and before.place == lead - 1:
        # "tăng cao thứ hai (với 0,6%)"
        start = max(0, before.place - MOST_BETWEEN)
    top = _top(items, start, lead)
    if top is None:
        named = _next_named(items, start, lead) if before is not None and _is_extreme(items, before) else None
        if named is None or before is None:
            return None
        return Figure(place, quantity, "change", EXTREME_RULE, before.cue, before.direction, named=named)
    named = _named(items, top, lead)
    cue = _verb(items, start, top, reach=named is not None)
    if cue is not None:
        return Figure(place, quantity, "change", EXTREME_RULE, cue, DIRECTIONS[items[cue].role], named=named)
    grown = before is not None and before.role == "change" and before.direction in DIRECTED
    if named is None or before is None or not grown or items[named[0]].low not in phrase_words().group:
        return None
    return Figure(place, quantity, "change", EXTREME_RULE, before.cue, before.direction, named=named)


def _lead(items: list[Item], place: int) -> int | None:
    """The index of the "với" or the bracket that leads to the rate at `place`, or None."""
    index, words = place - 1, phrase_words()
    while index > 0 and (items[index].role in PASSING or items[index].low == words.level_noun):
        if items[index].low == words.companion:
            break
        index -= 1
    if index > 0 and items[index].low == words.companion and items[index - 1].low == "(":
        index -= 1
    return index if index > 0 and items[index].low in {words.companion, "("} else None


def _top(items: list[Item], start: int, lead: int) -> int | None:
    """The index of the "nhất" of the clause that the lead ends, or None."""
    for index in range(lead - 1, start - 1, -1):
        item = items[index]
        ranked = item.quantity is not None and item.quantity.kind == "rank"
        if ranked or phrase_words().superlative in item.low.split(" "):
            return index
        if item.kind == "quantity" or (item.kind == "punct" and index < lead - 1):
            return None
    return None


def _named(items: list[Item], top: int, lead: int) -> tuple[int, int] | None:
    """The item range of what "nhất là" names, or None."""
    if top + 2 >= lead or items[top + 1].low != phrase_words().copula:
        return None
    return top + 2, lead


def _verb(items: list[Item], start: int, top: int, *, reach: bool) -> int | None:
    """The index of the verb or noun of change before "nhất", with `reach` also one in the clause before."""
    crossed = False
    for index in range(top - 1, max(start, top - (MOST_BEFORE if reach else MOST_BETWEEN)) - 1, -1):
        item = items[index]
        if item.role in DIRECTIONS and not item.low.endswith(phrase_words().more):
            return index
        if item.role in {"share", "ratio"} or item.kind == "quantity":
            return None
        if item.kind == "punct":
            if crossed or not reach or item.low != ",":
                return None
            crossed = True
    growth = next((index for index in range(start, top) if items[index].role in GROWTH), None)
    return None if crossed or reach else growth


def _is_extreme(items: list[Item], before: Figure) -> bool:
    """Whether the figure before is a change told as the greatest or in a bracket, so that others may follow it in a
    list: "thực phẩm (tăng 2%), đồ uống (1%)"."""
    if before.rule == EXTREME_RULE:
        return True
    if before.role == "change" and before.cue is not None and items[before.cue].depth:
        return before.cue == before.place - 1 and before.direction in DIRECTED
    following = items[before.cue + 1] if before.role == "change" and before.cue is not None else None
    return following is not None and phrase_words().superlative in following.low.split(" ")


def _next_named(items: list[Item], start: int, lead: int) -> tuple[int, int] | None:
    """The item range of the next of the list: "kế đến là nhóm y tế (3%)", ", nhóm y tế với 3%"; None for no list."""
    words = phrase_words()
    first = start
    while first < lead and items[first].kind != "punct" and items[first].low != words.conjunction:
        first += 1
    while first < lead and (items[first].kind == "punct" or items[first].low == words.conjunction):
        first += 1
    copula = next((index for index in range(first, lead) if items[index].low.split(" ")[-1] == words.copula), None)
    first = first if copula is None else copula + 1
    if first >= lead or any(item.kind not in {"word", "punct"} or item.low in ";." for item in items[first:lead]):
        return None
    return first, lead
