"""A run: input in, shards, tables and a manifest out, and the same again after any interruption."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from os import PathLike, fspath
from pathlib import Path
from typing import Literal

from vnreport.batch.config import BatchConfig
from vnreport.batch.digests import run_digests
from vnreport.batch.inputs import find_inputs
from vnreport.batch.local import run_local
from vnreport.batch.manifest import Manifest, carry_tables, check_resume, locked, read_manifest, write_manifest
from vnreport.batch.pipelines import settled
from vnreport.batch.plan import SHARD_DOCUMENTS, PlanFigures, Shard, plan_shards, read_plan, write_plan
from vnreport.batch.process import process_batches
from vnreport.batch.shards import SCRATCH, SUFFIX
from vnreport.batch.tables import make_tables
from vnreport.batch.worker import Function
from vnreport.errors import InputError
from vnreport.writers import check_format

Engine = Literal["local", "spark"]
PLAN = "plan.jsonl"
SHARDS = "shards"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: all documents, those that an earlier run did, and those done now by status."""

    documents: int
    kept: int
    statuses: Counter[str]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to: documents by status, shards in all and those kept from an earlier run, and the tables."""

    documents: int
    statuses: Counter[str]
    shards: int
    shards_kept: int
    tables: tuple[Path, ...]


def run_batch(
    inputs: Sequence[str | PathLike[str]],
    *,
    out: str | PathLike[str],
    workers: int = 1,
    format: str = "jsonl",  # noqa: A002
    resume: bool = False,
    engine: Engine = "local",
    config: BatchConfig | None = None,
    shard_documents: int = SHARD_DOCUMENTS,
    function: Function = process_batches,
    on_progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Extracts the records of all documents that `inputs` name and writes tables of them into the folder `out`.

    `inputs` are files, folders, globs and saved datasets (`inputs.find_inputs`); a document that cannot be read has a
    row with the reason. Killed at any moment, the same call with `resume` goes on with the shards that are missing and
    gives the same bytes as a run in one piece, whatever the number of workers. `function` is what workers do with
    documents, by default the pipeline; `on_progress` hears of every step. With more than one worker, or any, a script
    must call this from under `if __name__ == "__main__":`. Raises InputError for inputs that name nothing and for a
    folder that holds another run, ModelFileError for a confidence model that cannot be used.
    """
    if workers < 1 or shard_documents < 1:
        raise InputError("workers", "there must be at least one worker and one document a shard")
    check_format(format)
    folder = Path(out)
    shards = folder / SHARDS
    names = [fspath(name) for name in inputs]
    settings = settled(config or BatchConfig())
    _make_folder(shards)
    with locked(folder):
        digests = run_digests(settings)
        before = read_manifest(folder)
        check_resume(before, digests, folder, resume=resume)
        found = find_inputs(names, leave_out=folder)
        plan = write_plan(plan_shards(found, digests, documents=shard_documents), folder / PLAN)
        manifest = Manifest(
            _version(), tuple(names), {**digests, "input": plan.digest}, settings.to_dict(), plan.shards, plan.documents
        )
        manifest = carry_tables(before, manifest, folder)
        write_manifest(manifest, folder)
        kept = _work(folder, plan, settings, workers, engine, function, on_progress)
        statuses, tables = make_tables(folder, folder / PLAN, shards, format)
        write_manifest(manifest.finish(statuses, tables), folder)
        _sweep(folder)
    paths = tuple(folder / name for name in sorted(tables))
    return Summary(plan.documents, statuses, plan.shards, kept, paths)


def _work(
    folder: Path,
    plan: PlanFigures,
    config: BatchConfig,
    workers: int,
    engine: Engine,
    function: Function,
    on_progress: Callable[[Progress], None] | None,
) -> int:
    """Does the shards that are missing; how many were there already."""
    shards = folder / SHARDS
    kept = [shard.documents for shard in read_plan(folder / PLAN) if is_done(shards, shard)]
    progress = Progress(plan.documents, sum(kept), Counter())
    todo = (shard for shard in read_plan(folder / PLAN) if not is_done(shards, shard))
    if engine == "spark":
        from vnreport.batch.spark import run_spark

        events: Iterator[Counter[str]] = run_spark(todo, shards, config, workers=workers, function=function)
    else:
        events = run_local(todo, shards, config, workers=workers, function=function)
    if len(kept) == plan.shards:
        return len(kept)
    if on_progress is not None:
        on_progress(progress)
    with closing(events):  # type: ignore[type-var]
        for done in events:
            progress.statuses.update(done)
            if on_progress is not None:
                on_progress(progress)
    return len(kept)


def _make_folder(folder: Path) -> None:
    """Makes a folder. Raises InputError where there can be none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(str(folder), f"cannot be made: {error.strerror or error}") from error


def is_done(shards: Path, shard: Shard) -> bool:
    """Whether a shard was finished before."""
    return (shards / f"{shard.name}{SUFFIX}").exists()


def _sweep(folder: Path) -> None:
    """Removes what killed runs left behind and shards that the input no longer gives."""
    wanted = {shard.name for shard in read_plan(folder / PLAN)}
    for path in (folder / SHARDS).iterdir():
        if path.suffix == SCRATCH or (path.suffix == SUFFIX and path.stem not in wanted):
            path.unlink()


def _version() -> str:
    import vnreport

    return vnreport.__version__
