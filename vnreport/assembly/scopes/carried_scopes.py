"""Scopes that go on: to the next figures of a sentence, and to sentences that tell more of who was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnreport.assembly.scopes.scopes import ScopeNames
from vnreport.assembly.sentences.drafts import TABLE, Draft, Phrase, SentenceItems, by_sentence
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import deed_at, has_capital, phrase_at
from vnreport.assembly.sentences.topics import name_of, unit_kind
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.text.syllables import is_syllable

# Former figures that are looked at for the same thing measured.
MOST_FORMER = 8
# Kinds of blocks that tell of no one sentence before.
APART = frozenset({"headline", TABLE})
# The rule of the scopes that another sentence told.
CARRIED_RULE = "scope.carried"
# The rule of those that the name of a figure before tells: "tổng tài sản của Ngân hàng Sao Mai đạt …, cho vay đạt …".
OWNED_RULE = "scope.owner"
# Scopes that go on to the next figures of a sentence: who acts, and where; not the part that a share is about.
LASTING_SCOPES = frozenset({"scope.actor", "scope.place", "scope.subject", OWNED_RULE})
# Scopes that go on to other sentences.
GOING_ON = LASTING_SCOPES | {CARRIED_RULE}


def share_scopes(drafts: Sequence[Draft], names: ScopeNames) -> None:
    """A figure with no scope of its own has its sentence's: of the whole it is part of, or of the figure before.

    A sentence without a subject goes on with who acted in the one before: "Đã cấp 35 nghìn phiếu", "Trong đó có 9 xã".
    """
    for before, draft in zip(drafts, drafts[1:], strict=False):
        if draft.sentence is not before.sentence and (draft.scope or not _goes_on(before.sentence, draft)):
            continue
        source = draft.parent if draft.parent is not None and draft.parent.scope else before
        shared = [phrase for phrase in source.scope if phrase.rule in LASTING_SCOPES]
        if not source.scope and draft.sentence is before.sentence:
            shared = _owner(before, source, draft, names)
        if not draft.scope:
            draft.scope = shared
        elif _is_whole_beside(before, draft):
            draft.scope += [phrase for phrase in shared if is_name(phrase)]


def _owner(before: Draft, source: Draft, draft: Draft, names: ScopeNames) -> list[Phrase]:
    """Whom the name of `source` says it is of, where the draft behind tells nobody: "vốn của Quỹ A 9 tỷ, nợ 2 tỷ"."""
    if any(item.is_name for item in draft.sentence.items[before.place : draft.place]) or names.owner(draft) is not None:
        return []
    owner = names.owner(source)
    return [] if owner is None or not is_name(owner) else [replace(owner, rule=OWNED_RULE)]


def _is_whole_beside(before: Draft, draft: Draft) -> bool:
    """Whether the draft is the share of the figure before it, and only that one's name tells of whom."""
    return before.indicator is not None and [phrase.text for phrase in draft.scope] == [before.indicator.text]


def _goes_on(before: SentenceItems, draft: Draft) -> bool:
    """Whether the draft's sentence has no subject and follows the one before it."""
    sentence = draft.sentence
    if before.block == "headline" or sentence.block != before.block or sentence.block_index > before.block_index + 1:
        return False
    items, words, place = sentence.items, phrase_words(), draft.place
    first = next((index for index, item in enumerate(items) if item.kind != "punct"), place)
    is_part = _elaborates(items, first)
    if is_part:
        first = next((index for index in range(first + 1, place) if items[index].kind != "punct"), place)
    if first >= place:
        return is_part
    if items[first].role in {"tense", "have"} and is_part:
        return True
    return items[first].low != words.have and _acts(items, first + (items[first].role == "tense"), place)


def _acts(items: Sequence[Item], index: int, place: int) -> bool:
    """Whether a verb of doing or "có" stands at the item."""
    words = phrase_words()
    if index >= place or items[index].low in words.closer | words.no_noun:
        return False
    if phrase_at(items, index, place, words.urging, words.saying) or has_capital(items[index + 1]):
        return False
    return items[index].role == "have" or (not items[index].role and deed_at(items, index, place))


def carry_scopes(drafts: Sequence[Draft], names: ScopeNames) -> None:
    """A figure that names nobody is of whom the figure was that it breaks down, or that measured the same before.

    "Thu của tỉnh là 9 tỷ đồng. Trong đó, thuế đạt 7 tỷ đồng.", "Huyện có 31 ca sởi. Số ca sởi giảm 5 ca."
    """
    former: list[Draft] = []
    for told in by_sentence(drafts):
        if former and not _is_near(former[-1].sentence, told[0].sentence):
            former = []
        for before, draft in zip((None, *told), told, strict=False):
            if former and not is_named(draft) and names.owner(draft) is None:
                draft.scope += _carried(draft, before, former, names)
        former = [*former, *told][-MOST_FORMER:]


def _carried(draft: Draft, before: Draft | None, former: Sequence[Draft], names: ScopeNames) -> list[Phrase]:
    """The scopes that a figure has of a former sentence's; `before` is the figure before it in its own."""
    if _breaks_down(draft):
        return _told(former[-1], draft, names)
    if before is not None and not _is_carried(before) or names_other(draft):
        return []
    source = _alike(draft, former)
    return [] if source is None else _told(source, draft, names)


def _told(source: Draft, draft: Draft, names: ScopeNames) -> list[Phrase]:
    """The names in the scopes of a former draft, or whom its name says it is of, that the draft does not tell itself.

    A part is none: "CPI nhóm giao thông" is no scope of the CPI.
    """
    phrases = [phrase for phrase in source.scope if phrase.rule in GOING_ON and is_name(phrase)]
    owner = None if phrases else names.owner(source)
    phrases = phrases if owner is None else [owner]
    said = " ".join(phrase.text.lower() for phrase in (draft.indicator, *draft.scope) if phrase is not None)
    return [replace(phrase, rule=CARRIED_RULE) for phrase in phrases if phrase.text.lower() not in said]


def is_name(phrase: Phrase) -> bool:
    """Whether a phrase has a name in it, or means all of a place: "cả nước", "toàn tỉnh".

    A capital at its start may only open a sentence ("Nhà hát"), but not one of a foreign word or an acronym.
    """
    first, *others = phrase.text.split()
    if first in phrase_words().whole or any(word[0].isupper() for word in others):
        return True
    return first[0].isupper() and not is_syllable(first.lower())


def _is_carried(draft: Draft) -> bool:
    return any(phrase.rule == CARRIED_RULE for phrase in draft.scope)


def names_other(draft: Draft) -> bool:
    """Whether a name stands before the figure in its sentence, behind what only says who told it."""
    items = draft.sentence.items
    first = next((n for n, item in enumerate(items) if item.low == ","), 0) if items[0].role == "source" else 0
    opener = items[first]
    if has_capital(opener) and not opener.is_name:
        return True
    return any(item.is_name for item in items[first + 1 : draft.place])


def _is_near(before: SentenceItems, sentence: SentenceItems) -> bool:
    """Whether a sentence stands in the paragraph of another or in the one behind it."""
    near = before.block == sentence.block and sentence.block_index <= before.block_index + 1
    return near and before.block not in APART


def is_named(draft: Draft) -> bool:
    """Whether a scope of the draft has a name in it."""
    return any(word[0].isupper() for phrase in draft.scope for word in phrase.text.split())


def names_nobody(draft: Draft, start: int, names: ScopeNames) -> bool:
    """Whether neither a scope of the draft, nor its name, nor a word from the offset to the figure names anybody."""
    items = draft.sentence.items[: draft.place]
    apart = any(item.is_name for item in items if item.start >= start)
    return not apart and not is_named(draft) and names.owner(draft) is None


def _breaks_down(draft: Draft) -> bool:
    """Whether the draft's sentence tells more of the figures before: "Trong đó", "Cụ thể"."""
    return bool(draft.sentence.items) and _elaborates(draft.sentence.items, 0)


def _elaborates(items: Sequence[Item], index: int) -> bool:
    """Whether a cue that tells more of the figures before stands at the item, and not "trong số 90 hộ"."""
    words, item = phrase_words(), items[index]
    if item.role != "part" or not item.low.startswith(words.elaborating):
        return False
    counts = index + 1 < len(items) and item.low.split()[-1] in words.counter
    return not counts or items[index + 1].kind != "quantity"


def _alike(draft: Draft, former: Sequence[Draft]) -> Draft | None:
    """The last former draft that measured the same, or went on with the one it breaks down; None for none."""
    words = _words(draft)
    for other in reversed(former):
        theirs = _words(other)
        if words and theirs and (unit_kind(draft) or unit_kind(other)) == (unit_kind(other) or unit_kind(draft)):
            goes_on = _is_carried(other) and other is former[-1]
            if set(words) <= set(theirs) or (goes_on and words[0] == theirs[0]):
                return other
    return None


def _words(draft: Draft) -> list[str]:
    """The words of the draft's name that say what is measured: all but "tổng số"."""
    text = name_of(draft)
    return [word for word in text.split() if word not in phrase_words().counter]
