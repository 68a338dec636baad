"""What cases and their victims are of: "27 vụ ngộ độc thực phẩm, 849 người mắc", "Với bệnh sởi, … 5 ca"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.scopes.scopes import NAMING_RULES
from vnreport.assembly.sentences.drafts import SUMMED_RULE, TABLE, Draft, Phrase, SentenceItems, by_sentence
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.lexicon.phrase_words import phrase_words

MATTER_RULE = "scope.matter"
# The sort of unit rows of events.
EVENTS = "event."
# Syllables that a matter has at least ("sởi" may be a piece of a name), and those of a count that tells no matter.
SHORTEST_MATTER, LONGEST_BARE = 2, 4
# Syllables of the longest name that a matter completes ("người bị thương"), and of the longest matter that does.
LONGEST_VICTIM, LONGEST_JOINED = 3, 4


def add_matters(drafts: Sequence[Draft]) -> None:
    """Adds to counts of cases and of whom they befell what these are of, where their paragraph told it before."""
    matter: Phrase | None = None
    before: SentenceItems | None = None
    for told in by_sentence(drafts):
        sentence = told[0].sentence
        if before is None or sentence.block == TABLE or not sentence.shares_paragraph(before):
            matter = None
        before = sentence
        matter, sibling = _opened(told[0]) or matter, None
        for draft in told:
            named = _named(draft) if matter is None or "indicator" not in draft.inherited else None
            if named is not None and draft.parent is not None:
                # "18 vụ tai nạn, gồm 10 vụ trên quốc lộ và 8 vụ va chạm, làm 4 người chết": of all accidents.
                whole: Phrase | None = _named(draft.parent) if sibling is draft.parent else None
                matter, sibling = whole or named, draft.parent
            else:
                matter = named or matter
            if matter is not None and named is None and _is_bare(draft):
                _add(draft, matter)
                sibling = None


def _add(draft: Draft, matter: Phrase) -> None:
    said = " ".join(phrase.text.lower() for phrase in (draft.indicator, *draft.scope) if phrase is not None)
    if matter.text.lower() in said:
        return
    draft.scope.append(matter)
    name = draft.indicator
    size = 0 if name is None else len(name.text.split())
    if name is not None and size <= LONGEST_VICTIM and len(matter.text.split()) <= LONGEST_JOINED:
        draft.indicator = name.joined(matter, name.rule)


def _opened(draft: Draft) -> Phrase | None:
    """What a sentence opens by saying it is about: "Với bệnh sởi, …"; None for no such words."""
    items = draft.sentence.items
    if not items or items[0].low not in phrase_words().matter_opener:
        return None
    stop = next((index for index in range(1, draft.place) if items[index].low == ","), 0)
    phrases = [phrase for phrase in draft.scope if phrase.rule.startswith(NAMING_RULES) and len(phrase.parts) == 1]
    opening = range(items[0].start, items[stop].start + 1)
    found = next(
        (phrase for phrase in phrases if phrase.parts[0][0] in opening and phrase.parts[0][1] in opening), None
    )
    if found is None and stop and items[1].low in phrase_words().ailment:
        found = phrase_of(draft, items, (1, stop), MATTER_RULE)
    return found and Phrase(found.text, found.parts, MATTER_RULE)


def _named(draft: Draft) -> Phrase | None:
    """What the cases are of that the draft counts: "vụ | ngộ độc thực phẩm", "ca mắc | sốt xuất huyết"."""
    phrase, words = draft.indicator, phrase_words()
    if phrase is None or unit_kind(draft) != "count" or ("indicator" in draft.inherited and not _counts_events(draft)):
        return None
    if len(phrase.parts) != 1:
        if phrase.rule != SUMMED_RULE:
            return None
        # "vụ cháy rừng | Lâm Đồng", a part of "9 vụ cháy rừng"
        phrase = Phrase(draft.sentence.text[slice(*phrase.parts[0])], phrase.parts[:1], phrase.rule)
    syllables = phrase.text.lower().split()
    place = next((size for size in (2, 1) if " ".join(syllables[:size]) in words.case), 0)
    if not place:
        return None
    while place < len(syllables) and syllables[place] in words.befalling:
        place += 1
    rest = phrase.text.split()[place:]
    if len(rest) < SHORTEST_MATTER or any(word in words.victim for word in syllables[place:]):
        return None
    if syllables[place] in words.told:
        # "ca mắc | đang điều trị"
        return None
    text = " ".join(rest)
    start = phrase.parts[0][1] - len(text)
    if draft.sentence.text[start : phrase.parts[0][1]] != text:
        return None
    return Phrase(text, ((start, phrase.parts[0][1]),), MATTER_RULE)


def _counts_events(draft: Draft) -> bool:
    """Whether what is counted are events, rather than who came or was found: "vụ", but no "trường hợp"."""
    unit = draft.quantity.unit if draft.quantity is not None else None
    return unit is not None and unit.row.startswith(EVENTS)


def _is_bare(draft: Draft) -> bool:
    """Whether a draft counts cases, or whom they befell, and its name says no more: "ca tử vong", "người mắc"."""
    if draft.indicator is None or unit_kind(draft) != "count":
        return False
    words = phrase_words()
    syllables = [word for word in draft.indicator.text.lower().split() if word not in words.counter]
    told = any(word in words.victim or word in words.befalling for word in syllables)
    told = told or any(f"{one} {two}" in words.victim for one, two in zip(syllables, syllables[1:], strict=False))
    return told and len(syllables) <= LONGEST_BARE
