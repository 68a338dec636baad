"""What a comparative names before its amount or level: "thấp hơn | nước láng giềng | 32%"."""

from __future__ import annotations

from vnreport.assembly.changes.multiplied import FORMER_ROW, NORM_RULE, OTHER_RULE
from vnreport.assembly.changes.outdone import direction_of
from vnreport.assembly.sentences.clauses import TIME_ROW
from vnreport.assembly.sentences.cue_roles import REACHING
from vnreport.assembly.sentences.drafts import BaselineDraft, Change, Draft
from vnreport.assembly.sentences.items import PASSING, Item, holds_phrase
from vnreport.assembly.sentences.phrase_ends import LABEL_END
from vnreport.grammar.values import PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# Rules of what a comparative names before its amount.
OTHER_RULES = frozenset({OTHER_RULE, NORM_RULE})
# The role of what was foreseen: "vượt mức | dự báo | 8 tỷ USD".
FORECAST = "forecast"
# Words between "thấp hơn" and its amount that name what is compared.
MOST_OTHER = 9


def kind_of(named: list[Item]) -> tuple[str, str]:
    """The kind of what a comparative names before its amount, a time, a plan or another thing, and the rule."""
    rows, words = [item.row for item in named], phrase_words()
    if rows[0] == TIME_ROW or FORMER_ROW in rows:
        return "period", OTHER_RULE
    if holds_phrase(named, words.norm):
        return "target", NORM_RULE
    planned = any(item.role in {"target_noun", FORECAST} for item in named) or named[-1].low == words.assigned
    return "target" if planned else "entity", OTHER_RULE


def named_end(items: list[Item], index: int) -> int | None:
    """Where the words of "thấp hơn nước láng giềng 32%" end that a comparative names before its amount, or None."""
    level_noun, copula = phrase_words().level_noun, phrase_words().copula
    if not direction_of(items[index]):
        return None
    for place in range(index + 1, min(index + MOST_OTHER + 2, len(items))):
        item = items[place]
        if item.kind == "quantity" or item.low in {"(", copula, LABEL_END} or _leads(items, place):
            return items[place - 1].end if place > index + 1 else None
        if item.kind == "period" and place > index + 1:
            continue
        opens = item.low == level_noun or item.low in phrase_words().average
        passed = item.role in {"soft", "aux", "tense"} and (place > index + 1 or opens)
        passed = passed or item.low in phrase_words().average
        if item.kind != "word" and not passed and item.role != FORECAST:
            return None
    return None


def _leads(items: list[Item], place: int) -> bool:
    """Whether the item leads straight to an amount."""
    return items[place].role in REACHING and place + 1 < len(items) and items[place + 1].kind == "quantity"


def time_behind(items: list[Item], end: int) -> PeriodMention | None:
    """The time of the level behind what a comparative names up to offset `end`: "mức lỗ | 58 tỷ đồng của năm trước"."""
    place = next(index for index, item in enumerate(items) if item.start >= end)
    while place < len(items) and items[place].kind != "quantity":
        place += 1
    told = place + 2 < len(items) and items[place + 1].low == phrase_words().of
    return items[place + 2].period if told else None


def repeat_others(changes: list[tuple[Change, Draft]], own: dict[int, BaselineDraft], items: list[Item]) -> None:
    """Gives comparatives that name nothing what the one before them named: "cao hơn lương tối thiểu 40% (vùng I | cao
    hơn 36%)"."""
    other = None
    for change, _ in changes:
        mine = own.get(change.place)
        if mine is not None:
            other = mine if mine.rule in OTHER_RULES and mine.kind != "period" else None
        elif other is not None and _is_comparative(items, change.place):
            own[change.place] = other


def _is_comparative(items: list[Item], place: int) -> bool:
    """Whether a comparative stands right before the amount: "cao hơn gần | 5%"."""
    index = place - 1
    while index >= 0 and items[index].role in PASSING:
        index -= 1
    return index >= 0 and items[index].low.endswith(phrase_words().more)
