"""The composed period lexicon: values of words, compiled patterns by head, phrases before and after a match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from vnreport.lexicon.patterns import alternation, compile_patterns, expand
from vnreport.lexicon.periods import FrameRow, HolidayRow, PatternRow, PeriodLexicon, WordRow
from vnreport.memos import Memo
from vnreport.values import value

DIGITS, YEAR, COUNT, LETTER = "0", "year", "count", "1"  # the heads that are no words; see PatternRow
CITATION = "citation"
LONGEST_CITATION = 48
LONGEST_EVENT = 120
_EVENT = re.compile(r"(?:[ \u00a0]+[^\W\d_]+){1,20}[ \u00a0]*")
_GROUP = re.compile(r"\(\?P<[a-z0-9_]+>")
SIGNS = " \u00a0,("  # what opens a restatement
WINDOW = 32  # characters looked at before and after a match; the longest phrase has 28


@value(frozen=True, slots=True)
class CompiledRow:
    """A pattern row with its compiled surfaces."""

    row: PatternRow
    patterns: tuple[re.Pattern[str], ...]


class PeriodWords:
    """What the scanner, the frames and the resolver share; made once from the rows.

    `gates` are compiled when a text first has one of their heads, as most texts have few.
    """

    def __init__(self, lexicon: PeriodLexicon) -> None:
        self.numbers = _by_surface(lexicon.words, "number", "quarter")
        self.year_words = _by_surface(lexicon.words, "year_word")
        self.cycle = {name: _by_surface(lexicon.words, name) for name in ("stem", "branch")}
        self.edges = _last_parts(lexicon.words, "edge")
        self.units = _last_parts(lexicon.words, "unit")
        self.holidays: Mapping[str, HolidayRow] = {text: row for row in lexicon.holidays for text in row.surfaces}
        named = [row for row in lexicon.pieces if not row.id.startswith(CITATION)]
        pieces = {row.id.partition(".")[2]: "(?:" + "|".join(row.surfaces) + ")" for row in named}
        citations = [surface + "$" for row in lexicon.pieces if row.id.startswith(CITATION) for surface in row.surfaces]
        counts = _by_surface(lexicon.words, "number")
        pieces["numbers"] = alternation(counts)
        pieces["romans"] = alternation(_by_surface(lexicon.words, "quarter"))
        pieces["year_words"] = alternation(self.year_words)
        pieces["edges"] = alternation(self.edges)
        pieces["holidays"] = alternation(self.holidays)
        compiled = compile_patterns({row.id: row.surfaces for row in lexicon.patterns}, pieces, source="periods")
        self.by_head: dict[str, list[CompiledRow]] = {}
        for row in lexicon.patterns:
            for head in row.heads:
                for key in counts if head == COUNT else (head,):
                    self.by_head.setdefault(key, []).append(CompiledRow(row, compiled[row.id]))
        self.gates: Memo[str, re.Pattern[str]] = Memo(lambda head: _gate(self.by_head[head]))
        self.trigger = _trigger(self.by_head, expand(pieces["after_number"], pieces))
        self.frames = Frames(lexicon.frames)
        hours = "(?<![0-9.,/])" + pieces["hour"] + "${osp}$"
        self._hours = compile_patterns({"hour": (hours,)}, pieces, source="period_pieces")["hour"]
        self._citations = compile_patterns({CITATION: citations}, pieces, source="period_pieces")[CITATION]

    def is_cited(self, text: str, place: int) -> bool:
        """Whether the date at `place` belongs to a document that the text cites: "số 77/QĐ-UBND ngày 14/03/2019"."""
        before = text[max(0, place - LONGEST_CITATION) : place].rstrip(" \u00a0")
        return any(pattern.search(before) is not None for pattern in self._citations)

    def hour_before(self, text: str, place: int) -> int:
        """Where the time of day starts that stands before `place`: "17 giờ ngày 2/7"; `place` without one."""
        start = max(0, place - WINDOW)
        found = (pattern.search(text, start, place) for pattern in self._hours)
        return min((match.start() for match in found if match is not None), default=place)


@lru_cache(maxsize=1)
def packaged_words() -> PeriodWords:
    """The words of the packaged rows, composed at their first use: their patterns take a quarter of a second."""
    return PeriodWords(PeriodLexicon.load())


class Frames:
    """Frame phrases by their last word, the longest first."""

    def __init__(self, rows: Iterable[FrameRow]) -> None:
        self._by_last: dict[str, list[tuple[str, FrameRow]]] = {}
        self.between: dict[str, FrameRow] = {}
        self.both: dict[str, FrameRow] = {}
        self.apart: tuple[str, ...] = ()
        self._events: list[tuple[str, FrameRow]] = []
        self._to_now: tuple[str, ...] = ()
        self._back: tuple[str, ...] = ()
        self._restates: frozenset[str] = frozenset()
        for row in rows:
            if row.effect == "apart":
                self.apart += row.surfaces
                continue
            if row.effect == "restates":
                self._restates |= set(row.surfaces)
                continue
            if row.effect == "to_now":
                self._to_now += row.surfaces
                continue
            if row.effect == "back":
                self._back += row.surfaces
                continue
            for surface in row.surfaces:
                if row.effect == "event":
                    self._events.append((surface, row))
                elif row.effect == "and":
                    self.both[surface] = row
                elif row.effect == "between":
                    self.between[surface] = row
                else:
                    self._by_last.setdefault(surface.rpartition(" ")[2], []).append((surface, row))
        for choices in self._by_last.values():
            choices.sort(key=lambda choice: -len(choice[0]))
        self._events.sort(key=lambda event: -len(event[0]))

    def is_up_to_now(self, text: str, place: int) -> bool:
        """Whether what stands at `place` has a span run up to now: "từ năm 2010 trở lại đây"."""
        return starts_with(text, place, self._to_now)

    def is_up_to(self, text: str, place: int) -> bool:
        """Whether what stands at `place` has a span run back from its time: "từ năm 2010 trở về trước"."""
        return starts_with(text, place, self._back)

    def restates(self, between: str) -> bool:
        """Whether what stands between a day and its date says that they are the same: "(", ", tức"."""
        said = between.strip(SIGNS)
        return not said or said in self._restates

    def opened(self, text: str, floor: int, place: int) -> tuple[int, FrameRow] | None:
        """Start and row of what opens a span with an event of the day at `place`: "kể từ khi thành lập năm 2008"."""
        window = text[max(floor, place - LONGEST_EVENT) : place]
        for phrase, row in self._events:
            at = window.rfind(f"{phrase} ")
            if at < 0 or (at and window[at - 1].isalpha()) or not _EVENT.fullmatch(window, at + len(phrase)):
                continue
            return place - len(window) + at, row
        return None

    def before(self, text: str, place: int, shape: str, effects: frozenset[str]) -> tuple[int, FrameRow] | None:
        """Start and row of the longest phrase of these effects that ends just before `place`, or None."""
        window = text[max(0, place - WINDOW) : place]
        stripped = window.rstrip(" \u00a0")
        last = stripped.rpartition(" ")[2]
        for start in range(len(last)):  # the word may be glued to the one before: "ngântừ đầu năm"
            for phrase, row in self._by_last.get(last[start:], ()):
                if row.effect in effects and (not row.shapes or shape in row.shapes) and stripped.endswith(phrase):
                    return place - len(window) + len(stripped) - len(phrase), row
        return None


def ends_with(text: str, place: int, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands just before `place` as whole words; "0" stands for a digit."""
    before = text[max(0, place - WINDOW) : place].rstrip(" \u00a0")
    if not before:
        return False
    if before[-1].isdigit():
        return "0" in phrases
    if not before.endswith(phrases):
        return False
    return any(
        before.endswith(phrase)
        and (len(before) == len(phrase) or not phrase[0].isalpha() or not before[-len(phrase) - 1].isalpha())
        for phrase in phrases
    )


def starts_with(text: str, place: int, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands just after `place` as whole words."""
    after = text[place : place + WINDOW].lstrip(" \u00a0")
    if not after.startswith(phrases):
        return False
    return any(
        after.startswith(phrase) and not (phrase[-1].isalpha() and after[len(phrase) : len(phrase) + 1].isalpha())
        for phrase in phrases
    )


def fold(text: str) -> str:
    """The text in lower case with the same length, so that offsets hold."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _by_surface(rows: Iterable[WordRow], *kinds: str) -> dict[str, WordRow]:
    """The word rows of these kinds by surface."""
    return {text: row for row in rows if row.id.partition(".")[0] in kinds for text in row.surfaces}


def _last_parts(rows: Iterable[WordRow], kind: str) -> dict[str, str]:
    """For each surface of a kind the rest of its row's id: "đầu" → "start"."""
    return {text: row.id.partition(".")[2] for text, row in _by_surface(rows, kind).items()}


def _gate(rows: Iterable[CompiledRow]) -> re.Pattern[str]:
    """A pattern that matches wherever one of the rows does: most places are turned down by one look at all rows."""
    either = "|".join(f"(?:{pattern.pattern})" for compiled in rows for pattern in compiled.patterns)
    return re.compile(_GROUP.sub("(?:", either))


def _trigger(by_head: Mapping[str, object], after_number: str) -> re.Pattern[str]:
    """A pattern that finds every place where a row may start.

    All its branches begin with one character, which lets the scan skip from one such character to the next.
    """
    words = [head for head in by_head if head not in (DIGITS, YEAR, LETTER)]
    branches = [rf"{century}[0-9]{{2}}(?![0-9])(?<![0-9]{{5}})" for century in ("19", "20")]
    branches += [rf"{digit}[0-9]?(?<![0-9]{{3}})(?={after_number})" for digit in range(10)]
    for letter in sorted({word[0] for word in words}):
        tails = sorted({re.escape(word[1:]) for word in words if word[0] == letter}, key=lambda tail: -len(tail))
        branches.append(f"{letter}(?:{'|'.join(tails)})" + r"(?![^\W\d_])")
    return re.compile("|".join([*branches, r"t(?=\.?[0-9])", r"q(?=\.?[0-9])"]))
