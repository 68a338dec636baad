"""A choice among candidates is learned from which are right."""

from __future__ import annotations

import pytest

from vnreport.learned.choices import fit_choices
from vnreport.learned.loglinear import LogLinear


def fitted() -> LogLinear:
    choices = [[["near"], ["far"]]] * 8 + [[["far"], ["near"]]] * 8 + [[["far"], ["far", "named"], ["near"]]] * 8
    right = [[True, False]] * 8 + [[False, True]] * 8 + [[False, True, False]] * 8
    return fit_choices(choices, right, weights=[1.0] * len(choices), penalty=1.0, least=2)


def test_the_right_candidates_win() -> None:
    model = fitted()
    near, far, named = model.sums([["near"], ["far"], ["far", "named"]])[:, 0]
    assert named > near > far


def test_choices_with_none_right_say_nothing() -> None:
    lost = fit_choices(
        [[["near"], ["far"]]] * 4 + [[["far"], ["far"]]] * 9,
        [[True, False]] * 4 + [[False, False]] * 9,
        weights=[1.0] * 13,
        penalty=1.0,
        least=2,
    )
    kept = fit_choices([[["near"], ["far"]]] * 4, [[True, False]] * 4, weights=[1.0] * 4, penalty=1.0, least=2)
    assert lost.sums([["near"]]) == pytest.approx(kept.sums([["near"]]))


def test_the_same_each_time() -> None:
    assert fitted().to_dict() == fitted().to_dict()
