"""Every document of the corpus is read: no crash, offsets that quote, parts and periods that make sense."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from test_extract import check_offsets

import vnreport

CORPUS = Path(__file__).parents[2] / "corpus"


def documents() -> list[Any]:
    rows = []
    for name in ("train", "dev", "test"):
        for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.append(pytest.param(row, id=row["id"]))
    return rows


@pytest.mark.parametrize("row", documents())
def test_document_is_read(row: dict[str, Any]) -> None:
    report = vnreport.extract(row["text"], date=row["date"], id=row["id"])
    check_offsets(row["text"], report)
    assert report.id == row["id"]
    ids = [record.id for record in report.records]
    assert len(set(ids)) == len(ids)
    for index, record in enumerate(report.records):
        assert record.part_of is None or record.part_of in ids[:index] + ids[index + 1 :]
        assert 0 <= record.confidence <= 1
        assert record.value is not None or record.comparisons
        period = record.period
        if period is not None and period.first_day and period.last_day:
            assert date.fromisoformat(period.first_day) <= date.fromisoformat(period.last_day)
