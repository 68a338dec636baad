"""Periods told together: before one figure ("trong năm 2016 và 2017"), or before one figure each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.topics import unit_code
from vnreport.assembly.timing.period_lengths import length_of
from vnreport.grammar.calendar import interval
from vnreport.grammar.values import Period
from vnreport.lexicon.phrase_words import phrase_words

# A shorter period is a day or a few, which are said together as days of one event.
SHORTEST = 27
# The lexicon row of a year without a word of its own: "năm 2014, | 2015".
ALSO_ROW = "period.year.also"
# Cues between figures that stand side by side.
BETWEEN = frozenset({"soft", "level", "up", "down"})


def joined(
    items: Sequence[Item], index: int, resolved: Mapping[int, Period | None], draft: Draft, drafts: Sequence[Draft]
) -> Period | None:
    """What periods that only "và" or commas join are together for the figure behind them; `index` is the last's.

    The figure's own one where as many figures follow side by side ("năm 2016 và 2017 là 5 tỷ và 6 tỷ đồng"), all of
    them where it is alone and each follows the other ("trong năm 2016 và 2017 là 5 tỷ đồng"); else None, as for days.
    """
    told = _run(items, index, resolved)
    if len(told) < 2 or index > draft.place:
        return None
    beside = [other for other in drafts if other is draft or _shares(items, draft, other)]
    if len(beside) == len(told):
        return told[beside.index(draft)]
    follows = all(
        before.last is not None and before.last + timedelta(days=1) == after.first
        for before, after in zip(told, told[1:], strict=False)
    )
    return interval(told[0], told[-1]) if follows and len(beside) == 1 else None


def _run(items: Sequence[Item], index: int, resolved: Mapping[int, Period | None]) -> list[Period]:
    """The periods joined to the one at `index`, in order; none where one of them is short or unknown.

    A comma alone joins years of one word only: "năm 2014, 2015", but "dự toán năm 2017, | năm tới …".
    """
    conjunction = phrase_words().conjunction
    places = [index]
    while places[0] > 1 and items[places[0] - 2].kind == "period":
        joint = items[places[0] - 1].low
        if joint != conjunction and (joint != "," or (len(places) == 1 and items[places[0]].row != ALSO_ROW)):
            break
        places.insert(0, places[0] - 2)
    told = [period for place in places if (period := resolved.get(place)) is not None]
    return told if len(told) == len(places) and all(length_of(period) >= SHORTEST for period in told) else []


def _shares(items: Sequence[Item], draft: Draft, other: Draft) -> bool:
    """Whether the figures stand side by side and are of one unit: "5 tỷ và 6 tỷ đồng"."""
    if unit_code(draft) != unit_code(other) or draft.role != other.role:
        return False
    between = items[min(draft.place, other.place) + 1 : max(draft.place, other.place)]
    signs = {",", phrase_words().conjunction}
    return all(item.low in signs or item.role in BETWEEN or item.kind == "quantity" for item in between)
