"""The day of a round of price setting that a text goes back to: "Tại kỳ điều hành này, …"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.timing.period_lengths import is_day
from vnreport.assembly.timing.standings import Standing
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.lexicon.phrase_words import phrase_words


def resume_round(items: Sequence[Item], frame: TimeFrame) -> None:
    """Lets the title's day stand again behind that of an earlier round: "Kỳ trước, ngày 17/6, … Tại kỳ này, …"."""
    day = frame.titled
    if day is None or not is_day(day) or frame.period == day or not holds_phrase(items, phrase_words().this_round):
        return
    while frame.standing and is_day(frame.standing[-1].period):
        frame.standing.pop()
    at = frame.block
    frame.standing.append(Standing(day, None, "", (), at, at, at, heading=frame.section))
