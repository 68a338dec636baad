"""Joins the figures of a sentence into records in the making: values with their changes, and growths without a value."""

from __future__ import annotations

from vnreport.assembly.drafts import Change, Draft, Figure, SentenceItems
from vnreport.assembly.items import Item

CONTENT = frozenset({"word"})
# Cues that are part of a subject when they stand in it: "kế hoạch", "tăng trưởng tín dụng", "có".
NOUN_ROLES = frozenset({"target_noun", "target", "growth", "fall"})
BOUNDARIES = frozenset(",;:()–-")


def link(sentence: SentenceItems, figures: list[Figure], *, open_draft: Draft | None) -> list[Draft]:
    """The drafts of the sentence in reading order.

    `open_draft` is the last draft of the sentence before: a change that opens this sentence with no subject of its own
    belongs to it.
    """
    drafts: list[Draft] = []
    host = open_draft
    waiting: Figure | None = None
    last_place = -1
    for figure in figures:
        subject = _subject_range(sentence.items, last_place, figure)
        if figure.role == "change":
            host = _add_change(sentence, drafts, host, figure, subject, last_place)
        elif figure.role == "baseline_value":
            if host is not None and host.changes and figure.rule == "role.baseline.bracket":
                host.changes[-1].baseline_value = figure.quantity
            else:
                waiting = figure
        else:
            host = _add_value(sentence, drafts, host, figure, subject, waiting)
            waiting = None
        last_place = figure.place
    return drafts


def _subject_range(items: list[Item], last_place: int, figure: Figure) -> tuple[int, int]:
    """The item range between the figure before and the cue (or the number) of this one."""
    stop = figure.cue if figure.cue is not None and figure.cue > last_place else figure.place
    return last_place + 1, stop


def clause_start(items: list[Item], start: int, stop: int) -> int:
    """Where the words of a new clause start in `items[start:stop]`: after the last figure's own words.

    Right after a figure its unit's and noun's words go on to the first boundary; from there a new clause may start.
    Returns `stop` when no boundary stands in the range and a figure came before.
    """
    if start == 0:
        return 0
    for index in range(start, stop):
        item = items[index]
        if item.kind == "punct" and item.low in BOUNDARIES:
            return index + 1
        if item.role in {"conjunction", "part"}:
            return index
    return stop


def has_subject(items: list[Item], start: int, stop: int) -> bool:
    """Whether `items[start:stop]` holds words of its own beside cues, periods and baselines."""
    begin = clause_start(items, start, stop)
    versus = False
    for item in items[begin:stop]:
        if item.role == "versus":
            versus = True
        elif item.kind == "punct" and item.low in ",;":
            versus = False
        elif not versus and (item.kind in CONTENT or item.role in NOUN_ROLES):
            return True
    return False


def _add_change(
    sentence: SentenceItems,
    drafts: list[Draft],
    host: Draft | None,
    figure: Figure,
    subject: tuple[int, int],
    last_place: int,
) -> Draft:
    """The draft that the change belongs to: the host, or a new one when the change has a subject of its own."""
    items = sentence.items
    change = Change(figure.direction, figure.quantity, figure.place, figure.rule)
    restated = figure.rule == "role.change.restated"
    new_subject = not restated and has_subject(items, *subject)
    if figure.rule == "role.change.listed":
        new_subject = has_subject(items, last_place + 1, figure.place)
        subject = (last_place + 1, figure.place)
    if not restated and figure.cue is not None and items[figure.cue].role in {"growth", "fall"}:
        new_subject = True
    if host is None or new_subject:
        draft = Draft("growth", figure.place, sentence, subject=subject, cue=figure.cue, changes=[change])
        drafts.append(draft)
        return draft
    host.changes.append(change)
    return host


def _add_value(
    sentence: SentenceItems,
    drafts: list[Draft],
    host: Draft | None,
    figure: Figure,
    subject: tuple[int, int],
    waiting: Figure | None,
) -> Draft:
    """The draft of a value: a growth that waits for its level ("tăng 16 tỷ, lên mức 113 tỷ"), or a new one."""
    items = sentence.items
    cue = items[figure.cue].role if figure.cue is not None else ""
    low = items[figure.cue].low if figure.cue is not None else ""
    fills = (
        figure.role == "value"
        and host is not None
        and host.role == "growth"
        and host.sentence is sentence
        and (cue in {"to", "level"} or low == "với")
        and not has_subject(items, *subject)
    )
    if fills and host is not None:
        host.role, host.quantity, host.place = "value", figure.quantity, figure.place
        draft = host
    else:
        role = figure.role if figure.role in {"share", "rank", "contribution"} else "value"
        draft = Draft(role, figure.place, sentence, figure.quantity, subject=subject, cue=figure.cue)
        drafts.append(draft)
    if waiting is not None:
        direction = _direction_of_move(items, waiting, figure)
        if direction:
            change = Change(direction, None, waiting.place, "role.from.to")
            change.baseline_value = waiting.quantity
            draft.changes.append(change)
        draft.subject = (draft.subject[0] if fills else _subject_before(items, waiting), draft.subject[1])
        if not fills:
            draft.subject = _subject_range_of(items, waiting)
            draft.cue = waiting.cue
    return draft


def _subject_before(items: list[Item], figure: Figure) -> int:
    return _subject_range_of(items, figure)[0]


def _subject_range_of(items: list[Item], figure: Figure) -> tuple[int, int]:
    """The item range left of a figure's cue, back to the quantity before it."""
    stop = figure.cue if figure.cue is not None else figure.place
    start = stop
    while start > 0 and items[start - 1].kind != "quantity":
        start -= 1
    return start, stop


def _direction_of_move(items: list[Item], origin: Figure, level: Figure) -> str:
    """"up" or "down" of "từ 5,1% lên 6,3%", from the words around or else from the two numbers."""
    for item in items[max(0, (origin.cue or origin.place) - 3) : level.place]:
        if item.role == "up" or item.low in {"lên", "tăng lên", "nâng lên"}:
            return "up"
        if item.role == "down" or item.low in {"xuống", "giảm xuống", "xuống còn"}:
            return "down"
    first, last = origin.quantity.number, level.quantity.number
    if first is None or last is None or first == last:
        return ""
    return "up" if last > first else "down"
