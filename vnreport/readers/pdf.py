"""Reads PDF files that have a text layer, line by line, each run with its font."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnreport.readers.documents import Location, Metadata
from vnreport.readers.limits import Limits
from vnreport.readers.parts import Content, Paragraph, Part, Run
from vnreport.readers.refusals import Damaged, Encrypted, MissingLibrary, NoText, TooLarge
from vnreport.text.legacy import font_encoding, restore_hyphens
from vnreport.text.legacy_tables import FontEncoding

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]

_NAME = 256
_PASSWORD = "password"


def read_pdf(source: str, data: bytes, limits: Limits) -> Content:
    """The lines of all pages; raises NoText for scans, Encrypted, Damaged, TooLarge over the limit of pages."""
    document = _open(source, data)
    try:
        count = len(document)
        if count > limits.max_pages:
            raise TooLarge(source, f"{count} pages, more than {limits.max_pages}")
        parts: list[Part] = []
        size = 0
        for number in range(count):
            for part in _page_lines(source, document, number):
                parts.append(part)
                size += sum(len(run.text) for run in part.runs)
            if size > limits.max_characters:
                raise TooLarge(source, f"more than {limits.max_characters} characters of text")
        if not any(char.isalnum() for part in parts for run in part.runs for char in run.text):  # type: ignore[union-attr]
            raise NoText(source, f"none of its {count} page(s) has a text layer; it is a scan")
    finally:
        document.close()
    return Content("pdf", parts, Metadata())


def _open(source: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        import pypdfium2  # type: ignore[import-untyped, unused-ignore]
    except ImportError as error:
        raise MissingLibrary(source, "reading PDF needs pypdfium2 (pip install vnreport[readers])") from error
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise Encrypted(source, "the PDF asks for a password") from error
        raise Damaged(source, f"the PDF is cut off or damaged ({error})") from error


def _page_lines(source: str, document: pypdfium2.PdfDocument, number: int) -> Iterator[Paragraph]:
    """The lines of one page, top to bottom as the file has them."""
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise Damaged(source, f"page {number + 1} cannot be read ({error})") from error
    try:
        runs: list[Run] = []
        line = 0
        for chunk, encoding in _font_runs(text):
            pieces = chunk.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            for index, piece in enumerate(pieces):
                if index and runs:
                    line += 1
                    yield Paragraph(tuple(runs), Location(page=number + 1, paragraph=line))
                    runs = []
                if piece:
                    is_tcvn3 = encoding in ("tcvn3", "tcvn3-capitals")
                    runs.append(Run(restore_hyphens(piece) if is_tcvn3 else piece, encoding))
        if runs:
            yield Paragraph(tuple(runs), Location(page=number + 1, paragraph=line + 1))
    finally:
        text.close()
        page.close()


def _font_runs(text: pypdfium2.PdfTextPage) -> Iterator[tuple[str, FontEncoding | None]]:
    """The characters of a page, those in a row with fonts of the same encoding together."""
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(_NAME)
    flags = ctypes.c_int()
    known: dict[bytes, FontEncoding | None] = {}
    chars: list[str] = []
    current: FontEncoding | None = None
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        char = _character(code)
        if code > 0x7F:
            size = raw.FPDFText_GetFontInfo(text.raw, index, name, _NAME, flags)
            key = name.value if 0 < size <= _NAME else b""
            if key not in known:
                known[key] = font_encoding(key.decode("utf-8", errors="replace"))
            if known[key] != current and chars:
                yield "".join(chars), current
                chars = []
            current = known[key]
        if char:
            chars.append(char)
    if chars:
        yield "".join(chars), current


def _character(code: int) -> str:
    """The character that pdfium gives a code; U+0002 and U+FFFE are hyphens at the end of a line."""
    if code in (0x02, 0xFFFE):
        return "-"
    return "" if code == 0 or 0xD800 <= code < 0xE000 or code == 0xFFFF else chr(code)
