"""Reads the text of Word 6 and 95 files, which hold it in one stretch of one-byte characters."""

from __future__ import annotations

import re
import struct

from vnreport.readers.charsets import to_windows
from vnreport.readers.documents import Location
from vnreport.readers.parts import Content, plain_paragraph
from vnreport.readers.refusals import Damaged, Encrypted

VERSIONS = range(101, 193)
_ENCRYPTED, _PIECES = 0x0100, 0x0004
_FIELD_CODE = re.compile("\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))")
_ROW_END = re.compile("\x07\x07")
_NO_TEXT = dict.fromkeys(map(ord, "\x01\x02\x05\x08\x13\x14\x15\x1f"))


def read_word_95(source: str, main: bytes) -> Content:
    """The paragraphs of the main text; the cells of a table row as one paragraph with tabs, fonts not looked at.

    Raises Encrypted, and Damaged for text outside the file or saved in pieces (fast save).
    """
    flags, first, last = struct.unpack_from("<H12xII", main, 10)
    count = struct.unpack_from("<i", main, 0x34)[0]
    if flags & _ENCRYPTED:
        raise Encrypted(source, "the Word file asks for a password")
    if flags & _PIECES or not 0 < first <= last <= len(main):
        raise Damaged(source, "the text of the Word 95 file lies in pieces or outside the file; save it anew")
    text = to_windows(main[first:last])[: max(0, count) or None]
    text = _FIELD_CODE.sub("", text).translate(_NO_TEXT)
    text = _ROW_END.sub("\r", text).replace("\x07", "\t").replace("\x1e", "-")
    lines = re.split("[\r\x0c]", text)
    parts = [plain_paragraph(line, Location(paragraph=number)) for number, line in enumerate(lines, 1) if line.strip()]
    return Content("doc", parts, notes=("fonts and tables of Word 95 files are not looked at",))
