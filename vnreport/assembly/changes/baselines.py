"""What each change is measured against: the "so với …" of its clause, of its sentence, or none said."""

from __future__ import annotations

from itertools import pairwise

from vnreport.assembly.changes.bare_changes import STOPS
from vnreport.assembly.changes.compared_levels import FEWEST_OWN, moved_before
from vnreport.assembly.changes.exceeding import EXCEEDING_RULE
from vnreport.assembly.changes.held_baselines import holds_for
from vnreport.assembly.changes.multiplied import NORM_RULE
from vnreport.assembly.changes.named_baselines import OTHER_RULES, repeat_others
from vnreport.assembly.changes.paired_baselines import later_ratio, pair_baselines
from vnreport.assembly.changes.planned_rates import PLANNED_RULE
from vnreport.assembly.changes.price_baselines import PRICES_RULE, is_month, is_price, of_prices, passes
from vnreport.assembly.changes.price_steps import is_step
from vnreport.assembly.changes.said_baselines import SINCE_RULE, find_baselines
from vnreport.assembly.sentences.drafts import BaselineDraft, Change, Draft, SentenceItems
from vnreport.assembly.sentences.governors import GROWTH
from vnreport.assembly.sentences.items import CHANGES, PLANS, Item
from vnreport.assembly.sentences.origins import FROM_LIST, FROM_SENTENCE, FROM_SENTENCE_BEHIND
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.grammar.values import SAME_PERIOD
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a change that says the one before it in other words: it has the same baseline.
RESTATED_RULE = "role.change.restated"
# Items from an amount to the rate that says it again: "tăng 329 nghìn đồng (tương ứng tăng 6,5%)".
MOST_RESTATED = 5
# Items between a comma and the "so với" of the change before it, at most.
LONGEST_PHRASE = 6


def assign_baselines(drafts: list[Draft], sentence: SentenceItems, held: BaselineDraft | None) -> BaselineDraft | None:
    """Gives every change in the sentence its baseline; returns the one that later sentences may inherit.

    A change takes the baseline right after it, before the next figure with one of its own; else the sentence's last
    one before it; else the next one after it; else `held`, the baseline that an earlier sentence of the list named.
    """
    found = find_baselines(sentence)
    changes = [
        (change, draft)
        for draft in drafts
        for change in draft.changes
        if (change.sentence or draft.sentence) is sentence
    ]
    changes.sort(key=lambda pair: pair[0].place)
    places = [change.place for change, _ in changes]
    own = pair_baselines(changes, sentence.items, found)
    led: set[int] = set()
    followed: set[int] = set()
    leading: BaselineDraft | None = None
    for index, baseline in found:
        compared = index and index - 1 not in places and _compares(sentence.items[index - 1])
        if baseline.rule in OTHER_RULES or compared:
            # "gấp 3 lần | quy chuẩn" stands at its own amount.
            following = [place for place in places if place >= index]
            if _is_apart(sentence.items, index, following, places):
                continue
            if following and _compares_by_itself(sentence.items, index, following[0]):
                continue
            if following:
                own.setdefault(following[0], baseline)
                continue
        before = [place for place in places if place <= index]
        if not before or _opens_clause(sentence.items, index, before[-1]):
            after = [place for place in places if place > index]
            if after and not before and not _is_passed(sentence.items, index, after[0]):
                leading = baseline
            if after and _adjoins(sentence.items, index, after[0]) and after[0] not in own:
                own[after[0]] = baseline
                led.add(after[0])
            continue
        if baseline.rule == "baseline.same_period" and own and _opens_earlier(sentence.items, index):
            continue
        if baseline.kind == "entity" and _is_of_another_clause(sentence.items, index, before[-1]):
            continue
        if before[-1] in led and before[-1] not in followed:
            own[before[-1]] = baseline
        own.setdefault(before[-1], baseline)
        followed.add(before[-1])
    _share_within(changes, own, sentence.items)
    if leading is None:
        repeat_others(changes, own, sentence.items)
    _spread(changes, own, leading, held)
    last = _lasting([told for told in found if not _is_supposed(sentence.items, told[0])], changes, own)
    if last is None or (len(changes) == 1 and passes(last, held)):
        return held
    month = of_prices(changes, own)
    if month is None and held is not None and held.rule == PRICES_RULE and all(is_price(draft) for _, draft in changes):
        return held
    return month or last


def _is_passed(items: list[Item], index: int, place: int) -> bool:
    """Whether the plan at `index` is only said to be passed in a clause before that of the change at `place`: "12 chỉ
    tiêu đều vượt | kế hoạch |, như tăng trưởng GDP đạt 7%"."""
    if not index or items[index - 1].role not in CHANGES or items[index].role not in PLANS:
        return False
    return any(item.kind == "punct" for item in items[index + 1 : place])


def _is_supposed(items: list[Item], index: int) -> bool:
    """Whether the baseline is only one to look at for once: "| nếu so với | đỉnh cũ của tháng 12-2017"."""
    opener, condition = items[index].low.split()[:1], phrase_words().condition
    return opener == [condition] or (index > 0 and items[index - 1].low == condition)


def _lasting(
    found: list[tuple[int, BaselineDraft]], changes: list[tuple[Change, Draft]], own: dict[int, BaselineDraft]
) -> BaselineDraft | None:
    """The time that the sentence's changes were last set against, not one that a ratio behind them is of, or that is
    only passed: "tăng 9% so với cùng kỳ, bằng 92% | năm 2017", "vượt kim ngạch | cả năm 2017", "kể từ | tuần trước"."""
    if not found or found[-1][1].kind != "period":
        return None
    of_ratios = [own.get(change.place) for change, _ in changes if change.direction == "ratio"]
    told = [baseline for _, baseline in found if baseline.kind == "period" and baseline.rule != SINCE_RULE]
    last = told[-1] if told else None
    return next((each for each in reversed(told) if each not in of_ratios and each.rule not in OTHER_RULES), last)


def _share_within(changes: list[tuple[Change, Draft]], own: dict[int, BaselineDraft], items: list[Item]) -> None:
    """Gives an amount the baseline behind the rate that says it again: "tăng 329 nghìn đồng (6,5%) | so với quý 2"."""
    for (change, draft), (again, other) in pairwise(changes):
        said = again.rule == RESTATED_RULE or items[again.place].depth > items[change.place].depth
        if said and draft is other and again.place in own and again.place - change.place <= MOST_RESTATED:
            own.setdefault(change.place, own[again.place])


def _compares(item: Item) -> bool:
    """Whether a period behind the item is what a comparative sets its amount against: "hơn | cùng kỳ | 9,7%"."""
    return item.role in CHANGES or item.low == phrase_words().more


def _reaches_back(draft: Draft, change: Change, later: BaselineDraft, *, same: bool) -> bool:
    """Whether a baseline said further on holds for this change: over a ";" only a relative one does ("cùng kỳ").

    The beginning of the year is one for rates of two things: "cho vay tăng 12%; huy động tăng 4% so với | đầu năm";
    `same` tells that both changes are of one.
    """
    mention, amount = later.mention, change.quantity
    if mention is not None and mention.shape in {SAME_PERIOD, "previous"}:
        return True
    if mention is not None and mention.edge and mention.shape == "year" and mention.year is None:
        return amount is not None and amount.kind == "percent" and not same
    items = (change.sentence or draft.sentence).items
    return not any(
        item.kind == "punct" and item.low == ";" and item.start < (later.start or 0) for item in items[change.place :]
    )


def _later(number: int, changes: list[tuple[Change, Draft]], own: dict[int, BaselineDraft]) -> BaselineDraft | None:
    """The next period said further on, where it holds for the change as well; a step of a price has no part in what a
    rate of another figure is against ("giá xăng tăng 920 đồng/lít làm chỉ số giá tăng 6% so với tháng trước")."""
    change, draft = changes[number]
    for other, owner in changes[number + 1 :]:
        found = own.get(other.place)
        if found is None or found.kind != "period":
            continue
        if owner is not draft and is_step(change.quantity) and not is_step(other.quantity):
            return None
        return found if _reaches_back(draft, change, found, same=owner is draft) else None
    return None


def _opens_clause(items: list[Item], index: int, last: int) -> bool:
    """Whether a new clause with words of its own starts between the change at `last` and the baseline at `index`."""
    broken = False
    for item in items[last + 1 : index]:
        if item.kind == "punct" and item.low in ";.":
            broken = True
        if item.low == "," or item.role == "conjunction" or item.low == phrase_words().condition:
            broken = True
        if item.kind == "quantity":
            return False
    if not broken:
        return False
    return items[index].role == "versus" and any(item.role in CHANGES for item in items[index + 1 : index + 8])


def _is_apart(items: list[Item], index: int, following: list[int], places: list[int]) -> bool:
    """Whether the comparative before the baseline opens a clause that tells no change: "tăng 2%, thấp hơn mục tiêu 3%".

    A change has its amount behind, before any other figure, or its place at the comparative.
    """
    cue = index - (items[index].role not in CHANGES)
    if cue < 1 or items[cue].role not in CHANGES or items[cue - 1].low != "," or cue in places:
        return False
    depth = items[index].depth
    between = items[index : following[0]] if following else []
    return not following or any(item.kind == "quantity" and item.depth == depth for item in between)


def _compares_by_itself(items: list[Item], index: int, place: int) -> bool:
    """Whether "cao hơn so với Thái Lan, …" ends its clause, and the change at `place` has words of its own.

    So do "vượt kế hoạch, đạt 9 tỷ đồng, | tăng 4%" and "vượt kế hoạch, như tăng trưởng | 7%", and not the opening "So
    với mức trần, giá thấp hơn 5 đồng".
    """
    comma = next((at for at in range(index, place) if items[at].low == ","), None)
    planned = items[index].role in PLANS
    set_against = items[index].role == "versus" and moved_before(items, index) is not None
    if comma is None or not (planned or set_against):
        return False
    between = items[comma + 1 : place]
    if planned:
        return any(item.role in CHANGES or item.role in GROWTH for item in between)
    return any(item.role in CHANGES for item in between) and any(item.kind == "word" for item in between)


def _is_of_another_clause(items: list[Item], index: int, last: int) -> bool:
    """Whether the "so với" at `index` ends a clause of many words behind the comma that ends the change's own."""
    between = items[last + 1 : index]
    if any(item.low == ";" and item.kind == "punct" for item in between):
        return True
    commas = [place for place, item in enumerate(between) if item.low == ","]
    figures = [place for place, item in enumerate(between) if item.kind == "quantity"]
    if not commas or (figures and figures[-1] > commas[-1]):
        return False
    if figures:
        # "tăng 8%, tỷ lệ nợ 3%, | tổng vốn đầu tư so với GDP 29%"
        return all(item.kind == "word" for item in between[commas[-1] + 1 :]) and len(between) - commas[-1] > FEWEST_OWN
    own = last + 1 + commas[-1] + 1
    return index - own > LONGEST_PHRASE or phrase_size(items, own, index, phrase_words().level_rate) > 0


def _opens_earlier(items: list[Item], index: int) -> bool:
    """Whether the period opens a clause on the earlier figure itself: "trong khi | cùng kỳ | mức tăng là 12,5%"."""
    if not index or items[index - 1].role != "conjunction":
        return False
    behind = next((item for item in items[index + 1 :] if item.kind in STOPS), None)
    return behind is not None and behind.kind == "quantity"


def _adjoins(items: list[Item], index: int, place: int) -> bool:
    """Whether the change at `place` follows the baseline within its clause."""
    return not any(item.low in ";" and item.kind == "punct" for item in items[index:place])


def _spread(
    changes: list[tuple[Change, Draft]],
    own: dict[int, BaselineDraft],
    leading: BaselineDraft | None,
    held: BaselineDraft | None,
) -> None:
    """Fills changes without a baseline of their own from their neighbours."""
    current = leading
    owner: Draft | None = None
    ratio, norm = None, None
    for number, (change, draft) in enumerate(changes):
        mine = own.get(change.place)
        if mine is not None:
            change.baseline = mine
            ratio = mine if change.direction == "ratio" else None
            norm = mine if change.direction == "times" and mine.rule == NORM_RULE else None
            if mine.kind == "period" and (draft is not owner or not is_month(current)):
                current, owner = mine, draft
            continue
        if change.origin is not None:
            continue
        if norm is not None and change.direction == "times":
            change.baseline = norm
            continue
        if change.rule in {EXCEEDING_RULE, PLANNED_RULE}:
            # "tăng 3% so với cùng kỳ, vượt 12%": beyond the plan
            continue
        if change.direction == "ratio":
            change.baseline = ratio or later_ratio(changes[number:], own) or change.baseline
            if change.baseline is not None:
                draft.inherited.setdefault("baseline", FROM_SENTENCE if ratio else FROM_SENTENCE_BEHIND)
            continue
        before = changes[number - 1] if number else None
        if before is not None and change.rule == RESTATED_RULE and before[1] is draft:
            change.baseline = before[0].baseline
            continue
        if current is not None:
            change.baseline = current
            draft.inherited.setdefault("baseline", FROM_SENTENCE)
            continue
        later = _later(number, changes, own)
        if later is not None:
            change.baseline = later
            draft.inherited.setdefault("baseline", FROM_SENTENCE_BEHIND)
        elif held is not None and holds_for(held, change, draft):
            change.baseline = held
            draft.inherited.setdefault("baseline", FROM_LIST)
