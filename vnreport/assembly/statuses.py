"""Whether a figure is actual, an estimate, a target or a forecast, from the cues of its sentence."""

from __future__ import annotations

from vnreport.assembly.drafts import Draft
from vnreport.assembly.items import Item
from vnreport.lexicon.phrase_words import phrase_words


def set_status(draft: Draft) -> None:
    """Sets `draft.status` from the cues before the figure in its sentence; the nearest decides."""
    items = draft.sentence.items
    for index in range(draft.place - 1, -1, -1):
        status = _status(items, index)
        if status:
            draft.status = status
            draft.rules["status"] = (items[index].row, items[index].start, items[index].end)
            return


def _status(items: list[Item], index: int) -> str:
    item = items[index]
    if item.kind != "cue":
        return ""
    if item.low.startswith(phrase_words().estimate):
        return "estimate"
    if item.role in {"estimate", "forecast"}:
        return item.role
    if item.role in {"target", "target_noun"} and not _is_baseline(items, index):
        return "target"
    if item.low.startswith(phrase_words().forecast):
        return "forecast"
    return ""


def _is_baseline(items: list[Item], index: int) -> bool:
    """Whether a plan word is what a figure is measured against ("bằng 56% dự toán"), not what the figure is."""
    for item in reversed(items[max(0, index - 3) : index]):
        if item.kind == "quantity" or item.role == "versus":
            return True
        if item.kind != "word":
            return False
    return False
