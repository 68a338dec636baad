"""Words after which a printed line that opens with a figure continues the sentence."""

from __future__ import annotations

from functools import cache

from vnreport.lexicon.load import Row, read_rows


@cache
def words_before_figures() -> tuple[str, ...]:
    """The surfaces of `data/line_breaks.toml`, lower case; a tuple, as `str.endswith` takes it, each after a space."""
    return tuple(f" {surface}" for row in read_rows("line_breaks", Row) for surface in row.surfaces)
