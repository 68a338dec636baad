"""The local engine: a few threads, each with a worker process of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock, Thread

import pyarrow as pa

from vnreport.batch.config import BatchConfig
from vnreport.batch.plan import Shard
from vnreport.batch.process import process_batches
from vnreport.batch.shards import ShardReader, count_statuses, write_shard
from vnreport.batch.supervise import Stopped, Supervisor
from vnreport.batch.worker import Function
from vnreport.errors import VnreportError

_Event = Counter[str] | VnreportError | OSError | None


class _Lane:
    """One thread and its worker process, taking shards until there are none."""

    def __init__(self, crew: _Crew, function: Function, config: BatchConfig) -> None:
        self._crew = crew
        self.supervisor = Supervisor(config, function=function, stop=crew.stop)
        self.thread = Thread(target=self._run, daemon=True)
        self._reader = ShardReader()

    def _run(self) -> None:
        """Reports the documents done by status, then None; an error that ends the run in between."""
        try:
            while (shard := self._crew.take()) is not None:
                write_shard(self._crew.folder, shard.name, self._counted(shard))
        except Stopped:
            pass
        except (VnreportError, OSError) as error:
            self._crew.events.put(error)
        finally:
            self.supervisor.close()
            self._crew.events.put(None)

    def _counted(self, shard: Shard) -> Iterator[pa.RecordBatch]:
        """The reports of a shard, counted as they come."""
        for batch in self.supervisor.run(self._reader.batches(shard)):
            self._crew.events.put(count_statuses(batch))
            yield batch


class _Crew:
    """What the lanes share: the shards still to do, the events, and the word to stop."""

    def __init__(self, shards: Iterable[Shard], folder: Path) -> None:
        self.folder = folder
        self.events: SimpleQueue[_Event] = SimpleQueue()
        self.stop = Event()
        self._shards = iter(shards)
        self._lock = Lock()

    def take(self) -> Shard | None:
        """The next shard; None when there are no more or the run was told to stop."""
        with self._lock:
            return None if self.stop.is_set() else next(self._shards, None)


def run_local(
    shards: Iterable[Shard],
    folder: Path,
    config: BatchConfig,
    *,
    workers: int,
    function: Function = process_batches,
) -> Iterator[Counter[str]]:
    """Works on the shards with so many processes and writes each to `folder`; yields documents by status as they end.

    Closing the iterator ends the workers at once; the shards that are finished by then stay. Raises VnreportError when
    workers cannot be started and OSError when a shard cannot be written.
    """
    crew = _Crew(shards, folder)
    lanes = [_Lane(crew, function, config) for _ in range(workers)]
    for lane in lanes:
        lane.thread.start()
    try:
        running = len(lanes)
        while running:
            event = crew.events.get()
            if event is None:
                running -= 1
            elif isinstance(event, Counter):
                yield event
            else:
                raise event
    finally:
        crew.stop.set()
        for lane in lanes:
            lane.supervisor.kill()
        for lane in lanes:
            lane.thread.join()
