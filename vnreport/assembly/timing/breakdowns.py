"""The time of a sentence that goes on with the one before it: "Quý I, tỉnh có 40 vụ. | Trong đó, 9 vụ ở thành phố"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from vnreport.assembly.sentences.drafts import Draft, SentenceItems
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.sums import SHARE
from vnreport.assembly.sentences.topics import name_of, unit_code
from vnreport.assembly.timing.standings import Standing
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.grammar.values import Period
from vnreport.lexicon.phrase_words import phrase_words

# So many words of a whole's name tell that it is the one told before.
LEAST_SHARED = 2


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


def note_said(resolved: Mapping[int, Period | None], items: list[Item], frame: TimeFrame) -> None:
    """Notes the last time that a sentence names."""
    at, named = frame.block, [(period, items[index].period) for index, period in resolved.items() if period is not None]
    frame.said = Standing(*named[-1], "", frame.section, at, at, at) if named else None


def then_before(sentence: SentenceItems, frame: TimeFrame) -> Standing | None:
    """The last time that the sentence before names, for one that opens with "Khi đó, …", if it is over; or None."""
    said = frame.said
    if said is None or said.period.last is None or frame.reference is None or said.period.last > frame.reference:
        return None
    return said if phrase_size(sentence.items, 0, len(sentence.items), phrase_words().back_then) else None


def share_before(draft: Draft, whole: Standing | None, frame: TimeFrame) -> Standing | None:
    """The time up to now of the total right before a sentence, for a share of it, if another time stands; or None.

    "Lũy kế từ đầu năm, các hãng mua lại 90 tỷ đồng trái phiếu. | Ngân hàng A | chiếm 40% trái phiếu mua lại | (36 tỷ)".
    """
    share = draft if draft.role == SHARE or draft.parent is None else draft.parent
    if whole is None or share.role != SHARE or frame.block > whole.block + 1:
        return None
    if whole.period.last != frame.reference or frame.period == whole.period:
        return None
    name = set(name_of(share).split()) - phrase_words().any_name
    return whole if len(name) >= LEAST_SHARED and name <= whole.told else None


def now_before(draft: Draft, whole: Standing | None, frame: TimeFrame) -> Standing | None:
    """The present, if the figures right before a sentence are of it and the draft tells more of their kind, or what
    else there is; or None.

    "Hiện gói thầu 2 đạt 70% khối lượng. | Gói thầu 3 cũng đạt 51% khối lượng", "Hãng hiện có 9 tàu. Hãng có | 4 kho".
    """
    if whole is None or not whole.is_now or frame.block > whole.block + 1 or draft.status != "actual":
        return None
    alike = unit_code(draft) in whole.units and bool(whole.told & set(name_of(draft).split()))
    alike = alike or _is_had(draft)
    lasting = frame.lasting
    return whole if alike and (lasting is None or lasting.period.last != whole.period.last) else None


def _is_had(draft: Draft) -> bool:
    """Whether the draft counts what something has: "Tổng công ty | có | 25 chi nhánh"."""
    items, counted = draft.sentence.items, draft.quantity is not None and draft.quantity.kind == "count"
    return counted and not draft.changes and draft.place > 0 and items[draft.place - 1].low in phrase_words().being


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
