"""Pairs off lists, told by "lần lượt" or not: the first figure with the first name or period, and so on."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.sentences.clauses import TERM_ROW, clause_start
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words

# Signs between the figures, or the names, of one list.
JOINTS = frozenset({","})
# Roles of verbs and nouns of growth.
GROWING = frozenset({"up", "growth"})
# The bound of "khoảng".
ABOUT = "~"


def pair_off(drafts: list[Draft]) -> None:
    """Sets `paired_part` or `period_place` on the drafts of each paired list of two or more."""
    index = 0
    while index < len(drafts):
        group = [drafts[index]]
        if drafts[index].paired == 0:
            for draft in drafts[index + 1 :]:
                if draft.paired == len(group):
                    group.append(draft)
                elif draft.role != "share":
                    break
        if len(group) > 1:
            _share_about(group)
            _pair(group)
        elif group[0].paired is None and len(row := _in_row(drafts, index)) > 1:
            _pair_alike(row)
            index += len(row) - 1
        index += 1


def _in_row(drafts: list[Draft], index: int) -> list[Draft]:
    """The drafts from the one at `index` on whose figures stand in a row, with nothing but commas and "và" between."""
    row = [drafts[index]]
    for draft in drafts[index + 1 :]:
        before = row[-1]
        alike = draft.sentence is before.sentence and draft.role == before.role and draft.paired is None
        if not alike or _kind(draft) != _kind(before):
            break
        between = draft.sentence.items[before.place + 1 : draft.place]
        if not between or any(item.low not in JOINTS | {phrase_words().conjunction} for item in between):
            break
        row.append(draft)
    return row


def _kind(draft: Draft) -> str:
    quantity = draft.quantity or (draft.changes[0].quantity if draft.changes else None)
    return "" if quantity is None else quantity.kind


def _pair_alike(row: list[Draft]) -> None:
    """ "Doanh thu và lợi nhuận đạt 80 tỷ đồng và 9 tỷ đồng": gives as many figures as there are names one each."""
    items, (first, last) = row[0].sentence.items, row[0].subject
    begin = clause_start(items, first, last)
    signs = {item.low for item in items[begin:last] if item.kind == "punct"}
    names = _names(items, begin, last)
    if len(names) != len(row) or not signs <= JOINTS:
        return
    if not any(item.low == phrase_words().conjunction for item in items[begin:last]):
        return
    sides = phrase_words().side
    if any(" ".join(item.low for item in items[slice(*name)]) in sides for name in names):
        return
    for number, (draft, name) in enumerate(zip(row, names, strict=True)):
        draft.paired_part, draft.paired = name, number


def _share_about(group: list[Draft]) -> None:
    """ "lần lượt khoảng 1.860 và 2.000 ha": what is said of the first number holds for the others."""
    first = group[0].quantity
    for draft in group[1:]:
        if first is not None and first.bound == ABOUT and draft.quantity is not None and draft.quantity.bound == "=":
            draft.quantity = replace(draft.quantity, bound=ABOUT)


def _pair(group: list[Draft]) -> None:
    """Gives each draft of the group its part of the list before the first figure."""
    items = group[0].sentence.items
    first, last = group[0].subject
    periods = [place for place in range(first, last) if items[place].kind == "period"]
    compared = any(items[place].role == "versus" for place in range(first, last))
    if len(periods) >= len(group) and not compared:
        for draft, place in zip(group, periods[-len(group) :], strict=True):
            draft.period_place = place
        return
    if any(item.row == TERM_ROW for item in items[first:last]):
        # "kỳ hạn 9, 12 và 13 tháng, mức lãi suất lần lượt là 8%, 8,1% và 8,2%"
        return
    names = _names(items, first, last)
    if len(names) < len(group):
        # "tăng trưởng doanh số và tăng trưởng dư nợ đạt lần lượt 9% và 12%"
        names = _names(items, first, group[0].place)
    whole = _names(items, first, last, joints=frozenset()) if _goes_on_with_comma(items, first, last) else []
    names = whole if len(whole) == len(group) else names
    if len(names) >= len(group):
        for draft, name in zip(group, names[-len(group) :], strict=True):
            draft.paired_part = _before_tense(items, name) if draft.role == "growth" else name


def _goes_on_with_comma(items: list[Item], first: int, last: int) -> bool:
    """Whether a comma stands in the part behind the last "và", which then parts no names: "thuế và phí cho quỹ phòng |
    , | chống thiên tai"."""
    joined = next((n for n in range(last - 1, first, -1) if items[n].low == phrase_words().conjunction), last)
    return any(items[n].low == "," and items[n + 1].kind == "word" for n in range(joined, last - 1))


def _before_tense(items: list[Item], name: tuple[int, int]) -> tuple[int, int]:
    """The name without the verb that it has behind it: "Đài Loan | vẫn đang giữ"."""
    return name[0], next((n for n in range(name[0] + 1, name[1]) if items[n].role == "tense"), name[1])


def _names(items: list[Item], first: int, last: int, *, joints: frozenset[str] = JOINTS) -> list[tuple[int, int]]:
    """The parts of a list joined by commas and "và", without what they are examples of: "chỉ số như | CIR và NIM"."""
    found: list[tuple[int, int]] = []
    example, conjunction = phrase_words().example, phrase_words().conjunction
    start = next((place + 1 for place in range(first + 1, last) if items[place].low == example), first)
    first = start
    for place in range(first, last + 1):
        if place == last or items[place].low in joints | {conjunction}:
            name = trim(items, start, place) or _deed(items, start, place)
            if name is not None:
                found.append(name)
            start = place + 1
    return [_with_rest(items, name, found[-1]) for name in found]


def _with_rest(items: list[Item], name: tuple[int, int], last: tuple[int, int]) -> tuple[int, int]:
    """A noun of measure alone with what is measured behind its neighbours: "lượng | và trị giá nhập khẩu thép"."""
    words = phrase_words()
    joined = name[1] + 1 == last[0] and items[name[1]].low == words.conjunction
    if not joined or not _is_measure(items, name) or _is_measure(items, last):
        return name
    owned = any(item.low == words.of for item in items[slice(*last)])
    return name if owned else (name[0], last[1])


def _is_measure(items: list[Item], name: tuple[int, int]) -> bool:
    return " ".join(item.low for item in items[slice(*name)]) in phrase_words().measured_noun


def _deed(items: list[Item], start: int, stop: int) -> tuple[int, int] | None:
    """The verb of doing that is all a part of a list has for a name: "tín dụng và | huy động | đạt lần lượt …"."""
    place = next((index for index in range(start, stop) if items[index].role not in GROWING), stop)
    if place == stop or items[place].role != "have" or items[place].low.endswith(phrase_words().have):
        return None
    return place, place + 1
