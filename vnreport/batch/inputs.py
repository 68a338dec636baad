"""Finds the documents that the arguments of a run name: folders, globs, files, saved datasets."""

from __future__ import annotations

import glob
import json
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from vnreport.batch.schema import unicode_text
from vnreport.errors import InputError

InputKind = Literal["file", "lines", "parquet", "arrow", "skipped", "unreadable"]

LINES = (".jsonl", ".ndjson")
_DATASET = ("dataset_info.json", "state.json")
_SPLITS = "dataset_dict.json"
_LITTER = ("thumbs.db", "desktop.ini")
_HEAD = 4


@dataclass(frozen=True, slots=True)
class Input:
    """One file of the input: a document, or documents in lines or rows; `name` is its id, or starts its rows' ids.

    `source` is the path as the user would write it; `reason` says why a skipped file is passed over, or a folder cannot
    be looked into.
    """

    kind: InputKind
    path: str
    source: str
    name: str
    size: int
    reason: str | None = None


def find_inputs(arguments: Sequence[str], *, leave_out: Path | None = None) -> Iterator[Input]:
    """The files that the arguments name, in their order; those of a folder or glob in the order of their names.

    Ids are paths within the folder, with its name before them when there are several arguments. A file named twice is
    skipped the second time; nothing under `leave_out` counts. Raises InputError for an argument that names nothing.
    """
    seen: set[str] = set()
    left_out = os.path.abspath(leave_out) if leave_out is not None else None
    for argument in arguments:
        found = 0
        for path, name in _expand(argument, prefix=len(arguments) > 1):
            if left_out is not None and _is_under(path, left_out):
                continue
            found += 1
            entry = _look_at(path, name)
            if len(arguments) > 1:
                real = os.path.realpath(path)
                if real in seen:
                    entry = _skipped(entry, "the same file was named before")
                seen.add(real)
            yield entry
        if not found:
            raise InputError(argument, "there is no such file, or nothing in it")


def _expand(argument: str, *, prefix: bool) -> Iterator[tuple[str, str]]:
    """The paths of one argument, each with its id."""
    if os.path.isdir(argument):
        root = argument
        paths: Iterator[str] = _walk(argument)
    elif os.path.lexists(argument) or not glob.has_magic(argument):
        root = os.path.dirname(argument)
        paths = iter([argument] if os.path.lexists(argument) else [])
        prefix = False
    else:
        root = _fixed_part(argument)
        paths = iter(sorted(path for path in glob.iglob(argument, recursive=True) if not os.path.isdir(path)))
    start = os.path.basename(os.path.abspath(root)) if prefix else ""
    for path in paths:
        yield path, os.path.join(start, os.path.relpath(path, root or "."))


def _walk(folder: str) -> Iterator[str]:
    """The files under a folder by name; of a saved dataset its data files in the order of the dataset.

    A folder that cannot be looked into stands for what is in it.
    """
    if data := _dataset_files(folder):
        yield from data
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield entry.path


def _dataset_files(folder: str) -> list[str]:
    """The data files of a dataset or of its splits as `save_to_disk` writes them; none for any other folder."""
    if os.path.isfile(os.path.join(folder, _SPLITS)):
        splits = _load_object(os.path.join(folder, _SPLITS)).get("splits")
        names = [str(name) for name in splits] if isinstance(splits, list) else []
        return [path for name in names for path in _dataset_files(os.path.join(folder, name))]
    if not all(os.path.isfile(os.path.join(folder, name)) for name in _DATASET):
        return []
    files = _load_object(os.path.join(folder, _DATASET[1])).get("_data_files")
    rows = files if isinstance(files, list) else []
    return [os.path.join(folder, str(row["filename"])) for row in rows if isinstance(row, dict) and "filename" in row]


def _load_object(path: str) -> dict[str, object]:
    """The JSON object in a file that describes a dataset. Raises InputError when there is none."""
    try:
        loaded = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(path, f"not the description of a dataset ({error})") from error
    return loaded if isinstance(loaded, dict) else {}


def _look_at(path: str, name: str) -> Input:
    """What a path is, told by its name and, for Parquet, its first bytes; nothing is read of what is no plain file."""
    source, name = unicode_text(Path(path).as_posix()), unicode_text(Path(name).as_posix())
    try:
        found = os.stat(path)
    except OSError:
        return Input("file", path, source, name, 0)
    base = os.path.basename(path).lower()
    entry = Input("file", path, source, name, found.st_size)
    if stat.S_ISDIR(found.st_mode) and not os.path.islink(path):
        return Input("unreadable", path, source, name, 0, "the folder cannot be looked into")
    if not stat.S_ISREG(found.st_mode):
        return _skipped(entry, "not a regular file")
    if base.startswith((".", "~$")) or base in _LITTER:
        return _skipped(entry, "a hidden file or one that an office program left behind")
    kind = _row_kind(path, base)
    return Input(kind, path, source, name, found.st_size)


def _row_kind(path: str, base: str) -> InputKind:
    """Whether a file holds one document or rows."""
    if base.endswith(LINES):
        return "lines"
    if base.endswith(".arrow"):
        return "arrow"
    try:
        with open(path, "rb") as stream:
            return "parquet" if stream.read(_HEAD) == b"PAR1" else "file"
    except OSError:
        return "file"


def _skipped(entry: Input, reason: str) -> Input:
    """The entry, passed over."""
    return replace(entry, kind="skipped", reason=reason)


def _fixed_part(pattern: str) -> str:
    """The folder above the first part of a glob that has a wildcard."""
    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    return os.path.join(*parts[:fixed]) if fixed else ""


def _is_under(path: str, folder: str) -> bool:
    """Whether a path lies within a folder, whose path is absolute."""
    return os.path.abspath(path).startswith(folder + os.sep)
