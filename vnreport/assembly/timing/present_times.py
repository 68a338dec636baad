"""Figures that a sentence ties to the present by its verb: "khoa đang điều trị 92 bệnh nhân"."""

from __future__ import annotations

from datetime import date

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.futures import foretells
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.assembly.timing.period_lengths import is_day
from vnreport.assembly.timing.price_days import is_quote, is_quote_beside
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import as_of, day_period
from vnreport.grammar.values import PRICES, SUMMED, Period
from vnreport.lexicon.phrase_words import phrase_words


def present_of(draft: Draft, frame: TimeFrame) -> Period | None:
    """The present, as of the document's date, of what goes on, or None.

    What goes on on a day that the text tells of, or in the time of a report with sections, is of that, and so is what
    breaks down a sum of it; what is set against another time is of its own.
    """
    reference, standing = frame.reference, frame.lasting
    if reference is None or draft.status != "actual" or frame.is_numbered:
        return None
    if is_quote_beside(draft, standing, reference):
        return day_period(reference)
    if draft.sentence.section:
        return None
    items, place = draft.sentence.items, draft.place
    if standing is not None and standing.begins_after(reference) and _is_left(items, place):
        return as_of(day_period(reference))
    told = standing is not None and _is_day_told(standing.period, reference)
    if not told and draft.quantity is not None and draft.quantity.kind in PRICES and _is_at_hour(items, place):
        return day_period(reference)
    if draft.changes and unit_kind(draft) != "rate":
        # a price is what it is by now, whatever it rose by: "đang ở mức 9.000 đồng/kg, tăng 2%"
        return None
    if told or (standing is not None and _is_part_measured(draft)):
        return None
    is_now = is_quote(draft, standing, frame.block)
    return as_of(day_period(reference)) if is_now or _goes_on(items, place) else None


def _is_at_hour(items: list[Item], place: int) -> bool:
    """Whether the sentence tells at what hour the figure is so, and no day: "lúc 8h15, giá bạc còn | 14 USD/ounce"."""
    clock = phrase_words().clock
    hours = [i for i in range(place - 1) if items[i].low == clock and items[i + 1].low[:1].isdigit()]
    return bool(hours) and not any(item.kind == "period" for item in items)


def _is_left(items: list[Item], place: int) -> bool:
    """Whether so much is left, by nothing that is to come: "Dịp Tết tới … Bến xe còn | 900 vé"."""
    if not place or items[place - 1].low not in phrase_words().rest:
        return False
    return not foretells(items[:place])


def _goes_on(items: list[Item], place: int) -> bool:
    """Whether what goes on is told of the figure at `place`, or of one before it, and no time behind that.

    No last part of what was told before: "xử lý 4 vụ, đang xem xét 2 vụ".
    """
    first = next(index for index, item in enumerate(items) if item.kind == "quantity")
    for index in range(place - 1, -1, -1):
        if items[index].kind == "period":
            return False
        if not _is_ongoing(items[index]):
            continue
        counted = next(at for at in range(index + 1, place + 1) if items[at].kind in {"punct", "quantity"})
        if items[counted].kind == "quantity":
            return not any(item.low == "," for item in items[first:index])
    return False


def _is_ongoing(item: Item) -> bool:
    """Whether the item tells that something goes on, or is a level verb that begins so: "đang", "đang ở mức"."""
    ongoing = phrase_words().ongoing
    return item.low in ongoing or (item.role == "level" and item.low.partition(" ")[0] in ongoing)


def _is_part_measured(draft: Draft) -> bool:
    """Whether the draft measures a part of what the sentence before sums up: "Trong đó, tỉnh đang nhập | 3 tấn".

    Persons and things counted are those of now: "Trong đó, khoa đang điều trị 3 ca".
    """
    kind = draft.quantity.kind if draft.quantity is not None else ""
    return kind in SUMMED and draft.sentence.items[0].role == "part"


def _is_day_told(period: Period, reference: date) -> bool:
    """Whether the period is one day, or up to one, that is not yet to come."""
    return (period.first is None or is_day(period)) and period.last is not None and period.last <= reference
