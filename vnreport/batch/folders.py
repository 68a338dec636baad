"""Folders of files as reports or as tables in memory."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from vnreport.batch.config import BatchConfig
from vnreport.batch.inputs import find_inputs
from vnreport.batch.plan import plan_shards
from vnreport.batch.process import process_batches
from vnreport.batch.shards import ShardReader
from vnreport.errors import InputError
from vnreport.writers.columns import TABLES
from vnreport.writers.flatten import flatten
from vnreport.writers.parquet import flat_schema, flat_table

if TYPE_CHECKING:
    import pandas
    import polars

    from vnreport.records.models import Report


def read_folder(*inputs: str | PathLike[str], config: BatchConfig | None = None) -> Documents:
    """The documents that `inputs` name: files of any kind, folders, globs, saved datasets, as in `run_batch`.

    They are read in this process when they are asked for, one after the other, and again each time; for many, with
    workers and resuming, there is `run_batch`. Raises InputError for inputs that name nothing, at the latest when they
    are read.
    """
    names = tuple(fspath(name) for name in inputs)
    next(find_inputs(names), None)
    return Documents(names, config or BatchConfig())


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents that are read when asked for; iterating gives the report of each that can be read."""

    inputs: tuple[str, ...]
    config: BatchConfig = field(default_factory=BatchConfig)

    def __iter__(self) -> Iterator[Report]:
        """The reports, one at a time; why a document has none stands in `to_arrow("documents")`."""
        from vnreport.records.models import Report

        for batch in self.batches():
            for text in batch.column("report").to_pylist():
                if text is not None:
                    yield Report.model_validate(json.loads(text))

    def batches(self) -> Iterator[pa.RecordBatch]:
        """Batches of a row a document, with status, reason and report, as `process_batches` gives them."""
        reader = ShardReader()
        for shard in plan_shards(find_inputs(self.inputs), {}):
            yield from process_batches(reader.batches(shard), self.config)

    def to_arrow(self, table: str = "records") -> pa.Table:
        """A flat table (records, comparisons or documents) as an Arrow table; figures are exact decimals."""
        if table not in TABLES:
            raise InputError("table", f"no table {table}; known: {', '.join(TABLES)}")
        columns = TABLES[table]
        parts = [flat_table(rows[table], columns) for rows in flatten(self.batches())]
        return pa.concat_tables(parts) if parts else flat_schema(columns).empty_table()

    def to_pandas(self, table: str = "records") -> pandas.DataFrame:
        """A flat table as a pandas data frame of Arrow-backed columns. Raises InputError without pandas."""
        library = _optional("pandas")
        frame: pandas.DataFrame = self.to_arrow(table).to_pandas(types_mapper=library.ArrowDtype)
        return frame

    def to_polars(self, table: str = "records") -> polars.DataFrame:
        """A flat table as a polars data frame. Raises InputError without polars."""
        library = _optional("polars")
        frame: polars.DataFrame = library.from_arrow(self.to_arrow(table))
        return frame


def _optional(name: str) -> Any:
    """A library that is not installed with the package. Raises InputError that says how to install it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise InputError(f"to_{name}", f"needs {name}: pip install {name}") from error
