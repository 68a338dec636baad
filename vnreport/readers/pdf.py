"""Reads PDF files that have a text layer: lines, and tables that ruling lines draw, each run with its font."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnreport.readers.documents import Metadata
from vnreport.readers.limits import Limits
from vnreport.readers.parts import Content, Grid, Part, holders
from vnreport.readers.pdf_layout import PageLayout
from vnreport.readers.pdf_tables import RuledTables
from vnreport.readers.refusals import Damaged, Encrypted, MissingLibrary, NoText, TooLarge
from vnreport.text.legacy import font_encoding
from vnreport.text.legacy_tables import FontEncoding

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]

_NAME = 256
_PASSWORD = "password"


def read_pdf(source: str, data: bytes, limits: Limits) -> Content:
    """The lines and ruled tables of all pages.

    Raises NoText for scans, Encrypted, Damaged, TooLarge over the limit of pages.
    """
    document, ruled = _open(source, data), RuledTables(data)
    try:
        count = len(document)
        if count > limits.max_pages:
            raise TooLarge(source, f"{count} pages, more than {limits.max_pages}")
        parts: list[Part] = []
        size = tables = 0
        for number in range(count):
            for part in _page_parts(source, document, number, ruled, tables):
                parts.append(part)
                tables += isinstance(part, Grid)
                size += sum(len(run.text) for holder in holders(part) for run in holder.runs)
            if size > limits.max_characters:
                raise TooLarge(source, f"more than {limits.max_characters} characters of text")
        if not any(
            char.isalnum() for part in parts for held in holders(part) for run in held.runs for char in run.text
        ):
            raise NoText(source, f"none of its {count} page(s) has a text layer; it is a scan")
    finally:
        ruled.close()
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


def _page_parts(
    source: str, document: pypdfium2.PdfDocument, number: int, ruled: RuledTables, tables: int
) -> list[Part]:
    """The lines and ruled tables of one page, as the file has them; `tables` is how many stand on earlier pages."""
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise Damaged(source, f"page {number + 1} cannot be read ({error})") from error
    try:
        layout = PageLayout(number + 1, ruled.find(page, number), tables)
        for index, char, encoding in _characters(text):
            layout.add(char, encoding, text.get_charbox(index) if layout.has_tables and not char.isspace() else None)
        return layout.parts()
    finally:
        text.close()
        page.close()


def _characters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str, FontEncoding | None]]:
    """The characters of a page with their indices and what their fonts tell; ASCII goes with what stands before it."""
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(_NAME)
    flags = ctypes.c_int()
    known: dict[bytes, FontEncoding | None] = {}
    current: FontEncoding | None = None
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if code > 0x7F:
            size = raw.FPDFText_GetFontInfo(text.raw, index, name, _NAME, flags)
            key = name.value if 0 < size <= _NAME else b""
            if key not in known:
                known[key] = font_encoding(key.decode("utf-8", errors="replace"))
            current = known[key]
        char = _character(code)
        if char:
            yield index, char, current


def _character(code: int) -> str:
    """The character that pdfium gives a code; U+0002 and U+FFFE are hyphens at the end of a line."""
    if code in (0x02, 0xFFFE):
        return "-"
    return "" if code == 0 or 0xD800 <= code < 0xE000 or code == 0xFFFF else chr(code)
