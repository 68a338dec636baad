"""Where the noun phrase of an indicator ends: at a verb of state, a superlative, a list or the verb that quotes it."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.clauses import reports
from vnreport.assembly.sentences.items import CHANGES, Item, holds_phrase
from vnreport.lexicon.phrase_words import phrase_words

# Items of a verb that keeps a level with how it does: "kiểm soát chặt chẽ".
LONGEST_KEEPING = 4
# Items of the words that tell in which prices something is told: "theo mặt bằng giá".
LONGEST_BASIS = 3
# Items of "mỗi ngày đêm".
LONGEST_OFTEN = 3
# The sign that ends a label.
LABEL_END = ":"
# Cues that end the noun phrase of a subject: "Tỷ lệ đúng giờ | đã duy trì ở mức cao".
PREDICATES = frozenset({"tense", "level", "report", "pair", "ranking", "equals"})
# Cues behind which the figure of a subject stands.
TELLING = frozenset({"level", "target", "up", "down"})
# Roles of verbs that may only say which are measured, and of cues between the words of a subject and its figure.
WHICH = frozenset({"tense", "level"})
PASSED = frozenset({"aux", "soft", "tense", "pair"})
# Roles of cues between a verb of change and the list that it announces.
ANNOUNCING = frozenset({"soft", "versus", "part"})


def predicate_at(items: Sequence[Item], begin: int, head_end: int, last: int) -> int:
    """Where the phrase ends: at its first verb of state or superlative, or at `last`."""
    words = phrase_words()
    for index in range(head_end, last):
        if items[index].low in words.average:
            continue
        if items[index].low == LABEL_END and items[index].depth <= items[head_end - 1].depth:
            return index
        if index > head_end and (items[index].low == words.example or _lists(items, index, last)):
            return index
        if items[index].low == "," and index + 1 < last and items[index + 1].low in words.listing:
            # "tỷ lệ giải ngân thấp | , gồm Y tế (16%)"
            return index
        if items[index].low == "," and (_is_topic(items, begin) or _opens_name(items, index, last)):
            return index
        if items[index].role in CHANGES and index + 1 < last and _ends_change(items[index + 1]):
            return index
        if items[index].role == "report" and not reports(items, index):
            continue
        if items[index].role in WHICH and _tells_which(items, begin, index, last):
            continue
        if items[index].role in PREDICATES or _is_superlative(items[index]) or _is_goal(items, index, last):
            # "mực nước | lớn nhất là 22 m"
            sized = items[index].low == words.superlative and items[index - 1].low in words.largest
            return index - 1 if sized and index - 1 > head_end else index
    return last


def before_quoting(items: Sequence[Item], head_end: int, last: int) -> int:
    """Where the phrase ends before the verb that quotes it: "giá thép | được nhà máy Hòa An niêm yết"."""
    words = phrase_words()
    stop = _verb_at(items, head_end + 1, last)
    if stop is None:
        stop = last
        if last == len(items) or " ".join(items[last].low.split()[:2]) not in words.quoting:
            return last
    for index in range(stop - 1, head_end - 1, -1):
        if items[index].low.endswith(words.given):
            while items[index - 1].role == "tense":
                index -= 1
            # "khoản chênh lệch chưa | được phân bổ" says what it is.
            return last if items[index - 1].low in words.unmet else max(index, head_end)
    return last


def before_told(items: Sequence[Item], piece: tuple[int, int], *, level: bool = False) -> tuple[int, int]:
    """The piece without what a clause of its own tells of it: "công nghiệp | vẫn là điểm sáng, 9 tháng tăng 12%".

    A time stands behind the clause, or where `level` says so a level: "Lào | vẫn là thị trường lớn nhất, đạt 9 tỷ". A
    noun of growth that alone is told of counts as its word: "tăng trưởng | chưa bền vững, quý I tăng 5%".
    """
    (first, last), words = piece, phrase_words()
    comma = last + 1 if last < len(items) and items[last].role in PASSED else last
    if comma + 1 >= len(items) or items[comma].low != ",":
        return piece
    behind = items[comma + 1]
    if behind.kind != "period" and not (level and behind.role in {"level", "estimate"}):
        return piece
    for index in range(first, last):
        stated = items[index].low in words.negated or items[index].low == words.copula
        if not stated and (index == first or items[index].role != "ranking"):
            continue
        if index == first and items[index].low in words.negated and items[index - 1].low in words.growth_noun:
            return first - 1, first
        while index > first and items[index - 1].role in PASSED:
            index -= 1
        points = index == first + 1 and items[first].low in words.pronoun
        return (first, index) if index > first and not points else piece
    return piece


def _verb_at(items: Sequence[Item], first: int, last: int) -> int | None:
    """Where the verb that quotes or keeps a level stands at the end of a phrase: "| niêm yết", "| giữ chặt chẽ"."""
    words = phrase_words()
    for index in range(last - 1, max(first, last - LONGEST_KEEPING) - 1, -1):
        said = " ".join(item.low for item in items[index : index + 2])
        if {items[index].low, said} & words.keeping or (index == last - 2 and said in words.quoting):
            return index
    return None


def before_time(items: Sequence[Item], piece: tuple[int, int] | None) -> tuple[int, int] | None:
    """The piece without the preposition of the time behind it, or the prices of that time: "gạo xuất khẩu | trong | 9
    tháng", "chi phí đền bù | theo giá | quý II"; and without what says that it was so at one time only."""
    piece = piece and _before_somewhere(items, piece)
    if piece is None or piece[1] >= len(items) or items[piece[1]].kind != "period":
        return piece
    first, last = piece
    priced = next((n for n in range(max(first + 1, last - LONGEST_BASIS), last) if _is_basis(items[n:last])), None)
    if priced is not None:
        return first, priced - (items[priced - 1].role == "source" and priced > first + 1)
    if last - first == 1 or items[last - 1].low not in phrase_words().dating:
        return piece
    # "Về xử lý vi phạm | , trong | tháng 7"
    last -= 2 if last - first > 2 and items[last - 2].low == "," else 1
    return first, last


def _before_somewhere(items: Sequence[Item], piece: tuple[int, int]) -> tuple[int, int]:
    """The piece without words that say it was so at one place or time: "lượng mưa | có nơi", "giá bán | , có lúc"."""
    (first, last), at_one = piece, phrase_words().at_one
    sizes = (size for size in (1, 2, 3) if " ".join(item.low for item in items[last - size : last]) in at_one)
    stop = last - next(sizes, 0)
    while stop < last and stop > first and items[stop - 1].low == ",":
        stop -= 1
    return (first, stop) if stop > first else piece


def only_places(items: Sequence[Item], piece: tuple[int, int]) -> bool:
    """Whether but a preposition is left before a time ("riêng | trong | quý III"), or "ngày 3/5 | có nơi"."""
    first, words = piece[0], phrase_words()
    told = " ".join(item.low for item in items[max(0, first - 1) : piece[1]])
    return told in words.at_one or (piece[1] - first == 1 and items[first].low in words.dating)


def before_each(items: Sequence[Item], place: int, stop: int) -> int:
    """Where the words behind the figure at `place` end before how often it is so: "chuyến khứ hồi | mỗi ngày".

    "Một ngày" says so only right behind what is counted: "90 lượt | một ngày", but "9 em bị đuổi học một tuần".
    """
    words = phrase_words()
    for first in range(max(place + 1, stop - LONGEST_OFTEN), stop):
        told = " ".join(item.low for item in items[first:stop])
        if told in words.how_often and (first == place + 1 or told.startswith(words.each)):
            return first
    return stop


def _is_basis(items: Sequence[Item]) -> bool:
    """Whether the items say in prices of which time something is told: "theo giá"."""
    return " ".join(item.low for item in items) in phrase_words().price_basis


def announces(items: Sequence[Item], begin: int, last: int) -> bool:
    """Whether words before a colon or "như" only say that several things changed: "một số mặt hàng tăng | : thép"."""
    while last > begin and (items[last - 1].kind == "period" or items[last - 1].role in ANNOUNCING):
        last -= 1
        last -= last > begin and items[last].role == "part" and items[last - 1].low == ","
    if last == begin or items[last - 1].role not in CHANGES:
        return False
    return holds_phrase(items[begin:last], phrase_words().plural)


def _tells_which(items: Sequence[Item], begin: int, index: int, last: int) -> bool:
    """Whether a verb of state or of time only says which are measured: "số lao động | đang làm việc ở Đài Loan | là
    206", "tỷ lệ học sinh | đạt từ 8 điểm trở lên | là 23%".

    The figure stands right behind the words, or those counted whose it is: "vốn | đã giải ngân | của 3 dự án".
    """
    last = _passed(items, last - (items[last - 1].role in TELLING))
    if index + 1 >= last or last + 1 >= len(items) or items[index].low in phrase_words().place:
        return False
    paired = items[last].kind == "quantity" and items[last - 1].role == "pair"
    told = paired or items[last].role in TELLING or items[last].low == phrase_words().of
    figure = last if paired else _passed(items, last + 1)
    if not told or figure >= len(items) or items[figure].kind != "quantity":
        return False
    first, second = items[begin].low, items[begin + 1].low
    if phrase_words().measured_noun.isdisjoint({first, second, f"{first} {second}"}):
        return False
    return items[index + 1].kind in {"word", "cue"}


def _passed(items: Sequence[Item], index: int) -> int:
    """The index behind times, in a list or not, and cues that tell nothing of a figure."""
    while index < len(items) and (
        items[index].kind == "period" or items[index].role in PASSED or _lists_times(items, index)
    ):
        index += 1
    return index


def _lists_times(items: Sequence[Item], index: int) -> bool:
    """Whether the item stands between two times of a list: "năm 2017 | và | 2018"."""
    joins = items[index].low in {",", phrase_words().conjunction}
    return joins and all(item.kind == "period" for item in (items[index - 1], *items[index + 1 : index + 2]))


def _is_topic(items: Sequence[Item], begin: int) -> bool:
    """Whether the head at `begin` opens the sentence with what it is about: "Về | cơ cấu kinh tế |, dịch vụ chiếm"."""
    return begin == 1 and items[0].low == phrase_words().about


def _is_goal(items: Sequence[Item], index: int, last: int) -> bool:
    """Whether a verb of what must be reached stands right before the figure: "tỷ lệ che phủ rừng | phải đạt 42%"."""
    return index + 1 == last < len(items) and items[index].role == "target" and items[last].kind == "quantity"


def _opens_name(items: Sequence[Item], index: int, last: int) -> bool:
    """Whether who is told of opens behind the comma: "về lợi nhuận ngành | , Bảo Việt", but "sang Nhật, Hàn"."""
    return index + 1 < last and items[index + 1].is_name and not any(item.is_name for item in items[index - 2 : index])


def _lists(items: Sequence[Item], index: int, last: int) -> bool:
    """Whether a list of names begins here: "số ca mắc cao | gồm Đồng Nai (212 ca), Tây Ninh (187 ca)"."""
    return items[index].low in phrase_words().listing and any(
        item.is_name for item in items[index + 1 : min(last, index + 4)]
    )


def _is_superlative(item: Item) -> bool:
    """Whether the item sets the figure above or below all others: "tỷ lệ thu nhận | cao nhất ở Hải Dương"."""
    return item.role == "soft" and phrase_words().superlative in item.low.split()


def _ends_change(item: Item) -> bool:
    """Whether a clause that tells how something changed ends before the item: "giá nông sản giảm | , cá tra còn …"."""
    return item.low == "," or _is_degree(item)


def _is_degree(item: Item) -> bool:
    """Whether the item says how much something changed: "tăng | cao", and not to what: "vượt | mức quy định"."""
    return item.role == "soft" and item.low != phrase_words().level_noun
