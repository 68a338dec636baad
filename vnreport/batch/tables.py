"""Makes the tables of a run from its shards."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa

from vnreport.batch.digests import file_digest
from vnreport.batch.plan import read_plan
from vnreport.batch.shards import count_statuses, read_shard, table_batches
from vnreport.writers import write_tables

_SCRATCH = ".tables"


def make_tables(folder: Path, plan: Path, shards: Path, form: str) -> tuple[Counter[str], dict[str, str]]:
    """Writes the tables of a finished run into its folder; the documents by status and the tables' digests.

    They are made apart and then moved in, so that a table is whole wherever it stands.
    """
    scratch = folder / _SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    statuses: Counter[str] = Counter()
    batches = (read_shard(shards, shard.name) for shard in read_plan(plan))
    write_tables(scratch, table_batches(_counted(batches, statuses)), format=form)
    digests = {}
    for path in sorted(path for path in scratch.rglob("*") if path.is_file()):
        name = path.relative_to(scratch)
        digests[name.as_posix()] = file_digest(path)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(path, folder / name)
    shutil.rmtree(scratch)
    return statuses, digests


def _counted(batches: Iterable[pa.RecordBatch], statuses: Counter[str]) -> Iterator[pa.RecordBatch]:
    """The batches, counted into `statuses` as they pass."""
    for batch in batches:
        statuses.update(count_statuses(batch))
        yield batch
