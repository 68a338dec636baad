"""The days of prices: of a change since which the new ones hold, and the document's for what costs so much by then."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from vnreport.assembly.changes.price_steps import is_step
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.items import GROWING, Item, holds_phrase
from vnreport.assembly.sentences.origins import FROM_PRESENT, FROM_VAGUE
from vnreport.assembly.sentences.topics import name_of, unit_code
from vnreport.assembly.timing.period_lengths import SHORTEST_MONTH, length_of
from vnreport.assembly.timing.standalone import is_of_old
from vnreport.assembly.timing.standings import Standing
from vnreport.grammar.calendar import as_of, day_period
from vnreport.grammar.values import Period, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# The unit of what fuel costs.
FUEL_UNIT = "VND/L"
# Shapes of times in which a market has many days.
LONGER = frozenset({"month", "year", "current", "previous", "interval"})


def day_of_step(draft: Draft, period: Period | None, reference: date | None) -> Period | None:
    """The past day since which a price holds, for what tells only by how much it was raised or cut then; else the
    period: "từ 15h ngày 2/4, giá xăng tăng 1.370 đồng/lít", but "giảm thuế 300 đồng/lít từ ngày 1/4"."""
    mention = draft.mention
    if period is None or mention is None or draft.quantity is not None or not draft.changes:
        return period
    if mention.start > draft.sentence.items[draft.place].start or not all(is_step(c.quantity) for c in draft.changes):
        return period
    return _day_since(period, mention, reference) or period


def day_of_changes(items: list[Item], index: int, period: Period, reference: date | None) -> Period:
    """The past day since which prices rose or fell, for a sentence without figures that tells of it; else the period.

    "Kể từ 17h ngày 2/4, giá các loại xăng đã đồng loạt tăng mạnh."
    """
    mention, behind = items[index].period, items[index + 1 :]
    if mention is None or not any(item.role in GROWING for item in behind):
        return period
    if not holds_phrase(behind, (phrase_words().price,)) or not holds_phrase(behind, phrase_words().past):
        return period
    return _day_since(period, mention, reference) or period


def _day_since(period: Period, mention: PeriodMention, reference: date | None) -> Period | None:
    """The day on which an open period began, if it is past; None for other periods."""
    if period.first is None or period.last is not None or mention.shape != "day" or reference is None:
        return None
    return day_period(period.first) if period.first < reference else None


def is_price(draft: Draft) -> bool:
    """Whether the draft is the price of a unit of something, or of money."""
    name = name_of(draft)
    if name.startswith(phrase_words().exchange):
        return True
    return name.startswith(f"{phrase_words().price} ") and draft.quantity is not None and draft.quantity.kind == "rate"


def _is_fuel_priced(draft: Draft, fuel: Set[int]) -> bool:
    """Whether the draft is so much money for a litre, or of a list (its sentence in `fuel`) with such a figure, and of
    no other time, as by a rule: "dầu hoả | 14.120 đồng/lít"; "dầu mazut | 13.060 đồng/kg". It is set every few days, a
    tax is not."""
    if draft.inherited.get("period") == FROM_VAGUE or not phrase_words().tax.isdisjoint(name_of(draft).split()):
        return False
    return draft.sentence.start in fuel and is_step(draft.quantity)


def is_quote(draft: Draft, standing: Standing | None, block: int) -> bool:
    """Whether the draft is what a market quotes on a day, behind a paragraph of a longer time: "Lãi suất có thể tăng
    trong tháng 3. … Giá bạc giảm 1% xuống | 14 USD/ounce".

    Not in a document on that time: "Giá vàng bình quân tuần qua".
    """
    if standing is None or standing.in_title or standing.block == block or not _is_quoted(draft):
        return False
    mention = standing.mention
    return mention is not None and mention.shape in LONGER and standing.period.first is not None


def is_quote_beside(draft: Draft, standing: Standing | None, reference: date) -> bool:
    """Whether the draft is what a market quotes on a day, and a month or longer stands of which no such quote was told,
    or a time to come: "Giá sản xuất của Mỹ tăng trong tháng Tám. Giá bạc giảm 1% xuống | 14 USD/ounce"."""
    if standing is None or standing.period.first is None or not _is_quoted(draft):
        return False
    if standing.begins_after(reference):
        return True
    told = standing.in_title or unit_code(draft) in standing.told
    return not told and length_of(standing.period) >= SHORTEST_MONTH


def _is_quoted(draft: Draft) -> bool:
    """Whether the draft is the price of what markets quote every day, gold and metals by their units alone.

    The code of a currency is in capitals.
    """
    quantity = draft.quantity
    unit = quantity.unit if quantity is not None and quantity.kind == "rate" else None
    if unit is None:
        return False
    goods = unit.code.rpartition("/")[2]
    if goods.lower() not in phrase_words().quoted_for:
        return False
    return not goods.isupper() or is_price(draft)


def settle_prices(drafts: Sequence[Draft], reference: date | None) -> None:
    """What something costs, with no time told anywhere, it costs as of the document's date; no "Trước đây, …"."""
    if reference is None:
        return
    fuel = {draft.sentence.start for draft in drafts if draft.quantity is not None and draft.quantity.code == FUEL_UNIT}
    for draft in drafts:
        level = draft.quantity is not None and draft.quantity.kind == "rate" and draft.earlier is None
        if draft.period is not None or draft.status != "actual" or is_of_old(draft.sentence.items):
            continue
        if level and (is_price(draft) or _is_fuel_priced(draft, fuel)):
            draft.period, draft.inherited["period"] = as_of(day_period(reference)), FROM_PRESENT
