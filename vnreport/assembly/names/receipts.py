"""Names sums that somebody gets by what the text before tells of: "Lương đều giảm. Kế toán nhận | 6 triệu đồng"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.told_heads import told_head
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import add_scope
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import MONEY, is_rate_of_money, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.received"
# Items of the longest verb of getting: "được nhận".
LONGEST_VERB = 3
# The role of "theo", which opens what the sum is by: "theo kế hoạch".
BY = "source"


def name_received(naming: Naming) -> bool:
    """Whether the words before a sum only tell who gets it; names it by what a sentence before measures then, the
    nearest without figures first, and who gets it is a scope."""
    draft, items, subject = naming.draft, naming.items, naming.subject
    if subject is None or naming.headed is not None or right_stop(items, draft.place) > draft.place + 1:
        return False
    if unit_kind(draft) != MONEY and not is_rate_of_money(draft):
        return False
    verb = _verb_at_end(items, subject)
    if any(naming.lexicon.heads.starts(items, index) for index in range(*subject)):
        # "những người có | thu nhập | thấp được nhận 2 triệu đồng"
        return False
    name = None if verb is None else told_head(naming) or naming.topics.known(draft)
    if verb is None or name is None:
        return False
    by = next((index for index in range(subject[0], verb) if items[index].role == BY), verb)
    who = trim(items, subject[0], by)
    if who is not None:
        add_scope(draft, items, who, "scope.actor")
    draft.indicator, draft.inherited["indicator"] = Phrase(name.text, name.parts, RULE), FROM_BEFORE
    return True


def _verb_at_end(items: list[Item], subject: tuple[int, int]) -> int | None:
    """Where the verb of getting begins that the subject ends in, with words before it; None without."""
    first, last = subject
    for index in range(max(first + 1, last - LONGEST_VERB), last):
        if " ".join(item.low for item in items[index:last]) in phrase_words().receiving:
            return index
    return None
