"""The in-line markup: what it means, every fault at once, and writing it again."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from case_rows import case_rows

from vnreport.evaluate.markup import MarkupError, read_markup, read_markup_file
from vnreport.evaluate.markup_writer import write_markup

HEADER = ["@id case", "@date 2024-04-01", "@domain prices", "@kind news", "@issuer Báo Ví Dụ", "@period 2024-03"]
RECORD = {"n": None, "v": None, "lo": None, "hi": None, "of": None, "b": "=", "u": "", "ind": "", "sc": [], "p": None}
RECORD |= {"st": "actual", "cmp": [], "opt": False, "check": None}
CHANGE = {"n": None, "d": None, "v": None, "lo": None, "hi": None, "b": "=", "u": "", "bk": "unstated", "bp": None}
CHANGE |= {"bv": None}
MARKUP = Path(__file__).resolve().parents[2] / "corpus" / "markup"


def document(body: str, header: list[str] = HEADER) -> str:
    return "\n".join([*header, ""]) + "\n" + body.lstrip("\n")


def faults_of(content: str) -> list[str]:
    with pytest.raises(MarkupError) as caught:
        read_markup(content, source="case.txt")
    return sorted(f"{fault.place}: {fault.field}" for fault in caught.value.faults)


@pytest.mark.parametrize("row", case_rows("evaluate_markup", "good"))
def test_good(row: dict[str, Any]) -> None:
    found = read_markup(document(row["body"]), source="case.txt", name="case")
    assert found["text"] == row["plain"]
    changes = [{**CHANGE, **item} for item in row["record"].get("cmp", [])]
    assert found["records"][0] == {**RECORD, **row["record"], "cmp": changes}


@pytest.mark.parametrize("row", case_rows("evaluate_markup", "bad"))
def test_bad(row: dict[str, Any]) -> None:
    assert faults_of(document(row["body"])) == sorted(row["faults"])


@pytest.mark.parametrize("row", case_rows("evaluate_markup", "headers"))
def test_header(row: dict[str, Any]) -> None:
    body = 'Có {1:4} tổ.\n#1 u=tổ ind="tổ"\n'
    assert faults_of(document(body, row["header"])) == sorted(row["faults"])


def test_decomposed_document_keeps_its_offsets() -> None:
    body = 'Huyện có {1:1,2 triệu} cây, tỉnh có {2:3 triệu} cây.\n#1 u=cây ind="cây" sc="Huyện"\n#2 u=cây ind="cây"\n'
    found = read_markup(document(body, [*HEADER, "@form NFD"]), source="case.txt")
    assert unicodedata.is_normalized("NFD", found["text"])
    spans = [found["text"][slice(*record["n"])] for record in found["records"]]
    assert [unicodedata.normalize("NFC", span) for span in spans] == ["1,2 triệu", "3 triệu"]
    assert [record["v"] for record in found["records"]] == ["1200000", "3000000"]
    assert read_markup(write_markup(found), source="case.txt") == found


def test_records_stand_in_the_order_of_the_text() -> None:
    body = 'Có {2:4} tổ, {1:5} nhóm.\n#1 u=nhóm ind="nhóm"\n#2 u=tổ ind="tổ"\n'
    assert [record["v"] for record in read_markup(document(body), source="x")["records"]] == ["4", "5"]


def test_decomposed_file_is_a_fault() -> None:
    content = unicodedata.normalize("NFD", document('Có {1:4} tổ.\n#1 u=tổ ind="tổ"\n'))
    assert "line 1: form" in faults_of(content)


def test_file_name_must_be_the_id(tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text(document('Có {1:4} tổ.\n#1 u=tổ ind="tổ"\n'), encoding="utf-8")
    with pytest.raises(MarkupError, match="the file's name, other"):
        read_markup_file(path)


def test_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / "case.txt"
    path.write_bytes(b"@id case\n\n\xff\n")
    with pytest.raises(MarkupError, match="UTF-8"):
        read_markup_file(path)


@pytest.mark.skipif(not MARKUP.is_dir(), reason="the corpus is not beside the tests")
def test_corpus_comes_back_from_writing() -> None:
    for path in sorted(MARKUP.glob("*.txt"))[::7]:
        found = read_markup_file(path)
        assert read_markup(write_markup(found), source=path.name, name=path.stem) == found
        for record in found["records"]:
            for span in filter(None, [record["n"], *(item["n"] for item in record["cmp"])]):
                assert 0 <= span[0] < span[1] <= len(found["text"])
