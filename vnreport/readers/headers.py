"""Tells which rows of a table name its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FIGURE = re.compile(r"[-+−(]?\d[\d.,\s]*%?\)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERING = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[A-Za-z])\s*[.)/-]*")
_SERIAL = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?")


def count_header_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the top of a table name its columns: those before the first row of data.

    A row of data has a figure behind its first cell, or opens with a numbering ("1", "I.", "a)"). Years are no figures,
    and a row that numbers the columns ("A B 1 2 3") is no data. 0 where no row is one of data.
    """
    for index, row in enumerate(rows):
        filled = [text for text in row if text]
        if len(filled) < 2 or is_serial_row(row):
            continue
        has_figure = any(_FIGURE.fullmatch(text) and not _YEAR.fullmatch(text) for text in filled[1:])
        if has_figure or _NUMBERING.fullmatch(filled[0]):
            return index
    return 0


def is_serial_row(row: Sequence[str]) -> bool:
    """Whether a row does nothing but number its columns: letters, then numbers that go up by one."""
    filled = [text for text in row if text]
    if len(filled) < 2 or not all(_SERIAL.fullmatch(text) for text in filled):
        return False
    numbers = [int(found.group()) for text in filled if (found := re.search(r"\d+", text))]
    return bool(numbers) and all(after - before == 1 for before, after in zip(numbers, numbers[1:], strict=False))
