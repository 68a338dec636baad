"""Figures that add up to one told before them: its parts. "8 tỷ: vốn vay 5 tỷ, vốn tự có 3 tỷ"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from vnreport.assembly.sentences.drafts import Figure, SentenceItems
from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import AMOUNTS, OPEN_BOUNDS, Quantity
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.values import value

# Sentences from a total to its first part, and from one part to the next: rows of a list.
MOST_SENTENCES = 2
# Parts of one total.
MOST_PARTS = 24
# Two parts in another sentence may add up to a smaller total by chance.
SMALLEST_TOTAL = Decimal(20)
# A sum is off by what rounding its parts explains, and by no more than this part of the total.
LARGEST_OFF = Decimal("0.01")
# Signs behind which a breakdown begins, the kind of block of its rows, and the words that a heading of it opens with.
COLON, BRACKET = ":", "("
LIST = "list_item"
LONGEST_OPENING = 4
# The kind of unit of shares, and the roles of figures that may be shares of one whole.
PERCENT = "percent"
SHARE = "share"
SHARE_ROLES = frozenset({"value", SHARE})
# The kind of unit of a part, of which a list may leave the unit out.
UNITLESS = ""


@value(frozen=True, slots=True)
class Total:
    """Where the number of a total starts in the text, and whether words or signs say that parts follow it."""

    start: int
    opened: bool


@value(frozen=True, slots=True)
class _Value:
    """A figure of the document that may be a total or a part, and the number of its sentence."""

    sentence: int
    depth: int
    figure: Figure


def totals(figures: Sequence[tuple[SentenceItems, list[Figure]]]) -> dict[int, Total]:
    """The total of each figure that is a part of one, by where the part's number starts."""
    found: dict[int, Total] = {}
    values = list(_values(figures))
    ends: dict[int, int] = {}
    for index in range(len(values) - 2, -1, -1):
        parts = _parts(values, index, ends) or (_parts(values, index, {}) if ends else None)
        if parts is None:
            continue
        ends[index] = parts[-1]
        total, first = values[index], values[parts[0]]
        opened = _is_opened(figures, total, first)
        if not opened and (len(parts) == 2 or first.sentence != values[parts[-1]].sentence):
            continue
        number = total.figure.quantity.number
        if len(parts) == 2 and total.sentence != first.sentence and number is not None and number < SMALLEST_TOTAL:
            continue
        for part in parts:
            found.setdefault(values[part].figure.quantity.start, Total(total.figure.quantity.start, opened))
    return found


def shares_of_one(figures: Sequence[tuple[SentenceItems, list[Figure]]]) -> frozenset[int]:
    """Where the numbers of percentages start that make up a whole: "vốn vay 40%, vốn cấp 35%, vốn góp 25%"."""
    found: set[int] = set()
    for sentence, told in figures:
        rates = [figure for figure in told if figure.quantity.kind == PERCENT and figure.role in SHARE_ROLES]
        for first in range(len(rates) - 1):
            found.update(_hundred(rates[first:], sentence.items))
    return frozenset(found)


def _hundred(rates: Sequence[Figure], items: Sequence[Item]) -> list[int]:
    """Where the first percentages start that add up to a hundred; none where two of them might do so by chance."""
    sum_, step = Decimal(0), Decimal(0)
    for count, figure in enumerate(rates, 1):
        number = figure.quantity.number
        if (
            number is None
            or figure.quantity.bound in OPEN_BOUNDS
            or items[figure.place].depth != items[rates[0].place].depth
        ):
            return []
        sum_, step = sum_ + number, max(step, figure.quantity.step)
        if count > 1 and abs(sum_ - 100) <= (0 if count == 2 else step * count / 2):
            rest = phrase_words().rest
            between = items[rates[0].place + 1 : rates[1].place + 2]
            told = count > 2 or rates[0].role == SHARE or any(item.low.startswith(rest) for item in between)
            return [each.quantity.start for each in rates[:count]] if told else []
        if sum_ > 100:
            return []
    return []


def _values(figures: Sequence[tuple[SentenceItems, list[Figure]]]) -> Iterator[_Value]:
    """The levels of all sentences that count or measure something, and those without a unit, in order."""
    for number, (sentence, told) in enumerate(figures):
        for figure in told:
            quantity = figure.quantity
            if figure.role != "value" or not quantity.number or quantity.hint or quantity.spelled:
                continue
            if quantity.kind in AMOUNTS or quantity.kind == UNITLESS:
                yield _Value(number, sentence.items[figure.place].depth, figure)


def _parts(values: Sequence[_Value], index: int, ends: dict[int, int]) -> list[int] | None:
    """The places of the values behind the one at `index` that add up to it; None where they do not.

    `ends` says where the parts of totals behind end, which add up to those already.
    """
    total = values[index]
    whole = total.figure.quantity
    if whole.kind == UNITLESS or whole.number is None:
        return None
    parts: list[int] = []
    sum_, step, last = Decimal(0), whole.step, total
    place = index + 1
    while place < len(values) and len(parts) < MOST_PARTS:
        part = values[place]
        quantity, number = part.figure.quantity, part.figure.quantity.number
        depth = values[parts[0]].depth if parts else part.depth
        if part.sentence - last.sentence > MOST_SENTENCES or (part.depth < depth and depth > total.depth):
            return None
        is_alike = _is_alike(quantity, values[parts[0]].figure.quantity if parts else whole)
        if number is not None and part.depth == depth and (is_alike or (not parts and quantity.kind == UNITLESS)):
            if number >= whole.number:
                return None
            parts.append(place)
            sum_, step, last = sum_ + number, max(step, quantity.step), part
            if len(parts) > 1 and _is_equal(sum_, whole.number, step, len(parts), is_count=whole.kind == "count"):
                return parts
            if sum_ > whole.number:
                return None
            place = ends.get(place, place)
        place += 1
    return None


def _is_alike(part: Quantity, other: Quantity) -> bool:
    """Whether two figures are told in one unit, or count the same: "tin báo" and "tin"."""
    if part.code == other.code:
        return True
    return part.kind == other.kind == "count" and part.code.split()[:1] == other.code.split()[:1]


def _is_equal(sum_: Decimal, total: Decimal, step: Decimal, parts: int, *, is_count: bool) -> bool:
    """Whether a sum of so many parts is the total, but for what was rounded at the `step`."""
    off = abs(sum_ - total)
    if off == 0 or (is_count and step <= 1):
        return off == 0
    return off <= min(step * parts / 2, total * LARGEST_OFF)


def _is_opened(figures: Sequence[tuple[SentenceItems, list[Figure]]], total: _Value, first: _Value) -> bool:
    """Whether a sign or words between the total and its first part say that parts follow."""
    for number in range(total.sentence, first.sentence + 1):
        sentence = figures[number][0]
        begin = total.figure.place + 1 if number == total.sentence else 0
        end = first.figure.place if number == first.sentence else len(sentence.items)
        if any(_opens(sentence.items[index], first) for index in range(begin, end)):
            return True
        if number > total.sentence and _is_announced(sentence):
            return True
    return figures[first.sentence][0].block == LIST and figures[total.sentence][0].block != LIST


def _opens(item: Item, first: _Value) -> bool:
    """Whether parts follow the item: a colon, a bracket that the part stands in, "trong đó"."""
    if item.low == BRACKET:
        return item.depth < first.depth
    return item.low == COLON or item.role == "part" or item.low in phrase_words().listing


def _is_announced(sentence: SentenceItems) -> bool:
    """Whether the sentence without figures right before ends in a colon, or says what parts are told apart by."""
    if sentence.behind is None:
        return False
    words = sentence.text[slice(*sentence.behind)].lower().split()
    return words[-1].endswith(COLON) or phrase_words().sorting in words[:LONGEST_OPENING]
