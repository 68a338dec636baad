"""The holiday that a bonus is given for, told before its noun alone: "thưởng Tết …. | Mức thưởng | là 9 triệu"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import HOLIDAY, PRICES
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.bonus"


def add_holidays(drafts: Sequence[Draft]) -> None:
    """Adds the holiday whose period a sum has to its name, where that says only that it is a bonus."""
    for draft in drafts:
        name, mention = draft.indicator, draft.mention
        if name is None or mention is None or mention.shape != HOLIDAY or unit_kind(draft) not in PRICES:
            continue
        if name.text.lower() in phrase_words().bonus:
            span = (mention.start, mention.end)
            draft.indicator = name.joined(Phrase(draft.sentence.text[slice(*span)], (span,), RULE), RULE)
