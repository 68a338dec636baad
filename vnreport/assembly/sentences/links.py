"""Whether a noun phrase behind a figure goes on over a comma, "và", "với", "về" or "để" in it."""

from __future__ import annotations

from vnreport.assembly.sentences.asides import asks_for_more, is_aside
from vnreport.assembly.sentences.clauses import TIME_ROW, moves_by_itself
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.items import ANAPHOR_ROW, Item
from vnreport.assembly.sentences.noun_pairs import is_noun_pair
from vnreport.assembly.sentences.scope_words import deed_at, has_capital
from vnreport.lexicon.phrase_words import phrase_words

# A counted noun of this many characters has three syllables or more, so says what is counted ("hệ thống thông tin").
LONG_NOUN = 12
# Roles of cues behind a comma which show that a clause of its own opens there.
ENDS_RUN = frozenset({"tense", "level", "report", "part", "versus", "share", "source", "cause"})
# Roles of cues behind a comma that tell how what was counted changed, or what part it is.
MOVED = frozenset({"up", "down", "flat", "times", "versus", "share", "equals"})
# Roles of what an "và" may join to a noun phrase though it is a cue, and of cues that lead a clause to its figure.
JOINED = frozenset({"target_noun", "growth"})
LEADING = frozenset({"have", "level", "to"})
# So many words behind "và" go on with the noun phrase, whatever stands behind them.
SAID = 3


def is_count(item: Item) -> bool:
    """Whether the item is a quantity with a counted noun."""
    return item.quantity is not None and item.quantity.kind == "count"


def is_percent(item: Item) -> bool:
    """Whether the item is a percentage."""
    return item.quantity is not None and item.quantity.kind == "percent"


def is_telling(item: Item) -> bool:
    """Whether the item counts what a verb of reporting behind completes: "12 lượt | phản ánh về rác thải"."""
    return is_count(item) and item.quantity is not None and item.quantity.code in phrase_words().telling


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
    if is_percent(items[place]) and _lists_verbs(items, index, place):
        return True
    if _lists_nouns(items, index, place):
        return True
    if alone or is_percent(items[place]) or items[place].depth != items[index].depth:
        return False
    if index + 1 >= len(items) or items[index + 1].kind != "word" and items[index + 1].role != "have":
        return False
    if items[index + 1].row == TIME_ROW or is_aside(items, index + 1):
        return False
    if quantity is not None and quantity.code and _says(items, index + 1, quantity.code):
        # "2 tàu cá neo đậu, | tàu của ông Tư ra khơi"
        return False
    if asks_for_more(items, index + 1) or _tells_of_others(items, index + 1):
        return False
    if _lists_deeds(items, index, place):
        return True
    closers = phrase_words().closer
    for place, item in enumerate(items[index + 1 :], index + 1):
        if item.kind == "punct" and item.low in ";.:":
            return not _is_short(items, place) or not _figure_follows(items, place)
        if item.low in closers:
            return True
        if item.kind == "period" and index + 2 < len(items) and items[index + 1].kind == "word":
            continue
        if item.kind in {"quantity", "period"} or item.role in ENDS_RUN or moves_by_itself(items, index, place):
            return False
    return True


def _tells_of_others(items: list[Item], first: int) -> bool:
    """Whether a clause about several more opens: "4 bị cáo án treo, | các bị cáo kia bị phạt tù", "3 ha chè, | có
    những nương", but "5 cuộc kiểm tra hồ sơ, | các khoản chi"."""
    words = phrase_words()
    if items[first].low == words.have:
        return first + 1 < len(items) and items[first + 1].low in words.several | words.one
    ending = next((n for n in range(first, len(items)) if items[n].kind in {"punct", "quantity"}), len(items))
    return items[first].low in words.several and has_predicate(items, first, ending)


def _is_short(items: list[Item], index: int) -> bool:
    """Whether the dot ends a short form of a place: "TP. | HCM"."""
    return items[index].low == "." and items[index - 1].low in phrase_words().short_place


def _says(items: list[Item], first: int, noun: str) -> bool:
    """Whether the noun stands at the item."""
    said = " ".join(item.low for item in items[first : first + len(noun.split())])
    return said == noun


def _lists_deeds(items: list[Item], index: int, place: int) -> bool:
    """Whether the comma at `index` stands between two verbs of what was counted, with no figure behind the second:
    "lượt | góp vốn, mua | cổ phần của nhà đầu tư với tổng giá trị …"."""
    if not is_count(items[place]) or not (_is_done(items, place + 1) and _is_done(items, index + 1)):
        return False
    ending = next((item for item in items[index + 1 :] if _ends_deed(item)), None)
    return ending is None or ending.kind != "quantity"


def _lists_verbs(items: list[Item], index: int, place: int) -> bool:
    """Whether the comma at `index` stands between two verbs of what those do that a share counts, no figure behind:
    "90% cán bộ được | cấp, khai thác | hộp thư điện tử"."""
    if index < place + 2 or not (_is_done(items, index - 1) and _is_done(items, index + 1)):
        return False
    return all(item.kind not in {"quantity", "period"} for item in items[index + 2 :])


def _lists_nouns(items: list[Item], index: int, place: int) -> bool:
    """Whether more nouns of the count stand between commas, and behind them how it changed or what part it is: "5.214
    vụ buôn lậu, | gian lận thương mại và hàng giả, tăng 120 vụ"."""
    quantity, words = items[place].quantity, phrase_words()
    noun = quantity.code if quantity is not None and quantity.kind == "count" else ""
    last = index + 1
    if not noun or (index == place + 1 and len(noun.split()) < SAID) or last >= len(items):
        return False
    if items[last].kind != "word" or deed_at(items, last, len(items)) or is_aside(items, last):
        return False
    inside = words.preposition | {words.conjunction, ","}
    while last + 1 < len(items) and _names(items[last], inside):
        last += 1
        if items[last - 1].low == "," and items[last].role in MOVED:
            return True
    return False


def _names(item: Item, inside: frozenset[str]) -> bool:
    """Whether the item may stand in a list of nouns; some have a verb of doing in them: "cứu nạn"."""
    return item.kind == "word" or item.low in inside or (item.role == "have" and item.low != phrase_words().have)


def _is_done(items: list[Item], index: int) -> bool:
    """Whether a verb of doing stands at the item."""
    return items[index].role == "have" or deed_at(items, index, len(items))


def _ends_deed(item: Item) -> bool:
    return item.kind in {"punct", "quantity", "period"} or item.role == "part" or item.low == phrase_words().companion


def completes(items: list[Item], index: int, place: int) -> bool:
    """Whether "để" or "cho" at `index` goes on with the name of the count at `place`: words, and no figure to come.

    "khu đất được giao | để mở chợ", "mua 45 ô tô | để thưởng tết", but "trao 20 suất quà | cho học sinh".
    """
    words = phrase_words()
    if not is_count(items[place]) or items[index].low not in words.purpose:
        return False
    if index == place + 1 and (items[index].low == words.giving or not _is_acquired(items, place)):
        return False
    ending = next((n for n in range(index + 1, len(items)) if items[n].kind in {"punct", "quantity"}), len(items))
    opens = index + 1 < len(items) and (items[index + 1].kind == "word" or items[index + 1].role == "have")
    return opens and (ending == len(items) or items[ending].kind == "punct")


def _is_acquired(items: list[Item], place: int) -> bool:
    """Whether a verb of doing stands before the count, or the one that it is joined to: "mua 45 ô tô và | 25"."""
    while place > 1 and items[place - 1].low == phrase_words().conjunction and items[place - 2].kind == "quantity":
        place -= 2
    return deed_before(items, place) is not None


def goes_on(items: list[Item], index: int, place: int) -> bool:
    """Whether "và", "với" or "về" at `index` stands inside the noun phrase: "cuộc gọi và tin nhắn", "sai phạm về …"."""
    words = phrase_words()
    if items[index].low == words.about and (items[index - 1].role == "report" or is_count(items[place])):
        # "lượt phản ánh | về | rác thải", "vụ sai phạm | về | phá rừng"
        return index + 1 < len(items) and items[index + 1].kind in {"word", "cue"}
    if items[index].low == words.conjunction:
        if index + 1 < len(items) and items[index + 1].row == ANAPHOR_ROW:
            # "40.000 người | và con số này có thể tăng"
            return False
        if _counts_alike(items, index, place):
            return False
        if is_noun_pair(items, index):
            return True
        return (index > place + 1 or is_count(items[place])) and _joins_words(items, place, index)
    if items[index].low not in words.complement or not _leads_to_words(items, index):
        return False
    for item in items[index + 1 :]:
        if item.kind == "punct":
            return True
        if item.kind == "quantity" or item.role in {"level", "up", "down"}:
            return False
    return True


def _counts_alike(items: list[Item], index: int, place: int) -> bool:
    """Whether "và" right behind a count leads to another one of the same noun: "huyện có 60 đoàn | và xã, phường 584
    đoàn"."""
    counted = next((item for item in items[index + 1 :] if item.kind != "word" and item.low != ","), None)
    own = items[place].quantity
    if index != place + 1 or own is None or counted is None or counted.quantity is None:
        return False
    return is_count(items[place]) and counted.quantity.code == own.code


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
    if items[first].low in words.quantifier | words.pronoun or _acts(items, first, last):
        return False
    if last == len(items) or items[last].kind in {"period", "punct"} or items[last].role in JOINED:
        return True
    if items[last].kind == "quantity" and is_count(items[place]) and has_capital(items[first]):
        # "tiếp nhận 12 bệnh nhân và | bệnh viện B 5 bệnh nhân"
        return False
    if items[last].role in {"aux", "tense"}:
        verb = next((n for n in range(last, len(items)) if items[n].role not in {"aux", "tense"}), last)
        if has_capital(items[first]) and items[verb].role in LEADING and _figure_follows(items, verb):
            # "cấp 800 suất và | bệnh viện A cũng cấp 200 suất"
            return False
        return not has_predicate(items, place, index)
    if items[last].role == "report":
        return is_telling(items[place])
    whole = place and items[place - 1].low == words.within
    if items[last].role in LEADING and _figure_follows(items, last) and not whole:
        return False
    return last - first >= SAID and not _does_to_others(items, first, last)


def _does_to_others(items: list[Item], first: int, last: int) -> bool:
    """Whether a verb of doing opens the range that leads to the next figure: "12 điều kiện và | đơn giản hóa | 4"."""
    behind = last
    while behind < len(items) and (items[behind].role == "soft" or items[behind].low == phrase_words().of):
        behind += 1
    led = behind < len(items) and items[behind].kind == "quantity"
    return led and deed_at(items, first, last) and is_count(items[behind])


def _acts(items: list[Item], first: int, last: int) -> bool:
    """Whether the words of the range tell what somebody with a name does: "hủy 10 chuyến bay và | Jetstar đổi lịch"."""
    if not items[first].is_name:
        return False
    verb = next((n for n in range(first + 1, last) if not items[n].is_name and not items[n].is_inner), last)
    return verb < last and items[verb].low not in phrase_words().closer and deed_at(items, verb, last)


def _figure_follows(items: list[Item], index: int) -> bool:
    """Whether a figure stands behind the cue at `index` in its clause."""
    kinds = (item.kind for item in items[index + 1 :] if item.kind in {"quantity", "punct"})
    return next(kinds, "") == "quantity"
