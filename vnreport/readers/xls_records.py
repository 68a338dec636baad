"""Checks the records of an XLS file for sizes that no real one has, before a library reserves memory for them."""

from __future__ import annotations

import struct

from vnreport.readers.ole import read_streams
from vnreport.readers.refusals import Damaged, Encrypted

_STREAMS = frozenset({"Workbook", "Book"})
_DIMENSIONS, _STRINGS, _PASSWORD = 0x0200, 0x00FC, 0x002F
_ROWS, _COLUMNS = 65_536, 256
"""What a sheet of Excel 97 to 2003 can have ([MS-XLS], 2.4.90)."""


def check_records(source: str, data: bytes) -> None:
    """Raises Damaged when the records claim impossible sizes or run over the end, Encrypted for a password."""
    streams = read_streams(source, data, _STREAMS)
    for stream in streams.values():
        place = 0
        while place + 4 <= len(stream):
            kind, size = struct.unpack_from("<HH", stream, place)
            place += 4
            if kind == 0 and size == 0:
                break
            if place + size > len(stream):
                raise Damaged(source, "the records of the workbook run over its end; it is cut off")
            if kind == _PASSWORD:
                raise Encrypted(source, "the workbook asks for a password")
            _check(source, kind, stream[place : place + min(size, 16)], len(stream))
            place += size


def _check(source: str, kind: int, body: bytes, whole: int) -> None:
    """Checks one record."""
    if kind == _DIMENSIONS and len(body) >= 12:
        first, last, left, right = struct.unpack_from("<IIHH", body)
        if first > last or last > _ROWS or left > right or right > _COLUMNS:
            raise Damaged(source, f"a sheet claims {last} rows and {right} columns")
    elif kind == _STRINGS and len(body) >= 8:
        count = struct.unpack_from("<I", body, 4)[0]
        if count * 3 > whole:
            raise Damaged(source, f"the workbook claims {count} strings, more than its size allows")
