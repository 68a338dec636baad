"""Direct speech in a text: where the quotation around a place begins and ends."""

from __future__ import annotations

import re

OPENING, CLOSING, EITHER = "“", "”", '"'
_MARK = re.compile(f"[{OPENING}{CLOSING}{EITHER}]")


def quotation_around(text: str, place: int) -> tuple[int, int] | None:
    """The stretch between the quotation marks around `place`, within its line; None outside one.

    A quotation that its line does not close ends with the line.
    """
    begin = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    opened: int | None = None
    for mark in _MARK.finditer(text, begin, place):
        opens = mark[0] == OPENING or (mark[0] == EITHER and opened is None)
        opened = mark.start() if opens else None
    if opened is None:
        return None
    closing = CLOSING if text[opened] == OPENING else EITHER
    closed = text.find(closing, place, end)
    return opened + 1, end if closed < 0 else closed
