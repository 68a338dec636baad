"""Which files the arguments of a run name, in which order and under which ids."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vnreport.batch.inputs import find_inputs
from vnreport.errors import InputError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("in/b.docx", "in/a/2.txt", "in/a/10.txt", "in/Z.pdf", "in/rows.jsonl", "in/.DS_Store", "in/~$b.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "in/t.dat").write_bytes(b"PAR1....")
    monkeypatch.chdir(tmp_path)
    return tmp_path


CASES = {
    "folder": (["in"], ["~$b.docx", ".DS_Store", "Z.pdf", "a/10.txt", "a/2.txt", "b.docx", "rows.jsonl", "t.dat"]),
    "file": (["in/a/2.txt"], ["2.txt"]),
    "glob": (["in/*.[dp]*"], ["Z.pdf", "b.docx", "t.dat", "~$b.docx"]),
    "deep glob": (["in/**/*.txt"], ["a/10.txt", "a/2.txt"]),
    "two folders": (["in/a", "in/a/../a"], ["a/10.txt", "a/2.txt", "a/10.txt", "a/2.txt"]),
}


@pytest.mark.parametrize("name", list(CASES))
def test_ids(name: str, folder: Path) -> None:
    arguments, expected = CASES[name]
    found = [entry.name for entry in find_inputs(arguments)]
    assert found == (sorted(expected, key=os.fsencode) if name == "folder" else expected)


def test_kinds_and_reasons(folder: Path) -> None:
    os.mkfifo(folder / "in/pipe")
    found = {entry.name: entry for entry in find_inputs(["in"])}
    assert {name: entry.kind for name, entry in found.items()} == {
        "Z.pdf": "file", "a/10.txt": "file", "a/2.txt": "file", "b.docx": "file", "rows.jsonl": "lines",
        "t.dat": "parquet", "pipe": "skipped", ".DS_Store": "skipped", "~$b.docx": "skipped",
    }  # fmt: skip
    assert found["pipe"].reason == "not a regular file"
    assert found["a/2.txt"].source == "in/a/2.txt"


def test_file_named_twice_is_skipped_the_second_time(folder: Path) -> None:
    found = list(find_inputs(["in/b.docx", "in/*.docx"]))
    assert [(entry.name, entry.kind) for entry in found] == [
        ("b.docx", "file"), ("in/b.docx", "skipped"), ("in/~$b.docx", "skipped"),
    ]  # fmt: skip


def test_what_the_run_writes_is_no_input(folder: Path) -> None:
    names = [entry.name for entry in find_inputs(["in"], leave_out=Path("in/a"))]
    assert "b.docx" in names
    assert not [name for name in names if name.startswith("a/")]


@pytest.mark.parametrize("argument", ["none", "in/*.odt", "empty"])
def test_argument_that_names_nothing(argument: str, folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(InputError, match="there is no such file, or nothing in it"):
        list(find_inputs([argument]))


def test_names_that_are_no_unicode(folder: Path) -> None:
    Path(os.fsdecode(b"in/a/\xff.txt")).write_bytes(b"x")
    (entry,) = [entry for entry in find_inputs(["in/a"]) if "10" not in entry.name and "2" not in entry.name]
    assert entry.name == r"\udcff.txt"
    assert os.path.exists(entry.path)


def test_broken_link_is_a_file_to_be_refused(folder: Path) -> None:
    (folder / "in/a/link").symlink_to("nowhere")
    assert {entry.name: entry.kind for entry in find_inputs(["in/a"])}["link"] == "file"


def test_folder_that_cannot_be_looked_into(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied")
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = {entry.name: entry for entry in find_inputs(["in"])}
    assert (found["a"].kind, found["a"].reason) == ("unreadable", "the folder cannot be looked into")
    assert "b.docx" in found
