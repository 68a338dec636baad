"""Commands about gold: evaluate, calibrate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vnreport.cli.inputs import load_pipeline
from vnreport.errors import InputError, VnreportError


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
    from vnreport.evaluate.predictions import extractor

    try:
        if compare is not None:
            typer.echo(commands.sections_text(commands.compare_files(gold, *compare)))
            return
        nlp = load_pipeline(rules_only=rules_only)

        result = commands.evaluate(gold, predictions=pred, extract=extractor(nlp))
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


def write_text(path: Path, content: str) -> None:
    """Writes a text file in UTF-8. Raises InputError where it cannot be written."""
    try:
        path.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error
