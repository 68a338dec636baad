"""The initials and rimes that Vietnamese syllables are made of, and words of more than one that are written as one."""

from __future__ import annotations

from functools import cache

from vnreport.lexicon.load import Row, read_rows


@cache
def load_syllable_parts() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Initials, rimes that take all tones, and rimes that take only the acute and dot, all lower case without tone."""
    rows = _rows()
    free = rows["syllable.rimes.open"] | rows["syllable.rimes.nasal"]
    return rows["syllable.initials"], free, rows["syllable.rimes.stop"]


@cache
def words_in_one() -> frozenset[str]:
    """Words of more than one syllable that are written as one, in lower case: "bêtông"."""
    return _rows()["syllable.written_as_one"]


def _rows() -> dict[str, frozenset[str]]:
    return {row.id: frozenset(row.surfaces) for row in read_rows("syllables", Row)}
