"""The layout of a Word 97 file: header, pieces of text, fonts (after [MS-DOC], 2.4.1 and 2.5)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from vnreport.readers.charsets import to_windows
from vnreport.readers.refusals import Damaged, Encrypted

_MAGIC = 0xA5EC
_WORD_97 = 193
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COUNTS = 0x4C
_TABLES = 0x9A
_STYLES, _CHARACTERS, _PARAGRAPHS, _FONTS, _PIECES = 1, 12, 13, 15, 33


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that stands in one stretch of the file: `[start, end)` of the document, from byte `offset` on.

    `width` is the bytes a character takes: 1 for Windows-1252, 2 for UTF-16.
    """

    start: int
    end: int
    offset: int
    width: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the header leads to: the two streams and the lengths of the document's texts in characters.

    `texts` are main text, footnotes, headers, macros, comments, endnotes, text boxes and those of headers, in the order
    in which they stand one behind the other.
    """

    main: bytes
    table: bytes
    texts: tuple[int, ...]

    def stretch(self, index: int) -> bytes:
        """The bytes of the table stream that entry `index` of the header's list names; empty when out of bounds."""
        offset, size = struct.unpack_from("<II", self.main, _TABLES + 8 * index)
        return self.table[offset : offset + size]

    @property
    def styles(self) -> bytes:
        return self.stretch(_STYLES)

    @property
    def characters(self) -> bytes:
        return self.stretch(_CHARACTERS)

    @property
    def paragraphs(self) -> bytes:
        return self.stretch(_PARAGRAPHS)


def word_version(streams: dict[str, bytes]) -> int:
    """The version number in the header of a Word file, 0 where there is none; Word 97 has 193, Word 95 104."""
    return int.from_bytes(streams.get("WordDocument", b"")[2:4], "little")


def read_header(source: str, streams: dict[str, bytes]) -> Header:
    """The header of a Word 97 to 2003 file; raises Damaged for another version or a cut file, Encrypted."""
    main = streams.get("WordDocument", b"")
    if len(main) < _TABLES + 8 * (_PIECES + 1):
        raise Damaged(source, "the Word header is cut off")
    magic, version = struct.unpack_from("<HH", main)
    flags = struct.unpack_from("<H", main, 10)[0]
    if flags & _ENCRYPTED:
        raise Encrypted(source, "the Word file asks for a password")
    if magic != _MAGIC or version < _WORD_97:
        raise Damaged(source, f"the file is of a Word before version 6 ({version}); save it anew")
    table = streams.get("1Table" if flags & _TABLE_1 else "0Table")
    if table is None:
        raise Damaged(source, "the table stream of the Word file is missing")
    return Header(main, table, struct.unpack_from("<8i", main, _COUNTS))


def read_pieces(source: str, header: Header) -> list[Piece]:
    """The pieces in the order of the text; raises Damaged when they are missing or lie outside the file."""
    data, place = header.stretch(_PIECES), 0
    while place + 5 <= len(data) and data[place] == 1:
        place += 3 + struct.unpack_from("<H", data, place + 1)[0]
    if place + 5 > len(data) or data[place] != 2:
        raise Damaged(source, "the piece table of the Word file is missing; it is cut off")
    size = struct.unpack_from("<I", data, place + 1)[0]
    table = data[place + 5 : place + 5 + size]
    count = (len(table) - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}I", table)
    pieces: list[Piece] = []
    for index in range(count):
        code = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)[0]
        is_narrow = bool(code & 0x40000000)
        offset, width = ((code & 0x3FFFFFFF) // 2, 1) if is_narrow else (code & 0x3FFFFFFF, 2)
        piece = Piece(starts[index], starts[index + 1], offset, width)
        if piece.end < piece.start or offset + (piece.end - piece.start) * width > len(header.main):
            raise Damaged(source, "text of the Word file lies behind its end; it is cut off")
        pieces.append(piece)
    return pieces


def piece_text(header: Header, piece: Piece) -> str:
    """The characters of a piece; one for each unit, so that offsets count."""
    data = header.main[piece.offset : piece.offset + (piece.end - piece.start) * piece.width]
    if piece.width == 1:
        return to_windows(data)
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))


def read_fonts(header: Header) -> list[str]:
    """The names of the fonts by number; "" for one that cannot be read."""
    data = header.stretch(_FONTS)
    names: list[str] = []
    place = 4
    while place < len(data):
        size = data[place] + 1
        name = data[place + 40 : place + size].decode("utf-16-le", errors="replace").split("\0")[0]
        names.append(name)
        place += size
    return names
