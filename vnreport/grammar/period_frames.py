"""Joins single periods with the words around them: "tính đến hết …", "từ … đến …", "kể từ …", "sau ngày …"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vnreport.grammar.period_words import PeriodWords
from vnreport.grammar.values import PeriodMention
from vnreport.lexicon.periods import FrameRow, PatternRow
from vnreport.values import value

LEAD = frozenset({"lead"})
# The lexicon row of the years of an office, which a mention's rule tells.
TERM_FRAME = "frame.lead.term"
APPLIED = frozenset({"as_of", "open", "since", "deadline"})
FRAMES = APPLIED | {"drop", "order"}
FROM = frozenset({"open", "since"})
EVENT = "event"
MOST_LEADS = 3  # "rạng sáng ngày"
POINTS = frozenset({"day", "week", "month", "month_days", "quarter", "half", "year", "current", "previous", "now"})
# How many characters before two times a figure, and behind them "lần lượt", gives each one of its own.
APART_BEFORE, APART_BEHIND = 24, 80
# Shapes of what may begin a year.
YEAR_BEGINS = frozenset({"months", "quarter", "half"})
# Days counted from the document's own or by the moon (shape and unit), whose date may stand behind them.
RESTATED = frozenset({("current", "day"), ("previous", "day"), ("day", "lunar")})
CITABLE = frozenset({"day", "year"})

Atom = tuple[PeriodMention, PatternRow]


@value(frozen=True, slots=True)
class Frame:
    """The phrase before an atom: where it starts, its effect and its row; nothing before it has no effect."""

    start: int
    effect: str = ""
    rule: str = ""

    def apply(self, atom: PeriodMention, **changes: Any) -> PeriodMention:
        """The atom from the frame's start on, with changes, and the frame's row among its rules."""
        return replace(atom, start=self.start, rule=f"{self.rule}+{atom.rule}", **changes)


def join(text: str, atoms: list[Atom], words: PeriodWords) -> list[PeriodMention]:
    """The mentions in order: intervals, framed periods and plain atoms; framed-only atoms without a frame left out."""
    ends = [0, *(atom.end for atom, _ in atoms)]
    atoms = [(_with_lead(text, atom, floor, words), row) for (atom, row), floor in zip(atoms, ends, strict=False)]
    atoms = _restated(text, atoms, words)
    mentions: list[PeriodMention] = []
    index = 0
    while index < len(atoms):
        atom, row = atoms[index]
        index += 1
        if atom.shape in CITABLE and words.is_cited(text, atom.start):
            continue
        frame = _frame(text, atom, mentions[-1].end if mentions else 0, words)
        joined = _interval(text, atom, frame, atoms[index][0], words) if index < len(atoms) else None
        mention = joined or _framed(text, atom, row, frame, words)
        index += joined is not None
        if mention is not None:
            mentions.append(mention)
    return mentions


def _restated(text: str, atoms: list[Atom], words: PeriodWords) -> list[Atom]:
    """The atoms with "hôm nay" and the date behind it as one, which is of that date: "từ ngày mai (1/12)".

    A date from which a bracket runs restates none: "đến mùng 10 tháng Giêng (26-1 đến 14-2)".
    """
    kept: list[Atom] = []
    for index, (atom, row) in enumerate(atoms):
        before = kept[-1][0] if kept else None
        if before is not None and (before.shape, before.unit) in RESTATED and atom.shape == "day":
            between = text[before.end : atom.start]
            following = atoms[index + 1][0] if "(" in between and index + 1 < len(atoms) else None
            if following is not None and _between(text, atom, following, words) is not None:
                kept.append((atom, row))
                continue
            if words.frames.restates(between) and atom.day_to is None and atom.month is not None:
                end = atom.end + ("(" in between and text[atom.end : atom.end + 1] == ")")
                dated = (
                    atom
                    if before.shape == "day"
                    else replace(before, year=atom.year, month=atom.month, day=atom.day, years_back=None)
                )
                kept[-1] = (replace(dated, start=before.start, end=end, rule=f"{before.rule}+{atom.rule}"), kept[-1][1])
                continue
        kept.append((atom, row))
    return kept


def _frame(text: str, atom: PeriodMention, floor: int, words: PeriodWords) -> Frame:
    """The frame before an atom, not reaching back before `floor`."""
    found = words.frames.before(text, atom.start, atom.shape, FRAMES)
    if found is None or found[0] < floor:
        found = words.frames.opened(text, floor, atom.start) if atom.shape in POINTS else None
    if found is None:
        return Frame(atom.start)
    effect = found[1].effect
    return Frame(found[0], "open" if effect == EVENT else effect, found[1].id)


def _with_lead(text: str, atom: PeriodMention, floor: int, words: PeriodWords) -> PeriodMention:
    """The atom with the words that belong to it in front: "rạng sáng ngày 5/9"."""
    for _ in range(MOST_LEADS):
        found = words.frames.before(text, atom.start, atom.shape, LEAD)
        if found is None or found[0] < floor:
            break
        rule = f"{TERM_FRAME}+{atom.rule}" if found[1].id == TERM_FRAME else atom.rule
        atom = replace(atom, start=found[0], rule=rule)
    if atom.shape == "day" or atom.unit == "day":
        hour = words.hour_before(text, atom.start)
        if hour >= floor and hour < atom.start and words.frames.before(text, hour, atom.shape, APPLIED) is not None:
            atom = replace(atom, start=hour)
    return atom


def _interval(
    text: str, atom: PeriodMention, frame: Frame, last: PeriodMention, words: PeriodWords
) -> PeriodMention | None:
    """The interval of two periods with "đến" or a dash between them, or None.

    Without "từ" before the first, both must be of one shape, or both be days, or the second must be now.
    """
    if frame.effect and frame.effect not in FROM:
        return None
    if (
        _is_next_part(atom, last)
        and not _is_told_apart(text, atom, last, words)
        and (row := words.frames.both.get(" ".join(text[atom.end : last.start].split())))
    ):
        rule = "+".join([row.id, atom.rule, last.rule])
        return PeriodMention(frame.start, last.end, "interval", rule, parts=(atom, last))
    if atom.shape not in POINTS or last.shape not in POINTS:
        return None
    between = _between(text, atom, last, words)
    if between is None:
        return None
    alike = last.shape in (atom.shape, "now") or (_is_day(atom) and _is_day(last))
    if not frame.effect and (atom.shape == "now" or not alike):
        return None
    rules = [frame.rule] if frame.effect else []
    rule = "+".join([*rules, between.id, atom.rule, last.rule])
    return PeriodMention(frame.start, last.end, "interval", rule, parts=(atom, last))


def _is_day(atom: PeriodMention) -> bool:
    """Whether an atom is one day: "24/5", "hôm nay", "ngày mai"."""
    return atom.shape == "day" or atom.unit == "day"


def _between(text: str, atom: PeriodMention, last: PeriodMention, words: PeriodWords) -> FrameRow | None:
    """The row of the words between two atoms, where they make an interval of them: "đến", "-"."""
    return words.frames.between.get(" ".join(text[atom.end : last.start].split()))


def _is_next_part(atom: PeriodMention, last: PeriodMention) -> bool:
    """Whether an atom is a year and the next one the beginning of the year after it: "năm 2017", "quý I/2018"."""
    if atom.shape != "year" or atom.edge or atom.year is None:
        return False
    if last.shape not in YEAR_BEGINS or not (last.edge == "start" or last.quarter == 1):
        return False
    return last.year == atom.year + 1 or (last.year is None and last.years_back == 0 and last.anchor == "reference")


def _is_told_apart(text: str, atom: PeriodMention, last: PeriodMention, words: PeriodWords) -> bool:
    """Whether two times have figures of their own: "88 lượt năm 2017 và 9 tháng …", "… lần lượt 5 và 3"."""
    before = text[max(0, atom.start - APART_BEFORE) : atom.start]
    if any(char.isdigit() for char in before[max(before.rfind(". "), before.rfind("\n")) + 1 :]):
        return True
    return any(word in text[last.end : last.end + APART_BEHIND] for word in words.frames.apart)


def _framed(text: str, atom: PeriodMention, row: PatternRow, frame: Frame, words: PeriodWords) -> PeriodMention | None:
    """The atom with its frame applied; None where the frame or its absence makes it no period."""
    effect = frame.effect
    if effect == "drop" or (row.framed and effect not in APPLIED):
        return None
    if effect not in APPLIED or atom.shape not in POINTS:
        return atom
    if atom.day_to is not None or atom.month_to is not None:
        return frame.apply(atom) if effect in FROM else atom
    if effect == "since" or (effect == "open" and (_is_this_start(atom) or words.frames.is_up_to_now(text, atom.end))):
        now = PeriodMention(atom.end, atom.end, "now", atom.rule)
        rule = f"{frame.rule}+{atom.rule}"
        return PeriodMention(frame.start, atom.end, "interval", rule, open_end=True, parts=(atom, now))
    if effect == "open":
        up_to = words.frames.is_up_to(text, atom.end)
        return frame.apply(atom, as_of=up_to, open_end=not up_to)
    if effect == "deadline":
        return frame.apply(atom, as_of=True, edge=atom.edge or "eve")
    return frame.apply(atom, as_of=True)


def _is_this_start(atom: PeriodMention) -> bool:
    """Whether an atom is the start of a year, or of the running quarter or month: what runs from it runs up to now."""
    is_said = atom.year is not None and atom.shape != "year"
    return atom.edge == "start" and atom.shape != "day" and not is_said and not atom.years_back
