"""What commands read: documents by name, and the pipeline to read them with."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vnreport.errors import InputError, VnreportError

if TYPE_CHECKING:
    from spacy.language import Language

    from vnreport.readers.documents import Document


def load_pipeline(*, confidence: Path | None = None, rules_only: bool = False) -> Language | None:
    """The pipeline with other models or none, None for the default. Exits where a model cannot be used."""
    from vnreport.pipeline import build

    if confidence is None and not rules_only:
        return None
    try:
        return build.load(confidence=str(confidence) if confidence else None, rules_only=rules_only)
    except VnreportError as error:
        typer.echo(f"vnreport: {error}", err=True)
        raise typer.Exit(1) from error


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


def document_id(name: str) -> str:
    """The id of a document that is read by this name."""
    return "stdin" if name == "-" else Path(name).stem
