"""Names counts: the counted noun with the words that complete it."""

from __future__ import annotations

from vnreport.assembly.names.bare_counts import name_bare
from vnreport.assembly.names.bare_nouns import own_whole
from vnreport.assembly.names.companions import accompanied, link_before
from vnreport.assembly.names.counts_again import inherit
from vnreport.assembly.names.criteria import CRITERION_RULE, criterion_end
from vnreport.assembly.names.naming import LONGEST_ACTOR, SUBJECT_RULE, Naming
from vnreport.assembly.names.owners import measures_counted
from vnreport.assembly.names.recipients import is_object
from vnreport.assembly.sentences.clauses import TIME_ROW
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.drafts import COUNT_RULE, SHARED_RULE, Draft, Phrase
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.sentences.links import has_predicate
from vnreport.assembly.sentences.moved_nouns import moved_end
from vnreport.assembly.sentences.named_lists import names_counted
from vnreport.assembly.sentences.nouns import place_split
from vnreport.assembly.sentences.phrase_ends import LABEL_END, before_each
from vnreport.assembly.sentences.phrases import add_scope, phrase_of, place_tail
from vnreport.assembly.sentences.predicates import is_share, predicate_behind, predicate_start
from vnreport.assembly.sentences.scope_words import deed_at, is_source, phrase_size
from vnreport.assembly.sentences.topics import unit_code, unit_kind
from vnreport.grammar.values import Unit
from vnreport.lexicon.phrase_words import phrase_words

# Items of a verb without an object: "di dời | 90 hộ ở ven sông", but "cung cấp thông tin | 2.000 điểm cháy ở ven rừng".
SHORTEST_DEED = 2
# Items of the longest count of those of a place: "9 người | từ thành phố Hải Phòng".
LONGEST_PLACE = 7
# Roles of cues that tell nothing of what is counted.
IDLE = frozenset({"aux", "tense", "soft"})
# Roles of cues behind a classifier that tell what happened to those counted.
CLAUSAL = frozenset({"aux", "tense"})


def name_count(naming: Naming, stop: int) -> None:
    """A count: a headed subject of a level verb, the noun with its words, or the noun alone."""
    draft, items = naming.draft, naming.items
    stop = before_each(items, draft.place, stop)
    told = accompanied(naming)
    if told is not None:
        naming.subject, naming.headed = told, naming.lexicon.heads.narrow(items, told)
    headed = naming.headed
    criterion = criterion_end(draft.sentence.text, items, draft.place) if unit_kind(draft) == "count" else None
    for last in (criterion, names_counted(items, draft.place), moved_end(items, draft.place)):
        if last is not None and (named := _counted_through(draft, last)) is not None:
            draft.indicator = named
            _add_actor(naming)
            return
    cue = items[draft.cue].role if draft.cue is not None else ""
    behind = predicate_behind(items, draft.place, stop)
    has_words = behind is not None or (stop > draft.place + 1 and not _is_idle(items, draft.place, stop))
    has_words = has_words and not _says_nothing(naming, stop) and not _stands_for_subject(naming)
    behind_it = next(iter(naming.drafts[len(naming.told) + 1 :]), None)
    if (draft.place and items[draft.place - 1].low == phrase_words().of) or (
        headed is not None and behind_it is not None and measures_counted(naming, draft, behind_it)
    ):
        # "Tổng số lỗ của 10 nhà máy là …": the words before name another figure.
        naming.headed = naming.subject = headed = None
    elif headed is not None and (
        _only_completes(naming, headed) or is_object(naming, headed) or (has_words and _is_equated(naming, headed))
    ):
        naming.headed = headed = None
    if _is_index(naming) and not has_words:
        draft.indicator = place_tail(draft, items, naming.subject, SUBJECT_RULE) if naming.subject else None
        return
    bare = headed is not None and headed.head_end == headed.last
    # "với số lượng | 4.120 người nhập viện"
    bare = bare and headed is not None and (headed.role == "core" or items[headed.first].low in phrase_words().counter)
    bare = bare or (headed is not None and has_words and _tells_victims(items, draft.place, headed))
    if (
        headed is not None
        and cue in {"level", "to"}
        and not (has_words and _is_parted(naming, headed))
        and (not has_words or not (bare or items[headed.first].low == phrase_words().have))
    ):
        naming.set_headed(headed)
    elif has_words:
        counted = _counted(naming, stop, behind)
        alone = headed is None and (_is_noun_alone(naming, counted) or _is_by_the_way(naming, stop))
        if not counted.text or (alone and _is_acted_on(naming)):
            # "47 trẻ chưa tiêm, 5 | tại xã", "sửa 19 tàu | ở Bình Định": only a place stands behind the figure.
            name_bare(naming)
            return
        whole = own_whole(naming) if _is_of_place(naming, stop) else None
        if whole is not None:
            add_scope(draft, items, (draft.place + 2, stop), "scope.place")
            inherit(draft, whole)
            return
        draft.indicator = counted
        _add_actor(naming)
    else:
        name_bare(naming)


def counted_each(naming: Naming) -> Phrase | None:
    """The noun of a rate of things counted, none but a place or body before it: "tỉnh có 12 | bác sĩ | /vạn dân"."""
    draft, subject, before = naming.draft, naming.subject, naming.before
    unit = draft.quantity.unit if draft.quantity is not None else None
    if unit is None or unit.end <= unit.start:
        return None
    text, (noun, _, each) = draft.sentence.text, unit.code.partition("/")
    if each in phrase_words().time_unit or (before is not None and unit_code(before) in {unit.code, noun}):
        return None
    span = (unit.start, unit.start + len(noun))
    if (noun.isascii() and " " not in noun) or text[slice(*span)].lower() != noun:
        # No noun: "m3", "VND".
        return None
    owned = subject is None or naming.lexicon.parts.is_part(text, naming.items, subject)
    return Phrase(text[slice(*span)], (span,), "indicator.noun") if owned else None


def _is_index(naming: Naming) -> bool:
    """Whether the points are those of an index that the words before name: "VN-Index tăng 5 điểm lên | 965 điểm"."""
    if unit_kind(naming.draft) != "points" or naming.subject is None or naming.headed is not None:
        return False
    return any(item.low == phrase_words().index_noun for item in naming.items[slice(*naming.subject)])


def _is_parted(naming: Naming, headed: HeadedPhrase) -> bool:
    """Whether more than a verb stands between the head and the count of another noun: "chi nhánh | vận tải | - cho hay
    còn 900 vé đi Huế", but "tần suất bay | là 953 lượt chuyến"."""
    items, noun = naming.items, unit_code(naming.draft).partition(" ")[0]
    named = " ".join(item.low for item in items[headed.first : headed.last]).split()
    between = items[headed.last : naming.draft.place]
    if not noun or noun in named or any(item.low == LABEL_END for item in between):
        return False
    return any(item.kind in {"punct", "word"} or item.role == "report" for item in between)


def _counted_through(draft: Draft, last: int) -> Phrase | None:
    """The counted noun with what stands behind it up to item `last`; None for a noun that another figure lends."""
    unit = draft.quantity.unit if draft.quantity is not None else None
    if unit is None or unit.end <= unit.start:
        return None
    span = (unit.start, draft.sentence.items[last - 1].end)
    return Phrase(draft.sentence.text[slice(*span)], (span,), CRITERION_RULE)


def _tells_victims(items: list[Item], place: int, headed: HeadedPhrase) -> bool:
    """Whether the words behind the noun tell what befell those counted, and the head does not: "thiệt hại về người tăng
    lên 8 người | chết"."""
    victims = phrase_words().victim
    told = phrase_size(items, place + 1, len(items), victims) > 0 if place + 1 < len(items) else False
    return told and not holds_phrase(items[headed.first : headed.last], victims)


def _add_actor(naming: Naming) -> None:
    """Adds who has or does what is counted as a scope, where few words tell it."""
    subject = naming.subject
    if subject is not None and subject[1] - subject[0] <= LONGEST_ACTOR:
        add_scope(naming.draft, naming.items, subject, "scope.actor")


def _is_noun_alone(naming: Naming, counted: Phrase) -> bool:
    """Whether the name is but the counted noun."""
    quantity = naming.draft.quantity
    unit = quantity.unit if quantity is not None else None
    return unit is not None and unit.kind == "count" and counted.parts == ((unit.start, unit.end),)


def _is_by_the_way(naming: Naming, stop: int) -> bool:
    """Whether the words behind the noun tell only how or where it was done: "phạt 9 cơ sở | theo Nghị định 117"."""
    items, place, words = naming.items, naming.draft.place, phrase_words()
    if stop < place + 3 or items[place + 2].is_inner or unit_kind(naming.draft) != "count":
        return False
    opener = items[place + 1].low
    opens = opener in words.by_the_way or f"{opener} {items[place + 2].low}" in words.by_the_way
    return opens and not items[place + 1].is_inner and not has_predicate(items, place, stop)


def _is_of_place(naming: Naming, stop: int) -> bool:
    """Whether nothing but a place stands behind the noun: "trong đó 9 người | từ Hà Nội", "12 tổ | ở vùng trũng"."""
    items, place = naming.items, naming.draft.place
    if not 3 <= stop - place <= LONGEST_PLACE or items[place + 1].low not in phrase_words().whereabouts:
        return False
    named = any(item.is_name for item in items[place + 2 : place + 4])
    return not has_predicate(items, place, stop) and (named or items[place + 1].low in phrase_words().place)


def _is_acted_on(naming: Naming) -> bool:
    """Whether a verb of doing stands right before the count, with no object of its own between."""
    deed = deed_before(naming.items, naming.draft.place)
    return deed is not None and deed[1] - deed[0] <= SHORTEST_DEED


def _only_completes(naming: Naming, headed: HeadedPhrase) -> bool:
    """Whether the count only says where or of what in words behind the head: "việc quản lý vốn tại | 4 doanh nghiệp",
    "nội dung là việc dùng đất trên địa bàn | hai xã"."""
    items, place, cue, words = naming.items, naming.draft.place, naming.draft.cue, phrase_words()
    if place and items[place - 1].low in words.place | {words.within}:
        return True
    if cue is None or headed.first > cue or link_before(items, place) is not None:
        return False
    return any(item.kind == "word" and item.low in words.preposition for item in items[cue + 1 : place])


def _is_equated(naming: Naming, headed: HeadedPhrase) -> bool:
    """Whether the head is one of the things that "là" says to be so many: "tín dụng và nợ xấu là 3 | vấn đề lớn"."""
    draft, items = naming.draft, naming.items
    if draft.cue is None or items[draft.cue].low.rpartition(" ")[2] != phrase_words().copula or headed.role == "rate":
        return False
    noun = unit_code(draft)
    named = " ".join(item.low for item in items[headed.first : headed.last])
    counts = items[headed.first].low.partition(" ")[0] in phrase_words().counter or noun.partition(" ")[0] in named
    return not counts and not naming.topics.nouns.is_generic(noun)


def _is_idle(items: list[Item], place: int, stop: int) -> bool:
    """Whether nothing is told between the noun and the place behind it: "33 người | đều | ở đường bộ"."""
    words, behind = phrase_words(), items[place + 1 : place + 3]
    if behind[0].low in words.dating and behind[0].low != words.within and behind[-1].row == TIME_ROW:
        # "lên 3.619 người | vào thời điểm cuối năm"
        return True
    split = place_split(items, place, stop)
    own = items[place + 1 : split]
    return split < stop and bool(own) and all(item.role in IDLE for item in own)


def _stands_for_subject(naming: Naming) -> bool:
    """Whether a classifier counts what the words before name, and a clause on that goes on behind it: "lô xe hơi | 200
    chiếc | của hãng này", "số xe 9 chỗ chỉ có | 110 chiếc | được nhập"."""
    draft, items, words = naming.draft, naming.items, phrase_words()
    if naming.subject is None or unit_code(draft) not in words.bare_classifier or draft.place + 1 >= len(items):
        return False
    if is_source(items, naming.subject[1]):
        return False
    behind = items[draft.place + 1]
    if behind.role in CLAUSAL or behind.low in words.preposition | words.closer | words.scope_opener:
        return True
    return behind.low in words.owning or deed_at(items, draft.place + 1, len(items))


def _says_nothing(naming: Naming, stop: int) -> bool:
    """Whether a noun is told before one that counts any things, and the words behind that tell only of all sorts, or
    how often: "lượng xe nhập tăng với 90 chiếc | các loại"."""
    items, first = naming.items, naming.draft.place + 1
    if naming.headed is None or first >= stop or not naming.topics.nouns.is_generic(unit_code(naming.draft)):
        return False
    return phrase_size(items, first, stop, phrase_words().of_any) == stop - first


def _counted(naming: Naming, stop: int, behind: tuple[int, int] | None) -> Phrase:
    """The noun with its words up to `stop`, and with what the counted do: "cơ sở ở Huế được công nhận".

    A place before the verb is a scope; one that ends the phrase is no part of it.
    """
    draft, items = naming.draft, naming.items
    unit = draft.quantity.unit if draft.quantity is not None else None
    start = unit.start if unit is not None and unit.end > unit.start else items[min(draft.place + 1, stop - 1)].start
    if unit is not None and unit.start < unit.end < items[draft.place].end:
        return _of_whole(naming, unit, stop)
    noun = _lent_noun(naming, unit) if unit is not None and unit.start == unit.end else None
    if noun is not None and items[draft.place + 1].low == phrase_words().copula and stop > draft.place + 2:
        # "12 hồ sơ có sai sót, trong đó 5 là | giả mạo"
        return noun.joined(phrase_of(draft, items, (draft.place + 2, stop), noun.rule), noun.rule)
    split = place_split(items, draft.place, stop)
    verb = predicate_start(items, split, stop) if split < stop else stop
    counted = place_tail(draft, items, (draft.place, verb), COUNT_RULE, start=start)
    if behind is not None:
        shared = any(is_share(item) for item in items[stop : behind[0]])
        rule = SHARED_RULE if shared else counted.rule
        return counted.joined(phrase_of(draft, items, behind, rule), rule)
    if verb == stop or has_predicate(items, draft.place, split):
        return counted
    return place_tail(draft, items, (draft.place, stop), counted.rule, start=start, head_end=verb + 1)


def _lent_noun(naming: Naming, unit: Unit) -> Phrase | None:
    """The noun that a figure without one counts, as the last figure of the sentence that has it says it; or None."""
    for other in reversed(naming.told):
        said = other.quantity.unit if other.quantity is not None else None
        if said is not None and said.code == unit.code and said.end > said.start:
            span = (said.start, said.end)
            return Phrase(naming.draft.sentence.text[slice(*span)], (span,), COUNT_RULE)
    return None


def _of_whole(naming: Naming, unit: Unit, stop: int) -> Phrase:
    """ "51 thí sinh trong tổng số 222 thí sinh của tỉnh | được nâng điểm": the noun, and what those counted do.

    Words behind the same noun complete both.
    """
    draft, items, place = naming.draft, naming.items, naming.draft.place
    text = draft.sentence.text
    noun = Phrase(text[unit.start : unit.end], ((unit.start, unit.end),), COUNT_RULE)
    verb = predicate_start(items, place, stop)
    first = place + 1 if text[: items[place].end].endswith(f" {noun.text}") and verb == stop else verb
    return noun if first == stop else noun.joined(phrase_of(draft, items, (first, stop), noun.rule), noun.rule)
