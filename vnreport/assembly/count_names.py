"""Names counts: the counted noun with the words that complete it."""

from __future__ import annotations

from vnreport.assembly.bare_counts import name_bare
from vnreport.assembly.naming import LONGEST_ACTOR, Naming
from vnreport.assembly.phrases import add_scope, place_tail
from vnreport.lexicon.phrase_words import phrase_words


def name_count(naming: Naming, stop: int) -> None:
    """A count: a headed subject of a level verb, the noun with its words, or the noun alone."""
    draft, items, subject, headed = naming.draft, naming.items, naming.subject, naming.headed
    cue = items[draft.cue].role if draft.cue is not None else ""
    has_words = stop > draft.place + 1
    if draft.place and items[draft.place - 1].low == phrase_words().of:
        # "Tổng số lỗ của 10 nhà máy là …": the words before name another figure.
        naming.headed = naming.subject = headed = subject = None
    if (
        headed is not None
        and cue in {"level", "to"}
        and (not has_words or items[headed.first].low != phrase_words().have)
    ):
        naming.set_headed(headed)
    elif has_words:
        unit = draft.quantity.unit if draft.quantity is not None else None
        start = unit.start if unit is not None and unit.end > unit.start else items[draft.place + 1].start
        counted = place_tail(draft, items, (draft.place, stop), "indicator.counted", start=start)
        if not counted.text:
            # "47 trẻ chưa tiêm, 5 | tại xã": only a place stands behind the figure.
            name_bare(naming)
            return
        draft.indicator = counted
        if subject is not None and subject[1] - subject[0] <= LONGEST_ACTOR:
            add_scope(draft, items, subject, "scope.actor")
    else:
        name_bare(naming)
