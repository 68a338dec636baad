"""The days off that a text goes back to behind the news of one of them: "Suốt kỳ nghỉ, …"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.timing.feasts import LONGEST_FEAST
from vnreport.assembly.timing.period_lengths import is_day, length_of
from vnreport.assembly.timing.standings import Standing
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.calendar import days_in, lies_within
from vnreport.grammar.values import Period
from vnreport.lexicon.phrase_words import phrase_words


def resume_days_off(items: Sequence[Item], frame: TimeFrame) -> None:
    """Lets the days off that the text told of stand again: "Ngày 3/9 có 9 vụ. Suốt 4 ngày nghỉ, công an phạt 80 xe"."""
    days = _days_meant(items, frame)
    if days is None:
        return
    while frame.standing and is_day(frame.standing[-1].period) and lies_within(frame.standing[-1].period, days):
        frame.standing.pop()
    if frame.period != days:
        at = frame.block
        frame.standing.append(Standing(days, None, "", (), at, at, at, heading=frame.section))


def _days_meant(items: Sequence[Item], frame: TimeFrame) -> Period | None:
    """The days off named before the first figure of a sentence, and before any other time; None for none."""
    first = next((index for index, item in enumerate(items) if item.kind in {"quantity", "period"}), len(items))
    for index in range(first):
        counted = index > 0 and items[index - 1].low.isdigit()
        known = phrase_words().days_counted if counted else phrase_words().days_off
        size = phrase_size(items, index, first, known)
        if not size or not _holds_on(items, index - counted, index + size):
            continue
        if not counted:
            return None if _is_run(frame.period) else _season_told(frame)
        count = int(items[index - 1].low)
        told = [period for period in (*frame.seen, frame.season) if period is not None and days_in(period) == count]
        return told[-1] if told and 1 < count <= LONGEST_FEAST else None
    return None


def _is_run(period: Period | None) -> bool:
    """Whether a period is some days in a row, which may be those off."""
    return period is not None and 0 < length_of(period) <= LONGEST_FEAST


def _season_told(frame: TimeFrame) -> Period | None:
    """The days of the feast that figures, the title or the lead had; None for none."""
    days = frame.season
    return days if days is not None and (days in frame.seen or days.iso in frame.opening) else None


def _holds_on(items: Sequence[Item], start: int, end: int) -> bool:
    """Whether the days between the places are those in which something was: "trong kỳ nghỉ,", no "kỳ nghỉ trước"."""
    before = items[start - 1] if start else None
    if before is not None and before.kind != "punct" and before.low not in phrase_words().throughout:
        return False
    return end < len(items) and (
        items[end].kind in {"cue", "punct"} or items[end - 1].low in phrase_words().demonstrative
    )
