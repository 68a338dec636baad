"""Names ranks: what follows them, the class that is ranked, or the subject."""

from __future__ import annotations

from itertools import pairwise

from vnreport.assembly.names.naming import SUBJECT_RULE, Naming
from vnreport.assembly.names.noted_ranks import noted_name, opened_before, row_end
from vnreport.assembly.names.rank_steps import is_of_steps
from vnreport.assembly.names.said_scores import said_to_be
from vnreport.assembly.names.told_rankings import (
    ABOUT_RULE,
    LIST_RULE,
    is_within,
    keep_criterion,
    keep_own,
    keep_ranking,
    ranking_around,
    ranking_before,
    superlative,
)
from vnreport.assembly.sentences.drafts import MOVED_RULE, Draft, Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.links import is_count, words_end
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import add_scope, phrase_of, place_tail
from vnreport.assembly.sentences.positions import without_position
from vnreport.assembly.sentences.scope_words import has_capital, phrase_at, phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a rank in a class: "nước trồng chè lớn thứ hai".
CLASS_RULE = "indicator.rank.class"
# Cues that part the class from whom it is said of: "Ấn Độ là | nước sản xuất chè lớn thứ hai".
PARTING = frozenset({"level", "tense", "part"})
# How many such words stand behind one another at most.
MOST_POSITIONS = 2
# Items of the longest words that say among whom a rank is: "thứ ba toàn khu vực Đông Nam Á | về".
LONGEST_FIELD = 8
# Items of the shortest class: "nước lớn | thứ hai".
SHORTEST_CLASS = 2


def name_rank(naming: Naming) -> None:
    """A rank: what follows it ("thứ 2 về kinh phí"), the class ("nước trồng chè lớn thứ hai"), else the subject.

    Without one it is in the ranking that the sentence names, of the class whose first was told before ("thị trường lớn
    nhất"), or of what the rank before is of.
    """
    draft, items = naming.draft, naming.items
    naming.subject = subject = _own(naming)
    noted = opened_before(items, draft.place) is not None
    about = _about(items, row_end(items, draft.place))
    if about is not None:
        draft.indicator = place_tail(draft, items, about, ABOUT_RULE)
        keep_criterion(naming, draft.indicator)
    headed = None if subject is None else naming.lexicon.heads.narrow(items, subject)
    moved = any(change.rule == MOVED_RULE for change in draft.changes)
    placed = subject is not None and not moved and (noted or _is_placed(items, subject, draft.place))
    ranked = None if draft.indicator is not None or placed or subject is None else _class(items, subject)
    if subject is not None and ranked is not None:
        draft.indicator = phrase_of(draft, items, ranked, CLASS_RULE)
        subject = trim(items, subject[0], ranked[0])
    elif draft.indicator is None and (said := said_to_be(naming)) is not None:
        draft.indicator = phrase_of(draft, items, said, "indicator.rank.said")
        return
    elif draft.indicator is None and headed is not None:
        naming.set_headed(headed)
        keep_own(naming)
        return
    elif draft.indicator is None and (subject is None or placed or _is_part(naming, subject) or _is_named(naming)):
        _name_by_ranking(naming)
    if subject is not None and draft.indicator is None and not placed:
        draft.indicator = phrase_of(draft, items, subject, SUBJECT_RULE)
    elif subject is not None:
        add_scope(draft, items, subject, "scope.subject")
    elif (ranked := _behind(items, draft.place, about)) is not None:
        add_scope(draft, items, ranked, "scope.subject")


def _is_named(naming: Naming) -> bool:
    """Whether the subject is the name of another one that is ranked: "Thái Lan xếp thứ 14, | ĐH Quốc gia | thứ 12"."""
    subject = naming.subject
    named = subject is not None and subject[0] > 0 and has_capital(naming.items[subject[0]])
    return named and any(other.role == "rank" for other in naming.told)


def _behind(items: list[Item], place: int, about: tuple[int, int] | None) -> tuple[int, int] | None:
    """Who has a rank, told behind it: "đứng thứ 2 về quy mô là | Trung Quốc | với …"; None for nobody."""
    words, first = phrase_words(), place + 1 if about is None else about[1]
    if about is not None and first < len(items) and items[first].low in words.demonstrative:
        first += 1
    last = first + 1
    if last >= len(items) or items[first].low != words.copula:
        return None
    while last < len(items) and items[last].kind == "word" and items[last].low != words.companion:
        last += 1
    return (first + 1, last) if last > first + 1 else None


def _measure_behind(naming: Naming) -> tuple[int, int] | None:
    """What the one that has the rank is told to have: "đứng thứ hai là khối FDI | với | mức thưởng | 72 triệu đồng"."""
    items, heads = naming.items, naming.lexicon.heads
    ranked = _behind(items, naming.draft.place, None)
    first = len(items) if ranked is None else ranked[1] + 1
    if first >= len(items) or items[first - 1].low != phrase_words().companion or not heads.starts(items, first):
        return None
    last = next((index for index in range(first, len(items)) if items[index].kind in {"quantity", "punct"}), first)
    headed = heads.narrow(items, (first, last)) if last > first else None
    return None if headed is None else (headed.first, headed.last)


def _topic(items: list[Item], place: int) -> tuple[int, int] | None:
    """What the clause of a rank opens with: "Xét về | sức mạnh thương hiệu |, …", "còn tính về | giá vé | thì …"."""
    words = phrase_words()
    for index in range(place):
        if items[index].low != words.about or (index and items[index - 1].low not in words.weighing):
            continue
        last = next(
            (stop for stop in range(index + 1, place) if items[stop].low == "," or items[stop].role == "then"), 0
        )
        told = any(item.kind == "quantity" and not is_count(item) for item in items[last:place])
        if index + 1 < last <= index + 1 + LONGEST_FIELD and not told:
            return index + 1, last
    return None


def _name_by_ranking(naming: Naming) -> None:
    """Names a rank by the ranking, the class told before, or the rank before, where there is one."""
    draft, items = naming.draft, naming.items
    piece = ranking_around(items, draft.place) or _topic(items, draft.place)
    former = [other for other in naming.told if other.role == "rank" and not _is_aside(items, other)]
    if (moved := _moved_before(naming)) is not None:
        draft.indicator, draft.inherited["indicator"] = moved, FROM_BEFORE
    elif piece is not None:
        draft.indicator = phrase_of(draft, items, piece, LIST_RULE)
        keep_ranking(naming, draft.indicator)
    elif former and former[-1].indicator is not None:
        # "GRDP tăng 9%, đứng thứ 6; vốn FDI đạt 4 tỷ USD, xếp | thứ hai"
        beside = naming.told[-1] if _closes(naming, naming.told[-1]) else former[-1]
        draft.indicator, draft.inherited["indicator"] = beside.indicator or former[-1].indicator, FROM_BEFORE
    else:
        values = naming.topics.values
        told = superlative(items[: draft.place])
        source = items if told is not None else values[-1].sentence.items if values else []
        told = told or superlative(source)
        if told is not None:
            draft.indicator = phrase_of(draft, source, told, "indicator.rank.first")
            draft.inherited["indicator"] = FROM_BEFORE
        elif (name := ranking_before(naming)) is not None:
            draft.indicator, draft.inherited["indicator"] = name, FROM_BEFORE
        elif (measure := _measure_behind(naming)) is not None:
            draft.indicator = phrase_of(draft, items, measure, "indicator.rank.with")


def _is_aside(items: list[Item], other: Draft) -> bool:
    """Whether a rank in a class only tells who its own name is: "Trung Quốc | , nền kinh tế thứ 2 thế giới, | …"."""
    if other.indicator is None or other.indicator.rule != CLASS_RULE:
        return False
    start = other.indicator.parts[0][0]
    return any(item.low == "," and following.start == start for item, following in pairwise(items))


def _closes(naming: Naming, other: Draft) -> bool:
    """Whether a rank closes the clause of the figure before it: "đạt 4 tỷ USD | , xếp | thứ hai"."""
    items, first = naming.items, other.place + 1
    first += first < naming.draft.place and items[first].low == ")"
    last = without_position(items, first, naming.draft.place) if first < naming.draft.place else first
    between = items[first:last]
    return bool(between) and between[0].low == "," and all(item.kind != "word" for item in between)


def _moved_before(naming: Naming) -> Phrase | None:
    """What the steps before a rank that ends their clause are of: "Chỉ số Nộp thuế tăng 12 bậc, đạt vị trí | 88"."""
    before = naming.before
    if before is None or before.indicator is None or not is_of_steps(before) or not _closes(naming, before):
        return None
    return before.indicator if before.indicator.text.lower().startswith(tuple(phrase_words().score)) else None


def _own(naming: Naming) -> tuple[int, int] | None:
    """The words that name a rank, but "vị trí"; None where they are of the figure before, "84 điểm về thuế, xếp", or
    only say how it ranks: "1,9 triệu con, | lớn | thứ 2 cả nước"."""
    items, before, subject = naming.items, naming.before, _listed(naming) or noted_name(naming) or naming.subject
    for _ in range(MOST_POSITIONS):
        # "Nhật Bản | vươn lên | vị trí số | một"
        subject = None if subject is None else trim(items, subject[0], without_position(items, *subject))
    if (
        subject is not None
        and before is not None
        and all(item.low in phrase_words().largest for item in items[slice(*subject)])
    ):
        return None
    if subject is None or before is None or before.place >= subject[0] or before.role == "rank":
        return subject
    return None if right_stop(items, before.place) >= subject[1] else subject


def _is_placed(items: list[Item], subject: tuple[int, int], place: int) -> bool:
    """Whether a verb of ranking, or a position, stands between the subject and the rank: "Lào | xếp | thứ 4"."""
    words, between = phrase_words(), items[subject[1] : place]
    if any(item.role == "ranking" and item.low != words.ordinal for item in between):
        return True
    return any(phrase_size(items, index, place, words.position) for index in range(subject[1], place))


def _is_part(naming: Naming, subject: tuple[int, int]) -> bool:
    return naming.lexicon.parts.is_part(naming.draft.sentence.text, naming.items, subject)


def _about(items: list[Item], first: int) -> tuple[int, int] | None:
    """The item range of what a rank is about, behind it: "về kinh phí", "trong danh sách nước xuất khẩu gạo"."""
    words = phrase_words()
    if first + 1 < len(items) and items[first].low == words.conjunction and items[first + 1].kind == "quantity":
        # "xếp thứ 3 và thứ 4 về thu nhập"
        first += 2
    if first >= len(items) or items[first].low == words.belonging:
        # "vị trí thứ hai | thuộc về hãng B"
        return None
    # "đứng thứ hai thế giới | về xuất khẩu hồ tiêu"
    listed, field = 0, words_end(items, first)
    if first < field < min(len(items), first + LONGEST_FIELD) and items[field].low == words.about:
        first = field
    if items[first].low == words.about:
        first += 1
    else:
        first += items[first].low == words.within
        listed = first if first >= len(items) else phrase_size(items, first, len(items), words.ranking_list)
        if not listed:
            return None
    last = first
    while last < len(items) and items[last].kind in {"word", "cue"} and is_within(items[last]):
        if items[last].low in words.closer and last > first:
            break
        last += 1
    while last > first and items[last - 1].kind != "word":
        last -= 1
    return (first, last) if first + listed < last else None


def _listed(naming: Naming) -> tuple[int, int] | None:
    """The own part of the subject of the first in a list: "năng lực cạnh tranh gồm: | Malaysia hạng 23"."""
    items, subject = naming.items, naming.subject
    if subject is None:
        return None
    colon = next((index for index in range(*subject) if items[index].low == ":"), None)
    own = None if colon is None else trim(items, colon + 1, subject[1])
    label = None if colon is None else trim(items, subject[0], colon)
    headed = None if label is None else naming.lexicon.heads.narrow(items, label)
    if own is None or headed is None:
        return None
    naming.set_headed(headed)
    keep_own(naming)
    add_scope(naming.draft, items, own, "scope.subject")
    return own


def _class(items: list[Item], subject: tuple[int, int]) -> tuple[int, int] | None:
    """The item range of the class that is ranked, to the end of the subject: "thị trường nhập khẩu gạo lớn | thứ 2"."""
    first, last = subject
    if any(item.role == "ranking" for item in items[first:last]):
        return None
    parted = [
        index
        for index in range(first, last)
        if items[index].role in PARTING or items[index].low in {",", phrase_words().have}
    ]
    start = parted[-1] + 1 if parted else first
    for index in range(start, last):
        if phrase_at(items, index, last, phrase_words().ranked):
            named = any(item.is_name for item in items[index:last])
            return None if named or last - index < SHORTEST_CLASS else (index, last)
    return None
