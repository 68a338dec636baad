"""The full names of bodies and places that a scope names by their first word alone: "Sở đã cấp …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnreport.assembly.scopes.scopes import NAMING_RULES, ScopeNames, phrase_of_name
from vnreport.assembly.sentences.drafts import Draft, Phrase, SentenceItems
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import has_capital, phrase_size
from vnreport.lexicon.phrase_words import phrase_words

# The rule of the names that are looked for.
NAME_RULE = "scope.actor"


def set_full_names(drafts: Sequence[Draft], sentences: Sequence[SentenceItems], names: ScopeNames) -> None:
    """Replaces the scopes that are but the first word of a name by the last such name told before them."""
    if not any(_opener(phrase) for draft in drafts for phrase in draft.scope):
        return
    told = [found for sentence in sentences for found in _names_of(sentence, names)]
    for draft in drafts:
        draft.scope = [_full(phrase, told) for phrase in draft.scope]


def _full(phrase: Phrase, told: Sequence[tuple[str, Phrase]]) -> Phrase:
    """The last of the names told before the scope that opens with its word, or the scope itself."""
    opener = _opener(phrase)
    if not opener:
        return phrase
    before = [name for first, name in told if first == opener and name.parts[0][0] < phrase.parts[0][0]]
    return replace(before[-1], rule=phrase.rule) if before else phrase


def _opener(phrase: Phrase) -> str:
    """The word that a scope is, without "này" behind it; "" for one that is more, or no such word."""
    words = phrase_words()
    if not phrase.rule.startswith(NAMING_RULES) or len(phrase.parts) != 1:
        return ""
    text = phrase.text.lower()
    for last in words.demonstrative:
        text = text.removesuffix(f" {last}")
    return text if text in words.anaphoric else ""


def _names_of(sentence: SentenceItems, names: ScopeNames) -> Iterator[tuple[str, Phrase]]:
    """The names in the sentence that open with such a word, each with it."""
    items, openers = sentence.items, phrase_words().anaphoric
    for index, item in enumerate(items):
        size = phrase_size(items, index, len(items), openers) if item.kind == "word" else 0
        if not size or index + size >= len(items) or not has_capital(items[index + size]):
            continue
        found = names.listed_at(items, index, len(items), NAME_RULE)
        last = found[0].last if found else index
        if last > index + size and not _is_person(items, index, index + size, last):
            opener = " ".join(word.low for word in items[index : index + size])
            yield opener, phrase_of_name(sentence, found[0], NAME_RULE)


def _is_person(items: Sequence[Item], index: int, first: int, last: int) -> bool:
    """Whether the name is of who heads the place: "Chủ tịch UBND tỉnh | Tạ Văn Long"."""
    words = phrase_words()
    named = items[first].low in words.family_name and last - first > 2
    return named and index > 0 and items[index - 1].low in words.office
