"""Parts of a sum or a measure that what is told behind them sets apart: "dư nợ 3.500 tỷ, trong đó 900 tỷ | quá hạn"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport.assembly.names.wholes import PART_RULE, whole_of_part
from vnreport.assembly.sentences.actors import is_auxiliary
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import add_scope, phrase_of
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import SUMMED
from vnreport.lexicon.phrase_words import phrase_words

if TYPE_CHECKING:
    from vnreport.assembly.names.naming import Naming

# Items of what is told of a part that its name takes in.
LONGEST_TOLD = 6


def name_told_part(naming: Naming, right: tuple[int, int]) -> bool:
    """Whether a verb behind a figure with no subject tells of a part of the larger one before; names it by that."""
    draft, items, words = naming.draft, naming.items, phrase_words()
    if unit_kind(draft) not in SUMMED or naming.subject is not None:
        return False
    opener = items[right[0]]
    told = (
        is_auxiliary(opener)
        or opener.role == "tense"
        or opener.low in words.told
        or opener.low.partition(" ")[0] == words.have
    )
    if not told and not phrase_at(items, *right, words.state, words.lying):
        return False
    whole = whole_of_part(draft, naming.topics.values)
    if whole is None or whole.indicator is None:
        return False
    first = right[0] if items[right[0] - 1].role != "soft" else right[0] - 1
    last = next((index for index in range(*right) if items[index].low == ","), right[1])
    own = phrase_of(draft, items, (first, last), PART_RULE)
    joined = last - right[0] <= LONGEST_TOLD
    draft.indicator = whole.indicator.joined(own, PART_RULE) if joined else whole.indicator
    draft.inherited["indicator"] = FROM_BEFORE
    draft.scope.extend(whole.scope)
    if not joined:
        add_scope(draft, items, (right[0], last), "scope.told")
    return True
