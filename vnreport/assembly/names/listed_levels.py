"""Names counts that go on with a level at another time: "khách năm 2020 đạt 2 triệu, năm 2025 đạt 4 triệu người"."""

from __future__ import annotations

from itertools import dropwhile

from vnreport.assembly.names.naming import SUBJECT_RULE, Naming
from vnreport.assembly.sentences.cue_roles import REACHING
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.origins import FROM_UNIT
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.assembly.sentences.topics import unit_code
from vnreport.lexicon.phrase_words import phrase_words

# Signs between the parts of a row, and before the first.
PARTING_SIGNS = frozenset(";:")


def level_before(naming: Naming) -> Phrase | None:
    """The name of the level before, of which but another time is told: "…, năm 2025 đạt | 4 triệu người", "cao nhất là
    | 41 người năm 2015"; or None."""
    draft, items, before = naming.draft, naming.items, naming.before
    if naming.subject is not None or draft.cue is None or before is None:
        return None
    if items[draft.cue].role not in REACHING or before.role != "value" or before.indicator is None:
        return None
    timed = any(item.kind == "period" for item in (*items[before.place + 1 : draft.cue], *items[draft.place + 1 :][:1]))
    reached = before.cue is not None and items[before.cue].role in REACHING
    own = (reached or before.indicator.rule == SUBJECT_RULE) and "indicator" not in before.inherited
    listed = own or before.inherited.get("indicator") == FROM_UNIT
    return before.indicator if timed and listed and unit_code(before) in {"", unit_code(draft)} else None


def of_place(naming: Naming, subject: tuple[int, int], known: Phrase) -> Phrase | None:
    """The name of the count before with the draft's own place: "khách Hàn Quốc 9 nghìn lượt, | Nga | 4 nghìn lượt".

    None where the name ends in no place right behind what is counted.
    """
    items, words, text = naming.items, phrase_words(), naming.draft.sentence.text
    said = known.text.split()
    last = len(said)
    while last > 1 and said[last - 1][0].isupper():
        last -= 1
    beside = subject[1] in {naming.draft.place, naming.draft.cue}
    named = beside and all(has_capital(item) for item in items[slice(*subject)])
    if (
        last == len(said)
        or not named
        or len(known.parts) != 1
        or said[last - 1].lower() in words.preposition | words.up_to
    ):
        return None
    head = " ".join(said[:last])
    part = (items[subject[0]].start, items[subject[1] - 1].end)
    start = known.parts[0][0]
    return Phrase(f"{head} {text[slice(*part)]}", ((start, start + len(head)), part), "indicator.count.place")


def had_in_row(naming: Naming, noun: str) -> Phrase | None:
    """What the parts of a row have so many of, by the larger count of the same noun that the row breaks down.

    "5.300 doanh nghiệp giải thể: bán lẻ có 1.720 doanh nghiệp; vận tải | có | 310 doanh nghiệp".
    """
    draft, items, words = naming.draft, naming.items, phrase_words()
    if not draft.place or items[draft.place - 1].low != words.have or naming.headed is not None:
        return None
    alike = (other for other in naming.told if other.role == "value" and unit_code(other) == unit_code(draft))
    other = next(alike, None)
    name = other.indicator if other is not None else None
    whole = other.quantity.number if other is not None and other.quantity is not None else None
    number = draft.quantity.number if draft.quantity is not None else None
    if other is None or name is None or whole is None or number is None or whole < number:
        return None
    parted = any(item.low in PARTING_SIGNS for item in items[other.place : draft.place])
    said = " ".join(dropwhile(words.counter.__contains__, name.text.lower().split()))
    return name if parted and said.startswith(f"{noun.lower()} ") else None
