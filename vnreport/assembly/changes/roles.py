"""The role of every quantity in its sentence: value, change, baseline value, share, rank, contribution or none."""

from __future__ import annotations

from vnreport.assembly.changes.announced_lists import announced_change
from vnreport.assembly.changes.bracketed_figures import bracketed, opens_bracket
from vnreport.assembly.changes.bracketed_levels import (
    ANNOUNCED_RULE,
    announced_level,
    bracketed_level,
    compared_bracket,
)
from vnreport.assembly.changes.compared_levels import compared_level
from vnreport.assembly.changes.continued_changes import continued, is_listed_step, is_of_other_time, is_without_prices
from vnreport.assembly.changes.contributions import in_percent
from vnreport.assembly.changes.earlier_levels import (
    EARLIER_RULE,
    after_same_period,
    earlier_level,
    is_earlier,
    more_than,
    moves_straight,
)
from vnreport.assembly.changes.exceeding import EXCEEDING_RULE, exceeding
from vnreport.assembly.changes.extremes import extreme_change
from vnreport.assembly.changes.grown_levels import growth_before
from vnreport.assembly.changes.losses import is_loss
from vnreport.assembly.changes.marks import tells_level
from vnreport.assembly.changes.occasions import is_run, occasions
from vnreport.assembly.changes.outdone import outdone
from vnreport.assembly.changes.own_changes import MADE_RULE
from vnreport.assembly.changes.planned_rates import planned_rate
from vnreport.assembly.changes.ratios import (
    REACHED_RULE,
    has_plan,
    is_of_earlier,
    is_of_whole_plan,
    is_ratio,
    is_reached,
    is_reached_alike,
    is_share_beside,
    read_ratio,
)
from vnreport.assembly.changes.signed_changes import signed_change
from vnreport.assembly.changes.untold_changes import added_change, untold_change
from vnreport.assembly.sentences.clauses import EQUALS_ROW, starts_measured
from vnreport.assembly.sentences.drafts import Figure, SentenceItems
from vnreport.assembly.sentences.governors import CHANGES, GROWTH, governing_cue, leads_to_level, opens_from
from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import AMOUNTS, PERCENTS, PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Quantities that only place an event, name an age or a rule: their words are plain words of the sentence.
SKIPPED_HINTS = frozenset({"duration", "age", "rule", "ordinal", "score"})
# The lexicon row of "gấp", which is read as a part of the number that it multiplies by.
FOLD_ROW = "fold.before"
# The lexicon row of "bằng" before a fraction.
PART_ROW = "hint.part"
# The lexicon row of "từ … đến", whose "từ" belongs to a range where one follows: "từ 20.000-25.000 lên 40.000 đồng".
RANGE_ROW = "between.to"
# Roles of verbs that turn a list of changes: "lần lượt giảm 4% và | tăng | 3%".
TURNS = frozenset({"up", "down"})
# Words between "kéo" or "đẩy" and "xuống" or "lên": "kéo CPI chung xuống 0,69 điểm phần trăm".
MOST_MOVED = 6


def assign_roles(sentence: SentenceItems) -> list[Figure]:
    """The quantities of the sentence that may matter, in order, each with its role."""
    figures: list[Figure] = []
    items = sentence.items
    for place, item in enumerate(items):
        if item.quantity is None or _is_length(items, place) or is_run(items, place):
            continue
        before = figures[-1] if figures else None
        figure = _paired(items, place, item.quantity, before) or _role(items, place, item.quantity, before)
        outer = (
            _outer(items, figures) if not item.depth and figure.rule == "role.plain" and figure.cue is None else None
        )
        figures.append((continued(items, place, item.quantity, outer) if outer is not None else None) or figure)
    return figures


def _outer(items: list[Item], figures: list[Figure]) -> Figure | None:
    """The change before the brackets that only tell more of it: "tăng 8% (góp 2 điểm phần trăm), khai khoáng | 3%"."""
    depth = items[figures[-1].place].depth if figures else 0
    if not depth:
        return None
    outer = next((figure for figure in reversed(figures) if not items[figure.place].depth), None)
    return outer if outer is not None and outer.role == "change" else None


def _paired(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """A later figure of a list told by "lần lượt": it has the role of the one before it."""
    if before is None or before.paired is None or items[place].depth != items[before.place].depth:
        return None
    if before.quantity.kind != quantity.kind:
        return None
    depth, joins = items[place].depth, {",", phrase_words().conjunction, ")"}
    turns = TURNS if before.role == "change" else frozenset()
    for item in items[before.place + 1 : place]:
        if item.depth == depth and item.low not in joins and item.role not in {"soft", "aux", before.role, *turns}:
            return None
    turn = next((item.role for item in items[before.place + 1 : place] if item.role in turns), before.direction)
    return Figure(place, quantity, before.role, before.rule, before.cue, turn, before.paired + 1)


def _role(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure:
    """The role of the quantity at `place`, given the figure before it."""
    kind = quantity.kind
    if quantity.hint == "rank" or kind == "rank":
        return Figure(place, quantity, "rank", "role.rank")
    if kind == "times" and FOLD_ROW in quantity.rules:
        return Figure(place, quantity, "change", "role.change.times", None, "times")
    if kind == "times" and PART_ROW in quantity.rules:
        cue = next((index for index in range(place - 1, max(-1, place - 4), -1) if items[index].role == "ratio"), None)
        return Figure(place, quantity, "change", "role.ratio", cue, "ratio")
    ranged = RANGE_ROW in quantity.rules and quantity.outer_start < quantity.start and leads_to_level(items, place)
    if ranged or moves_straight(items, place) or (before is None and opens_from(items, place)):
        return Figure(place, quantity, "baseline_value", "role.from")
    signed = signed_change(items, place, quantity)
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
        return Figure(place, quantity, "baseline_value", "role.instead", other)
    if before is not None and before.rule == ANNOUNCED_RULE:
        return Figure(place, quantity, "change", f"role.change.{before.direction}", before.cue, before.direction)
    announced = announced_level(items, place, quantity, before)
    if announced is not None:
        return announced
    if is_of_earlier(items, place, quantity, before):
        return Figure(place, quantity, "change", "role.ratio", cue, "ratio")
    level = (
        compared_level(items, place, quantity, before)
        or bracketed_level(items, place, quantity, before)
        or compared_bracket(items, place, quantity, before)
    )
    if level is not None:
        return level
    beyond = exceeding(items, place, quantity, before)
    beyond = beyond or planned_rate(items, place, quantity, before)
    if beyond is None and (cue is None or items[cue].role not in CHANGES):
        beyond = outdone(items, place, quantity, before)
    if beyond is not None:
        return beyond
    added = extreme_change(items, place, quantity, before) or added_change(items, place, quantity, before, cue)
    added = added or (announced_change(items, place, quantity, before) if cue is None else None)
    if added is not None:
        return added
    more = more_than(items, place, quantity, start)
    if more is not None:
        return more
    figure = _uncued(items, place, quantity, before) if cue is None else _cued(items, place, quantity, before, cue)
    near = items[max(start, place - 6) : place]
    if any(item.role == "pair" or (item.row == EQUALS_ROW and figure.role == "change") for item in near):
        figure.paired = 0
    return figure


def _cued(items: list[Item], place: int, quantity: Quantity, before: Figure | None, cue: int) -> Figure:
    """The role that the governing cue gives."""
    role, changed = items[cue].role, before is not None and before.role == "change"
    if role == "contribution":
        quantity = in_percent(quantity, before)
    kind = quantity.kind
    if before is not None and changed and role in GROWTH and items[cue - 1].role == "equals":
        return Figure(place, quantity, "change", "role.change.restated", cue, before.direction)
    if role in CHANGES or role in GROWTH:
        return _change(items, place, quantity, cue)
    if is_ratio(items, place, role, kind):
        return read_ratio(items, place, quantity, cue, before)
    if kind == "percent" and (is_reached(items, place, cue, before) or is_reached_alike(items, place, cue, before)):
        return Figure(place, quantity, "change", REACHED_RULE, cue, "ratio")
    if role == "equals" and kind == "money" and before is not None and before.direction == "ratio":
        return Figure(place, quantity, "value", "role.equals", cue)
    if role == "share" and kind == "percent" and before is not None and is_of_whole_plan(items, place):
        # "đạt 27 tỷ đồng, chiếm | 91% kế hoạch năm"
        return Figure(place, quantity, "change", "role.ratio", cue, "ratio")
    if role == "share":
        return Figure(place, quantity, "share", "role.share", cue)
    if kind == "times" and role == "level" and items[cue].low.startswith(phrase_words().passing):
        return Figure(place, quantity, "change", EXCEEDING_RULE, cue, "times")
    if role == "equals":
        if changed and items[cue - 1].role in {"to", "level"} and kind not in PERCENTS:
            # "tăng lần lượt 4% và 5%, lên mức tương ứng | 717 tỷ USD và 720 tỷ USD"
            return Figure(place, quantity, "value", "role.to", cue - 1)
        counts = kind == "count" and before is not None and before.direction == "times"
        if before is not None and changed and not counts and not is_share_beside(items, place, before):
            return Figure(place, quantity, "change", "role.change.restated", cue, before.direction)
        return Figure(place, quantity, "share" if kind in PERCENTS else "value", "role.equals", cue)
    if role == "contribution":
        words, cause = phrase_words(), items[cue].low
        measured = kind in PERCENTS or (kind in AMOUNTS and starts_measured(items, cue + 1))
        if measured and cue + 1 < place and cause.endswith((*words.rise, *words.fall)):
            direction = "up" if cause.endswith(words.rise) else "down"
            return Figure(place, quantity, "change", MADE_RULE, cue, direction)
        if kind in PERCENTS:
            return Figure(place, quantity, "contribution", "role.contribution", cue)
    if role == "to" and kind == "pp" and any(item.role == "cause" for item in items[max(0, cue - MOST_MOVED) : cue]):
        direction = "down" if items[cue].low.startswith(phrase_words().fall) else "up"
        return Figure(place, quantity, "change", "role.change.moved", cue, direction)
    unit = quantity.code
    if role == "to" and unit in phrase_words().rank_step:
        direction = "down" if items[cue].low.startswith(phrase_words().fall) else "up"
        return Figure(place, quantity, "change", "role.change.steps", cue, direction)
    if role == "to" and kind == "times" and not _is_multiple(before):
        direction = "down" if items[cue].low.startswith(phrase_words().fall) else "times"
        return Figure(place, quantity, "change", "role.change.times", cue, direction)
    if role == "from" and leads_to_level(items, place):
        return Figure(place, quantity, "baseline_value", "role.from", cue)
    if role in {"level", "have"} and after_same_period(items, cue, place):
        return earlier_level(items, place, quantity, cue, before)
    if before is not None and changed and role in {"to", "level"} and is_without_prices(items, place, quantity, before):
        return Figure(place, quantity, "change", f"role.change.{before.direction}", cue, before.direction)
    again = before is not None and changed and is_of_other_time(items, place, quantity, before)
    if before is not None and changed and (again or is_listed_step(items, place, quantity, before, cue)):
        return Figure(place, quantity, "change", "role.change.listed", cue, before.direction)
    if role == "level" and kind == "percent":
        return untold_change(items, place, quantity, cue) or Figure(place, quantity, "value", f"role.{role}", cue)
    return Figure(place, quantity, "value", f"role.{role}", cue)


def _is_multiple(before: Figure | None) -> bool:
    """Whether the figure before is a level in multiples, or what such a one started from: "hệ số nợ 4 lần"."""
    if before is None:
        return False
    return before.rule == "role.from" or (before.role == "value" and before.quantity.kind == "times")


def _change(items: list[Item], place: int, quantity: Quantity, cue: int) -> Figure:
    """A change, or the level that it ends at when "lên", "xuống", "còn" stands before the number."""
    role, kind = items[cue].role, quantity.kind
    between = items[cue + 1 : place]
    if any(item.role == "from" for item in between) and leads_to_level(items, place):
        return Figure(place, quantity, "baseline_value", "role.from", cue)
    if any(item.role == "to" for item in between) or (between and between[-1].low == phrase_words().about):
        return Figure(place, quantity, "value", "role.to", cue)
    if any(item.role == "pair" for item in between) and kind not in PERCENTS:
        return Figure(place, quantity, "value", "role.pair", cue)
    if kind in {"count", "money", "measure"} and any(item.low == phrase_words().companion for item in between):
        return Figure(place, quantity, "value", "role.with")
    if cue > 1 and items[cue - 1].kind == "punct" and items[cue - 2].low == phrase_words().waived:
        # "gia hạn, miễn, giảm 190 nghìn tỷ đồng tiền thuế"
        return Figure(place, quantity, "value", "role.plain")
    if kind in PRICES and role != "flat" and tells_level(items, place, quantity, cue):
        return Figure(place, quantity, "value", "role.level", cue)
    times = occasions(items, place, cue, quantity)
    if times is not None:
        return Figure(place, times, "value", "role.plain")
    if role == "flat" or (kind == "count" and (role in GROWTH or _is_no_amount(items, place))):
        return Figure(place, quantity, "value", "role.plain")
    if items[cue].low in phrase_words().loss and is_loss(items, place, quantity, cue):
        return Figure(place, quantity, "value", "role.plain")
    if kind == "percent" and [item.low for item in items[place + 1 : place + 3]] == list(phrase_words().market_share):
        return Figure(place, quantity, "share", "role.share", cue)
    direction = GROWTH.get(role, role)
    if kind == "times" and direction == "up":
        direction = "times"
    if is_earlier(items, cue):
        return Figure(place, quantity, "earlier", EARLIER_RULE, cue, direction)
    return Figure(place, quantity, "change", f"role.change.{role}", cue, direction)


def _is_length(items: list[Item], place: int) -> bool:
    """Whether a time only says since when a change is the greatest: "tăng cao nhất trong 6 năm"."""
    quantity, before = items[place].quantity, items[place - 1] if place > 1 else None
    if quantity is None or before is None or quantity.code not in phrase_words().time_unit:
        return False
    index = place - 2
    while index > 0 and place - index < MOST_MOVED and (items[index].kind == "word" or items[index].role == "soft"):
        index -= 1
    return before.low in phrase_words().no_amount and (items[index].role in CHANGES or items[index].role in GROWTH)


def _is_no_amount(items: list[Item], place: int) -> bool:
    """Whether a word before the count tells where or when something changed: "giảm cả 3 mặt", "tăng sau 4 phiên"."""
    index = place - 1
    while index > 0 and items[index].role == "soft":
        index -= 1
    return index >= 0 and items[index].low in phrase_words().no_amount


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
