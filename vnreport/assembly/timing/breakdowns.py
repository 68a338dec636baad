"""The time of a sentence that breaks the one before it down: "Quý I, tỉnh có 40 vụ. | Trong đó, 9 vụ ở thành phố"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vnreport.assembly.sentences.drafts import Draft, SentenceItems
from vnreport.assembly.sentences.topics import name_of, unit_code
from vnreport.assembly.timing.standings import Standing
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.values import Period
from vnreport.lexicon.phrase_words import phrase_words


def note_whole(drafts: Sequence[Draft], frame: TimeFrame) -> None:
    """Notes the time that the figures of a sentence name themselves, outside brackets; the last one of several.

    None where they name none: the next sentence then has what stands.
    """
    whole: Standing | None = None
    for draft in drafts:
        period = draft.period
        if period is None or draft.mention is None or draft.inherited.get("period") or draft.earlier is not None:
            continue
        if draft.sentence.items[draft.place].depth or (whole is not None and _end(period) < _end(whole.period)):
            continue
        whole = Standing(period, draft.mention, "sentence", (), frame.block, frame.block, frame.block)
    for draft in drafts:
        if whole is not None and draft.period == whole.period:
            whole.units.add(unit_code(draft))
            whole.told.update(name_of(draft).split())
    frame.whole = whole


def _end(period: Period) -> date:
    """The last day of the period, of an open one the last of all."""
    return period.last or date.max


def whole_before(sentence: SentenceItems, whole: Standing | None, frame: TimeFrame) -> Standing | None:
    """The time of the figures right before a sentence that opens with "trong đó", if none that stands; or None."""
    if whole is None or sentence.block_index > whole.block + 1:
        return None
    if sentence.items[0].low not in phrase_words().breaking_down:
        return None
    return None if frame.period is not None and frame.period.iso == whole.period.iso else whole


def now_before(draft: Draft, whole: Standing | None, frame: TimeFrame) -> Standing | None:
    """The present, if the figures right before a sentence are of it and the draft tells more of their kind; or None.

    "Hiện gói thầu 2 đạt 70% khối lượng. | Gói thầu 3 cũng đạt 51% khối lượng".
    """
    if whole is None or not whole.is_now or frame.block > whole.block + 1 or draft.status != "actual":
        return None
    alike = unit_code(draft) in whole.units and bool(whole.told & set(name_of(draft).split()))
    lasting = frame.lasting
    return whole if alike and (lasting is None or lasting.period.last != whole.period.last) else None


def balance_before(draft: Draft, whole: Standing | None, frame: TimeFrame) -> Standing | None:
    """The day up to which the figures right before are, if the draft tells what there is then, and no such day stands.

    "Năm 2017, hãng lãi 9 tỷ đồng. Đến 30/9, tổng nợ là 90 tỷ đồng. | Vốn chủ sở hữu | 40 tỷ đồng".
    """
    if whole is None or whole.period.first is not None or whole.is_now or frame.block > whole.block + 1:
        return None
    if draft.status != "actual" or not name_of(draft).startswith(phrase_words().balance_name):
        return None
    lasting = frame.lasting
    return whole if lasting is not None and lasting.period.first is not None else None
