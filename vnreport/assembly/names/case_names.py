"""What cases with no words of their own are of: the deed of those told beside them, or the accidents told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnreport.assembly.names.bare_nouns import BareCount
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.shared_deeds import DEED_RULE
from vnreport.assembly.names.told_heads import silent_before
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.sentences.links import is_count
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.predicates import opens_predicate
from vnreport.assembly.sentences.scope_words import LONGEST_PHRASE, phrase_size, verb_size
from vnreport.assembly.sentences.topics import MOST_BACK
from vnreport.lexicon.phrase_words import phrase_words

ACCIDENT_RULE = "indicator.count.accident"


def persons_deed(naming: Naming, bare: BareCount) -> Phrase | None:
    """The cases or households with what the persons counted right behind them do: "bắt 6 vụ, 9 đối tượng | buôn lậu",
    "80 hộ với 300 nhân khẩu | có nguy cơ đói"; None without.

    What befell victims is not what the cases are of: "8 vụ, 3 người chết".
    """
    draft, items, words = naming.draft, naming.items, phrase_words()
    beside = draft.place + 2
    if bare.noun.lower() not in words.holding_persons or beside >= len(items) or not is_count(items[beside]):
        return None
    other = items[beside].quantity
    if other is None or other.code not in words.involved or items[beside - 1].low not in {",", words.companion}:
        return None
    first, last = beside + 1, right_stop(items, beside)
    if last <= first or phrase_size(items, first, last, words.victim):
        return None
    has = items[first].low.partition(" ")[0] == words.have
    if not has and not opens_predicate(items, first) and not verb_size(items, first, last):
        return None
    return bare.phrase.joined(phrase_of(draft, items, (first, last), DEED_RULE), DEED_RULE)


def of_accident(naming: Naming, bare: BareCount) -> Phrase | None:
    """The cases with the accidents that were told of last, before them in the sentence or, where victims are counted
    behind them, in one before: "| Tai nạn giao thông | tăng, xảy ra 15 vụ"; None without."""
    draft, items, words, noun = naming.draft, naming.items, phrase_words(), bare.noun.lower()
    if bare.lent or noun != words.accident_case or (bare.known is not None and bare.known.text.lower() != noun):
        return None
    found = _last_accident(items[: draft.place])
    if found is None and holds_phrase(items[draft.place + 1 :], words.victim):
        found = next(filter(None, map(_last_accident, _told_before(naming))), None)
    if found is None:
        return None
    return bare.phrase.joined(Phrase(draft.sentence.text[slice(*found)], (found,), ACCIDENT_RULE), ACCIDENT_RULE)


def _told_before(naming: Naming) -> Iterator[Sequence[Item]]:
    """The items of the sentences before, the last first."""
    yield from silent_before(naming)
    seen = naming.draft.sentence
    for other in reversed(naming.topics.values[-MOST_BACK:]):
        if other.sentence is not seen:
            seen = other.sentence
            yield seen.items


def _last_accident(items: Sequence[Item]) -> tuple[int, int] | None:
    """Where the last accident stands that the items name; None without one."""
    for index in range(len(items) - 1, -1, -1):
        size = phrase_size(items, index, min(len(items), index + LONGEST_PHRASE), phrase_words().accident)
        if size:
            return items[index].start, items[index + size - 1].end
    return None
