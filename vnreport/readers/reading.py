"""Reads a file of any format that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any

from vnreport.readers.archives import check_archive, open_archive
from vnreport.readers.assembling import assemble
from vnreport.readers.documents import Document, Location, Metadata
from vnreport.readers.limits import DEFAULT, MEGABYTE, Limits
from vnreport.readers.parts import Content, Paragraph, Part
from vnreport.readers.plain import read_lines, read_plain, text_parts
from vnreport.readers.refusals import Damaged, Missing, NoText, TooLarge, UnknownFormat
from vnreport.readers.sniffing import Kind, sniff

_EXTENSIONS: dict[str, Kind] = {
    ".pdf": "pdf", ".doc": "doc", ".docx": "docx", ".xls": "xls", ".xlsx": "xlsx", ".rtf": "rtf", ".ods": "ods",
}  # fmt: skip
"""Extensions that promise a format with marks of its own: text under one of them is a damaged or renamed file."""


def read_document(path: str | PathLike[str], *, limits: Limits = DEFAULT) -> Document:
    """The document in the file at `path`, whose format is told by its content.

    Of a JSONL file all texts as one document, a block for each line of a text, located by the file's line. Raises a
    Refusal that names the file and the reason: Missing, UnknownFormat, Damaged, Encrypted, NoText, TooLarge, ZipBomb,
    ExternalEntities, Macros, MissingLibrary.
    """
    return read_bytes(load_bytes(path, limits), source=str(path), limits=limits)


def read_documents(path: str | PathLike[str], *, limits: Limits = DEFAULT) -> Iterator[Document]:
    """The documents in the file: one for each line of JSONL, with its `id`, `title` and `date`; else the only one."""
    source, data = str(path), load_bytes(path, limits)
    if sniff(source, data, limits) != "jsonl":
        yield read_bytes(data, source=source, limits=limits)
        return
    for number, row in read_lines(source, data, limits):
        place = f"{source}:{number}"
        parts = [_at_line(part, number) for part in text_parts(row["text"])]
        document = assemble(place, Content("jsonl", parts, _row_metadata(row)), limits)
        yield replace(document, id=None if row.get("id") is None else str(row["id"]))


def read_text(path: str | PathLike[str], *, limits: Limits = DEFAULT) -> str:
    """The plain text of the file at `path`: a line a paragraph or table row, tabs between cells."""
    return read_document(path, limits=limits).text


def read_bytes(data: bytes, *, source: str, limits: Limits = DEFAULT) -> Document:
    """The document in `data`; `source` names it in refusals, its extension helps to tell damaged files."""
    if len(data) > limits.max_bytes:
        raise TooLarge(source, f"{len(data) // MEGABYTE} MB, more than {limits.max_bytes // MEGABYTE}")
    kind = sniff(source, data, limits)
    _check_extension(source, kind, data)
    try:
        content = _read(source, kind, data, limits)
    except RecursionError as error:
        raise TooLarge(source, "its elements are nested too deep") from error
    return assemble(source, content, limits)


def load_bytes(path: str | PathLike[str], limits: Limits) -> bytes:
    """The file's bytes; its size is looked at first. Raises Missing or TooLarge."""
    source = str(path)
    try:
        if not Path(path).is_file():
            raise Missing(source, "there is no such file")
        size = Path(path).stat().st_size
        if size > limits.max_bytes:
            raise TooLarge(source, f"{size // MEGABYTE} MB, more than {limits.max_bytes // MEGABYTE}")
        with Path(path).open("rb") as stream:
            return stream.read(limits.max_bytes + 1)
    except OSError as error:
        raise Missing(source, error.strerror or "cannot be read") from error


def _check_extension(source: str, kind: Kind, data: bytes) -> None:
    """Raises when plain text stands under an extension that promises something else."""
    promised = _EXTENSIONS.get(Path(source).suffix.lower())
    if promised is None or kind != "text":
        return
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Damaged(source, f"not a {promised.upper()} file, or its beginning is lost")
    if promised == "pdf" or data[:4096].decode("latin-1").isprintable() is None:
        raise UnknownFormat(source, f"the extension says {promised}, the content does not")


def _read(source: str, kind: Kind, data: bytes, limits: Limits) -> Content:
    """The content that the reader of this format finds; each is imported when it is needed."""
    if kind == "html":
        from vnreport.readers.html import read_html

        return read_html(source, data, limits)
    if kind == "docx":
        from vnreport.readers.docx import read_docx

        return read_docx(source, data, limits)
    if kind == "doc":
        from vnreport.readers.doc import read_doc

        return read_doc(source, data, limits)
    if kind == "rtf":
        from vnreport.readers.rtf import read_rtf

        return read_rtf(source, data, limits)
    if kind == "pdf":
        from vnreport.readers.pdf import read_pdf

        return read_pdf(source, data, limits)
    if kind == "mail":
        from vnreport.readers.mail import read_mail

        return read_mail(source, data, limits)
    if kind == "jsonl":
        return _read_jsonl(source, data, limits)
    if kind == "text":
        return read_plain(source, data, limits)
    return _read_sheets(source, kind, data, limits)


def _read_sheets(source: str, kind: Kind, data: bytes, limits: Limits) -> Content:
    """A spreadsheet; the members of an archive are unpacked once on trial before the library may have it."""
    from vnreport.readers.sheets import read_sheets

    if kind == "xls":
        from vnreport.readers.xls_records import check_records

        check_records(source, data)
    else:
        with open_archive(source, data, limits) as archive:
            check_archive(source, archive)
    return read_sheets(source, data, limits, form=kind)


def _read_jsonl(source: str, data: bytes, limits: Limits) -> Content:
    parts: list[Part] = []
    for number, row in read_lines(source, data, limits):
        parts += (_at_line(part, number) for part in text_parts(row["text"]))
    if not parts:
        raise NoText(source, "no line holds a text")
    return Content("jsonl", parts, encodings=("utf-8",))


def _at_line(part: Part, number: int) -> Part:
    """The part, located by the line of the file that it stands in."""
    if isinstance(part, Paragraph):
        return replace(part, location=Location(paragraph=number))
    return replace(part, location=replace(part.location, paragraph=number))


def _row_metadata(row: dict[str, Any]) -> Metadata:
    """What the fields of a JSONL row say."""
    title = row.get("title")
    try:
        day = date.fromisoformat(str(row.get("date"))[:10])
    except ValueError:
        day = None
    return Metadata(title=title if isinstance(title, str) else None, date=day)
