"""Numbers that end a name: "Nhà máy Sông Bung 4 đã phát điện", "lớp 9 A 2"; they count and measure nothing."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import Item
from vnreport.grammar.units import WORD_ROW
from vnreport.grammar.values import Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Signs that end a figure told with its noun alone: "Hồng Dân 264, Phước Long 159;", "chết 19)".
_ENDS = frozenset(",;.)(:!?…")
# The months of a year, the fewest digits of a code and numbered names in a row, and the largest number of their rest.
MONTHS, SHORTEST_CODE, FEWEST_IN_ROW, LARGEST_GRADE = 12, 7, 3, 12
# A number from this one on may end a list before "và các … khác".
LEAST_LISTED = 1000
# Numbers that make a row of names behind a plural, and items of its noun.
FEWEST_NAMED, LONGEST_PLURAL = 2, 4
# Numbers below this one may be those of parts.
LEAST_COUNTED = 10
# Characters of the longest pair of names with a bar between.
_LONGEST_WORD = 40
# The most items between two figures of one list.
_LIST_REACH = 12


def numbered_names(text: str, items: Sequence[Item]) -> list[int]:
    """The places of the bare numbers that end a name, in order.

    A number with no unit right behind a noun is a figure only where the clause ends with it, and another figure of a
    list stands near: "Hồng Dân 264, Phước Long 159". Thousands and decimals are told of no name.
    """
    found: list[int] = []
    rows = _numbered_rows(items)
    for place in range(1, len(items)):
        quantity = items[place].quantity
        if quantity is not None and place in rows:
            found.append(place)
        if quantity is None or quantity.unit is not None or place in rows:
            continue
        if _is_day(items, place) or _is_code(text, quantity):
            found.append(place)
        elif items[place - 1].kind != "word" or not _is_bare(quantity):
            continue
        elif not _ends_clause(items, place) or (_is_plain(text, quantity) and _is_of_name(text, items, place)):
            found.append(place)
    return [*found, *_rest_of_row(text, items, found)] if len(found) >= FEWEST_IN_ROW else found


def _numbered_rows(items: Sequence[Item]) -> frozenset[int]:
    """The places of bare numbers in a row behind a plural noun, whose names they end: "các xuồng | 05, 07 và 09"."""
    places: list[int] = []
    index = 1
    while index < len(items):
        row = _row_from(items, index)
        if len(row) >= FEWEST_NAMED and _is_plural(items, index):
            places.extend(row)
        index = row[-1] + 1 if row else index + 1
    return frozenset(places)


def _row_from(items: Sequence[Item], first: int) -> list[int]:
    """The places of the bare whole numbers from the item on that only commas and "và" part."""
    row: list[int] = []
    index, joins = first, {",", phrase_words().conjunction}
    while index < len(items) and (quantity := items[index].quantity) is not None:
        guessed = quantity.unit is None or quantity.unit.row == WORD_ROW
        plain = guessed and quantity.of is None and quantity.bound == "=" and not quantity.hint and not quantity.spelled
        if not plain or quantity.number is None or quantity.step != 1 or quantity.number >= LEAST_LISTED:
            break
        row.append(index)
        if quantity.unit is not None or index + 1 >= len(items) or items[index + 1].low not in joins:
            return row
        index += 2
    # "các khách sạn 4, | 5 sao"
    return [] if index < len(items) and items[index].quantity is not None else row


def _is_plural(items: Sequence[Item], place: int) -> bool:
    """Whether a plural with its noun stands right before the item: "các tàu kiểm ngư | 11"."""
    first = place - 1
    while first > 0 and place - first <= LONGEST_PLURAL and items[first].kind == "word":
        if items[first].low in phrase_words().plural:
            return first < place - 1
        first -= 1
    return place - first <= LONGEST_PLURAL and first < place - 1 and items[first].low in phrase_words().plural


def _is_day(items: Sequence[Item], place: int) -> bool:
    """Whether a ratio is one more of the days before it: "các ngày 26, 27/4 và | 1/5"."""
    quantity, before = items[place].quantity, items[place - 2].period if place > 1 else None
    if quantity is None or quantity.of is None or before is None or before.shape != "day" or before.year is not None:
        return False
    return quantity.of <= MONTHS and items[place - 1].low in {",", phrase_words().conjunction}


def _is_code(text: str, quantity: Quantity) -> bool:
    """Whether the digits are those of a code, or go on with a short name or one of two with a bar: "mã ngành 7720201",
    "biến thể LP.8.1", "Lotus/Greengate 2"."""
    digits, start = text[quantity.start : quantity.end], quantity.start
    if digits.isdigit() and len(digits) >= SHORTEST_CODE:
        return True
    if quantity.unit is None and _ends_barred_name(text, start):
        return True
    return start > 1 and text[start - 1] == "." and text[start - 2].isupper()


def _ends_barred_name(text: str, start: int) -> bool:
    """Whether the word before the number has a bar before a capital, as the second of two names has."""
    word = text[max(0, start - _LONGEST_WORD) : start].rstrip().rpartition(" ")[2]
    bar = word.rfind("/")
    return bar > 0 and word[bar + 1 : bar + 2].isupper()


def _rest_of_row(text: str, items: Sequence[Item], found: Sequence[int]) -> list[int]:
    """The places of the other small numbers in a row of numbered names: "Địa lý 4, Địa lý 5, Địa lý 6, | Sử 10"."""
    rest: list[int] = []
    for place in range(1, len(items)):
        quantity = items[place].quantity
        if place in found or quantity is None or items[place - 1].kind != "word" or not _is_bare(quantity):
            continue
        if quantity.number is not None and quantity.number <= LARGEST_GRADE and _is_plain(text, quantity):
            rest.append(place)
    return rest


def _is_bare(quantity: Quantity) -> bool:
    """Whether nothing but the digits tells what the number is."""
    return (
        quantity.unit is None
        and quantity.bound == "="
        and not quantity.hint
        and not quantity.spelled
        and quantity.number is not None
        and quantity.of is None
        and quantity.step <= 1
    )


def _is_plain(text: str, quantity: Quantity) -> bool:
    return text[quantity.start : quantity.end].isdigit()


def _ends_clause(items: Sequence[Item], place: int) -> bool:
    """Whether the clause ends with the number, or "và" leads to a further figure."""
    if place + 1 == len(items):
        return True
    following = items[place + 1]
    if following.low == phrase_words().conjunction:
        number = items[place].quantity
        many = number is not None and number.number is not None and number.number >= LEAST_LISTED
        # "Đài Loan 5.210, Hàn Quốc 1.020 | và các thị trường khác"
        near = items[max(0, place - _LIST_REACH) * many : place * many]
        return any(item.quantity is not None for item in (*near, *items[place + 2 : place + 2 + _LIST_REACH]))
    return following.low in _ENDS


def _is_of_name(text: str, items: Sequence[Item], place: int) -> bool:
    """Whether the plain number belongs to the name before it, by what stands near or by the name told again."""
    if not _is_listed(items, place) or _is_told_again(text, items, place):
        return True
    before, quantity = items[place - 1], items[place].quantity
    if quantity is None or quantity.number is None or quantity.number >= LEAST_COUNTED:
        return False
    if not text[before.start].isupper() or text[before.end : quantity.start] != " ":
        return False
    near = (*items[max(0, place - _LIST_REACH) : place], *items[place + 1 : place + 1 + _LIST_REACH])
    kinds = {item.quantity.kind for item in near if item.quantity is not None}
    first = items[place - 2] if place > 1 and items[place - 2].is_name else before
    # "Sông Bung 4, mực nước đạt 207 m"; "hồ Đắk Mi 4 và Sông Bung 4" of a text that names them more than once.
    return not kinds & {"", "count"} or text.count(text[first.start : quantity.end]) > 1


def _is_told_again(text: str, items: Sequence[Item], place: int) -> bool:
    """Whether the sentence has the name with another number: "Địa lý | 4, Địa lý 5"."""
    first = items[place - 2] if place > 1 and items[place - 2].is_name else None
    if first is None or place < 2:
        return False
    name = text[first.start : items[place - 1].end]
    others = (
        text[items[other - 2].start : items[other - 1].end]
        for other in range(2, len(items))
        if other != place and items[other].quantity is not None and items[other].quantity != items[place].quantity
    )
    return name in others


def _is_listed(items: Sequence[Item], place: int) -> bool:
    """Whether another figure stands near; before a bracket one like it: "Nhiệt điện Sông Hậu 1 (gồm 2 tổ máy)"."""
    near = (*items[max(0, place - _LIST_REACH) : place], *items[place + 1 : place + 1 + _LIST_REACH])
    if _is_noted_alike(items, place):
        return True
    if place + 1 < len(items) and items[place + 1].low == "(" and _may_be_named(items, place):
        near = tuple(item for item in near if item.depth == items[place].depth and _has_no_unit(item))
    return any(item.quantity is not None for item in near)


def _is_noted_alike(items: Sequence[Item], place: int) -> bool:
    """Whether the number and the count before it have a bracket each: "Bắc Ninh 110 hộ (30%), Hải Dương | 74 (12%)"."""
    number, depth = items[place].quantity, items[place].depth
    if number is None or number.number is None or number.number < LEAST_COUNTED:
        return False
    if place + 1 == len(items) or items[place + 1].low != "(":
        return False
    for index in range(place - 1, 0, -1):
        before = items[index].quantity
        if before is not None and items[index].depth == depth:
            return before.kind == "count" and items[index + 1].low == "("
    return False


def _may_be_named(items: Sequence[Item], place: int) -> bool:
    """Whether a capitalised word stands before the number, or it has one digit: "dự án thành phần 1 (dài 16 km)"."""
    before, number = items[place - 1], items[place].quantity
    single = number is not None and number.number is not None and number.number < LEAST_COUNTED
    return single or (before.words is not None and before.words.text[before.start].isupper())


def _has_no_unit(item: Item) -> bool:
    return item.quantity is not None and item.quantity.unit is None
