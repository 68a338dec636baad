"""What "sẽ" tells of the figures behind it: what is foreseen, what someone undertakes, or what is set already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vnreport.assembly.sentences.items import Item
from vnreport.lexicon.phrase_words import phrase_words

# The lexicon row of "sẽ".
FUTURE_ROW = "word.future"
# Syllables behind "sẽ" that are looked at, and those of the longest verb.
MOST_VERB, LONGEST = 6, 4
# The role of words of foretelling: "dự kiến".
FORETELLING = "forecast"


def future_role(syllables: Sequence[str]) -> str:
    """`coming` for what is foreseen ("sẽ tăng"), `undertaken` for a plan ("sẽ xây"), "" for what is set ("sẽ xét xử").

    `syllables` are those behind "sẽ".
    """
    words, first = phrase_words(), 0
    while True:
        heads = [" ".join(syllables[first : first + size]) for size in range(LONGEST, 0, -1)]
        if any(head in words.relating for head in heads):
            return ""
        if any(head in words.undertaking for head in heads):
            return "undertaken"
        passed = next((head for head in heads if head in words.before_verb), None)
        if passed is None:
            return "coming"
        first += len(passed.split())


def tells_future(items: Iterable[Item]) -> bool:
    """Whether "sẽ" stands among the items."""
    return any(item.row == FUTURE_ROW for item in items)


def foretells(items: Iterable[Item]) -> bool:
    """Whether "sẽ" or a word of foretelling stands among the items: "dự kiến"."""
    return any(item.row == FUTURE_ROW or item.role == FORETELLING for item in items)
