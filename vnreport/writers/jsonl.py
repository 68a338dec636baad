"""JSON lines: `records.jsonl` holds the output JSON of each document, `documents.jsonl` a line for each input."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

RECORDS = "records.jsonl"
DOCUMENTS = "documents.jsonl"


def write(directory: Path, batches: Iterable[pa.RecordBatch]) -> None:
    """Writes both files; the lines of `documents.jsonl` are the columns of a run but for the report."""
    with (
        (directory / RECORDS).open("w", encoding="utf-8", newline="\n") as records,
        (directory / DOCUMENTS).open("w", encoding="utf-8", newline="\n") as documents,
    ):
        for batch in batches:
            for row in batch.to_pylist():
                report = row.pop("report")
                if report is not None:
                    records.write(f"{report}\n")
                documents.write(json.dumps(row, ensure_ascii=False) + "\n")
