"""The date that a document states of itself.

Offices write place and date under the issuer's name as Decree 30/2020/NĐ-CP, appendix I, has it, the press in a
dateline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

from vnreport.grammar.periods import PeriodGrammar
from vnreport.lexicon.load import Row, read_rows
from vnreport.lexicon.patterns import compile_patterns

# Letterheads, bylines and signatures stand within these many characters of either end (a report's letterhead with its
# references runs to about 800, a distribution list under the signature to about 700).
HEAD, TAIL = 1500, 1500
# A dateline's year is the one in which its day follows a period that the text dates: a report on September comes out
# from late September to mid-December.
EARLIEST, LATEST = timedelta(days=-31), timedelta(days=75)
DATED_SHAPES = frozenset({"day", "month", "months", "quarter", "half", "interval"})
PIECES = {"capital": "[A-ZĐÀ-ÖØ-Þ\u0102\u0110\u0128\u0168\u01a0\u01af\u1ea0-\u1ef8]"}


@dataclass(frozen=True, slots=True)
class DateRow(Row):
    """A place where a document states its date; `zone` is `head`, `tail` or `both`.

    `needs` is a quick pattern that matches somewhere in every match of the row; zones without it are passed over.
    """

    zone: str = "head"
    needs: str = ""


Stated = tuple[date, int, int, str]


class DocumentDates:
    """Finds stated dates with the packaged rows; `grammar` reads the periods that give a dateline its year."""

    def __init__(self, grammar: PeriodGrammar | None = None) -> None:
        """The finder with the packaged rows."""
        self._grammar = grammar
        self._rows = read_rows("document_dates", DateRow)

    @cached_property
    def _patterns(self) -> dict[str, tuple[re.Pattern[str], ...]]:
        """Compiled patterns by row id."""
        return compile_patterns({row.id: row.surfaces for row in self._rows}, PIECES, source="document_dates")

    @cached_property
    def _needs(self) -> dict[str, re.Pattern[str]]:
        """What each row needs, by its id."""
        needs = compile_patterns({row.id: [row.needs] for row in self._rows}, PIECES, source="document_dates")
        return {row_id: pattern for row_id, (pattern,) in needs.items()}

    def find(self, text: str) -> Stated | None:
        """The document's date, the start and end of its words, and the row that found it; None when it states none.

        Rows are tried in file order, the head of the text before its tail. A dateline without a year takes one only
        where the dated periods of the text allow a single one.
        """
        for row in self._rows:
            for match in self._matches(row, text):
                found = self._date(match, text)
                if found is not None:
                    return found, match.start("day"), _end(match), row.id
        return None

    def _matches(self, row: DateRow, text: str) -> list[re.Match[str]]:
        """The row's matches in its zones, in order."""
        zones = []
        if row.zone != "tail" or len(text) <= HEAD:
            zones.append((0, min(HEAD, len(text))))
        if row.zone != "head" and len(text) > HEAD:
            zones.append((max(HEAD, len(text) - TAIL), len(text)))
        return [
            match
            for start, end in zones
            if self._needs[row.id].search(text, start, end)
            for match in sorted(
                chain.from_iterable(pattern.finditer(text, start, end) for pattern in self._patterns[row.id]),
                key=lambda match: match.start("day"),
            )
        ]

    def _date(self, match: re.Match[str], text: str) -> date | None:
        """The date of a match, with a year from the rest of the text where it has none; None where it is no day."""
        day, month = int(match["day"]), int(match["month"])
        try:
            if match["year"] is not None:
                return date(int(match["year"]), month, day)
            return self._with_year(day, month, text)
        except ValueError:
            return None

    def _with_year(self, day: int, month: int, text: str) -> date | None:
        """The one date of this day and month that follows a period dated in the text; None for none or several."""
        if self._grammar is None:
            self._grammar = PeriodGrammar()
        dates = set()
        for mention in self._grammar.find(text):
            if mention.shape not in DATED_SHAPES:
                continue
            period = self._grammar.resolve(mention, own=None, reference=None, year=None)
            if period is None or period.last is None:
                continue
            for year in (period.last.year, period.last.year + 1):
                candidate = date(year, month, day)
                if EARLIEST <= candidate - period.last <= LATEST:
                    dates.add(candidate)
        return dates.pop() if len(dates) == 1 else None


def stated_date(text: str, dates: DocumentDates | None = None) -> Stated | None:
    """The date that a document states of itself, with start, end and rule, or None; never a cited decree's date."""
    return (dates or DocumentDates()).find(text)


def _end(match: re.Match[str]) -> int:
    """Where the words of the date end."""
    return match.end("year") if match["year"] is not None else match.end("month")
