"""Spark gives what the local engine gives, byte for byte, though a worker is killed on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_documents import DEADLY, documents, sentence, tree, write_lines

from vnreport.batch import run_batch

pytest.importorskip("pyspark", reason="pyspark is not installed (extra spark)")
pytestmark = pytest.mark.skipif(
    shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="Spark needs Java, and there is none"
)

HERE = Path(__file__).parent
JOB = HERE.parents[1] / "docs" / "cluster.md"
SETTINGS = {
    "PYSPARK_PYTHON": sys.executable,
    "PYSPARK_SUBMIT_ARGS": "--master local[2,4] --conf spark.ui.enabled=false pyspark-shell",
    "SPARK_LOCAL_IP": "127.0.0.1",
    "PYTHONPATH": str(HERE),
    "PYTHONWARNINGS": "ignore",
}
RUN = """
import sys
from batch_documents import kill_owner_once
from vnreport.batch import run_batch
if __name__ == "__main__":
    run_batch([sys.argv[1]], out=sys.argv[2], workers=2, shard_documents=5, engine="spark", function=kill_owner_once)
"""
READ = """
    spark.read.parquet(out).select("id", "report").coalesce(1).write.json(checkpoint + "-read")
    files = spark.read.format("binaryFile").load(source + "-files").coalesce(1)
    with_reports(files).write.json(checkpoint + "-files")
"""
"""To go on behind the job: only Spark knows which files of the sink count. And a frame of files."""


def start(script: str, *arguments: object, log: Path) -> subprocess.Popen[bytes]:
    """The script in a process of its own, with a local Spark of two cores whose tasks may fail three times."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    with log.open("ab") as errors:
        return subprocess.Popen(command, env={**os.environ, **SETTINGS}, stderr=errors, stdout=errors, cwd=log.parent)


def run(script: str, *arguments: object, log: Path) -> None:
    assert start(script, *arguments, log=log).wait() == 0, log.read_text()[-3000:]


def test_worker_of_spark_killed(tmp_path: Path) -> None:
    mark, log = tmp_path / "mark", tmp_path / "log"
    source = write_lines(tmp_path / "rows.jsonl", 30, texts={12: f"{DEADLY} {mark}"})
    run(RUN, source, tmp_path / "spark", log=log)
    assert mark.exists()
    assert "Python worker exited unexpectedly" in log.read_text()
    run_batch([source], out=tmp_path / "local", workers=1, shard_documents=5)
    assert tree(tmp_path / "spark") == tree(tmp_path / "local")
    assert {row["status"] for row in documents(tmp_path / "spark")} == {"ok"}


def test_streaming_job_killed_gives_each_document_once(tmp_path: Path) -> None:
    log, source, out, checkpoint = (tmp_path / name for name in ("log", "in", "out", "checkpoint"))
    source.mkdir()
    script = JOB.read_text(encoding="utf-8").partition('```python\n"""job.py')[2].partition("```")[0]
    script = f'"""job.py{script}'.replace('("maxFilesPerTrigger", 1000)', '("maxFilesPerTrigger", 1)')
    texts = {f"{part}-{number}": sentence(10 * part + number) for part in range(3) for number in range(3)}
    for part in range(2):
        write_part(source, part, texts)
    first = start(script, source, out, checkpoint, log=log)
    wait_for(checkpoint / "commits" / "0", first)
    first.send_signal(signal.SIGKILL)
    first.wait()
    write_part(source, 2, texts)
    (tmp_path / "in-files").mkdir()
    (tmp_path / "in-files/a.html").write_text(f"<html><body><p>{sentence(1)}</p></body></html>", encoding="utf-8")
    (tmp_path / "in-files/b.pdf").write_bytes(b"%PDF-1.4")
    run(script + READ, source, out, checkpoint, log=log)
    rows = sorted(read_rows(tmp_path / "checkpoint-read"), key=lambda row: row["id"])
    assert [row["id"] for row in rows] == sorted(texts)
    local = reports_of_local_run(source, tmp_path / "local")
    assert {row["id"]: row["report"] for row in rows} == local

    files = {Path(row["id"]).name: row for row in read_rows(tmp_path / "checkpoint-files")}
    assert {name: row["status"] for name, row in files.items()} == {"a.html": "ok", "b.pdf": "error"}
    assert files["b.pdf"]["reason"].startswith("damaged: ")
    assert json.loads(files["a.html"]["report"])["records"]


def read_rows(folder: Path) -> list[dict[str, str]]:
    """The rows of a frame that Spark wrote as JSON."""
    lines = [line for path in sorted(folder.glob("part-*")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line) for line in lines]


def write_part(folder: Path, part: int, texts: dict[str, str]) -> None:
    """One file of the stream, there at once and whole."""
    rows = [
        {"id": key, "date": "2024-12-31", "text": text} for key, text in texts.items() if key.startswith(f"{part}-")
    ]
    scratch = folder.parent / "scratch"
    scratch.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    scratch.rename(folder / f"{part}.jsonl")


def wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    while not path.exists():
        assert process.poll() is None, "the job ended before it could be killed"
        time.sleep(0.02)


def reports_of_local_run(source: Path, out: Path) -> dict[str, str]:
    run_batch([source], out=out)
    lines = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["id"]: line for line in lines}
