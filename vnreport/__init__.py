"""Indicator records from Vietnamese government reports and press releases.

    import vnreport
    report = vnreport.extract(text, date="2023-10-05")
    for record in report.records: ...

Everything heavy is imported at its first use.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnreport.batch.folders import Documents, read_folder
    from vnreport.batch.mapping import ReportMapper
    from vnreport.pipeline.build import extract, extract_all, load, make_doc
    from vnreport.records.models import Record, Report

__version__ = "0.1.0"
__all__ = [
    "Documents",
    "Record",
    "Report",
    "ReportMapper",
    "extract",
    "extract_all",
    "load",
    "make_doc",
    "read_folder",
]

_HOMES = {
    "extract": "vnreport.pipeline.build",
    "extract_all": "vnreport.pipeline.build",
    "load": "vnreport.pipeline.build",
    "make_doc": "vnreport.pipeline.build",
    "Documents": "vnreport.batch.folders",
    "ReportMapper": "vnreport.batch.mapping",
    "read_folder": "vnreport.batch.folders",
    "Record": "vnreport.records.models",
    "Report": "vnreport.records.models",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
