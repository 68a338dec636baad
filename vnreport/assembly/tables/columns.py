"""What the columns of a table mean, from the texts of their headers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vnreport.assembly.tables.grids import Span, TableCell, TableGrid
from vnreport.assembly.tables.joined import JoinedCells
from vnreport.assembly.tables.unit_texts import TableUnit, UnitTexts
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import SAME_PERIOD, PeriodMention
from vnreport.lexicon.table_words import TableWords

_WORD = re.compile(r"[^\W_]+(?:[.,/-][^\W_]+)*")
_YEAR = r"(?:[-/. ]?(?P<year>(?:19|20)\d\d))?(?![\w/])"
_MONTH = re.compile(rf"(?<!\w)Ư?T(?P<number>1[0-2]|0?[1-9]){_YEAR}")
_BARE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTHS = re.compile(rf"(?<!\w)Ư?(?P<number>1[0-2]|0?[1-9])T{_YEAR}")
_STATUSES = ("target", "estimate", "forecast", "actual")


_PLAIN_KINDS = (
    ("serial", "serial"), ("code", "skip"), ("unit_column", "unit"), ("stub", "stub"), ("date_column", "date"),
)  # fmt: skip
"""Roles of words that are all of a header, and the kind of its column."""


@dataclass(slots=True)
class Column:
    """What a column holds.

    `kind` is `level`, `share`, `contribution`, `change` (a growth or difference), `ratio` (a share of the baseline, an
    index), `versus` (one of these two: the figures tell), `unit`, `serial`, `stub`, `date` or `skip`. `name` are the
    words that say what is measured, none where the rows do. `own` is the period that the column is of, `status` ""
    where the header tells none. `baseline` is `period`, `target` or "", `base` its period as said. `[start, end)` is
    where its header stands, both None without one. `earlier` marks levels of the period compared with ("cùng kỳ").
    """

    index: int
    kind: str = "level"
    name: tuple[Span, ...] = ()
    unit: TableUnit | None = None
    own: PeriodMention | None = None
    year: int | None = None
    status: str = ""
    baseline: str = ""
    base: PeriodMention | None = None
    earlier: bool = False
    start: int | None = None
    end: int | None = None
    text: str = ""
    words: str = ""


class ColumnReader:
    """Reads headers with the words of tables, units and periods."""

    def __init__(self, words: TableWords, units: UnitTexts, periods: PeriodGrammar) -> None:
        self._words = words
        self._units = units
        self._periods = periods

    def read(self, grid: TableGrid) -> list[Column]:
        """The columns of the grid from its header alone; the rows decide later what it leaves open."""
        return [self._column(grid, index) for index in range(grid.width)]

    def _column(self, grid: TableGrid, index: int) -> Column:
        cells = _header_cells(grid, index)
        column = Column(index)
        if not cells:
            return column
        return self.from_cells(cells, index)

    def from_cells(self, cells: Sequence[TableCell], index: int) -> Column:
        """The column whose header cells, from the top down, are `cells`."""
        joined = JoinedCells(cells)
        text = joined.text
        column = Column(index, start=cells[-1].start, end=cells[-1].end, text=text)
        for role, kind in _PLAIN_KINDS:
            if self._words.is_only(role, text) or (
                role == "code" and any(self._words.opens(role, cell.text) for cell in cells)
            ):
                column.kind = kind
                return column
        whole = self._units.read(text, 0, len(text))
        if whole is not None and (whole.unit.kind != "count" or whole.factor != 1):
            column.unit = joined.unit(whole)
            return column
        bracket = self._units.in_brackets(text, 0, len(text)) or self._behind_comma(text)
        plain = text
        if bracket is not None:
            column.unit = joined.unit(bracket[0])
            plain = _blanked(text, bracket[1])
        percent = self._units.percent(text, 0, len(text)) if bracket is None else None
        if percent is not None:
            column.unit = joined.unit(percent)
            plain = _blanked(plain, (percent.unit.start, percent.unit.end))
        mentions = self._mentions(plain)
        column.year = next((m.year for m in mentions if m.shape == "year" and m.year is not None), None)
        split = self._versus(plain, mentions)
        if split is not None:
            self._compare(column, joined, plain, mentions, split)
            return column
        self._level(column, joined, plain, mentions)
        return column

    def _mentions(self, plain: str) -> list[PeriodMention]:
        """The periods that a header says, short ones ("T6", "ƯT1-2004", "6T-2005") among them."""
        found = [mention for mention in self._periods.find(plain) if mention.shape != "vague"]
        for short in (*_MONTH.finditer(plain), *_MONTHS.finditer(plain)):
            inside = [m for m in found if m.start < short.end() and short.start() < m.end]
            if any(mention.shape != "year" for mention in inside):
                continue
            found = [mention for mention in found if mention not in inside]
            number, year = int(short["number"]), int(short["year"]) if short["year"] else None
            span = (short.start(), short.end())
            if short.re is _MONTH:
                found.append(PeriodMention(*span, "month", "table.month", year=year, month=number))
            else:
                found.append(PeriodMention(*span, "months", "table.months", year=year, count=number))
        for bare in _BARE_YEAR.finditer(plain):
            if not any(mention.start < bare.end() and bare.start() < mention.end for mention in found):
                found.append(PeriodMention(*bare.span(), "year", "table.year", year=int(bare.group())))
        return sorted(found, key=lambda mention: mention.start)

    def _behind_comma(self, text: str) -> tuple[TableUnit, Span] | None:
        """The unit behind the last comma of a header without brackets ("vốn cấp mới, triệu USD")."""
        comma = text.rfind(",")
        unit = self._units.read(text, comma + 1, len(text)) if comma > 0 else None
        return None if unit is None else (unit, (comma, len(text)))

    def _versus(self, plain: str, mentions: Sequence[PeriodMention]) -> Span | None:
        """Where the words that compare stand: "so với", the slash of "TH/DT", a percentage of a plan; None without."""
        barred = self._words.find("not_versus", plain)
        said = [s for s in self._words.find_all("versus", plain) if barred is None or not barred[0] <= s[0] < barred[1]]
        slash = self._slash(plain, mentions, said[0][1] if said else 0)
        return slash if slash is not None else next(iter(said), None)

    def _slash(self, plain: str, mentions: Sequence[PeriodMention], start: int) -> Span | None:
        """The slash between two statuses or times behind `start` ("TH/DT", "T1-2005/ƯT1-2004"), or None."""
        for found in re.finditer("/", plain[start:]):
            place = start + found.start()
            if any(m.start <= place < m.end and "/" in plain[m.start : m.end] for m in mentions):
                continue
            before, after = plain[:place].split()[-1:], plain[place + 1 :].split()[:1]
            sides = [self._is_side(side[0]) for side in (before, after) if side]
            if len(sides) == 2 and all(sides):
                return place, place + 1
        return None

    def _is_side(self, word: str) -> bool:
        """Whether a word beside a slash is a status or a time ("TH/DT", "T1-2005/ƯT1-2004"), no unit."""
        return any(self._words.opens(role, word) for role in _STATUSES) or any(char.isdigit() for char in word)

    def _compare(
        self, column: Column, joined: JoinedCells, plain: str, mentions: Sequence[PeriodMention], split: Span
    ) -> None:
        """Fills a column that compares: its own period before the split, the baseline's behind."""
        before = [m for m in mentions if m.end <= split[0] and m.shape != SAME_PERIOD]
        after = [m for m in mentions if m.start >= split[1]]
        column.kind = "change" if self._words.find("change", plain) else "versus"
        column.own = joined.mention(before[0]) if before else None
        column.status = "target" if self._words.find("target", plain, 0, split[0]) is not None else ""
        if self._words.find("target", plain, split[1]) is not None:
            column.baseline = "target"
            column.kind = "ratio" if column.kind == "versus" else column.kind
            after = [m for m in after if m.shape != "current"]
        elif after or self._words.find("same_period", plain, split[1]) is not None:
            column.baseline = "period"
        column.base = joined.mention(after[-1]) if after else None

    def _level(self, column: Column, joined: JoinedCells, plain: str, mentions: Sequence[PeriodMention]) -> None:
        """Fills a column that does not compare: a level, share, contribution, growth or share of a plan."""
        words = self._words
        percent = column.unit is not None and column.unit.unit.code == "%"
        if words.find("contribution", plain) is not None:
            column.kind = "contribution"
        elif words.find("share", plain) is not None:
            column.kind = "share"
        elif words.opens("change", plain.strip()):
            column.kind = "change"
        elif percent and words.is_only("target", plain):
            column.kind, column.baseline = "ratio", "target"
            return
        taken = [(m.start, m.end) for m in mentions]
        column.status = self._status(joined, plain, mentions, taken)
        column.earlier = any(m.shape == SAME_PERIOD for m in mentions) or words.is_only("same_period", plain)
        own = [m for m in mentions if m.shape not in {"current"} or len(mentions) == 1]
        if column.year is not None and len(own) > 1:
            own = [m for m in own if m.shape != "year"] or own
        column.own = joined.mention(own[-1]) if own else None
        dropped = ["serial", "base", "same_period", "part", *(["cumulative"] if own else [])]
        dropped += [column.kind] if column.kind in {"share", "change"} else []
        for role in dropped:
            taken += words.find_all(role, plain)
        kept = self._kept(plain, taken)
        kept = kept if any(plain.count("(", 0, s) == plain.count(")", 0, s) for s, _ in kept) else []
        column.name = joined.spans(kept)
        column.words = " ".join(plain[slice(*span)] for span in kept).lower()

    def _status(self, joined: JoinedCells, plain: str, mentions: Sequence[PeriodMention], taken: list[Span]) -> str:
        """The status that the header tells where a cell opens with its word or a period follows it; notes its words."""
        starts = set(joined.starts)
        for role in _STATUSES:
            for start, end in self._words.find_all(role, plain):
                behind = plain[end:].lstrip(" .")
                followed = any(m.start >= end and not plain[end : m.start].strip(" .") for m in mentions)
                opens = start in starts and (not behind or followed or self._words.opens("whole_year", behind) > 0)
                alone = start in starts and any(end <= first <= end + 1 for first in (*starts, len(plain)))
                if opens or followed or alone:
                    taken.append((start, end))
                    year = self._words.find("whole_year", plain, end, end + 5)
                    if role == "target" and year is not None:
                        taken.append(year)
                    return role
        return ""

    def _kept(self, text: str, taken: Sequence[Span]) -> list[Span]:
        """The runs of words that no taken span covers and that hold more than linking words."""
        runs: list[list[Span]] = [[]]
        for found in _WORD.finditer(text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                runs.append([])
            elif runs[-1] and "(" in text[runs[-1][-1][1] : found.start()]:
                runs.append([found.span()])
            else:
                runs[-1].append(found.span())
        kept = []
        for run in runs:
            while run and self._words.is_only("link", text[slice(*run[-1])]):
                run.pop()
            while run and self._words.is_only("link", text[slice(*run[0])]):
                run.pop(0)
            if run and any(not text[slice(*span)].isdigit() for span in run):
                kept.append((run[0][0], run[-1][1]))
        return kept


def _header_cells(grid: TableGrid, index: int) -> list[TableCell]:
    """The header cells above a column, each once, without those that span the whole table."""
    found: list[TableCell] = []
    for row in grid.header:
        cell = row[index] if index < len(row) else None
        if cell is None or not cell.text.strip() or any(cell is other for other in found):
            continue
        found.append(cell)
    return found


def _blanked(text: str, span: Span) -> str:
    """`text` with spaces over `span`, so that offsets stay."""
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]
