"""Changes that are of something else than the figure before them, though their clause names no subject."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.changes.compared_levels import SURPASSING
from vnreport.assembly.changes.earlier_values import alike
from vnreport.assembly.sentences.clauses import clause_start, own_period, starts_measured, words_about
from vnreport.assembly.sentences.drafts import Change, Draft, Figure
from vnreport.assembly.sentences.futures import FUTURE_ROW
from vnreport.assembly.sentences.governors import GROWTH
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.like_others import like_other
from vnreport.assembly.sentences.topics import unit_code
from vnreport.grammar.values import SAME_PERIOD, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# The rule of what a cause changes: "sẽ làm giảm GDP 0,2%".
MADE_RULE = "role.change.made"
# Roles of cues that make the change behind them one of what follows: "góp phần giảm chỉ số chung 0,1%".
CAUSING = frozenset({"contribution", "cause"})
# Roles of cues that may stand before the period that a clause opens with: "tính chung 10 tháng", "đến năm 2018".
OPENING = frozenset({"conjunction", "soft", "aux", "then"})
# Shapes of times that are earlier ones.
PASSED_TIMES = frozenset({SAME_PERIOD, "previous", "vague"})


def set_time_apart(change: Change, host: Draft, items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether a change is of a time of its own: of one that its host has a change for, or that opens its clause.

    Then it goes on from the host where that is in its unit or set against it: "Năm 2011 có 54.000 trường, | đến năm
    2016 giảm 534 trường", "Nếu năm 2011 thu 2 tỷ đồng | thì đến nay đã gấp ba", but "đạt 4 tỷ đồng; | tính chung 10
    tháng tăng 12%".
    """
    if host.changes and host.sentence.items is items and _is_timed_behind(items, change.place):
        return True
    if not own_period(items, *subject):
        return False
    words = items[clause_start(items, *subject) : subject[1]]
    opening = next((item for item in words if item.low == phrase_words().more or not _leads_in(item)), None)
    opens = opening is not None and opening.period is not None and not opening.period.open_end
    amount, set_against = change.quantity, any(item.role == "then" for item in words)
    same = amount is not None and bool(amount.code) and f"{unit_code(host)} ".startswith(f"{amount.code} ")
    if not host.changes and (same or set_against):
        change.origin = host if opens and host.sentence.items is items else None
    return bool(host.changes) or (host.sentence.items is items and opens)


def _is_timed_behind(items: list[Item], place: int) -> bool:
    """Whether the time of a change stands behind its amount: "tăng 12%, tăng 8% | trong 2 tháng đầu năm so với …"."""
    if place + 2 >= len(items) or items[place + 1].low not in phrase_words().dating:
        return False
    mention = items[place + 2].period
    ends = place + 3 >= len(items) or items[place + 3].role == "versus" or items[place + 3].kind == "punct"
    return mention is not None and mention.shape not in PASSED_TIMES and not mention.open_end and ends


def _leads_in(item: Item) -> bool:
    """Whether the item may stand before the period that a clause opens with."""
    return item.role in OPENING or item.low in phrase_words().dating


def opens_growth(items: list[Item], figure: Figure, last: int) -> bool:
    """Whether the change opens a record by its cue alone; `last` is the item of the figure before it."""
    cue = figure.cue
    if cue is None:
        return False
    noun = items[cue].low in phrase_words().growth_noun and not items[cue].depth
    noun = noun and any(item.kind == "word" or item.role == "have" for item in items[cue : figure.place])
    if items[cue].role in GROWTH or noun or figure.rule == MADE_RULE or governs_measured(items, figure, cue):
        return True
    before = items[cue - 1] if cue else None
    if before is not None and before.role in SURPASSING:
        return True
    if before is not None and before.role in CAUSING and any(item.kind == "word" for item in items[cue : figure.place]):
        return True
    return last >= 0 and _is_in_reason(items, last, cue)


def governs_measured(items: list[Item], figure: Figure, cue: int) -> bool:
    """Whether the verb has what changes behind it: "tăng | giá điện | 8,3%"."""
    words = phrase_words()
    if items[cue].low in words.above or items[cue].low.endswith(words.more) or figure.direction not in CHANGES:
        return False
    return starts_measured(items, cue + 1) and all(
        item.kind == "word" or item.role in {"soft", "aux", "have", "level"} for item in items[cue + 1 : figure.place]
    )


def own_subject(items: list[Item], figure: Figure, subject: tuple[int, int]) -> tuple[int, int]:
    """The item range that names such a change: none where only what it is set against stands before it."""
    cue = figure.cue
    if cue is not None and figure.rule == MADE_RULE:
        return cue + 1, figure.place
    if cue and items[cue - 1].role in SURPASSING:
        return figure.place, figure.place
    return subject


def _is_in_reason(items: list[Item], last: int, cue: int) -> bool:
    """Whether the cue stands in the reason of the change before: "giảm 6% do các hãng hạ giá với mức giảm 500 đồng"."""
    reason = None
    for index in range(last + 1, cue):
        if items[index].kind == "punct":
            return False
        if items[index].low.split(" ")[-1] in phrase_words().cause:
            reason = index
    return reason is not None and any(item.kind == "word" for item in items[reason + 1 : cue])


def told_about(items: list[Item], figure: Figure) -> tuple[int, int] | None:
    """The item range of what stands behind the change for what it is of.

    A comparative has none without "về", nor a ratio to the figure of others ("bằng 36% | năng suất của Lào").
    """
    if figure.direction == "ratio" and like_other(items, figure.place) is not None:
        return None
    compared = figure.cue is not None and items[figure.cue].low.endswith(phrase_words().more)
    about = figure.named or words_about(items, figure.place, noun=not compared)
    said = "" if about is None else " ".join(item.low for item in items[about[0] : about[1]])
    return None if said in phrase_words().in_numbers else about


def is_to_come(items: list[Item], place: int) -> bool:
    """Whether "sẽ" stands before the figure in its clause: a change to come is against no period."""
    for index in range(place - 1, -1, -1):
        if items[index].row == FUTURE_ROW:
            return True
        if items[index].kind in {"quantity", "punct"}:
            return False
    return False


def told_instead(
    drafts: Sequence[Draft], host: Draft | None, figure: Figure, items: list[Item]
) -> tuple[Draft, Quantity] | None:
    """The latest value that the figure could be of, else the host's: "mua 15 kg, trả 200.000 đồng thay vì 160.000"."""
    depth = items[figure.place].depth
    outer = (draft for draft in reversed(drafts) if draft.role == "value" and items[draft.place].depth <= depth)
    draft = next((draft for draft in outer if alike(draft.quantity, figure.quantity)), host)
    return None if draft is None or draft.quantity is None else (draft, draft.quantity)
