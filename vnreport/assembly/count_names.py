"""Names counts: the counted noun with the words that complete it."""

from __future__ import annotations

from vnreport.assembly.drafts import Draft, Phrase
from vnreport.assembly.items import Item
from vnreport.assembly.naming import LONGEST_ACTOR, Naming
from vnreport.assembly.phrases import add_scope, place_tail
from vnreport.lexicon.phrase_words import phrase_words

LONGEST_VERB = 5
# Cues that end the goods named before a bare noun: "xe nhập khẩu | đã vượt …, đạt 6.755 xe".
PREDICATES = frozenset({"tense", "up", "down", "level"})
# A counted noun of this many syllables says what is counted ("trường hợp tử vong"); a shorter one may lean on the text.
COMPLETE_NOUN = 3


def name_count(naming: Naming, stop: int) -> None:
    """A count: a headed subject of a level verb, the noun with its words, or the noun alone."""
    draft, items, subject, headed = naming.draft, naming.items, naming.subject, naming.headed
    cue = items[draft.cue].role if draft.cue is not None else ""
    has_words = stop > draft.place + 1
    if draft.place and items[draft.place - 1].low == phrase_words().of:
        # "Tổng số lỗ của 10 nhà máy là …": the words before name another figure.
        naming.headed = naming.subject = headed = subject = None
    if (
        headed is not None
        and cue in {"level", "to"}
        and (not has_words or items[headed.first].low != phrase_words().have)
    ):
        naming.set_headed(headed)
    elif has_words:
        unit = draft.quantity.unit if draft.quantity is not None else None
        start = unit.start if unit is not None and unit.end > unit.start else items[draft.place + 1].start
        draft.indicator = place_tail(draft, items, (draft.place, stop), "indicator.counted", start=start)
        if subject is not None and subject[1] - subject[0] <= LONGEST_ACTOR:
            add_scope(draft, items, subject, "scope.actor")
    else:
        _name_bare(naming)


def _name_bare(naming: Naming) -> None:
    """A counted noun with no words after it: "làm chết 19 người", "đường bộ xảy ra 62 vụ"."""
    draft, items, topics, words = naming.draft, naming.items, naming.topics, phrase_words()
    subject, headed = naming.subject, naming.headed
    unit = draft.quantity.unit if draft.quantity is not None else None
    if unit is None:
        return
    lent = unit.start == unit.end
    noun = unit.code if lent else draft.sentence.text[unit.start : unit.end]
    known = topics.known(draft)
    cue = items[draft.cue] if draft.cue is not None else None
    if headed is not None:
        naming.set_headed(headed)
        return
    if subject is not None and unit.kind == "count" and not lent and _is_told(naming, noun, subject, known):
        last = next(
            (index for index in range(subject[0] + 1, subject[1]) if items[index].role in PREDICATES), subject[1]
        )
        draft.indicator = place_tail(draft, items, (subject[0], last), "indicator.count.subject")
        return
    if subject is not None and known is not None and naming.lexicon.parts.is_part(draft.sentence.text, items, subject):
        add_scope(draft, items, subject, "scope.subject")
        draft.indicator = Phrase(known.text, known.parts, "indicator.inherited.unit")
        draft.inherited["indicator"] = "unit"
        return
    if subject is not None and unit.kind == "count" and not lent and _is_completion(draft, items, subject, cue):
        first, last = items[subject[0]].start, items[subject[1] - 1].end
        text = f"{noun} {draft.sentence.text[first:last]}"
        draft.indicator = Phrase(text, ((unit.start, unit.end), (first, last)), "indicator.count.verb")
        return
    if subject is not None and items[subject[0]].low not in words.preposition:
        add_scope(draft, items, subject, "scope.subject")
    generic = topics.nouns.is_generic(noun.lower())
    if cue is not None and (known is None or not generic) and _is_deed(draft, items, cue):
        text = f"{noun} {cue.low}"
        draft.indicator = Phrase(text, ((unit.start, unit.end), (cue.start, cue.end)), "indicator.count.deed")
        return
    has = cue is not None and cue.role == "have" and cue.low.endswith(words.have)
    leans = generic or lent or (subject is not None and not has and len(noun.split()) < COMPLETE_NOUN)
    if known is not None and leans:
        draft.indicator = Phrase(known.text, known.parts, "indicator.inherited.unit")
        draft.inherited["indicator"] = "unit"
    elif not lent:
        draft.indicator = Phrase(noun, ((unit.start, unit.end),), "indicator.noun")


def _is_told(naming: Naming, noun: str, subject: tuple[int, int], known: Phrase | None) -> bool:
    """Whether the subject names the goods that a bare noun counts: "xe nguyên chiếc nhập từ Indonesia đạt 6.755 xe"."""
    items, draft = naming.items, naming.draft
    words = [item.low for item in items[subject[0] : subject[1]] if item.kind == "word"]
    if len(words) <= len(noun.split()) + 1 or items[subject[0]].low in phrase_words().preposition:
        return False
    if words[0] != noun.lower().split()[0]:
        levelled = draft.cue is not None and items[draft.cue].role == "level"
        if not levelled or not naming.topics.nouns.is_generic(noun.lower()):
            return False
        if (
            known is not None
            and words[0] not in naming.lexicon.goods
            and " ".join(words[:2]) not in naming.lexicon.goods
        ):
            return False
    return not naming.lexicon.parts.is_part(draft.sentence.text, items, subject)


def _is_deed(draft: Draft, items: list[Item], cue: Item) -> bool:
    """Whether the verb right before a bare count tells what was done: "cả nước mới hoàn thành 46 dự án"."""
    if draft.cue is None or cue.role != "have" or cue.low in phrase_words().being:
        return False
    return all(item.role in {"soft", "aux"} for item in items[draft.cue + 1 : draft.place])


def _is_completion(draft: Draft, items: list[Item], subject: tuple[int, int], cue: Item | None) -> bool:
    """Whether the words before a bare count say what is counted: "làm chết 19 người", "Ngộ độc thực phẩm: 7 vụ"."""
    if items[draft.place - 1].low == ":" and subject[1] == draft.place - 1:
        return True
    if cue is not None and cue.role != "cause":
        return False
    named = draft.sentence.text[items[subject[0]].start].isupper()
    return (
        subject[1] - subject[0] <= LONGEST_VERB
        and not named
        and items[subject[0]].low not in phrase_words().preposition
    )
