"""What a file may cost."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file; over any of them it is refused with TooLarge or ZipBomb, before the work is done.

    The largest report seen is a yearbook of 40 MB and 900 pages; its text has 3 million characters.
    """

    max_bytes: int = 100 * MEGABYTE
    max_unpacked: int = 400 * MEGABYTE
    max_ratio: int = 200
    """Of unpacked to packed size, for archives that unpack to more than `free_unpacked`; XML packs 10 to 40 times."""
    free_unpacked: int = 10 * MEGABYTE
    max_members: int = 10_000
    max_characters: int = 20_000_000
    max_pages: int = 3_000
    max_cells: int = 2_000_000
    max_columns: int = 1_000
    max_depth: int = 200
    """Of nested groups or elements."""


DEFAULT = Limits()
