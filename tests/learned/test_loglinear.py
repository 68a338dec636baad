"""Log-linear weights and calibration maps: they find what the cases hold, and read what they wrote."""

from __future__ import annotations

import numpy as np
import pytest

from vnreport.learned.calibration_maps import UNCHANGED, CalibrationMap, fit_map
from vnreport.learned.loglinear import LogLinear, fit, frequent, logistic


def cases(count: int = 400) -> tuple[list[list[str]], np.ndarray]:
    """Rows in which "a" speaks for the first output, "b" against it, and "c" says nothing; drawn with a seed."""
    drawer = np.random.default_rng(1)
    rows, labels = [], []
    for _ in range(count):
        present = drawer.random(3) < 0.5
        odds = 2.0 * present[0] - 2.0 * present[1]
        labels.append([float(drawer.random() < 1.0 / (1.0 + np.exp(-odds))), 1.0])
        rows.append([name for name, there in zip("abc", present, strict=True) if there])
    return rows, np.array(labels)


def fitted() -> LogLinear:
    rows, labels = cases()
    return fit(rows, labels, outputs=("x", "y"), features=("a", "b", "c"), row_weights=np.ones(len(rows)), penalty=1.0)


def test_weights_follow_the_cases() -> None:
    weights = dict(zip(fitted().features, fitted().weights[:, 0], strict=True))
    assert weights["a"] == pytest.approx(2.0, abs=0.6)
    assert weights["b"] == pytest.approx(-2.0, abs=0.6)
    assert abs(weights["c"]) < 0.5


def test_fit_is_the_optimum() -> None:
    rows, labels = cases()
    model = fitted()
    table = np.array([[name in row for name in model.features] for row in rows], dtype=float)
    wrong = logistic(model.sums(rows)) - labels
    slope = table.T @ wrong + model.weights
    assert np.abs(slope[:, 0]).max() < 0.05


def test_the_same_each_time() -> None:
    assert fitted().to_dict() == fitted().to_dict()


def test_unknown_features_weigh_nothing() -> None:
    model = fitted()
    assert model.sums([["a", "never seen"]]) == pytest.approx(model.sums([["a"]]))


def test_written_and_read() -> None:
    model = fitted()
    again = LogLinear.from_dict(model.to_dict())
    assert again.sums([["a", "c"]]) == pytest.approx(model.sums([["a", "c"]]), abs=1e-3)


def test_frequent_features() -> None:
    assert frequent([["a", "b"], ["b", "b"], ["b", "c"], ["a"]], least=2) == ("a", "b")


def test_map_finds_slope_and_offset() -> None:
    sums = np.linspace(-4.0, 4.0, 4001)
    right = logistic(0.5 * sums + 1.0)
    found = fit_map(sums, right, np.ones_like(sums))
    assert (found.slope, found.offset) == pytest.approx((0.5, 1.0), abs=0.05)


def test_map_of_no_case_stays() -> None:
    around = CalibrationMap(0.7, -1.0)
    assert fit_map(np.zeros(0), np.zeros(0), np.zeros(0), around=around) == around


def test_map_of_few_cases_moves_little() -> None:
    found = fit_map(np.array([1.0, 2.0]), np.array([0.0, 0.0]), np.ones(2))
    assert UNCHANGED.offset - 1.0 < found.offset < UNCHANGED.offset


def test_map_keeps_the_order() -> None:
    sums = np.linspace(-2.0, 2.0, 500)
    found = fit_map(sums, (sums < 0.0).astype(float), np.ones_like(sums))
    assert found.slope >= 0.1
