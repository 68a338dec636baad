"""Writes what a run came to as files and tables: one module a format.

A format is a function `write(directory, batches)`; `batches` are Arrow record batches, a row a document, with the
columns `id`, `source`, `status` (ok, error, skipped, timeout), `reason`, `date`, `title`, `issuer`, `number` and
`report` (the output JSON, null without one). It holds no more than some batches at a time. `REQUIRES` of its module
names libraries that the package alone does not bring.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from vnreport.errors import InputError

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = {
    "jsonl": "vnreport.writers.jsonl:write",
    "parquet": "vnreport.writers.parquet:write",
    "csv": "vnreport.writers.csv_tables:write",
    "csv-bom": "vnreport.writers.csv_tables:write_with_mark",
    "xlsx": "vnreport.writers.xlsx:write",
    "sdmx": "vnreport.writers.sdmx:write",
}


def write_tables(directory: Path, batches: Iterable[pa.RecordBatch], *, format: str) -> None:  # noqa: A002
    """Writes the tables of a run into a folder, streaming. Raises InputError for a format that there is not."""
    check_format(format)
    module, _, function = FORMATS[format].partition(":")
    getattr(importlib.import_module(module), function)(directory, batches)


def check_format(name: str) -> None:
    """Raises InputError for a format that there is not, or whose libraries (`REQUIRES` of its module) are missing."""
    if name not in FORMATS:
        raise InputError("format", f"no format {name}; known: {', '.join(FORMATS)}")
    module = importlib.import_module(FORMATS[name].partition(":")[0])
    missing = [library for library in getattr(module, "REQUIRES", ()) if importlib.util.find_spec(library) is None]
    if missing:
        raise InputError(f"format {name}", f"needs {', '.join(missing)}: pip install 'vnreport[tables]'")
