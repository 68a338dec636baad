"""Statuses that go on from one sentence to the next: the rest of a list, and what spells out a plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vnreport.assembly.sentences.drafts import TO_COME, Draft, SentenceItems, by_sentence
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.topics import unit_code
from vnreport.lexicon.phrase_words import phrase_words

CARRIED_RULE = "status.carried"
# Characters between two sentences that stand next to each other: a line break and a sign of a list.
NEXT = 6
# Roles of cues that tell of who reports, and of times that are over: facts follow.
REPORTED = frozenset({"report", "source"})
LIST = "list_item"
# Signs that end a list.
ENDS = frozenset(";.()")


def carry_statuses(drafts: Sequence[Draft], reference: date | None) -> None:
    """Gives the figures of a sentence without a word of its own the target or forecast that the one before tells.

    It goes on with the one before as the next item of a list, with words and a unit of it ("phí với xe loại 3 …", "Xe
    loại 4 …"), or with "cụ thể", "trong đó"; a word of what was done or reported, or a time gone by, ends it.
    """
    before: list[Draft] = []
    for group in by_sentence(drafts):
        _carry_lists(group)
        status = before[-1].status if before else ""
        goes_on = status in TO_COME and _goes_on(before, group)
        goes_on = goes_on or (status == "estimate" and _breaks_down(before[-1].sentence, group[0].sentence))
        if goes_on and all(_is_open(draft, reference) for draft in group):
            for draft in group:
                draft.status = status
                draft.rules["status"] = (CARRIED_RULE, None, None)
        before = group


def _carry_lists(group: Sequence[Draft]) -> None:
    """Gives the next changes of a list what "sẽ" tells of the first: "giá A sẽ tăng 12%, giá B tăng 6%"."""
    for before, draft in zip(group, group[1:], strict=False):
        if before.status not in TO_COME or draft.status != "actual" or "status" in draft.rules:
            continue
        if before.quantity is not None or draft.quantity is not None or unit_of(before) != unit_of(draft):
            continue
        between = draft.sentence.items[before.place + 1 : draft.place]
        ends = phrase_words().done | phrase_words().opposed
        if not any(item.role == "tense" or item.low in ENDS or item.low in ends for item in between):
            draft.status = before.status
            draft.rules["status"] = (CARRIED_RULE, None, None)


def unit_of(draft: Draft) -> str:
    """The unit of the draft's first change."""
    amount = draft.changes[0].quantity if draft.changes else None
    return amount.code if amount is not None else ""


def _goes_on(earlier: Sequence[Draft], group: Sequence[Draft]) -> bool:
    """Whether the sentence of `group` goes on with that of `earlier` right before it and tells of nothing done."""
    before, sentence, words = earlier[-1].sentence, group[0].sentence, phrase_words()
    items = sentence.items
    if sentence.start - before.end > NEXT or len(items) < 2 or len(before.items) < 2:
        return False
    if any(item.role in REPORTED or item.low in words.done for item in items):
        return False
    if before.block == sentence.block == LIST:
        return True
    if items[0].low in words.spelling_out:
        return True
    units = {unit_code(draft) for draft in group} & {unit_code(draft) for draft in earlier}
    return bool(units - {""}) and _begins_within(sentence, before.items)


def _breaks_down(before: SentenceItems, sentence: SentenceItems) -> bool:
    """Whether the sentence is an item of the list that the one right before it opens with ":" or belongs to."""
    if sentence.start - before.end > NEXT or sentence.block != LIST or not before.items:
        return False
    if any(item.low in phrase_words().done for item in sentence.items):
        return False
    return before.block == LIST or before.items[-1].low == ":"


def _begins_within(sentence: SentenceItems, before: Sequence[Item]) -> bool:
    """Whether the two words that a sentence opens with stand in the one before, as no name."""
    first, second = sentence.items[:2]
    if first.kind != "word" or second.kind != "word" or sentence.text[second.start].isupper():
        return False
    return any(one.low == first.low and two.low == second.low for one, two in zip(before, before[1:], strict=False))


def _is_open(draft: Draft, reference: date | None) -> bool:
    """Whether nothing tells the status of the figure: no word, and no time of its own that is over."""
    if draft.status != "actual" or "status" in draft.rules:
        return False
    ends = draft.period.last if draft.period is not None and "period" not in draft.inherited else None
    return ends is None or reference is None or ends > reference
