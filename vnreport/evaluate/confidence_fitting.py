"""Fits confidence: weights and maps from an annotated corpus, or only the maps on gold of a user's own genre."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from vnreport.assembly.trust.confidence import OUTPUTS, ConfidenceModel
from vnreport.errors import InputError
from vnreport.evaluate.calibration import accept_at, expected_error
from vnreport.evaluate.confidence_cases import Case, folds_of, kinds_of, labels_of, read_cases
from vnreport.evaluate.gold import load_gold
from vnreport.learned.calibration_maps import UNCHANGED, CalibrationMap, fit_map
from vnreport.learned.loglinear import Floats, LogLinear, fit, frequent, logistic

FOLDS = 5
# A feature that fewer records show is left out; the penalty is for each record, so that models of fewer records weigh
# as steeply. Tried 15, 30, 60 and 100 with penalties 5, 15, 40 and 100 of all 11,000: the order of records is best
# with these (area under the curve on the development reports 0.790, with 15 0.770), and no worse beyond (0.721 and
# 0.719). Trees (boosted, 200 to 400) over the same features order them no better.
LEAST = 30
PENALTY = 0.009
RECORD_PLACE = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What confidences are worth on some records: how many, the expected calibration error, the share acceptable."""

    records: int
    ece: float
    accept_at_99: float
    pairs: tuple[tuple[float, bool], ...]
    """The confidence of each record and whether it is right."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model with its figures, of records in documents that it was not fitted on."""

    model: ConfidenceModel
    figures: Figures
    before: Figures
    """The figures of the maps that were there before; for a new model, those of the raw log odds."""


def fit_confidence(cases: Sequence[Case], row_weights: Floats, *, share: float) -> Fitted:
    """The model of a training corpus.

    The weights see all cases; the maps see log odds of models that saw no document of the case's kind, because the
    genre meant is another one too. `row_weights` hold one a case. `share` is the share of right records expected of
    the genre meant: each map's offset moves from the corpus's odds to those (Saerens, Latinne and Decaestecker 2002).
    """
    rows = [case.evidence for case in cases]
    labels, folds = labels_of(cases), np.array(kinds_of(cases))
    outside = np.zeros_like(labels)
    for fold in sorted(set(folds.tolist())):
        seen, kept = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        model = _fit_weights([rows[place] for place in seen], labels[seen], row_weights[seen])
        outside[kept] = model.sums([rows[place] for place in kept])
    unchanged = dict.fromkeys(OUTPUTS, UNCHANGED)
    figures = _outside_figures(outside, labels, row_weights, unchanged, folds)
    before = _figures(outside[:, RECORD_PLACE], UNCHANGED, labels[:, RECORD_PLACE])
    maps = _carried(outside, labels, row_weights, _fit_maps(outside, labels, row_weights, unchanged), share=share)
    return Fitted(ConfidenceModel(_fit_weights(rows, labels, row_weights), maps), figures, before)


def _carried(
    sums: Floats, labels: Floats, row_weights: Floats, maps: Mapping[str, CalibrationMap], *, share: float
) -> dict[str, CalibrationMap]:
    """The maps for a genre in which `share` of the records is right, and each field's errors as much rarer."""
    weights = row_weights / row_weights.sum()
    right = (labels * weights[:, None]).sum(axis=0)
    rarer = (1.0 - share) / (1.0 - right[RECORD_PLACE])
    carried = {}
    for place, name in enumerate(OUTPUTS):
        slope = maps[name].slope
        offset = _offset_at(slope * sums[:, place], weights, share=float(right[place]))
        shift = _log_odds(1.0 - (1.0 - float(right[place])) * rarer) - _log_odds(float(right[place]))
        carried[name] = CalibrationMap(slope, round(offset + shift, 4))
    return carried


def _offset_at(sums: Floats, weights: Floats, *, share: float) -> float:
    """The offset at which the weighted mean of the chances is `share`."""
    low, high = -20.0, 20.0
    for _ in range(60):
        middle = (low + high) / 2.0
        if float((weights * logistic(sums + middle)).sum()) < share:
            low = middle
        else:
            high = middle
    return middle


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 1e-4), 1.0 - 1e-4)
    return math.log(bounded / (1.0 - bounded))


def recalibrate(gold: str | Path, *, confidence: str | None = None) -> Fitted:
    """The model with its maps fitted anew on gold documents; `confidence` is the model to begin with, None the shipped.

    Raises InputError where the gold holds fewer than two documents with records.
    """
    from vnreport.components.confidence import read_confidence_model
    from vnreport.pipeline.build import load

    model = read_confidence_model(confidence)
    cases = read_cases(load_gold(gold), load(confidence=confidence))
    if len({case.document for case in cases}) < 2:
        raise InputError(str(gold), "calibration needs at least two documents in which records are found")
    labels, weights = labels_of(cases), np.ones(len(cases))
    sums = model.weights.sums([case.evidence for case in cases])
    folds = np.array(folds_of(cases, folds=FOLDS))
    figures = _outside_figures(sums, labels, weights, model.maps, folds)
    before = _figures(sums[:, RECORD_PLACE], model.maps[OUTPUTS[RECORD_PLACE]], labels[:, RECORD_PLACE])
    return Fitted(ConfidenceModel(model.weights, _fit_maps(sums, labels, weights, model.maps)), figures, before)


def _fit_weights(rows: Sequence[Sequence[str]], labels: Floats, row_weights: Floats) -> LogLinear:
    features = frequent(rows, least=LEAST)
    return fit(rows, labels, outputs=OUTPUTS, features=features, row_weights=row_weights, penalty=PENALTY * len(rows))


def _fit_maps(
    sums: Floats, labels: Floats, row_weights: Floats, around: Mapping[str, CalibrationMap]
) -> dict[str, CalibrationMap]:
    return {
        name: fit_map(sums[:, place], labels[:, place], row_weights, around=around[name])
        for place, name in enumerate(OUTPUTS)
    }


def _outside_figures(
    sums: Floats,
    labels: Floats,
    row_weights: Floats,
    around: Mapping[str, CalibrationMap],
    folds: np.typing.NDArray[np.int64],
) -> Figures:
    """The figures of confidences whose map saw only documents of the other folds."""
    name = OUTPUTS[RECORD_PLACE]
    chances = np.zeros(len(sums))
    for fold in sorted(set(folds.tolist())):
        seen, kept = folds != fold, folds == fold
        found = fit_map(sums[seen, RECORD_PLACE], labels[seen, RECORD_PLACE], row_weights[seen], around=around[name])
        chances[kept] = found.chances(sums[kept, RECORD_PLACE])
    return _pairs_figures(chances, labels[:, RECORD_PLACE])


def _figures(sums: Floats, calibration: CalibrationMap, right: Floats) -> Figures:
    return _pairs_figures(calibration.chances(sums), right)


def _pairs_figures(chances: Floats, right: Floats) -> Figures:
    pairs = tuple((float(chance), bool(verdict)) for chance, verdict in zip(chances, right, strict=True))
    return Figures(len(pairs), expected_error(pairs), accept_at(pairs), pairs)
