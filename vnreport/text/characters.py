"""The character classes that normalising works with: what is replaced one for one, removed, or may compose."""

from __future__ import annotations

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces other than U+0020; figure and thin spaces stand between thousands in typeset reports."""

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"
"""Hyphens, figure, en and em dashes, the horizontal bar and the minus sign."""

BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""Word's soft break, the page break, NEL, and the Unicode line and paragraph separators."""

REMOVED = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
"""Invisible characters: soft hyphen, zero-width spaces and joiners, direction marks, the byte order mark."""

ETHS = {"\u00d0": "\u0110", "\u0189": "\u0110", "\u00f0": "\u0111", "\u0256": "\u0111"}
"""Eth and African d, which stand for đ in texts converted from Windows-1252."""

CONTROLS = "".join(
    chr(code) for code in (*range(0x01, 0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))
)
"""C0 and C1 controls without tab, the line breaks and NUL."""

REPLACEMENT = "\ufffd"

SAFE = "\x00-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u21ff\u2500-\u27bf\u4e00-\u9fff\ufffd"
"""A regex class of characters that never compose with what stands before them; NFC can be taken between them."""

LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
"""A regex class of Vietnamese lower-case letters in NFC."""

UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""A regex class of Vietnamese upper-case letters in NFC."""


def replacements() -> dict[int, str]:
    """The `str.translate` table of the replacements that keep the length."""
    table = {ord(char): " " for char in SPACES + CONTROLS}
    table.update({ord(char): "-" for char in DASHES})
    table.update({ord(char): "\n" for char in BREAKS})
    table.update({ord(old): new for old, new in ETHS.items()})
    table.update({code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
    table.update(dict.fromkeys((0, *range(0xD800, 0xE000)), REPLACEMENT))
    return table
