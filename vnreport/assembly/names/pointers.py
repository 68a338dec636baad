"""Ends of names that only point back to whose the figure is: "tổng dư nợ | của lĩnh vực này"."""

from __future__ import annotations

from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.phrases import add_scope
from vnreport.lexicon.phrase_words import phrase_words

RULE = "scope.pointed"
# Items of the longest words that only point back: "các mặt hàng này".
LONGEST_POINTER = 5


def cut_pointer(draft: Draft) -> None:
    """Cuts the words that only say whose the figure is, as told before, off the end of its name; they are a scope."""
    name, words, items = draft.indicator, phrase_words(), draft.sentence.items
    if name is None or not name.parts:
        return
    begin, end = name.parts[-1]
    inside = [index for index, item in enumerate(items) if begin <= item.start and item.end <= end]
    if not inside or items[inside[-1]].low not in words.demonstrative:
        return
    first = next((index for index in reversed(inside[1:]) if items[index].low == words.of), None)
    if first is None or not 1 < inside[-1] - first <= LONGEST_POINTER:
        return
    cut = items[first - 1].end
    pointed = draft.sentence.text[cut:end]
    if any(item.kind != "word" for item in items[first + 1 : inside[-1]]) or not name.text.endswith(pointed):
        return
    draft.indicator = Phrase(name.text[: -len(pointed)], (*name.parts[:-1], (begin, cut)), name.rule)
    add_scope(draft, items, (first + 1, inside[-1] + 1), RULE)
