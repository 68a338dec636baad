"""Word 97 files give their text by fonts, without deletions and field codes, and their tables."""

from __future__ import annotations

import struct

import pytest
from samples import LEGACY, UNICODE
from word_files import CELL, Stretch, compound, doc, row_end

from vnreport.readers import Location, read_bytes, refusals


def test_text_and_fonts():
    document = read_bytes(
        doc(
            [
                Stretch("Báo cáo tháng 6\r"),
                Stretch(LEGACY["tcvn3"] + "\r", font=1),
                Stretch("Sè", font=1),
                Stretch(" xóa", is_deleted=True),
                Stretch(" \x13PAGE\x14" + "7\x15\r"),
            ]
        ),
        source="a.doc",
    )
    assert document.text == f"Báo cáo tháng 6\n{UNICODE}\nSố 7\n"
    assert document.encodings == ("tcvn3",)
    assert document.locate(0) == Location(paragraph=1)


def test_table():
    cells = [Stretch("Mặt hàng\x07", paragraph=CELL), Stretch("Tháng 6\x07", paragraph=CELL)]
    rows = [*cells, Stretch("\x07", paragraph=row_end([0, 1000, 3000]))]
    rows += [Stretch(f"{text}\x07", paragraph=CELL) for text in ("Gạo", "745", "512")]
    rows += [Stretch("\x07", paragraph=row_end([0, 1000, 2000, 3000])), Stretch("Hết\r")]
    document = read_bytes(doc(rows), source="a.doc")
    assert document.text == "Mặt hàng\tTháng 6\nGạo\t745\t512\nHết\n"
    assert document.tables[0].rows == (("Mặt hàng", "Tháng 6", "Tháng 6"), ("Gạo", "745", "512"))
    assert document.tables[0].header_rows == 1


def test_word_95():
    text = LEGACY["tcvn3"].encode("latin-1") + b"\rGao\x07745\x07\x07\x13PAGE\x147\x15\r"
    main = bytearray(0x300)
    struct.pack_into("<HH", main, 0, 0xA5DC, 104)
    struct.pack_into("<II", main, 0x18, len(main), len(main) + len(text))
    struct.pack_into("<i", main, 0x34, len(text))
    document = read_bytes(compound({"WordDocument": bytes(main) + text}), source="a.doc")
    assert document.text == f"{UNICODE}\nGao\t745\n7\n"
    assert document.notes


def test_refusals():
    with pytest.raises(refusals.Encrypted):
        read_bytes(doc([Stretch("a\r")], flags=0x0100), source="a.doc")
    with pytest.raises(refusals.Damaged, match="table stream"):
        read_bytes(doc([Stretch("a\r")], flags=0x0200), source="a.doc")
    with pytest.raises(refusals.Encrypted):
        read_bytes(compound({"EncryptedPackage": b"a", "EncryptionInfo": b"b"}), source="a.docx")
    with pytest.raises(refusals.UnknownFormat):
        read_bytes(compound({"PowerPoint Document": b"a"}), source="a.doc")


@pytest.mark.parametrize(
    ("records", "kind"),
    [
        (b"\x00\x02\x0e\x00" + b"\0\0\0\0\xff\xff\xff\xff\0\0\xff\xff\0\0", refusals.Damaged),
        (b"\x2f\x00\x02\x00\x01\x00", refusals.Encrypted),
        (b"\xfc\x00\x08\x00" + b"\xff\xff\xff\xff\xff\xff\xff\xff", refusals.Damaged),
        (b"\x09\x08\xff\xff", refusals.Damaged),
    ],
)
def test_spreadsheets_with_impossible_records(records, kind):
    with pytest.raises(kind):
        read_bytes(compound({"Workbook": records}), source="a.xls")
