"""Names taken from a figure of another place: "khách đến từ Nga đạt 9 nghìn lượt, | Anh | 4 nghìn lượt"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.scopes.scopes import LISTED, ScopeNames, range_of
from vnreport.assembly.sentences.drafts import Draft, Phrase

# What the rules are called that take the name of a figure before.
TAKEN = "indicator.inherited"


def set_own_places(drafts: Sequence[Draft], names: ScopeNames) -> None:
    """Puts each draft's own place into the name that it takes from a figure of another: "khách đến từ | Anh"."""
    sources: dict[tuple[tuple[int, int], ...], Draft] = {}
    for draft in drafts:
        name = draft.indicator
        if name is None:
            continue
        if not name.rule.startswith(TAKEN):
            sources[name.parts] = draft
            continue
        source = sources.get(name.parts)
        own = None if source is None else _own_place(draft, name, names)
        start = None if source is None or own is None else _place_in(source, name, names)
        if own is not None and start is not None:
            draft.indicator = _swapped(name, start, own)


def _own_place(draft: Draft, name: Phrase, names: ScopeNames) -> Phrase | None:
    """The one name in the draft's scopes, where it is a place that is told behind the draft's name."""
    if len(draft.scope) != 1:
        return None
    phrase, sentence = draft.scope[0], draft.sentence
    piece = range_of(sentence, *phrase.parts[0])
    if piece is None or phrase.parts[0][0] < name.parts[-1][1] or phrase.parts[-1][1] > sentence.end:
        return None
    found = names.named_at(sentence.items, *piece)
    return phrase if found is not None and found.sort in LISTED and name.text.find(phrase.text) < 0 else None


def _place_in(source: Draft, name: Phrase, names: ScopeNames) -> int | None:
    """Where the place starts that the name of the source ends in, behind "từ"."""
    piece = range_of(source.sentence, *name.parts[-1])
    if piece is None:
        return None
    items = source.sentence.items
    for index in range(piece[1] - 1, piece[0], -1):
        if items[index - 1].role == "from":
            found = names.named_at(items, index, piece[1])
            return items[index].start if found and found.sort in LISTED and found.last == piece[1] else None
    return None


def _swapped(name: Phrase, start: int, own: Phrase) -> Phrase:
    """The name with a place in the stead of what it ends in from the offset on."""
    opened, end = name.parts[-1]
    text = f"{name.text[: len(name.text) - (end - start)]}{own.text}"
    return Phrase(text, (*name.parts[:-1], (opened, start - 1), *own.parts), name.rule)
