"""The subject of a figure: the words on its left that say what it is about."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import clause_start, opens_breakdown, reports
from vnreport.assembly.sentences.cue_roles import TRIMMED
from vnreport.assembly.sentences.inner_clauses import inner_clause
from vnreport.assembly.sentences.items import CHANGES, PLANS, Item
from vnreport.assembly.sentences.phrase_ends import LABEL_END, announces, before_time, before_told, only_places
from vnreport.assembly.sentences.scenes import after_scene
from vnreport.assembly.sentences.scope_words import deed_at, phrase_at
from vnreport.grammar.values import HOLIDAY
from vnreport.lexicon.phrase_words import phrase_words

# The sign that ends a clause.
CLAUSE_END = ";"
# Roles of cues of the verb that a subject has behind it.
FINITE = frozenset({"level", "up", "down", "flat", "tense"})
# Items between a verb that moves something and the work in its name: "đưa | tỷ lệ cơ giới hóa khâu | làm đất lên 92%".
LONGEST_MOVED = 8
# Roles of cues behind which a clause has its own subject.
REOPENING = frozenset({"cause", "then"})


def subject_pieces(items: list[Item], start: int, stop: int) -> list[tuple[int, int]]:
    """Item ranges of the subject in `items[start:stop]`, cut at periods; empty when nothing is left.

    Scene-setting pieces ("Theo …,", "Tại hội nghị …,") and everything up to "cho biết" are left out.
    """
    begin = _reopened(items, _after_report(items, clause_start(items, start, stop), stop), stop)
    begin = _after_bracket(items, after_scene(items, begin, stop), stop)
    pieces: list[tuple[int, int]] = []
    first = begin
    for index in range(begin, stop + 1):
        if (
            index == stop
            or items[index].kind == "quantity"
            or (items[index].kind == "period" and not _is_named(items, index, begin))
        ):
            piece = _before_plan(items, trim(items, first, index))
            piece = piece and before_time(items, before_told(items, piece))
            if piece is not None and not only_places(items, piece):
                pieces.append((_with_deed(items, first, piece), piece[1]))
            first = index + 1
    return pieces


def _before_plan(items: list[Item], piece: tuple[int, int] | None) -> tuple[int, int] | None:
    """The piece without what its subject passed: "số thu | vượt dự toán và đạt"; None where that is all of it."""
    if piece is None:
        return None
    first, last = piece
    while last > first and items[last - 1].role in PLANS:
        last -= 1
    if last == piece[1] or not last or items[last - 1].role not in CHANGES:
        return piece
    return (first, last - 1) if last > first + 1 else None


def _with_deed(items: list[Item], start: int, piece: tuple[int, int]) -> int:
    """Where the piece begins with the verb of doing that is its noun: "| huy động vốn đạt", "| tiêu thụ gà đã tăng"."""
    first, last = piece
    place = first - 1
    while place > start and items[place].role == "from":
        place -= 1
    words, deed = phrase_words(), items[place]
    if place < start or deed.role != "have" or deed.low.endswith(words.have) or deed.low in words.sector:
        return first
    timed = (index for index in range(last, len(items)) if not _is_time(items, index))
    last = next(timed, len(items))
    if piece[1] < last < len(items) and items[last].low == words.of:
        last = next((index for index in range(last, len(items)) if items[index].kind != "word"), len(items))
    if deed.low.partition(" ")[0] in words.past or last >= len(items) or items[last].role not in FINITE:
        return first
    return place


def _is_time(items: list[Item], index: int) -> bool:
    """Whether the item is a time, or the preposition right before one: "huy động vốn | trong | 5 tháng | tăng"."""
    following = items[index + 1 : index + 2]
    dated = items[index].low in phrase_words().dating and any(item.kind == "period" for item in following)
    return dated or items[index].kind == "period"


def _reopened(items: list[Item], begin: int, stop: int) -> int:
    """The place after the last word in the range that opens a clause with words of its own, or `begin`.

    "chi phí bán hàng không đổi trong khi | chi phí quản lý", "hầm dài nhất, trong đó | đường dẫn phía bắc".
    """
    words, worded = phrase_words(), False
    carried = stop < len(items) and items[stop].role == "to"
    for index in range(stop - 1, begin - 1, -1):
        item = items[index]
        if carried and worded and item.low in words.carrying and not (item.is_inner or items[index + 1].is_inner):
            # "mở thêm 3 tuyến, nâng | tổng số tuyến | lên 25"
            return index + 1
        inner = inner_clause(items, begin, index, stop) if worded else None
        if inner is not None:
            return inner
        worded = worded or item.kind == "word"
        if worded and item.low == CLAUSE_END and _ends_clause(items, begin, index, stop):
            return index + 1
        if worded and item.low == LABEL_END and item.depth <= items[stop - 1].depth and announces(items, begin, index):
            return index + 1
        if worded and item.low == words.conjunction and _joins_changes(items, begin, index, stop):
            return index + 1
        if not worded or item.kind != "cue":
            continue
        if item.role in REOPENING and not _is_work(items, index, stop):
            return index + 1
        if item.low == words.single and items[index - 1].low == "," and _opens_subject(items, index + 1):
            # "giá vé có chặng tăng, riêng | vé giường nằm | tăng 4%"
            return index + 1
        openers = {words.copula, words.example, *words.listing}
        leads = item.low in openers and items[index + 1].kind == "word" and index > begin
        several = item.low == words.example and items[begin].low != words.price and announces(items, begin, index)
        moved = index - 1 - (items[index - 1].role == "soft")
        costed = leads and item.low == words.example and phrase_at(items, index + 1, stop, words.costed)
        if leads and (several or costed or items[moved].role in CHANGES):
            # "các mặt hàng giảm là | gạo giảm 3%", "làm CPI tăng như | giá gạo tăng 2%", "như | hợp đồng 9 tỷ"
            return index + 1
        # "giá nước giữ nguyên mặc dù | giá điện | tăng 9%"
        apart = item.low in words.opposed | words.conceding or opens_breakdown(item)
        if apart and item.depth <= items[stop - 1].depth and _opens_subject(items, index + 1):
            return index + 1
    return begin


def _joins_changes(items: list[Item], begin: int, index: int, stop: int) -> bool:
    """Whether "và" joins a change of one thing to that of another: "nhu cầu tăng và | giá điện | tăng 3%"."""
    verb, subject = items[index - 1], items[index - 2]
    # but "vốn cấp mới, tăng thêm và góp vốn giảm 3%"
    told = index > begin + 1 and verb.role in CHANGES and subject.kind != "punct" and " " not in verb.low
    return told and stop < len(items) and items[stop].role in FINITE and items[index].depth == items[stop].depth


def _is_work(items: list[Item], index: int, stop: int) -> bool:
    """Whether "làm" tells what people do rather than what came of it: "tỷ lệ người | làm | nghề tự do là 5%"."""
    words, end = phrase_words(), items[stop].role if stop < len(items) else ""
    moved = any(item.low in words.carrying for item in items[max(0, index - LONGEST_MOVED) : index])
    told = end == "level" or (end == "to" and moved)
    return told and items[index].low == words.working and items[index + 1].kind == "word"


def _ends_clause(items: list[Item], begin: int, index: int, stop: int) -> bool:
    """Whether a clause ends at the semicolon, rather than a noun of a list or one of the things that a body did."""
    if begin and items[begin - 1].low == ")":
        # "36 hộ (trong số 40 hộ) bị ảnh hưởng; | bàn giao được 5 km"
        return True
    if items[index].depth > items[stop - 1].depth or any(
        item.low == CLAUSE_END for item in items[max(begin - 1, 0) : index]
    ):
        return False
    return not deed_at(items, index + 1, stop)


def _opens_subject(items: list[Item], index: int) -> bool:
    """Whether a noun may begin at the item, rather than what is told of the subject before: "nhưng | vẫn lớn"."""
    words, item = phrase_words(), items[index]
    return item.kind == "word" and item.low not in words.preposition and item.low != words.negation


def parted_piece(items: list[Item], start: int, stop: int) -> tuple[int, int] | None:
    """The piece of a subject that a period parts from what stands at `stop`: "kinh doanh điện | năm 2016 | lỗ"."""
    pieces = subject_pieces(items, start, stop)
    if not pieces or any(item.kind != "period" for item in items[pieces[-1][1] : stop]):
        return None
    return pieces[-1]


def _after_bracket(items: list[Item], begin: int, stop: int) -> int:
    """The place after a bracket that closes in the range but opened before it, or `begin`."""
    opened = 0
    for index in range(begin, stop):
        if items[index].low == "(":
            opened += 1
        elif items[index].low == ")":
            if not opened:
                begin = index + 1
            opened = max(0, opened - 1)
        if items[index].low == "(" and _opens_clause(items, index, stop):
            begin, opened = index + 1, 0
    while begin < stop and items[begin].kind == "punct":
        begin += 1
    return begin


def _opens_clause(items: list[Item], index: int, stop: int) -> bool:
    """Whether the bracket at `index` is still open at `stop` and has words in it."""
    inside = items[index + 1 : stop]
    return any(item.kind == "word" for item in inside) and not any(item.low == ")" for item in inside)


def _after_report(items: list[Item], begin: int, stop: int) -> int:
    """The place after the last verb of reporting that has words behind it, or `begin`.

    One in a bracket that closes tells of what the words before it mean: "pH (chỉ số xác định độ chua) | vượt".
    """
    closed = 0
    for index in range(stop - 1, begin - 1, -1):
        closed += (items[index].low == ")") - (items[index].low == "(")
        if closed > 0:
            continue
        if reports(items, index) or items[index].low in phrase_words().showing:
            if any(item.kind == "word" for item in items[index + 1 : stop]):
                return index + 1
            # "lãnh đạo xã cho biết | 30 ha rừng bị cháy", but "Vietcombank thông báo | tăng phí"
            moved = stop < len(items) and items[stop].role in CHANGES
            return stop if reports(items, index) and not moved else begin
    return begin


def trim(items: list[Item], first: int, last: int) -> tuple[int, int] | None:
    """The range without cues, periods and punctuation at its ends; None when no word is left."""
    worth = phrase_words().worth
    while first < last and not _is_content(items[first], opening=True):
        if items[first].low == worth and first + 1 < last and items[first + 1].kind == "word":
            break
        first += 1
    while last > first and not _is_content(items[last - 1], opening=False) and not _is_named(items, last - 1, first):
        last -= 1
    if all(item.low.isdigit() for item in items[first:last]):
        return None
    return (first, last) if first < last else None


def _is_content(item: Item, *, opening: bool) -> bool:
    if item.kind in {"period", "quantity"}:
        return False
    if item.kind == "punct":
        return item.low in ('“‘"(' if opening else ')”’"%')
    if item.role == "versus":
        return opening
    if item.low in phrase_words().average:
        return not opening
    if item.role == "have":
        return not opening and not item.low.endswith(phrase_words().have)
    return item.role not in TRIMMED


def _is_named(items: list[Item], index: int, begin: int) -> bool:
    """Whether a holiday belongs to the noun before it: "mức thưởng Tết Nguyên đán bình quân"."""
    mention = items[index].period
    return mention is not None and mention.shape == HOLIDAY and index > begin and items[index - 1].kind == "word"
