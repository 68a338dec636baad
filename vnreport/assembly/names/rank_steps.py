"""Names changes of ranks by what ranks: "Lào tăng 6 bậc trong bảng xếp hạng cảng biển"."""

from __future__ import annotations

from vnreport.assembly.names.growth_abouts import ABOUT_RULE
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.told_rankings import (
    LIST_RULE,
    RANK,
    keep_ranking,
    ranking_around,
    ranking_before,
)
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import add_scope, phrase_of
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.assembly.sentences.topics import GROWTH
from vnreport.lexicon.phrase_words import phrase_words


def name_steps(naming: Naming) -> bool:
    """Names a change of a rank by the ranking that it is in: "tăng 3 bậc trong bảng xếp hạng chuyển đổi số".

    That told before it is of for a name alone: "Singapore xếp thứ 2; | Lào | tăng 6 bậc". Returns whether there is one.
    """
    draft, items = naming.draft, naming.items
    if not is_of_steps(draft):
        return False
    piece = ranking_around(items, draft.place)
    if piece is not None:
        draft.indicator = phrase_of(draft, items, piece, LIST_RULE)
        keep_ranking(naming, draft.indicator)
    elif (told := _told(naming)) is not None:
        draft.indicator, draft.inherited["indicator"] = told, FROM_BEFORE
    else:
        return False
    if naming.subject is not None and naming.headed is None:
        add_scope(draft, items, naming.subject, "scope.subject")
    return True


def _told(naming: Naming) -> Phrase | None:
    """The ranking told before, where the words before the change only name who moved; None for other words."""
    subject = naming.subject
    if subject is None or naming.headed is not None:
        return None
    words = naming.items[slice(*subject)]
    if not any(has_capital(item) for item in words) and words[-1].low not in phrase_words().demonstrative:
        # "Nộp thuế tăng 8 bậc, | cấp phép | giảm 1 bậc"
        return None
    if not naming.lexicon.parts.is_part(naming.draft.sentence.text, naming.items, subject):
        return None
    ranks = [other.indicator for other in naming.told if other.role == RANK or is_of_steps(other)]
    return next((name for name in reversed(ranks) if name is not None), None) or ranking_before(naming)


def keep_steps(naming: Naming) -> None:
    """Keeps what a change of a rank is told to be about for the ranks behind: "tăng 5 bậc về | năng lực cạnh tranh"."""
    draft, name = naming.draft, naming.draft.indicator
    if name is None or name.rule != ABOUT_RULE or not is_of_steps(draft):
        return
    (start, end), text = name.parts[0], draft.sentence.text
    keep_ranking(naming, Phrase(text[start:end], ((start, end),), LIST_RULE))


def is_of_steps(draft: Draft) -> bool:
    """Whether the draft tells by how many steps a rank changed."""
    quantity = draft.changes[0].quantity if draft.role == GROWTH and draft.changes else None
    return quantity is not None and quantity.code in phrase_words().rank_step
