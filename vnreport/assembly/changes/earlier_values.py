"""Earlier and other values that a figure is set against, on the draft of that figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from vnreport.assembly.changes.change_arithmetic import agree, tells_earlier
from vnreport.assembly.sentences.clauses import after_figure, clause_start, has_subject
from vnreport.assembly.sentences.drafts import MOVED_RULE, Change, Draft, Figure, SentenceItems
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.grammar.number_lists import scaled_like
from vnreport.grammar.values import PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Of two levels that one sets against the other, the smaller is at least this part of the other; an amount is less.
LEAST_ALIKE = Decimal("0.5")
# The rule of a level behind "so với".
VERSUS_RULE = "role.baseline.versus"
# The rule of a level told in place of another.
INSTEAD_RULE = "role.instead"


def set_beyond(figure: Figure, drafts: Sequence[Draft], host: Draft | None, sentence: SentenceItems) -> bool:
    """Gives the latest draft with the figure's unit a change without amount from the figure on; whether one has it."""
    depth = sentence.items[figure.cue if figure.cue is not None else figure.place].depth
    outer = [draft for draft in reversed(drafts) if sentence.items[draft.place].depth <= depth]
    for draft in [*(outer or reversed(drafts)), *([host] if host is not None else [])]:
        if draft.quantity is not None and draft.role in {"value", "share"} and alike(draft.quantity, figure.quantity):
            earlier = scaled_like(figure.quantity, draft.quantity)
            place = figure.cue if figure.cue is not None else figure.place
            change = Change(figure.direction, None, place, figure.rule, baseline_value=earlier, sentence=sentence)
            draft.changes.append(change)
            return True
    return False


def takes_earlier(changed: Draft | None, figure: Figure) -> bool:
    """Gives the change the level in a bracket right behind its rate: "9 tỷ USD, cao hơn năm trước 12% (8 tỷ USD)"."""
    value = changed.quantity if changed is not None else None
    if changed is None or value is None or not changed.changes or figure.quantity.kind in PERCENTS:
        return False
    change = changed.changes[-1]
    if (
        change.baseline_value is not None
        or not alike(value, figure.quantity)
        or not agree(value, change, figure.quantity)
    ):
        return False
    change.baseline_value = figure.quantity
    return True


def takes_level(
    items: list[Item],
    changed: Draft | None,
    drafts: Sequence[Draft],
    previous: Figure,
    figure: Figure,
    subject: tuple[int, int],
) -> bool:
    """Gives the change the level right behind it that opens no clause and that the numbers make the earlier one."""
    if changed is None or not changed.changes or previous.role != "change":
        return False
    change = changed.changes[-1]
    bracketed = items[figure.place].depth > items[previous.place].depth
    if figure.role != "value" or change.baseline_value is not None or change.place != previous.place:
        return False
    if changed.quantity is None and not bracketed:
        # "góp vốn tăng gần 5 lần | đạt 519 tỷ đồng"
        return False
    if not bracketed and (figure.cue is None or has_subject(items, *subject)):
        return False
    if not tells_earlier(drafts, change, figure):
        return False
    change.baseline_value = figure.quantity
    return True


def set_versus(
    figure: Figure, changed: Draft | None, host: Draft | None, sentence: SentenceItems, drafts: Sequence[Draft] = ()
) -> bool:
    """Makes the figure the baseline value of the latest change, or of the value before it; whether it fits either.

    The value before a bracket is that of the sentence's drafts that stands outside it.
    """
    if changed is not None and changed.changes:
        change = changed.changes[-1]
        if change.baseline_value is None and (changed.quantity is None or alike(changed.quantity, figure.quantity)):
            change.baseline_value = figure.quantity
            return True
        return False
    if host is not None and host.sentence is sentence:
        # "310 phiếu (chiếm 64%) so với | 295 phiếu"
        depth = sentence.items[figure.place].depth
        host = next((draft for draft in reversed(drafts) if sentence.items[draft.place].depth <= depth), host)
    if host is None or host.quantity is None or not alike(host.quantity, figure.quantity):
        return False
    direction = _direction(host.quantity, figure.quantity)
    if direction is None or (direction == "flat" and figure.direction != "flat"):
        return False
    change = Change(direction, None, figure.place, figure.rule, baseline_value=figure.quantity, sentence=sentence)
    host.changes.append(change)
    return True


def _direction(ours: Quantity, theirs: Quantity) -> str | None:
    """Where the first lies from the second: a range is above another where both its ends are,
    "30-70 triệu đồng, so với mức 20-40 triệu đồng"."""
    (our_low, our_high), (their_low, their_high) = _ends(ours), _ends(theirs)
    if our_low is None or our_high is None or their_low is None or their_high is None:
        return None
    if our_low == our_high == their_low == their_high:
        return "flat"
    if our_low > their_low and our_high > their_high:
        return "up"
    return "down" if our_low < their_low and our_high < their_high else None


def _ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The ends of a range, or the number twice."""
    return (quantity.low, quantity.high) if quantity.number is None else (quantity.number, quantity.number)


def is_announced(figure: Figure, coming: Sequence[Figure]) -> bool:
    """Whether a level behind "so với" waits for what is set against it: "So với 210 hộ năm 2011, số hộ còn 46"."""
    if any(each.role == "change" for each in coming):
        return True
    level = coming[0] if coming else None
    led = level is not None and level.cue is not None and level.cue > figure.place
    return led and level is not None and level.role == "value" and alike(level.quantity, figure.quantity)


def set_origin(draft: Draft, origin: Figure, level: Figure, sentence: SentenceItems) -> None:
    """Gives the draft of a level the value that it started from, and the direction: "từ 5,1% lên 6,3%"."""
    origin = replace(origin, quantity=scaled_like(origin.quantity, level.quantity))
    direction = direction_between(sentence.items, origin, level)
    if draft.changes and draft.changes[-1].baseline_value is None:
        draft.changes[-1].baseline_value = origin.quantity
    elif direction:
        rule = INSTEAD_RULE if origin.rule == INSTEAD_RULE else MOVED_RULE
        change = Change(direction, None, origin.place, rule, baseline_value=origin.quantity)
        change.sentence = sentence
        draft.changes.append(change)
    if draft.role in {"value", "rank"} and draft.place == level.place and draft.subject[0] > origin.place:
        stop = origin.cue if origin.cue is not None else origin.place
        start = after_figure(sentence.items, stop)
        for begin in (start, clause_start(sentence.items, start, stop)):
            if sentence.items[begin].low in phrase_words().carrying:
                # "có thêm 8 thuyền, nâng | tổng số từ 12 thuyền lên 20 chiếc"
                start = begin + 1
                break
        if start < stop and sentence.items[start].role != "from":
            draft.subject, draft.cue = (start, stop), origin.cue


def set_opening(opening: Figure | None, drafts: Sequence[Draft]) -> None:
    """Gives the first change the level that its sentence opens with: "Từ mức 80.000 đồng/kg, giá ớt đã giảm 3%"."""
    change = drafts[0].changes[0] if drafts and drafts[0].changes else None
    if opening is None or change is None or change.place < opening.place or change.direction not in CHANGES:
        return
    if drafts[0].quantity is None and change.baseline_value is None:
        change.baseline_value = opening.quantity


def alike(ours: Quantity | None, theirs: Quantity) -> bool:
    """Whether two quantities have the same unit or count persons, or the second has no unit or only a classifier."""
    if ours is None:
        return False
    if theirs.unit is None:
        return True
    classified = ours.kind == "count" and theirs.unit.code in phrase_words().classifier
    longer, shorter = (ours.code, theirs.code) if len(ours.code) > len(theirs.code) else (theirs.code, ours.code)
    if longer.rpartition("/")[2] not in phrase_words().time_unit and longer.startswith(f"{shorter}/"):
        # "1,93 con/phụ nữ, tăng so với mức 1,91 con", but no "10 con/ngày"
        return True
    persons = phrase_words().persons | phrase_words().befallen
    if ours.code in persons and theirs.code in persons:
        # "410 em, giảm so với năm ngoái (450 thí sinh)"
        return True
    return classified or (ours.unit is not None and f"{ours.unit.code} ".startswith(f"{theirs.unit.code} "))


def is_far(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two figures of one unit are too far apart for two levels."""
    if ours.code != theirs.code or not ours.number or not theirs.number:
        return False
    return not LEAST_ALIKE <= ours.number / theirs.number <= 1 / LEAST_ALIKE


def is_like(ours: Quantity, theirs: Quantity, direction: str, *, least: Decimal = LEAST_ALIKE) -> bool:
    """Whether of two rates the second is what the first is above or below: of its size, and on its other side.

    `least` is the part of the first that the lower one makes up at least.
    """
    if ours.code != theirs.code or not ours.number or not theirs.number:
        return False
    if direction == "up":
        return least <= theirs.number / ours.number <= 1
    return theirs.number >= ours.number


def direction_between(items: list[Item], origin: Figure, level: Figure) -> str:
    """`up` or `down` of "từ 5,1% lên 6,3%", from the words around or else from the two numbers."""
    words = phrase_words()
    first = max(0, (origin.cue if origin.cue is not None else origin.place) - 3)
    for item in items[first : level.place]:
        if item.role in CHANGES:
            return item.role
        if item.low.startswith(words.rise):
            return "up"
        if item.low.startswith(words.fall):
            return "down"
    earlier, later = origin.quantity.number, level.quantity.number
    if earlier is None or later is None or earlier == later:
        return ""
    return "up" if later > earlier else "down"
