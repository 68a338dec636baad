"""Confidence intervals by drawing whole documents with replacement; the same seed gives the same figures.

The percentile bootstrap of Efron and Tibshirani (1993).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from vnreport.evaluate.judging import JudgedDocument
from vnreport.evaluate.scoring import measure, tally_document

ROUNDS = 200
"""As many as the guide's own scorer draws, so that the intervals agree too."""


def intervals(
    documents: Sequence[JudgedDocument], *, rounds: int = ROUNDS, seed: int = 0, coverage: float = 0.95
) -> dict[str, tuple[float, float]]:
    """The interval of every figure that is a share; empty for fewer than two documents.

    Documents are drawn, not records, because the records of one document stand or fall together.
    """
    if len(documents) < 2:
        return {}
    tallies = [tally_document(document) for document in documents]
    drawer = random.Random(seed)
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        sample = [drawer.choice(tallies) for _ in tallies]
        for name, value in measure(sample).items():
            if isinstance(value, float):
                drawn[name].append(value)
    cut = max(0, int(rounds * (1 - coverage) / 2 + 1e-9) - 1)
    bounds = {}
    for name, values in drawn.items():
        ordered = sorted(values)
        edge = min(cut, (len(ordered) - 1) // 2)
        bounds[name] = (ordered[edge], ordered[-edge - 1])
    return bounds
