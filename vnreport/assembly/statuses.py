"""Whether a figure is actual, an estimate, a target or a forecast, from the words of its sentence and its period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from vnreport.assembly.sentences.drafts import Draft, SentenceItems
from vnreport.assembly.sentences.futures import FUTURE_ROW, MOST_VERB, future_role
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.origins import FROM_BODY
from vnreport.grammar.values import HOLIDAY
from vnreport.lexicon.cues import CueRow, Phrases
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.values import value

# Items between "có thể" and the figure that it announces, and behind a figure up to "theo mục tiêu", "dự kiến".
MOST_BEFORE, MOST_BEHIND, MOST_TO_COME = 8, 3, 10
# Items of a list behind what someone undertakes: "sẽ bố trí 4 quầy, 10 cửa, 2 thang máy".
MOST_LISTED = 40
# Items from a plan to "dự kiến" that tells of it.
MOST_PLANNED = 5
# The row of nouns of plans.
PLAN_ROW = "status.plan"
# The shape of periods that say "now" ("hiện", "đến nay").
NOW = "now"
FUTURE_RULE = "status.period.to_come"
# Days from a document's date to what is planned at the soonest; of 1, 15 and 32 tried on the corpus and on press
# reports 15 is best: a report tells of days just after its date as of facts, of months as of plans.
SOONEST = 15
_TOLD = frozenset({"estimate", "forecast", "target", "actual"})
# Roles of cues that begin to tell of something else than what is undertaken.
_TELLING = frozenset({"report", "level", "tense", "cause", "then"})
_COMING = frozenset({"coming", "undertaken"})
# Roles of verbs of change, and of those that tell what something rose or fell to.
MOVED = frozenset({*CHANGES, "to"})
_BREAKS = frozenset(';.?!”"')


@value(frozen=True, slots=True)
class Mark:
    """A phrase that tells a status: its role and row, and the range of its items."""

    role: str
    row: str
    first: int
    last: int


class StatusFinder:
    """Finds the words that tell a status; holds the rows of `data/statuses.toml`."""

    def __init__(self, rows: Sequence[CueRow]) -> None:
        self._phrases = Phrases(rows)

    def marks(self, sentence: SentenceItems) -> list[Mark]:
        """The phrases of the sentence that tell a status, in order."""
        syllables: list[str] = []
        places: list[int] = []
        for index, item in enumerate(sentence.items):
            parts = item.low.split(" ") if " " in item.low else (item.low,)
            syllables += parts
            places += (index,) * len(parts)
        found: list[Mark] = []
        firsts, skipped = self._phrases.firsts, 0
        for position in [position for position, syllable in enumerate(syllables) if syllable in firsts]:
            hit = self._phrases.match(syllables, position) if position >= skipped else None
            if hit is None:
                continue
            size, row = hit
            role = row.role
            if role == "coming" and sentence.items[places[position]].row == FUTURE_ROW:
                role = future_role(syllables[position + 1 : position + 1 + MOST_VERB])
            if role:
                found.append(Mark(role, row.id, places[position], places[position + size - 1]))
            skipped = position + size
        found += [
            Mark("actual", item.row, index, index)
            for index, item in enumerate(sentence.items)
            if item.period is not None and item.period.shape == NOW
        ]
        return sorted(found, key=lambda mark: mark.first)


def set_status(draft: Draft, marks: Sequence[Mark]) -> None:
    """Sets `draft.status`: the nearest phrase before the figure decides, or one right behind it."""
    found = _behind(draft, marks, "after_target", MOST_BEHIND) or _before(draft, marks)
    found = found or _behind(draft, marks, "after_forecast", MOST_TO_COME)
    if found is None:
        return
    items = draft.sentence.items
    draft.status = {"plan": "target", "undertaken": "target", "coming": "forecast"}.get(
        found.role, found.role.removeprefix("after_")
    )
    draft.rules["status"] = (found.row, items[found.first].start, items[found.last].end)


def settle_statuses(drafts: Sequence[Draft], reference: date | None, plans: Mapping[int, int]) -> None:
    """A figure of a time to come that nothing calls an estimate or a forecast is a target.

    So is one that takes its period from the text before, up to the block that `plans` has for the mention, and in a
    document with sections.
    """
    for draft in drafts:
        period = draft.period
        if draft.status != "actual" or period is None or reference is None or "status" in draft.rules:
            continue
        if period.last is None or not _is_within(draft, plans):
            continue
        begins = period.first if period.first is not None else period.last
        if _is_there_already(draft):
            continue
        if begins is not None and (begins - reference).days >= SOONEST:
            draft.status = "target"
            draft.rules["status"] = (FUTURE_RULE, None, None)


def _is_there_already(draft: Draft) -> bool:
    """Whether the words before tell what was done, or count what is there: "còn có | 6 dự án", "tại | 5 quận"."""
    items, place, words = draft.sentence.items, draft.place, phrase_words()
    start = place
    while start and items[start - 1].low not in _BREAKS and items[start - 1].low != ",":
        start -= 1
    if any(item.low in words.past for item in items[start:place]):
        return True
    quantity = items[place].quantity
    if quantity is None or quantity.kind != "count" or not place:
        return False
    return items[place - 1].low.rpartition(" ")[2] == words.have or items[place - 1].low in words.place


def _is_within(draft: Draft, plans: Mapping[int, int]) -> bool:
    """Whether the draft's period is its own, or was set near before it or by a plan; no holiday's or headline's is."""
    mention = draft.mention
    if "period" not in draft.inherited or mention is None:
        return True
    if draft.inherited["period"] == FROM_BODY or mention.shape == HOLIDAY:
        return False
    return bool(draft.sentence.section) or draft.sentence.block_index <= plans.get(mention.start, -1)


def _before(draft: Draft, marks: Sequence[Mark]) -> Mark | None:
    """The phrase before the figure that decides, or None."""
    items, coming = draft.sentence.items, None
    for mark in reversed(marks):
        if mark.last >= draft.place or mark.role not in {*_TOLD, "plan", *_COMING}:
            continue
        between = items[mark.last + 1 : draft.place]
        if mark.role in _COMING:
            coming = coming or (mark if _reaches(mark, between) else None)
        elif (
            _is_noted(items, mark, draft.place)
            or _is_undone(items, mark, draft.place)
            or _is_planned(items, marks, mark)
        ):
            continue
        elif mark.role == "actual" and coming is not None:
            return coming
        else:
            return mark
    return coming


def _reaches(mark: Mark, between: Sequence[Item]) -> bool:
    """Whether what is to come holds for a figure behind so many items: a plan also for the rest of its list."""
    if any(item.low in _BREAKS for item in between):
        return False
    if len(between) <= MOST_BEFORE:
        return True
    listed = not any(item.role in _TELLING or item.low in phrase_words().opposed for item in between)
    return mark.role == "undertaken" and listed and len(between) <= MOST_LISTED


def _is_noted(items: Sequence[Item], mark: Mark, place: int) -> bool:
    """Whether the mark is of the figure in the bracket right behind it: "vốn dự kiến (9 tỷ đồng), | giá bán"."""
    opened = mark.last + 1
    if items[opened].low != "(" or items[place].depth >= items[opened].depth:
        return False
    return any(item.kind == "quantity" and item.depth >= items[opened].depth for item in items[opened:place])


def _is_undone(items: Sequence[Item], mark: Mark, place: int) -> bool:
    """Whether the mark tells nothing of the figure.

    A target may be only reported on ("…, ông nói và cho biết") or set against the figure ("…, nhưng mới thu 5 tỷ"), a
    plan be what it is measured against, and "hiện nay" date the earlier value ("từ 4 nghìn đồng hiện nay xuống"). What
    was done since ("trước khi đề xuất, sở đã hỏi 2.000 người") and what happened to people is no plan.
    """
    if mark.role == "actual":
        return mark.first > 0 and items[mark.first - 1].kind == "quantity" and items[mark.last + 1].role == "to"
    if mark.role not in {"plan", "target"}:
        return False
    words, between = phrase_words(), items[mark.last + 1 : place]
    undone = any(item.role == "report" or item.low in words.opposed for item in between)
    undone = (
        undone
        or _is_done_since(between)
        or _has_moved(between)
        or (mark.row != PLAN_ROW and _is_caused(items, between, place))
    )
    return undone or (mark.role == "plan" and _is_baseline(items, mark.first))


def _is_done_since(between: Sequence[Item]) -> bool:
    """Whether a clause of its own tells of what was done: "…, đơn vị đã khảo sát"."""
    comma = next((index for index, item in enumerate(between) if item.low == ","), len(between))
    return any(item.low in phrase_words().past for item in between[comma:])


def _has_moved(between: Sequence[Item]) -> bool:
    """Whether a clause of its own tells how what was planned went: "chỉ tiêu dư nợ | cũng tăng tốt, …".

    So does what one of the measures is that is told of: "một chỉ tiêu khác là | nợ xấu đã tăng lên 6%".
    """
    told = next((index for index, item in enumerate(between) if item.low == phrase_words().copula), len(between))
    moved = zip(between[told:], between[told + 1 :], strict=False)
    if any(item.low in phrase_words().past and behind.role in MOVED for item, behind in moved):
        return True
    comma = next((index for index, item in enumerate(between) if item.low == ","), 0)
    tense = next((index for index, item in enumerate(between[:comma]) if item.role == "tense"), comma)
    return any(item.role in CHANGES for item in between[tense:comma])


def _is_caused(items: Sequence[Item], between: Sequence[Item], place: int) -> bool:
    """Whether the figure counts whom something happened to: "đề nghị xử lý tài xế gây tai nạn làm 5 người chết"."""
    quantity = items[place].quantity
    if quantity is None or quantity.code not in phrase_words().befallen:
        return False
    return bool(between) and between[-1].role == "cause"


def _is_planned(items: Sequence[Item], marks: Sequence[Mark], mark: Mark) -> bool:
    """Whether "dự kiến" only tells of the plan right before it: "chỉ tiêu tuyển sinh dự kiến"."""
    if mark.role != "forecast":
        return False
    plan = next(
        (other for other in marks if other.role == "plan" and 0 < mark.first - other.last <= MOST_PLANNED), None
    )
    return plan is not None and all(item.kind == "word" for item in items[plan.last + 1 : mark.first])


def _behind(draft: Draft, marks: Sequence[Mark], role: str, most: int) -> Mark | None:
    """The phrase of `role` behind the figure, with at most so many words and no other figure between; or None."""
    items = draft.sentence.items
    for mark in marks:
        if mark.role == role and draft.place < mark.first <= draft.place + most + 1:
            between = items[draft.place + 1 : mark.first]
            ahead = items[mark.last + 1 : mark.last + 1 + most]
            if _is_open(between) and (role == "after_target" or _is_open(_clause(ahead))):
                return mark
    return None


def _is_open(items: Sequence[Item]) -> bool:
    """Whether no figure and no sign stands among the items."""
    return not any(item.kind in {"quantity", "punct"} for item in items)


def _clause(items: Sequence[Item]) -> Sequence[Item]:
    """The items up to the first sign."""
    for index, item in enumerate(items):
        if item.kind == "punct":
            return items[:index]
    return items


def _is_baseline(items: Sequence[Item], index: int) -> bool:
    """Whether a plan word is what a figure is measured against ("bằng 56% dự toán"), not what the figure is."""
    for item in reversed(items[max(0, index - 3) : index]):
        if item.kind == "quantity" or item.role == "versus":
            return True
        if item.kind != "word":
            return False
    return False
