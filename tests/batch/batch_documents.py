"""Small documents for runs, and workers that die of some of them."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from vnreport.batch.config import BatchConfig
from vnreport.batch.process import process_batches

DEADLY = "chết"
SLEEPY = "ngủ"
SECTORS = ("thủy sản", "dệt may", "cà phê", "gỗ", "hạt tiêu", "cao su", "chè", "sắn")


def sentence(number: int) -> str:
    """A report of one sentence, another for each number."""
    sector = SECTORS[number % len(SECTORS)]
    return (
        f"Tháng {number % 12 + 1}/2024, kim ngạch xuất khẩu {sector} đạt {number + 3},{number % 10} triệu USD, "
        f"tăng {number % 9 + 1},{number % 7}% so với cùng kỳ năm 2023."
    )


def write_lines(path: Path, count: int, *, texts: dict[int, str] | None = None) -> Path:
    """A JSONL file of so many documents; `texts` replaces some of them."""
    rows = [
        {"id": f"d{number}", "date": "2024-12-31", "text": (texts or {}).get(number, sentence(number))}
        for number in range(count)
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def deadly_batches(batches: Iterator[pa.RecordBatch], config: BatchConfig) -> Iterator[pa.RecordBatch]:
    """The pipeline, but a document with the word for dying kills its worker and a sleepy one takes for ever."""

    def watched() -> Iterator[pa.RecordBatch]:
        for batch in batches:
            text = " ".join(row["text"] or "" for row in batch.to_pylist())
            if DEADLY in text:
                os.kill(os.getpid(), signal.SIGKILL)
            if SLEEPY in text:
                time.sleep(60)
            yield batch

    return process_batches(watched(), config)


def kill_owner_once(batches: Iterator[pa.RecordBatch], config: BatchConfig) -> Iterator[pa.RecordBatch]:
    """The pipeline, but at the first deadly document of all the process that owns the worker is killed.

    The text names the file that remembers it.
    """

    def watched() -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for row in batch.to_pylist():
                word, _, mark = (row["text"] or "").partition(" ")
                if word == DEADLY and not Path(mark).exists():
                    Path(mark).touch()
                    os.kill(os.getppid(), signal.SIGKILL)
            yield batch

    return process_batches(watched(), config)


def tree(folder: Path) -> dict[str, bytes]:
    """The bytes of all files of a run by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def documents(folder: Path) -> list[dict[str, str | None]]:
    """The rows of `documents.jsonl`."""
    return [json.loads(line) for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
