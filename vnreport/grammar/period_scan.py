"""Finds single periods in lower-case text: the longest row at every place where one may start."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any

from vnreport.grammar.period_words import DIGITS, LETTER, YEAR, CompiledRow, PeriodWords, ends_with, starts_with
from vnreport.grammar.values import SEVERAL, PeriodMention
from vnreport.lexicon.periods import PatternRow

YEAR_DIGITS = 4
NUMBER_JOINTS = frozenset(".,/-")
CENTURY = 2000
LATEST_SHORT_YEAR = 50  # "18" is 2018, "75" 1975
# The sixty years by the moon that began last, and how many stems and branches name them.
CYCLE, STEMS, BRANCHES = range(1984, 2044), 10, 12
_NUMBER = re.compile(r"[0-9]+")
MOST_COUNTED = {"month": 12, "quarter": 4}


class PeriodScanner:
    """Scans for single periods; frames and intervals come after (`period_frames`)."""

    def __init__(self, words: PeriodWords) -> None:
        self._words = words

    def scan(self, text: str) -> list[tuple[PeriodMention, PatternRow]]:
        """The longest mentions in order with their rows; `text` is lower case, offsets are its own."""
        found: list[tuple[PeriodMention, PatternRow]] = []
        place = 0
        trigger = self._words.trigger
        while (match := trigger.search(text, place)) is not None:
            best = self._longest(text, match.start(), match[0])
            if best is not None:
                found.append(best)
            place = match.end() if best is None else best[0].end
        return found

    def _longest(self, text: str, start: int, head: str) -> tuple[PeriodMention, PatternRow] | None:
        """The longest mention that starts here, the first row in file order among equals, or None."""
        is_number = head[0].isdigit()
        if is_number and start > 1 and text[start - 1] in NUMBER_JOINTS and text[start - 2].isdigit():
            return None
        key = (YEAR if len(head) == YEAR_DIGITS else DIGITS) if is_number else head
        key = key if key in self._words.by_head else LETTER
        if self._words.gates[key].match(text, start) is None:
            return None
        rows = self._words.by_head[key]
        is_glued = start > 0 and text[start - 1].isalpha()
        best: tuple[PeriodMention, PatternRow] | None = None
        for compiled in rows:
            if is_glued and not compiled.row.glued:
                continue
            mention = self._match(compiled, text, start)
            if mention is not None and (best is None or mention.end > best[0].end):
                best = (mention, compiled.row)
        return best

    def _match(self, compiled: CompiledRow, text: str, start: int) -> PeriodMention | None:
        """The longest that one row reads at a place, or None."""
        row = compiled.row
        best: PeriodMention | None = None
        for pattern in compiled.patterns:
            match = pattern.match(text, start)
            if match is None or (best is not None and match.end() <= best.end):
                continue
            if (row.after and not ends_with(text, start, row.after)) or (
                row.not_after and ends_with(text, start, row.not_after)
            ):
                return None
            if not row.not_before or not starts_with(text, match.end(), row.not_before):
                best = self._mention(row, match) or best
        return best

    def _mention(self, row: PatternRow, match: re.Match[str]) -> PeriodMention | None:
        """The mention that a match says, None when its numbers are no date or count."""
        fields: dict[str, Any] = {
            "unit": row.unit,
            "edge": row.edge,
            "anchor": row.anchor,
            "toward": row.toward,
            "as_of": row.as_of,
            "quarter": row.quarter or None,
            "half": row.half or None,
            "count": row.count or None,
            "years_back": row.back if row.anchor else None,
        }
        for name, said in match.groupdict().items():
            if said is not None:
                self._fill(fields, name.rstrip("_0123456789") if name[-1].isdigit() else name, said)
        if not _name_year(fields):
            return None
        if row.shape == "previous" and fields["count"]:
            fields["years_back"] = fields["count"]
        if not _is_sane(row.shape, fields) or (row.unit == "list" and not _is_run(match[0], fields)):
            return None
        if row.unit == SEVERAL and not _is_in_order(match[0], fields):
            return None
        return PeriodMention(match.start(), match.end(), row.shape, row.id, **fields)

    def _fill(self, fields: dict[str, Any], name: str, said: str) -> None:
        """Puts what a named group says into the fields of the mention."""
        said = " ".join(said.split())
        if name == "year_word":
            word = self._words.year_words[said]
            fields["years_back"], fields["anchor"] = word.value, word.anchor
        elif name == "edge":
            fields["edge"] = self._words.edges[said]
        elif name == "unit":
            fields["unit"] = self._words.units[said]
        elif name == "holiday":
            row = self._words.holidays[said]
            fields["month"], fields["day"], fields["holiday"] = row.month or None, row.day or None, row.id
            fields["unit"] = fields["unit"] or ("season" if row.days else "")
        elif name in self._words.cycle:
            fields[name] = self._words.cycle[name][said].value
        elif name in ("past", "ahead"):
            fields["toward"] = -1 if name == "past" else 1
        elif name == "yy":
            short = int(said)
            fields["year"] = CENTURY + short - (0 if short <= LATEST_SHORT_YEAR else 100)
        else:
            fields[name] = int(said) if said.isdigit() else self._words.numbers[said].value


def _name_year(fields: dict[str, Any]) -> bool:
    """Puts the year that "Kỷ Hợi" names in place of its two parts; False where they name none."""
    stem, branch = fields.pop("stem", None), fields.pop("branch", None)
    if stem is None or branch is None:
        return True
    year = next(
        (year for year in CYCLE if (year - CYCLE[0]) % STEMS == stem and (year - CYCLE[0]) % BRANCHES == branch), None
    )
    fields["year"] = fields.get("year") or year
    return year is not None


def _is_sane(shape: str, fields: dict[str, Any]) -> bool:
    """Whether days exist in their months, counts fit into a year and years run forwards."""
    day, month = fields.get("day"), fields.get("month")
    if day and month and day > monthrange(fields.get("year") or CENTURY, month)[1]:
        return False
    day_to, month_to = fields.get("day_to"), fields.get("month_to") or month
    if day_to and month_to and day_to > monthrange(fields.get("year") or CENTURY, month_to)[1]:
        return False
    if day and day_to and not fields.get("month_to") and day >= day_to:
        return False
    if fields["unit"] == "pair" and not _is_pair(fields):
        return False
    least = 2 if fields["unit"] in ("bare", "past") else 1  # "trong một tháng" is a length of time
    if shape == "months" and not least <= (fields.get("count") or 0) <= MOST_COUNTED.get(fields["unit"], 12):
        return False
    year, year_to = fields.get("year"), fields.get("year_to")
    return not (year and year_to and year_to <= year)


def _is_run(said: str, fields: dict[str, Any]) -> bool:
    """Whether a list names all the days or years from its first to its last."""
    first, last = ("day", "day_to") if fields.get("day") else ("year", "year_to")
    run = list(range(fields[first], fields[last] + 1))
    numbers = [int(number) for number in _NUMBER.findall(said)]
    return any(numbers[place : place + len(run)] == run for place in range(len(numbers)))


def _is_in_order(said: str, fields: dict[str, Any]) -> bool:
    """Whether the first of several days lies before the last, in the year that all are of or around its start."""
    if len({number for number in _NUMBER.findall(said) if len(number) == YEAR_DIGITS}) > 1:
        return False
    month, month_to = fields["month"], fields.get("month_to") or fields["month"]
    return (month, fields["day"]) < (month_to, fields["day_to"]) or (month, month_to) == (12, 1)


def _is_pair(fields: dict[str, Any]) -> bool:
    """Whether two months follow each other."""
    return bool(fields["month_to"] == fields["month"] + 1)
