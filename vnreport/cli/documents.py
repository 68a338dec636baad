"""Commands about single documents: extract, explain, text, schema."""

from __future__ import annotations

import json
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnreport.cli.inputs import document_id, load_pipeline, read_input
from vnreport.errors import VnreportError

if TYPE_CHECKING:
    from vnreport.records.models import Report


class Format(str, Enum):
    """How records are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


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

    nlp = load_pipeline(confidence=confidence, rules_only=rules_only)

    form = format or (Format.table if sys.stdout.isatty() else Format.json)
    failed = False
    for name in files:
        try:
            for document in read_input(name):
                report = extract_document(document, date=date, id=document.id or document_id(name), nlp=nlp)
                _print_report(report, form, min_confidence)
        except VnreportError as error:
            failed = True
            typer.echo(f"vnreport: {error}", err=True)
    if failed:
        raise typer.Exit(1)


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
            report = extract_document(document, date=date, id=document.id or document_id(file))
            for line in explain_lines(report, document.text, record=record):
                typer.echo(line)
    except VnreportError as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error


def schema() -> None:
    """Print the JSON Schema of the output."""
    from vnreport.records.models import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


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
