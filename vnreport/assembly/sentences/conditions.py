"""Figures that only say for whom or what another one holds: "xe trên 5 tấn phải…", "cự ly dưới 15 km: 8.000 đồng"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.class_rows import rows_of_classes
from vnreport.assembly.sentences.items import PASSING, PLANS, Item, holds_phrase
from vnreport.assembly.sentences.moved_levels import BREAKS
from vnreport.assembly.sentences.requirements import required
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues before a bounded figure that make it a statement: "đạt trên 20 tỷ đồng: …" is no class.
_STATED = frozenset({"level", "have", "to", "share", "ratio", "up", "down", "growth", "fall", "times", "equals"})
# Roles of items between a class and the figure of it ("dưới 5 điểm chiếm gần 56%"); one of the second is among them.
_LINKS = frozenset({"soft", "aux", "have", "share"})
_LINKING = frozenset({"have", "share"})
# The rows of "trở lên" and "trở xuống", and what a group that has so many does: roles of cues behind the figure.
_OPEN_ROWS = frozenset({"at_least.after", "at_most.after"})
_TOLD = frozenset({"level", "share", "up", "down", "ratio"})
# The bounds of what a condition leaves open at one end.
_ENDS = frozenset({"<", "<=", ">", ">="})
# Bounds that for sums mostly tell about how much it is: "gần 9 tỷ đồng", "hơn 9 tỷ đồng".
_ABOUT = frozenset({"<", ">"})
# Items between a condition and the verb of its rule, and those of the clause in which the subject of the rule stands.
MOST_BETWEEN, MOST_BEFORE = 6, 4
# Items between "nếu" and the figure that it supposes.
MOST_SUPPOSED = 14
# Items from what is levied on a class to how much.
MOST_LEVIED = 10
# The largest number of a class without "từ": "Phạm tội 2 lần trở lên".
LARGEST_CLASS = 20
# Items between "tổng" and the sum that it opens.
_SUM_REACH = 6
# Items of the goods in a pack, with the pack.
LONGEST_PACK = 3


def conditions(text: str, items: Sequence[Item]) -> list[int]:
    """The places of the quantities that are classes or conditions of a rule, in order."""
    found: list[int] = [*rows_of_classes(items), *_packs(items), *required(items)]
    found.extend(place for place in range(1, len(items)) if _is_applied_to(text, items, place))
    for place in range(len(items)):
        if _is_open(items, place):
            applies = _is_open_class(text, items, place)
        else:
            applies = _is_supposed_end(items, place, found) or _is_opened(text, items, place)
        if applies:
            if _opens_lower_end(items, place):
                found.append(place - 2)
            found.append(place)
    return sorted(set(found))


def _is_opened(text: str, items: Sequence[Item], place: int) -> bool:
    """Whether a word like "từ" or "trên" makes a class or a condition of the figure."""
    opener = _opener(text, items, place)
    return bool(opener) and (
        _names_class(items, place, opener)
        or _is_ruled(items, place, opener)
        or _is_supposed(items, place)
        or _is_levied(items, place)
    )


def _is_applied_to(text: str, items: Sequence[Item], place: int) -> bool:
    """Whether the figure tells what a rate is applied to: "áp dụng cho các khoản gửi từ | 400 tỉ đồng"."""
    quantity, words = items[place].quantity, phrase_words()
    if quantity is None or quantity.kind in PERCENTS:
        return False
    before = text[quantity.outer_start : quantity.start].lower().strip() or items[place - 1].low
    if before not in words.class_end and not before.startswith(words.class_opener):
        return False
    first = place
    while first and items[first - 1].low not in BREAKS and items[first - 1].quantity is None:
        first -= 1
    return holds_phrase(items[first:place], words.applied)


def _packs(items: Sequence[Item]) -> list[int]:
    """The places of what a pack holds that a price is for: "1.200 đồng/bao | 20 điếu", "9 USD/bình ga | 12 kg"."""
    found: list[int] = []
    for place in range(1, len(items)):
        quantity, before = items[place].quantity, place - 1
        while before and place - before <= LONGEST_PACK and items[before].kind == "word":
            before -= 1
        price = items[before].quantity
        if (
            quantity is None
            or price is None
            or price.kind != "rate"
            or quantity.bound != "="
            or quantity.of is not None
        ):
            continue
        if quantity.kind in {"count", "measure"} and price.code.partition("/")[2] in phrase_words().pack:
            found.append(place)
    return found


def _opener(text: str, items: Sequence[Item], place: int) -> str:
    """The word that makes a bound of the quantity at `place` ("từ", "trên", "hơn"), or "" where none does."""
    words, quantity = phrase_words(), items[place].quantity
    if quantity is None or (
        place and items[place - 1].role in _STATED and items[place - 1].low not in words.class_opener
    ):
        return ""
    before = text[quantity.outer_start : quantity.start].lower().strip()
    if not before and place:
        before = items[place - 1].low
    if before == words.more or before.startswith(words.class_opener):
        return before
    return ""


def _is_had(items: Sequence[Item], place: int) -> bool:
    """Whether a group that has so many or more does something: "doanh nghiệp có từ 20 lao động trở lên đạt 90%"."""
    following = place + 1
    while following < len(items) and items[following].role in PASSING:
        following += 1
    if place < 2 or items[place - 1].low != phrase_words().have or items[place - 2].kind != "word":
        return False
    return following < len(items) and items[following].role in _TOLD


def _is_open_class(text: str, items: Sequence[Item], place: int) -> bool:
    """Whether the figure with "trở lên" only tells of what it stands with: "nhà cao từ 20 tầng trở lên".

    A rate, a goal, and what a thing has ("có mức sinh từ 2,2 con/phụ nữ trở lên") are figures.
    """
    opener = _opener(text, items, place)
    if _is_had(items, place) or _is_supposed(items, place) or _tells_injury(items, place) or _is_levied(items, place):
        return True
    if opener and (_names_class(items, place, opener) or _is_ruled(items, place, opener)):
        return True
    quantity = items[place].quantity
    if quantity is None or quantity.kind in PERCENTS or not place:
        return False
    if opener != phrase_words().class_from and (quantity.number is None or quantity.number > LARGEST_CLASS):
        return False
    if any(item.kind == "quantity" for item in items[max(0, place - 2) : place]):
        return True
    if items[place - 1].kind != "word" and items[place - 1].low != "," and items[place - 1].role != "soft":
        return False
    for item in reversed(items[max(0, place - MOST_SUPPOSED) : place - 1]):
        if item.kind == "quantity" or item.low in BREAKS:
            return True
        if item.role in _STATED or item.role in PLANS or item.role == "target":
            return False
    return True


def _is_levied(items: Sequence[Item], place: int) -> bool:
    """Whether what is paid for such a class follows: "xe máy trên 40 triệu đồng | mức phí tăng lên 3 triệu đồng"."""
    after, opens = place + 1, _is_open(items, place)
    if after < len(items) and items[after].low == "," and opens:
        after += 1
    if after >= len(items) or not place or (items[place - 1].role in _STATED and not opens):
        return False
    levied = phrase_at(items, after, len(items), phrase_words().levied)
    return levied and any(item.kind == "quantity" for item in items[after : after + MOST_LEVIED])


def _tells_injury(items: Sequence[Item], place: int) -> bool:
    """Whether the rate is how far somebody was injured: "suy giảm khả năng lao động từ | 81% trở lên"."""
    return holds_phrase(items[max(0, place - MOST_BETWEEN) : place], phrase_words().disability)


def _is_open(items: Sequence[Item], place: int) -> bool:
    """Whether "trở lên" or "trở xuống" stands behind the figure."""
    quantity = items[place].quantity
    return quantity is not None and not _OPEN_ROWS.isdisjoint(quantity.rules)


def _names_class(items: Sequence[Item], place: int, opener: str) -> bool:
    """Whether the figure of the class follows at once, or behind a colon or "chiếm"."""
    index = place + 1
    colon = index < len(items) and items[index].low == ":"
    index += colon
    first = index
    while index < len(items) and items[index].role in _LINKS:
        index += 1
    following = items[index].quantity if index < len(items) else None
    if following is None:
        return False
    linked = any(item.role in _LINKING for item in items[first:index])
    if linked and not colon and _opens_sum(items, place):
        return False
    if linked or opener == phrase_words().more:
        return linked
    own = items[place].quantity
    unit, other = own.unit if own is not None else None, following.unit
    return colon or (index == first and unit is not None and other is not None and unit.code != other.code)


def _opens_sum(items: Sequence[Item], place: int) -> bool:
    """Whether the figure is the sum of what was counted: "15 cầu | với tổng vốn trên 300 tỷ đồng | chiếm 2%"."""
    words = phrase_words()
    near = range(max(1, place - _SUM_REACH), place)
    return any(items[index].low in words.counter and items[index - 1].low == words.companion for index in near)


def _is_ruled(items: Sequence[Item], place: int, opener: str) -> bool:
    """Whether the verb of a rule follows in the clause, and its subject opens the clause: "hộ có từ 3 con … được"."""
    words = phrase_words()
    for item in items[place + 1 : place + 1 + MOST_BETWEEN]:
        if item.low.startswith(words.rule_verb):
            given = item.low.startswith(words.given)
            return not (given and opener == words.more) and _has_subject(items, place)
        if item.kind in {"quantity", "period"} or item.low in BREAKS or item.role == "tense":
            return False
    return False


def _is_supposed(items: Sequence[Item], place: int) -> bool:
    """Whether "nếu" opens the clause of the quantity: "nếu lợi nhuận trên 1.500 tỷ đồng thì…"."""
    words = phrase_words()
    for item in reversed(items[max(0, place - MOST_SUPPOSED) : place]):
        if item.low == words.condition:
            return True
        if item.low in BREAKS or item.role in {"then", "tense"} or item.quantity is not None:
            return False
    return False


def _is_supposed_end(items: Sequence[Item], place: int, found: Sequence[int]) -> bool:
    """Whether "nếu" opens the clause of a figure that leaves one end open, or of the one that it is joined to: "nếu
    tổng điểm nhỏ hơn | 4,5 | và lớn hơn | 3,5"."""
    words, quantity = phrase_words(), items[place].quantity
    if quantity is None or quantity.bound not in _ENDS or (quantity.kind == "money" and quantity.bound in _ABOUT):
        # "nếu thêm con số gần 600 triệu USD" tells how well it is known.
        return False
    for index in range(place - 1, max(-1, place - 1 - MOST_SUPPOSED), -1):
        item = items[index]
        if item.low == words.condition:
            # "nếu như nước này nộp tối đa 22% thì nước kia nộp 9%" sets one beside another.
            return items[index + 1].low not in words.like
        if index in found and items[index + 1].low == words.conjunction:
            return True
        if item.low in BREAKS or item.role in {"then", "tense", "aux"} or item.quantity is not None:
            # "nếu bán đấu giá có thể thu về hơn 900 tỷ đồng"
            return False
    return False


def _has_subject(items: Sequence[Item], place: int) -> bool:
    """Whether someone that rules are made for opens the clause of the quantity, with no other figure before it, nor
    what is given already: "khách hàng còn được vay | tới 85% | và nhận quà"."""
    start = place
    while start and items[start - 1].low not in BREAKS:
        start -= 1
        if items[start].quantity is not None or items[start].low.endswith(phrase_words().given):
            return False
    opening = " ".join(item.low for item in items[start : min(place, start + MOST_BEFORE)])
    return any(f" {subject} " in f" {opening} " for subject in phrase_words().rule_subject)


def _opens_lower_end(items: Sequence[Item], place: int) -> bool:
    """Whether the lower end of the class is a figure of its own: "từ 12 đến dưới 15 m"."""
    return place > 1 and items[place - 2].quantity is not None and items[place - 1].low in phrase_words().class_end
