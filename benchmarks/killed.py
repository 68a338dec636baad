"""Kills a run over a mixed folder again and again, and checks that nothing is lost.

usage: python benchmarks/killed.py [--files 500] [--kills 5] [--workers 2]

Makes a folder of files of every format, twenty of them broken; runs `vnreport batch` over it, kills the run or one of
its workers at moments spread over the work, goes on each time, and compares the end, byte for byte, with a run in one
piece. Fails when a file has no row, a broken one no reason, or a finished shard was done again.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "batch"))

from batch_documents import documents, tree
from mixed_folder import BROKEN, write_mixed

COMMAND = "from vnreport.cli import main; main()"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_mixed(folder / "in", options.files)
        started = time.perf_counter()
        finish(folder, "whole", options.workers)
        print(f"in one piece: {time.perf_counter() - started:.1f} s")
        shards = json.loads((folder / "whole/manifest.json").read_text())["shards"]
        kept: dict[str, int] = {}
        for number in range(1, options.kills + 1):
            kept = kill_once(folder, number, kept, shards * number // (options.kills + 1), options.workers)
        line = finish(folder, "killed", options.workers)
        check_kept(folder, kept)
        print(line)
        check(folder, options.files)


def start(folder: Path, out: str, workers: int) -> subprocess.Popen[str]:
    """The command, at work."""
    arguments = ["batch", str(folder / "in"), "--out", str(folder / out), "--workers", str(workers), "--resume"]
    return subprocess.Popen([sys.executable, "-c", COMMAND, *arguments], stderr=subprocess.PIPE, text=True)


def finish(folder: Path, out: str, workers: int) -> str:
    """Runs the command to its end; what it says."""
    process = start(folder, out, workers)
    said = process.communicate()[1]
    if process.returncode != 2:
        sys.exit(f"exit status {process.returncode}: {said}")
    return said.strip()


def kill_once(folder: Path, number: int, kept: dict[str, int], wanted: int, workers: int) -> dict[str, int]:
    """Kills the run once so many shards are done, every other time a worker before it; the shards by inode."""
    process = start(folder, "killed", workers)
    while len(found := inodes(folder)) < max(wanted, 1):
        if process.poll() is not None:
            sys.exit("the run ended before it could be killed")
        time.sleep(0.005)
    victim = "the run"
    if number % 2 == 0:
        victim = "a worker, then the run"
        tasks = Path(f"/proc/{process.pid}/task").iterdir()
        pids = [int(pid) for task in tasks for pid in (task / "children").read_text().split()]
        os.kill(max(pids), signal.SIGKILL)
        time.sleep(0.5)
    process.kill()
    process.communicate()
    found = inodes(folder)
    check_kept(folder, kept)
    print(f"kill {number}: {victim}, {len(found)} shards done")
    return found


def inodes(folder: Path) -> dict[str, int]:
    """The finished shards, each with the number that it has as long as it is not written again."""
    return {path.name: path.stat().st_ino for path in folder.glob("killed/shards/*.arrow")}


def check_kept(folder: Path, kept: dict[str, int]) -> None:
    """Ends the program when a finished shard is gone or another one."""
    now = inodes(folder)
    if any(now.get(name) != number for name, number in kept.items()):
        sys.exit("a finished shard was done again")


def check(folder: Path, files: int) -> None:
    """Ends the program unless every file has its row and all bytes are those of the run in one piece."""
    rows = documents(folder / "killed")
    statuses = Counter(row["status"] for row in rows)
    reasons = {Path(str(row["source"])).name.partition(":")[0]: str(row["reason"]) for row in rows if row["reason"]}
    for name, reason in sorted(reasons.items()):
        print(f"  {name}: {reason}")
    if {name: reason.partition(":")[0] for name, reason in reasons.items()} != {k: c for k, (_, c) in BROKEN.items()}:
        sys.exit("the refusals are not those of the broken files")
    if len(rows) != files or len({row["source"] for row in rows}) != files:
        sys.exit(f"{len(rows)} rows for {files} files")
    if tree(folder / "killed") != tree(folder / "whole"):
        sys.exit("the bytes differ from those of the run in one piece")
    print(f"{files} files: {dict(statuses)}, {len(reasons)} named refusals, the same bytes as in one piece")


if __name__ == "__main__":
    main()
