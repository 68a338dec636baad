"""Makes the rows of the flat tables from reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from vnreport.writers.columns import Row

if TYPE_CHECKING:
    import pyarrow as pa

FlatRows: TypeAlias = "dict[str, list[Row]]"
"""The rows of some documents by table."""

_RANGE = ("low", "high", "bound")
_PLACE = ("page", "paragraph", "sheet", "table", "row", "column")


def flatten(batches: Iterable[pa.RecordBatch]) -> Iterator[FlatRows]:
    """For each batch of a run the rows of `columns.TABLES`."""
    key = 0
    for batch in batches:
        rows: FlatRows = {"documents": [], "records": [], "comparisons": []}
        for document in batch.to_pylist():
            key += 1
            text = document.pop("report")
            report = None if text is None else json.loads(text)
            rows["documents"].append(document_row(key, document, report))
            if report is None:
                continue
            for record in report["records"]:
                rows["records"].append(record_row(key, report, record))
                rows["comparisons"] += comparison_rows(key, report, record)
        yield rows


def document_row(key: int, document: dict[str, Any], report: dict[str, Any] | None) -> Row:
    """The row of a document; `report` is its output JSON, None without one."""
    return {
        "document": key,
        **document,
        "records": None if report is None else len(report["records"]),
        "warnings": "\n".join(report["warnings"]) or None if report else None,
        "text_sha256": report["text_sha256"] if report else None,
    }


def record_row(key: int, report: dict[str, Any], record: dict[str, Any]) -> Row:
    """The row of a record."""
    indicator, value, period = record["indicator"], record["value"] or {}, record["period"] or {}
    place = record.get("location") or {}
    verdicts = [check["verdict"] for check in record["checks"]]
    return {
        "document": key,
        "document_id": report["id"],
        "document_date": report["date"],
        "record": record["id"],
        "indicator": indicator["name"],
        "scope": " | ".join(scope["text"] for scope in record["scope"]) or None,
        "period": period.get("iso"),
        **{name: period.get(name) for name in ("first_day", "last_day", "as_of")},
        "value": value.get("number"),
        **{name: value.get(name) for name in ("low", "high", "of", "bound")},
        "unit": value["unit"]["code"] if value else None,
        **{name: record[name] for name in ("status", "aggregation")},
        "comparisons": len(record["comparisons"]),
        "checks": "inconsistent" if "inconsistent" in verdicts else verdicts[0] if verdicts else None,
        "part_of": record["part_of"],
        "confidence": record["confidence"],
        **{f"indicator_{name}": indicator[name] for name in ("text", "start", "end")},
        **{f"value_{name}": value.get(name) for name in ("text", "start", "end")},
        "period_text": period.get("text"),
        "period_inherited": period.get("inherited"),
        **{f"sentence_{name}": record["sentence"][name] for name in ("start", "end")},
        **{f"place_{name}": place.get(name) for name in _PLACE},
    }


def comparison_rows(key: int, report: dict[str, Any], record: dict[str, Any]) -> Iterator[Row]:
    """The rows of a record's comparisons."""
    for number, comparison in enumerate(record["comparisons"], 1):
        amount, baseline = comparison["amount"] or {}, comparison["baseline"]
        period, earlier = baseline["period"] or {}, comparison["baseline_value"] or {}
        yield {
            "document": key,
            "document_id": report["id"],
            "record": record["id"],
            "comparison": number,
            "indicator": record["indicator"]["name"],
            "direction": comparison["direction"],
            "amount": amount.get("number"),
            **{name: amount.get(name) for name in _RANGE},
            "unit": amount["unit"]["code"] if amount else None,
            "baseline_kind": baseline["kind"],
            "baseline_period": period.get("iso"),
            **{f"baseline_{name}": period.get(name) for name in ("first_day", "last_day")},
            "baseline_text": baseline["text"],
            "baseline_value": earlier.get("number"),
            "baseline_unit": earlier["unit"]["code"] if earlier else None,
            **{name: comparison[name] for name in ("text", "start", "end")},
        }
