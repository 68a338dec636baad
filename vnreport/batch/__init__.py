"""Runs over many documents: any mix of files in, tables of records out, restartable, on one machine or a cluster.

    from vnreport.batch import run_batch
    summary = run_batch(["bao-cao/"], out="out", workers=4)

See docs/batch.md. Everything heavy is imported at its first use.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnreport.batch.config import BatchConfig
    from vnreport.batch.process import process_batches
    from vnreport.batch.run import Progress, Summary, run_batch

__all__ = ["BatchConfig", "Progress", "Summary", "process_batches", "run_batch"]

_HOMES = {
    "BatchConfig": "vnreport.batch.config",
    "Progress": "vnreport.batch.run",
    "Summary": "vnreport.batch.run",
    "process_batches": "vnreport.batch.process",
    "run_batch": "vnreport.batch.run",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
