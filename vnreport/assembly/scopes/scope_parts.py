"""The parts of a list of scopes, and the names found in them joined again where one goes on with the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.values import value

# Roles of cues that lead from one clause to the next.
LINKING = frozenset({"then", "part", "source"})
# The sort of names of persons, who are no bodies but may be what a figure is of.
PERSON = "PERSON"
# Signs that part a scope from the clause before it.
CLAUSE_SIGNS = frozenset(":;…")


@value(frozen=True, slots=True)
class Name:
    """The item range of a name; its sort, "" for words that open no name; whether a verb ends it; whether it is only
    the word that opens one ("sở") or a tier of places ("thị trấn"), and whether it tells of several ("các tỉnh")."""

    first: int
    last: int
    sort: str
    is_cut: bool
    is_bare: bool
    is_tier: bool
    is_plural: bool


def opening_of(items: Sequence[Item], first: int, last: int) -> int:
    """Where the last clause of the range starts that has words: behind its periods and signs."""
    words = phrase_words()
    for index in range(last - 2, first - 1, -1):
        leads = items[index].low == words.copula and items[index - 1].low in words.leading
        opens = items[index].kind == "period" or items[index].low in CLAUSE_SIGNS or leads
        if opens and any(item.kind == "word" for item in items[index + 1 : last]):
            return index + 1
    return first


def parts_of(items: Sequence[Item], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a list, apart at its commas and "và"."""
    conjunction = phrase_words().conjunction
    start = first
    for index in range(first, last):
        if items[index].depth == items[first].depth and items[index].low in {",", conjunction}:
            if index > start:
                yield start, index
            start = index + 1
    if start < last:
        yield start, last


def named_parts(items: Sequence[Item], first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a list that may name something, up to one that leads on to something else."""
    parts = [part for part in parts_of(items, first, last) if not _is_link(items, *part)]
    return parts[: next((n for n, part in enumerate(parts) if n and _leads_on(items, part[0])), len(parts))]


def _is_link(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether a part of a list only leads to the next: "trong khi đó, | khu vực ngoài đê"."""
    words = phrase_words()
    links = max(phrase_size(items, first, last, words.no_scope), phrase_size(items, first, last, words.separator))
    return links == last - first or all(item.role in LINKING for item in items[first:last])


def _leads_on(items: Sequence[Item], first: int) -> bool:
    """Whether a part opens with a word that leads on to something else: "toàn quốc, | với mức lương …"."""
    return items[first].low.split(" ")[0] == phrase_words().companion


def joined(names: Sequence[Name | None]) -> list[Name]:
    """Names with the parts of a list that only go on with them: "máy vi tính, linh kiện", "Bộ Y tế và Môi trường"."""
    found: list[Name] = []
    for name in names:
        if name is None:
            break
        before = found[-1] if found else None
        if before is not None and (before.sort == PERSON or (before.is_cut and not name.sort)):
            break
        if before is not None and not before.is_cut and continues(before, name):
            found[-1] = replace(before, last=name.last, is_cut=name.is_cut, is_bare=False, is_tier=False)
        else:
            found.append(name)
    return found


def continues(before: Name, name: Name) -> bool:
    """Whether a part of a list goes on with the name before it instead of naming one more."""
    if not name.sort or name.is_tier:
        return True
    return name.sort == "PROPER" and (before.sort == "ORG" or before.is_plural)
