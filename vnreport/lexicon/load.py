"""Reads lexicon files: TOML tables of rows, typed, unique and NFC-checked, all faults reported at once."""

from __future__ import annotations

import dataclasses
import sys
import typing
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from importlib import resources
from typing import Any, TypeVar

from vnreport.errors import DataFileError, Fault

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover
    import tomli as tomllib


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """What every lexicon row has.

    `id` is a stable dotted name that evidence quotes; `surfaces` are the ways it is written, in NFC, lower case unless
    case matters; `source` the standard, decree or corpus behind it; `examples` are the row's own test: each must be
    read as this row, each of `counter_examples` must not.
    """

    id: str
    surfaces: tuple[str, ...]
    source: str = ""
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


R = TypeVar("R", bound=Row)

_SHAPES: dict[Any, tuple[Any, str]] = {
    str: (str, "a text"),
    int: (int, "a whole number"),
    bool: (bool, "true or false"),
    Decimal: (str, 'a decimal in quotes, as "0.5"'),
    tuple[str, ...]: (list, "a list of texts"),
}


def read_rows(name: str, model: type[R]) -> tuple[R, ...]:
    """The rows of `data/<name>.toml` as `model` objects, in file order.

    A row takes its id from its table name: `[period.ytd.months]`. Raises DataFileError listing every fault: unknown or
    missing keys, wrong types, texts that are not NFC, and the same surface twice in one row.
    """
    path = resources.files("vnreport.lexicon").joinpath("data").joinpath(f"{name}.toml")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataFileError(name, (Fault("file", "path", "nothing", str(path)),)) from error
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(str(path), (Fault("file", "syntax", str(error), "TOML 1.0"),)) from error
    faults: list[Fault] = []
    hints = typing.get_type_hints(model)
    rows = [_row(model, hints, row_id, table, faults) for row_id, table in _leaves(tables, "")]
    if faults:
        raise DataFileError(str(path), tuple(faults))
    return tuple(row for row in rows if row is not None)


def _leaves(tables: dict[str, Any], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Dotted names and tables of the rows: a table that has `surfaces` is a row, one of tables goes deeper."""
    for key, value in tables.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            if "surfaces" in value or not any(isinstance(child, dict) for child in value.values()):
                yield name, value
            else:
                yield from _leaves(value, f"{name}.")


def _row(model: type[R], hints: dict[str, Any], row_id: str, table: dict[str, Any], faults: list[Fault]) -> R | None:
    """One row object, or None when it has faults, which are added to `faults`."""
    before = len(faults)
    known = {field.name: field for field in dataclasses.fields(model) if field.name != "id"}
    values: dict[str, Any] = {}
    value: Any
    for key, value in table.items():
        if key not in known:
            faults.append(Fault(row_id, key, "an unknown key", ", ".join(known)))
            continue
        raw, wanted = _SHAPES[hints[key]]
        if not isinstance(value, raw) or (raw is list and not all(isinstance(item, str) for item in value)):
            faults.append(Fault(row_id, key, repr(value), wanted))
            continue
        texts: list[Any] = value if isinstance(value, list) else [value]
        faults.extend(
            Fault(row_id, key, repr(item), "text in NFC")
            for item in texts
            if isinstance(item, str) and not unicodedata.is_normalized("NFC", item)
        )
        faults.extend(Fault(row_id, key, repr(item), "each once") for item in texts if texts.count(item) > 1)
        values[key] = tuple(texts) if raw is list else Decimal(value) if hints[key] is Decimal else value
    for name, field in known.items():
        if name not in values and field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            faults.append(Fault(row_id, name, "nothing", _SHAPES[hints[name]][1]))
    return model(id=row_id, **values) if len(faults) == before else None
