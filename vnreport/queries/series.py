"""The time series of an indicator over all reports of a run, with what later reports made of earlier figures."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from os import PathLike
from typing import Literal

from vnreport.queries.database import open_tables, run_query

Change = Literal["", "repeated", "confirmed", "revised", "differs"]
"""What a figure is to the one before it for the same indicator, scope, unit and period.

`repeated` the same; `confirmed` the same, no longer an estimate; `revised` another one of a later document; `differs`
another one of the same document, or of one of which it is not known to be later.
"""

_RECORDS = """
SELECT indicator, scope, unit, CASE status WHEN 'target' THEN 'target' WHEN 'forecast' THEN 'forecast' ELSE '' END,
       period, first_day, last_day, value, low, high, bound, status, document, document_id, document_date, record,
       unfit, 'level'
FROM records WHERE value IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL OR unfit IS NOT NULL
"""
_CHANGES = """
SELECT r.indicator, r.scope, c.unit,
       CASE r.status WHEN 'target' THEN 'target' WHEN 'forecast' THEN 'forecast' ELSE '' END,
       r.period, r.first_day, r.last_day,
       CASE c.direction WHEN 'down' THEN -c.amount WHEN 'flat' THEN coalesce(c.amount, 0) ELSE c.amount END,
       CASE c.direction WHEN 'down' THEN -c.high ELSE c.low END,
       CASE c.direction WHEN 'down' THEN -c.low ELSE c.high END,
       c.bound, r.status, r.document, r.document_id, r.document_date, r.record, NULL,
       CASE WHEN c.direction IN ('times', 'ratio') THEN c.direction ELSE 'change' END || ' against ' ||
       CASE WHEN c.baseline_kind <> 'period' THEN c.baseline_kind
            WHEN c.baseline_last_day IS NULL OR r.last_day IS NULL THEN 'another period'
            ELSE datediff('month', c.baseline_last_day, r.last_day) || ' months before' END
FROM comparisons c JOIN records r USING (document, record)
WHERE c.amount IS NOT NULL OR c.low IS NOT NULL OR c.high IS NOT NULL OR c.direction = 'flat'
"""
_MATCHED = """
SELECT * FROM ({rows}) AS t(indicator, scope, unit, kind, period, first_day, last_day, value, low, high, bound, status,
                            document, document_id, document_date, record, unfit, measure)
WHERE contains(nfc_normalize(lower(indicator)), $1)
  AND ($2 = '' OR contains(nfc_normalize(lower(coalesce(scope, ''))), $2))
  AND ($3 = '' OR nfc_normalize(lower(coalesce(unit, ''))) = $3)
"""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series.

    `kind` is target, forecast or empty (actual and estimate); `measure` is level, or what the figure is a change
    against; `low` and `high` are the ends of a range, else None; `previous` is the figure before it for its period.
    """

    indicator: str
    scope: str | None
    unit: str | None
    kind: str
    period: str | None
    first_day: date | None
    last_day: date | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bound: str | None
    status: str
    document: int
    document_id: str | None
    document_date: date | None
    record: str
    measure: str
    change: Change = ""
    previous: Decimal | None = None

    @property
    def series(self) -> tuple[str, str, str, str, str]:
        """What a series has in common: indicator, scope, unit, measure and kind."""
        names = fold(self.indicator), fold(self.scope or "")
        return (*names, self.unit or "", self.measure, self.kind)


def fold(text: str) -> str:
    """The text as names are compared: composed, lower case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def read_series(
    path: str | PathLike[str], *, indicator: str, area: str = "", unit: str = "", changes: bool = False
) -> list[Point]:
    """The figures of an indicator in the tables of a run, series by series, each in the order of its periods.

    `indicator` is its name or, where no record has that name, part of it; `area` is part of the scope; `unit` a unit
    code. With `changes` the growth rates, changes and ratios of the indicator instead of its values. Figures without a
    period have none to be ordered by and stand at the end of their series.
    """
    sql = _MATCHED.format(rows=_CHANGES if changes else _RECORDS)
    with open_tables(path) as connection:
        _, rows = run_query(connection, sql, [fold(indicator), fold(area), fold(unit)])
        points = [_point(row) for row in rows]
    named = [point for point in points if fold(point.indicator) == fold(indicator)]
    return order_points(named or points)


def order_points(points: Iterable[Point]) -> list[Point]:
    """The figures series by series and period by period, each told how it relates to the one before it."""
    ordered = sorted(points, key=_place)
    told: list[Point] = []
    for (_, *days), group in groupby(ordered, key=lambda point: (point.series, point.first_day, point.last_day)):
        earlier: Point | None = None
        for point in group:
            if earlier is not None and days[-1] is not None:
                point = replace(point, change=relation(earlier, point), previous=earlier.value)
            told.append(point)
            earlier = point
    return told


def relation(earlier: Point, later: Point) -> Change:
    """What the later figure for a period is to the earlier one."""
    figures = [(point.value, point.low, point.high) for point in (earlier, later)]
    if figures[0] == figures[1]:
        settled = (earlier.status, later.status) == ("estimate", "actual") and earlier.document != later.document
        return "confirmed" if settled else "repeated"
    dates = earlier.document_date, later.document_date
    if dates[0] is not None and dates[1] is not None and dates[0] < dates[1]:
        return "revised"
    return "differs"


def _place(point: Point) -> tuple[object, ...]:
    """Where a figure stands: days that are not there come last, of a period's first day first."""
    late = date.max
    return (
        point.series,
        point.last_day is None,
        point.last_day or late,
        point.first_day or date.min,
        point.document_date or late,
        point.document,
        len(point.record),
        point.record,
    )


def _point(row: tuple[object, ...]) -> Point:
    """The figure of a row; numbers that did not fit their columns are taken from beside."""
    *cells, unfit, measure = row
    names = list(Point.__dataclass_fields__)[: len(cells)]
    point = Point(**dict(zip(names, cells, strict=True)), measure=measure)  # type: ignore[arg-type]
    if unfit is None:
        return point
    beside = json.loads(str(unfit))
    exact = {name: Decimal(beside[name]) for name in ("value", "low", "high") if name in beside}
    return replace(point, **exact)  # type: ignore[arg-type]
