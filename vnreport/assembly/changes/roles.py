"""The role of every quantity in its sentence: value, change, baseline value, share, rank, contribution or none."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.changes.announced_lists import announced_change
from vnreport.assembly.changes.bracketed_figures import bracketed, opens_bracket, outdone_level
from vnreport.assembly.changes.bracketed_levels import (
    ANNOUNCED_RULE,
    LEAST_LEVEL,
    announced_level,
    bracketed_level,
    compared_bracket,
)
from vnreport.assembly.changes.compared_levels import compared_level
from vnreport.assembly.changes.continued_changes import continued
from vnreport.assembly.changes.cued_roles import cued
from vnreport.assembly.changes.earlier_levels import (
    more_than,
    moves_straight,
)
from vnreport.assembly.changes.earlier_values import INSTEAD_RULE
from vnreport.assembly.changes.exceeding import exceeding
from vnreport.assembly.changes.extremes import extreme_change
from vnreport.assembly.changes.grown_levels import growth_before
from vnreport.assembly.changes.occasions import is_run
from vnreport.assembly.changes.outdone import outdone
from vnreport.assembly.changes.planned_rates import planned_rate
from vnreport.assembly.changes.price_steps import is_step_beside
from vnreport.assembly.changes.rank_changes import earlier_rank, left_rank, signed_steps
from vnreport.assembly.changes.ratios import (
    has_plan,
    is_next_of_plan,
    is_of_earlier,
)
from vnreport.assembly.changes.second_levels import second_level
from vnreport.assembly.changes.signed_changes import signed_change
from vnreport.assembly.changes.untold_changes import added_change
from vnreport.assembly.sentences.clauses import EQUALS_ROW
from vnreport.assembly.sentences.drafts import Figure, SentenceItems
from vnreport.assembly.sentences.governors import GROWTH, governing_cue
from vnreport.assembly.sentences.items import CHANGES, DIRECTED, Item
from vnreport.assembly.sentences.moved_levels import leads_to_level, opens_from
from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Quantities that only place an event, name an age or a rule: their words are plain words of the sentence.
SKIPPED_HINTS = frozenset({"duration", "age", "rule", "ordinal", "score"})
# The lexicon row of "gấp", which is read as a part of the number that it multiplies by.
FOLD_ROW = "fold.before"
# The lexicon row of "bằng" before a fraction.
PART_ROW = "hint.part"
# The lexicon row of "từ … đến", whose "từ" belongs to a range where one follows: "từ 20.000-25.000 lên 40.000 đồng".
RANGE_ROW = "between.to"
# A step of a price and the level that it leads to.
MOVED_FIGURES = 2
# Words between a change and how long it was the greatest: "tăng cao nhất | trong 6 năm".
LONGEST_EXTENT = 6


def assign_roles(sentence: SentenceItems) -> list[Figure]:
    """The quantities of the sentence that may matter, in order, each with its role."""
    figures: list[Figure] = []
    items = sentence.items
    for place, item in enumerate(items):
        if item.quantity is None or _is_length(items, place) or is_run(items, place):
            continue
        before = figures[-1] if figures else None
        figure = _paired(items, place, item.quantity, before) or _role(items, place, item.quantity, before)
        outer = None
        if not item.depth and figure.rule == "role.plain" and figure.cue is None:
            outer = _outer(items, figures) or _moved(figures, item.quantity)
        figures.append((continued(items, place, item.quantity, outer) if outer is not None else None) or figure)
    return figures


def _outer(items: list[Item], figures: list[Figure]) -> Figure | None:
    """The change before the brackets that only tell more of it: "tăng 8% (góp 2 điểm phần trăm), khai khoáng | 3%"."""
    depth = items[figures[-1].place].depth if figures else 0
    if not depth:
        return None
    outer = next((figure for figure in reversed(figures) if not items[figure.place].depth), None)
    return outer if outer is not None and outer.role == "change" else None


def _moved(figures: list[Figure], quantity: Quantity) -> Figure | None:
    """The step of a price whose level stands before the next step: "dầu lạc tăng 600 đồng lên 20.900 đồng; dầu dừa |
    400 đồng"; it is said to end with its level."""
    if len(figures) < MOVED_FIGURES:
        return None
    step, level = figures[-MOVED_FIGURES:]
    size, reached = quantity.number, level.quantity.number
    moved = step.role == "change" and level.rule == "role.to" and is_step_beside(step.quantity, quantity)
    if not moved or size is None or reached is None or size * LEAST_LEVEL > reached:
        return None
    return replace(step, place=level.place)


def _paired(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """A later figure of a list told by "lần lượt": it has the role of the one before it."""
    if before is None or before.paired is None or items[place].depth != items[before.place].depth:
        return None
    if before.quantity.kind != quantity.kind:
        return None
    depth, joins = items[place].depth, {",", phrase_words().conjunction, ")"}
    # "lần lượt giảm 4% và | tăng | 3%", "tốc độ tăng trưởng lần lượt là 4% | ; | 3%"
    turns, joins = (CHANGES, {*joins, ";"}) if before.role == "change" else (frozenset(), joins)
    between = items[before.place + 1 : place]
    if not (before.direction == "ratio" and is_next_of_plan(items, before.place, place)):
        passed = {"soft", "aux", before.role, *turns}
        if any(item.depth == depth and item.low not in joins and item.role not in passed for item in between):
            return None
    turn = next((item.role for item in between if item.role in turns), before.direction)
    return Figure(place, quantity, before.role, before.rule, before.cue, turn, before.paired + 1)


def _role(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure:
    """The role of the quantity at `place`, given the figure before it."""
    kind = quantity.kind
    if quantity.hint == "rank" or kind == "rank":
        moved = earlier_rank(items, place, quantity, before) or left_rank(items, place, quantity)
        return moved or Figure(place, quantity, "rank", "role.rank")
    if kind == "times" and FOLD_ROW in quantity.rules:
        return Figure(place, quantity, "change", "role.change.times", None, "times")
    if kind == "times" and PART_ROW in quantity.rules:
        cue = next((index for index in range(place - 1, max(-1, place - 4), -1) if items[index].role == "ratio"), None)
        return Figure(place, quantity, "change", "role.ratio", cue, "ratio")
    ranged = RANGE_ROW in quantity.rules and quantity.outer_start < quantity.start and leads_to_level(items, place)
    if ranged or moves_straight(items, place) or (before is None and opens_from(items, place)):
        return Figure(place, quantity, "baseline_value", "role.from")
    signed = signed_change(items, place, quantity) or signed_steps(items, place, quantity, before)
    if signed is not None:
        return signed
    start = before.place + 1 if before is not None else 0
    cue = governing_cue(items, start, place)
    if quantity.code.startswith("%") and (cue is None or items[cue].role == "level"):
        grown = growth_before(items, start, place)
        cue = cue if grown is None else grown
    other = place - 1
    while other > start and items[other].low in phrase_words().figure_noun:
        # "(thay vì | con số | 320 tỷ đồng)"
        other -= 1
    if other >= 0 and items[other].role == "instead" and before is not None and before.role == "value":
        return Figure(place, quantity, "baseline_value", INSTEAD_RULE, other)
    if before is not None and before.rule == ANNOUNCED_RULE:
        return Figure(place, quantity, "change", f"role.change.{before.direction}", before.cue, before.direction)
    announced = announced_level(items, place, quantity, before)
    if announced is not None:
        return announced
    if is_of_earlier(items, place, quantity, before):
        return Figure(place, quantity, "change", "role.ratio", cue, "ratio")
    level = (
        outdone_level(items, place, quantity, before)
        or second_level(items, place, quantity, before)
        or compared_level(items, place, quantity, before)
        or bracketed_level(items, place, quantity, before)
        or compared_bracket(items, place, quantity, before)
    )
    if level is not None:
        return level
    beyond = exceeding(items, place, quantity, before)
    beyond = beyond or planned_rate(items, place, quantity, before)
    if beyond is None and (cue is None or items[cue].role not in DIRECTED):
        beyond = outdone(items, place, quantity, before)
    if beyond is not None:
        return beyond
    added = extreme_change(items, place, quantity, before) or added_change(items, place, quantity, before, cue)
    named = cue is None or items[cue].low == phrase_words().copula
    added = added or (announced_change(items, place, quantity, before) if named else None)
    if added is not None:
        return added
    more = more_than(items, place, quantity, start)
    if more is not None:
        return more
    figure = _uncued(items, place, quantity, before) if cue is None else cued(items, place, quantity, before, cue)
    near = items[max(start, place - 6) : place]
    if any(item.role == "pair" or (item.row == EQUALS_ROW and figure.role == "change") for item in near):
        figure.paired = 0
    return figure


def _is_length(items: list[Item], place: int) -> bool:
    """Whether a time only says since when a change is the greatest: "tăng cao nhất trong 6 năm"."""
    quantity, before = items[place].quantity, items[place - 1] if place > 1 else None
    if quantity is None or before is None or quantity.code not in phrase_words().time_unit:
        return False
    index = place - 2
    while index > 0 and place - index < LONGEST_EXTENT and (items[index].kind == "word" or items[index].role == "soft"):
        index -= 1
    return before.low in phrase_words().no_amount and (items[index].role in DIRECTED or items[index].role in GROWTH)


def _uncued(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure:
    """The role of a quantity with no cue: bracketed restatements, list continuations, or a plain value."""
    opened = opens_bracket(items, place)
    if opened is not None:
        return bracketed(items, place, quantity, opened, before)
    further = continued(items, place, quantity, before) if before is not None and before.role == "change" else None
    if further is not None:
        return further
    if quantity.kind == "percent" and has_plan(items, place):
        return Figure(place, quantity, "change", "role.ratio", None, "ratio")
    return Figure(place, quantity, "value", "role.plain")
