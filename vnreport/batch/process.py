"""The one function of a run, the same under every engine: batches of documents in, batches of reports out."""

from __future__ import annotations

import json
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from vnreport.batch.config import BatchConfig
from vnreport.batch.pipelines import pipeline_for
from vnreport.batch.schema import INPUT, OUTPUT, unicode_text
from vnreport.errors import VnreportError
from vnreport.pipeline.build import extract_all
from vnreport.readers.documents import Document, Metadata
from vnreport.readers.extracting import extract_document
from vnreport.readers.letterheads import find_metadata
from vnreport.readers.limits import MEGABYTE
from vnreport.readers.reading import read_bytes, read_document
from vnreport.readers.refusals import Refusal

if TYPE_CHECKING:
    from spacy.language import Language

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What readers and their libraries raise on content that nobody foresaw (lxml's errors are syntax errors)."""

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def process_batches(batches: Iterator[pa.RecordBatch], config: BatchConfig) -> Iterator[pa.RecordBatch]:
    """For each batch of documents (`schema.INPUT`) one of as many rows with their reports (`schema.OUTPUT`).

    A row depends on its document alone, so that neither the size of batches nor their order changes it. A document
    that cannot be read or used gives a row with its reason. Columns that a batch lacks count as null. Raises
    ModelFileError where the models of the configuration cannot be used.
    """
    nlp = pipeline_for(config)
    for batch in batches:
        rows = [_process(row, config, nlp) for row in batch.to_pylist()]
        yield pa.RecordBatch.from_pylist(rows, schema=OUTPUT)


def failed_row(row: dict[str, Any], status: str, reason: str) -> dict[str, Any]:
    """The output row of an input row that has no report."""
    known = {name: row.get(name) for name in ("id", "source", "date", "title", "issuer", "number")}
    return {**known, "status": status, "reason": unicode_text(_ADDRESS.sub("", reason)), "report": None}


def _process(row: dict[str, Any], config: BatchConfig, nlp: Language) -> dict[str, Any]:
    """The output row of one document."""
    row = {name: row.get(name) for name in INPUT.names}
    if row["status"] is not None:
        return failed_row(row, row["status"], row["reason"] or "")
    try:
        return _report_row(row, config, nlp)
    except Refusal as refusal:
        return failed_row(row, "error", f"{refusal.code}: {refusal.reason}")
    except VnreportError as error:
        return failed_row(row, "error", f"unusable: {getattr(error, 'reason', error)}")
    except MemoryError:
        return failed_row(row, "error", f"too_large: needs more than {config.memory // MEGABYTE} MB of memory")
    except FAULTS as error:
        return failed_row(row, "error", f"fault: {type(error).__name__}: {error}")


def _report_row(row: dict[str, Any], config: BatchConfig, nlp: Language) -> dict[str, Any]:
    """The row of a document that can be read; what the caller knows of it goes before what it says of itself."""
    known = Metadata(title=row["title"], issuer=row["issuer"], number=row["number"])
    if row["text"] is not None:
        found = find_metadata(row["text"], known)
        report = next(extract_all([(row["text"], row["date"], row["id"])], nlp=nlp)).to_dict()
    else:
        document = _read(row, config)
        found = document.metadata
        report = extract_document(document, date=row["date"], id=row["id"], nlp=nlp).to_dict()
    return {
        "id": row["id"],
        "source": row["source"],
        "status": "ok",
        "reason": None,
        "date": report["date"],
        "title": known.title or found.title,
        "issuer": known.issuer or found.issuer,
        "number": known.number or found.number,
        "report": json.dumps(report, ensure_ascii=False),
    }


def _read(row: dict[str, Any], config: BatchConfig) -> Document:
    """The document in the file that the row names, or in its content."""
    if row["content"] is not None:
        return read_bytes(row["content"], source=row["source"] or row["id"] or "content", limits=config.limits)
    if row["path"] is None:
        raise Refusal(row["source"] or "document", "has neither text, path nor content")
    return read_document(os.fsdecode(row["path"]), limits=config.limits)
