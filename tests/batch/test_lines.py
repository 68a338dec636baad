"""One line in, one object out, in order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import vnreport
from vnreport.batch.lines import extract_lines
from vnreport.errors import InputError

TEXT = "Năm 2023, tỷ lệ hộ nghèo của tỉnh còn 3,2%."


def lines_of(path: Path, content: str) -> list[dict[str, object]]:
    path.write_text(content, encoding="utf-8")
    return list(extract_lines(path))


def test_reports_are_those_of_extract(tmp_path: Path) -> None:
    rows = lines_of(tmp_path / "d.jsonl", json.dumps({"id": "a", "date": "2024-01-05", "text": TEXT}) + "\n")
    assert rows == [vnreport.extract(TEXT, date="2024-01-05", id="a").to_dict()]


@pytest.mark.parametrize("line", ["[]", "1", "null", '"text"', "{}", '{"text": 5}', '{"text": null, "id": "x"}', "{"])
def test_bad_lines_name_their_place(line: str, tmp_path: Path) -> None:
    first, second = lines_of(tmp_path / "d.jsonl", f"\n{line}\n" + json.dumps({"id": "z", "text": TEXT}))
    assert set(first) == {"id", "line", "error"}
    assert first["line"] == 2
    assert "d.jsonl:2" in str(first["error"])
    assert second["id"] == "z"


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.jsonl"):
        list(extract_lines(tmp_path / "no.jsonl"))


def test_file_of_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(b'{"text": "\xff"}\n')
    with pytest.raises(InputError, match="not UTF-8"):
        list(extract_lines(path))
