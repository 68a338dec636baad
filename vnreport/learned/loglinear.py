"""Several logistic regressions over one set of present-or-absent features: fitting and reading them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
# Weights are kept at this many decimals: the scores stay the same to three, and the file is a third the size.
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class LogLinear:
    """Weights of `features` for each of `outputs`; a feature that is not listed weighs nothing.

    `places` and `table` are made of the others: the row of each feature, and all weights with the bias as last row.
    """

    outputs: tuple[str, ...]
    features: tuple[str, ...]
    bias: Floats
    weights: Floats
    places: dict[str, int] = field(init=False, compare=False)
    table: Floats = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", {name: place for place, name in enumerate(self.features)})
        object.__setattr__(self, "table", np.concatenate([self.weights, self.bias[None]]))

    def sums(self, rows: Sequence[Iterable[str]]) -> Floats:
        """The log odds of each row of features, one column an output."""
        return self.sums_at([self.places_of(row) for row in rows])

    def places_of(self, features: Iterable[str]) -> list[int]:
        """The places of the features that weigh something."""
        return [place for place in map(self.places.get, features) if place is not None]

    def sums_at(self, rows: Sequence[Iterable[int]]) -> Floats:
        """The log odds of each row of features given by their places, one column an output."""
        nothing = len(self.features)
        chosen: list[int] = []
        starts: list[int] = []
        for row in rows:
            starts.append(len(chosen))
            # Each row begins with the place of the bias, so that none is empty.
            chosen.append(nothing)
            chosen += row
        if not rows:
            return np.zeros((0, len(self.outputs)))
        found: Floats = np.add.reduceat(self.table.take(np.array(chosen, dtype=np.intp), axis=0), starts, axis=0)
        return found

    def to_dict(self) -> dict[str, Any]:
        """Plain lists: the bias, and one row of weights a feature."""
        return {
            "outputs": list(self.outputs),
            "bias": [round(float(value), DECIMALS) for value in self.bias],
            "weights": {
                name: [round(float(value), DECIMALS) for value in row]
                for name, row in zip(self.features, self.weights, strict=True)
            },
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> LogLinear:
        """The model of `to_dict`. Raises KeyError, TypeError or ValueError where the data is no such model."""
        outputs = tuple(map(str, data["outputs"]))
        rows = data["weights"]
        weights = np.array(list(rows.values()), dtype=np.float64).reshape(len(rows), len(outputs))
        bias = np.array(data["bias"], dtype=np.float64).reshape(len(outputs))
        return cls(outputs, tuple(map(str, rows)), bias, weights)


def logistic(sums: Floats) -> Floats:
    """The chances of log odds."""
    chances: Floats = 1.0 / (1.0 + np.exp(-np.clip(sums, -30.0, 30.0)))
    return chances


def frequent(rows: Iterable[Iterable[str]], *, least: int) -> tuple[str, ...]:
    """The features that stand in at least so many rows, in alphabetical order."""
    counts = Counter(name for row in rows for name in set(row))
    return tuple(sorted(name for name, count in counts.items() if count >= least))


def fit(
    rows: Sequence[Sequence[str]],
    labels: Floats,
    *,
    outputs: tuple[str, ...],
    features: tuple[str, ...],
    row_weights: Floats,
    penalty: float,
    rounds: int = 300,
) -> LogLinear:
    """The weights that make the labels likeliest, less `penalty` / 2 times their squares; the bias is free.

    `labels` holds one column an output, 0 or 1. Accelerated gradient steps from zero, the same each time.
    """
    table = _table(rows, features)
    share = (row_weights / row_weights.sum())[:, None]
    penalties = np.full((table.shape[1], 1), penalty / max(len(rows), 1))
    penalties[-1] = 0.0
    # A logistic loss bends by a quarter at most, so by a quarter of the largest eigenvalue of the weighted squares.
    step = 1.0 / (0.25 * _largest(table, share) + float(penalties.max()))
    solution = ahead = np.zeros((table.shape[1], len(outputs)))
    speed = 1.0
    for _ in range(rounds):
        slope = table.T @ (share * (logistic(table @ ahead) - labels)) + penalties * ahead
        following = ahead - step * slope
        quicker = (1.0 + float(np.sqrt(1.0 + 4.0 * speed * speed))) / 2.0
        if float((slope * (following - solution)).sum()) > 0.0:
            quicker = 1.0
        ahead = following + (speed - 1.0) / quicker * (following - solution)
        solution, speed = following, quicker
    return LogLinear(outputs, features, solution[-1], solution[:-1])


def _table(rows: Sequence[Sequence[str]], features: tuple[str, ...]) -> Floats:
    """One row of zeros and ones each, with a last column of ones for the bias."""
    places = {name: place for place, name in enumerate(features)}
    table = np.zeros((len(rows), len(features) + 1))
    table[:, -1] = 1.0
    for number, row in enumerate(rows):
        table[number, [places[name] for name in row if name in places]] = 1.0
    return table


def _largest(table: Floats, share: Floats) -> float:
    """The largest eigenvalue of the weighted squares of a table, by powers of it."""
    vector = np.ones((table.shape[1], 1))
    value = 1.0
    for _ in range(30):
        vector = table.T @ (share * (table @ vector))
        value = float(np.sqrt((vector * vector).sum()))
        if value == 0.0:
            return 1.0
        vector = vector / value
    return 1.1 * value
