"""How far a stated confidence is the share that is right: reliability table, expected error, what can be accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of the reliability table: confidences in [low, high), the last one with its end."""

    low: float
    high: float
    count: int
    confidence: float
    """Mean confidence of the bin."""
    right: float
    """Share of the bin that is right."""


def reliability(confidences: Sequence[tuple[float, bool]], *, bins: int = BINS) -> list[Bin]:
    """The reliability table of (confidence, right) pairs, empty bins left out (Niculescu-Mizil and Caruana 2005)."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in confidences:
        groups.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, right))
    table = []
    for index in sorted(groups):
        group = groups[index]
        mean = sum(confidence for confidence, _ in group) / len(group)
        share = sum(right for _, right in group) / len(group)
        table.append(Bin(index / bins, (index + 1) / bins, len(group), mean, share))
    return table


def expected_error(confidences: Sequence[tuple[float, bool]], *, bins: int = BINS) -> float:
    """The expected calibration error: mean distance of confidence and share right, weighted by the bins' sizes.

    Naeini, Cooper and Hauskrecht (2015); 0.0 for no pairs.
    """
    if not confidences:
        return 0.0
    table = reliability(confidences, bins=bins)
    return sum(abs(row.confidence - row.right) * row.count for row in table) / len(confidences)


def accept_at(confidences: Sequence[tuple[float, bool]], *, precision: float = 0.99) -> float:
    """The largest share of records, taken from the most confident down, of which `precision` are right."""
    accepted, right = 0, 0
    for count, (_, verdict) in enumerate(sorted(confidences, key=lambda item: -item[0]), 1):
        right += verdict
        if right / count >= precision:
            accepted = count
    return accepted / len(confidences) if confidences else 0.0


def threshold_at(confidences: Sequence[tuple[float, bool]], *, precision: float = 0.99) -> float | None:
    """The confidence of the last record that `accept_at` accepts, None where it accepts none."""
    count = round(accept_at(confidences, precision=precision) * len(confidences))
    ordered = sorted((confidence for confidence, _ in confidences), reverse=True)
    return ordered[count - 1] if count else None
