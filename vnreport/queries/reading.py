"""Reads the flat tables of a run back from the format that it was written in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from vnreport.errors import InputError
from vnreport.writers.columns import TABLES
from vnreport.writers.csv_tables import read_table
from vnreport.writers.flatten import FlatRows, comparison_rows, document_row, record_row

_ROWS = 1_000
_DOCUMENT = ("id", "source", "status", "reason", "date", "title", "issuer", "number")


def read_flat_rows(path: Path) -> Iterator[FlatRows]:
    """The rows of a folder with JSON lines or CSV tables, or of a file of reports, some at a time.

    Raises InputError where there are no such tables, or they are damaged.
    """
    if path.is_file():
        return _lines_rows(_reports_of_file(path))
    if (path / "records.jsonl").is_file():
        return _lines_rows(_documents_of_run(path))
    if (path / "records.csv").is_file():
        return _csv_rows(path)
    raise InputError(str(path), "holds no tables of a run in jsonl, csv or parquet")


def _csv_rows(folder: Path) -> Iterator[FlatRows]:
    """The rows of CSV tables, one table after the other."""
    for name in TABLES:
        rows = read_table(folder / f"{name}.csv", name)
        while some := list(islice(rows, _ROWS)):
            yield {**{table: [] for table in TABLES}, name: some}


def _lines_rows(documents: Iterator[tuple[dict[str, Any], dict[str, Any] | None]]) -> Iterator[FlatRows]:
    """The rows of documents, a document at a time."""
    for key, (document, report) in enumerate(documents, 1):
        records = report["records"] if report else []
        yield {
            "documents": [document_row(key, document, report)],
            "records": [record_row(key, report or {}, record) for record in records],
            "comparisons": [row for record in records for row in comparison_rows(key, report or {}, record)],
        }


def _documents_of_run(folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """The documents of a run in JSON lines, with their reports where they have one."""
    reports = _objects(folder / "records.jsonl")
    for document in _objects(folder / "documents.jsonl"):
        report = next(reports, None) if document.get("status") == "ok" else None
        if document.get("status") == "ok" and (report is None or report.get("id") != document.get("id")):
            raise InputError(str(folder), f"no report of document {document.get('id')} in records.jsonl")
        yield {name: document.get(name) for name in _DOCUMENT}, report


def _reports_of_file(path: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """The reports of a file with one a line, and the errors among them."""
    for row in _objects(path):
        found = row if "records" in row else None
        if found is None and "error" not in row:
            raise InputError(str(path), "holds lines that are no reports")
        document = {**dict.fromkeys(_DOCUMENT), "id": row.get("id"), "date": row.get("date"), "source": path.name}
        yield {**document, "status": "error" if found is None else "ok", "reason": row.get("error")}, found


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of JSON lines."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                loaded = json.loads(line)
                if not isinstance(loaded, dict):
                    raise InputError(str(path), "holds a line that is no object")
                yield loaded
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"not readable JSON lines ({error})") from error
