"""Opens the tables of a run as a database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from vnreport.errors import InputError
from vnreport.queries.reading import read_flat_rows
from vnreport.writers.columns import TABLES
from vnreport.writers.parquet import REPORTS, write_flat

if TYPE_CHECKING:
    import duckdb

_FETCH = 1_000


@contextmanager
def open_tables(path: str | PathLike[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that knows `documents`, `records`, `comparisons` and, with Parquet, `reports` of a run's folder.

    `path` may also be a file of reports, one a line. JSON lines and CSV are first copied into Parquet beside, so that
    memory stays bounded. SQL reaches nothing but these tables: no files, no network, no extensions. Raises InputError
    for a folder without tables, and without DuckDB.
    """
    try:
        import duckdb
    except ImportError as error:
        raise InputError("query", "needs DuckDB: pip install 'vnreport[tables]'") from error
    import pyarrow.dataset as ds

    with TemporaryDirectory() as scratch:
        folder = Path(path)
        if not (folder / "records.parquet").is_file():
            write_flat(Path(scratch), read_flat_rows(folder))
            folder = Path(scratch)
        options = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
        with duckdb.connect(":memory:", config={**options, "temp_directory": scratch}) as connection:
            for name in (*TABLES, REPORTS):
                if (folder / f"{name}.parquet").is_file():
                    connection.register(name, ds.dataset(folder / f"{name}.parquet", format="parquet"))
            connection.execute("SET python_enable_replacements = false")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            yield connection


def run_query(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] = ()
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """The columns of a query's result, and its rows as they come. Raises InputError with what is wrong in the SQL."""
    import duckdb

    try:
        result = connection.execute(sql, list(parameters))
        columns = [str(column[0]) for column in result.description or ()]
    except duckdb.Error as error:
        raise InputError("query", str(error)) from error
    return columns, _rows(result)


def _rows(result: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """The rows of a result, fetched some at a time."""
    import duckdb

    try:
        while some := result.fetchmany(_FETCH):
            yield from some
    except duckdb.Error as error:
        raise InputError("query", str(error)) from error
