"""Shares whose size is told before their figure: "vay vốn | chiếm tỷ trọng lớn nhất trong tổng nợ, với 46%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport.assembly.names.naming import RIGHT_RULE
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.phrases import place_tail
from vnreport.assembly.sentences.subjects import subject_pieces
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.lexicon.phrase_words import phrase_words

if TYPE_CHECKING:
    from vnreport.assembly.names.naming import Naming

# Items from "chiếm tỷ trọng" to its figure.
LONGEST_SIZE = 16
# Words that tell how large the share is: "lớn nhất".
MOST_WORDS = 3


def set_dominant(naming: Naming) -> None:
    """Makes a share of a percentage before which "chiếm tỷ trọng" is told, with a sign or "với" between."""
    draft, items = naming.draft, naming.items
    if draft.role != "value" or unit_kind(draft) != "percent":
        return
    cue = None
    for index in range(draft.place - 1, max(draft.subject[0], draft.place - LONGEST_SIZE) - 1, -1):
        if items[index].kind == "quantity":
            return
        if items[index].role == "share":
            cue = index if " " in items[index].low else None
            break
    pieces = [] if cue is None or not _ends_size(naming, cue) else subject_pieces(items, draft.subject[0], cue)
    if cue is None or not pieces:
        return
    draft.role, draft.cue, naming.subject = "share", cue, pieces[-1]
    naming.headed = naming.lexicon.heads.narrow(items, pieces[-1])


def _ends_size(naming: Naming, cue: int) -> bool:
    """Whether but a word or two tells the size of the share: "chiếm tỷ trọng | lớn nhất | trong", "| cao nhất | :"."""
    items, words = naming.items, phrase_words()
    for item in items[cue + 1 : min(cue + 2 + MOST_WORDS, naming.draft.place)]:
        if item.kind == "punct" or item.low in {words.within, words.companion}:
            return True
        if item.kind != "word" and item.role != "soft":
            return False
    return False


def whole_between(naming: Naming) -> Phrase | None:
    """The whole that stands between "chiếm tỷ trọng" and the figure: "cao | trong | giá thành tour, ở mức 40%"."""
    draft, items = naming.draft, naming.items
    first = draft.place if draft.cue is None else draft.cue + 1
    within = next((index for index in range(first, draft.place) if items[index].low == phrase_words().within), None)
    if within is None:
        return None
    last = within + 1
    while last < draft.place and items[last].kind == "word":
        last += 1
    return place_tail(draft, items, (within + 1, last), RIGHT_RULE) if last > within + 1 else None
