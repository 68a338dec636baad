"""The time of another level right behind a comparative: "cao hơn | năm trước", "thấp hơn thời điểm | đầu năm"."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.clauses import EQUALS_ROW, TIME_ROW
from vnreport.assembly.sentences.items import CHANGES, MOVES, PASSING, Item
from vnreport.grammar.values import PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# Items between a multiple or a change and the period that it is against.
MOST_MULTIPLE = 5
# The shape of a mention of one day.
DAY = "day"


def eve_of(items: list[Item], index: int) -> PeriodMention | None:
    """The period behind a comparative; of a year's beginning the eve: "thấp hơn thời điểm | đầu năm"."""
    mention = items[index].period
    if mention is None or mention.edge != "start" or mention.shape != "year" or not leads_to_time(items[index - 1]):
        return mention
    return replace(mention, edge="eve")


def leads_to_time(item: Item) -> bool:
    """Whether the item may stand between a comparative and the time of the other level: "thấp hơn | thời điểm"."""
    return item.low in {phrase_words().level_noun, phrase_words().of} or item.row == TIME_ROW


def is_passed(items: list[Item], index: int) -> bool:
    """Whether the period stands right behind a comparative: "cao hơn năm trước", "hơn cùng kỳ 9,7%".

    From or until when a change holds is none: "giá xăng giảm từ 15h chiều nay", "tiến độ lùi đến năm 2030".
    """
    mention = items[index].period
    if mention is None or mention.open_end or mention.as_of:
        return False
    if items[index - 1].low == phrase_words().companion and items[index - 2].kind == "quantity":
        # "tăng 6,3% | với năm trước"
        return any(item.role in CHANGES for item in items[max(0, index - 2 - MOST_MULTIPLE) : index - 2])
    if items[index - 1].row == EQUALS_ROW or items[index - 1].low in phrase_words().alike:
        # "đạt 4 tỷ đồng, tương đương | năm 2024"
        return index + 1 == len(items) or items[index + 1].kind == "punct" or _changes_on(items, index + 1)
    if items[index - 1].role in CHANGES:
        return items[index - 1].low not in phrase_words().growth_noun and not _tells_when(items[index - 1], mention)
    cue = index - 1
    while cue > 0 and leads_to_time(items[cue]):
        cue -= 1
    if cue < index - 1 and items[cue].role in CHANGES:
        # "thấp hơn | thời điểm | đầu năm 2018"
        return items[cue].low.endswith(phrase_words().more)
    following = items[index + 1] if index + 1 < len(items) else None
    if items[index - 1].low != phrase_words().more:
        return False
    return mention.shape == "previous" or (following is not None and following.kind == "quantity")


def _changes_on(items: list[Item], index: int) -> bool:
    """Whether "và" at `index` joins one more change: "tương đương năm 2015 | và bằng 25% so với năm 2012"."""
    after = index + 1
    while after < len(items) and items[after].role in PASSING:
        after += 1
    return items[index].role == "conjunction" and after < len(items) and items[after].role in MOVES | {"ratio", "times"}


def _tells_when(cue: Item, mention: PeriodMention) -> bool:
    """Whether the day behind a verb of change is when it changed: "giá xăng | tăng ngày 6/10", but "hơn ngày 5/10"."""
    words = phrase_words()
    compares = cue.low.endswith(words.more) or cue.low.startswith(words.passing)
    return not compares and mention.shape == DAY


def names_one(said: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands in what is said as whole words."""
    return any(f" {phrase} " in f"{said} " for phrase in phrases)


def is_earlier_time(said: str) -> bool:
    """Whether a baseline is an earlier time without a date: "trước đó", "lần trước", "trước", "trước Tết"."""
    words = phrase_words()
    before = words.earlier[0].split()[0]
    return names_one(said, words.earlier) or said.endswith(f" {before}") or said.startswith(f" {before} ")
