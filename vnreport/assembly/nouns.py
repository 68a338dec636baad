"""Noun phrases around a figure: its subject on the left, the counted or measured noun on the right."""

from __future__ import annotations

from vnreport.assembly.clauses import COORDINATE_ROW, clause_start
from vnreport.assembly.items import Item
from vnreport.lexicon.phrase_words import phrase_words

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
# A counted noun of this many characters has three syllables or more, so says what is counted ("hệ thống thông tin").
LONG_NOUN = 12
ENDS_RUN = frozenset({"tense", "level", "report", "part", "versus", "share", "source", "cause"})
# Words of a bracket inside a noun phrase: "đối tượng (lái xe) có hành vi …".
LONGEST_BRACKET = 3
TRIMMED = frozenset(
    {
        "aux",
        "soft",
        "level",
        "to",
        "pair",
        "conjunction",
        "estimate",
        "forecast",
        "from",
        "report",
        "part",
        "share",
        "cause",
        "then",
        "tense",
        "source",
        "ranking",
        "up",
        "down",
    }
)


def subject_pieces(items: list[Item], start: int, stop: int) -> list[tuple[int, int]]:
    """Item ranges of the subject in `items[start:stop]`, cut at periods; empty when nothing is left.

    Scene-setting pieces ("Theo …,", "Tại hội nghị …,") and everything up to "cho biết" are left out.
    """
    begin = _after_report(items, clause_start(items, start, stop), stop)
    for index in range(stop - 1, begin - 1, -1):
        if items[index].role in {"cause", "then"} and any(item.kind == "word" for item in items[index + 1 : stop]):
            begin = index + 1
            break
    begin = _after_bracket(items, _after_scene(items, begin, stop), stop)
    pieces: list[tuple[int, int]] = []
    first = begin
    for index in range(begin, stop + 1):
        if index == stop or items[index].kind in {"period", "quantity"}:
            piece = trim(items, first, index)
            if piece is not None:
                pieces.append(piece)
            first = index + 1
    return pieces


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
    """The place after the last verb of reporting that has words behind it, or `begin`."""
    for index in range(stop - 1, begin - 1, -1):
        if items[index].role == "report":
            if any(item.kind == "word" for item in items[index + 1 : stop]):
                return index + 1
            return begin
    return begin


def _after_scene(items: list[Item], begin: int, stop: int) -> int:
    """The place after pieces that only set the scene and end in a comma."""
    while begin < stop:
        while begin < stop and (
            items[begin].kind == "punct" or items[begin].role in {"conjunction", "part", "aux", "tense"}
        ):
            begin += 1
        comma = next(
            (i for i in range(begin, stop) if items[i].low == "," and items[i].depth == items[begin].depth), None
        )
        if comma is None or begin >= stop:
            return begin
        opener = items[begin]
        only_period = all(
            item.kind in {"period", "punct"} or item.role in {"aux", "soft"} for item in items[begin:comma]
        )
        versus = opener.role == "versus"
        if not (
            opener.low in phrase_words().scene
            or opener.role == "source"
            or only_period
            or versus
            or opener.kind == "period"
        ):
            return begin
        begin = comma + 1
    return begin


def trim(items: list[Item], first: int, last: int) -> tuple[int, int] | None:
    """The range without cues, periods and punctuation at its ends; None when no word is left."""
    while first < last and not _is_content(items[first], opening=True):
        first += 1
    while last > first and not _is_content(items[last - 1], opening=False):
        last -= 1
    return (first, last) if first < last else None


def _is_content(item: Item, *, opening: bool) -> bool:
    if item.kind in {"period", "quantity"}:
        return False
    if item.kind == "punct":
        return item.low in ('“‘"(' if opening else ')”’"%')
    if item.role == "have":
        return not opening and not item.low.endswith(phrase_words().have)
    return item.role not in TRIMMED


def right_stop(items: list[Item], place: int) -> int:
    """The index after the last item of the noun phrase that follows the quantity at `place`.

    An acronym in brackets ("(TTHC)") and an "và" between words stay inside.
    """
    index, words = place + 1, phrase_words()
    depth = items[place].depth
    while index < len(items):
        item = items[index]
        if item.kind in {"quantity", "period"}:
            break
        if item.kind == "punct":
            closed = _bracket_of_words(items, index) if item.low == "(" else None
            if closed is not None:
                index = closed
                continue
            if item.low in "“”‘’\"'/-–" and item.depth == depth:
                index += 1
                continue
            if item.low == "," and (_coordinates(items, index, place) or _runs_on(items, index, place)):
                index += 1
                continue
            break
        means = item.role == "ratio" and not _leads_to_quantity(items, index)
        if (item.role in STOPS_RIGHT and not means) or item.low in words.closer:
            break
        if item.low == words.within and index + 1 < len(items) and items[index + 1].role == "have":
            break
        joins = _goes_on(items, index, place)
        if item.role == "conjunction" and not joins:
            break
        if item.role in {"level", "to", "have", "from"} and _leads_to_quantity(items, index):
            break
        index += 1
    while index > place + 1 and _hangs(items, place, index - 1):
        index -= 1
    return index


def _hangs(items: list[Item], place: int, last: int) -> bool:
    """Whether the item is no end of a noun phrase: a verb, or punctuation that closes nothing in the phrase."""
    item = items[last]
    if item.low in phrase_words().preposition and last + 1 < len(items) and items[last + 1].kind == "period":
        return True
    if item.low == ")":
        return not any(before.low == "(" for before in items[place + 1 : last])
    return item.kind == "punct" or item.role in {"aux", "tense", "level", "have", "to"}


def _runs_on(items: list[Item], index: int, place: int) -> bool:
    """Whether the noun phrase goes on over the comma at `index`: words, and no other figure, verb of state or cue up to
    the end of the clause ("34 địa phương tham mưu, ban hành nghị quyết về miễn, giảm phí")."""
    quantity = items[place].quantity
    unit = quantity.unit if quantity is not None else None
    alone = index == place + 1 and (unit is None or unit.end - unit.start < LONG_NOUN)
    if alone or (unit is not None and unit.kind == "percent") or items[place].depth != items[index].depth:
        return False
    if index + 1 >= len(items) or items[index + 1].kind != "word" and items[index + 1].role != "have":
        return False
    closers = phrase_words().closer
    for item in items[index + 1 :]:
        if item.kind == "punct" and item.low in ";.:":
            return True
        if item.low in closers:
            return True
        if item.kind in {"quantity", "period"} or item.role in ENDS_RUN:
            return False
    return True


def _coordinates(items: list[Item], index: int, place: int) -> bool:
    """Whether the comma at `index` joins two nouns of one kind: "xã, phường", "bộ, ngành"."""
    return (
        index + 1 < len(items)
        and items[index + 1].row == COORDINATE_ROW
        and (index == place + 1 or items[index - 1].row == COORDINATE_ROW or items[index - 1].kind == "word")
    )


def _goes_on(items: list[Item], index: int, place: int) -> bool:
    """Whether "và" or "với" at `index` stands inside the noun phrase: "cuộc gọi và tin nhắn", "hài lòng với …"."""
    if not _joins_words(items, index):
        return False
    words = phrase_words()
    if items[index].low == words.conjunction:
        quantity = items[place].quantity
        counted = quantity is not None and quantity.unit is not None and quantity.unit.kind == "count"
        return index > place + 1 or counted
    if items[index].low not in words.complement:
        return False
    for item in items[index + 1 :]:
        if item.kind == "punct":
            return True
        if item.kind == "quantity" or item.role in {"level", "up", "down"}:
            return False
    return True


def _bracket_of_words(items: list[Item], index: int) -> int | None:
    """Where a bracket that opens at `index` and holds a few words only ends, or None: "(TTHC)", "(lái xe)"."""
    for place in range(index + 1, min(len(items), index + 2 + LONGEST_BRACKET)):
        if items[place].low == ")":
            return place + 1 if place > index + 1 else None
        if items[place].kind != "word":
            return None
    return None


def _joins_words(items: list[Item], index: int) -> bool:
    """Whether the conjunction at `index` stands between words of one phrase, with no figure or verb right after."""
    for item in items[index + 1 : index + 4]:
        if item.kind != "word":
            return item.role in {"target_noun", "growth"}
    return index + 1 < len(items) and items[index + 1].kind == "word"


def _leads_to_quantity(items: list[Item], index: int) -> bool:
    """Whether a quantity follows the cue at `index` after nothing but soft words."""
    for item in items[index + 1 : index + 4]:
        if item.kind == "quantity":
            return True
        if item.role not in {"soft", "aux", "pair", "level"}:
            return False
    return False


def words_end(items: list[Item], first: int) -> int:
    """The index after the run of words that starts at `first`, which is `first` itself where none stands there."""
    while first < len(items) and items[first].kind == "word":
        first += 1
    return first


def place_split(items: list[Item], first: int, last: int) -> int:
    """Where "tại", "ở" or "trên địa bàn" opens a place inside the range, or `last`; never at its very start."""
    words = phrase_words()
    for index in range(first + 1, last):
        low = items[index].low
        if low in words.place and items[index].depth == items[first].depth:
            return index
        if low == words.on and index + 2 < last and items[index + 1].low in words.extent:
            return index
        if low == words.within and index + 1 < last and items[index + 1].low in words.whole:
            return index
    return last
