"""Turns log odds into calibrated chances: a slope and an offset for each output, fitted on cases not trained on.

The method of Platt (1999), here over log odds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vnreport.learned.loglinear import Floats, logistic

# Offset and slope are drawn towards "no change" by this many imagined records, so that a handful of documents moves
# them little.
IMAGINED = 20.0
ROUNDS = 50


@dataclass(frozen=True, slots=True)
class CalibrationMap:
    """chance = logistic(slope × log odds + offset); the slope is above zero, so the order of records stays."""

    slope: float
    offset: float

    def chances(self, sums: Floats) -> Floats:
        """The calibrated chances of some log odds."""
        return logistic(self.slope * sums + self.offset)


def calibrated(sums: Floats, maps: Sequence[CalibrationMap]) -> Floats:
    """The calibrated chances of log odds that stand in one column a map."""
    slopes, offsets = np.array([[each.slope, each.offset] for each in maps]).T
    return logistic(slopes * sums + offsets)


UNCHANGED = CalibrationMap(1.0, 0.0)


def fit_map(sums: Floats, right: Floats, row_weights: Floats, *, around: CalibrationMap = UNCHANGED) -> CalibrationMap:
    """The map that makes `right` (0 or 1 each) likeliest, drawn towards `around`; `around` itself where it has no case.

    Newton's method on two numbers. A slope that would fall below a tenth stays there: the order of records is kept.
    """
    if not len(sums):
        return around
    numbers = np.array([around.slope, around.offset])
    start = numbers.copy()
    columns = np.stack([sums, np.ones_like(sums)], axis=1)
    for _ in range(ROUNDS):
        chances = logistic(columns @ numbers)
        slope = columns.T @ (row_weights * (chances - right)) + IMAGINED * 0.25 * (numbers - start)
        bend = (columns * (row_weights * chances * (1.0 - chances))[:, None]).T @ columns
        move = np.linalg.solve(bend + IMAGINED * 0.25 * np.eye(2), slope)
        numbers = numbers - np.clip(move, -1.0, 1.0)
        numbers[0] = max(numbers[0], 0.1)
    return CalibrationMap(round(float(numbers[0]), 4), round(float(numbers[1]), 4))
