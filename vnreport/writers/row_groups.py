"""Parquet files of even row groups, whatever the sizes of what comes in."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


class GroupedFile:
    """A Parquet file whose rows are written in groups; what is held until then is Arrow columns."""

    def __init__(self, path: Path, schema: pa.Schema, *, rows: int) -> None:
        """A new file; a group has at least `rows` rows, but for the last."""
        self.schema = schema
        self._file = pq.ParquetWriter(path, schema, compression="zstd")
        self._rows = rows
        self._held: list[pa.Table] = []

    def __enter__(self) -> GroupedFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._write()
        self._file.close()

    def add(self, table: pa.Table) -> None:
        """Adds rows; full groups are written."""
        self._held.append(table)
        if sum(held.num_rows for held in self._held) >= self._rows:
            self._write()

    def _write(self) -> None:
        if self._held:
            self._file.write_table(pa.concat_tables(self._held).combine_chunks())
            self._held = []
