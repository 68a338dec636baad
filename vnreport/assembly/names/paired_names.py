"""Names figures of a paired list whose part leaves the head to the first one: "chỉ số ROA, | ROE | lần lượt …"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.phrases import add_scope, compose, phrase_of
from vnreport.lexicon.phrase_words import phrase_words


def name_paired(naming: Naming) -> bool:
    """Names the draft by its part behind the head of the list's first part; whether it did.

    A part with a head of its own, and a place or a body, are none.
    """
    draft, items, part = naming.draft, naming.items, naming.draft.paired_part
    if part is None or naming.headed is not None:
        return False
    if _name_by_measure(naming, part):
        return True
    if not draft.paired:
        return False
    opening = next((other.paired_part for other in reversed(naming.told) if other.paired == 0), None)
    headed = None if opening is None else naming.lexicon.heads.narrow(items, opening)
    if headed is None or opening is None or headed.head_end >= opening[1]:
        return False
    if any(item.low not in phrase_words().plural for item in items[opening[0] : headed.first]):
        return False
    text = draft.sentence.text
    short = part[1] - part[0] == opening[1] - headed.head_end == 1 and text[slice(*_span(naming, part))].isupper()
    if not short and naming.lexicon.parts.is_part(text, items, part):
        return False
    draft.indicator = compose(draft, items, [(headed.first, headed.head_end), part], "indicator.paired")
    return True


def _name_by_measure(naming: Naming, part: tuple[int, int]) -> bool:
    """Whether what is measured of the places or bodies of a list stands behind them: "Huế và Vinh theo sau | với số vốn
    | lần lượt là …"; names the draft by it, its own one is a scope."""
    draft, items = naming.draft, naming.items
    first, last = draft.subject
    link = next((index for index in range(last - 1, first, -1) if items[index].low == phrase_words().companion), None)
    headed = None if link is None else naming.lexicon.heads.narrow(items, (link + 1, last))
    if link is None or headed is None or headed.first != link + 1 or part[0] >= link:
        return False
    if " ".join(item.low for item in items[headed.first : headed.last]) in phrase_words().size:
        return False
    end = next(
        (index for index in range(part[0], min(part[1], link)) if items[index].kind == "cue"), min(part[1], link)
    )
    draft.indicator = phrase_of(draft, items, (headed.first, headed.last), "indicator.paired.measure")
    add_scope(draft, items, (part[0], end), "scope.paired")
    return True


def _span(naming: Naming, piece: tuple[int, int]) -> tuple[int, int]:
    """The stretch of text of an item range."""
    return naming.items[piece[0]].start, naming.items[piece[1] - 1].end
