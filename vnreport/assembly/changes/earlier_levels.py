"""Levels and growths of an earlier time beside the current ones: "cùng kỳ tăng 6%", "(cùng kỳ là 6,7 triệu)"."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.governors import GROWTH
from vnreport.assembly.sentences.items import DIRECTED, Item
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.grammar.values import AMOUNTS, PERCENTS, PRICES, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a level or growth of an earlier time.
EARLIER_RULE = "role.earlier"


def is_earlier(items: list[Item], cue: int) -> bool:
    """Whether a growth is an earlier one: "cùng kỳ tăng 6%", "cao hơn mức tăng 4,3% của cùng kỳ"."""
    index = cue - 1
    while index >= 0 and items[index].role in {"aux", "have", "tense"}:
        index -= 1
    if index > 1 and items[index].low == "," and items[index - 1].is_same_period:
        # "trong khi cùng kỳ năm 2018, mức | tăng là 4%"
        index -= 1 if items[index - 2].low in phrase_words().opposed else 0
    if index < 0:
        return False
    before = items[index]
    if before.is_same_period:
        return index == 0 or items[index - 1].role != "versus"
    if items[cue].role not in GROWTH:
        # "thấp hơn so với mức | tăng 7,1% của tháng 4"
        return before.role == "versus" and before.low.endswith(f" {phrase_words().level_noun}")
    return before.role in DIRECTED or before.role in {"versus", "ratio"} or before.low in phrase_words().beside_growth


def after_same_period(items: list[Item], cue: int, place: int) -> bool:
    """Whether "cùng kỳ … là" stands right before the number, without "so với" ("so với cùng kỳ ở mức 1,8%")."""
    if not cue or not items[cue - 1].is_same_period:
        return False
    return cue < 2 or items[cue - 2].role != "versus"


def is_growth_then(items: list[Item], cue: int, quantity: Quantity, before: Figure | None) -> bool:
    """Whether a percentage is the growth of "cùng kỳ" set against the one before it: "khách tăng 7%, trong khi cùng kỳ
    con số này lên đến | 29%"."""
    if before is None or before.role != "change" or quantity.kind != "percent" or before.quantity.kind != "percent":
        return False
    index = cue - 1
    while index > before.place and (items[index].kind == "word" or items[index].low == ","):
        index -= 1
    return index > before.place and items[index].is_same_period and items[index - 1].low in phrase_words().opposed


def earlier_level(items: list[Item], place: int, quantity: Quantity, cue: int, before: Figure | None) -> Figure:
    """ "(cùng kỳ năm trước là 6,7 triệu lượt)": the baseline value, or an earlier growth beside a growth."""
    if before is not None and before.role == "change" and before.quantity.kind == quantity.kind:
        return Figure(place, quantity, "earlier", EARLIER_RULE, cue, before.direction)
    return Figure(place, quantity, "baseline_value", "role.baseline.period", cue)


def is_growth_of(draft: Draft, quantity: Quantity) -> bool:
    """Whether a percentage in a bracket is an earlier growth of what grew: "GDP tăng 7% so với năm 2017 (6,8%)".

    Behind a rate that changed it is its earlier level: "tỷ lệ hộ nghèo giảm 4,4 điểm % so với năm 2017 (30,4%)".
    """
    change = draft.changes[-1].quantity
    if draft.role != "growth" or quantity.kind != "percent" or (change is not None and change.kind == "pp"):
        return False
    return not any(
        phrase_at(draft.sentence.items, index, draft.subject[1], phrase_words().level_rate)
        for index in range(*draft.subject)
    )


def moves_straight(items: list[Item], place: int) -> bool:
    """Whether a bare number leads right to the level that it became: "Yên Kỳ (38 | lên 241 ha)"."""
    if place + 2 >= len(items) or items[place + 1].low not in phrase_words().toward:
        return False
    number, level = items[place].quantity, items[place + 2].quantity
    if number is None or level is None or number.unit is not None or number.hint or number.of is not None:
        return False
    return level.unit is not None and level.unit.kind in {*AMOUNTS, *PRICES, *PERCENTS}


def more_than(items: list[Item], place: int, quantity: Quantity, start: int) -> Figure | None:
    """ "hơn cùng kỳ 9,7%", "hơn đầu năm 510 tỷ đồng": a rise, or None."""
    index = place - 1
    while index > start and items[index].role in {"soft", "aux"}:
        index -= 1
    if index <= start or items[index].kind != "period" or items[index - 1].low != phrase_words().more:
        return None
    return Figure(place, quantity, "change", "role.change.more", index - 1, "up")
