from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport.text.tones import fold_tone, strip_tone


@pytest.mark.parametrize(
    ("text", "fold"),
    [
        ("hoà", "hòa"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("Khoẻ, thuỷ; loá.", "Khỏe, thủy; lóa."),
        ("tòan bộ hùynh", "toàn bộ huỳnh"),
        ("qúy, quý, quỹ", "quý, quý, quỹ"),
        ("quốc gia, ngoài, hoạch, xoè2", "quốc gia, ngoài, hoạch, xòe2"),
    ],
)
def test_folds(text: str, fold: str) -> None:
    assert fold_tone(text) == fold


@given(st.text(st.sampled_from("hqHQtn oOuUaAeEyYòóÒàÀáạèẹùụỳýỵỲÝ12,"), max_size=90))
def test_keeps_length_and_letters_and_is_idempotent(text: str) -> None:
    fold = fold_tone(text)
    assert len(fold) == len(text)
    assert strip_tone(fold) == strip_tone(text)
    assert fold_tone(fold) == fold


def test_an_unchanged_text_is_the_same_object() -> None:
    text = "Kết quả giải ngân " * 10
    assert fold_tone(text) is text
