"""Where clauses start, and whether a clause brings words or a period of its own."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import CHANGES, Item, closing
from vnreport.grammar.values import PERCENTS, SAME_PERIOD
from vnreport.lexicon.phrase_words import phrase_words

# Cues that are part of a subject when they stand in it: "kế hoạch", "tăng trưởng tín dụng".
NOUN_ROLES = frozenset({"target_noun", "target", "growth", "fall"})
# Cues behind which words name what a figure is set against, up to the next comma: "bằng một tháng lương, tăng 9%". The
# last is the lexicon row of "tương đương".
COMPARED = frozenset({"versus", "ratio"})
EQUALS_ROW = "level.equals"
# Mentions of the time that is reported: a level that "hiện" has is still the one that a change before it ends at, and
# none behind an earlier value is its own ("từ 60 đội nay chỉ còn 20").
PRESENT = frozenset({"now", "current"})
# The unit of spans that end with the document's own year: "5 năm qua".
PAST_YEARS = "past_years"
BOUNDARIES, DASHES = frozenset(",;:()–-"), frozenset("–-")
# Items in brackets that only tell more of the words or the figure before: "(mua vào - bán ra)".
MOST_IN_BRACKETS = 8
# The lexicon row of nouns that are listed together as one: "bộ, ngành", "cán bộ, công chức, viên chức".
COORDINATE_ROW = "plain.coordinate"
# The lexicon row of nouns of time: "ngày", "giai đoạn".
TIME_ROW = "plain.time"
# The lexicon row of "kỳ hạn", behind which lengths of time are the terms of deposits and loans.
TERM_ROW = "plain.term"
OPENERS = frozenset({"conjunction", "part", "cause", "then"})
# Items of "sau đây", "như sau".
LONGEST_FOLLOWING = 2


def clause_start(items: list[Item], start: int, stop: int) -> int:
    """Where the words of a new clause start in `items[start:stop]`: after the last figure's own words.

    Right after a figure its unit's and noun's words go on to the first boundary; from there a new clause may start.
    Returns `stop` when no boundary stands in the range and a figure came before.
    """
    if start == 0:
        return 0
    opener: int | None = None
    reason: int | None = None
    reasons, showing = phrase_words().cause, phrase_words().showing
    index = start - 1
    while index + 1 < stop:
        index += 1
        item = items[index]
        closing = _closes_at(items, index, stop) if item.low == "(" else None
        if closing is not None:
            index = closing
            continue
        joins = _joins_nouns(items, index, stop) or _joins_numbers(items, index, stop)
        if item.kind == "punct" and item.low in BOUNDARIES and not joins:
            return index + 1
        if opener is None and item.low in showing and index + 1 < stop and items[index + 1].kind == "word":
            # "khảo sát 120 hộ | cho thấy tỷ lệ nghèo là 6%"
            return index
        if item.role in OPENERS and opener is None:
            if index == start or item.role != "conjunction":
                return index
            opener = index
        if reason is None and opener is None and item.low in reasons and _gives_reason(items, start):
            reason = index + 1
    return next((place for place in (reason, opener) if place is not None), stop)


def after_figure(items: list[Item], stop: int) -> int:
    """Where the words between `stop` and the figure before it start."""
    while stop > 0 and items[stop - 1].kind != "quantity":
        stop -= 1
    return stop


def _gives_reason(items: list[Item], start: int) -> bool:
    """Whether words behind the figure before `start` may tell its cause: "tăng 0,3% do | giá thép tăng"."""
    index = start - 1
    while index > 0 and items[index].kind in {"word", "cue"}:
        # "giảm 17% về giá trị | do giá bán chỉ còn …"
        index -= 1
    before = items[index].quantity
    return before is not None and before.kind != "count"


def reports(items: Sequence[Item], index: int) -> bool:
    """Whether a verb of reporting stands at `index` and tells of a figure, rather than what was counted: "lượt | phản
    ánh", or who was told of: "hộ | nêu trên"."""
    if items[index].role != "report" or (index and items[index - 1].low in phrase_words().telling):
        return False
    return " ".join(item.low for item in items[index : index + 2]) not in phrase_words().closer


def opens_breakdown(item: Item) -> bool:
    """Whether the item opens what a figure before it is broken down into: "trong đó", "trong số này"."""
    return item.role == "part" and item.low.startswith(phrase_words().within)


def _closes_at(items: list[Item], opened: int, stop: int) -> int | None:
    """The index of the bracket that closes a few words without a figure or a cue: "(GDP)", "(mua vào)"; or None."""
    close = closing(items, opened, min(opened + MOST_IN_BRACKETS + 2, stop))
    inside = items[opened + 1 : close]
    return close if all(item.kind in {"word", "punct"} for item in inside) else None


def _joins_nouns(items: list[Item], index: int, stop: int) -> bool:
    """Whether a comma only joins the nouns of the figure before: "15 đơn vị bộ, ngành, 01 doanh nghiệp"."""
    if items[index].low != "," or index + 1 >= stop or items[index + 1].row != COORDINATE_ROW:
        return False
    counted = items[index - 1].quantity
    if counted is not None and index + 2 == stop < len(items) and items[stop].role in CHANGES:
        # "tăng 9.000 người, | địa phương | tăng 156.000 người", but "12 xã, phường tăng"
        return counted.code in phrase_words().tier
    return index + 2 >= stop or items[index + 2].kind == "punct"


def _joins_numbers(items: list[Item], index: int, stop: int) -> bool:
    """Whether a dash stands between two numbers of a span that is none of the figures: "trẻ từ 1-10 tuổi"."""
    if items[index].low not in DASHES or not 0 < index < stop - 1:
        return False
    return items[index - 1].low.isdigit() and items[index + 1].low.isdigit()


def has_subject(items: list[Item], start: int, stop: int) -> bool:
    """Whether `items[start:stop]` holds words of its own beside cues, periods and baselines."""
    begin = _after_announcement(items, clause_start(items, start, stop), stop)
    versus = False
    for index in range(begin, stop):
        item = items[index]
        if versus and item.kind == "word" and _is_behind_baseline(items, begin, index):
            return True
        if item.role in COMPARED or item.row == EQUALS_ROW:
            versus = True
        elif (item.kind == "punct" and item.low in ",;(") or item.role == "then":
            versus = False
        elif not versus and (item.kind == "word" or item.role in NOUN_ROLES or _is_noun(items, index, stop)):
            return True
    return False


def _after_announcement(items: list[Item], begin: int, stop: int) -> int:
    """Where a list begins whose words before a colon only say that it follows: "Kết quả như sau: | đã giảm 12 đầu mối";
    `begin` without such."""
    for index in range(stop - 1, begin, -1):
        said = f" {' '.join(item.low for item in items[max(begin, index - LONGEST_FOLLOWING) : index])}"
        if items[index].low == ":" and any(said.endswith(f" {phrase}") for phrase in phrase_words().following):
            return index + 1
    return begin


def _is_noun(items: list[Item], index: int, stop: int) -> bool:
    """Whether a verb of doing is what a verb of change behind it is of: "tiêu thụ | tăng 5%"."""
    if items[index].role != "have" or phrase_words().have in items[index].low.split(" "):
        return False
    after = index + 1
    while after < len(items) and items[after].role in {"tense", "aux"}:
        after += 1
    return after == stop < len(items) and items[after].role in CHANGES


def _is_behind_baseline(items: list[Item], begin: int, index: int) -> bool:
    """Whether the word opens a subject right behind the period that the clause opens with: "So với năm 2015 giá …",
    "Theo đó, so với cùng kỳ CPI …"."""
    if index < begin + 2 or items[index - 1].kind != "period":
        return False
    opener = next((place for place in range(index - 2, begin - 1, -1) if items[place].role == "versus"), None)
    if opener is None or (opener > begin and items[opener - 1].low != "," and items[opener - 1].role not in OPENERS):
        return False
    words, after = phrase_words(), index
    while after < len(items) and items[after].kind == "word":
        after += 1
    if after < len(items) and items[after].kind == "period":
        return False
    return items[index].low not in words.preposition | words.closer | words.complement | words.demonstrative


def own_period(items: list[Item], start: int, stop: int, *, passing: frozenset[str] = frozenset()) -> bool:
    """Whether a clause of its own in the range names a period that is no baseline and of no `passing` shape."""
    begin = clause_start(items, start, stop)
    for index in range(begin, stop):
        mention = items[index].period
        if mention is None or mention.shape == SAME_PERIOD or mention.shape in passing:
            continue
        if not any(before.role == "versus" for before in items[max(begin, index - 4) : index]):
            return True
    return False


def words_concerned(items: list[Item], place: int) -> tuple[int, int] | None:
    """The item range of "đối với hộ nghèo" right after the figure at `place`, without "đối với"; None when absent.

    Of a price "với" says the same: "137 USD/thùng | với xăng RON 92 (tăng 2%)". Words that a verb goes on with open a
    clause of their own, but not those before a level: "tăng 90 đồng/kg | với dầu mazut | lên 16.000 đồng/kg".
    """
    first, words, quantity = place + 1, phrase_words(), items[place].quantity
    if first >= len(items):
        return None
    priced = items[first].low == words.companion and quantity is not None and quantity.kind == "rate"
    if not priced and (items[first].low not in words.topic or items[first].low == words.about):
        return None
    last = first + 1
    while last < len(items) and (items[last].kind == "word" or _joins_words(items, last)):
        last += 1
    ends = last == len(items) or items[last].kind != "cue" or items[last].low == words.conjunction
    ends = ends or items[last].role == "to"
    return (first + 1, last) if ends and last > first + 1 else None


def _joins_words(items: list[Item], index: int) -> bool:
    """Whether "và" at `index` stands between words."""
    joins = items[index].low == phrase_words().conjunction
    return joins and index + 1 < len(items) and items[index + 1].kind == "word" and items[index - 1].kind == "word"


def words_about(items: list[Item], place: int, *, noun: bool = False) -> tuple[int, int] | None:
    """The item range of "về số doanh nghiệp" right after the figure at `place`, without "về"; None when absent.

    With `noun` also that of the noun of a rate: "giảm 12% | số người bị thương".
    """
    first = place + 1
    if first < len(items) and items[first].low == "(":
        first = _behind_note(items, first)
    if first >= len(items):
        return None
    if items[first].low == phrase_words().about:
        first += 1
    elif not (noun and is_rate(items[place]) and starts_measured(items, first)):
        return None
    worth = first < len(items) and items[first].low == phrase_words().worth
    last = first + worth
    reasons = phrase_words().cause
    while last < len(items) and (items[last].kind == "word" or (items[last].role == "aux" and last > first)):
        if items[last].low in reasons and last > first:
            # "giảm 17% về giá trị | do giá bình quân …"
            break
        last += 1
    while last > first + worth and items[last - 1].kind != "word":
        last -= 1
    return (first, last) if last > first else None


def _behind_note(items: list[Item], opened: int) -> int:
    """The index of the "về" behind a bracket that says the amount anew: "tăng 4% (26 người) về"; else `opened`."""
    close = closing(items, opened, min(opened + MOST_IN_BRACKETS + 2, len(items)))
    after = close + 1 if close is not None else len(items)
    return after if after < len(items) and items[after].low == phrase_words().about else opened


def is_rate(item: Item) -> bool:
    """Whether the item is a quantity in per cent or percentage points."""
    return item.quantity is not None and item.quantity.kind in PERCENTS


def starts_measured(items: list[Item], first: int) -> bool:
    """Whether a noun of what is measured stands at `first`, one of a syllable with more words behind it: "giá điện",
    "số hộ nghèo", "chi phí"."""
    nouns = phrase_words().measured_noun
    words = items[first : first + 2]
    if len(words) < 2 or any(item.kind != "word" for item in words):
        return False
    return words[0].low in nouns or " ".join(item.low for item in words) in nouns


def moves_by_itself(items: list[Item], comma: int, place: int) -> bool:
    """Whether a verb of change ends a clause of its own behind the comma: "…, lượng khách giảm mạnh"."""
    if items[place].role not in CHANGES or place < comma + 3:
        return False
    return place + 1 == len(items) or items[place + 1].kind == "punct" or items[place + 1].role == "soft"
