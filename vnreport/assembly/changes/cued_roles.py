"""The role that the cue which governs a quantity gives: verbs of change, of reaching and of being equal to."""

from __future__ import annotations

from vnreport.assembly.changes.continued_changes import is_listed_step, is_of_other_time, is_without_prices
from vnreport.assembly.changes.contributions import in_percent
from vnreport.assembly.changes.earlier_levels import (
    EARLIER_RULE,
    after_same_period,
    earlier_level,
    is_earlier,
    is_growth_then,
)
from vnreport.assembly.changes.exceeding import EXCEEDING_RULE
from vnreport.assembly.changes.grown_levels import growth_moved
from vnreport.assembly.changes.losses import is_loss
from vnreport.assembly.changes.marks import is_next_price, tells_level
from vnreport.assembly.changes.occasions import occasions
from vnreport.assembly.changes.own_changes import MADE_RULE
from vnreport.assembly.changes.ratios import (
    REACHED_RULE,
    has_plan,
    is_fronted,
    is_of_whole_plan,
    is_ratio,
    is_reached,
    is_reached_alike,
    is_share_beside,
    read_ratio,
)
from vnreport.assembly.changes.untold_changes import untold_change
from vnreport.assembly.sentences.clauses import EQUALS_ROW, starts_measured
from vnreport.assembly.sentences.drafts import GROWTH_RULE, Figure
from vnreport.assembly.sentences.governors import GROWTH
from vnreport.assembly.sentences.items import CHANGES, DIRECTED, PLANS, Item, holds_phrase
from vnreport.assembly.sentences.moved_levels import leads_to_level
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.grammar.values import AMOUNTS, PERCENTS, PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Words between "kéo" or "đẩy" and "xuống" or "lên": "kéo CPI chung xuống 0,69 điểm phần trăm".
MOST_MOVED = 6
# Items between a rise and the level it leads to: "tăng | mạnh lên tới | 9 tỷ đồng".
LEAST_LEADING = 2
# The lexicon row of ratios that are told in multiples.
COEFFICIENT_ROW = "multiple.coefficient"
# Of a plan in per cent, what reaches it.
WHOLE = 100
# Items from one to the other of two opposite verbs: "tăng thu, | giảm chi".
MOST_OPPOSED = 3


def cued(items: list[Item], place: int, quantity: Quantity, before: Figure | None, cue: int) -> Figure:
    """The role that the governing cue gives."""
    role, changed = items[cue].role, before is not None and before.role == "change"
    compared = place + 1 < len(items) and items[place + 1].role == "versus"
    if role == "contribution":
        quantity = in_percent(quantity, before)
    kind = quantity.kind
    if before is not None and changed and role in GROWTH and items[cue - 1].role == "equals":
        return Figure(place, quantity, "change", "role.change.restated", cue, before.direction)
    if role in DIRECTED or role in GROWTH:
        if before is not None and role != "flat" and not compared and is_next_price(before, quantity):
            return Figure(place, quantity, "value", "role.level", cue)
        return _change(items, place, quantity, cue)
    if is_ratio(items, place, role, kind):
        return read_ratio(items, place, quantity, cue, before)
    if kind == "percent" and is_fronted(items, place, cue, quantity):
        return Figure(place, quantity, "change", "role.ratio.fronted", cue, "ratio")
    if kind == "percent" and (is_reached(items, place, cue, before) or is_reached_alike(items, place, cue, before)):
        return Figure(place, quantity, "change", REACHED_RULE, cue, "ratio")
    if role == "equals" and kind == "money" and before is not None and before.direction == "ratio":
        return Figure(place, quantity, "value", "role.equals", cue)
    if role == "share" and kind == "percent" and before is not None and is_of_whole_plan(items, place):
        # "đạt 27 tỷ đồng, chiếm | 91% kế hoạch năm"
        return Figure(place, quantity, "change", "role.ratio", cue, "ratio")
    if role == "share":
        return Figure(place, quantity, "share", "role.share", cue)
    if kind == "times" and role == "level" and (compared or items[cue].low.startswith(phrase_words().passing)):
        return Figure(place, quantity, "change", EXCEEDING_RULE, cue, "times")
    if role == "equals":
        return _equal(items, place, quantity, before, cue)
    if role == "contribution":
        words, cause = phrase_words(), items[cue].low
        measured = kind in PERCENTS or (kind in AMOUNTS and starts_measured(items, cue + 1))
        if measured and cue + 1 < place and cause.endswith((*words.rise, *words.fall)):
            direction = "up" if cause.endswith(words.rise) else "down"
            return Figure(place, quantity, "change", MADE_RULE, cue, direction)
        if kind in PERCENTS:
            return Figure(place, quantity, "contribution", "role.contribution", cue)
    moved = _moved(items, place, quantity, before, cue) if role == "to" else None
    if moved is not None:
        return moved
    if role in {"to", "level"} and is_growth_then(items, cue, quantity, before):
        return earlier_level(items, place, quantity, cue, before)
    noun = growth_moved(items, cue) if role == "to" and kind == "percent" and before is None else None
    if noun is not None:
        return Figure(place, quantity, "change", GROWTH_RULE, noun, GROWTH.get(items[noun].role, "up"))
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


def _equal(items: list[Item], place: int, quantity: Quantity, before: Figure | None, cue: int) -> Figure:
    """What "tương ứng", "bằng" and the like lead to: the change before it anew, a share, or a value."""
    kind, changed = quantity.kind, before is not None and before.role == "change"
    rate = changed and before is not None and before.quantity.kind in PERCENTS
    if rate and items[cue].low.endswith(phrase_words().level_noun) and kind not in PERCENTS:
        # "tăng 22%, tương ứng mức | 300 tỷ đồng"
        return Figure(place, quantity, "value", "role.to", cue)
    if changed and items[cue - 1].role in {"to", "level"} and kind not in PERCENTS:
        # "tăng lần lượt 4% và 5%, lên mức tương ứng | 717 tỷ USD và 720 tỷ USD"
        return Figure(place, quantity, "value", "role.to", cue - 1)
    moved = items[cue - 1].role if cue else ""
    if kind in {*PRICES, "measure"} and items[cue].row == EQUALS_ROW and moved in CHANGES and not changed:
        # "giá các loại khác giảm tương ứng | 500-800 đồng"
        return Figure(place, quantity, "change", f"role.change.{moved}", cue - 1, moved)
    counts = kind == "count" and before is not None and before.direction == "times"
    if before is not None and changed and not counts and not is_share_beside(items, place, before):
        # "tăng 3,4 lần, tương đương | 314 tỷ đồng"
        direction = "up" if before.direction == "times" and kind in AMOUNTS else before.direction
        return Figure(place, quantity, "change", "role.change.restated", cue, direction)
    return Figure(place, quantity, "share" if kind in PERCENTS else "value", "role.equals", cue)


def _moved(items: list[Item], place: int, quantity: Quantity, before: Figure | None, cue: int) -> Figure | None:
    """By how much something moved that "lên" or "xuống" leads to, in points, steps or multiples; None for a level."""
    falls, kind = items[cue].low.startswith(phrase_words().fall), quantity.kind
    direction = "down" if falls else "up"
    if kind == "pp" and any(item.role == "cause" for item in items[max(0, cue - MOST_MOVED) : cue]):
        return Figure(place, quantity, "change", "role.change.moved", cue, direction)
    if quantity.code in phrase_words().rank_step:
        return Figure(place, quantity, "change", "role.change.steps", cue, direction)
    if kind == "times" and COEFFICIENT_ROW not in quantity.rules and not _is_multiple(before):
        return Figure(place, quantity, "change", "role.change.times", cue, "down" if falls else "times")
    return None


def _is_multiple(before: Figure | None) -> bool:
    """Whether the figure before is a level in multiples, or what such a one started from: "hệ số nợ 4 lần"."""
    if before is None:
        return False
    return before.rule == "role.from" or (before.role == "value" and before.quantity.kind == "times")


def _change(items: list[Item], place: int, quantity: Quantity, cue: int) -> Figure:
    """A change, or the level that it ends at when "lên", "xuống", "còn" stands before the number."""
    words = phrase_words()
    if cue and items[cue].low.endswith(words.more) and items[cue - 1].low.startswith(words.moving):
        # "tăng | nhẹ hơn | với 19%"
        cue -= 1
    role, kind = items[cue].role or ("down" if items[cue].low.startswith(words.fall) else "up"), quantity.kind
    between = items[cue + 1 : place]
    if any(item.role == "from" for item in between) and leads_to_level(items, place):
        return Figure(place, quantity, "baseline_value", "role.from", cue)
    beyond = items[cue].low.endswith(phrase_words().more)
    ends = any(item.role == "to" for item in between) and not beyond
    if ends or (between and between[-1].low == phrase_words().about):
        return Figure(place, quantity, "value", "role.to", cue)
    if any(item.role == "pair" for item in between) and kind not in PERCENTS:
        return Figure(place, quantity, "value", "role.pair", cue)
    if kind in {"count", "money", "measure"} and any(item.low == phrase_words().companion for item in between):
        return Figure(place, quantity, "value", "role.with")
    if (reached := _reached_with(items, place, quantity, cue)) is not None:
        return reached
    if cue > 1 and items[cue - 1].kind == "punct" and items[cue - 2].low == phrase_words().waived:
        # "gia hạn, miễn, giảm 190 nghìn tỷ đồng tiền thuế"
        return Figure(place, quantity, "value", "role.plain")
    if role == "up" and kind not in PERCENTS and _leads_up(between):
        return Figure(place, quantity, "value", "role.to", cue)
    if kind not in PERCENTS and role != "flat" and tells_level(items, place, quantity, cue):
        return Figure(place, quantity, "value", "role.level", cue)
    times = occasions(items, place, cue, quantity)
    if times is not None:
        return Figure(place, times, "value", "role.plain")
    if kind == "money" and _is_settled_sum(items, place, cue):
        return Figure(place, quantity, "value", "role.plain")
    uncounted = role in GROWTH or _is_no_amount(items, place) or _is_of_rate(items, place, cue)
    if role == "flat" or (kind == "count" and uncounted):
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


def _reached_with(items: list[Item], place: int, quantity: Quantity, cue: int) -> Figure | None:
    """The level behind "với" that a comparison is told by: "cao hơn năm trước với | 53%", "vượt chỉ tiêu với | 104%".

    None where the percentage is by how much.
    """
    words, number = phrase_words(), quantity.number
    beyond = items[cue].low.endswith(words.more) and not items[cue].low.startswith(words.moving)
    led = items[place - 1].low.partition(" ")[0] == words.companion
    if quantity.kind != "percent" or number is None or not led:
        return None
    if number >= WHOLE and (has_plan(items, place) or any(item.role in PLANS for item in items[cue:place])):
        return Figure(place, quantity, "change", REACHED_RULE, cue, "ratio")
    return Figure(place, quantity, "value", "role.with") if beyond and not has_plan(items, place) else None


def _leads_up(between: list[Item]) -> bool:
    """Whether the words between a rise and the figure lead to the level that it ends at: "tăng | mạnh lên tới"."""
    if len(between) < LEAST_LEADING or between[-1].low not in phrase_words().moved_to:
        return False
    return all(item.role == "soft" for item in between[:-1])


def _is_settled_sum(items: list[Item], place: int, cue: int) -> bool:
    """Whether what came in and what was spent moved opposite ways by one sum: "tăng thu, giảm chi | 32 tỷ đồng"."""
    return holds_phrase(items[max(0, cue - MOST_OPPOSED) : place], phrase_words().settled)


def _is_of_rate(items: list[Item], place: int, cue: int) -> bool:
    """Whether a rate is what changed, which no count can be the amount of: "giảm | tỷ lệ đóng | 2 quỹ"."""
    return phrase_size(items, cue + 1, place, phrase_words().level_rate) > 0


def _is_no_amount(items: list[Item], place: int) -> bool:
    """Whether a word before the count tells where or when something changed, or what did: "giảm cả 3 mặt", "tăng sau 4
    phiên", "điều chỉnh tăng vốn | 9 dự án"."""
    index = place - 1
    while index > 0 and items[index].role == "soft":
        index -= 1
    return index >= 0 and items[index].low in phrase_words().no_amount | phrase_words().told_sum
