"""The command: what it says, its exit status, and the bar that a terminal shows."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

from batch_documents import SLEEPY, documents, sentence, write_lines
from rich.console import Console
from typer.testing import CliRunner

from vnreport.cli import app
from vnreport.view.progress import ProgressBar

RUN = CliRunner()
SLOW = """
import sys
from batch_documents import deadly_batches
import vnreport.batch.run as run
from vnreport.cli import main
if __name__ == "__main__":
    run.run_batch.__kwdefaults__["function"] = deadly_batches
    main()
"""


def test_folder_with_a_broken_file_and_a_second_run(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "a.txt").write_text(sentence(1), encoding="utf-8")
    (source / "b.docx").write_bytes(b"")
    done = RUN.invoke(app, ["batch", str(source), "--out", str(out)])
    assert done.exit_code == 2
    assert done.stderr == f"1 documents, 1 errors, 0 timeouts, 0 skipped: {out}\n"
    assert done.stdout == ""
    again = RUN.invoke(app, ["batch", str(source), "--out", str(out)])
    assert again.exit_code == 1
    assert "--resume" in again.stderr
    (source / "b.docx").unlink()
    resumed = RUN.invoke(app, ["batch", str(source), "--out", str(out), "--resume"])
    assert resumed.exit_code == 0
    assert json.loads((out / "documents.jsonl").read_text(encoding="utf-8"))["id"] == "a.txt"


def test_nothing_there(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["batch", str(tmp_path / "none"), "--out", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert "there is no such file" in done.stderr


def test_time_limit(tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_text("\n".join(map(sentence, range(3000))), encoding="utf-8")
    done = RUN.invoke(app, ["batch", str(source), "--out", str(tmp_path / "out"), "--seconds", "0.2"])
    assert done.exit_code == 2
    (row,) = documents(tmp_path / "out")
    assert (row["status"], row["reason"]) == ("timeout", "took longer than 0.2 seconds")


def test_folders_that_cannot_be(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "rows.jsonl", 1)
    for inputs, out in (
        ([source], source / "out"),
        ([source, source], tmp_path / "out.jsonl"),
        ([tmp_path], "o.jsonl"),
    ):
        done = RUN.invoke(app, ["batch", *map(str, inputs), "--out", str(out)])
        assert done.exit_code == 1
        assert done.stderr.startswith("vnreport: ")


def test_control_c_says_how_to_go_on(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "rows.jsonl", 3, texts={1: SLEEPY})
    command = [sys.executable, "-c", SLOW, "batch", str(source), "--out", str(tmp_path / "out")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parent)
    while not (tmp_path / "out/manifest.json").exists():
        time.sleep(0.02)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    try:
        said = process.communicate(timeout=60)[1]
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 130
    assert said == f"vnreport: interrupted; go on with --resume: {tmp_path / 'out'}\n"


def test_bar_in_a_terminal() -> None:
    screen = Console(file=io.StringIO(), force_terminal=True, width=120)
    with ProgressBar(screen) as bar:
        bar.show(documents=100, kept=40, statuses={})
        bar.show(documents=100, kept=40, statuses={"ok": 20, "error": 3, "timeout": 1})
        bar._bar.refresh()
    shown = screen.file.getvalue()  # type: ignore[attr-defined]
    assert "64/100" in shown
    assert "4 errors" in shown
    assert "/s" in shown


def test_no_bar_elsewhere() -> None:
    screen = Console(file=io.StringIO(), force_terminal=False)
    with ProgressBar(screen) as bar:
        bar.show(documents=2, kept=0, statuses={"ok": 2})
    assert screen.file.getvalue() == ""  # type: ignore[attr-defined]
