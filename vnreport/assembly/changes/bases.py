"""What a share is a share beside, and which figures stand inside the noun phrase of a count."""

from __future__ import annotations

from vnreport.assembly.sentences.clauses import clause_start, has_subject
from vnreport.assembly.sentences.coordination import runs_into_bracket
from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.items import Item

# Signs behind which a figure is one more of a list, and no part of what the one before it counts.
LISTING = frozenset(",;")


def set_base(draft: Draft, figure: Figure, host: Draft | None, items: list[Item]) -> None:
    """What a share is a share beside: the value before it, or nothing when it has a subject of its own."""
    if draft.role != "share":
        return
    draft.base = host
    if host is not None and host.sentence is draft.sentence and _is_counted(host, draft.subject, items):
        draft.subject = (draft.subject[1], draft.subject[1])
    if has_subject(items, *draft.subject):
        draft.share_subject = draft.subject
    else:
        draft.share_of_base = figure.rule != "role.equals"


def _is_counted(host: Draft, subject: tuple[int, int], items: list[Item]) -> bool:
    """Whether the words before the bracket of a share are what the value before counts: "4 trạm bán buôn, bán lẻ (chiếm
    9%)"."""
    comma = next((index for index in range(*subject) if items[index].low == ","), None)
    return comma is not None and runs_into_bracket(items, comma, host.place)


def is_nested(
    draft: Draft, figure: Figure, host: Draft | None, subject: tuple[int, int], items: list[Item], last: int
) -> bool:
    """Whether the figure stands inside the noun phrase of the count before it, at `last`."""
    if draft.role != "value" or figure.cue is not None or last < 0 or host is None:
        return False
    if host.quantity is None or host.place != last or figure.paired is not None:
        return False
    if any(item.low in LISTING for item in items[slice(*subject)]):
        return False
    return subject[0] < subject[1] and clause_start(items, *subject) == subject[1]
