"""Composes patterns by name: `${year}` in a lexicon pattern stands for the piece of that name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from vnreport.errors import DataFileError, Fault

PIECE = re.compile(r"\$\{([a-z_][a-z0-9_.]*)\}")
MAX_DEPTH = 8  # pieces nest three deep today; a deeper nest is a circle


def alternation(surfaces: Iterable[str]) -> str:
    """A non-capturing group that matches any of the literal texts, the longest first."""
    ordered = sorted(set(surfaces), key=lambda text: (-len(text), text))
    return "(?:" + "|".join(re.escape(text).replace(r"\ ", " ") for text in ordered) + ")"


def expand(pattern: str, pieces: Mapping[str, str]) -> str:
    """The pattern with every `${name}` replaced by its piece, pieces within pieces too.

    Raises KeyError for a name that `pieces` lacks and RecursionError for pieces that need one another.
    """
    for _ in range(MAX_DEPTH):
        if "${" not in pattern:
            return pattern
        pattern = PIECE.sub(lambda match: pieces[match[1]], pattern)
    raise RecursionError(pattern)


def compile_patterns(
    patterns: Mapping[str, Iterable[str]], pieces: Mapping[str, str], *, source: str
) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Compiled patterns by row id, composed from `pieces`.

    Raises DataFileError listing every fault: an unknown piece, a syntax error, a group without a name, and a pattern
    that matches the empty string.
    """
    faults: list[Fault] = []
    compiled: dict[str, tuple[re.Pattern[str], ...]] = {}
    for row_id, surfaces in patterns.items():
        compiled[row_id] = tuple(
            pattern for surface in surfaces if (pattern := _compile(row_id, surface, pieces, faults)) is not None
        )
    if faults:
        raise DataFileError(source, tuple(faults))
    return compiled


def _compile(row_id: str, surface: str, pieces: Mapping[str, str], faults: list[Fault]) -> re.Pattern[str] | None:
    """One compiled pattern, or None when it has a fault, which is added to `faults`."""
    try:
        expanded = expand(surface, pieces)
        pattern = re.compile(expanded)
    except KeyError as error:
        faults.append(Fault(row_id, "surfaces", f"the piece {error.args[0]!r}", ", ".join(sorted(pieces))))
    except RecursionError:
        faults.append(Fault(row_id, "surfaces", repr(surface), "pieces that end"))
    except re.error as error:
        faults.append(Fault(row_id, "surfaces", f"{surface!r}: {error}", "a regular expression"))
    else:
        if pattern.groups != len(pattern.groupindex):
            faults.append(Fault(row_id, "surfaces", repr(surface), "named or non-capturing groups only"))
        elif pattern.match("") is not None:
            faults.append(Fault(row_id, "surfaces", repr(surface), "a pattern that needs some text"))
        else:
            return pattern
    return None
