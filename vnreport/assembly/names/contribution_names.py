"""Names contributions: what they are to, else whose they are."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.links import is_percent
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import add_scope, compose, phrase_of
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues inside what a contribution is to: "vào mức tăng chung".
WITHIN = frozenset({"growth", "soft", "up"})
# What the contributions told so far are to, in the topics; and the rule of all their names.
TOLD, RULE = "contribution", "indicator.contribution"


def name_contribution(naming: Naming) -> None:
    """ "đóng góp 0,4 điểm phần trăm vào mức tăng chung": what it is to, said behind it or of the contribution before.

    Where nothing says so it is the contribution of the subject, or of what the figure before is about.
    """
    draft, items, subject = naming.draft, naming.items, naming.subject
    cue = draft.cue if draft.cue is not None else draft.place
    noun = (cue, cue + 1)
    before = naming.before
    about = None if subject is not None or before is None else before.scope[0] if before.scope else before.indicator
    if subject is not None:
        add_scope(draft, items, subject, "scope.subject")
    elif about is not None:
        draft.scope.append(about)
    own = phrase_of(draft, items, noun, RULE)
    aim = _aim(naming)
    if aim is not None:
        draft.indicator = compose(draft, items, [noun, aim], RULE)
        naming.topics.by_kind[TOLD] = draft.indicator
    elif (told := _told(naming)) is not None:
        draft.indicator, draft.inherited["indicator"] = told, FROM_BEFORE
    elif subject is not None:
        draft.indicator = compose(draft, items, [noun, subject], RULE)
    else:
        draft.indicator = own if about is None else own.joined(about, RULE, by=f" {phrase_words().of} ")


def _aim(naming: Naming) -> tuple[int, int] | None:
    """What the figure says that it is to: "vào mức tăng chung", "cho tăng trưởng"; of a percentage any words."""
    items, place = naming.items, naming.draft.place
    first = place + 1
    if first >= len(items):
        return None
    words, opener = phrase_words(), items[first].low.partition(" ")[0]
    if opener not in words.contributed:
        direct = is_percent(items[place]) and opener not in words.preposition
        stop = right_stop(items, place) if direct else first
        return (first, stop) if stop > first else None
    stop = first + 1
    while stop < len(items) and (items[stop].kind == "word" or items[stop].role in WITHIN):
        stop += 1
    return (first, stop) if stop > first + 1 or " " in items[first].low else None


def _told(naming: Naming) -> Phrase | None:
    """What the contribution before in the sentence is to."""
    before = naming.told
    told = naming.topics.by_kind.get(TOLD)
    return told if any(other.indicator is told for other in before) else None
