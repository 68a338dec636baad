"""Measures runs: two workers against one, documents and characters a second, and memory as documents grow.

usage: python benchmarks/batch.py [--documents N] [--lines L] [--workers N ...] [--rounds N]

Documents are made up: L sentences with a figure or two each, all different. Prints, for each number of workers, the
seconds of the whole run and of the work alone (from the first report to the last shard, without loading the pipeline),
the rates, and the memory of the run and of its workers after each fifth of the documents.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from vnreport.batch import Progress, run_batch

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "batch"))

from mixed_folder import report

FIFTHS = 5


class Watch:
    """Times a run and looks at its memory."""

    def __init__(self, documents: int) -> None:
        self.documents = documents
        self.started = time.perf_counter()
        self.first: tuple[float, int] | None = None
        self.last = (self.started, 0)
        self.memory: list[str] = []

    def __call__(self, progress: Progress) -> None:
        """Hears of each step of the run."""
        done = progress.statuses.total()
        if done and self.first is None:
            self.first = (time.perf_counter(), done)
        self.last = (time.perf_counter(), done)
        if done * FIFTHS >= self.documents * (len(self.memory) + 1):
            workers = [resident(pid) for pid in children(os.getpid())]
            self.memory.append(f"{done:,}: {resident(os.getpid()):.0f} + {max(workers, default=0):.0f}")

    def seconds(self) -> tuple[float, float]:
        """Of the whole run, and for all documents at the rate of the work alone."""
        assert self.first is not None
        work, done = self.last[0] - self.first[0], self.last[1] - self.first[1]
        return time.perf_counter() - self.started, work * self.documents / done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--lines", type=int, default=12)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "documents.jsonl")
        characters = write_documents(source, options.documents, options.lines)
        print(f"{options.documents:,} documents, {characters:,} characters")
        times: dict[int, list[float]] = {}
        for turn in range(options.rounds):
            for workers in options.workers:
                watch = Watch(options.documents)
                out = Path(folder, f"out-{workers}-{turn}")
                run_batch([source], out=out, workers=workers, on_progress=watch)
                whole, work = watch.seconds()
                times.setdefault(workers, []).append(work)
                print_run(workers, whole, work, options.documents, characters, watch.memory)
        if len(times) > 1:
            middle = {workers: statistics.median(some) for workers, some in times.items()}
            fewest, most = min(middle), max(middle)
            print(f"{most} workers are {middle[fewest] / middle[most]:.2f} times as fast as {fewest}")


def write_documents(path: Path, count: int, lines: int) -> int:
    """Writes a JSONL file of so many documents; their characters."""
    characters = 0
    with path.open("w", encoding="utf-8") as sink:
        for number in range(count):
            text = "\n".join(report(number, lines=lines))
            characters += len(text)
            sink.write(json.dumps({"id": f"d{number}", "date": "2024-12-31", "text": text}, ensure_ascii=False) + "\n")
    return characters


def print_run(workers: int, whole: float, work: float, documents: int, characters: int, memory: list[str]) -> None:
    """The figures of one run."""
    cores = min(workers, os.cpu_count() or 1)
    print(
        f"{workers} worker(s): {whole:7.1f} s in all, {work:7.1f} s of work, {documents / work:7.1f} documents/s, "
        f"{characters / work / cores:9,.0f} characters/s a core"
    )
    print(f"  MB of the run + of its largest worker after documents: {'; '.join(memory)}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(f"  MB of the run at most, tables and all: {peak:.0f}")


def resident(pid: int) -> float:
    """The resident size of a process in MB of 10^6 bytes; 0 for one that has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


if __name__ == "__main__":
    main()
