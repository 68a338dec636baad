"""Reads the documents of a shard and writes their reports, whole or not at all."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc

from vnreport.batch.plan import Item, Shard
from vnreport.batch.row_files import LineRange, TableReader, read_lines
from vnreport.batch.rows import settled_row
from vnreport.batch.schema import INPUT, OUTPUT
from vnreport.errors import InputError

SUFFIX = ".arrow"
SCRATCH = ".tmp"
TABLE_ROWS = 256
TABLE_BYTES = 32 << 20

_BATCH = 16


class ShardReader:
    """Reads shards one after the other; a table stays open from one shard to the next."""

    def __init__(self) -> None:
        """A reader that has nothing open."""
        self._table: TableReader | None = None

    def batches(self, shard: Shard) -> Iterator[pa.RecordBatch]:
        """The documents of a shard in small batches of `schema.INPUT`."""
        rows = chain.from_iterable(self._rows(item) for item in shard.items)
        while some := list(islice(rows, _BATCH)):
            yield pa.RecordBatch.from_pylist(some, schema=INPUT)

    def _rows(self, item: Item) -> Iterator[dict[str, Any]]:
        """The input rows of an item, always as many as the plan says."""
        if item.kind == "file":
            yield {"id": item.name, "source": item.source, "path": os.fsencode(item.path)}
        elif item.kind == "settled":
            yield settled_row(item.name, item.source, item.status or "error", item.reason or "")
        elif item.kind == "lines":
            yield from self._lines(item)
        else:
            if self._table is None or self._table.path != item.path:
                self._table = TableReader(item.path, "parquet" if item.kind == "parquet" else "arrow")
            yield from self._table.read(item.first, item.rows, name=item.name, source=item.source)

    def _lines(self, item: Item) -> Iterator[dict[str, Any]]:
        """The rows of a range of lines; an error for each that is no longer there."""
        place = LineRange(item.first, item.end, item.line, item.rows, item.digest)
        count, reason = 0, "the file has become shorter"
        try:
            for row in islice(read_lines(item.path, place, name=item.name, source=item.source), item.rows):
                yield row
                count += 1
        except OSError as error:
            reason = error.strerror or "cannot be read"
        for number in range(count, item.rows):
            place_name = f"{item.line + number}"
            yield settled_row(f"{item.name}:{place_name}", f"{item.source}:{place_name}", "error", f"missing: {reason}")


def write_shard(folder: Path, name: str, batches: Iterable[pa.RecordBatch]) -> pa.RecordBatch:
    """Writes the reports of a shard to `folder/name.arrow` and gives them back.

    The file appears under its name only when it is whole and on the disk, so that a killed run leaves no half of one.
    The rows stand in one batch, however they came, so that the bytes are always the same.
    """
    whole = one_batch(list(batches))
    scratch = folder / f".{name}.{uuid4().hex}{SCRATCH}"
    try:
        with scratch.open("xb") as stream:
            options = pa.ipc.IpcWriteOptions(compression="zstd")
            with pa.ipc.new_file(stream, OUTPUT, options=options) as writer:
                writer.write_batch(whole)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(scratch, folder / f"{name}{SUFFIX}")
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise
    return whole


def read_shard(folder: Path, name: str) -> pa.RecordBatch:
    """The reports of a finished shard. Raises InputError when its file is missing or damaged."""
    path = folder / f"{name}{SUFFIX}"
    try:
        with pa.OSFile(str(path)) as source, pa.ipc.open_file(source) as reader:
            return reader.get_batch(0)
    except (OSError, pa.ArrowException) as error:
        raise InputError(str(path), f"not a whole shard ({error}); delete it and resume") from error


def table_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The same rows in batches whose bounds depend on the rows alone, not on those of the shards."""
    held: list[pa.RecordBatch] = []
    rows = size = 0
    for batch in batches:
        lengths = pc.binary_length(batch.column("report")).to_pylist()
        start = 0
        for index, length in enumerate(lengths, 1):
            rows += 1
            size += length or 0
            if rows >= TABLE_ROWS or size >= TABLE_BYTES:
                held.append(batch.slice(start, index - start))
                yield one_batch(held)
                held, rows, size, start = [], 0, 0, index
        if start < batch.num_rows:
            held.append(batch.slice(start))
    if held:
        yield one_batch(held)


def one_batch(batches: list[pa.RecordBatch]) -> pa.RecordBatch:
    """All rows in one batch that starts at its first byte."""
    table = pa.Table.from_batches(batches, schema=OUTPUT).combine_chunks()
    merged = table.to_batches()
    if len(merged) == 1:
        return merged[0]
    return pa.RecordBatch.from_pylist([], schema=OUTPUT)


def count_statuses(batch: pa.RecordBatch) -> Counter[str]:
    """How many rows have each status."""
    return Counter(batch.column("status").to_pylist())
