"""Baselines right behind a figure: the time of the level before it, whose part it is, days in a bracket."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.changes.bracketed_levels import time_before
from vnreport.assembly.changes.compared_levels import multiple_before
from vnreport.assembly.changes.passed_times import is_earlier_time
from vnreport.assembly.sentences.clauses import PRESENT, TIME_ROW
from vnreport.assembly.sentences.drafts import BaselineDraft
from vnreport.assembly.sentences.governors import governing_cue
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.like_others import like_other
from vnreport.assembly.sentences.moved_levels import leads_to_level, opens_from
from vnreport.grammar.values import HOLIDAY, LUNAR, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# The lexicon row of "hiện nay".
NOW_SAID_ROW = "period.now.said"


def of_another(items: list[Item], index: int) -> BaselineDraft | None:
    """The place or body whose part a ratio is: "chỉ bằng 7% | của Singapore | , 17% của Malaysia"; None for no such."""
    quantity = items[index].quantity
    owner = like_other(items, index) if quantity is not None and quantity.kind in {"percent", "times"} else None
    if owner is None:
        return None
    before = next((item for item in reversed(items[:index]) if item.role == "ratio" or item.low in ";:"), None)
    if before is None or before.role != "ratio":
        return None
    return BaselineDraft("entity", None, items[owner].start, items[owner + 1].end, "baseline.of.entity")


def spelled_out(items: list[Item], index: int, baseline: BaselineDraft) -> BaselineDraft:
    """The baseline with the days that a bracket behind its time gives: "so với dịp lễ năm 2018 | (từ 28/4 đến 2/5)"."""
    if baseline.kind != "period" or baseline.end is None:
        return baseline
    for opened in range(index + 1, len(items) - 2):
        if items[opened].start >= baseline.end:
            told, closed = items[opened + 1].period, items[opened + 2]
            spans = told is not None and (told.shape == "interval" or told.day_to is not None)
            if items[opened].low == "(" and closed.low == ")" and told is not None and spans:
                return replace(baseline, mention=_of_feast(told, baseline.mention), end=items[opened + 1].end)
            break
    return baseline


def _of_feast(told: PeriodMention, feast: PeriodMention | None) -> PeriodMention:
    """The days by the moon that a bracket gives a feast, of its year: "7 ngày nghỉ Tết 2018 (29 Tết - mùng 5)"."""
    if feast is None or feast.shape != HOLIDAY:
        return told
    parts = (
        replace(part, year=feast.year, years_back=feast.years_back, anchor=feast.anchor)
        if part.unit == LUNAR and part.year is None and part.years_back is None
        else part
        for part in told.parts
    )
    return replace(told, parts=tuple(parts))


def after_origin(items: list[Item], place: int) -> BaselineDraft | None:
    """The period of the earlier value of "từ 2,9% vào tháng 12-2016 xuống 2,4%", right behind it."""
    index = place - 1
    while index >= 0 and items[index].role in {"soft", "aux"}:
        index -= 1
    if opens_from(items, place):
        return dated(items, place) or _undated(items, place)
    if index < 0 or items[index].role != "from":
        return None
    moved = bool(index) and (items[index - 1].role in CHANGES or _is_end_of_move(items, index - 1))
    if not leads_to_level(items, place) and not moved:
        return None
    return dated(items, place)


def _is_end_of_move(items: list[Item], place: int) -> bool:
    """Whether the level at `place` is what something rose or fell to: "tăng | lên 1,07% | từ mức 0,85% cuối quý I"."""
    cue = governing_cue(items, 0, place) if items[place].kind == "quantity" else None
    return cue is not None and items[cue].role == "to"


def after_multiple(items: list[Item], place: int) -> BaselineDraft | None:
    """The period of the level that a multiple is of: "gấp 2,5 lần mức 800 nghìn lượt của năm 2023"."""
    return None if multiple_before(items, place) is None else dated(items, place)


def in_bracket(items: list[Item], place: int) -> BaselineDraft | None:
    """The time before that opens the bracket with its price: "200 đồng/lít (| kỳ trước | trích 300 đồng/lít)"."""
    told = time_before(items, place)
    if told is None:
        return None
    return BaselineDraft("period", items[told].period, items[told].start, items[told].end, "baseline.bracket")


def _undated(items: list[Item], place: int) -> BaselineDraft | None:
    """The earlier time without a date that a comma parts from the move: "Từ mức 9 USD | trước Tết |, giá tiêu giảm"."""
    comma = next((index for index in range(place + 1, len(items)) if items[index].kind != "word"), place)
    said = "".join(f" {item.low}" for item in items[place + 1 : comma] if item.row != TIME_ROW)
    if not said or items[comma].low != "," or not is_earlier_time(said):
        return None
    return BaselineDraft("period", None, items[place + 1].start, items[comma - 1].end, "baseline.from")


def dated(items: list[Item], place: int) -> BaselineDraft | None:
    """The past period right behind the level at `place`, or None."""
    after, words = place + 1, phrase_words()
    opening = opens_from(items, place)
    while after < len(items) and (
        items[after].low in {*words.dating, words.of, "("} or (opening and items[after].kind == "word")
    ):
        after += 1
    mention = items[after].period if after < len(items) else None
    if mention is None or (mention.shape in PRESENT and mention.rule != NOW_SAID_ROW):
        return None
    if mention.edge == "start" and mention.shape == "year":
        # "từ 12 tỷ đồng đầu năm lên 15 tỷ đồng" starts from what the year before left.
        mention = replace(mention, edge="eve")
    return BaselineDraft("period", mention, items[after].start, items[after].end, "baseline.from")
