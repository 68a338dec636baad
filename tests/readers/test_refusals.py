"""What cannot be read is refused with its reason, quickly, by the name of the file."""

from __future__ import annotations

import io
import pickle
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import docx, paragraph, pdf, rtf, xlsx

from vnreport.errors import InputError
from vnreport.readers import Limits, Refusal, read_bytes, read_document, read_guarded, refusals

ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
BOMB = b"<w:t>" + b"a" * 30_000_000
ENCRYPTED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a)(a)]" % (b"o" * 32, b"u" * 32)
GOOD = {
    "docx": docx(paragraph("Số liệu tháng 6") * 50),
    "xlsx": xlsx([["Gạo", 745.0]] * 50),
    "rtf": rtf(r"{\f1 Sè liÖu th¸ng 6\par}" * 50),
    "pdf": pdf([b"Report for June"] * 20),
}
BAD = {
    "empty": (b"", "no_text"),
    "blank": (b" \n\n", "no_text"),
    "scan.pdf": (pdf([]), "no_text"),
    "locked.pdf": (pdf([b"x"], extra=ENCRYPTED), "encrypted"),
    "cut.pdf": (b"%PDF-1.4\n1 0 obj\n<<", "damaged"),
    "bomb.docx": (docx("", word__media__a_dot_bin=BOMB), "zip_bomb"),
    "entity.docx": (docx("", word__styles_dot_xml=ENTITY), "external_entities"),
    "macro.docm": (docx(paragraph("a"), word__vbaProject_dot_bin=b"x"), "macros"),
    "cut.docx": (GOOD["docx"][:-100], "damaged"),
    "cut.xlsx": (GOOD["xlsx"][:300], "damaged"),
    "cut.rtf": (GOOD["rtf"][:-50], "damaged"),
    "cut.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
    "not.pdf": (b"just words", "unknown_format"),
    "noise.doc": (bytes(range(256)) * 20, "damaged"),
    "picture.doc": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "unknown_format"),
    "noise.txt": (bytes(range(1, 32)) * 90, "unknown_format"),
    "archive.zip": (docx("").replace(b"word/document.xml", b"word/documend.xml"), "unknown_format"),
    "rows.jsonl": (b'{"text": "a"}\n{"text": ', "damaged"),
}


@pytest.mark.parametrize("name", list(BAD))
def test_bad_file(name, tmp_path):
    data, code = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert isinstance(caught.value, Refusal)
    assert caught.value.code == code, caught.value
    assert caught.value.source.startswith(str(path))
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again)) == (type(caught.value), str(caught.value))


def test_spreadsheet_with_entities():
    data = GOOD["xlsx"]
    with pytest.raises(refusals.ExternalEntities):
        read_bytes(_with_member(data, "xl/sharedStrings.xml", ENTITY), source="a.xlsx")


def test_missing_file(tmp_path):
    with pytest.raises(refusals.Missing):
        read_document(tmp_path / "none.txt")


def test_too_large(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(500 << 20)
    with pytest.raises(refusals.TooLarge, match="500 MB"):
        read_document(path)
    with pytest.raises(refusals.TooLarge):
        read_bytes(b"a" * 100, source="a", limits=Limits(max_bytes=10))


def test_archive_that_lies_about_its_size():
    data = docx(paragraph("a" * 5000))
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        size = made.getinfo("word/document.xml").file_size
    lying = data.replace(struct.pack("<I", size), struct.pack("<I", 10))
    with pytest.raises(refusals.Damaged):
        read_bytes(lying, source="a.docx")


def test_deep_nesting():
    with pytest.raises(Refusal):
        read_bytes(b"{\\rtf1 " + b"{" * 5000 + b"a" + b"}" * 5000 + b"}", source="deep.rtf")
    with pytest.raises(Refusal):
        read_bytes(docx("<w:sdt>" * 3000 + "</w:sdt>" * 3000), source="deep.docx")
    with pytest.raises(refusals.TooLarge):
        read_bytes(b"<html><body>" + b"<div>" * 3000 + b"<p>abc</p>", source="deep.html")
    assert read_bytes(b"<html><body>" + b"<font>" * 3000 + b"<p>abc</p>", source="deep.html").text == "abc\n"


def test_guard_ends_what_takes_too_long(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Số liệu", encoding="utf-8")
    with pytest.raises(refusals.TimedOut):
        read_guarded(path, seconds=0.001)
    with pytest.raises(refusals.Missing):
        read_guarded(tmp_path / "none.txt")


@pytest.mark.parametrize("kind", list(GOOD))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damage_is_refused_or_survived(kind, data):
    good = bytearray(GOOD[kind])
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(good)))
    with suppress(Refusal):
        assert read_bytes(bytes(good[:cut]), source=f"damaged.{kind}").text


def _with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The archive `data` with one more member."""
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as made:
        made.writestr(name, content)
    return target.getvalue()
