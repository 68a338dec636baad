"""The command of runs over many documents."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vnreport.errors import InputError, VnreportError
from vnreport.writers import FORMATS

if TYPE_CHECKING:
    from vnreport.batch.config import BatchConfig


class Engine(str, Enum):
    """What a batch runs on."""

    local = "local"
    spark = "spark"


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(help='Files of any kind, folders, globs, saved datasets; JSONL {"id", "date", "text"}.'),
    ],
    out: Annotated[Path, typer.Option(help="The folder of the run; or FILE.jsonl for the reports of one JSONL file.")],
    workers: Annotated[int, typer.Option(min=1, help="Processes that work at the same time.")] = 1,
    format: Annotated[str, typer.Option(help=f"Of the tables: {', '.join(FORMATS)}.")] = "jsonl",  # noqa: A002
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the run in the folder.")] = False,
    seconds: Annotated[
        float | None, typer.Option(min=0.001, help="Time limit of one document; 600 without it.")
    ] = None,
    engine: Annotated[Engine, typer.Option(help="Processes of this machine, or Spark.")] = Engine.local,
    confidence: Annotated[Path | None, typer.Option(help="A model of `vnreport calibrate`.")] = None,
    rules_only: Annotated[bool, typer.Option("--rules-only", help="Leave out the trained models.")] = False,
) -> None:
    """Extract the records of many documents into tables; a bad document gives a row with its reason."""
    from vnreport.batch.config import BatchConfig

    config = BatchConfig(rules_only=rules_only, confidence=str(confidence) if confidence else None)
    config = config if seconds is None else replace(config, seconds=seconds)
    try:
        if out.suffix == ".jsonl":
            if len(inputs) > 1 or Path(inputs[0]).is_dir():
                raise InputError(str(out), "one JSONL file gives a file of reports; give a folder for anything else")
            done, bad = _batch_lines(Path(inputs[0]), out, config)
        else:
            done, bad = _batch_folder(inputs, out, workers, format, resume, engine.value, config)
    except (VnreportError, OSError) as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt as error:
        typer.echo(f"vnreport: interrupted; go on with --resume: {out}", err=True)
        raise typer.Exit(130) from error
    typer.echo(f"{done}: {out}", err=True)
    if bad:
        raise typer.Exit(2)


def _batch_lines(documents: Path, out: Path, config: BatchConfig) -> tuple[str, int]:
    """One line in, one line out; what was done, and how many lines were bad."""
    from vnreport.batch.lines import extract_lines
    from vnreport.batch.pipelines import pipeline_for

    nlp = pipeline_for(config)
    bad = total = 0
    with out.open("w", encoding="utf-8") as sink:
        for row in extract_lines(documents, nlp=nlp):
            total += 1
            bad += "error" in row
            sink.write(json.dumps(row, ensure_ascii=False) + "\n")
    return f"{total - bad} documents, {bad} errors", bad


def _batch_folder(
    inputs: list[str],
    out: Path,
    workers: int,
    form: str,
    resume: bool,
    engine: Literal["local", "spark"],
    config: BatchConfig,
) -> tuple[str, int]:
    """A run into a folder; what was done, and how many documents have no report though they should."""
    from vnreport.batch import Progress, run_batch
    from vnreport.view.progress import ProgressBar

    with ProgressBar() as bar:

        def show(progress: Progress) -> None:
            bar.show(documents=progress.documents, kept=progress.kept, statuses=progress.statuses)

        summary = run_batch(
            inputs, out=out, workers=workers, format=form, resume=resume, engine=engine, config=config, on_progress=show
        )
    statuses = summary.statuses
    bad = statuses["error"] + statuses["timeout"]
    done = f"{statuses['ok']} documents, {statuses['error']} errors, {statuses['timeout']} timeouts, "
    done += f"{statuses['skipped']} skipped"
    if summary.shards_kept:
        done += f" ({summary.shards_kept} of {summary.shards} shards kept)"
    return done, bad
