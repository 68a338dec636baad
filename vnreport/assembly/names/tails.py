"""Subjects right before or behind a figure that are but a verb, or the end of what the figure before counts."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.actors import is_auxiliary
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.governors import SOFT
from vnreport.assembly.sentences.heads import PERCENT, HeadedPhrase
from vnreport.assembly.sentences.items import ANAPHOR_ROW, CHANGES
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import trim_end
from vnreport.assembly.sentences.subjects import CLAUSE_END, trim
from vnreport.assembly.sentences.topics import GROWTH, unit_code, unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues that open the clause of a verb.
OPENERS = frozenset({"conjunction", "part"})
# The role of cues of a level.
LEVEL = frozenset({"level"})
# Kinds of amounts that those counted may have: "27 dự án có tổng vốn 9 tỷ", "12 hồ có tổng diện tích 45 ha".
OWNED = PRICES | {"measure"}
# Kinds of figures behind which a thing told of has an amount: "72% công việc có mức lương 5 triệu đồng".
HAVING = OWNED | {"percent"}


def verb_alone(naming: Naming) -> tuple[int, int] | None:
    """The verb of doing that is all a level or a change has for a subject: "…, | huy động | đạt 57 tỷ đồng"; None
    without.

    So is one right before the figure of a part with nothing behind it: "…, trong đó | khai thác | 15 nghìn tấn".
    """
    draft, items = naming.draft, naming.items
    cue = draft.cue
    if cue is None:
        return None
    ends = draft.place == cue + 1 == right_stop(items, draft.place) - 1
    alone = items[cue].role == "have" and cue == draft.subject[1] and unit_kind(draft) in OWNED
    verb = cue if alone and ends and naming.before is not None else cue - 1
    told = items[cue].role in (CHANGES if draft.role == GROWTH else LEVEL)
    if items[verb].role != "have" or (verb < cue and not (told and cue == draft.subject[1])):
        return None
    opens = verb == 0 or items[verb - 1].kind == "punct" or items[verb - 1].role in OPENERS
    return (verb, verb + 1) if opens and naming.lexicon.heads.starts(items, verb) else None


def done_with_part(naming: Naming) -> tuple[int, int] | None:
    """What was done with a part of the length or the like told right before: "dài 90 km, đã | rải nhựa | 30 km"; None
    for no such."""
    draft, items, before = naming.draft, naming.items, naming.before
    if before is None or unit_kind(draft) != "measure" or unit_code(before) != unit_code(draft):
        return None
    if before.role != "value" or draft.role != "value":
        return None
    deed = deed_before(items, draft.place)
    if (
        deed is None
        or deed[0] <= before.place + 1
        or any(item.role not in SOFT for item in items[deed[1] : draft.place])
    ):
        return None
    opened = items[before.place + 1 : deed[0]]
    told = opened[-1].role == "tense" and all(item.low == "," or is_auxiliary(item) for item in opened)
    return deed if told else None


def tail(naming: Naming, piece: tuple[int, int]) -> tuple[int, int] | None:
    """Words right behind the figure before that head an indicator: "2 vụ thiệt hại 8 ha".

    What those counted have or did names an amount behind it: "9 hãng đã | nợ thuế 3 tỷ", "7 người có | mức lương".
    """
    items, before, heads = naming.items, naming.before, naming.lexicon.heads
    first, last = trim_end(items, *piece)
    if items[piece[1] - 1].low == CLAUSE_END or items[first].row == ANAPHOR_ROW:
        return None
    if before is not None and unit_kind(before) == "percent":
        known = before.indicator.text.lower() if before.indicator is not None else ""
        if known.startswith(tuple(phrase_words().levied)):
            # "lên mức phí 0,5% | số tiền giao dịch, tối thiểu | 8.000 đồng"
            return None
        named = before.indicator is not None and before.indicator.parts[0][0] == items[first].start
        if (named and unit_kind(naming.draft) == "percent") or is_denominator(naming, (first, last)):
            return None
    if items[first].kind == "word" and heads.starts(items, first):
        headed = heads.narrow(items, (first, last))
        if before is None or unit_kind(before) != "percent" or headed is None or headed.role != "rate":
            return first, last
        # "chiếm 58% thị phần với 3 tỷ USD": a rate behind a percentage is of it alone.
        return None
    headed = heads.narrow(items, (first, last)) if before is not None else None
    if headed is None or before is None:
        return None
    if unit_code(naming.draft).startswith(PERCENT) and unit_kind(before) == "money" and _leads_to(naming, headed):
        # "vay gói 9 tỷ đồng được hưởng | lãi suất 5%"
        return trim(items, headed.first, piece[1])
    if not _has_amount(naming, before) and not (unit_kind(before) in HAVING and _is_had(naming, headed, last)):
        return None
    return trim(items, headed.first, piece[1])


def _leads_to(naming: Naming, headed: HeadedPhrase) -> bool:
    """Whether nothing but words that tell nothing stands between a rate and the figure."""
    return headed.role == "rate" and all(item.role in SOFT for item in naming.items[headed.last : naming.draft.place])


def _is_had(naming: Naming, headed: HeadedPhrase, last: int) -> bool:
    """Whether a thing told of behind a figure has the amount: "vốn 9 tỷ được rót vào khu đất có | diện tích 3 ha"."""
    opener = naming.items[headed.first - 1]
    return headed.last == last and opener.role == "have" and opener.low.endswith(phrase_words().have)


def _has_amount(naming: Naming, before: Draft) -> bool:
    """Whether an amount may be what those counted right before it have, rather than of what the count says where."""
    items, draft, words = naming.items, naming.draft, phrase_words()
    if unit_kind(before) != "count" or unit_kind(draft) not in OWNED:
        return False
    opener = items[before.place - 1].low if before.place else ""
    return items[draft.place].depth == items[before.place].depth and opener not in words.preposition | words.scene


def is_denominator(naming: Naming, right: tuple[int, int]) -> bool:
    """Whether the words behind a percentage only name what it is a percentage of: "61,4% GDP"."""
    items = naming.items
    words = " ".join(item.low for item in items[right[0] : right[1]])
    return words in naming.lexicon.accounts
