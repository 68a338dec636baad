"""Names that a sentence leaves out because it told them just before."""

from __future__ import annotations

from vnreport.assembly.names.chosen_subjects import points_past
from vnreport.assembly.names.criteria import CRITERION_RULE
from vnreport.assembly.names.money_deeds import behind_count
from vnreport.assembly.names.naming import SUBJECT_RULE, Naming
from vnreport.assembly.names.wholes import MOST_NEAR, whole_by_numbers, whole_of_part
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.origins import FROM_CORE
from vnreport.assembly.sentences.phrases import place_tail
from vnreport.assembly.sentences.topics import name_of, unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

# Roles of figures beside which a sum leaves its own name out.
PASSING = frozenset({"share"})
# Kinds of units that no growth is told in.
LEVELLED = frozenset({"measure", "money", "count"})
# Kinds of amounts that may be told to be something, and the rule of a name that it is.
EQUATED = PRICES | {"measure"}
EQUATED_RULE = "indicator.equated"
# The role of figures that tell an order.
RANK = "rank"
# The sign in the code of a rate.
PER = "/"
# Roles of cues that may stand between a value and its rate.
BESIDE = frozenset({"level", "soft", "aux", "equals", "tense"})
# Words of the figure before that may stand before "tương đương": "1 tháng | lương |, tương đương 5,5 triệu đồng".
MOST_WORDS = 2


def said_before(naming: Naming) -> Phrase | None:
    """What the sentence last measured in the draft's unit, else the text before it, or else what stands right before.

    A share that the sentence told before is no name of a sum: "chiếm 58% thị phần với 3 tỷ USD".
    """
    draft, topics = naming.draft, naming.topics
    if points_past(naming):
        kind = topics.kind_of(draft)
        return next((other.indicator for other in reversed(topics.values) if topics.kind_of(other) == kind), None)
    earlier = [other for other in naming.told if other.indicator is not None and not _tells_other(draft, other)]
    if earlier and earlier[-1] is naming.before and _is_rate_beside(naming, earlier[-1]):
        return earlier[-1].indicator
    same = [other for other in earlier if topics.kind_of(other) == topics.kind_of(draft)]
    if earlier and _is_of_count_beside(naming, earlier[-1]):
        # "mua vật tư 14 tỷ đồng; sửa 12 trạm y tế | 9 tỷ đồng"
        same = []
    chosen = (same or earlier)[-1:]
    counted = _counted_in_rate(naming) if not same else None
    if counted is not None and not (chosen and name_of(chosen[0]).startswith(counted.text.lower())):
        return counted
    if chosen and not same and unit_kind(draft) == "money" and unit_kind(chosen[0]) == "count":
        return behind_count(naming) or _whole_of_share(naming) or chosen[0].indicator
    passing = (chosen and _only_ranks(draft, chosen[0])) or (chosen and chosen[0].role in PASSING)
    if passing and not same and (known := topics.known(draft)) is not None:
        return known
    if chosen and chosen[0].inherited.get("indicator") == FROM_CORE and _is_of_another(naming):
        # "kim ngạch sang Nhật Bản 9 tỷ USD; | Hàn Quốc đứng thứ ba": another part of the same whole.
        return topics.known(chosen[0]) or chosen[0].indicator
    return chosen[0].indicator if chosen else topics.known(draft) or topics.last


def _whole_of_share(naming: Naming) -> Phrase | None:
    """The whole of a share right behind the sum, which names the sum as well: "có 4 dự án đạt 230 triệu USD, chiếm
    40% | tổng vốn cam kết"; None without."""
    draft, items = naming.draft, naming.items
    behind = next(iter(naming.drafts[len(naming.told) + 1 :]), None)
    if (
        behind is None
        or behind.role != "share"
        or any(item.kind == "word" for item in items[draft.place + 1 : behind.place])
    ):
        return None
    first, last = behind.place + 1, right_stop(items, behind.place)
    if first >= last or not naming.lexicon.heads.starts(items, first):
        return None
    return place_tail(draft, items, (first, last), "indicator.whole.behind")


def _only_ranks(draft: Draft, other: Draft) -> bool:
    """Whether a rank before names no figure beside it: one named as another, or by who has it: "Thành phố lớn thứ hai …
    với | 9,3 triệu đồng/người"."""
    named = other.indicator is not None and other.indicator.rule == SUBJECT_RULE
    beside = named and unit_kind(draft) in PRICES
    return other.role == RANK and (beside or (bool(other.inherited) and unit_kind(draft) == "percent"))


def _tells_other(draft: Draft, other: Draft) -> bool:
    """Whether a figure before is the rate of what the draft is an amount of ("tỷ lệ nợ công là 56% GDP, ước tính | 2,8
    triệu tỷ đồng"), or counts places in a ranking: "xếp ở hai vị trí tiếp theo với | 9 tỷ và 8 tỷ đồng"."""
    rate = unit_kind(other) == "percent" and name_of(other).startswith(tuple(phrase_words().level_rate))
    return (rate and unit_kind(draft) in LEVELLED) or name_of(other) in phrase_words().position


def _counted_in_rate(naming: Naming) -> Phrase | None:
    """Those counted in a rate that nothing else names: "45 lớp, bình quân 38 | học sinh | /lớp"; None for no such."""
    quantity, text = naming.draft.quantity, naming.draft.sentence.text
    unit = quantity.unit if quantity is not None else None
    noun, per, _ = unit.code.partition(PER) if unit is not None and unit.kind == "rate" else ("", "", "")
    before = naming.items[max(0, naming.draft.place - MOST_WORDS) : naming.draft.place]
    if unit is None or not per or noun.isascii() or not any(item.low in phrase_words().average for item in before):
        return None
    span = (unit.start, unit.start + len(noun))
    return Phrase(text[slice(*span)], (span,), "indicator.noun") if text[slice(*span)].lower() == noun else None


def of_level(naming: Naming, name: Phrase) -> Phrase:
    """The name without the growth that it opens with, where the draft is a level in units of its own: "tốc độ tăng
    | sản lượng | đạt 4%; năm tới đạt 900 nghìn tấn"."""
    if unit_kind(naming.draft) not in LEVELLED:
        return name
    low = name.text.lower()
    size = max((len(opener) + 1 for opener in phrase_words().growth_opener if low.startswith(f"{opener} ")), default=0)
    (start, end), *rest = name.parts
    if not size or start + size >= end:
        return name
    return Phrase(name.text[size:], ((start + size, end), *rest), name.rule)


def _is_of_another(naming: Naming) -> bool:
    """Whether the draft, or a rank right before it, names the part that it is of."""
    before = naming.before
    return bool(naming.draft.scope or (before is not None and before.role == RANK and before.scope))


def _is_of_count_beside(naming: Naming, before: Draft) -> bool:
    """Whether a sum stands right behind those counted to whom something was done, their noun phrase between."""
    if before is not naming.before or unit_kind(naming.draft) != "money" or unit_kind(before) != "count":
        return False
    if deed_before(naming.items, before.place) is None:
        return False
    return all(item.kind == "word" for item in naming.items[before.place + 1 : naming.draft.place])


def _is_rate_beside(naming: Naming, before: Draft) -> bool:
    """Whether a percentage stands right behind another value, and so is of it: "vốn tỉnh 66 tỷ đồng (đạt 11%)"."""
    draft, items = naming.draft, naming.items
    if unit_kind(draft) != "percent" or unit_kind(before) == "percent" or before.role != "value":
        return False
    if before.indicator is not None and before.indicator.rule == CRITERION_RULE:
        # "tỷ lệ tiêm đạt 87%; 13 huyện đạt | trên 95%"
        return False
    between = items[right_stop(items, before.place) : draft.place]
    return bool(between) and all(item.kind == "punct" or item.role in BESIDE for item in between)


def restates(naming: Naming) -> bool:
    """Whether an amount of money only says the one before in another currency or unit: "685 USD (16 triệu đồng)"."""
    draft, items, before = naming.draft, naming.items, naming.before
    if draft.role != "value" or before is None or before.role != "value" or before.indicator is None:
        return False
    between = items[before.place + 1 : draft.place]
    equal = next((index for index, item in enumerate(between) if item.role == "equals"), None)
    if equal is not None and all(item.kind == "cue" for item in between[equal:]) and unit_kind(draft) in PRICES:
        return sum(item.kind == "word" for item in between) <= MOST_WORDS and between[0].kind != "quantity"
    if unit_kind(draft) not in PRICES or unit_kind(before) not in PRICES:
        return False
    if not between or any(item.kind not in {"punct", "cue"} for item in between):
        return False
    return between[0].low == "(" or any(item.role == "equals" for item in between)


def rest_of(naming: Naming, right: tuple[int, int]) -> Phrase | None:
    """What a rest is of: "61% giá thành, 39% | còn lại do nhân công", "thu 18 tỷ của 90 tỷ; 72 tỷ | còn lại"; or None.

    A share is of the whole of the one before, an amount of the larger one told before, else of the one beside it: "góp
    27 tỷ vốn; 70 tỷ | còn lại do ngân hàng cấp".
    """
    draft, words, low = naming.draft, phrase_words(), naming.items[right[0]].low
    if low not in words.remainder:
        return None
    kind, near = unit_kind(draft), [*naming.topics.values[-MOST_NEAR:], *naming.told[-MOST_NEAR:]]
    whole = whole_of_part(draft, naming.topics.values) if kind in EQUATED else None
    if whole is None and low.startswith(words.rest):
        alike = (other for other in reversed(near) if unit_kind(other) == kind and other.indicator is not None)
        last = next(alike, None)
        lines = 0 if last is None else draft.sentence.block_index - last.sentence.block_index
        whole = last if lines <= 1 else None
    elif whole is None and kind == "percent" and naming.before is not None:
        whole = naming.before if unit_kind(naming.before) == kind else None
    return None if whole is None else whole.indicator


def equated_with(naming: Naming) -> Phrase | None:
    """What a figure is that opens its sentence or tells of a part: "111 tỷ đồng | là lợi nhuận trước khi trích lập",
    "nợ 23 tỷ đồng, trong đó 12 tỷ đồng | là nợ khó thu", "mất 12 ha, trong đó 8 ha | là lúa"; None for no such."""
    draft, items, first = naming.draft, naming.items, naming.draft.place + 2
    kind, words = unit_kind(draft), phrase_words()
    if first >= len(items) or items[first - 1].low != words.copula or kind not in EQUATED:
        return None
    opens = not any(item.kind == "word" for item in items[: draft.place])
    headed = naming.lexicon.heads.starts(items, first)
    named = naming.headed is not None and not _is_within(naming)
    if ((opens or named) and not headed) or not (opens or _is_part(naming)):
        return None
    told = (first, max(first + 1, right_stop(items, first - 1)))
    if items[first].kind != "word" or items[first].low in words.no_noun | words.preposition | words.pronoun:
        return None
    if not headed and kind == "measure" and naming.head_joins(told):
        return draft.indicator
    return place_tail(draft, items, told, EQUATED_RULE)


def _is_within(naming: Naming) -> bool:
    """Whether the subject is only the whole that the figure is in: "Trong doanh thu của đài | có 12 tỷ đồng"."""
    subject, cue = naming.subject, naming.draft.cue
    return subject is not None and subject[1] == cue and naming.items[subject[0]].low == phrase_words().within


def _is_part(naming: Naming) -> bool:
    """Whether the figure is told as a part, or as what there is: "trong đó 12 tỷ đồng", "ngân hàng có 12 tỷ", "thì có
    tới 12 tỷ"."""
    draft, items, before = naming.draft, naming.items, naming.before
    has = draft.cue is not None and items[draft.cue].low.partition(" ")[0] == phrase_words().have
    if draft.parent is not None or has:
        return True
    return before is not None and before.indicator is not None and before.indicator.rule == EQUATED_RULE


def total_before(naming: Naming) -> Draft | None:
    """The total that a bare percentage is of by the numbers: "đường sá: 13 tỷ đồng, 42%"; None where it is named."""
    draft, before = naming.draft, naming.before
    if draft.indicator is not None or draft.role != "value" or draft.cue is not None or before is None:
        return None
    return whole_by_numbers(draft, before, naming.topics.values) if unit_kind(draft) == "percent" else None
