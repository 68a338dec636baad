"""Values that a change tells anew by their name: "có 54 doanh nghiệp thành lập mới, …, số doanh nghiệp tăng 20%"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.changes.hosts import measured, words_around
from vnreport.assembly.changes.traded_sides import price_of_side
from vnreport.assembly.sentences.clauses import clause_start, own_period
from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.items import GROWING, PASSING, Item
from vnreport.assembly.sentences.topics import unit_code
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# The role of "trong đó", behind which parts are named.
PART = "part"


def named_again(drafts: Sequence[Draft], figure: Figure, items: list[Item], subject: tuple[int, int]) -> Draft | None:
    """The value of the sentence that the subject of a change only names again, or None where it names its own.

    The subject is a name of the value's measure alone ("kim ngạch", "lượng"), or every word of it stands in the value's
    own name.
    """
    if figure.direction not in GROWING or own_period(items, *subject):
        return None
    named = _named(items, subject)
    if named is None:
        return None
    part = next((index for index in range(figure.place - 1, -1, -1) if items[index].role == PART), -1)
    # "xuất, nhập khẩu đạt 43 tỷ USD, trong đó xuất khẩu tăng 14%; | nhập khẩu tăng 17%" are parts of it.
    values = [draft for draft in drafts if draft.place > part and _takes(draft, figure)]
    alone = price_of_side(drafts, items, named) or measured(values, items, named)
    if alone is not None:
        return alone
    words = phrase_words()
    wanted = {part for item in items[named[0] : named[1]] if item.kind == "word" for part in item.low.split()}
    wanted -= words.counter | words.demonstrative | {words.level_noun}
    if not wanted:
        return None
    return next((draft for draft in reversed(values) if _is_name_of(wanted, draft, figure)), None)


def _named(items: list[Item], subject: tuple[int, int]) -> tuple[int, int] | None:
    """The items of the subject's last clause that name something, or None where others than words stand in it."""
    first, last = clause_start(items, *subject), subject[1]
    if first < last and items[first].role == "versus":
        # "so với cùng kỳ năm trước | số vụ giảm 7%"
        first = max(index for index in range(first, last) if items[index].kind != "word") + 1
    while first < last and items[first].kind == "punct":
        first += 1
    while first < last and (items[last - 1].role in PASSING or items[last - 1].role in GROWING):
        last -= 1
    commas = [index for index in range(first, last) if items[index].low in {",", ";"}]
    first = commas[-1] + 1 if commas else first
    if first >= last or any(item.kind != "word" for item in items[first:last]):
        return None
    return first, last


def _takes(draft: Draft, figure: Figure) -> bool:
    """Whether the change can be of the draft: a value, and an amount in its own unit or in per cent."""
    if draft.quantity is None or draft.role != "value" or draft.nested or draft.earlier is not None:
        return False
    unit = figure.quantity.unit
    if unit is None or draft.quantity.kind in PERCENTS:
        return unit is None and draft.quantity.kind == "count"
    return unit.kind in {"percent", "times"} or unit.code == unit_code(draft)


def _is_name_of(wanted: set[str], draft: Draft, figure: Figure) -> bool:
    """Whether the words are all in the draft's name; a count has to be named by what it counts, or the amount by it."""
    counted = set(unit_code(draft).split())
    if draft.quantity is not None and draft.quantity.kind == "count":
        said = bool(wanted & counted) or figure.quantity.code == unit_code(draft)
        return said and wanted <= words_around(draft, draft.sentence.items) | counted
    items = draft.sentence.items
    before = items[clause_start(items, *draft.subject) : draft.subject[1]]
    return wanted <= {part for item in before if item.kind == "word" for part in item.low.split()}
