"""Whether a noun phrase behind a figure goes on over a comma, "và", "với" or "về" in it."""

from __future__ import annotations

from vnreport.assembly.clauses import COORDINATE_ROW, TIME_ROW
from vnreport.assembly.items import Item
from vnreport.lexicon.phrase_words import phrase_words

# A counted noun of this many characters has three syllables or more, so says what is counted ("hệ thống thông tin").
LONG_NOUN = 12
# Roles of cues behind a comma which show that a clause of its own opens there.
ENDS_RUN = frozenset({"tense", "level", "report", "part", "versus", "share", "source", "cause"})
# Roles of what an "và" may join to a noun phrase though it is a cue, and of cues that lead a clause to its figure.
JOINED = frozenset({"target_noun", "growth"})
LEADING = frozenset({"have", "level", "to"})
# So many words behind "và" go on with the noun phrase, whatever stands behind them.
SAID = 3


def is_count(item: Item) -> bool:
    """Whether the item is a quantity with a counted noun."""
    return item.quantity is not None and item.quantity.kind == "count"


def has_predicate(items: list[Item], place: int, stop: int) -> bool:
    """Whether the noun phrase of the count at `place` says what the counted do: "căn bị sập | ở thị trấn"."""
    told = phrase_words().told
    return any((item.role == "tense" or item.low in told) and not item.is_inner for item in items[place + 1 : stop])


def words_end(items: list[Item], first: int) -> int:
    """The index after the run of words that starts at `first`, which is `first` itself where none stands there."""
    while first < len(items) and items[first].kind == "word":
        first += 1
    return first


def leads_to_quantity(items: list[Item], index: int) -> bool:
    """Whether a quantity follows the cue at `index` after nothing but soft words."""
    for item in items[index + 1 : index + 4]:
        if item.kind == "quantity":
            return True
        if item.role not in {"soft", "aux", "pair", "level"}:
            return False
    return False


def runs_on(items: list[Item], index: int, place: int) -> bool:
    """Whether the noun phrase goes on over the comma at `index`: words, and no other figure, verb of state or cue up to
    the end of the clause ("34 địa phương tham mưu, ban hành nghị quyết về miễn, giảm phí")."""
    quantity = items[place].quantity
    unit = quantity.unit if quantity is not None else None
    alone = index == place + 1 and (unit is None or unit.end - unit.start < LONG_NOUN)
    if alone or (unit is not None and unit.kind == "percent") or items[place].depth != items[index].depth:
        return False
    if index + 1 >= len(items) or items[index + 1].kind != "word" and items[index + 1].role != "have":
        return False
    if items[index + 1].row == TIME_ROW:
        return False
    closers = phrase_words().closer
    for item in items[index + 1 :]:
        if item.kind == "punct" and item.low in ";.:":
            return True
        if item.low in closers:
            return True
        if item.kind == "period" and index + 2 < len(items) and items[index + 1].kind == "word":
            continue
        if item.kind in {"quantity", "period"} or item.role in ENDS_RUN:
            return False
    return True


def coordinates(items: list[Item], index: int, place: int) -> bool:
    """Whether the comma at `index` joins two nouns of one kind: "xã, phường", "bộ, ngành"."""
    return (
        index + 1 < len(items)
        and items[index + 1].row == COORDINATE_ROW
        and (index == place + 1 or items[index - 1].row == COORDINATE_ROW or items[index - 1].kind == "word")
    )


def goes_on(items: list[Item], index: int, place: int) -> bool:
    """Whether "và" or "với" at `index` stands inside the noun phrase: "cuộc gọi và tin nhắn", "hài lòng với …"."""
    words = phrase_words()
    if items[index].low == words.about and items[index - 1].role == "report":
        # "lượt phản ánh | về | rác thải"
        return True
    if items[index].low == words.conjunction:
        return (index > place + 1 or is_count(items[place])) and _joins_words(items, place, index)
    if items[index].low not in words.complement or not _leads_to_words(items, index):
        return False
    for item in items[index + 1 :]:
        if item.kind == "punct":
            return True
        if item.kind == "quantity" or item.role in {"level", "up", "down"}:
            return False
    return True


def _leads_to_words(items: list[Item], index: int) -> bool:
    """Whether words of one phrase stand behind "với" at `index`, with no figure or verb right after."""
    for item in items[index + 1 : index + 4]:
        if item.kind != "word":
            return item.role in JOINED
    return index + 1 < len(items) and items[index + 1].kind == "word"


def _joins_words(items: list[Item], place: int, index: int) -> bool:
    """Whether "và" at `index` stands between words of one phrase, with no clause of its own behind it.

    "trại cá tầm và cá hồi bị cuốn trôi", but "thuê bao, và hãng A có 12 thuê bao", "hộ di dời và xã đã hỗ trợ".
    """
    first, words = index + 1, phrase_words()
    last = words_end(items, first)
    if last == first:
        return last < len(items) and items[last].role in JOINED
    if items[first].low in words.quantifier:
        return False
    if last == len(items) or items[last].kind in {"period", "punct"} or items[last].role in JOINED:
        return True
    if items[last].role in {"aux", "tense"}:
        return not has_predicate(items, place, index)
    whole = place and items[place - 1].low == words.within
    if items[last].role in LEADING and _figure_follows(items, last) and not whole:
        return False
    return last - first >= SAID


def _figure_follows(items: list[Item], index: int) -> bool:
    """Whether a figure stands behind the cue at `index` in its clause."""
    following = next((item for item in items[index + 1 :] if item.kind in {"quantity", "punct"}), None)
    return following is not None and following.kind == "quantity"
