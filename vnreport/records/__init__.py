"""What comes out: frozen models and their JSON Schema. Imported lazily, because pydantic is slow to import."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnreport.records.models import Record, Report, json_schema

__all__ = ["Record", "Report", "json_schema"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module("vnreport.records.models"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
