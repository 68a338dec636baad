"""Names ranks: what follows them, the class that is ranked, or the subject."""

from __future__ import annotations

from vnreport.assembly.items import Item
from vnreport.assembly.naming import Naming
from vnreport.assembly.phrases import add_scope, phrase_of, place_tail
from vnreport.assembly.scope_words import phrase_at
from vnreport.assembly.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues inside what a rank is about: "về thu nhập cao nhất từ du lịch", "về kinh phí được cấp".
WITHIN = frozenset({"", "soft", "aux", "from", "ranking"})
# Cues that part the class from whom it is said of: "Ấn Độ là | nước sản xuất chè lớn thứ hai".
PARTING = frozenset({"level", "tense", "part"})
# Items of the shortest class: "nước lớn | thứ hai".
SHORTEST_CLASS = 2


def name_rank(naming: Naming) -> None:
    """A rank: what follows it ("thứ 2 về kinh phí"), the class ("nước trồng chè lớn thứ hai"), else the subject."""
    draft, items, words = naming.draft, naming.items, phrase_words()
    naming.subject = subject = _listed(naming) or naming.subject
    about = _about(items, draft.place + 1)
    if about is not None:
        draft.indicator = place_tail(draft, items, about, "indicator.rank.about")
    if subject is None:
        return
    placed = any(item.role == "ranking" and item.low != words.ordinal for item in items[subject[1] : draft.place])
    ranked = None if draft.indicator is not None or placed else _class(items, subject)
    if ranked is not None:
        draft.indicator = phrase_of(draft, items, ranked, "indicator.rank.class")
        before = trim(items, subject[0], ranked[0])
        if before is not None:
            add_scope(draft, items, before, "scope.subject")
        return
    headed = naming.lexicon.heads.narrow(items, subject)
    if draft.indicator is not None:
        add_scope(draft, items, subject, "scope.subject")
    elif headed is not None:
        naming.set_headed(headed)
    elif naming.before is not None and naming.before.role == "rank" and _is_part(naming, subject):
        add_scope(draft, items, subject, "scope.subject")
        draft.indicator, draft.inherited["indicator"] = naming.before.indicator, "before"
    elif placed:
        add_scope(draft, items, subject, "scope.subject")
    else:
        draft.indicator = phrase_of(draft, items, subject, "indicator.subject")


def _is_part(naming: Naming, subject: tuple[int, int]) -> bool:
    return naming.lexicon.parts.is_part(naming.draft.sentence.text, naming.items, subject)


def _about(items: list[Item], first: int) -> tuple[int, int] | None:
    """The item range of what a rank is about, behind it: "về kinh phí", "trong danh sách nước xuất khẩu gạo"."""
    words = phrase_words()
    if first >= len(items):
        return None
    if items[first].low == words.about:
        first += 1
    else:
        first += items[first].low == words.within
        if first >= len(items) or not phrase_at(items, first, len(items), words.ranking_list):
            return None
    last = first
    while last < len(items) and items[last].kind in {"word", "cue"} and items[last].role in WITHIN:
        if items[last].low in words.closer and last > first:
            break
        last += 1
    while last > first and items[last - 1].kind != "word":
        last -= 1
    return (first, last) if first < last else None


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
