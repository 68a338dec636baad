"""Figures of the sentences before that a change goes back to: "Con số này giảm 54 vụ, giảm 7 người chết"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.changes.hosts import words_around
from vnreport.assembly.sentences.clauses import (
    NOUN_ROLES,
    after_figure,
    clause_start,
    has_subject,
    own_period,
    words_about,
)
from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.items import ANAPHOR_ROW, CHANGES, GROWING, Item, holds_phrase
from vnreport.assembly.sentences.topics import unit_code
from vnreport.grammar.values import AMOUNTS, PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# Kinds of amounts that a list of changes goes on with: "giảm 25 vụ, 3 người chết và 8 tỷ đồng".
SUMMED = frozenset({"count", "money", "measure"})
# The figures that "cả hai con số" points at.
BOTH = 2
# Words behind the amount that are looked at: "giảm 7 người chết".
MOST_AFTER = 4
PASSED = frozenset({"tense", "aux", "soft", "up", "down"})
# Items of "và tương đương" before a comma.
LEAST_SAID = 2


def recall(before: Sequence[Draft], figure: Figure, items: list[Item], subject: tuple[int, int]) -> Draft | None:
    """The value of an earlier sentence that the change is of, or None.

    `subject` is the item range of the words before the change: none of its own, or words that point back.
    """
    values = [draft for draft in before if draft.quantity is not None and draft.role in {"value", "share"}]
    if not values or own_period(items, *subject):
        return None
    pointing = _pointing(items, subject)
    if figure.direction not in GROWING and (pointing != set() or figure.direction != "ratio"):
        return None
    between = items[subject[1] : figure.place]
    if any(item.kind == "word" and pointing is None for item in between) or _is_dated(between):
        return None
    words = [item for item in items[clause_start(items, *subject) : subject[1]] if item.kind == "word"]
    if words and pointing is None and not counts_apart(items, figure):
        return None
    unit = figure.quantity.unit
    if unit is not None and unit.kind in AMOUNTS:
        same = [draft for draft in values if unit_code(draft) == unit.code]
        return _best(same, {part for item in items[figure.place + 1 :][:MOST_AFTER] for part in item.low.split()})
    if pointing is None:
        return _named_behind(values, figure, items)
    if len(pointing) == 1:
        return None
    named = [draft for draft in values if pointing <= _words(draft) and not draft.nested]
    return named[-1] if named else None


def named_each(before: Sequence[Draft], items: list[Item], index: int) -> list[Draft]:
    """The values just told that a clause names one by one for what changed at `index`: "số vụ, số người chết | đều giảm
    so với năm trước"; none where one of its nouns is of no such value."""
    values = [draft for draft in before if draft.role == "value" and not draft.changes]
    values = [draft for draft in values if draft.quantity is not None and draft.quantity.kind in SUMMED]
    parts: list[set[str]] = [set()]
    for item in items[clause_start(items, after_figure(items, index), index) : index]:
        if item.low == "," or item.role == "conjunction":
            parts.append(set())
        elif item.kind == "word":
            parts[-1].update(item.low.split())
        elif item.kind == "period":
            parts = [set()]
        elif item.role != "versus" and item.role not in PASSED:
            return []
    plain = phrase_words().counter | phrase_words().plural
    named = [part - plain for part in parts if part]
    found = [next((draft for draft in values if part and part <= _words(draft)), None) for part in named]
    return [draft for draft in dict.fromkeys(found) if draft is not None] if all(found) else []


def _named_behind(values: list[Draft], figure: Figure, items: list[Item]) -> Draft | None:
    """The value just told of what a percentage says behind it that changed: "So với năm ngoái, giảm 9% | số vụ"."""
    about = words_about(items, figure.place, noun=True)
    against = any(item.role == "versus" for item in items[: figure.place])
    if about is None or not against or figure.quantity.kind not in PERCENTS:
        return None
    counted = {part for item in items[slice(*about)] for part in item.low.split()} - phrase_words().counter
    last = values[-1].sentence
    named = [draft for draft in values if draft.sentence is last and counted <= _words(draft) and not draft.nested]
    return named[0] if counted and named else None


def _is_dated(between: list[Item]) -> bool:
    """Whether a time stands among the items that is not what a change is told against: "ít hơn | năm trước | 12 vụ"."""
    times = (index for index, item in enumerate(between) if item.kind == "period")
    return any(not index or not between[index - 1].low.endswith(phrase_words().more) for index in times)


def goes_on(drafts: Sequence[Draft], figure: Figure, last: Figure | None, items: list[Item]) -> Draft | None:
    """The value that a further amount of a change is of: "25 đội, 30 tổ, tăng 7 đội và 6 tổ"; None for no amount.

    `last` is the figure before it, `drafts` what the text has told so far.
    """
    if last is None or last.role != "change" or last.direction not in CHANGES or figure.role != "value":
        return None
    unit = figure.quantity.unit
    if unit is None or not _is_listed(figure, last, items):
        return None
    same = [draft for draft in drafts if unit_code(draft) == unit.code and last.place not in _places(draft)]
    return _best(same, {part for item in items[figure.place + 1 :][:MOST_AFTER] for part in item.low.split()})


def goes_on_alone(host: Draft | None, figure: Figure, last: Figure | None, items: list[Item]) -> bool:
    """Whether a further count is one more that grew or fell, of no value before: "cắt giảm 12 phòng, 40 biên chế"."""
    if host is None or last is None or host.role != "growth" or host.place != last.place or host.quantity is not None:
        return False
    measured = "measure" in {figure.quantity.kind, last.quantity.kind}
    if figure.role != "value" or last.direction not in CHANGES or measured:
        return False
    if last.quantity.code == figure.quantity.code:
        # "cắt giảm 18 biên chế cấp tỉnh, | 110 biên chế cấp xã"
        first, ours = _counted_words(items, last.place), _counted_words(items, figure.place)
        if not first or not ours or first == ours:
            return False
    if not _is_listed(figure, last, items) or items[figure.place - 1].low == phrase_words().companion:
        return False
    behind = next((item for item in items[figure.place + 1 :] if item.kind != "word"), None)
    return behind is None or behind.kind in {"punct", "period"} or behind.role in {"versus", "conjunction"}


def _is_listed(figure: Figure, last: Figure, items: list[Item]) -> bool:
    """Whether a comma or "và", and the words of what the change before counts, is all that parts a count from it."""
    unit, before, words = figure.quantity.unit, last.quantity.unit, phrase_words()
    if unit is None or before is None or figure.cue is not None or last.role != "change":
        return False
    if unit.kind not in SUMMED or before.kind not in SUMMED or unit.kind == before.kind == "money":
        return False
    between, joins = items[last.place + 1 : figure.place], {",", words.conjunction, words.companion}
    if len(between) > LEAST_SAID and between[-2].role == "equals" and between[-3].low == words.conjunction:
        # "519 cục và tương đương, | 219 vụ"
        between = [*between[:-3], between[-1]]
    return bool(between) and between[-1].low in joins and all(item.kind == "word" for item in between[:-1])


def listed_values(
    drafts: Sequence[Draft],
    before: Sequence[Draft],
    figure: Figure,
    coming: Sequence[Figure],
    items: list[Item],
    subject: tuple[int, int],
) -> list[Draft]:
    """The values that a list of changes is of, in order: "287 vụ, phạt 26 tỷ đồng, lần lượt tăng 15% và 25%".

    Those of the sentence before where the subject points at both: "Cả hai con số lần lượt tăng | 15% và 25%". Empty
    where the figure opens no such list, or fewer values stand before it.
    """
    size = 1
    for further in coming:
        if further.paired != size:
            break
        size += 1
    if not has_subject(items, *subject):
        return _listed(drafts, figure, size)
    if drafts or not before or size != BOTH or not holds_phrase(items[slice(*subject)], phrase_words().both_figures):
        return []
    last = before[-1].sentence
    told = [draft for draft in before if draft.sentence is last and draft.quantity is not None]
    return told if len(told) == size and not any(draft.changes for draft in told) else []


def _listed(drafts: Sequence[Draft], figure: Figure, size: int) -> list[Draft]:
    """The last values of the sentence, as many as the list that the figure opens has changes."""
    values = [draft for draft in drafts if draft.quantity is not None and draft.role in {"value", "share"}]
    # "Mỹ 9 tỷ USD (21%), Nhật 3 tỷ USD (7%), lần lượt tăng | 11% và 24%": of the sums, not of their shares.
    outer = [draft for draft in values if draft.sentence.items[draft.place].depth <= _depth(draft, figure)]
    values = outer if len(outer) >= size else values
    return values[-size:] if figure.paired == 0 and 1 < size <= len(values) else []


def _depth(draft: Draft, figure: Figure) -> int:
    """How deep in brackets the figure stands."""
    return draft.sentence.items[figure.place].depth


def is_other_count(host: Draft, figure: Figure, items: list[Item]) -> bool:
    """Whether a change counts other things than the growth before it: "giảm 8 người chết, tăng 3 người bị thương"."""
    unit = figure.quantity.unit
    if _counts_victims(host, figure, items):
        return True
    if host.role != "growth" or host.quantity is not None or unit is None or unit.kind != "count":
        return False
    units = [change.quantity.unit for change in host.changes if change.quantity is not None]
    counted = {each.code for each in units if each is not None and each.kind == "count"}
    if not counted and any(change.quantity is not None and change.quantity.unit is None for change in host.changes):
        # "số vụ giảm 150, giảm 8 người chết"
        return True
    if not counted or unit.code not in counted:
        return bool(counted)
    first, ours = _counted_words(items, host.place), _counted_words(items, figure.place)
    if not first and ours and items[figure.place + 1].low not in phrase_words().preposition:
        # "số người chết tăng 6 người, tăng 1 người bị thương"
        first = {item.low for item in items[slice(*host.subject)] if item.kind == "word"}
    return bool(first) and bool(ours) and not first & ours


def _counts_victims(host: Draft, figure: Figure, items: list[Item]) -> bool:
    """Whether a change counts whom the cases before befell: "86 vụ, giảm | 11 người chết"."""
    words, behind = phrase_words(), items[figure.place + 1 : figure.place + 3]
    befell = figure.quantity.code in words.befallen and _is_one_of(behind, words.victim)
    cases = host.role == "value" and host.quantity is not None and host.quantity.code in words.case
    return befell and cases and host.sentence.items is items


def _is_one_of(behind: list[Item], phrases: frozenset[str]) -> bool:
    """Whether the one or two items are one of the phrases, or open with one."""
    return bool(behind) and (behind[0].low in phrases or " ".join(item.low for item in behind) in phrases)


def counts_apart(items: list[Item], figure: Figure) -> bool:
    """Whether a change names what it counts behind another clause: "số vụ không đổi nhưng | tăng 6 người chết"."""
    cue, unit = figure.cue, figure.quantity.unit
    if not cue or unit is None or unit.kind != "count" or items[cue - 1].low not in phrase_words().opposed:
        return False
    return figure.place + 1 < len(items) and items[figure.place + 1].kind == "word"


def _counted_words(items: list[Item], place: int) -> set[str]:
    """The words right behind a count that say what is counted."""
    found: set[str] = set()
    for item in items[place + 1 : place + 1 + MOST_AFTER]:
        if item.kind != "word" and item.role not in PASSED:
            break
        found.add(item.low)
    return found


def _places(draft: Draft) -> set[int]:
    return {change.place for change in draft.changes}


def _pointing(items: list[Item], subject: tuple[int, int]) -> set[str] | None:
    """The words of a subject that ends in "này", without it and what only counts; None for any other subject."""
    words, last = phrase_words(), subject[1]
    while last > subject[0] and items[last - 1].role in PASSED:
        last -= 1
    if last <= subject[0]:
        return None
    if items[last - 1].row == ANAPHOR_ROW:
        return set()
    if items[last - 1].low not in words.demonstrative:
        return None
    first = last - 1
    while first > subject[0] and items[first - 1].kind == "word":
        first -= 1
    if first == last - 1 or items[first - 1].role in NOUN_ROLES:
        return None
    return {part for item in items[first : last - 1] for part in item.low.split()} - words.counter - {words.level_noun}


def _best(drafts: list[Draft], wanted: set[str]) -> Draft | None:
    """The draft whose words share most with the wanted ones; of equal ones the first."""
    return max(drafts, key=lambda draft: len(wanted & _words(draft)), default=None)


def _words(draft: Draft) -> set[str]:
    """The words of the draft's indicator, or those around its figure while it has none."""
    if draft.indicator is not None:
        return set(draft.indicator.text.lower().split())
    return words_around(draft, draft.sentence.items)
