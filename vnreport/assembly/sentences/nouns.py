"""The noun phrase on the right of a figure, and where the place starts that a phrase ends in."""

from __future__ import annotations

from itertools import pairwise

from vnreport.assembly.sentences.coordination import coordinates, runs_into_bracket
from vnreport.assembly.sentences.heads import PERCENT
from vnreport.assembly.sentences.items import MOVES, PLANS, Item, closing, is_titled
from vnreport.assembly.sentences.links import (
    completes,
    goes_on,
    is_count,
    is_percent,
    is_telling,
    leads_to_quantity,
    runs_on,
)
from vnreport.assembly.sentences.noun_pairs import is_noun_pair
from vnreport.assembly.sentences.scope_words import has_capital, phrase_at
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues that end the noun phrase on the right.
STOPS_RIGHT = frozenset(
    {
        "up",
        "down",
        "flat",
        "times",
        "ratio",
        "instead",
        "versus",
        "share",
        "equals",
        "part",
        "report",
        "pair",
        "contribution",
        "cause",
    }
)
# Signs that stand inside a noun phrase, and those of them that close a quotation, with what opens it.
SIGNS = "“”‘’\"'/-–"
QUOTES = {"”": "“", "’": "‘", '"': '"'}
# Signs behind a quotation before who speaks.
SPEAKING = frozenset({",", "-", "–"})
# The most of those counted of which "là" tells which they are.
MOST_TOLD = 10
# Items of the first of them, signs behind it, and roles of words before a "là" that only tells of all: "cũng | là".
LONGEST_TOLD = 8
LISTING = frozenset(",;:")
MODAL = frozenset({"soft", "aux", "conjunction"})
# How a comma may join two nouns that are counted together.
JOINS = (coordinates, runs_on, runs_into_bracket)
# Words of a bracket inside a noun phrase: "đối tượng (lái xe) có hành vi …".
LONGEST_BRACKET = 3


def right_stop(items: list[Item], place: int, *, first: int | None = None) -> int:
    """The index after the last item of the noun phrase that follows the quantity at `place`.

    An acronym in brackets ("(TTHC)") and an "và" between words stay inside. `first` is where words that other ones part
    from the quantity go on; behind it the phrase is not cut shorter.
    """
    start = index = place + 1 if first is None else first
    while index < len(items) and items[index].kind not in {"quantity", "period"}:
        if items[index].kind == "punct":
            behind = _behind_sign(items, index, place)
            if behind is None:
                break
            index = behind
            continue
        deed = items[index].role in MOVES and _is_deed(items, index, place)
        if not deed and _ends_before(items, index, place):
            break
        index += 1
    while index > start and _hangs(items, place, index - 1):
        index -= 1
    return index


def _behind_sign(items: list[Item], index: int, place: int) -> int | None:
    """The index behind the sign or the bracket at `index`, where the noun phrase goes on; None where it ends."""
    item = items[index]
    closed = _bracket_of_words(items, index) if item.low == "(" else None
    if closed is not None:
        return closed
    if item.low in SIGNS and item.depth == items[place].depth and not _is_of_unit(items, index, place):
        return None if _ends_quotation(items, index, place) or _opens_caption(items, index) else index + 1
    if item.low == PERCENT and items[index - 1].low.isdigit() and items[index + 1 : index + 2]:
        # "40 tấn gạo loại 5 | % | tấm"
        return index + 1 if items[index + 1].kind == "word" else None
    if is_decimal_point(items, index) or (item.low == "." and _shortens(items, index)):
        return index + 1
    if item.low != ",":
        return None
    joined = is_noun_pair(items, index) or any(join(items, index, place) for join in JOINS)
    return index + 1 if joined else None


def _ends_before(items: list[Item], index: int, place: int) -> bool:
    """Whether the noun phrase that follows the quantity at `place` ends before the word at `index`."""
    item, words, is_last = items[index], phrase_words(), index + 1 >= len(items)
    says = index > place + 1 and is_percent(items[place]) and phrase_at(items, index, len(items), words.saying)
    if item.low in words.showing or (item.low in words.closer and not says and not completes(items, index, place)):
        return True
    means = item.role == "ratio" and not leads_to_quantity(items, index)
    told = _is_told(items, index, place) or _is_work(items, index, place)
    if item.role in STOPS_RIGHT and not means and not told:
        return True
    if item.low == words.copula and place == 1 and items[0].role == "share":
        # "Chiếm 70% nợ | là dự phòng 4.640 tỷ đồng"
        return True
    if item.low in {words.within, words.on} and not is_last and _opens_whole(items, index, place):
        return True
    if item.role == "ranking" and not is_last and items[index + 1].quantity is not None:
        # "9 chuỗi | và xếp thứ 31"
        return True
    if item.low == words.clock and not is_last and items[index + 1].low[0].isdigit():
        return True
    if (item.low == words.copula and _tells_which(items, index, place)) or _tells_of_all(items, index, place):
        return True
    if item.role == "conjunction" and not goes_on(items, index, place):
        return True
    if item.role in {"level", "to", "have", "from"} and leads_to_quantity(items, index):
        return True
    # "huỷ 165 chuyến | còn Vasco huỷ 12 chuyến"
    return item.low == words.turning and item.role == "to" and not is_last and items[index + 1].is_name


def _tells_of_all(items: list[Item], index: int, place: int) -> bool:
    """Whether "đều" opens what all of those counted do or are: "7 mẫu nước | đều đạt quy chuẩn"."""
    opens = items[index].role == "soft" and items[index].low in phrase_words().dangling
    return opens and index > place + 1 and is_count(items[place])


def _tells_which(items: list[Item], index: int, place: int) -> bool:
    """Whether "là" at `index` tells which the few counted are: "hai cổ đông lớn | là REE và Gelex", "3 tay vợt | là các
    anh Lê Minh, Vũ An"."""
    quantity = items[place].quantity
    few = quantity is not None and quantity.number is not None and quantity.number <= MOST_TOLD
    if not few or not is_count(items[place]) or index + 1 >= len(items):
        return False
    openers = phrase_words().several | phrase_words().person
    named = next((item for item in items[index + 1 :] if item.low not in openers), items[index])
    if has_capital(named):
        return True
    if index < place + 2 or items[index - 1].role in MODAL:
        return False
    for item in items[index + 1 : index + 1 + LONGEST_TOLD]:
        if item.low in LISTING or item.low == phrase_words().conjunction or is_titled(item):
            return True
        if item.kind != "word":
            return False
    return False


def _shortens(items: list[Item], index: int) -> bool:
    """Whether the dot at `index` ends a short form of a place with its name behind it: "TP. | HCM"."""
    named = index + 1 < len(items) and items[index + 1].kind == "word"
    return named and items[index - 1].low in phrase_words().short_place


def is_decimal_point(items: list[Item], index: int) -> bool:
    """Whether the item is a dot in a number that a name holds: "dầu diesel 0 | . | 05S"."""
    if index < 1 or items[index].low != ".":
        return False
    near = items[index - 1 : index + 2]
    joined = all(one.end == other.start for one, other in pairwise(near))
    return len(near) == 3 and joined and near[0].low[-1:].isdigit() and near[2].low[:1].isdigit()


def _ends_quotation(items: list[Item], index: int, place: int) -> bool:
    """Whether the sign at `index` closes a quotation that opens before the figure, and who speaks stands behind it:
    "có 8 người bị vùi lấp | ”, ông Tư nói"."""
    opener = QUOTES.get(items[index].low)
    behind = items[index + 1].low if index + 1 < len(items) else ","
    return opener is not None and behind in SPEAKING and all(item.low != opener for item in items[place + 1 : index])


def _opens_caption(items: list[Item], index: int) -> bool:
    """Whether who made a picture is told behind the dash at `index`: "ngôi nhà bị ngập | - Ảnh: Minh Tư"."""
    return index + 1 < len(items) and items[index + 1].low in phrase_words().caption


def _is_of_unit(items: list[Item], index: int, place: int) -> bool:
    """Whether a slash right behind a figure belongs to its unit: "36 triệu | /lượng", but "10% | /tổng năng lượng"."""
    quantity = items[place].quantity
    return items[index].low == "/" and index == place + 1 and (quantity is None or quantity.kind not in PERCENTS)


def _opens_whole(items: list[Item], index: int, place: int) -> bool:
    """Whether what the counted are a part of stands behind "trong" or "trên": "hộ nghèo | trong tổng số 24 hộ"."""
    behind, words = items[index + 1], phrase_words()
    told = behind.role == "have" and items[index].low == words.within
    return told or (is_count(items[place]) and behind.low in words.counter)


def _is_deed(items: list[Item], index: int, place: int) -> bool:
    """Whether the verb of change at `index` says what the counted do: "53 tỉnh tăng học phí", "41 huyện vượt dự toán".

    A change of the count itself has an amount or a baseline behind it, and no number that moved: "9 huyện | giảm số vụ
    cháy so với năm trước".
    """
    if not is_count(items[place]):
        return False
    if QUOTES.get(items[min(index + 1, len(items) - 1)].low) == items[index - 1].low:
        # "2 vụ “ | bốc hơi | ” tiền gửi"
        return True
    if items[index - 1].low in phrase_words().negated and not leads_to_quantity(items, index):
        # "11 dự án chưa | giảm | do lưu lượng xe thấp"
        return True
    if index + 1 >= len(items) or (items[index + 1].kind != "word" and items[index + 1].role not in PLANS | {"from"}):
        return False
    for item in items[index + 1 :]:
        if item.kind == "punct" or item.low in phrase_words().aim:
            return True
        if item.kind in {"quantity", "period"} or item.role == "versus":
            return item.kind != "quantity" and items[index + 1].low in phrase_words().counter
    return True


def _is_told(items: list[Item], index: int, place: int) -> bool:
    """Whether the verb of reporting at `index` says what was counted: "12 lượt | phản ánh về rác thải".

    Or what part of those asked say: "17% số hộ được hỏi | cho biết còn nợ".
    """
    if items[index].role != "report":
        return False
    if is_count(items[place]) and index == place + 2 and items[place + 1].low in phrase_words().told:
        # "94 người bị | phản ánh"
        return items[place + 1].role == "aux" and not leads_to_quantity(items, index)
    return is_telling(items[place]) or (is_percent(items[place]) and not leads_to_quantity(items, index))


def _is_work(items: list[Item], index: int, place: int) -> bool:
    """Whether "làm" at `index` tells what the people counted do, and no figure behind it what it caused."""
    quantity, words = items[place].quantity, phrase_words()
    people = is_percent(items[place]) or (quantity is not None and quantity.code in words.befallen)
    if items[index].low != words.working or not people or index + 1 >= len(items) or items[index + 1].kind != "word":
        return False
    ending = next((item for item in items[index + 1 :] if item.kind in {"quantity", "punct"}), None)
    return ending is None or ending.kind == "punct"


def _hangs(items: list[Item], place: int, last: int) -> bool:
    """Whether the item is no end of a noun phrase: a verb, or punctuation that closes nothing in the phrase."""
    item, following = items[last], items[last + 1].kind if last + 1 < len(items) else ""
    words = phrase_words()
    # "15 toa xe cũ | hồi | tháng 3"
    if item.low in words.preposition | words.dating and (
        following == "period" or (following and items[last + 1].low == words.clock)
    ):
        return True
    if item.low in words.ending and (last + 1 == len(items) or following == "punct"):
        return True
    if item.low in words.together and following == "quantity":
        return True
    if item.low in words.dimension and following == "quantity" and not item.is_inner:
        # "25 hầm | dài | 45 km", but "chiều dài"
        return items[last - 1].low != words.dimension_noun
    if item.role == "have" and (is_count(items[place]) or items[last - 1].low in words.told):
        # "hộ dân bị | ngập", "giấy phép | xây dựng", "ha lúa bị | hư hỏng", but "xã | có"
        return item.low in words.being or following == "quantity"
    if item.low == ")":
        return not any(before.low == "(" for before in items[place + 1 : last])
    if item.role == "level" and item.low in words.told and is_count(items[place]):
        # "4 chỉ tiêu | đạt | và 8 chỉ tiêu vượt"
        return following != "cue" or items[last + 1].low != words.conjunction
    if item.role == "aux" and following == "cue" and items[last + 1].low == words.copula:
        # "2 tuyến | mới | là Huế - Vinh và Huế - Hà Nội"
        return False
    return item.kind == "punct" or item.role in {"aux", "tense", "level", "have", "to"}


def _bracket_of_words(items: list[Item], index: int) -> int | None:
    """Where a bracket that opens at `index` and holds a few words only ends, or None: "(TTHC)", "(lái xe)"."""
    close = closing(items, index, min(len(items), index + 2 + LONGEST_BRACKET))
    if close is None or close == index + 1 or any(item.kind != "word" for item in items[index + 1 : close]):
        return None
    return close + 1


def place_split(items: list[Item], first: int, last: int) -> int:
    """Where "tại", "ở" or "trên địa bàn" opens a place inside the range, or `last`; never at its very start."""
    words = phrase_words()
    for index in range(first + 1, last):
        low = items[index].low
        if low in words.place and items[index].depth == items[first].depth:
            if index + 1 < last and items[index + 1].low.partition(" ")[0] in words.standing:
                # "13 xã ở | dưới mức bình quân", "người ở | độ tuổi lao động": no place.
                continue
            return index
        if low == words.on and index + 2 < last and items[index + 1].low in words.extent:
            return index
        if low == words.within and index + 1 < last and items[index + 1].low in words.whole:
            return index
    return last
