"""Names growths by what is told behind their amounts: "công ty tăng 13% về doanh thu và 20% về lợi nhuận"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport.assembly.sentences.clauses import starts_measured, words_about
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import CHANGES
from vnreport.assembly.sentences.phrases import add_scope, phrase_of
from vnreport.assembly.sentences.topics import GROWTH
from vnreport.lexicon.phrase_words import phrase_words

if TYPE_CHECKING:
    from vnreport.assembly.names.naming import Naming

# The rule of a name that stands behind the amount of a growth.
ABOUT_RULE = "indicator.growth.about"


def name_about(naming: Naming) -> bool:
    """Whether "về …" behind the amount says what of the subject grew; names the growth by both.

    A body ("công ty tăng 13% | về doanh thu") is a scope. The next of a list is of the same subject.
    """
    draft, items = naming.draft, naming.items
    about = _said_about(naming)
    if about is None:
        return False
    name = phrase_of(draft, items, about, ABOUT_RULE)
    if draft.about:
        before = naming.before
        told = before.indicator if before is not None and before.role == GROWTH else None
        if told is None or told.rule != ABOUT_RULE or before is None:
            return False
        draft.scope.extend(before.scope)
        whose = Phrase(told.text[told.parts[0][1] - told.parts[0][0] + 1 :], told.parts[1:], ABOUT_RULE)
        draft.indicator = name.joined(whose, ABOUT_RULE) if whose.parts else name
        return True
    subject = naming.subject
    if subject is None:
        return False
    if naming.headed is None and naming.lexicon.parts.is_body(items, subject):
        add_scope(draft, items, subject, "scope.subject")
        draft.indicator = name
        return True
    draft.indicator = name.joined(phrase_of(draft, items, subject, ABOUT_RULE), ABOUT_RULE)
    return True


def _said_about(naming: Naming) -> tuple[int, int] | None:
    """The words behind "về" right behind the amount of a rise or fall that name something measured; None for none.

    Neither a level ("giảm 5% về | mức 6%") nor a place ("tăng 5% về | TP HCM") does; what was ranked needs no measure.
    """
    draft, items, words = naming.draft, naming.items, phrase_words()
    first = draft.place + 1
    if first + 1 >= len(items) or items[first].low != words.about or draft.changes[0].direction not in CHANGES:
        return None
    about = words_about(items, draft.place)
    if about is None or (about[1] < len(items) and items[about[1]].kind == "quantity"):
        return None
    said = " ".join(item.low for item in items[slice(*about)])
    steps = draft.changes[0].quantity is not None and draft.changes[0].quantity.code in words.rank_step
    measured = starts_measured(items, about[0]) or naming.lexicon.heads.starts(items, about[0])
    told = steps or measured or said in words.worth_name | words.amount_name
    return about if told and said not in words.in_numbers else None
