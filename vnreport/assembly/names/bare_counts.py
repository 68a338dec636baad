"""Names counts with no words after the noun: by what happened, the goods before it, or what was counted before."""

from __future__ import annotations

from vnreport.assembly.names.bare_evidence import is_done_again, is_done_by, is_own, is_sort, leans, takes_stem
from vnreport.assembly.names.bare_nouns import (
    BareCount,
    add_doer,
    bare_count,
    is_completion,
    is_done_with_things,
    is_scene,
    is_short,
    is_speaker,
    is_told,
    names_goods,
    names_persons,
    part_of_persons,
    sort_in,
)
from vnreport.assembly.names.case_names import of_accident, persons_deed
from vnreport.assembly.names.chosen_subjects import points_back
from vnreport.assembly.names.counts_again import counted_again, counted_before, inherit
from vnreport.assembly.names.criteria import told_by_limit
from vnreport.assembly.names.events import event_before
from vnreport.assembly.names.listed_levels import had_in_row, level_before, of_place
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.recipients import deed_for, spread_before
from vnreport.assembly.names.row_sorts import sort_in_row
from vnreport.assembly.names.shared_deeds import DEED_RULE, bracketed_deed, deed_of_whole, listed_deed
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.items import MOVES, Item
from vnreport.assembly.sentences.labels import LABEL_RULE, label_before
from vnreport.assembly.sentences.phrases import add_scope, compose, phrase_of, place_tail
from vnreport.assembly.sentences.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words

# Cues that end the goods named before a bare noun: "xe nhập khẩu | đã vượt …, đạt 6.755 xe".
PREDICATES = frozenset({"tense", "up", "down", "level"})
# Rules of names by what was done with those counted or for them: behind such a verb a noun may lean on its whole one
# before ("90 chuyến bay, hủy 4 | chuyến").
RECIPIENT_RULE = "indicator.count.recipient"
# Items of the longest name of what came about.
LONGEST_EVENT = 8
DEED_RULES = frozenset({DEED_RULE, RECIPIENT_RULE})


def name_bare(naming: Naming) -> None:
    """A counted noun with no words after it: "làm chết 19 người", "đường bộ xảy ra 62 vụ"."""
    bare = bare_count(naming)
    if bare is None:
        return
    pointed = (bare.known or counted_before(naming)) if points_back(naming) else None
    if pointed is not None:
        inherit(naming.draft, pointed)
        return
    named = told_by_limit(naming, bare.noun) or sort_in_row(naming, bare)
    if named is not None:
        naming.draft.indicator = named
        return
    told = None if bare.generic or bare.lent else had_in_row(naming, bare.noun)
    if told is not None:
        inherit(naming.draft, told)
        add_scope(naming.draft, naming.items, naming.subject or (0, 0), "scope.subject")
        return
    shared = None if bare.lent else persons_deed(naming, bare)
    if shared is not None:
        naming.draft.indicator = shared
        return
    if _name_by_event(naming, bare):
        return
    deed = deed_before(naming.items, naming.draft.place)
    whole = part_of_persons(naming, bare, deed)
    if whole is not None:
        inherit(naming.draft, whole)
        return
    if _name_beside(naming, bare, deed):
        return
    listed = level_before(naming) if deed is None else None
    if listed is not None:
        inherit(naming.draft, listed)
        return
    subject = _own_subject(naming)
    counts = bare.unit.kind == "count" and not bare.lent
    if counts and subject is not None:
        if _name_by_goods(naming, bare, subject):
            return
        if is_speaker(naming.items, subject, naming.draft.place):
            subject = None
        elif _name_by_label(naming, bare, subject, deed):
            return
    if counts and not bare.generic:
        listed = listed_deed(naming, bare.phrase, bare.unit, done=deed is not None)
        if listed is not None:
            naming.draft.indicator = listed
            return
    if _name_by_deed(naming, bare, deed):
        return
    if subject is not None and _name_by_part(naming, bare, subject, deed):
        return
    _name_alone(naming, bare, subject)


def _name_beside(naming: Naming, bare: BareCount, deed: tuple[int, int] | None) -> bool:
    """Names the noun by what happened to the things before it, by what those around its brackets do, or by the head
    that is told of it; whether it did."""
    draft, items = naming.draft, naming.items
    if naming.subject is not None and deed is not None and is_done_with_things(naming, bare, deed):
        draft.indicator = phrase_of(draft, items, (naming.subject[0], deed[1]), "indicator.count.subject")
        return True
    shared = bracketed_deed(naming, bare.phrase)
    if shared is not None:
        draft.indicator = shared
        return True
    if naming.headed is not None and deed is not None and is_done_by(naming, bare, deed):
        naming.headed = None
    if naming.headed is None or _only_counts(items, naming.headed):
        return False
    naming.set_headed(naming.headed)
    return True


def _own_subject(naming: Naming) -> tuple[int, int] | None:
    """The words before the noun that tell of it; those before a head that only says that something is counted."""
    if naming.headed is None:
        return naming.subject
    return None if naming.headed.before is None else trim(naming.items, *naming.headed.before)


def _name_by_goods(naming: Naming, bare: BareCount, subject: tuple[int, int]) -> bool:
    """Names the noun by the goods told before it: "xe nguyên chiếc nhập về | đạt 6.755 xe"; whether it did."""
    draft, items = naming.draft, naming.items
    sort = sort_in(items, bare, subject)
    if sort is not None:
        draft.indicator = place_tail(draft, items, (sort, subject[1]), "indicator.count.subject")
        return True
    if not is_told(naming, bare, subject):
        return False
    last = next((index for index in range(subject[0] + 1, subject[1]) if items[index].role in PREDICATES), subject[1])
    draft.indicator = place_tail(draft, items, (subject[0], last), "indicator.count.subject")
    return True


def _name_by_deed(naming: Naming, bare: BareCount, deed: tuple[int, int] | None) -> bool:
    """Names the noun by what was done with those counted, or for them; whether it did."""
    draft = naming.draft
    again = is_done_again(naming, bare, deed)
    said = not bare.generic or len(bare.phrase.text) > len(bare.noun)
    if deed is not None and (again or bare.known is None or said or is_own(naming, bare, deed)):
        add_doer(naming, deed[0])
        if again and bare.known is not None:
            inherit(draft, bare.known)
        else:
            draft.indicator = _joined(naming, bare, [deed], DEED_RULE)
        return True
    short = deed is None and bare.unit.kind == "count" and not bare.lent and is_short(bare)
    done_for = deed_for(naming.items, draft.place) if short else []
    if done_for:
        draft.indicator = _joined(naming, bare, done_for, RECIPIENT_RULE)
        add_doer(naming, done_for[0][0])
    return bool(done_for)


def _name_by_event(naming: Naming, bare: BareCount) -> bool:
    """Names the places that are counted by what came about there: "dịch cúm bùng phát ở | 12 xã"; whether it did."""
    items, draft = naming.items, naming.draft
    verb = spread_before(items, draft.place)
    event = None if verb is None or bare.lent else trim(items, draft.subject[0], verb[0])
    if verb is None or event is None or event[1] - event[0] > LONGEST_EVENT or is_scene(items, event):
        return False
    if naming.lexicon.parts.is_body(items, event) or any(item.kind != "word" for item in items[slice(*event)]):
        return False
    draft.indicator = _joined(naming, bare, [verb, event], RECIPIENT_RULE)
    return True


def _name_by_part(naming: Naming, bare: BareCount, subject: tuple[int, int], deed: tuple[int, int] | None) -> bool:
    """Names the noun by the sort or the part before it, of what is counted by now, or by what happened; whether it did.

    Else the words before it are a scope.
    """
    draft, items = naming.draft, naming.items
    told = bare.unit.kind == "count" and not bare.lent
    is_part = naming.lexicon.parts.is_part(draft.sentence.text, items, subject)
    if told and is_sort(naming, bare, subject):
        draft.indicator = place_tail(draft, items, subject, "indicator.count.subject")
        return True
    if bare.known is not None and is_part:
        add_scope(draft, items, subject, "scope.subject")
        if not takes_stem(naming, subject, bare.known):
            inherit(draft, of_place(naming, subject, bare.known) or bare.known)
        return True
    if told and not is_part and is_completion(draft, items, subject):
        whole = deed if deed is not None and deed[0] <= subject[0] and subject[1] <= deed[1] else subject
        draft.indicator = _joined(naming, bare, [whole], "indicator.count.verb")
        return True
    if items[subject[0]].low not in phrase_words().preposition:
        add_scope(draft, items, subject, "scope.subject")
    return False


def _name_alone(naming: Naming, bare: BareCount, subject: tuple[int, int] | None) -> None:
    """Names the noun by its turn, by the goods before it, by what was counted before, or by itself."""
    draft, items, noun = naming.draft, naming.items, bare.phrase
    behind = items[draft.place + 1] if draft.place + 1 < len(items) else None
    pointed = behind is not None and behind.low in phrase_words().pointing
    # a change of a price or a level that is counted itself: "13 lần | tăng"
    if behind is not None and behind.role in MOVES and bare.noun.lower() in phrase_words().turn:
        draft.indicator = noun.joined(phrase_of(draft, items, (draft.place + 1, draft.place + 2), noun.rule), noun.rule)
    elif pointed and not bare.lent:
        # "hai đơn vị | này", "3 vụ việc | trên"
        draft.indicator = Phrase(noun.text, noun.parts, "indicator.noun")
    elif subject is not None and names_goods(naming, bare, subject):
        # "Lượt | xe | dự kiến là 640 xe"
        is_said = subject[1] > subject[0] + 1 and items[subject[1] - 1].low == bare.noun.lower()
        whole = place_tail(draft, items, subject, "indicator.count.subject") if is_said else None
        draft.indicator = whole or _joined(naming, bare, [subject], "indicator.count.goods")
    elif subject is not None and names_persons(naming, bare, subject):
        draft.indicator = place_tail(draft, items, subject, "indicator.count.subject")
    elif (accident := of_accident(naming, bare)) is not None:
        draft.indicator = accident
    elif bare.known is not None and leans(naming, bare):
        inherit(draft, bare.known)
    elif not bare.lent:
        again = counted_again(naming, bare)
        if again is not None:
            inherit(draft, again)
            return
        shared = deed_of_whole(naming, noun)
        draft.indicator = shared or Phrase(noun.text, noun.parts, "indicator.noun")


def _only_counts(items: list[Item], headed: HeadedPhrase) -> bool:
    """Whether the headed words say only that something is counted: "với tổng số | 6.606 chuyến bay"."""
    syllables = {syllable for item in items[headed.first : headed.last] for syllable in item.low.split()}
    return syllables <= phrase_words().counter


def _name_by_label(naming: Naming, bare: BareCount, subject: tuple[int, int], deed: tuple[int, int] | None) -> bool:
    """ "Học sinh bỏ học: lớp tám 412 em": a label before a colon, with what is counted behind it, if there is one."""
    draft, items = naming.draft, naming.items
    label = label_before(items, subject[1])
    if label is None or naming.lexicon.parts.is_part(draft.sentence.text, items, label):
        return False
    if items[label[1] - 1].low.isdigit():
        # "Bước 2: thí sinh chọn | 3 môn"
        return False
    if is_speaker(items, label, draft.place):
        return False
    colon = next(index for index in range(label[1], len(items)) if items[index].low == ":")
    if items[draft.place].depth > items[colon].depth:
        return False
    own = trim(items, max(colon + 1, subject[0]), subject[1])
    if own is None:
        return False
    is_part = naming.lexicon.parts.is_part(draft.sentence.text, items, own)
    if deed is not None and deed[0] == own[0] and not is_part and not bare.generic:
        # "Kỷ luật: đình chỉ | 3 thí sinh"
        return False
    draft.indicator = compose(draft, items, [label] if is_part else [label, own], LABEL_RULE)
    add_scope(draft, items, own, "scope.component")
    return True


def _joined(naming: Naming, bare: BareCount, pieces: list[tuple[int, int]], rule: str) -> Phrase:
    """The noun with item ranges behind it, and what happened behind all."""
    items, text = naming.items, naming.draft.sentence.text
    parts = [(items[first].start, items[last - 1].end) for first, last in pieces]
    event = event_before(naming)
    if event is not None:
        parts.append(event)
    noun = bare.phrase if rule in DEED_RULES else Phrase(bare.noun, ((bare.unit.start, bare.unit.end),), rule)
    words = [noun.text, *(text[start:end] for start, end in parts)]
    return Phrase(" ".join(words), (*noun.parts, *parts), rule)
