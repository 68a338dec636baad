"""The function of a run: a row depends on its document alone, and a bad one says why."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pyarrow as pa
import pytest
from batch_documents import sentence

import vnreport
from vnreport.batch import BatchConfig, process_batches
from vnreport.batch.schema import INPUT, OUTPUT
from vnreport.batch.shards import table_batches
from vnreport.readers import Limits

ROWS = [{"id": f"d{number}", "source": "s", "text": sentence(number), "date": "2024-12-31"} for number in range(8)]


def run(
    rows: list[dict[str, object]], *, size: int = 100, config: BatchConfig | None = None
) -> list[dict[str, object]]:
    batches = (pa.RecordBatch.from_pylist(rows[at : at + size], schema=INPUT) for at in range(0, len(rows), size))
    done = list(process_batches(batches, config or BatchConfig()))
    assert all(batch.schema == OUTPUT for batch in done)
    return [row for batch in done for row in batch.to_pylist()]


def test_report_is_that_of_extract() -> None:
    (row,) = run(ROWS[:1])
    assert json.loads(row["report"]) == vnreport.extract(sentence(0), date="2024-12-31", id="d0").to_dict()
    assert {name: row[name] for name in ("id", "status", "reason", "date")} == {
        "id": "d0", "status": "ok", "reason": None, "date": "2024-12-31",
    }  # fmt: skip


@pytest.mark.parametrize("size", [1, 3])
def test_size_of_batches_changes_nothing(size: int) -> None:
    assert run(ROWS, size=size) == run(ROWS)


def test_metadata_of_a_file_and_of_a_text(tmp_path: Path) -> None:
    head = "BỘ CÔNG THƯƠNG\nSố: 12/BC-BCT\nHà Nội, ngày 06 tháng 7 năm 2025\nBÁO CÁO\nTình hình tháng 6\n\n"
    path = tmp_path / "bc.txt"
    path.write_text(head + sentence(1), encoding="utf-8")
    row, text = run([{"id": "a", "path": os.fsencode(path)}, {"id": "b", "text": head + sentence(1), "title": "Khác"}])
    assert (row["number"], row["date"]) == ("12/BC-BCT", "2025-07-06")
    assert row["title"].startswith("BÁO CÁO")
    assert (text["number"], text["title"], text["date"]) == ("12/BC-BCT", "Khác", "2025-07-06")


def test_bad_rows_say_why(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("dài " * 100, encoding="utf-8")
    rows = [
        {"id": "a", "path": os.fsencode(tmp_path / "none.pdf")},
        {"id": "b", "path": os.fsencode(path)},
        {"id": "c", "text": "a", "date": "5/10/2023"},
        {"id": "d", "status": "skipped", "reason": "a hidden file"},
        {"id": "e"},
        {"id": "f", "content": b"%PDF-1.4\n1 0 obj", "source": "f.pdf"},
    ]
    done = run(rows, config=BatchConfig(limits=Limits(max_bytes=100)))
    assert [(row["id"], row["status"], row["reason"]) for row in done][:5] == [
        ("a", "error", "missing: there is no such file"),
        ("b", "error", "too_large: 0 MB, more than 0"),
        ("c", "error", "unusable: '5/10/2023' is not a date of the form YYYY-MM-DD"),
        ("d", "skipped", "a hidden file"),
        ("e", "error", "unreadable: has neither text, path nor content"),
    ]
    assert done[5]["reason"].startswith("damaged: ")
    assert not any(row["report"] for row in done)


@pytest.mark.parametrize("sizes", [[1] * 600, [600], [255, 1, 1, 343]])
def test_tables_come_in_batches_of_the_same_bounds(sizes: list[int]) -> None:
    rows = [{"id": str(number), "status": "ok", "report": "x" * (number % 7)} for number in range(600)]
    at, batches = 0, []
    for size in sizes:
        batches.append(pa.RecordBatch.from_pylist(rows[at : at + size], schema=OUTPUT))
        at += size
    found = list(table_batches(batches))
    assert [batch.num_rows for batch in found] == [256, 256, 88]
    assert [row["id"] for batch in found for row in batch.to_pylist()] == [row["id"] for row in rows]
