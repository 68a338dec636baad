"""Baselines named in a row for changes in a row: "lần lượt tăng 2% và giảm 16% so với tháng trước và cùng kỳ"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.changes.ratios import last_in_row
from vnreport.assembly.sentences.drafts import BaselineDraft, Change, Draft
from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import SAME_PERIOD
from vnreport.lexicon.phrase_words import phrase_words

PAIRED_RULE = "baseline.paired"


def baselines_in_a_row(items: Sequence[Item]) -> list[BaselineDraft]:
    """The periods that one "so với" names in a row, two or more; empty for none."""
    joins = {",", phrase_words().conjunction}
    for index, item in enumerate(items[:-3]):
        if item.role != "versus" or items[index + 1].kind != "period":
            continue
        found = [items[index + 1]]
        after = index + 2
        while after + 1 < len(items) and items[after].low in joins:
            after += items[after + 1].role == "versus"
            if after + 1 >= len(items) or items[after + 1].kind != "period":
                break
            found.append(items[after + 1])
            after += 2
        if len(found) > 1:
            return [BaselineDraft("period", each.period, each.start, each.end, PAIRED_RULE) for each in found]
    return []


def pair_baselines(
    changes: Sequence[tuple[Change, Draft]], items: Sequence[Item], found: list[tuple[int, BaselineDraft]]
) -> dict[int, BaselineDraft]:
    """The baselines of the changes of one draft by their places, those of one list, which leave `found`; or none."""
    if len(changes) < 2 or not found:
        return {}
    paired = baselines_in_a_row(items)
    of_one = [pair for pair in changes if pair[1] is changes[-1][1]]
    if not paired or len(of_one) != len(paired):
        return {}
    start, end = paired[0].start or 0, paired[-1].end or 0
    found[:] = [
        each
        for each in found
        if each[1].start is None or each[1].end is None or each[1].end <= start or each[1].start >= end
    ]
    return {change.place: baseline for (change, _), baseline in zip(of_one, paired, strict=True)}


def is_of_one(draft: Draft, items: Sequence[Item]) -> bool:
    """Whether changes in a row are all of one figure: as many times to compare with are named, and no list of names."""
    first, last = draft.subject if draft.sentence.items is items else (0, 0)
    periods = [index for index in range(first, last) if items[index].kind == "period"]
    named = items[periods[-1] if periods else first : last]
    return bool(baselines_in_a_row(items)) and not any(item.low == phrase_words().conjunction for item in named)


def later_ratio(changes: Sequence[tuple[Change, Draft]], own: dict[int, BaselineDraft]) -> BaselineDraft | None:
    """What the first of some changes, a ratio, is of where a ratio behind it names it: the "cùng kỳ" for all of a list,
    or the plan at the end of its row ("lần lượt đạt | 15% và 16% kế hoạch năm"); None for neither."""
    first, draft = changes[0]
    end = last_in_row((first.sentence or draft.sentence).items, first.place)
    for change, _ in changes[1:]:
        mine = own.get(change.place)
        if change.direction != "ratio":
            return None
        if mine is not None:
            same = mine.mention is not None and mine.mention.shape == SAME_PERIOD
            return mine if same or change.place == end else None
    return None
