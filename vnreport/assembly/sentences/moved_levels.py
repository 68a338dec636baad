"""Earlier levels that a change starts from: "tăng từ 5,1% lên 6,3%", "Từ mức 27% năm 2015, đến nay đạt 32%"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import DIRECTED, Item, bound_words, closing
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

# Signs that part an earlier level from the later one.
BREAKS = frozenset(",;:.?!…()")
# Items of a note in brackets behind the earlier level.
MOST_NOTED = 4
# Items before the earlier level that a sentence opens with: "Từ chỗ chỉ có 14 hộ năm 2010, …".
MOST_OPENING = 4
# Items from the earlier level to the later one, and where the sentence opens with it: "Từ mức 9 USD | giá dầu thế giới
# trong đêm nhanh chóng giảm xuống 7 USD".
MOST_LEADING, MOST_OPENED = 8, 12
# Items between a verb of change and the earlier level: "giảm mạnh từ 8% xuống 5%".
MOST_MOVED = 6


def leads_to_level(items: list[Item], place: int) -> bool:
    """Whether "lên", "xuống", "còn" and another quantity follow before any break: "từ 5,1% lên 6,3%"."""
    words = phrase_words()
    seen, toward = False, words.toward
    if any(
        item.role in DIRECTED or item.low.startswith((*words.rise, *words.fall))
        for item in items[max(0, place - MOST_MOVED) : place]
    ):
        toward = toward | words.up_to
    first = _behind_note(items, place + 1)
    for item in items[first : first + (MOST_OPENED if items[0].role == "from" and place == 1 else MOST_LEADING)]:
        if item.kind == "quantity":
            return seen and _of_one_unit(items[place], item)
        if item.kind == "punct" and item.low in BREAKS:
            return False
        if item.role == "to" or item.low in toward:
            seen = True
    return False


def opens_from(items: list[Item], place: int) -> bool:
    """Whether the sentence opens with an earlier level and its time, or with one that a price moved from: "Từ mức 27%
    năm 2015, đến nay … đạt 32%", "Từ mức 80.000 đồng/kg, giá ớt giảm 3%"."""
    lead = items[0]
    if lead.role != "from" or place > MOST_OPENING or any(item.kind not in {"word", "cue"} for item in items[:place]):
        return False
    if _opens_move(items, place):
        return True
    after = place + 1
    while after < len(items) and (items[after].kind == "word" or items[after].low in phrase_words().dating):
        after += 1
    if after + 1 >= len(items) or items[after].kind != "period" or items[after + 1].low != ",":
        return False
    later = next((item for item in items[after + 1 :] if item.quantity is not None), None)
    ours, theirs = items[place].quantity, later.quantity if later is not None else None
    return ours is not None and theirs is not None and bool(ours.code) and ours.code == theirs.code


def _opens_move(items: list[Item], place: int) -> bool:
    """Whether a comma parts a level from the move that starts there: to another of its unit, or of a price by an amount
    behind its "mức"."""
    comma = place + 1
    while comma < len(items) and comma - place <= MOST_NOTED and items[comma].kind in {"word", "period"}:
        comma += 1
    later = next((index for index in range(comma, len(items)) if items[index].quantity is not None), None)
    ours, theirs = items[place].quantity, items[later].quantity if later is not None else None
    if later is None or ours is None or theirs is None or items[comma].low != ",":
        return False
    left_out = not ours.code and ours.step > 1 and theirs.kind in PRICES
    if not ours.code and not left_out:
        return False
    cue = later - 1
    while cue > comma and items[cue].role == "soft":
        cue -= 1
    if items[cue].role == "to":
        words, verb = phrase_words(), items[cue].low
        moves = verb.startswith((*words.rise, *words.fall, *words.moving)) or verb.endswith((*words.rise, *words.fall))
        return (left_out or ours.code == theirs.code) and moves
    moved = items[cue].role in DIRECTED and not items[cue].low.endswith(phrase_words().more)
    alike = theirs.kind == "percent" or ours.code.partition("/")[0] == theirs.code.partition("/")[0]
    return moved and alike and {ours.kind} <= PRICES and _is_at_mark(items, place)


def _is_at_mark(items: list[Item], place: int) -> bool:
    """Whether "mức" or such a noun stands right before the figure, or among the words of its bound: "từ | sát mức | 9
    USD"."""
    said = bound_words(items, place) or items[place - 1].low.split()
    return said[-1] in phrase_words().mark


def _behind_note(items: list[Item], opened: int) -> int:
    """The index behind a note that only dates the earlier level: "từ 160 tỷ đồng (trong nửa đầu năm 2017) xuống"."""
    if opened >= len(items) or items[opened].low != "(":
        return opened
    close = closing(items, opened, min(opened + MOST_NOTED + 2, len(items)))
    if close is None or any(item.kind == "quantity" for item in items[opened:close]):
        return opened
    return close + 1


def _of_one_unit(first: Item, second: Item) -> bool:
    """Whether two figures can be of one unit: "từ 25 quốc gia đến 8 sân bay" leads nowhere, "từ 9 thuyền lên 12 chiếc"
    does."""
    one = first.quantity.unit if first.quantity is not None else None
    other = second.quantity.unit if second.quantity is not None else None
    counted = one is not None and other is not None and one.kind == other.kind == "count"
    if not counted or one is None or other is None or one.code == other.code:
        return True
    return other.code in phrase_words().classifier
