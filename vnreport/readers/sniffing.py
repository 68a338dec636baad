"""Tells a file's format by its content; the extension only decides between kinds of plain text."""

from __future__ import annotations

import json
import re
from typing import Literal

from vnreport.readers.archives import open_archive
from vnreport.readers.limits import Limits
from vnreport.readers.ole import stream_names
from vnreport.readers.refusals import Encrypted, NoText, UnknownFormat

Kind = Literal["html", "docx", "doc", "rtf", "pdf", "xlsx", "xls", "ods", "text", "jsonl", "mail"]

_PDF_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p|meta|title|article|span|font)[\s>/]", re.I)
_XML = re.compile(rb"<\?xml[^>]*>\s*(?:<!--.*?-->\s*)*<(?P<root>[\w:]+)", re.S)
_MAIL = re.compile(
    rb"(?:(?:return-path|received|from|to|subject|date|mime-version|message-id|delivered-to|x-[\w-]+):)", re.I
)
_MAIL_FIELDS = re.compile(rb"^(?:from|to|subject|date|mime-version|message-id):", re.I | re.M)
_REFUSED = (
    (b"\x89PNG", "a picture (PNG); only files with text can be read"),
    (b"\xff\xd8\xff", "a picture (JPEG); only files with text can be read"),
    (b"GIF8", "a picture (GIF); only files with text can be read"),
    (b"II*\0", "a picture (TIFF); only files with text can be read"),
    (b"MM\0*", "a picture (TIFF); only files with text can be read"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_MEMBERS: tuple[tuple[str, Kind], ...] = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
)
_STREAMS: tuple[tuple[str, Kind], ...] = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_ENCRYPTED_PACKAGE = "EncryptedPackage"


def sniff(source: str, data: bytes, limits: Limits) -> Kind:
    """The format of `data`; text where nothing else fits.

    Raises UnknownFormat naming what the file is where that can be told, NoText when it is empty, Encrypted.
    """
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.strip(b"\0 \t\r\n"):
        raise NoText(source, "the file is empty")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(_OLE):
        return _sniff_ole(source, data)
    if data.startswith(_ZIP):
        return _sniff_zip(source, data, limits)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    for mark, reason in _REFUSED:
        if data.startswith(mark):
            raise UnknownFormat(source, f"the file is {reason}")
    return _sniff_text(source, head, data)


def _sniff_ole(source: str, data: bytes) -> Kind:
    names = stream_names(source, data)
    if _ENCRYPTED_PACKAGE in names:
        raise Encrypted(source, "the Office file asks for a password")
    for name, kind in _STREAMS:
        if name in names:
            return kind
    raise UnknownFormat(source, "a compound file that is neither Word nor Excel")


def _sniff_zip(source: str, data: bytes, limits: Limits) -> Kind:
    with open_archive(source, data, limits) as archive:
        names = frozenset(archive.namelist())
        for name, kind in _MEMBERS:
            if name in names:
                return kind
        if "content.xml" in names and "spreadsheet" in archive.read("mimetype")[:200].decode("latin-1"):
            return "ods"
    raise UnknownFormat(source, "an archive that is neither Word nor Excel; unpack it first")


def _sniff_text(source: str, head: bytes, data: bytes) -> Kind:
    narrow = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    if found := _XML.match(narrow):
        if found["root"].lower() == b"html":
            return "html"
        raise UnknownFormat(source, f"XML with the root {found['root'].decode('latin-1')}, which is no report")
    if narrow.startswith(b"{") and _is_json_line(narrow):
        return "jsonl"
    if _MAIL.match(narrow) and len(set(map(bytes.lower, _MAIL_FIELDS.findall(narrow)))) >= 2:
        return "mail"
    return "html" if narrow.startswith(b"<") and _MARKUP.search(narrow) else "text"


def _is_json_line(head: bytes) -> bool:
    """Whether the first line opens a JSON object with a key; a line longer than the head counts by its opening."""
    line = head.split(b"\n", 1)[0]
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return re.match(rb'\{\s*"[\w.-]+"\s*:', line) is not None and len(line) == len(head)
