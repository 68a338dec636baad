"""The properties of a Word 97 file's characters and paragraphs (after [MS-DOC], 2.6, 2.9.33 and 2.9.175)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_FONT_ASCII, _FONT_OTHER, _STYLE, _DELETED, _HIDDEN, _SYMBOL = 0x4A4F, 0x4A51, 0x4A30, 0x0800, 0x083C, 0x6A09
_IN_TABLE, _ROW_END, _TABLE_SHAPE, _TABLE_HEADER = 0x2416, 0x2417, 0xD608, 0x3404
_CHANGED_TABS = 0xC615
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_PAGE = 512
_NO_STYLE = 0x0FFF
_MERGED_LEFT, _MERGED_ABOVE, _MERGED_TOP = 0x02, 0x20, 0x40


@dataclass(frozen=True, slots=True)
class CharacterFormat:
    """What counts of a run's format; None where the style or the paragraph says."""

    font: int | None = None
    style: int | None = None
    is_deleted: bool = False
    is_hidden: bool = False
    symbol: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """What counts of a paragraph's format; `edges` and `merges` are the shape of the row that it ends."""

    style: int = 0
    in_table: bool = False
    ends_row: bool = False
    is_header: bool = False
    edges: tuple[int, ...] = ()
    merges: tuple[tuple[bool, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Stretches:
    """Property lists by the bytes of the file that they hold for; `starts` in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: tuple[bytes, ...]

    def at(self, offset: int) -> tuple[bytes, int]:
        """The properties at a byte and where they end; nothing up to the next stretch where there are none."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and offset < self.ends[index]:
            return self.values[index], self.ends[index]
        following = self.starts[index + 1] if index + 1 < len(self.starts) else 1 << 40
        return b"", following


def read_stretches(main: bytes, pages: bytes, *, paragraphs: bool) -> Stretches:
    """The stretches on the pages that a table of pages names, of characters or of paragraphs."""
    count = (len(pages) - 4) // 8
    found: list[tuple[int, int, bytes]] = []
    for index in range(max(0, count)):
        number = struct.unpack_from("<I", pages, 4 * (count + 1) + 4 * index)[0] & 0x3FFFFF
        page = main[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE:
            found += _page_stretches(page, paragraphs=paragraphs)
    found.sort(key=lambda stretch: stretch[:2])
    starts, ends, values = zip(*found, strict=True) if found else ((), (), ())
    return Stretches(starts, ends, values)


def _page_stretches(page: bytes, *, paragraphs: bool) -> Iterator[tuple[int, int, bytes]]:
    """Start, end and properties of the stretches of one page."""
    count = page[_PAGE - 1]
    size = 13 if paragraphs else 1
    if 4 * (count + 1) + size * count >= _PAGE:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        place = 2 * page[4 * (count + 1) + size * index]
        value = b""
        if place and place < _PAGE - 1:
            length = page[place]
            if not paragraphs:
                value = page[place + 1 : place + 1 + length]
            elif length:
                value = page[place + 1 : place + 2 * length]
            else:
                value = page[place + 2 : place + 2 + 2 * page[place + 1]]
        yield bounds[index], bounds[index + 1], value


def read_properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The codes and operands of a property list, up to one that is cut off."""
    place = 0
    while place + 2 <= len(data):
        code = struct.unpack_from("<H", data, place)[0]
        place += 2
        size = _SIZES[code >> 13]
        if not size:
            if place >= len(data):
                return
            size = 1 + data[place]
            if code == _TABLE_SHAPE and place + 2 <= len(data):
                size = 1 + struct.unpack_from("<H", data, place)[0]
            elif code == _CHANGED_TABS and data[place] == 255:
                return
        if place + size > len(data):
            return
        yield code, data[place : place + size]
        place += size


def character_format(data: bytes) -> CharacterFormat:
    """The format that a character property list gives."""
    values: dict[int, int] = {}
    for code, operand in read_properties(data):
        values[code] = int.from_bytes(operand[:4], "little")
    font = values.get(_FONT_OTHER, values.get(_FONT_ASCII))
    symbol = values.get(_SYMBOL)
    return CharacterFormat(
        font=font if symbol is None else symbol & 0xFFFF,
        style=values.get(_STYLE),
        is_deleted=values.get(_DELETED, 0) == 1,
        is_hidden=values.get(_HIDDEN, 0) == 1,
        symbol=None if symbol is None else symbol >> 16,
    )


def paragraph_format(data: bytes) -> ParagraphFormat:
    """The format that a paragraph property list gives; its first two bytes are the style."""
    if len(data) < 2:
        return ParagraphFormat()
    values = dict(read_properties(data[2:]))
    edges, merges = _row_shape(values.get(_TABLE_SHAPE, b""))
    return ParagraphFormat(
        style=struct.unpack_from("<H", data)[0],
        in_table=values.get(_IN_TABLE) == b"\x01",
        ends_row=values.get(_ROW_END) == b"\x01",
        is_header=values.get(_TABLE_HEADER) == b"\x01",
        edges=edges,
        merges=merges,
    )


def _row_shape(operand: bytes) -> tuple[tuple[int, ...], tuple[tuple[bool, bool], ...]]:
    """The edges of a row's cells in twips, and whether each goes on from its left and from above."""
    if len(operand) < 3:
        return (), ()
    count = operand[2]
    if len(operand) < 3 + 2 * (count + 1):
        return (), ()
    edges = struct.unpack_from(f"<{count + 1}h", operand, 3)
    merges = []
    for index in range(count):
        flags = operand[3 + 2 * (count + 1) + 20 * index :][:1]
        bits = flags[0] if flags else 0
        merges.append((bool(bits & _MERGED_LEFT), bool(bits & _MERGED_ABOVE) and not bits & _MERGED_TOP))
    return edges, tuple(merges)


def read_style_fonts(data: bytes) -> dict[int, int]:
    """The font number of each style, its own or the one it is based on; -1 holds the default of all."""
    if len(data) < 20:
        return {}
    header = struct.unpack_from("<H", data)[0]
    count, base = struct.unpack_from("<HH", data, 2)
    fonts = {-1: struct.unpack_from("<H", data, 2 + 16)[0]} if header >= 18 else {-1: 0}
    parents: dict[int, int] = {}
    place = 2 + header
    for number in range(count):
        if place + 2 > len(data):
            break
        size = struct.unpack_from("<H", data, place)[0]
        style = data[place + 2 : place + 2 + size]
        place += 2 + size + (size & 1)
        if len(style) > base + 2 and base >= 6:
            parents[number] = struct.unpack_from("<H", style, 2)[0] >> 4
            font = character_format(_style_characters(style, base)).font
            if font is not None:
                fonts[number] = font
    for number in parents:
        seen, parent = {number}, number
        while parent not in fonts and parents.get(parent, _NO_STYLE) not in (_NO_STYLE, *seen):
            parent = parents[parent]
            seen.add(parent)
        if parent in fonts:
            fonts.setdefault(number, fonts[parent])
    return fonts


def _style_characters(style: bytes, base: int) -> bytes:
    """The character properties of a paragraph or character style; empty for other kinds."""
    kind = struct.unpack_from("<H", style, 2)[0] & 0xF
    place = base + 2 + 2 * struct.unpack_from("<H", style, base)[0] + 2
    lists: list[bytes] = []
    while place + 2 <= len(style) and len(lists) < 2:
        size = struct.unpack_from("<H", style, place)[0]
        lists.append(style[place + 2 : place + 2 + size])
        place += 2 + size + (size & 1)
    if kind == 1 and len(lists) == 2:
        return lists[1]
    return lists[0] if kind == 2 and lists else b""
