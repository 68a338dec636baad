"""Whole runs: the same bytes for any number of workers and after any interruption, and a row for every input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_documents import DEADLY, deadly_batches, documents, sentence, tree, write_lines

import vnreport
from vnreport.batch import BatchConfig, Progress, Summary, run_batch
from vnreport.batch.manifest import locked
from vnreport.errors import InputError

SIZE = 5
COUNT = 40


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an input and a run of it in one piece, by one worker."""
    folder = tmp_path_factory.mktemp("batch")
    (folder / "in").mkdir()
    write_lines(folder / "in/rows.jsonl", COUNT)
    (folder / "in/a.txt").write_text(sentence(99), encoding="utf-8")
    (folder / "in/b.pdf").write_bytes(b"")
    (folder / "in/.hidden").write_bytes(b"")
    run(folder, "one")
    return folder


def run(folder: Path, out: str, **options: object) -> Summary:
    return run_batch([folder / "in"], out=folder / out, **{"shard_documents": SIZE, **options})  # type: ignore[arg-type]


def start(folder: Path, out: str, *, workers: int = 1) -> subprocess.Popen[bytes]:
    """The same run in a process of its own."""
    code = (
        "import sys; from vnreport.batch import run_batch\n"
        "if __name__ == '__main__': "
        f"run_batch([sys.argv[1] + '/in'], out=sys.argv[2], workers={workers}, shard_documents={SIZE}, resume=True)"
    )
    return subprocess.Popen([sys.executable, "-c", code, str(folder), str(folder / out)])


def wait_for_shards(folder: Path, process: subprocess.Popen[bytes], count: int) -> dict[str, int]:
    """The finished shards with their inodes, as soon as there are so many."""
    while process.poll() is None:
        found = {path.name: path.stat().st_ino for path in folder.glob("shards/*.arrow")}
        if len(found) >= count:
            return found
        time.sleep(0.01)
    raise AssertionError("the run ended before it could be killed")


def children(pid: int) -> list[int]:
    return [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]


def test_every_input_has_a_row(whole: Path) -> None:
    rows = documents(whole / "one")
    assert [(row["id"], row["status"], row["reason"]) for row in rows[:3]] == [
        (".hidden", "skipped", "a hidden file or one that an office program left behind"),
        ("a.txt", "ok", None),
        ("b.pdf", "error", "no_text: the file is empty"),
    ]
    assert [row["id"] for row in rows[3:]] == [f"d{number}" for number in range(COUNT)]
    reports = [json.loads(line) for line in (whole / "one/records.jsonl").read_text(encoding="utf-8").splitlines()]
    assert reports[0]["id"] == "a.txt"
    assert reports[1] == vnreport.extract(sentence(0), date="2024-12-31", id="d0").to_dict()
    assert len(reports) == COUNT + 1


def test_manifest(whole: Path) -> None:
    manifest = json.loads((whole / "one/manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["digests"]) == {"program", "models", "lexicon", "config", "input"}
    assert manifest["statuses"] == {"error": 1, "ok": COUNT + 1, "skipped": 1}
    assert set(manifest["tables"]) == {"records.jsonl", "documents.jsonl"}
    assert manifest["finished"] is True


def test_two_workers_give_the_same_bytes(whole: Path) -> None:
    seen: list[int] = []

    def listen(progress: Progress) -> None:
        seen.append(progress.kept + progress.statuses.total())

    summary = run(whole, "two", workers=2, on_progress=listen)
    assert tree(whole / "two") == tree(whole / "one")
    assert seen[0] == 0
    assert seen[-1] == summary.documents == COUNT + 3
    assert seen == sorted(seen)


def test_size_of_shards_changes_no_table(whole: Path) -> None:
    summary = run(whole, "large", shard_documents=1000)
    assert summary.shards == 1
    for name in ("records.jsonl", "documents.jsonl"):
        assert (whole / "large" / name).read_bytes() == (whole / "one" / name).read_bytes()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds child processes in /proc")
def test_owner_and_worker_killed(whole: Path) -> None:
    process = start(whole, "killed")
    done = wait_for_shards(whole / "killed", process, 2)
    workers = children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process = start(whole, "killed", workers=2)
    wait_for_shards(whole / "killed", process, len(done) + 1)
    os.kill(children(process.pid)[-1], signal.SIGKILL)
    assert process.wait() == 0
    assert tree(whole / "killed") == tree(whole / "one")
    kept = {path.name: path.stat().st_ino for path in (whole / "killed/shards").iterdir()}
    assert {name: kept[name] for name in done} == done
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists() and "spawn" in command(pid)]


def command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text(errors="replace")


def test_finished_run_is_kept(whole: Path) -> None:
    with pytest.raises(InputError, match="holds a run already"):
        run(whole, "one")
    before = tree(whole / "one")
    summary = run(whole, "one", resume=True)
    assert summary.shards_kept == summary.shards
    assert tree(whole / "one") == before


def test_run_by_other_means_is_not_mixed_in(whole: Path) -> None:
    with pytest.raises(InputError, match="another config"):
        run(whole, "one", resume=True, config=BatchConfig(seconds=5))


def test_two_runs_in_one_folder(whole: Path) -> None:
    with locked(whole / "one"), pytest.raises(InputError, match="another run is at work"):
        run(whole, "one", resume=True)


@pytest.mark.parametrize(
    ("options", "reason"), [({"format": "odt"}, "no format odt"), ({"workers": 0}, "at least one worker")]
)
def test_bad_options(options: dict[str, object], reason: str, whole: Path) -> None:
    with pytest.raises(InputError, match=reason):
        run(whole, "never", **options)
    assert not (whole / "never").exists()


def test_tables_of_other_input_are_removed(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "rows.jsonl", 3)
    run_batch([source], out=tmp_path / "out")
    manifest = json.loads((tmp_path / "out/manifest.json").read_text(encoding="utf-8"))
    manifest["tables"]["records.other"] = "0"
    (tmp_path / "out/manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (tmp_path / "out/records.other").touch()
    run_batch([source], out=tmp_path / "out", resume=True)
    assert (tmp_path / "out/records.other").exists()
    write_lines(tmp_path / "rows.jsonl", 4)
    run_batch([source], out=tmp_path / "out", resume=True)
    assert not (tmp_path / "out/records.other").exists()
    manifest = json.loads((tmp_path / "out/manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["tables"]) == {"records.jsonl", "documents.jsonl"}


def test_more_input_and_a_deadly_document(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write_lines(tmp_path / "in/rows.jsonl", 10, texts={7: DEADLY})
    first = run(tmp_path, "out", function=deadly_batches)
    assert first.statuses == {"ok": 9, "error": 1}
    assert [row["id"] for row in documents(tmp_path / "out") if row["status"] == "error"] == ["d7"]
    write_lines(tmp_path / "in/rows2.jsonl", 3)
    second = run(tmp_path, "out", function=deadly_batches, resume=True)
    assert (second.shards_kept, second.shards, second.documents) == (2, 3, 13)
