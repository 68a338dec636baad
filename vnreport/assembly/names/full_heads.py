"""Names that are but one general word, told in full elsewhere: "thu" where the text tells of "thu ngân sách"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vnreport.assembly.sentences.drafts import Draft, Phrase, SentenceItems
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import phrase_size, verb_size
from vnreport.lexicon.phrase_words import phrase_words

FULL_RULE = "indicator.head.told"
# How often a text tells of the word in full at least.
OFTEN = 2


def fill_heads(drafts: Sequence[Draft], sentences: Sequence[SentenceItems]) -> None:
    """Names drafts in full whose name is a general word alone, by what the text most often tells of with it."""
    words = phrase_words().general_head
    named = [(draft, draft.indicator.text.lower()) for draft in drafts if draft.indicator is not None]
    bare = [(draft, name) for draft, name in named if name in words]
    if not bare:
        return
    told: dict[str, Counter[str]] = {}
    places: dict[str, Phrase] = {}
    for sentence in sentences:
        for head, phrase in _told(sentence):
            name = phrase.text.lower()
            told.setdefault(head, Counter())[name] += 1
            places.setdefault(name, phrase)
    for draft, head in bare:
        most = told.get(head, Counter()).most_common(1)
        if most and most[0][1] >= OFTEN:
            draft.indicator = places[most[0][0]]


def _told(sentence: SentenceItems) -> list[tuple[str, Phrase]]:
    """The general words of a sentence that another word follows, each with that."""
    items, found = sentence.items, []
    for index in range(len(items)):
        size = phrase_size(items, index, len(items), phrase_words().general_head)
        if not size:
            continue
        first = index + size
        last = first + 1
        while last < len(items) and items[last].is_inner:
            last += 1
        if _names(items, first, last):
            start, end = items[index].start, items[last - 1].end
            head = " ".join(item.low for item in items[index:first])
            found.append((head, Phrase(sentence.text[start:end], ((start, end),), FULL_RULE)))
    return found


def _names(items: list[Item], first: int, last: int) -> bool:
    """Whether the word behind a general one says what it is of, and does not go on with the clause."""
    if first >= len(items) or any(item.kind != "word" for item in items[first:last]):
        return False
    words = phrase_words()
    known = words.preposition | words.closer | words.scope_opener | words.degree | words.place | words.demonstrative
    if items[first].low in known:
        return False
    return not verb_size(items, first, last)
