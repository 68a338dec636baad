"""Files in, records out: reads a file and runs the pipeline over its text and tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from vnreport.pipeline.build import default_pipeline, make_doc
from vnreport.readers.documents import Document
from vnreport.readers.limits import DEFAULT, Limits
from vnreport.readers.reading import read_documents
from vnreport.readers.table_grids import table_grids
from vnreport.records.models import Record, Report, SourceLocation

if TYPE_CHECKING:
    from spacy.language import Language


def extract_file(
    path: str | PathLike[str],
    *,
    date: Date | str | None = None,
    id: str | None = None,  # noqa: A002
    limits: Limits = DEFAULT,
    nlp: Language | None = None,
) -> Iterator[Report]:
    """The reports of the documents in a file: one for each line of JSONL, else the only one.

    Offsets are those of the text that `read_documents` gives. `date` is the documents' date, left out the one that
    each states; `id` the report's id, left out the line's own or the file's name. Raises a Refusal for a file that
    cannot be read.
    """
    for document in read_documents(path, limits=limits):
        yield extract_document(document, date=date, id=id or document.id or Path(path).stem, nlp=nlp)


def extract_document(
    document: Document,
    *,
    date: Date | str | None = None,
    id: str | None = None,  # noqa: A002
    nlp: Language | None = None,
) -> Report:
    """The report of a document that was read, from its prose and its tables; records know their places in the file."""
    pipeline = nlp if nlp is not None else default_pipeline()
    known = date if date is not None else document.metadata.date
    doc = make_doc(pipeline, document.text, date=known, id=id, tables=table_grids(document))
    report: Report = pipeline(doc)._.report
    records = tuple(_located(record, document) for record in report.records)
    return report.model_copy(update={"records": records})


def _located(record: Record, document: Document) -> Record:
    """The record with the place of its figure, or of its first change or its sentence, in the file."""
    starts = [record.value.start if record.value is not None else None]
    starts += [change.start for change in record.comparisons[:1]]
    start = next((start for start in starts if start is not None), record.sentence.start)
    place = document.locate(start)
    if place is None:
        return record
    location = SourceLocation(
        page=place.page,
        paragraph=place.paragraph,
        sheet=place.sheet,
        table=place.table,
        row=place.row,
        column=place.column,
    )
    return record.model_copy(update={"location": location})
