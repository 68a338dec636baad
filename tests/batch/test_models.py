"""Runs with the rules alone, or with a confidence model of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from batch_documents import sentence, write_lines
from typer.testing import CliRunner

import vnreport
from vnreport.batch import BatchConfig, run_batch
from vnreport.cli import app
from vnreport.errors import InputError, ModelFileError
from vnreport.text.model_files import read_model_file

RUN = CliRunner()


def write_model(path: Path, *, offset: float) -> Path:
    """A model of the shipped weights that finds everything likelier, or less likely, by `offset` log odds."""
    model = json.loads(read_model_file("confidence", "confidence.json"))
    model["maps"] = {name: [slope, base + offset] for name, (slope, base) in model["maps"].items()}
    path.write_text(json.dumps(model), encoding="utf-8")
    return path


def reports(out: Path) -> list[dict[str, Any]]:
    """The reports of a run into a folder, or into one file."""
    path = out / "records.jsonl" if out.is_dir() else out
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def expected(source: Path, **options: Any) -> list[dict[str, Any]]:
    """The reports of the lines of a file by a pipeline with the options."""
    nlp = vnreport.load(**options)
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    docs = [vnreport.make_doc(nlp, row["text"], date=row.get("date"), id=row.get("id")) for row in rows]
    return [nlp(doc)._.report.to_dict() for doc in docs]


@pytest.mark.parametrize("out", ["out", "out.jsonl"])
def test_rules_alone(out: str, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "rows.jsonl", 3)
    done = RUN.invoke(app, ["batch", str(source), "--out", str(tmp_path / out), "--rules-only"])
    assert done.exit_code == 0, done.stderr
    found = reports(tmp_path / out)
    assert found == expected(source, rules_only=True)
    assert found != expected(source)


@pytest.mark.parametrize("out", ["out", "out.jsonl"])
def test_confidence_of_ones_own(out: str, tmp_path: Path) -> None:
    source, model = write_lines(tmp_path / "rows.jsonl", 3), write_model(tmp_path / "own.json", offset=-1)
    done = RUN.invoke(app, ["batch", str(source), "--out", str(tmp_path / out), "--confidence", str(model)])
    assert done.exit_code == 0, done.stderr
    found = reports(tmp_path / out)
    assert found == expected(source, confidence=str(model))
    shipped = [record["confidence"] for report in expected(source) for record in report["records"]]
    own = [record["confidence"] for report in found for record in report["records"]]
    assert all(lower < higher for lower, higher in zip(own, shipped, strict=True))


@pytest.mark.parametrize(
    ("content", "message"), [(None, "No such file"), ("{}", "is no confidence model")], ids=["missing", "other"]
)
@pytest.mark.parametrize("out", ["out", "out.jsonl"])
def test_model_that_cannot_be_used_stops_the_run(out: str, content: str | None, message: str, tmp_path: Path) -> None:
    source, model = write_lines(tmp_path / "rows.jsonl", 1), tmp_path / "own.json"
    if content is not None:
        model.write_text(content, encoding="utf-8")
    done = RUN.invoke(app, ["batch", str(source), "--out", str(tmp_path / out), "--confidence", str(model)])
    assert done.exit_code == 1
    assert done.stderr.startswith("vnreport: ")
    assert message in done.stderr
    assert not (tmp_path / out).exists()


def test_resumed_with_the_same_model_only(tmp_path: Path) -> None:
    source, out = write_lines(tmp_path / "rows.jsonl", 2), tmp_path / "out"
    first, moved = write_model(tmp_path / "a.json", offset=-1), write_model(tmp_path / "b.json", offset=-1)
    other = write_model(tmp_path / "c.json", offset=1)
    run_batch([source], out=out, config=BatchConfig(confidence=str(first)))
    again = run_batch([source], out=out, resume=True, config=BatchConfig(confidence=str(moved)))
    assert again.shards_kept == again.shards
    for config in (BatchConfig(), BatchConfig(confidence=str(other)), BatchConfig(rules_only=True)):
        with pytest.raises(InputError, match="another config"):
            run_batch([source], out=out, resume=True, config=config)


def test_model_changed_in_place_is_read_anew(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(sentence(1), encoding="utf-8")
    path = tmp_path / "own.json"
    chances = []
    for offset in (-1.0, 1.0):
        config = BatchConfig(confidence=str(write_model(path, offset=offset)))
        (report,) = vnreport.read_folder(tmp_path / "in.txt", config=config)
        chances.append(report.records[0].confidence)
    assert chances[0] < chances[1]


def test_missing_model_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(sentence(1), encoding="utf-8")
    config = BatchConfig(confidence=str(tmp_path / "none.json"))
    with pytest.raises(ModelFileError, match=r"none\.json"):
        list(vnreport.read_folder(tmp_path / "in.txt", config=config))
