"""Periods as SDMX writes them."""

from __future__ import annotations

from datetime import date, timedelta

_MONTHS = {1: "M", 3: "Q", 6: "S", 12: "A"}


def sdmx_period(first: str | None, last: str | None) -> tuple[str, str] | None:
    """The frequency and the SDMX time period of the days `first` to `last`; None for an open end.

    Without a first day it is the state at the last: that day. Calendar years, half-years, quarters, months and days
    have their own form, any other stretch is a time range of whole months or of days ("2023-01-01/P9M").
    """
    if last is None:
        return None
    try:
        end = date.fromisoformat(last)
        start = end if first is None else date.fromisoformat(first)
    except ValueError:
        return None
    if start == end:
        return "D", end.isoformat()
    after = end + timedelta(days=1) if end < date.max else None
    if start.day == 1 and after is not None and after.day == 1:
        months = 12 * (after.year - start.year) + after.month - start.month
        return _months(start, months)
    return "_O", f"{start.isoformat()}/P{(end - start).days + 1}D"


def _months(start: date, months: int) -> tuple[str, str]:
    """A stretch of whole months."""
    frequency = _MONTHS.get(months)
    if frequency is None or (start.month - 1) % months:
        return "_O", f"{start.isoformat()}/P{months}M"
    number = (start.month - 1) // months + 1
    year = f"{start.year:04d}"
    if frequency == "A":
        return frequency, year
    return frequency, f"{year}-{number:02d}" if frequency == "M" else f"{year}-{frequency}{number}"
