"""A folder of every format: each broken file is refused by name and reason, every other gives its records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from batch_documents import documents
from mixed_folder import BROKEN, WRITERS, report, write_mixed

import vnreport
from vnreport.batch import run_batch


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("mixed")
    write_mixed(made / "in", len(BROKEN) + 2 * len(WRITERS))
    run_batch([made / "in"], out=made / "out", workers=2, shard_documents=9)
    return made


def test_every_broken_file_is_named_with_its_reason(folder: Path) -> None:
    failed = {Path(str(row["id"])).name: row for row in documents(folder / "out") if row["status"] != "ok"}
    found = {name.rpartition(":")[0] or name: str(row["reason"]).partition(":")[0] for name, row in failed.items()}
    assert found == {name: code for name, (_, code) in BROKEN.items()}
    assert all(row["status"] == "error" for row in failed.values())


def test_every_good_file_gives_the_figures_of_its_report(folder: Path) -> None:
    lines = (folder / "out/records.jsonl").read_text(encoding="utf-8").splitlines()
    found = {Path(row["id"]).stem: row for row in map(json.loads, lines)}
    assert sorted(found) == [f"bc-{number:03}" for number in range(2 * len(WRITERS))]
    for number in range(2 * len(WRITERS)):
        expected = numbers(vnreport.extract("\n".join(report(number)), date="2024-12-31").to_dict())
        missing = expected - numbers(found[f"bc-{number:03}"])
        assert not missing, (number, missing)


def numbers(data: dict[str, object]) -> set[str]:
    """The figures of a report's records."""
    records: list[dict[str, dict[str, str]]] = data["records"]  # type: ignore[assignment]
    return {record["value"]["number"] for record in records if record["value"]}
