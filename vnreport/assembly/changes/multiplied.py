"""What a multiple is of, right behind it: "gấp 4 lần trồng lúa", "gấp đôi mức khuyến cáo"."""

from __future__ import annotations

from vnreport.assembly.changes.roles import FOLD_ROW
from vnreport.assembly.sentences.clauses import TIME_ROW
from vnreport.assembly.sentences.drafts import BaselineDraft
from vnreport.assembly.sentences.items import PASSING, PLANS, Item, holds_phrase
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

# The lexicon row of "trước đây", "hiện hành": the baseline is the time before the change.
FORMER_ROW = "plain.former"
# The rule of another thing that a multiple or a comparative is set against.
OTHER_RULE = "baseline.other"
# The rule of a baseline that is kept to at any time: its plan is of no year.
NORM_RULE = "baseline.norm"


def multiplied(items: list[Item], place: int) -> BaselineDraft | None:
    """The other thing that a multiple is of, right behind it: "gấp 4 lần trồng lúa", "gấp đôi mức khuyến cáo"; the
    usual time behind any amount: "tăng 30% | ngày thường"."""
    quantity, words = items[place].quantity, phrase_words()
    if size := phrase_size(items, place + 1, len(items), words.usual_time) if place + 1 < len(items) else 0:
        return BaselineDraft("period", None, items[place + 1].start, items[place + size].end, "baseline.multiple")
    if quantity is None or not (FOLD_ROW in quantity.rules or quantity.kind == "times") or place + 1 >= len(items):
        return None
    first, last = items[place + 1], place + 1
    opens = first.kind == "word" or first.role == "have" or first.low in {words.level_noun, *words.average}
    if first.low == words.of and place + 2 < len(items):
        first, last, opens = items[place + 2], place + 2, items[place + 2].kind == "word"
    if first.low.split(" ")[-1] in words.cause:
        return None
    if not opens or first.low in words.preposition | words.closer | words.complement | words.scene:
        return None
    if first.row in {TIME_ROW, FORMER_ROW}:
        return None
    while last < len(items) and items[last].kind not in {"punct", "quantity", "period"}:
        last += 1
    norm = holds_phrase(items[place + 1 : last], words.norm) or any(item.role in PLANS for item in items[place:last])
    levelled = norm or any(item.low in words.average for item in items[place + 1 : last])
    if last < len(items) and items[last].kind != "punct" and not (levelled and items[last].kind == "quantity"):
        return None
    if any(item.row == FORMER_ROW for item in items[place + 1 : last]):
        return None
    if not norm and holds_phrase(items[place + 1 : last], words.earlier):
        return BaselineDraft("period", None, first.start, items[last - 1].end, "baseline.multiple")
    if not norm and _moves(items, place, quantity):
        return None
    start, end = first.start, items[last - 1].end
    return BaselineDraft("target" if norm else "entity", None, start, end, NORM_RULE if norm else OTHER_RULE)


def _moves(items: list[Item], place: int, quantity: Quantity) -> bool:
    """Whether the verb in a multiple has what it multiplies behind it: "tăng gấp đôi | công suất sảnh đón"."""
    source, rise = items[place + 1].words, phrase_words().rise
    if source is not None and source.text[quantity.outer_start : quantity.start].lower().startswith(rise):
        return True
    index = place - 1
    while index > 0 and items[index].role in PASSING:
        index -= 1
    return items[index].role == "up" and items[index].low.startswith(rise)
