"""Decodes bytes of unknown encoding: Unicode by its marks and structure, Windows-1258, else legacy characters."""

from __future__ import annotations

import codecs
import re
import unicodedata

from vnreport.readers.refusals import UnknownFormat
from vnreport.text.legacy import detect_legacy, is_unicode, weigh

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*["']?\s*([\w-]+)""", re.I)
_DECLARED_WITHIN = 4096
_SAMPLE = 200_000
_SINGLE_BYTE = frozenset({"iso8859-1", "cp1252", "ascii", "latin-1"})
"""Declared by habit on pages in any one-byte encoding, so they decide nothing."""

_WINDOWS = {code: bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(0x80, 0xA0)}

_BAD = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_MAX_BAD = 0.02


def decode_bytes(source: str, data: bytes, *, declared: bool = False) -> tuple[str, str]:
    """The text of `data` and the name of the encoding that it was found to be in.

    A byte order mark decides, then UTF-16 by its zero bytes, then UTF-8 by its structure, then, if `declared`, what a
    `meta` or XML declaration says; other bytes are Windows-1258 when that gives Vietnamese syllables, else Windows-1252
    (which is how legacy text is handed to `vnreport.text.legacy`). Raises UnknownFormat for binary data.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(source, data[len(mark) :], name), name
    if wide := _wide(data):
        return _strict(source, data, wide), wide
    try:
        return _checked(source, data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return data.decode("utf-8", errors="replace"), "utf-8"
    if declared and (named := _declaration(data)):
        return _checked(source, data.decode(named, errors="replace")), named
    return _one_byte(source, data)


def to_windows(data: bytes) -> str:
    """The bytes as Windows-1252, the five that it leaves out as the controls of Latin-1."""
    return data.decode("latin-1").translate(_WINDOWS)


def _one_byte(source: str, data: bytes) -> tuple[str, str]:
    """Windows-1258 or Windows-1252, whichever makes more sense of the bytes."""
    windows = to_windows(data)
    sample = windows[:_SAMPLE]
    if detect_legacy(sample) is None:
        vietnamese = unicodedata.normalize("NFC", data[:_SAMPLE].decode("cp1258", errors="replace"))
        if is_unicode(vietnamese) and weigh(vietnamese, None).good > weigh(sample, None).good:
            return unicodedata.normalize("NFC", data.decode("cp1258", errors="replace")), "cp1258"
    return _checked(source, windows, controls="\x02\x05\x06\x14\x19\x1e"), "cp1252"


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, told by the zero bytes of its ASCII characters; None for anything else."""
    sample = data[:4096]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.3 and even < half * 0.02:
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.02:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8 with a few bytes broken: long sequences decode, and hardly anything else is there."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    return is_unicode(text) and text.count("\ufffd") < 0.01 * sum(not char.isascii() for char in text)


def _declaration(data: bytes) -> str | None:
    """The Python name of the encoding that an HTML or XML head declares, if that says more than "one byte"."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if name in _SINGLE_BYTE or name == "utf-8" else name


def _strict(source: str, data: bytes, name: str) -> str:
    """`data` in a named Unicode encoding; an odd byte at the end is dropped, a broken unit replaced."""
    return _checked(source, data.decode(name, errors="replace"))


def _checked(source: str, text: str, controls: str = "") -> str:
    """`text`, unless its head has too many control characters to be text."""
    head = text[:_SAMPLE]
    bad = sum(found.group() not in controls for found in _BAD.finditer(head))
    if bad > _MAX_BAD * max(1, len(head)):
        raise UnknownFormat(source, "the content is neither text nor a format that can be read")
    return text
