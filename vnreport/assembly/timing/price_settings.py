"""The day on which prices were set anew, for what they became then, behind the days or the month told before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from vnreport.assembly.changes.price_steps import is_step
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.timing.period_lengths import begins_after, length_of
from vnreport.assembly.timing.period_roles import PAST_DAYS
from vnreport.assembly.timing.standings import Standing
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import day_period
from vnreport.grammar.values import Period

# Prices are set anew every few days; their rise is told by so many at most, a month or the days up to the setting.
LONGEST_ROUND = 31
# So many days before the document's date at most lies the day of a setting that its title or lead tells.
NEWEST = 3
# How the text of a day, and of the time since it, is written: "2019-04-17", "2019-04-17/..".
DAY_SIZE, SINCE = 10, "/.."
# Bounds of prices that must not be passed.
CEILING = "<="


def day_of_setting(draft: Draft, lent: Standing, frame: TimeFrame) -> Period:
    """The period that stands, or the day of the setting for a step of a price, or what it is behind one or at most.

    "Từ chiều nay 17/4, giá xăng tăng. Như vậy trong tháng 4, giá đã tăng 2.600 đồng/lít. | Theo đó, giá xăng E5 tăng |
    1.105 đồng/lít", "Giá thế giới 15 ngày trước ngày 21/3 là 50 USD/thùng. | … Xăng E5 tăng | 560 đồng/lít". Not in a
    sentence that names another time: "giá dầu tăng 800 đồng/lít | vào các ngày 5 và 19/6".
    """
    period = lent.period
    if not 0 < length_of(period) <= LONGEST_ROUND or not _is_set(draft) or begins_after(period, frame.reference):
        return period
    if any(item.kind == "period" for item in draft.sentence.items):
        return period
    day = _newest(frame.opening, frame.reference) or _day_behind(lent)
    return period if day is None or (period.last is not None and (day - period.last).days > NEWEST) else day_period(day)


def _is_set(draft: Draft) -> bool:
    """Whether the draft is a step of a price by its unit, the price behind such a step, or the most that it may be."""
    quantity = draft.quantity
    if draft.status != "actual" or (quantity is not None and not (quantity.kind == "rate" and is_step(quantity))):
        return False
    if quantity is not None and quantity.bound == CEILING:
        return True
    steps = [change.quantity for change in draft.changes if change.quantity is not None]
    return bool(steps) and all(step.kind == "rate" and is_step(step) for step in steps)


def _newest(told: Iterable[str], reference: date | None) -> date | None:
    """The last day told, or told as the first of those to come, that is the document's or shortly before it."""
    if reference is None:
        return None
    days = (text.removesuffix(SINCE) for text in told)
    fitting = [date.fromisoformat(text) for text in days if len(text) == DAY_SIZE and text[5].isdigit()]
    return max((day for day in fitting if 0 <= (reference - day).days <= NEWEST), default=None)


def _day_behind(lent: Standing) -> date | None:
    """The day that so many days before it are told by: "15 ngày trước ngày 21/3"."""
    mention, last = lent.mention, lent.period.last
    if mention is None or mention.shape != PAST_DAYS or mention.day is None or last is None:
        return None
    return last + timedelta(days=1)
