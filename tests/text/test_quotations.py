from __future__ import annotations

import pytest

from vnreport.text.quotations import quotation_around


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ('"Tôi vay 3 tỷ đồng", bà Liên nói.', "3", "Tôi vay 3 tỷ đồng"),
        ('"Tôi vay vốn", bà Liên nói về 3 tỷ đồng.', "3", None),
        ("Ông Tài: “Xưởng “Hoa Mai” thuê 12 thợ”.", "12", None),
        ("“Một vụ.\nHai vụ.”", "Hai", None),
        ("“Xưởng thuê 12 thợ.\nHết.", "12", "Xưởng thuê 12 thợ."),
        ('Lần "một". Lần "hai".', "hai", "hai"),
    ],
)
def test_quotation_around(text: str, word: str, said: str | None) -> None:
    around = quotation_around(text, text.index(word))
    assert (None if around is None else text[slice(*around)]) == said
