"""The `vnreport` command: the only place that prints."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vnreport.errors import InputError, VnreportError
from vnreport.writers import FORMATS

if TYPE_CHECKING:
    from spacy.language import Language

    from vnreport.readers.documents import Document
    from vnreport.records.models import Report

app = typer.Typer(
    help="Indicator records from Vietnamese government reports and press releases.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(str, Enum):
    """How records are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


class Engine(str, Enum):
    """What a batch runs on."""

    local = "local"
    spark = "spark"


@app.command()
def extract(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Files: text, HTML, DOCX, PDF, XLSX …; - reads standard input; `demo` is the shipped report."
        ),
    ],
    date: Annotated[str | None, typer.Option(help="The documents' date, YYYY-MM-DD.")] = None,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option(help="Default: a table in a terminal, JSON when piped.")
    ] = None,
    min_confidence: Annotated[float, typer.Option(help="Leave out records below this confidence, 0 to 1.")] = 0.0,
    confidence: Annotated[Path | None, typer.Option(help="A model of `vnreport calibrate`.")] = None,
    rules_only: Annotated[bool, typer.Option("--rules-only", help="Leave out the trained models.")] = False,
) -> None:
    """Print the records of files, from their prose and their tables."""
    from vnreport.readers.extracting import extract_document

    nlp = _pipeline(confidence=confidence, rules_only=rules_only)

    form = format or (Format.table if sys.stdout.isatty() else Format.json)
    failed = False
    for name in files:
        try:
            for document in read_input(name):
                report = extract_document(document, date=date, id=document.id or _document_id(name), nlp=nlp)
                _print_report(report, form, min_confidence)
        except VnreportError as error:
            failed = True
            typer.echo(f"vnreport: {error}", err=True)
    if failed:
        raise typer.Exit(1)


@app.command()
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
) -> None:
    """Extract the records of many documents into tables; a bad document gives a row with its reason."""
    try:
        if out.suffix == ".jsonl":
            if len(inputs) > 1 or Path(inputs[0]).is_dir():
                raise InputError(str(out), "one JSONL file gives a file of reports; give a folder for anything else")
            done, bad = _batch_lines(Path(inputs[0]), out)
        else:
            done, bad = _batch_folder(inputs, out, workers, format, resume, engine.value, seconds)
    except (VnreportError, OSError) as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt as error:
        typer.echo(f"vnreport: interrupted; go on with --resume: {out}", err=True)
        raise typer.Exit(130) from error
    typer.echo(f"{done}: {out}", err=True)
    if bad:
        raise typer.Exit(2)


def _batch_lines(documents: Path, out: Path) -> tuple[str, int]:
    """One line in, one line out; what was done, and how many lines were bad."""
    from vnreport.batch.lines import extract_lines

    bad = total = 0
    with out.open("w", encoding="utf-8") as sink:
        for row in extract_lines(documents):
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
    seconds: float | None,
) -> tuple[str, int]:
    """A run into a folder; what was done, and how many documents have no report though they should."""
    from vnreport.batch import BatchConfig, Progress, run_batch
    from vnreport.view.progress import ProgressBar

    config = BatchConfig() if seconds is None else BatchConfig(seconds=seconds)
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


@app.command()
def explain(
    file: Annotated[str, typer.Argument(help="A file of any kind that is read, - for standard input, or demo.")],
    record: Annotated[str | None, typer.Option(help="One record only, as r7.")] = None,
    date: Annotated[str | None, typer.Option(help="The document's date, YYYY-MM-DD.")] = None,
) -> None:
    """Print which rules and lexicon rows found each field of the records."""
    from vnreport.readers.extracting import extract_document
    from vnreport.view.explain import explain_lines

    try:
        for document in read_input(file):
            report = extract_document(document, date=date, id=document.id or _document_id(file))
            for line in explain_lines(report, document.text, record=record):
                typer.echo(line)
    except VnreportError as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error


@app.command()
def schema() -> None:
    """Print the JSON Schema of the output."""
    from vnreport.records.models import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@app.command()
def text(
    file: Annotated[str, typer.Argument(help="A file as a ministry publishes it: HTML, DOCX, DOC, PDF, XLS …")],
) -> None:
    """Print what a reader gets out of a file, as plain text."""
    from vnreport.readers import read_text as read_file_text

    try:
        typer.echo(read_file_text(file))
    except VnreportError as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A gold file, a folder of *.gold.json, or JSON lines.")],
    pred: Annotated[Path | None, typer.Option(help="Output to score; without it the pipeline is run.")] = None,
    by: Annotated[str | None, typer.Option(help="Also by domain, kind or field.")] = None,
    errors: Annotated[int, typer.Option(help="Print this many mistakes with their text.")] = 0,
    rules_only: Annotated[bool, typer.Option("--rules-only", help="Run the pipeline without trained models.")] = False,
    spans: Annotated[bool, typer.Option("--spans", help="Also strict, exact, partial and type span scores.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write the report as a page.")] = None,
    compare: Annotated[
        tuple[Path, Path] | None, typer.Option(help="Two outputs, before and after: what got better and worse.")
    ] = None,
) -> None:
    """Score output against an annotated corpus, or compare two outputs record by record."""
    from vnreport.evaluate import commands
    from vnreport.pipeline.build import extract_all

    try:
        if compare is not None:
            typer.echo(commands.sections_text(commands.compare_files(gold, *compare)))
            return
        nlp = _pipeline(rules_only=rules_only)

        def extract_dict(text: str, *, date: str | None, id: str) -> dict[str, object]:  # noqa: A002
            return next(extract_all([(text, date, id)], nlp=nlp)).to_dict()

        result = commands.evaluate(gold, predictions=pred, extract=extract_dict)
        sections = commands.figure_sections(result, by=by)
        if spans:
            sections.append(commands.span_section(result))
        typer.echo(commands.sections_text(sections))
        for line in commands.mistake_lines(result, most=errors) if errors else ():
            typer.echo(line)
        if html is not None:
            commands.write_html(result, html, title=gold.stem)
    except VnreportError as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error


@app.command()
def calibrate(
    gold: Annotated[Path, typer.Argument(help="Gold of your own genre: a file, a folder, or JSON lines.")],
    out: Annotated[Path, typer.Option(help="Where the model is written.")] = Path("confidence.json"),
    diagram: Annotated[Path | None, typer.Option(help="Also draw the reliability of the confidences, as SVG.")] = None,
) -> None:
    """Fit confidence to gold of your own genre; use the model with `extract --confidence`."""
    from vnreport.evaluate.confidence_fitting import recalibrate
    from vnreport.evaluate.reliability_diagram import write_diagram

    try:
        fitted = recalibrate(gold)
        write_text(out, fitted.model.to_json())
        if diagram is not None:
            write_diagram(diagram, fitted.figures.pairs, title="Records by confidence, documents left out in turn")
    except VnreportError as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error
    for name, figures in (("before", fitted.before), ("now", fitted.figures)):
        line = f"{name}: calibration error {figures.ece:.4f}, accepted at 99 % precision {figures.accept_at_99:.4f}"
        typer.echo(f"{line} of {figures.records} records")


def _pipeline(*, confidence: Path | None = None, rules_only: bool = False) -> Language | None:
    """The pipeline with other models or none, None for the default. Exits where a model cannot be used."""
    from vnreport.pipeline import build

    if confidence is None and not rules_only:
        return None
    try:
        return build.load(confidence=str(confidence) if confidence else None, rules_only=rules_only)
    except VnreportError as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error


def write_text(path: Path, content: str) -> None:
    """Writes a text file in UTF-8. Raises InputError where it cannot be written."""
    try:
        path.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error


def read_input(name: str) -> Iterator[Document]:
    """The documents of a file, of standard input ("-") or of the shipped report ("demo").

    Raises InputError naming the file where it cannot be read.
    """
    from vnreport.readers.inputs import plain_document, read_inputs

    if name == "demo":
        from importlib import resources

        report = resources.files("vnreport").joinpath("demo").joinpath("report.txt")
        yield plain_document(report.read_text(encoding="utf-8"), source=name)
    elif name == "-":
        try:
            yield plain_document(sys.stdin.buffer.read().decode("utf-8-sig"), source=name)
        except UnicodeDecodeError as error:
            raise InputError(name, f"not UTF-8 text (byte {error.start})") from error
    else:
        logging.getLogger("pdfminer").setLevel(logging.ERROR)
        yield from read_inputs(name)


def _document_id(name: str) -> str:
    return "stdin" if name == "-" else Path(name).stem


def _print_report(report: Report, form: Format, min_confidence: float) -> None:
    """Prints one report in the chosen form."""
    data = report.to_dict()
    kept = [record for record in report.records if record.confidence >= min_confidence]
    if form is Format.table:
        from vnreport.view.table import print_table

        print_table(report, kept)
        return
    names = {record.id for record in kept}
    data["records"] = [row for row in data["records"] if row["id"] in names]  # type: ignore[attr-defined]
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2 if form is Format.json else None))


def main() -> None:
    """The entry point of the `vnreport` command."""
    app()
