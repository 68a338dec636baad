"""Runs of two reports on the same indicator, in every format that can be asked."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

import vnreport
from vnreport.batch.schema import OUTPUT
from vnreport.writers import write_tables

TEXTS = {
    "som": (
        "2023-09-29",
        "Ước 9 tháng năm 2023, kim ngạch xuất khẩu đạt 259,6 tỷ USD, giảm 8,2% so với cùng kỳ năm trước.",
    ),
    "muon": (
        "2023-10-10",
        (
            "Kim ngạch xuất khẩu 9 tháng đầu năm 2023 đạt 259,67 tỷ USD, giảm 8,1% so với cùng kỳ năm trước.\n"
            "Kim ngạch xuất khẩu tháng 9 năm 2023 đạt 30,7 tỷ USD.\n"
            "Thu ngân sách 9 tháng đầu năm 2023 đạt 8.420 tỷ đồng."
        ),
    ),
}


@pytest.fixture(scope="session")
def batch() -> pa.RecordBatch:
    rows = []
    for name, (date, text) in TEXTS.items():
        report = vnreport.extract(text, date=date, id=name).to_json()
        rows.append({**dict.fromkeys(OUTPUT.names), "id": name, "date": date, "status": "ok", "report": report})
    rows.insert(1, {**dict.fromkeys(OUTPUT.names), "id": "hong", "status": "error", "reason": "damaged: none"})
    return pa.RecordBatch.from_pylist(rows, schema=OUTPUT)


@pytest.fixture(scope="session", params=["jsonl", "csv", "csv-bom", "parquet"])
def folder(request: pytest.FixtureRequest, batch: pa.RecordBatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("it's [a] run")
    write_tables(path, [batch], format=request.param)
    return path
