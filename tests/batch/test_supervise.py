"""No document takes a run down: what kills its worker is tried twice, what takes too long is stopped."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator

import pyarrow as pa
import pytest
from batch_documents import DEADLY, SLEEPY, deadly_batches, sentence

from vnreport.batch import BatchConfig
from vnreport.batch.schema import INPUT
from vnreport.batch.supervise import Supervisor
from vnreport.batch.worker import StartError, Worker


def batch(*texts: str) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(
        [{"id": f"d{number}", "text": text, "date": "2024-12-31"} for number, text in enumerate(texts)], schema=INPUT
    )


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    made = Supervisor(BatchConfig(seconds=2), function=deadly_batches)
    yield made
    made.close()


def test_deadly_and_sleepy_documents_among_others(supervisor: Supervisor) -> None:
    texts = (sentence(1), f"{DEADLY} người", sentence(2), f"{SLEEPY} quên", sentence(3))
    rows = [row for part in supervisor.run([batch(*texts)]) for row in part.to_pylist()]
    assert [(row["id"], row["status"], row["reason"]) for row in rows] == [
        ("d0", "ok", None),
        ("d1", "error", "quarantined: its worker died twice (SIGKILL)"),
        ("d2", "ok", None),
        ("d3", "timeout", "took longer than 2 seconds"),
        ("d4", "ok", None),
    ]
    assert [row["report"] is None for row in rows] == [False, True, False, True, False]


def test_worker_killed_from_outside_loses_nothing(supervisor: Supervisor) -> None:
    first = [row for part in supervisor.run([batch(sentence(1))]) for row in part.to_pylist()]
    for process in multiprocessing.active_children():
        os.kill(process.pid, signal.SIGKILL)
    assert [row for part in supervisor.run([batch(sentence(1))]) for row in part.to_pylist()] == first
    assert first[0]["status"] == "ok"


def test_worker_killed_while_it_loads(supervisor: Supervisor) -> None:
    before = {process.pid for process in multiprocessing.active_children()}

    def kill_first() -> None:
        while not (found := [process for process in multiprocessing.active_children() if process.pid not in before]):
            time.sleep(0.01)
        found[0].kill()

    killer = threading.Thread(target=kill_first)
    killer.start()
    (row,) = [row for part in supervisor.run([batch(sentence(1))]) for row in part.to_pylist()]
    killer.join()
    assert row["status"] == "ok"


def test_memory_is_bounded() -> None:
    worker = Worker(deadly_batches, BatchConfig(memory=200 << 20))
    with pytest.raises(StartError, match="could not start"):
        worker.ask(batch("một"))
