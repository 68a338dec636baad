"""Makes reports of every shape that the models allow, and runs of them."""

from __future__ import annotations

import types
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pyarrow as pa
from hypothesis import strategies as st
from pydantic import BaseModel

from vnreport.batch.schema import OUTPUT
from vnreport.records.models import Report

NUMBERS = st.one_of(
    st.decimals(min_value=-(10**6), max_value=10**6, places=2),
    st.decimals(min_value=-(10**32), max_value=10**32, allow_nan=False),
    st.sampled_from([Decimal("-0"), Decimal("1E-12"), Decimal(10) ** 40, Decimal("99999999999999999999999999999")]),
)
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=8),
    st.sampled_from(["", "=1+1", "'", "+84", "\t=x", "-5", "@a", 'a"b,c\r\nd', "\n", "Hà Nội", "#N/A"]),
)
DAYS = st.one_of(st.dates().map(str), st.sampled_from([None, "2023-02-30", "2023-01-01", "2023-03-31"]))
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(0, 10**9),
    float: st.floats(0, 1),
    bool: st.booleans(),
    Decimal: NUMBERS,
}


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """The values of a field of a model, or a model."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return st.builds(
            annotation, **{name: DAYS if name.endswith("_day") else values(field.annotation) for name, field in fields}
        )
    if origin in (Union, types.UnionType):
        return st.one_of(*(values(choice) for choice in inner))
    if annotation is type(None):
        return st.none()
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is Annotated:
        return values(inner[0])
    if origin is tuple:
        return st.lists(values(inner[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(values(inner[0]), values(inner[1]), max_size=2)
    return SCALARS[annotation]


def row(report: Report, **columns: str | None) -> dict[str, Any]:
    """The row of a run for a report."""
    empty = dict.fromkeys(OUTPUT.names)
    return {**empty, "id": report.id, "date": report.date, "status": "ok", "report": report.to_json(), **columns}


def batches(rows: Iterable[dict[str, Any]], *, size: int = 2) -> list[pa.RecordBatch]:
    """Rows as batches of a run."""
    held = list(rows)
    parts = [held[at : at + size] for at in range(0, len(held), size)]
    return [pa.RecordBatch.from_pylist(part, schema=OUTPUT) for part in parts]


REPORTS = values(Report)
RUNS = st.lists(
    st.one_of(
        st.builds(row, REPORTS, title=TEXTS, issuer=st.none() | TEXTS),
        TEXTS.map(lambda reason: {**dict.fromkeys(OUTPUT.names), "id": "x", "status": "error", "reason": reason}),
    ),
    max_size=3,
).map(batches)
