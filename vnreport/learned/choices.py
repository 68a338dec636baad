"""A log-linear choice among candidates: the chance of each is exp of its sum over that of all.

The conditional logit of McFadden (1974), with as many right candidates as there are.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vnreport.learned.loglinear import Floats, LogLinear, frequent

OUTPUT = "chosen"
ROUNDS = 300


def fit_choices(
    choices: Sequence[Sequence[Sequence[str]]],
    right: Sequence[Sequence[bool]],
    *,
    weights: Sequence[float],
    penalty: float,
    least: int,
) -> LogLinear:
    """The weights that make it likeliest that one of the right candidates is chosen, less `penalty` / 2 squares.

    `choices` holds the features of each candidate of each choice, `right` which of them are; choices with none right
    say nothing. Accelerated gradient steps from zero, the same each time.
    """
    kept = [n for n, verdicts in enumerate(right) if any(verdicts)]
    rows = [row for n in kept for row in choices[n]]
    features = frequent(rows, least=least)
    places = {name: place for place, name in enumerate(features)}
    indices = [[places[name] for name in row if name in places] for row in rows]
    columns = np.array([place for row in indices for place in row], dtype=np.intp)
    owners = np.repeat(np.arange(len(rows)), [len(row) for row in indices])
    group = np.repeat(np.arange(len(kept)), [len(choices[n]) for n in kept])
    good = np.array([verdict for n in kept for verdict in right[n]], dtype=np.float64)
    share = np.array([weights[n] for n in kept], dtype=np.float64)
    share = (share / share.sum())[group]
    # A softmax bends by half the largest squared length of a row at most.
    step = 1.0 / (0.5 * max((len(row) for row in indices), default=1) + penalty / max(len(kept), 1))
    solution = ahead = np.zeros(len(features))
    speed = 1.0
    for _ in range(ROUNDS):
        sums: Floats = np.bincount(owners, ahead[columns], len(rows)).astype(np.float64)
        chances = _softmax(sums, group, np.ones_like(good))
        wanted = _softmax(sums, group, good)
        pull = (share * (chances - wanted))[owners]
        slope: Floats = np.bincount(columns, pull, len(features)) + penalty / max(len(kept), 1) * ahead
        following = ahead - step * slope
        quicker = (1.0 + float(np.sqrt(1.0 + 4.0 * speed * speed))) / 2.0
        if float(slope @ (following - solution)) > 0.0:
            quicker = 1.0
        ahead = following + (speed - 1.0) / quicker * (following - solution)
        solution, speed = following, quicker
    return LogLinear((OUTPUT,), features, np.zeros(1), solution[:, None])


def _softmax(sums: Floats, group: np.typing.NDArray[np.intp], among: Floats) -> Floats:
    """The chances of each group's candidates among those marked with 1."""
    count = int(group[-1]) + 1 if len(group) else 0
    most = np.full(count, -np.inf)
    np.maximum.at(most, group, sums)
    powers = np.exp(sums - most[group]) * among
    total = np.bincount(group, powers, count)
    chances: Floats = powers / np.maximum(total[group], 1e-300)
    return chances
