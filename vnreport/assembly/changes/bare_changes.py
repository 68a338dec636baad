"""Changes told without an amount: "đạt 48.000 tấn, thấp hơn so với năm ngoái"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from vnreport.assembly.changes.passed_times import leads_to_time
from vnreport.assembly.changes.recalled import named_each
from vnreport.assembly.changes.traded_sides import ends_with_side, is_pair, price_of_side, tells_side
from vnreport.assembly.sentences.clauses import EQUALS_ROW, has_subject
from vnreport.assembly.sentences.drafts import Change, Draft, Figure, SentenceItems
from vnreport.assembly.sentences.items import MOVES, PASSING, PLANS, Item, holds_phrase
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

STOPS = frozenset({"quantity", "punct"})
# Roles of drafts that a bare change may be of.
LEVELS = frozenset({"value", "share", "growth"})
# Quotation marks.
OPENING, CLOSING = frozenset('“‘"'), frozenset('”’"')


def add_bare_changes(
    drafts: Sequence[Draft], sentence: SentenceItems, figures: Sequence[Figure], before: Sequence[Draft] = ()
) -> None:
    """Gives values the changes beside them that have no amount; a change with neither is no record.

    `before` are the drafts of the sentence before, whose values this one may name again.
    """
    items = sentence.items
    for draft in drafts:
        if draft.sentence is sentence and not draft.changes and (direction := _moved(items, draft)):
            draft.changes.append(Change(direction, None, draft.place, "role.change.bare"))
    taken = {figure.cue for figure in figures} | {change.place for draft in drafts for change in draft.changes}
    for index, item in enumerate(items):
        alike = item.row == EQUALS_ROW or item.low in phrase_words().alike
        direction = item.role if item.role in MOVES else "flat" if alike else ""
        if not direction:
            continue
        ahead = _leads_to_price(items, index, direction)
        if (index in taken and not ahead) or not _is_bare(items, index) or _is_quoted(items, index):
            continue
        one = None if ahead else _side_before(drafts, items, index)
        host = one or (None if ahead else _before(drafts, items, index, figures)) or _after(drafts, items, index)
        if host is None:
            for draft in named_each(before, items, index):
                draft.changes.append(Change(direction, None, index, "role.change.bare", sentence=sentence))
        elif host.quantity is not None or direction == "flat":
            # A growth has its rate: "tăng 5%, vượt mục tiêu" says no more of what grew.
            of_all = _of_all(items, index) is not None
            listed = _all_before(drafts, index) if of_all else _listed_with(drafts, host, index)
            others = [] if one is not None else [*_other_side(drafts, items, host, index), *listed]
            for draft in dict.fromkeys((host, *others)):
                if direction == "flat" and any(change.direction == "flat" for change in draft.changes):
                    continue
                change = Change(direction, None, index, "role.change.bare")
                _take_earlier(draft, change, item.start)
                draft.changes.append(change)
                draft.changes.sort(key=lambda change: change.place)


def _take_earlier(draft: Draft, change: Change, start: int) -> None:
    """Gives a bare change the earlier value behind it: "đạt 14% kế hoạch, | thấp hơn cùng kỳ năm 2023 (16%)"."""
    for other in draft.changes:
        if other.baseline_value is not None and other.place < change.place and other.baseline_value.start > start:
            change.baseline_value, other.baseline_value = other.baseline_value, None


def _other_side(drafts: Sequence[Draft], items: list[Item], host: Draft, index: int) -> list[Draft]:
    """The price of the other side of a trade, which moves alike: "mua vào 36, bán ra 37 triệu đồng, giữ nguyên"; "không
    đổi cả hai chiều mua vào 36, bán ra 37"; "giữ nguyên, ở mức 36 (mua vào) và 37 (bán ra)"; "không đổi so với hôm qua
    là 36 mua vào, bán ra 37"; but "không đổi chiều mua vào 36"."""
    found: list[Draft] = []
    stood = index + 1 < len(items) and items[index + 1].low == phrase_words().when
    stood = stood or any(item.kind == "punct" or item.role == "versus" for item in items[index : host.place])
    one_sided = host.place > index and not stood and ends_with_side(items, host.place)
    if one_sided and not holds_phrase(items[index + 1 : host.place], phrase_words().both_ways):
        return found
    for draft in drafts:
        ours, theirs = host.quantity, draft.quantity
        sided = any(tells_side(items, each.place) for each in (draft, host))
        alike = ours is not None and theirs is not None and ours.kind in PRICES and ours.code == theirs.code
        sided = sided or (alike and is_pair(draft, host))
        beside = draft is not host and (draft.place < index) == (host.place < index)
        if alike and sided and beside and not draft.changes and abs(drafts.index(draft) - drafts.index(host)) == 1:
            found.append(draft)
    return found


def _listed_with(drafts: Sequence[Draft], host: Draft, index: int) -> list[Draft]:
    """The others of the list that the host ends, which moved alike: "lần lượt đạt 18 và 5 tỷ USD, giảm so với …"."""
    found: list[Draft] = []
    if not host.paired or host.place > index:
        return found
    for draft in reversed(drafts[: drafts.index(host)]):
        if draft.paired != host.paired - len(found) - 1 or draft.changes:
            break
        found.append(draft)
    return found if len(found) == host.paired else []


def _of_all(items: list[Item], index: int) -> int | None:
    """The index of the "so với" behind a change of all that was counted before it: "giảm cả ba mặt | so với năm
    trước"; None where it is of some."""
    after, words = index + 1, phrase_words()
    while after < len(items) and (items[after].role in PASSING or items[after].low in words.place):
        after += 1
    opened = [item.low for item in items[after : after + 2]]
    if len(opened) < 2 or opened[0] not in words.all_of or not (opened[1] in words.plural or opened[1] == words.about):
        return None
    while after < len(items) and (items[after].kind == "word" or items[after].role == "conjunction"):
        after += 1
    return after if after < len(items) and items[after].role == "versus" else None


def _all_before(drafts: Sequence[Draft], index: int) -> list[Draft]:
    """The values with no change that stand right before the item, latest first."""
    values = [draft for draft in reversed(drafts) if draft.place < index and draft.role == "value"]
    return list(takewhile(lambda draft: not draft.changes, values))


def _moved(items: list[Item], draft: Draft) -> str:
    """The direction of the level that a verb of change leads to before "so với": "giảm xuống 1,8% so với cuối năm"."""
    after = draft.place + 1
    return moved_to(draft) if after < len(items) and items[after].role == "versus" else ""


def moved_to(draft: Draft) -> str:
    """The direction of the level that a verb of change leads to: "giảm xuống 1,8%"; empty for no such level."""
    items = draft.sentence.items
    if draft.quantity is None or draft.cue is None or draft.role != "value" or items[draft.cue].role != "to":
        return ""
    words, low = phrase_words(), items[draft.cue].low
    if low.startswith(words.fall) or words.fall[0] in low.split():
        return "down"
    return "up" if low.startswith(words.rise) or words.rise[0] in low.split() else ""


def _is_quoted(items: list[Item], index: int) -> bool:
    """Whether the cue is all that somebody says: "23% dự kiến | “giữ nguyên” | nhân sự"."""
    return index > 0 and items[index - 1].low in OPENING and index + 1 < len(items) and items[index + 1].low in CLOSING


def _is_bare(items: list[Item], index: int) -> bool:
    """Whether a comparison, but no amount, follows the cue."""
    after = index + 1
    compares = items[index].low.endswith(phrase_words().more)
    while after < len(items) and (
        items[after].role in PASSING
        or items[after].low in phrase_words().half
        or (compares and leads_to_time(items[after]))
    ):
        after += 1
    if _leads_to_price(items, index, items[index].role):
        return True
    versus = _of_all(items, index)
    after = after if versus is None else versus
    following = items[after] if after < len(items) else None
    if items[index].role == "flat" and (following is None or following.kind in {"punct", "period"}):
        return True
    if items[index].row == EQUALS_ROW and following is not None and following.kind == "period":
        return True
    if items[index].low in phrase_words().alike and following is not None and following.kind == "period":
        return after + 1 >= len(items) or items[after + 1].kind == "punct"
    if following is not None and following.kind == "period" and compares:
        # "đạt 3%, thấp hơn năm trước"
        return after + 1 >= len(items) or items[after + 1].kind == "punct"
    if following is None or not (following.role == "versus" or following.role in PLANS):
        return False
    stop = next((place for place in range(after, len(items)) if _stops(items, place)), None)
    if stop is None or items[stop].kind != "quantity":
        return True
    # "giữ nguyên so với hôm qua | ở mức | 42.500 đồng/kg"
    return items[index].role == "flat" and items[stop - 1].role == "level"


def _leads_to_price(items: list[Item], index: int, direction: str) -> bool:
    """Whether only the sides of a trade stand between the cue and a price: "không đổi | cả hai chiều mua vào | 36".

    Of a rise or a fall they have to be both: "tăng | chiều mua vào | 36" only tells the level. What did not move may be
    told with the level at which it stood: "không biến động | khi niêm yết ở mức | 36", "giữ nguyên | 5.000 đồng".
    """
    words, place = phrase_words(), index + 1
    while place < len(items):
        size = phrase_size(items, place, len(items), words.side)
        stood = direction == "flat" and (items[place].low == words.when or items[place].role == "level")
        if not size and not stood and items[place].low not in words.place and items[place].role != "soft":
            break
        place += size or 1
    price = items[place].quantity if place < len(items) and (direction == "flat" or index + 1 < place) else None
    if price is None or price.kind not in PRICES:
        return False
    return direction == "flat" or holds_phrase(items[index + 1 : place], phrase_words().both_ways)


def _stops(items: list[Item], place: int) -> bool:
    """Whether what a change is set against ends at the item: a figure, a sign, or the verb of a level behind "và"."""
    joined = items[place].role == "conjunction" and place + 1 < len(items) and items[place + 1].role == "level"
    return joined or items[place].kind in STOPS or items[place].role in MOVES


def _before(drafts: Sequence[Draft], items: list[Item], index: int, figures: Sequence[Figure]) -> Draft | None:
    """The draft of the last figure, where a comma or "và" but no subject stands between it and the cue."""
    last = max((figure.place for figure in figures if figure.place < index), default=None)
    hosts = [draft for draft in drafts if draft.place < index and draft.role in LEVELS and draft.earlier is None]
    if last is None or not hosts or items[last].depth > items[index].depth:
        return None
    first, price = index, _is_price(hosts[-1])
    while first > last + 1 and (
        items[first - 1].role in PASSING or (price and items[first - 1].low in phrase_words().bare_price)
    ):
        first -= 1
    opener = items[first - 1]
    if _goes_with_level(items, first):
        return None
    if not (opener.low in {",", "("} or opener.role == "conjunction") or has_subject(items, last + 1, first):
        return None
    return hosts[-1]


def _side_before(drafts: Sequence[Draft], items: list[Item], index: int) -> Draft | None:
    """The price whose side alone the cue's clause names: "36 - 37 triệu đồng (MV - BR), | giá bán ra | không đổi"."""
    last = index
    while last and items[last - 1].role in PASSING:
        last -= 1
    first = next((place for place in range(last, 0, -1) if items[place - 1].low in {",", ";"}), 0)
    return price_of_side([draft for draft in drafts if draft.place < index], items, (first, last)) if first else None


def _is_price(draft: Draft) -> bool:
    """Whether the draft's figure is a price of something, which "…, giá không đổi" behind it can be of."""
    return draft.quantity is not None and draft.quantity.kind == "rate" and draft.role == "value"


def _goes_with_level(items: list[Item], index: int) -> bool:
    """Whether a verb of level is joined before the item by "và": "59 địa phương đạt và | vượt dự toán"."""
    return index > 1 and items[index - 1].role == "conjunction" and items[index - 2].role == "level"


def _after(drafts: Sequence[Draft], items: list[Item], index: int) -> Draft | None:
    """The value that the change leads to: "tăng mạnh so với cùng kỳ, đạt 9 tỷ đồng"; None where it has changes."""
    if _goes_with_level(items, index):
        return None
    for draft in drafts:
        if draft.place < index:
            continue
        stop = draft.cue if draft.cue is not None and draft.cue != index else draft.place
        leads = draft.role == "value" and not draft.changes
        beside = draft.role == "growth" and items[index].role == "flat" and draft.cue is not None
        if not (leads or beside) or not (draft.subject[0] <= index < stop or _tells_price(items, index, draft)):
            return None
        if draft.cue is None and any(item.role == "conjunction" for item in items[index + 1 : draft.place]):
            return None
        own = has_subject(items, index + 1, draft.place) and not _tells_price(items, index, draft)
        return None if own else draft
    return None


def _tells_price(items: list[Item], index: int, draft: Draft) -> bool:
    """Whether only "giá" and a side lead from what did not move to a price: "không đổi |, giá mua vào | 36 triệu"."""
    place = index + 1
    if items[index].role != "flat" or not _is_price(draft) or items[place].low != ",":
        return False
    while place < draft.place:
        skips = items[place].low in {",", *phrase_words().bare_price} or items[place].role == "level"
        size = 1 if skips else phrase_size(items, place, draft.place, phrase_words().side)
        if not size:
            return False
        place += size
    return True
