"""Legacy encodings are told by font or syllables; what is Unicode is never touched."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import LEGACY, UNICODE

from vnreport.text.legacy import (
    DocumentEncoding,
    convert,
    decode_runs,
    detect_document,
    detect_legacy,
    font_encoding,
    is_unicode,
)
from vnreport.text.legacy_tables import ENCODINGS, load_fonts, load_lookalikes, load_table

VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
SENTENCES = [
    "Kim ngạch xuất khẩu hàng hóa tháng Sáu ước đạt 39,5 tỷ USD",
    "Cà phê Hà Nam, chè Thái, trâu bò và tôm cá",
    "Hà Nam",
    "CÔNG TY CÀ PHÊ BÀ RÀ",
    "III. KINH PHÍ",
    "Độ mặn 4‰; 25°C; 8÷10 m²",
    unicodedata.normalize("NFD", "Công nghiệp chế biến, chế tạo tăng 8,3%"),
]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_tables_cover_all_letters(encoding):
    table = load_table(encoding)
    letters = {*table.singles.values(), *table.pairs.values()}
    missing = set(VIETNAMESE) - letters
    assert not missing or encoding == "vni"
    assert missing <= {"í", "ì", "ó", "ò"}


@pytest.mark.parametrize(("encoding", "name"), [("tcvn3", "TCVN"), ("viscii", "VISCII")])
def test_tables_agree_with_iconv(encoding, name):
    if shutil.which("iconv") is None:
        pytest.skip("iconv is not installed")
    for code, letter in load_table(encoding).singles.items():
        if code < 256:
            done = subprocess.run(
                ["iconv", "-f", name, "-t", "UTF-8"], input=bytes([code]) + b" ", capture_output=True, check=True
            )
            assert unicodedata.normalize("NFC", done.stdout.decode("utf-8").strip(" ")) == letter


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_legacy_text_is_told_and_converted(encoding):
    assert detect_legacy(LEGACY[encoding]) == encoding
    assert convert(LEGACY[encoding], encoding) == UNICODE


@pytest.mark.parametrize("text", SENTENCES)
def test_unicode_is_not_converted(text):
    assert detect_legacy(text) is None
    for font in (None, "other", "tcvn3", "vni", "viscii"):
        document = detect_document([[(UNICODE, font)], [(text, font)]])
        assert document.encoding is None
        assert decode_runs([(text, font)], document=document) == [text]


@given(st.text(alphabet=VIETNAMESE + "abcdeghiklmnopqrstuvxy ", min_size=1))
def test_text_with_unicode_letters_is_not_legacy(text):
    assert detect_legacy(text + " đ") is None


@pytest.mark.parametrize("text", ["Café à la carte", "Zürich und Köln", "São Paulo", "señor", "naïve façade"])
def test_other_languages_stay(text):
    assert detect_legacy(text) is None


def test_font_names():
    assert font_encoding("ABCDEF+.VnTime") == "tcvn3"
    assert font_encoding(".VnTimeH") == "tcvn3-capitals"
    assert font_encoding(".VnArialH,Bold") == "tcvn3-capitals"
    assert font_encoding("VNI-Times") == "vni"
    assert font_encoding("Wingdings") == "symbol"
    assert font_encoding("Times New Roman") == "other"
    assert font_encoding("") is None
    assert load_fonts()
    assert load_lookalikes()["\u2212"] == "\xad"


def test_fonts_decide_on_short_runs():
    none = DocumentEncoding()
    assert decode_runs([("Sè", "tcvn3"), (" 12", "other")], document=none) == ["Số", " 12"]
    assert decode_runs([("Sè", "other")], document=none) == ["Sè"]


def test_fonts_that_deceive_are_not_believed():
    document = detect_document([[(UNICODE, "tcvn3")], [("Kinh phí", "tcvn3")]])
    assert document.fonts_deceive
    assert decode_runs([("Kinh phí", "tcvn3")], document=document) == ["Kinh phí"]


def test_symbols_stay():
    assert decode_runs([("\xb7", "symbol")], document=DocumentEncoding("tcvn3")) == ["\xb7"]


def test_mixed_cell_is_converted_by_words():
    document = DocumentEncoding("tcvn3")
    assert decode_runs([("M¸y mãc thiết bÞ, phụ tïng", None)], document=document) == ["Máy móc thiết bị, phụ tùng"]


def test_capitals_of_tcvn3():
    assert convert("TH¸NG B¶Y", "tcvn3") == "THÁNG BẢY"
    assert convert("Sè liÖu", "tcvn3") == "Số liệu"
    assert convert("Sè", "tcvn3", capitals=True) == "SỐ"


def test_lookalikes_of_pdf_fonts():
    assert convert("tr\u2212íc", "tcvn3") == "trước"
    assert convert("\u2212 5,2", "tcvn3") == "\u2212 5,2"


@given(st.sampled_from(ENCODINGS), st.text(max_size=60))
def test_converting_keeps_what_is_ascii(encoding, text):
    ascii_text = "".join(char for char in text if char.isascii() and char.isprintable())
    assert convert(ascii_text, encoding) == ascii_text
    assert not is_unicode(ascii_text)
