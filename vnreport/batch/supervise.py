"""Runs batches through a worker process so that no document can take the run down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Event

import pyarrow as pa

from vnreport.batch.config import BatchConfig
from vnreport.batch.process import failed_row, process_batches
from vnreport.batch.schema import OUTPUT
from vnreport.batch.worker import Died, Function, TimedOut, Worker
from vnreport.errors import VnreportError

TOGETHER_ROWS = 16
TOGETHER_BYTES = 32_768
"""Short documents go to the worker together: handing one over costs half a millisecond, as much as reading a line."""


class Stopped(VnreportError):
    """The run was told to stop."""


class Supervisor:
    """One worker and its owner's patience: a time limit, and two lives for each document."""

    def __init__(self, config: BatchConfig, *, function: Function = process_batches, stop: Event | None = None) -> None:
        """`function` is what the worker runs; when `stop` is set and the worker killed, `run` raises Stopped."""
        self._worker = Worker(function, config)
        self._seconds = config.seconds
        self._stop = stop or Event()

    def run(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """What the function gives for the batches, in order, in batches of other sizes.

        A document that takes too long gives a row with the status timeout; one at which the worker dies is tried once
        more and then set aside with the status error.
        """
        for batch in batches:
            for part in _parts(batch):
                yield from self._settle(part)

    def kill(self) -> None:
        """Ends the worker from another thread."""
        self._worker.kill()

    def close(self) -> None:
        """Ends the worker."""
        self._worker.end()

    def _settle(self, batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        """The answer for a batch; where there is none, those for its documents one by one."""
        try:
            yield self._ask(batch)
            return
        except TimedOut:
            if batch.num_rows == 1:
                yield _failed(batch, "timeout", f"took longer than {self._seconds:g} seconds")
                return
        except Died:
            if batch.num_rows == 1:
                yield self._second_try(batch)
                return
        for index in range(batch.num_rows):
            yield from self._settle(batch.slice(index, 1))

    def _second_try(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The row of a document that has killed one worker."""
        try:
            return self._ask(batch)
        except TimedOut:
            return _failed(batch, "timeout", f"took longer than {self._seconds:g} seconds")
        except Died as died:
            return _failed(batch, "error", f"quarantined: its worker died twice ({died.cause})")

    def _ask(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        if self._stop.is_set():
            raise Stopped("stopped")
        try:
            return self._worker.ask(batch)
        except Died:
            if self._stop.is_set():
                raise Stopped("stopped") from None
            raise


def _failed(batch: pa.RecordBatch, status: str, reason: str) -> pa.RecordBatch:
    """The output of a one-row batch that gave none."""
    return pa.RecordBatch.from_pylist([failed_row(batch.to_pylist()[0], status, reason)], schema=OUTPUT)


def _parts(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """The batch cut so that texts that go together are short, and files and long texts go alone."""
    start = size = 0
    texts = batch.column("text") if "text" in batch.schema.names else None
    for index in range(batch.num_rows):
        length = None if texts is None else texts[index].as_py()
        cost = TOGETHER_BYTES if length is None else len(length) * 2
        if index > start and (index - start >= TOGETHER_ROWS or size + cost > TOGETHER_BYTES):
            yield batch.slice(start, index - start)
            start, size = index, 0
        size += cost
    if batch.num_rows > start:
        yield batch.slice(start)
