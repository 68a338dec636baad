"""Frictionless: `datapackage.json`, which describes CSV tables (Data Package v1, Tabular Data Resource)."""

from __future__ import annotations

import json
from pathlib import Path

from vnreport.writers.columns import TABLES, Column, Kind

DATAPACKAGE = "datapackage.json"

_TYPES: dict[Kind, dict[str, object]] = {
    "text": {"type": "string"},
    "day": {"type": "date"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "real": {"type": "number"},
    "boolean": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}
_KEYS = {
    "documents": ["document"],
    "records": ["document", "record"],
    "comparisons": ["document", "record", "comparison"],
}
_PARENTS = {"records": "documents", "comparisons": "records"}


def write_datapackage(directory: Path) -> None:
    """Writes the description of the CSV tables of a folder."""
    text = json.dumps(datapackage(), ensure_ascii=False, indent=2)
    (directory / DATAPACKAGE).write_text(text + "\n", encoding="utf-8", newline="\n")


def datapackage() -> dict[str, object]:
    """The description of the CSV tables as plain data."""
    return {
        "profile": "tabular-data-package",
        "name": "vnreport-tables",
        "title": "Indicator records from Vietnamese reports",
        "resources": [_resource(name, columns) for name, columns in TABLES.items()],
    }


def _resource(name: str, columns: tuple[Column, ...]) -> dict[str, object]:
    """The description of one table."""
    schema: dict[str, object] = {
        "fields": [_field(column) for column in columns],
        "missingValues": [""],
        "primaryKey": _KEYS[name],
    }
    if parent := _PARENTS.get(name):
        keys = _KEYS[parent]
        schema["foreignKeys"] = [{"fields": keys, "reference": {"resource": parent, "fields": keys}}]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, object]:
    """The description of one column."""
    field = {"name": column.name, "description": column.says, **_TYPES[column.kind]}
    if column.required:
        field["constraints"] = {"required": True}
    return field
