"""Folders and datasets from Python: reports, tables of other libraries, and a function that `map` knows again."""

from __future__ import annotations

import importlib.util
import json
import pickle
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from datasets import Dataset
from datasets.fingerprint import Hasher

import vnreport
from vnreport.errors import InputError

TEXT = "Thu ngân sách 9 tháng đầu năm 2023 đạt 8.420 tỷ đồng, tăng 6,5% so với cùng kỳ năm 2022."
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"")
    (tmp_path / "c.txt").write_text("Năm 2023, tỷ lệ hộ nghèo của tỉnh còn 3,2%.", encoding="utf-8")
    return tmp_path


def test_reports_of_a_folder(folder: Path) -> None:
    documents = vnreport.read_folder(folder)
    reports = list(documents)
    assert [report.id for report in reports] == ["a.txt", "c.txt"]
    assert [len(report.records) for report in reports] == [1, 1]
    assert reports == list(documents)
    direct = vnreport.extract(TEXT).records[0]
    assert reports[0].records[0].value == direct.value


def test_arrow(folder: Path) -> None:
    documents = vnreport.read_folder(folder)
    table = documents.to_arrow()
    assert table.column("value").to_pylist() == [Decimal(8_420_000_000_000), Decimal("3.2")]
    assert documents.to_arrow("documents").column("status").to_pylist() == ["ok", "error", "ok"]
    assert documents.to_arrow("comparisons").column("amount").to_pylist() == [Decimal("6.5")]
    with pytest.raises(InputError, match="no table figures; known: documents, records, comparisons"):
        documents.to_arrow("figures")


def test_a_folder_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        vnreport.read_folder(tmp_path / "none")


@pytest.mark.skipif(importlib.util.find_spec("pandas") is None, reason="pandas is not installed")
def test_pandas(folder: Path) -> None:
    frame = vnreport.read_folder(folder).to_pandas()
    assert list(frame["value"]) == [Decimal(8_420_000_000_000), Decimal("3.2")]
    assert list(frame["unit"]) == ["VND", "%"]


@pytest.mark.skipif(importlib.util.find_spec("polars") is None, reason="polars is not installed")
def test_polars(folder: Path) -> None:
    frame = vnreport.read_folder(folder).to_polars()
    assert frame["value"].to_list() == [Decimal(8_420_000_000_000), Decimal("3.2")]


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_library_that_is_missing(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(InputError, match=f"needs {name}: pip install {name}"):
        getattr(vnreport.read_folder(folder), f"to_{name}")()


def test_map() -> None:
    rows = {"id": ["a", "b", "c"], "text": [TEXT, None, TEXT], "date": ["2023-10-05", None, "5/10"]}
    mapped = Dataset.from_dict(rows).map(vnreport.ReportMapper(), batched=True)
    assert json.loads(mapped["report"][0]) == vnreport.extract(TEXT, date="2023-10-05", id="a").to_dict()
    assert mapped["report"][1:] == [None, None]
    assert mapped["reason"][:2] == [None, "no text"]
    assert "not a date" in mapped["reason"][2]
    assert mapped["text"][0] == TEXT


def test_map_without_the_columns() -> None:
    mapper = vnreport.ReportMapper(text="noi_dung")
    assert json.loads(mapper({"noi_dung": [TEXT]})["report"][0] or "")["id"] is None
    with pytest.raises(InputError, match="no such column; there are text"):
        mapper({"text": [TEXT]})


def test_fingerprint_is_the_same_in_another_process_and_after_use() -> None:
    mapper = vnreport.ReportMapper()
    fresh = Hasher.hash(mapper)
    mapper({"text": [TEXT]})
    code = "import vnreport; from datasets.fingerprint import Hasher; print(Hasher.hash(vnreport.ReportMapper()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split()[-1] == fresh == Hasher.hash(mapper) == Hasher.hash(pickle.loads(pickle.dumps(mapper)))
    assert Hasher.hash(vnreport.ReportMapper(text="body")) != fresh
    assert Hasher.hash(vnreport.ReportMapper(program="other")) != fresh
