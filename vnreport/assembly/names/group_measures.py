"""What a counted group is told by, which those named of it have: "3 tỉnh có tỷ lệ thấp nhất gồm Sơn La (9,8%)"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.assembly.sentences.topics import GROWTH, unit_kind

# The rule of such a name.
MEASURE_RULE = "indicator.group.measure"
# Kinds of value that one of a group has: no counts and no sums, which may be of anything.
MEASURED = frozenset({"percent", "points", "pp", "rate", ""})
# Roles of cues that end the noun of what is measured: "tỷ lệ giải ngân | trên bình quân".
BOUNDING = frozenset({"soft", "level", "to", "up", "down", "share", "target"})


def name_group_measure(naming: Naming) -> None:
    """Names the figure of one of a counted group by what the group is told by, not by those counted."""
    draft, items, subject = naming.draft, naming.items, naming.subject
    if draft.indicator is None or not (draft.role == GROWTH or unit_kind(draft) in MEASURED):
        return
    if draft.cue is not None and items[draft.cue].role == "share":
        return
    group = _group(naming, draft.indicator)
    if group is None or group.indicator is None:
        return
    # "7 xã có tỷ lệ nghèo trên | 30%"
    limit = _is_limit(naming, group.indicator.parts[-1][1])
    named = subject is not None and any(has_capital(item) for item in items[subject[0] : subject[0] + 2])
    if not limit and not (subject and named and naming.lexicon.parts.is_part(draft.sentence.text, items, subject)):
        return
    measure = _measure(naming, group)
    if measure is None:
        return
    if subject is not None and not limit:
        draft.scope.append(phrase_of(draft, items, subject, "scope.component"))
    told = phrase_of(draft, items, measure, MEASURE_RULE)
    draft.indicator = _told_fully(naming, told) or told
    draft.inherited["indicator"] = FROM_BEFORE


def _is_limit(naming: Naming, end: int) -> bool:
    """Whether the draft tells how much the group has: inside its name, or right behind that with "từ" between."""
    items, place = naming.items, naming.draft.place
    while place and items[place].end > end and items[place - 1].role in {"from", "soft", "aux"}:
        place -= 1
    return items[naming.draft.place].end <= end or (place > 0 and items[place - 1].end <= end < items[place].end)


def _told_fully(naming: Naming, head: Phrase) -> Phrase | None:
    """What was measured before by a name that opens with the head: of "tỷ lệ" alone the last rate told."""
    known = naming.topics.known(naming.draft)
    own = head.text.lower()
    return known if known is not None and known.text.lower().startswith(f"{own} ") else None


def _group(naming: Naming, name: Phrase) -> Draft | None:
    """The count told before whose own name the draft took; of a growth named by its place the last count."""
    counts = [other for other in naming.told if other.role == "value" and unit_kind(other) == "count"]
    counts = [other for other in counts if other.indicator is not None]
    if naming.draft.role == GROWTH and naming.headed is None:
        return counts[-1] if counts and counts[-1].changes else None
    return next((o for o in reversed(counts) if o.indicator and o.indicator.parts[0] == name.parts[0]), None)


def _measure(naming: Naming, group: Draft) -> tuple[int, int] | None:
    """The item range of the headed noun among the words that tell the group, or None."""
    items, heads = naming.items, naming.lexicon.heads
    end = group.indicator.parts[-1][1] if group.indicator is not None else 0
    for index in range(group.place + 1, naming.draft.place):
        if items[index].end > end:
            return None
        if heads.starts(items, index):
            stop = index + 1
            while stop < naming.draft.place and items[stop].end <= end and _goes_on(naming, index, stop):
                stop += 1
            found = heads.narrow(items, (index, stop))
            return None if found is None else (found.first, found.last)
    return None


def _goes_on(naming: Naming, first: int, index: int) -> bool:
    """Whether the item belongs to the noun of what is measured, rather than to how much it is."""
    item = naming.items[index]
    return item.kind in {"word", "cue"} and item.role not in BOUNDING
