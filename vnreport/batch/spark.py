"""The cluster engine: the same shards, worked on by PySpark's `mapInArrow`, and reports for frames of your own.

See docs/cluster.md.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from vnreport.batch.config import BatchConfig
from vnreport.batch.pipelines import settled
from vnreport.batch.plan import Shard, shard_from_line, shard_line
from vnreport.batch.process import process_batches
from vnreport.batch.rows import values_row
from vnreport.batch.schema import INPUT, OUTPUT
from vnreport.batch.shards import SUFFIX, ShardReader, count_statuses, write_shard
from vnreport.batch.supervise import Supervisor
from vnreport.batch.worker import Function
from vnreport.errors import InputError, VnreportError

TASKS_PER_CORE = 4
"""A task starts a worker of its own, which costs 2 seconds; more tasks lose less when one is done again."""

FAILURES = 4
"""How often a task may fail in `local` mode, as on a cluster by default."""

REPORT_COLUMNS = ", ".join(f"{name} string" for name in OUTPUT.names)
_DONE = pa.schema([("shard", pa.string()), ("statuses", pa.string())])


def run_spark(
    shards: Iterable[Shard],
    folder: Path,
    config: BatchConfig,
    *,
    workers: int,
    function: Function = process_batches,
) -> Iterator[Counter[str]]:
    """Works on the shards as tasks of Spark, which write them to `folder`; yields documents by status at the end.

    The session is the one of `spark-submit`, else a local one with `workers` cores. The input, `folder` and a
    confidence model must be readable under the same paths on every machine. Raises VnreportError when Spark is missing
    or gives up.
    """
    lines = [(shard_line(shard),) for shard in shards]
    if not lines:
        return
    spark, is_ours = make_session(workers)
    from pyspark.errors import PySparkException

    tasks = min(len(lines), TASKS_PER_CORE * spark.sparkContext.defaultParallelism)
    work = partial(_work, folder=str(folder.absolute()), config=config, function=function)
    try:
        frame = spark.createDataFrame(spark.sparkContext.parallelize(lines, tasks), "line string")
        done = frame.mapInArrow(work, "shard string, statuses string").collect()
    except PySparkException as error:
        raise VnreportError(f"Spark gave up: {error}") from error
    finally:
        if is_ours:
            spark.stop()
    for row in done:
        yield Counter(json.loads(row["statuses"]))


def with_reports(frame: Any, *, config: BatchConfig | None = None) -> Any:
    """A frame with the columns `schema.OUTPUT`, a row for each row of a Spark frame, streaming or not.

    The frame has `text`, or the `content` of files as Spark's source `binaryFile` gives it, and one at least of `id`,
    `source` and `path` to tell documents apart; `date`, `title`, `issuer`, `number` where known. A confidence model
    must be readable under the same path on every machine.
    """
    if not {"text", "content"} & set(frame.columns) or not {"id", "source", "path"} & set(frame.columns):
        raise InputError("frame", f"needs text or content, and id, source or path; it has {', '.join(frame.columns)}")
    return frame.mapInArrow(partial(_reports, config=settled(config or BatchConfig())), REPORT_COLUMNS)


def make_session(workers: int) -> tuple[Any, bool]:
    """The active Spark session and False, else a new one and True: as `spark-submit` says, or local with so many cores.

    Raises InputError when pyspark or Java is missing.
    """
    try:
        from pyspark import SparkConf
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise InputError("spark", "pyspark is not installed; pip install vnreport[spark]") from error
    if (active := SparkSession.getActiveSession()) is not None:
        return active, False
    builder = SparkSession.builder.appName("vnreport").config("spark.ui.showConsoleProgress", "false")
    if not SparkConf().contains("spark.master"):
        # Spark runs whatever `python3` it finds unless this variable names another.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.master(f"local[{workers},{FAILURES}]").config("spark.ui.enabled", "false")
    try:
        return builder.getOrCreate(), True
    except PySparkRuntimeError as error:
        raise InputError("spark", f"the session cannot be started; is there Java? ({error})") from error


def _work(
    batches: Iterator[pa.RecordBatch], *, folder: str, config: BatchConfig, function: Function
) -> Iterator[pa.RecordBatch]:
    """Does the shards whose descriptions come in, but for those that an earlier attempt finished."""
    supervisor, reader = Supervisor(config, function=function), ShardReader()
    target = Path(folder)
    try:
        for batch in batches:
            for line in batch.column(0).to_pylist():
                shard = shard_from_line(line)
                statuses: Counter[str] = Counter()
                if not (target / f"{shard.name}{SUFFIX}").exists():
                    statuses = count_statuses(write_shard(target, shard.name, supervisor.run(reader.batches(shard))))
                yield pa.RecordBatch.from_pylist(
                    [{"shard": shard.name, "statuses": json.dumps(statuses)}], schema=_DONE
                )
    finally:
        supervisor.close()


def _reports(batches: Iterator[pa.RecordBatch], *, config: BatchConfig) -> Iterator[pa.RecordBatch]:
    """The reports for the rows of a frame."""
    supervisor = Supervisor(config)
    try:
        yield from supervisor.run(_input_batch(batch) for batch in batches)
    finally:
        supervisor.close()


def _input_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The rows of a frame as rows of `schema.INPUT`."""
    rows = []
    for values in batch.to_pylist():
        source = values.get("source") or values.get("path") or str(values.get("id"))
        name = str(values.get("id") or source)
        if values.get("text") is None and values.get("content") is not None:
            rows.append({"id": name, "source": source, "content": values["content"]})
        else:
            rows.append(values_row(values, name=name, source=source))
    return pa.RecordBatch.from_pylist(rows, schema=INPUT)
