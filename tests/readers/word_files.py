"""Writes a small Word 97 file: compound file, header, pieces, fonts and the pages of properties."""

from __future__ import annotations

import struct
from dataclasses import dataclass

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TEXT_AT = 0x800


@dataclass(frozen=True)
class Stretch:
    """Text in one piece: its font, whether it is tracked as deleted, and the properties of the paragraph it ends."""

    text: str
    font: int = 0
    is_deleted: bool = False
    paragraph: bytes = b""


CELL = struct.pack("<HB", 0x2416, 1)


def row_end(edges: list[int]) -> bytes:
    """The properties of a row's end with these cell edges."""
    shape = bytes([len(edges) - 1]) + struct.pack(f"<{len(edges)}h", *edges) + bytes(20 * (len(edges) - 1))
    return CELL + struct.pack("<HB", 0x2417, 1) + struct.pack("<HH", 0xD608, len(shape) + 1) + shape


def doc(stretches: list[Stretch], *, fonts: tuple[str, ...] = ("Times New Roman", ".VnTime"), flags: int = 0) -> bytes:
    """A DOC file of these stretches, its text in one piece of UTF-16."""
    text = "".join(stretch.text for stretch in stretches)
    bounds = [TEXT_AT]
    for stretch in stretches:
        bounds.append(bounds[-1] + 2 * len(stretch.text))
    main = bytearray(TEXT_AT) + text.encode("utf-16-le")
    main += bytes(-len(main) % SECTOR)
    characters = [
        struct.pack("<HH", 0x4A51, item.font) + struct.pack("<HB", 0x0800, item.is_deleted) for item in stretches
    ]
    first = len(main) // SECTOR
    main += _page(bounds, [bytes([len(value)]) + value for value in characters], entry=1)
    paragraphs = [struct.pack("<H", 0) + item.paragraph for item in stretches]
    main += _page(bounds, [b"\0" + bytes([-(-len(value) // 2)]) + value for value in paragraphs], entry=13)
    table = bytearray()
    struct.pack_into("<HH", main, 0, 0xA5EC, 193)
    struct.pack_into("<H", main, 10, flags)
    struct.pack_into("<i", main, 0x4C, len(text))
    names = b"".join(_font(name) for name in fonts)
    pieces = struct.pack("<2I", 0, len(text)) + struct.pack("<HIH", 0, TEXT_AT, 0)
    for index, content in (
        (12, struct.pack("<3I", bounds[0], bounds[-1], first)),
        (13, struct.pack("<3I", bounds[0], bounds[-1], first + 1)),
        (15, struct.pack("<HH", len(fonts), 0) + names),
        (33, b"\2" + struct.pack("<I", len(pieces)) + pieces),
    ):
        struct.pack_into("<II", main, 0x9A + 8 * index, len(table), len(content))
        table += content
    return compound({"WordDocument": bytes(main), "0Table": bytes(table)})


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams, each filled up to at least 4096 bytes."""
    bodies = {name: body + bytes(max(4096 - len(body), -len(body) % SECTOR)) for name, body in streams.items()}
    chains: list[int] = [FAT, END]
    entries = _entry("Root Entry", 5, END, 0, child=1)
    for number, (name, body) in enumerate(bodies.items(), 1):
        start = len(chains)
        count = len(body) // SECTOR
        chains += [*range(start + 1, start + count), END]
        entries += _entry(name, 2, start, len(body), right=number + 1 if number < len(bodies) else FREE)
    fat = struct.pack(f"<{len(chains)}I", *chains) + struct.pack("<I", FREE) * (SECTOR // 4 - len(chains))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    return head + fat + entries.ljust(SECTOR, b"\0") + b"".join(bodies.values())


def _entry(name: str, kind: int, start: int, size: int, *, right: int = FREE, child: int = FREE) -> bytes:
    """A directory entry."""
    wide = name.encode("utf-16-le")
    body = wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide) + 2, kind, 1, FREE, right, child)
    return body + bytes(36) + struct.pack("<IQ", start, size)


def _page(bounds: list[int], values: list[bytes], *, entry: int) -> bytes:
    """A page of properties: bounds, places and, from its end, the property lists."""
    page = bytearray(SECTOR)
    struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
    place = SECTOR - 2
    for index, value in enumerate(values):
        place = (place - len(value)) // 2 * 2
        page[place : place + len(value)] = value
        page[4 * len(bounds) + entry * index] = place // 2
    page[SECTOR - 1] = len(values)
    return bytes(page)


def _font(name: str) -> bytes:
    """An entry of the font table."""
    body = bytes(39) + name.encode("utf-16-le") + b"\0\0"
    return bytes([len(body)]) + body
