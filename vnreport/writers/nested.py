"""Reports as nested Arrow columns: the types follow the models of `vnreport.records`."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel

from vnreport.errors import InputError
from vnreport.records.decimals import plain
from vnreport.records.models import Report
from vnreport.writers.numbers import PRECISION, SCALE, fixed_decimal
from vnreport.writers.row_groups import GroupedFile

OPTIONAL = ("evidence", "location")
"""Fields that the output JSON leaves out when they are not there; null in the columns."""

Converter: TypeAlias = "Callable[[Any, str, dict[str, str]], Any]"
"""Takes a value of the output JSON, its path in the report, and where numbers that do not fit go by their path."""

_GROUP_ROWS = 500

_SCALARS = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    Decimal: pa.decimal128(PRECISION, SCALE),
}


def nested_type(annotation: Any) -> pa.DataType:
    """The Arrow type of a field of a model, or of a model."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return pa.struct([pa.field(name, nested_type(field.annotation)) for name, field in fields])
    if origin in (Union, types.UnionType):
        (some,) = (choice for choice in inner if choice is not type(None))
        return nested_type(some)
    if origin is Literal:
        return pa.string()
    if origin is Annotated:
        return nested_type(inner[0])
    if origin is tuple:
        return pa.list_(nested_type(inner[0]))
    if origin is dict:
        return pa.map_(nested_type(inner[0]), nested_type(inner[1]))
    return _SCALARS[annotation]


def nested_schema() -> pa.Schema:
    """The columns of `reports.parquet`: the number of the document in the run, its report, and what does not fit."""
    fields = list(nested_type(Report))
    return pa.schema([pa.field("document", pa.int64(), nullable=False), *fields, pa.field("unfit", pa.string())])


class NestedWriter:
    """Writes the reports of batches as they pass."""

    def __init__(self, path: Path) -> None:
        """A writer of the file `path`."""
        self._file = GroupedFile(path, nested_schema(), rows=_GROUP_ROWS)
        self._key = 0

    def __enter__(self) -> NestedWriter:
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.__exit__(*raised)

    def passing(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The same batches; the reports of each are written before it is given on."""
        for batch in batches:
            rows = []
            for text in batch.column("report").to_pylist():
                self._key += 1
                if text is not None:
                    rows.append({"document": self._key, **nested_row(json.loads(text))})
            if rows:
                self._file.add(pa.Table.from_pylist(rows, schema=self._file.schema))
            yield batch


def nested_row(report: dict[str, Any]) -> dict[str, Any]:
    """A report as values of the nested columns. Raises InputError for what the models do not know."""
    unfit: dict[str, str] = {}
    row = _report_converter()(report, "", unfit)
    return {**row, "unfit": json.dumps(unfit) if unfit else None}


@cache
def _report_converter() -> Converter:
    """What turns the output JSON of a report into values of the nested columns."""
    return partial(_convert_fields, *_fields(nested_type(Report)))


def _converter(kind: pa.DataType) -> Converter | None:
    """What turns a JSON value into one of an Arrow type, None where it is one as it stands."""
    if pa.types.is_struct(kind):
        return partial(_convert_fields, *_fields(kind))
    if pa.types.is_list(kind):
        inner = _converter(kind.value_type)
        return None if inner is None else partial(_convert_items, inner)
    if pa.types.is_map(kind):
        return _convert_map
    return _convert_number if pa.types.is_decimal(kind) else None


def _fields(kind: pa.DataType) -> tuple[frozenset[str], tuple[tuple[str, Converter], ...]]:
    """The names of a struct's fields, and those of them that are to be turned."""
    found = ((field.name, _converter(field.type)) for field in kind)
    turned = tuple((name, converter) for name, converter in found if converter is not None)
    return frozenset(field.name for field in kind), turned


def _convert_fields(
    known: frozenset[str],
    turned: tuple[tuple[str, Converter], ...],
    value: dict[str, Any],
    path: str,
    unfit: dict[str, str],
) -> dict[str, Any]:
    """An object with its fields turned."""
    if not value.keys() <= known:
        raise InputError(path or "report", f"unknown fields {', '.join(sorted(value.keys() - known))}")
    row = dict(value)
    for name, converter in turned:
        if row.get(name) is not None:
            row[name] = converter(row[name], f"{path}.{name}" if path else name, unfit)
    return row


def _convert_items(inner: Converter, value: list[Any], path: str, unfit: dict[str, str]) -> list[Any]:
    return [inner(item, f"{path}.{at}", unfit) for at, item in enumerate(value)]


def _convert_map(value: dict[str, Any], path: str, unfit: dict[str, str]) -> list[tuple[str, Any]]:
    return list(value.items())


def _convert_number(value: str, path: str, unfit: dict[str, str]) -> Decimal | None:
    """The number, None for one that does not fit; it goes to `unfit` by its path."""
    number = fixed_decimal(value)
    if number is None:
        unfit[path] = value
    return number


def read_reports(path: Path) -> Iterator[dict[str, Any]]:
    """The output JSON of each report in a `reports.parquet`, as it was written."""
    kind = nested_type(Report)
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=256):
            for row in batch.to_pylist():
                unfit, _ = row.pop("unfit"), row.pop("document")
                report: dict[str, Any] = _from_columns(row, kind)
                for place, number in (json.loads(unfit) if unfit else {}).items():
                    _put(report, place.split("."), number)
                yield report


def _from_columns(value: Any, kind: pa.DataType) -> Any:
    """A value of an Arrow type as the output JSON has it."""
    if value is None:
        return None
    if pa.types.is_struct(kind):
        fields = [field for field in kind if value[field.name] is not None or field.name not in OPTIONAL]
        return {field.name: _from_columns(value[field.name], field.type) for field in fields}
    if pa.types.is_list(kind):
        return [_from_columns(item, kind.value_type) for item in value]
    if pa.types.is_map(kind):
        return dict(value)
    return plain(value) if pa.types.is_decimal(kind) else value


def _put(report: Any, path: list[str], number: str) -> None:
    """Puts a number in its place in a report."""
    for name in path[:-1]:
        report = report[int(name)] if isinstance(report, list) else report[name]
    report[path[-1]] = number
