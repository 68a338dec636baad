"""Splits RTF into its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vnreport.readers.refusals import Damaged

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<symbol>[^A-Za-z])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)


class Token(NamedTuple):
    """`kind` is open, close, word, symbol, hex or text; `value` the word or bytes, `number` a word's parameter."""

    kind: str
    value: bytes
    number: int | None


def read_tokens(source: str, data: bytes) -> Iterator[Token]:
    """The tokens of the file; the bytes of `\\bin` are stepped over. Raises Damaged when groups are left open."""
    depth = place = 0
    while place < len(data):
        found = _TOKEN.match(data, place)
        if found is None:
            place += 1
            continue
        place = found.end()
        kind = found.lastgroup
        if kind == "number":
            kind = "word"
        if kind is None:
            continue
        if kind == "word":
            number = int(found["number"]) if found["number"] else None
            if found["word"] == b"bin":
                place += max(0, number or 0)
                continue
            yield Token("word", found["word"], number)
            continue
        depth += (kind == "open") - (kind == "close")
        yield Token(kind, found[kind], None)
        if depth == 0 and kind == "close":
            return
    if depth > 0:
        raise Damaged(source, f"the file ends with {depth} group(s) open; it is cut off")
