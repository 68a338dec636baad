"""Files of many documents: JSON lines, Parquet, and the Arrow files of saved datasets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

import pyarrow as pa

from vnreport.batch.rows import line_row, settled_row, values_row
from vnreport.errors import InputError

Form = Literal["parquet", "arrow"]

MAX_LINE = 100 * (1 << 20)
"""Bytes of a line, as of a file (`readers.Limits`)."""

_PIECE = 1 << 20
_BOM = b"\xef\xbb\xbf"
_WANTED = ("id", "date", "text", "title", "issuer", "number")


@dataclass(frozen=True, slots=True)
class LineRange:
    """Lines of a file: bytes `[start, end)`, the number of the first line, how many are not blank, their digest."""

    start: int
    end: int
    line: int
    rows: int
    digest: str


def scan_lines(path: str, *, most_rows: int, most_bytes: int) -> Iterator[LineRange]:
    """The lines of a file in ranges of up to so many rows or, past one row, bytes. Raises OSError."""
    with open(path, "rb") as stream:
        start = end = rows = 0
        line = number = 1
        total, is_text = hashlib.sha256(), False
        while piece := stream.readline(_PIECE):
            total.update(piece)
            end += len(piece)
            is_text = is_text or not piece.isspace()
            if not piece.endswith(b"\n") and len(piece) == _PIECE:
                continue
            number += 1
            rows += is_text
            is_text = False
            if rows >= most_rows or (rows and end - start >= most_bytes):
                yield LineRange(start, end, line, rows, total.hexdigest())
                start, line, rows, total = end, number, 0, hashlib.sha256()
        if rows or is_text:
            yield LineRange(start, end, line, rows + is_text, total.hexdigest())


def read_lines(path: str, place: LineRange, *, name: str, source: str) -> Iterator[dict[str, Any]]:
    """The input rows of a range of lines, one for each that is not blank. Raises OSError."""
    with open(path, "rb") as stream:
        stream.seek(place.start)
        number = place.line
        while stream.tell() < place.end and (raw := stream.readline(MAX_LINE)):
            is_long = False
            while not raw.endswith(b"\n") and (rest := stream.readline(_PIECE)):
                is_long = True
                raw = raw[:_PIECE] + rest[-1:]
            line_name, line_source = f"{name}:{number}", f"{source}:{number}"
            if is_long:
                reason = f"too_large: a line of more than {MAX_LINE >> 20} MB"
                yield settled_row(line_name, line_source, "error", reason)
            elif raw.strip():
                yield line_row(raw.removeprefix(_BOM), name=line_name, source=line_source)
            number += 1


def count_rows(path: str, form: Form) -> int:
    """How many rows a table has. Raises InputError when it has no texts, OSError or ArrowException when damaged."""
    if form == "parquet":
        import pyarrow.parquet as pq

        with pq.ParquetFile(path) as table:
            _check_columns(path, table.schema_arrow)
            return int(table.metadata.num_rows)
    schema, batches = _arrow_batches(path)
    _check_columns(path, schema)
    return sum(batch.num_rows for batch in batches)


class TableReader:
    """Reads rows of one table, forward: asked for earlier rows it starts again."""

    def __init__(self, path: str, form: Form) -> None:
        """Nothing is opened before the first rows are asked for."""
        self.path = path
        self._form = form
        self._batches: Iterator[pa.RecordBatch] = iter(())
        self._batch: pa.RecordBatch | None = None
        self._start = 0

    def read(self, first: int, count: int, *, name: str, source: str) -> Iterator[dict[str, Any]]:
        """The input rows `[first, first + count)`; where the table is damaged, a row with the reason for each."""
        position = first
        try:
            while position < first + count:
                batch = self._find(position)
                offset = position - self._start
                for values in batch.slice(offset, first + count - position).to_pylist():
                    number = position + 1
                    yield values_row(values, name=f"{name}:{number}", source=f"{source}:{number}")
                    position += 1
        except (pa.ArrowException, OSError, ValueError, StopIteration) as error:
            self._batch = None
            for number in range(position + 1, first + count + 1):
                yield settled_row(f"{name}:{number}", f"{source}:{number}", "error", f"damaged: {error}")

    def _find(self, position: int) -> pa.RecordBatch:
        """The batch that holds the row at `position`."""
        if self._batch is None or position < self._start:
            self._batches, self._start = _batches(self.path, self._form), 0
            self._batch = next(self._batches)
        while position >= self._start + self._batch.num_rows:
            self._start += self._batch.num_rows
            self._batch = next(self._batches)
        return self._batch


def _batches(path: str, form: Form) -> Iterator[pa.RecordBatch]:
    """The batches of a table, with the columns that are wanted of it."""
    if form == "arrow":
        schema, batches = _arrow_batches(path)
        names = [name for name in _WANTED if name in schema.names]
        yield from (batch.select(names) for batch in batches)
        return
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as table:
        names = [name for name in _WANTED if name in table.schema_arrow.names]
        yield from table.iter_batches(batch_size=256, columns=names)


def _arrow_batches(path: str) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
    """The schema and batches of an Arrow file, which `datasets` writes as a stream; nothing is copied."""
    source = pa.memory_map(path)
    try:
        reader = pa.ipc.open_stream(source)
    except pa.ArrowInvalid:
        source.seek(0)
        file = pa.ipc.open_file(source)
        return file.schema, (file.get_batch(index) for index in range(file.num_record_batches))
    return reader.schema, chain(reader)


def _check_columns(path: str, schema: pa.Schema) -> None:
    """Raises InputError where there is no column of texts."""
    index = schema.get_field_index("text")
    if index < 0 or not (
        pa.types.is_string(schema.field(index).type) or pa.types.is_large_string(schema.field(index).type)
    ):
        raise InputError(path, f"no column of texts named text; its columns are {', '.join(schema.names)}")
