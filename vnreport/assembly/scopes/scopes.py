"""Scopes as names: what the rules took for a scope, cut to the places, bodies and groups that its words name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnreport.assembly.scopes.scope_parts import PERSON, Name, continues, joined, named_parts, opening_of, parts_of
from vnreport.assembly.sentences.drafts import Draft, Phrase, SentenceItems
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.assembly.sentences.items import Item, closing
from vnreport.assembly.sentences.scope_words import (
    FREE,
    LONGEST_PHRASE,
    deed_at,
    ends_name,
    has_capital,
    is_before,
    is_deed,
    is_proper,
    is_source,
    is_verb,
    opens_sentence,
    phrase_at,
    phrase_size,
)
from vnreport.lexicon.cues import CueRow, Phrases
from vnreport.lexicon.load import read_rows
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.lexicon.verbs import known_verbs

# Rules that take whoever the words before a figure name; the others know that their words are of something.
LOOSE_RULES = frozenset({"scope.actor", "scope.subject"})
# Signs that a part of a list stands behind: "Cây màu: ngô 3.127 ha".
LISTING_SIGNS = frozenset(":;(")
# What the rules are called that look for names; an indicator that is a scope stays as it is.
NAMING_RULES = "scope."
# Rules whose scopes are parts of something, of any kind.
PART_RULES = frozenset({"scope.component", "scope.share"})
# Rules whose scopes are clauses: "loại trừ yếu tố giá".
CLAUSE_RULES = frozenset({"scope.condition"})
# Signs that may stand in a name: "TP. HCM", "Hà Nội - Lào Cai".
INNER_SIGNS = frozenset(".-–&/\"'“”")
LONGEST_BRACKET = 8
# Sorts of names that words can be of.
OWNERS = frozenset({"ORG", "PLACE", "PROPER"})
# Sorts of names that stand in one list.
LISTED = frozenset({"PLACE", "PROPER"})
# Sorts of names whose opening word may stand alone.
BARE_SORTS = frozenset({"ORG", "PLACE", "GROUP"})
# The lexicon row of the openers of parts that are places.
PLACE_ROW = "part.place"


class ScopeNames:
    """Cuts scopes to names; holds the lexicon, no state of a document."""

    def __init__(self, heads: HeadFinder) -> None:
        self._heads = heads
        self._openers = Phrases((*read_rows("scope_kinds", CueRow), *read_rows("parts", CueRow)))

    def tidy(self, draft: Draft) -> None:
        """Replaces the draft's scopes by the names in them."""
        draft.scope = [name for phrase in draft.scope for name in self.names(draft.sentence, phrase)]

    def names(self, sentence: SentenceItems, phrase: Phrase) -> list[Phrase]:
        """The names in a scope of the sentence; the scope itself where it is a clause or from elsewhere."""
        if not phrase.rule.startswith(NAMING_RULES) or phrase.rule in CLAUSE_RULES or len(phrase.parts) != 1:
            return [phrase]
        piece = range_of(sentence, *phrase.parts[0])
        if piece is None:
            return [phrase]
        found = self._names(sentence.items, *piece, phrase.rule)
        return [phrase_of_name(sentence, name, phrase.rule) for name in found]

    def owner(self, draft: Draft) -> Phrase | None:
        """The body or place that the draft's name says it is of, or None: "doanh thu của | Ngân hàng Sao Mai"."""
        phrase = draft.indicator
        piece = None if phrase is None else range_of(draft.sentence, *phrase.parts[-1])
        if phrase is None or piece is None:
            return None
        items = draft.sentence.items
        for index in range(piece[1] - 1, piece[0], -1):
            whole = items[index].low in phrase_words().whole
            if whole or items[index].low == phrase_words().of or items[index].low in phrase_words().place:
                # "đàn lợn | cả nước", "doanh thu của | Ngân hàng Sao Mai"
                name = self._name(items, index if whole else index + 1, piece[1], is_loose=True)
                if name is not None and name.sort and not name.is_bare and (not whole or name.sort == "PLACE"):
                    return phrase_of_name(draft.sentence, name, phrase.rule)
        return None

    def measures(self, items: Sequence[Item], index: int) -> bool:
        """Whether words that can head an indicator start at the item, and no name: "CPI"."""
        return self._heads.starts(items, index)

    def named_at(self, items: Sequence[Item], first: int, last: int) -> Name | None:
        """The name that an item range opens with, whoever tells or does something behind it; None for none."""
        name = self._name(items, first, last, is_loose=True)
        return name if name is not None and name.sort and not name.is_bare else None

    def listed_at(self, items: Sequence[Item], first: int, last: int, rule: str) -> list[Name]:
        """The names that an item range opens with: one, or several of a list; what a rule of that name would take."""
        found: list[Name] = []
        for part in parts_of(items, first, last):
            name = self._name(items, *part, is_loose=True)
            before = found[-1] if found else None
            if name is None or (before is None and (not name.sort or self._is_junk(items, name, rule))):
                break
            named = name.sort or has_capital(items[name.first])
            if before is None:
                found.append(name)
            elif before.is_cut or not named:
                break
            elif continues(before, name):
                found[-1] = replace(before, last=name.last, is_cut=name.is_cut, is_bare=False, is_tier=False)
            elif before.sort in LISTED and name.sort in LISTED:
                found.append(name)
            else:
                break
        return found

    def _names(self, items: Sequence[Item], first: int, last: int, rule: str) -> list[Name]:
        """The names in an item range that a rule took for a scope."""
        is_loose = rule in LOOSE_RULES
        parts = named_parts(items, opening_of(items, first, last), last)
        found = joined([self._name(items, *part, is_loose=is_loose) for part in parts])
        named = [name for name in found if name.sort]
        if len(named) < len(found):
            named = found[-1:] if found[-1].is_cut else [] if rule in PART_RULES and not found[0].sort else named
        if not named and found:
            owner = self._owner(items, found[0].first, last) if is_loose else None
            whole = found[0] if found[0].is_cut else found[-1]
            named = [owner or Name(found[0].first, whole.last, "", False, False, False, False)]
        return [name for name in named if not self._is_junk(items, name, rule)]

    def _owner(self, items: Sequence[Item], first: int, last: int) -> Name | None:
        """The body or place that words say they are of, or None: "mạng lưới của | Ngân hàng Sao Mai"."""
        for index in range(last - 1, first, -1):
            if items[index].low in phrase_words().owning and not items[index].is_inner:
                name = self._name(items, index + 1, last, is_loose=True)
                if name is not None and name.sort in OWNERS and not name.is_bare:
                    return name
        headed = self._heads.narrow(items, (first, last))
        if headed is not None and headed.first == first and headed.head_end < last:
            name = self._name(items, headed.head_end, last, is_loose=True)
            return name if name is not None and name.sort and not name.is_bare else None
        return None

    def _is_junk(self, items: Sequence[Item], name: Name, rule: str) -> bool:
        """Whether no reader would take the words for a scope."""
        words, opener, is_loose = phrase_words(), items[name.first], rule in LOOSE_RULES
        if name.sort != "PLACE" and (is_source(items, name.last) or _speaks(items, name)):
            return True
        if " ".join(item.low for item in items[name.first : name.last]) in words.hollow:
            return rule not in PART_RULES
        if name.sort:
            return False
        alone = name.last == name.first + 1 and " " not in opener.low
        listed = name.first > 0 and items[name.first - 1].low in LISTING_SIGNS
        if alone and ((is_loose and not listed) or opener.low in words.preposition or opener.low in words.no_noun):
            return True
        empty = phrase_size(items, name.first, name.last, words.no_scope)
        if empty and empty >= phrase_size(items, name.first, name.last, words.one):
            return rule not in PART_RULES
        headed = self._heads.starts(items, name.first)
        return (is_loose and headed) or (not headed and self._is_deed(items, name, rule))

    def _is_deed(self, items: Sequence[Item], name: Name, rule: str) -> bool:
        """Whether words that open no name are a verb ("giao"), or one with its object that no part is ("chờ vốn")."""
        first, last = name.first, name.last
        if has_capital(items[first]) and not opens_sentence(items, first):
            return False
        if is_deed(items, first, last):
            return True
        return rule not in PART_RULES and phrase_at(items, first, last, phrase_words().predicate, known_verbs())

    def _name(self, items: Sequence[Item], first: int, last: int, *, is_loose: bool) -> Name | None:
        """The name that opens a part of a scope; None where a verb or nothing does."""
        words = phrase_words()
        while (
            first < last and is_before(items, first, last, is_loose=is_loose) and self._sort(items, first, last)[1] < 2
        ):
            first += 1
        start = first
        while first < last and (
            size := 1 if items[first].kind == "quantity" else phrase_size(items, first, last, words.one)
        ):
            first += size
        if first == last:
            return None
        sort, size = self._sort(items, first, last)
        named = sort or (has_capital(items[first]) and not opens_sentence(items, first))
        if is_loose and not named and (deed_at(items, first, last) or phrase_at(items, first, last, words.closer)):
            return None
        stop, is_cut = self._end(items, first + size, last, sort if is_loose else sort or FREE)
        alone = sort in BARE_SORTS and stop == first + 1 and " " not in items[first].low
        is_bare = alone and not is_proper(items, first, last)
        is_tier = " ".join(item.low for item in items[first:stop]) in words.tier
        return Name(start, stop, sort, is_cut, is_bare, is_tier, start < first or items[first].low in words.plural)

    def _sort(self, items: Sequence[Item], first: int, last: int) -> tuple[str, int]:
        """What a name that starts at the item is, and how many items open it."""
        if first + 1 < last and items[first].low in phrase_words().person and has_capital(items[first + 1]):
            return PERSON, 1
        if not self._openers.opens(items[first].low.partition(" ")[0]):
            return ("PROPER", 1) if is_proper(items, first, last) else ("", 1)
        ahead = [
            (syllable, place)
            for place in range(first, min(last, first + LONGEST_PHRASE))
            for syllable in (items[place].low.split() or [""])
        ]
        found = self._openers.match([syllable for syllable, _ in ahead], 0)
        if found is not None:
            stop = ahead[found[0] - 1][1] + 1
            if stop - first > 1 and all(has_capital(item) for item in items[first:stop]):
                return "PROPER", stop - first
            if stop == last or not items[stop].is_inner:
                return found[1].role or ("PLACE" if found[1].id == PLACE_ROW else "GROUP"), stop - first
        return ("PROPER", 1) if is_proper(items, first, last) else ("", 1)

    def _end(self, items: Sequence[Item], opened: int, last: int, sort: str) -> tuple[int, bool]:
        """Where the name ends whose opening words end at `opened`, and whether a verb does it."""
        index, words = opened, phrase_words()
        while index < last and (after := self._after(items, opened, index, last, sort)) is not None:
            if items[index].low in words.demonstrative:
                return after, True
            if sort == "PROPER" and items[index].kind == "word" and self._sort(items, index, last)[0] == "ORG":
                sort = "ORG"
            index = after
        is_cut = index < last and items[index].kind in {"word", "cue"}
        while index > opened and items[index - 1].low != ")" and _hangs(items[index - 1]):
            index -= 1
        return index, is_cut

    def _ends_owner(self, items: Sequence[Item], index: int, sort: str) -> bool:
        """Whether a place or what is measured starts behind the capital that a name ends in: "TP. HCM | số vốn"."""
        if has_capital(items[index]) or not ends_name(items, index):
            return False
        return (sort != "PLACE" and items[index].low in phrase_words().place) or self._heads.starts(items, index)

    def _after(self, items: Sequence[Item], opened: int, index: int, last: int, sort: str) -> int | None:
        """The item behind the one at `index` where that goes on with the name, None where the name ends before it."""
        item = items[index]
        if item.low == "(":
            close = closing(items, index, min(last, index + LONGEST_BRACKET))
            return None if close is None else close + 1
        if item.kind == "punct":
            after = items[index + 1] if item.low in INNER_SIGNS and index + 1 < last else None
            goes_on = after is not None and (has_capital(after) or _is_numbered(items, index))
            return index + 1 if goes_on else None
        if item.kind not in {"word", "cue"} or is_verb(items, opened, index, last, sort):
            return None
        if sort in OWNERS and self._ends_owner(items, index, sort):
            return None
        if sort in {"PROPER", PERSON}:
            goes_on = has_capital(item) or item.is_inner or item.low in phrase_words().preposition
            return index + 1 if goes_on or self._sort(items, index, last)[0] in OWNERS else None
        return index + 1


def _hangs(item: Item) -> bool:
    """Whether nothing can end in the item: "tỉnh | qua", "sở |,", but "xã Bản Qua"."""
    return not item.is_name and (item.low in phrase_words().preposition or item.kind == "punct" or item.role != "")


def _is_numbered(items: Sequence[Item], index: int) -> bool:
    """Whether the sign at the item only joins a number to a name: "Covid | - | 19"."""
    before, sign, after = items[index - 1 : index + 2]
    joined = before.end == sign.start and sign.end == after.start
    return sign.low == "-" and joined and after.low.isdigit() and has_capital(before)


def _speaks(items: Sequence[Item], name: Name) -> bool:
    """Whether a name opens a sentence as who says what stands behind its colon: "Bộ Y tế: 93% dân số …"."""
    ruling = phrase_size(items, name.first, name.last, phrase_words().ruling)
    return bool(ruling) and not name.first and name.last < len(items) and items[name.last].low == ":"


def range_of(sentence: SentenceItems, start: int, end: int) -> tuple[int, int] | None:
    """The items between two offsets, None where they are not in the sentence."""
    found = [index for index, item in enumerate(sentence.items) if item.start >= start and item.end <= end]
    return (found[0], found[-1] + 1) if found else None


def phrase_of_name(sentence: SentenceItems, name: Name, rule: str) -> Phrase:
    """The quoted phrase of a name."""
    start, end = sentence.items[name.first].start, sentence.items[name.last - 1].end
    return Phrase(sentence.text[start:end], ((start, end),), rule)
