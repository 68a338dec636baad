"""Reads the files that ministries publish: HTML, DOCX, DOC, RTF, PDF, XLS(X), ODS, text, Markdown, JSONL, e-mail.

    from vnreport.readers import read_document
    document = read_document("bao-cao.doc")

Needs `pip install vnreport[readers]` for all but text and JSONL. See docs/readers.md.
"""

from vnreport.readers.documents import Block, Cell, Document, Location, Metadata, SourceSpan, Table
from vnreport.readers.extracting import extract_document, extract_file
from vnreport.readers.guard import read_guarded
from vnreport.readers.limits import Limits
from vnreport.readers.reading import read_bytes, read_document, read_documents, read_text
from vnreport.readers.refusals import Refusal

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Limits",
    "Location",
    "Metadata",
    "Refusal",
    "SourceSpan",
    "Table",
    "extract_document",
    "extract_file",
    "read_bytes",
    "read_document",
    "read_documents",
    "read_guarded",
    "read_text",
]
