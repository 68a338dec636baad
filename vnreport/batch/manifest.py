"""The manifest of a run: what it was made from and by, and what it came to."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from vnreport.errors import InputError

MANIFEST = "manifest.json"
LOCK = ".lock"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """`digests` are of the program, models, lexicon, config and input; `statuses` are empty until the end.

    `tables` are the digests of the tables by file name, in all formats that were asked for.
    """

    version: str
    inputs: tuple[str, ...]
    digests: Mapping[str, str]
    config: Mapping[str, object]
    shards: int
    documents: int
    finished: bool = False
    statuses: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)
    format: int = FORMAT

    def finish(self, statuses: Mapping[str, int], tables: Mapping[str, str]) -> Manifest:
        """The manifest of the finished run, with these tables beside those of other formats that it had before."""
        every = dict(sorted({**self.tables, **tables}.items()))
        return replace(self, finished=True, statuses=dict(sorted(statuses.items())), tables=every)


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Writes `manifest.json`, whole or not at all."""
    scratch = folder / f".{MANIFEST}.tmp"
    with scratch.open("w", encoding="utf-8", newline="\n") as sink:
        json.dump(asdict(manifest), sink, ensure_ascii=True, indent=2)
        sink.write("\n")
        sink.flush()
        os.fsync(sink.fileno())
    os.replace(scratch, folder / MANIFEST)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of the run in a folder, None where there is none. Raises InputError for one that is no manifest."""
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        manifest = Manifest(**{**data, "inputs": tuple(data["inputs"])})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise InputError(str(path), f"not the manifest of a run ({error})") from error
    if manifest.format != FORMAT:
        raise InputError(str(path), f"a manifest of format {manifest.format}, this program knows {FORMAT}")
    return manifest


def check_resume(found: Manifest | None, digests: Mapping[str, str], folder: Path, *, resume: bool) -> None:
    """Raises InputError where a run must not go into the folder: it holds one already, or one made by other means.

    A changed input is no reason: shards are named by their documents, and those of changed ones are done again.
    """
    if found is None:
        return
    if not resume:
        raise InputError(str(folder), "holds a run already; go on with it (--resume) or give another folder")
    changed = [name for name, digest in digests.items() if found.digests.get(name) != digest]
    if changed:
        raise InputError(
            str(folder),
            f"its run was begun with another {' and '.join(changed)}, which would mix two kinds of results; "
            "give another folder",
        )


def carry_tables(before: Manifest | None, manifest: Manifest, folder: Path) -> Manifest:
    """The manifest of a resumed run with the tables that the folder holds; those of another input are removed."""
    if before is None:
        return manifest
    if before.digests.get("input") == manifest.digests["input"]:
        return replace(manifest, tables=before.tables)
    for name in before.tables:
        (folder / name).unlink(missing_ok=True)
    return manifest


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the folder for this process; the lock ends with the process, however it ends.

    Raises InputError when another process holds it. Where the system has no file locks, nothing is held.
    """
    with (folder / LOCK).open("w") as handle:
        with suppress(ImportError):
            import fcntl

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise InputError(str(folder), "another run is at work in this folder") from error
        yield
