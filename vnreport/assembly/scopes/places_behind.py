"""Places and bodies told between a name and its figure: "tỷ lệ béo phì | ở Thái Lan | đã tăng 20%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnreport.assembly.scopes.carried_scopes import is_name
from vnreport.assembly.scopes.openings import SCENE_RULE, SCENES, is_told
from vnreport.assembly.scopes.scopes import ScopeNames, phrase_of_name
from vnreport.assembly.sentences.drafts import TABLE, Draft, Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import deed_at
from vnreport.lexicon.phrase_words import phrase_words


def add_places_behind(drafts: Sequence[Draft], names: ScopeNames) -> None:
    """Adds to each draft whom or where the words behind its name say that it is of, where no scope says so yet."""
    for draft in drafts:
        if draft.indicator is not None and draft.sentence.block != TABLE:
            told = [phrase.text.lower() for phrase in draft.scope]
            for phrase in _behind(draft, draft.indicator, names):
                said = is_told(phrase, draft) or any(text in phrase.text.lower() for text in told)
                if is_name(phrase) and not said:
                    draft.scope.append(phrase)


def _behind(draft: Draft, name: Phrase, names: ScopeNames) -> Iterator[Phrase]:
    """The last names between the draft's own and its figure that "ở", "tại" or "do" stand before."""
    items, end, words = draft.sentence.items, name.parts[-1][1], phrase_words()
    if not draft.sentence.start <= end <= draft.sentence.end:
        return
    for index in range(draft.place - 1, 0, -1):
        if items[index].start < end or items[index].kind == "quantity":
            return
        placed, done = items[index].low in words.place, items[index].low == words.doer
        found = names.listed_at(items, index + 1, draft.place, SCENE_RULE) if placed or done else []
        meant = found and (placed or _acts(items, found[-1].last, draft.place))
        if meant and all(each.sort in SCENES and not each.is_bare for each in found):
            yield from (phrase_of_name(draft.sentence, each, SCENE_RULE) for each in found)
            return


def _acts(items: Sequence[Item], index: int, place: int) -> bool:
    """Whether a verb of doing stands at the item: "do ngành Thuế | thực hiện", but "do xăng | tăng"."""
    return index < place and (items[index].role == "have" or deed_at(items, index, place))
