"""A run of two documents: one with a report, one that failed."""

from __future__ import annotations

import pyarrow as pa
import pytest
from report_strategies import batches, row

import vnreport

TEXT = (
    "Thu ngân sách 9 tháng đầu năm 2023 đạt 8.420,5 tỷ đồng, tăng 6,5% so với cùng kỳ năm 2022. "
    "Sản lượng ước đạt 123.456.789.012.345.678 tấn."
)


@pytest.fixture(scope="session")
def run() -> list[pa.RecordBatch]:
    report = vnreport.extract(TEXT, date="2023-10-05", id="a")
    failed = {**row(report), "id": "b", "status": "error", "reason": "=HYPERLINK(1)", "report": None, "date": None}
    return batches([row(report, title="+Báo cáo", issuer="Sở Tài chính"), failed])
