"""Joins single periods with the words around them: "tính đến hết …", "từ … đến …", "kể từ …", "sau ngày …"."""

from __future__ import annotations

from dataclasses import replace

from vnreport.grammar.period_words import PeriodWords
from vnreport.grammar.values import PeriodMention
from vnreport.lexicon.periods import PatternRow

LEAD = frozenset({"lead"})
APPLIED = frozenset({"as_of", "open", "since", "deadline"})
FRAMES = APPLIED | {"drop", "keep"}
FROM = frozenset({"open", "since"})
MOST_LEADS = 3  # "rạng sáng ngày"
POINTS = frozenset({"day", "week", "month", "quarter", "half", "year", "current", "previous", "now"})

CITABLE = frozenset({"day", "year"})

Atom = tuple[PeriodMention, PatternRow]


def join(text: str, atoms: list[Atom], words: PeriodWords) -> list[PeriodMention]:
    """The mentions in order: intervals, framed periods and plain atoms; framed-only atoms without a frame left out."""
    atoms = [(_with_lead(text, atom, _floor(atoms, index), words), row) for index, (atom, row) in enumerate(atoms)]
    mentions: list[PeriodMention] = []
    index = 0
    while index < len(atoms):
        atom, row = atoms[index]
        if atom.shape in CITABLE and words.is_cited(text, atom.start):
            index += 1
            continue
        floor = mentions[-1].end if mentions else 0
        found = words.frames.before(text, atom.start, atom.shape, FRAMES)
        start, effect = (found[0], found[1].effect) if found is not None and found[0] >= floor else (atom.start, "")
        following = atoms[index + 1] if index + 1 < len(atoms) else None
        joined = _interval(text, atom, start, effect, following, words)
        if joined is not None:
            mentions.append(joined)
            index += 2
            continue
        mention = _framed(atom, row, start, effect)
        if mention is not None:
            mentions.append(mention)
        index += 1
    return mentions


def _floor(atoms: list[Atom], index: int) -> int:
    """Where the atom before this one ends."""
    return atoms[index - 1][0].end if index else 0


def _with_lead(text: str, atom: PeriodMention, floor: int, words: PeriodWords) -> PeriodMention:
    """The atom with the words that belong to it in front: "rạng sáng ngày 5/9"."""
    for _ in range(MOST_LEADS):
        found = words.frames.before(text, atom.start, atom.shape, LEAD)
        if found is None or found[0] < floor:
            break
        atom = replace(atom, start=found[0])
    return atom


def _interval(
    text: str, atom: PeriodMention, start: int, effect: str, following: Atom | None, words: PeriodWords
) -> PeriodMention | None:
    """The interval of two periods with "đến" or a dash between them, or None.

    Without "từ" before the first, both must be of one shape, or the second must be now.
    """
    if following is None or (effect and effect not in FROM) or atom.shape not in POINTS:
        return None
    last = following[0]
    gap = " ".join(text[atom.end : last.start].split())
    if last.shape not in POINTS or gap not in words.frames.between:
        return None
    if effect not in FROM and (atom.shape == "now" or (last.shape != atom.shape and last.shape != "now")):
        return None
    rule = f"{words.frames.between[gap].id}+{atom.rule}+{last.rule}"
    return PeriodMention(start, last.end, "interval", rule, parts=(atom, last))


def _framed(atom: PeriodMention, row: PatternRow, start: int, effect: str) -> PeriodMention | None:
    """The atom with its frame applied; None where the frame or its absence makes it no period."""
    if effect == "drop" or (row.framed and effect not in APPLIED):
        return None
    if effect not in APPLIED or atom.shape not in POINTS:
        return atom
    if atom.day_to is not None or atom.month_to is not None:
        return replace(atom, start=start) if effect in FROM else atom
    if effect == "since" or (effect == "open" and _is_this_start(atom)):
        now = PeriodMention(atom.end, atom.end, "now", atom.rule)
        return PeriodMention(start, atom.end, "interval", atom.rule, open_end=True, parts=(atom, now))
    if effect == "open":
        return replace(atom, start=start, open_end=True)
    if effect == "deadline":
        return replace(atom, start=start, as_of=True, edge=atom.edge or "eve", toward=1)
    return replace(atom, start=start, as_of=True)


def _is_this_start(atom: PeriodMention) -> bool:
    """Whether an atom is the start of the running year, quarter or month: what runs from it runs up to now."""
    return atom.edge == "start" and atom.year is None and not atom.years_back
