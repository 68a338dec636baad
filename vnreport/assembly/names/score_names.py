"""Names scores that only a place, a school or a subject is told with: by the index or score that the text is about."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.told_heads import silent_before
from vnreport.assembly.names.told_rankings import score_at
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.links import is_percent
from vnreport.assembly.sentences.phrases import add_scope, phrase_of
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import unit_code, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# The kind of units of scores.
POINTS = "points"
TOLD_RULE, AVERAGE_RULE = "indicator.score.told", "indicator.score.average"
SCORE_RULES = frozenset({TOLD_RULE, AVERAGE_RULE})
# Items of what an average is of, beyond which the words before it are a clause.
LONGEST_SCORED = 7
# Items before a figure among which its average may be named: "điểm | trung bình | cao nhất | với".
MEAN_REACH = 5
# Roles of cues that may follow a score at once.
JOINING = frozenset({"conjunction", "up", "down", "versus", "then"})


def name_score(naming: Naming) -> bool:
    """ "Quảng Ninh dẫn đầu với 89,45 điểm, kế đến là Lào Cai (86,2)": of the score told before; whether it was so.

    "Môn toán trung bình 6,4 điểm" is of "điểm trung bình Môn toán".
    """
    draft = naming.draft
    if draft.role != "value":
        return False
    named = _mean_before(naming) if _is_bare(draft) else None
    if named is None and not _is_open(naming):
        return False
    named = named or _average(naming) or _mean_before(naming) or _told(naming)
    if named is None:
        return False
    draft.indicator = named
    if (part := _scored(naming)) is not None:
        add_scope(draft, naming.items, part, "scope.component")
    return True


def _scored(naming: Naming) -> tuple[int, int] | None:
    """Who or what has the score, without the noun of the score behind it: "| Môn vật lý | có điểm trung bình 5,6"."""
    headed, subject = naming.headed, naming.subject
    if headed is None or headed.before is None or headed.last != (subject[1] if subject is not None else 0):
        return subject
    return trim(naming.items, *headed.before)


def name_topped(naming: Naming) -> bool:
    """ "Sơn La dẫn đầu | chỉ số hài lòng | (98%)": of the score or ranking that someone leads; whether it was so."""
    items, subject, place = naming.items, naming.subject, naming.draft.place
    if subject is None or not is_percent(items[place]) or not place or items[place - 1].low != "(":
        return False
    for index in range(subject[0] + 1, subject[1] - 1):
        size = phrase_size(items, index, subject[1], phrase_words().topping)
        if size and index + size < subject[1]:
            naming.draft.indicator = phrase_of(naming.draft, items, (index + size, subject[1]), TOLD_RULE)
            add_scope(naming.draft, items, (subject[0], index), "scope.subject")
            return True
    return False


def _is_bare(draft: Draft) -> bool:
    """Whether the figure has decimals and no unit."""
    return draft.quantity is not None and draft.quantity.unit is None and draft.quantity.step < 1


def _mean_before(naming: Naming) -> Phrase | None:
    """ "có | điểm trung bình | cao nhất với 8,14": the score and how it was reckoned before the figure; or None."""
    draft, items, words = naming.draft, naming.items, phrase_words()
    mean = draft.place - 1
    while mean > draft.place - MEAN_REACH and mean and items[mean].kind in {"word", "cue"}:
        averaged = _is_bare(draft) or items[mean].low in words.mean
        if averaged and f"{items[mean - 1].low} {items[mean].low}" in words.score:
            noun, how = (phrase_of(draft, items, (at, at + 1), AVERAGE_RULE) for at in (mean - 1, mean))
            return noun.joined(how, AVERAGE_RULE)
        mean -= 1
    return None


def _is_open(naming: Naming) -> bool:
    """Whether the figure is a score, or a bare number that goes on with scores, and no words of its own name it."""
    draft, items = naming.draft, naming.items
    after = items[draft.place + 1] if draft.place + 1 < len(items) else None
    if after is not None and after.kind not in {"punct", "period"} and after.role not in JOINING:
        return False
    headed = naming.headed
    if unit_kind(draft) == POINTS:
        # "Môn Toán có | điểm | trung bình 5,1 điểm"
        return headed is None or (headed.head_end == headed.last and items[headed.first].low == unit_code(draft))
    values = naming.topics.values
    if draft.quantity is None or draft.quantity.unit is not None or not values or not _is_score(values[-1]):
        return False
    bracketed = items[draft.place - 1].low == "(" if draft.place else False
    if headed is not None and not (bracketed and headed.head_end == headed.last):
        return False
    subject = naming.subject
    return bracketed or subject is None or naming.lexicon.parts.is_part(draft.sentence.text, items, subject)


def _is_score(draft: Draft) -> bool:
    return unit_kind(draft) == POINTS or (draft.indicator is not None and draft.indicator.rule in SCORE_RULES)


def _average(naming: Naming) -> Phrase | None:
    """ "ngữ văn trung bình 6,6 điểm, | vật lý 6,7 điểm": the noun, how it was reckoned, and of what; None without."""
    draft, items, headed = naming.draft, naming.items, naming.headed
    subject = naming.subject
    if headed is not None:
        subject = None if headed.before is None else trim(items, *headed.before)
    if subject is None or unit_kind(draft) != POINTS or draft.quantity is None or draft.quantity.unit is None:
        return None
    part = phrase_of(draft, items, subject, AVERAGE_RULE)
    before = naming.before
    if before is not None and before.indicator is not None and before.indicator.rule == AVERAGE_RULE:
        head = Phrase(*_opening(before.indicator), AVERAGE_RULE)
        return head.joined(part, AVERAGE_RULE)
    average = draft.place - 1
    while (
        average > subject[1]
        and items[average].low not in phrase_words().mean
        and items[average].role in {"soft", "aux"}
    ):
        average -= 1
    if average < subject[1] or items[average].low not in phrase_words().mean:
        return None
    unit = draft.quantity.unit
    noun = Phrase(draft.sentence.text[unit.start : unit.end], ((unit.start, unit.end),), AVERAGE_RULE)
    how = phrase_of(draft, items, (average, average + 1), AVERAGE_RULE)
    noun = noun.joined(how, AVERAGE_RULE)
    # "khách đánh giá chất lượng của sân bay cao nhất với | điểm trung bình 4,5 điểm"
    return noun if subject[1] - subject[0] > LONGEST_SCORED else noun.joined(part, AVERAGE_RULE)


def _opening(phrase: Phrase) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The noun of an average and how it was reckoned, without what it is of."""
    size = sum(end - start for start, end in phrase.parts[:2]) + 1
    return phrase.text[:size], phrase.parts[:2]


def _told(naming: Naming) -> Phrase | None:
    """The score of the value before, or the last one that the sentences before name; None where they name none."""
    values = naming.topics.values
    for items, last in _sentences(naming):
        found = _last_score(items, last)
        if found is not None:
            return phrase_of(naming.draft, items, found, TOLD_RULE)
        if values and items is values[-1].sentence.items and (known := _known(values[-1])) is not None:
            return known
    return None


def _known(draft: Draft) -> Phrase | None:
    """What the score is of, where more than its noun tells it."""
    known = draft.indicator
    if known is None or not _is_score(draft) or known.rule == AVERAGE_RULE:
        return None
    opens = known.rule == TOLD_RULE or known.text.lower().startswith(tuple(phrase_words().score))
    return Phrase(known.text, known.parts, TOLD_RULE) if opens else None


def _sentences(naming: Naming) -> Iterator[tuple[list[Item], int]]:
    """The items in which a score may be named, and how far: the figure's own sentence, the silent ones before it and
    that of the last value."""
    yield naming.items, naming.draft.place
    for items in silent_before(naming):
        yield items, len(items)
    values = naming.topics.values
    if values and values[-1].sentence is not naming.draft.sentence:
        yield values[-1].sentence.items, len(values[-1].sentence.items)


def _last_score(items: list[Item], last: int) -> tuple[int, int] | None:
    """The range of the last phrase before `last` that opens with the noun of a score and says which."""
    found = (score_at(items, index, last) for index in range(last - 1, -1, -1))
    return next((piece for piece in found if piece is not None), None)
