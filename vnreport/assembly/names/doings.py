"""Names percentages by what those counted do, say or lack: "72% số hộ cho biết đủ ăn, 14% còn thiếu"."""

from __future__ import annotations

from vnreport.assembly.names.fitting import MONEY_ROW
from vnreport.assembly.names.naming import RIGHT_RULE, Naming
from vnreport.assembly.sentences.actors import DONE, is_auxiliary
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import add_scope, phrase_of
from vnreport.assembly.sentences.scope_words import phrase_at, phrase_size
from vnreport.assembly.sentences.topics import unit_code, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues that open what those counted do or say.
TELLING = frozenset({"tense", "report", "forecast"})
# Values and blocks before a share among which those asked were counted, and how many they are at least.
MOST_VALUES, MOST_BLOCKS, FEWEST_ASKED = 6, 2, 20
# Where a name comes from that is of those asked.
ASKED = "asked"
# The rule of a share named by whom the share before counts and its own words.
TOLD_RULE = "indicator.right.told"
# The rule of a share of a sum, of which the words behind only tell the part.
SUM_RULE = "indicator.right.sum"


def is_told(items: list[Item], index: int) -> bool:
    """Whether what those that a share counts do or say opens at the item: "được", "chưa", "cho biết", "hài lòng"."""
    item, words = items[index], phrase_words()
    if is_auxiliary(item) or item.role in TELLING or item.low in words.told:
        return True
    return phrase_at(items, index, len(items), words.answer)


def says(items: list[Item], right: tuple[int, int]) -> bool:
    """Whether the words open with a verb of what those asked say, choose or lack."""
    return phrase_at(items, *right, phrase_words().answer)


def sum_of_share(naming: Naming, right: tuple[int, int]) -> tuple[int, int] | None:
    """The sum that a percentage is of, without what was done with the part or what that is; None for no such.

    "72% | kiều hối | được gửi tiết kiệm", "30% | vốn | là của nhà nước"; but those counted do it: "9% | hồ sơ bị trả".
    """
    items, (first, last), words = naming.items, right, phrase_words()
    if unit_kind(naming.draft) != "percent" or naming.lexicon.heads.row_at(items, first) != MONEY_ROW:
        return None
    tells = (words.given, words.copula)
    told = (n for n in range(first + 1, last) if items[n].role in DONE or items[n].low in tells)
    verb = next(told, last)
    return (first, verb) if verb + 1 < last else None


def name_told(naming: Naming, right: tuple[int, int]) -> bool:
    """ "72% số hộ cho biết đủ ăn, 14% | còn thiếu", "9% | ở trọ": those that the share before counts, with what these
    do or where they are.

    Returns whether there is one.
    """
    draft, before = naming.draft, naming.before
    if before is None or before.indicator is None or unit_kind(before) != "percent":
        return False
    opener, words = naming.items[right[0]].low, phrase_words()
    if opener in words.cause or not (opener in words.preposition or is_told(naming.items, right[0])):
        return False
    if before.indicator.rule == SUM_RULE:
        draft.indicator, draft.inherited["indicator"] = before.indicator, FROM_BEFORE
        add_scope(draft, naming.items, right, "scope.share")
        return True
    if before.indicator.rule not in {RIGHT_RULE, TOLD_RULE}:
        return False
    start = before.indicator.parts[0]
    counted = [index for index, item in enumerate(naming.items) if start[0] <= item.start and item.end <= start[1]]
    first, last = counted[0], counted[-1] + 1
    items = naming.items
    verb = next((n for n in range(first, last) if is_told(items, n) or items[n].role == "have"), last)
    if verb == first or (verb == last and before.indicator.rule == RIGHT_RULE):
        return False
    own = phrase_of(draft, items, right, TOLD_RULE)
    draft.indicator = phrase_of(draft, items, (first, verb), TOLD_RULE).joined(own, TOLD_RULE)
    draft.scope.extend(before.scope)
    return True


def name_part(naming: Naming, right: tuple[int, int]) -> bool:
    """ "136 ca, 40% | là trẻ em": a percentage of the count before, or of what shares are of; its part is on its right.

    Returns whether there was a whole.
    """
    draft, before = naming.draft, naming.before
    counted = before is not None and unit_kind(before) == "count"
    whole = before.indicator if before is not None and counted else naming.topics.by_kind.get("share")
    goes_on = before is None or before.inherited.get("indicator") == ASKED
    tells = says(naming.items, right) or before is not None
    asked = _asked(naming) if whole is None and goes_on and tells else None
    if asked is not None or (whole is None and before is None and says(naming.items, right)):
        whole, counted = asked, True
    elif whole is None:
        whole = naming.topics.by_kind.get("value")
    if whole is None:
        return False
    draft.indicator = Phrase(whole.text, whole.parts, "indicator.whole")
    if (asked is not None or (counted and says(naming.items, right))) and naming.items[
        right[0]
    ].low not in phrase_words().cause:
        draft.indicator = whole.joined(phrase_of(draft, naming.items, right, "indicator.whole"), "indicator.whole")
    draft.inherited["indicator"] = FROM_BEFORE if asked is None else ASKED
    verb = max(1, phrase_size(naming.items, *right, phrase_words().answer))
    add_scope(draft, naming.items, (right[0] + verb, right[1]), "scope.share")
    return True


def _asked(naming: Naming) -> Phrase | None:
    """The many persons counted last, of whom a sentence without a count of its own tells: "Khảo sát 1.537 | công nhân
    |. Chỉ 8% nói đủ sống"; None where none were counted shortly before."""
    draft = naming.draft
    for other in reversed(naming.topics.values[-MOST_VALUES:]):
        number = other.quantity.number if other.quantity is not None else None
        if unit_kind(other) != "count" or not number or number < FEWEST_ASKED:
            continue
        near = draft.sentence.block_index - other.sentence.block_index <= MOST_BLOCKS
        return other.indicator if near and unit_code(other) in phrase_words().asked else None
    return None
