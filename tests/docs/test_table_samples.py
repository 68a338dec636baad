"""The samples and columns on the page about tables are what the writers write."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from vnreport.batch import run_batch
from vnreport.cli import app
from vnreport.writers import FORMATS
from vnreport.writers.columns import TABLES

PAGE = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\w+ (\w+)/(\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
CONFIDENCE = re.compile(r"\b0\.[0-9]+\b")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples")
    pairs = re.findall(r'"([^"\n]+)"\s+\(`(\w+)`,\s+(\d{4}-\d\d-\d\d)\)', PAGE)
    assert [name for _, name, _ in pairs] == ["som", "muon"]
    lines = [json.dumps({"id": name, "date": date, "text": text}) for text, name, date in pairs]
    (path / "docs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(("form", "name", "text"), BLOCKS, ids=[f"{form}-{name}" for form, name, _ in BLOCKS])
def test_sample(form: str, name: str, text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    run_batch(["docs.jsonl"], out=form, format=form, resume=True)
    written = CONFIDENCE.sub("0.", (folder / form / name).read_text(encoding="utf-8")).splitlines()
    shown = CONFIDENCE.sub("0.", text).splitlines()
    assert len(shown) > 1
    for line, whole in zip(shown, written, strict=False):
        assert whole.startswith(line.removesuffix("…"))


def test_series_sample(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    run_batch(["docs.jsonl"], out="series", format="parquet", resume=True)
    arguments = ["series", "series", "--indicator", "kim ngạch xuất khẩu", "--format", "table"]
    done = CliRunner().invoke(app, arguments, env={"COLUMNS": "100"})
    (sample,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert [line.rstrip() for line in done.stdout.rstrip().splitlines()] == sample.splitlines()


@pytest.mark.parametrize("name", TABLES)
def test_columns(name: str) -> None:
    section = PAGE.partition(f"### {name}\n")[2].partition("\n#")[0]
    rows = [(column.name, column.kind, column.says.replace("|", "\\|")) for column in TABLES[name]]
    assert re.findall(r"^\| `(\w+)` \| (\w+) \| (.*) \|$", section, re.MULTILINE) == rows


def test_every_format_is_named() -> None:
    section = PAGE.partition("| `--format`")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([\w-]+)`", section, re.MULTILINE) == list(FORMATS)
