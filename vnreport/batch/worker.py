"""A spawned process that works on documents, and the handle that its owner has on it."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

import pyarrow as pa

from vnreport.batch.config import BatchConfig
from vnreport.batch.pipelines import pipeline_for
from vnreport.errors import VnreportError

Function = Callable[[Iterator[pa.RecordBatch], BatchConfig], Iterator[pa.RecordBatch]]

START_SECONDS = 300.0
"""For loading the pipeline: 2 seconds on an idle machine, a hundred times that on one that swaps."""

START_TRIES = 4
"""Something that ends this many processes one after the other while they load will end the next one too."""

_READY = b"ready"

_GRACE = 0.2
"""Seconds for a process that is already dying to be seen as dead, so that its own cause is told and not our kill."""


class Died(Exception):
    """The worker ended before it answered; `cause` is its signal or exit status."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class TimedOut(Exception):
    """The worker was ended because it took longer than the configuration allows."""


class StartError(VnreportError):
    """A worker cannot be started at all; that is no document's fault."""


class Worker:
    """One worker process, started at its first use and again after its end."""

    def __init__(self, function: Function, config: BatchConfig) -> None:
        """A worker that will run `function`, which spawning must be able to pass on: a function of a module."""
        self._function = function
        self._config = config
        self._process: SpawnProcess | None = None
        self._connection: Connection[Any, Any] | None = None
        self._is_closed = False

    def ask(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The answer to one batch. Raises Died or TimedOut, and the next call starts a new process."""
        connection = self._connection or self._start()
        if self._is_closed:
            raise Died(self.end())
        try:
            connection.send_bytes(_encode(batch))
            if not connection.poll(self._config.seconds):
                self.end()
                raise TimedOut
            return _decode(connection.recv_bytes())
        except (EOFError, OSError) as error:
            raise Died(self.end()) from error

    def kill(self) -> None:
        """Ends the process for good, from another thread; the owner sees that it died, now and ever after."""
        self._is_closed = True
        if (process := self._process) is not None:
            with suppress(ValueError):
                process.kill()

    def end(self) -> str:
        """Ends the process if there is one, and tells what it died of when it was dead already."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if process is None or connection is None:
            return "not started"
        connection.close()
        process.join(_GRACE)
        process.kill()
        process.join()
        code = process.exitcode or 0
        process.close()
        return f"exit status {code}" if code >= 0 else _signal_name(-code)

    def _start(self) -> Connection[Any, Any]:
        """Starts the process and waits until it has loaded the pipeline; one that is killed meanwhile is replaced."""
        for _ in range(START_TRIES):
            connection = self._spawn()
            try:
                if connection.poll(START_SECONDS) and connection.recv_bytes() == _READY:
                    return connection
            except (EOFError, OSError):
                pass
            cause = self.end()
            if self._is_closed:
                raise Died(cause)
            if not cause.startswith("SIG"):
                break
        raise StartError(
            f"a worker process could not start ({cause}); a script must call run_batch from under "
            'if __name__ == "__main__":'
        )

    def _spawn(self) -> Connection[Any, Any]:
        """Starts the process; its owner's end of the connection."""
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=serve, args=(there, self._function, self._config), daemon=True)
        with _interrupts_held():
            process.start()
        there.close()
        self._process, self._connection = process, here
        if self._is_closed:
            process.kill()
        return here


def serve(connection: Connection[Any, Any], function: Function, config: BatchConfig) -> None:
    """Answers batches until the connection closes; the main function of the spawned process."""
    _settle_in(config.memory)
    pipeline_for(config)
    # What the pipeline holds stays to the end, so that collecting garbage need not go through it: a tenth of the time.
    gc.freeze()
    connection.send_bytes(_READY)
    with suppress(BrokenPipeError, ConnectionResetError):
        for answer in function(_batches(connection), config):
            connection.send_bytes(_encode(answer))


def _batches(connection: Connection[Any, Any]) -> Iterator[pa.RecordBatch]:
    """The batches that the owner sends, until it closes its end or dies."""
    while True:
        try:
            data = connection.recv_bytes()
        except (EOFError, ConnectionResetError):
            return
        yield _decode(data)


def _settle_in(memory: int) -> None:
    """Bounds this process's memory, leaves Ctrl-C to the owner, keeps libraries quiet, and ends with the owner."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    pa.set_memory_pool(pa.system_memory_pool())
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    threading.Thread(target=_end_with_owner, daemon=True).start()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keeps Ctrl-C from processes that are started meanwhile; they inherit it before they can say so themselves."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_owner() -> None:
    """Waits for the owner's death, then ends this process at once."""
    owner = multiprocessing.parent_process()
    if owner is not None:
        wait([owner.sentinel])
        os._exit(1)


def _encode(batch: pa.RecordBatch) -> bytes:
    """The batch as an Arrow stream."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def _decode(data: bytes) -> pa.RecordBatch:
    """The batch of an Arrow stream."""
    with pa.ipc.open_stream(data) as reader:
        return reader.read_next_batch()


def _signal_name(number: int) -> str:
    """SIGKILL for 9; the number where the system has no name for it."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
