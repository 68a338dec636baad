"""Writes small PDF files with Vietnamese text and ruling lines for the tests."""

from __future__ import annotations

_MAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n256 beginbfrange\n"
    + b"".join(b"<%02X00> <%02XFF> <%02X00>\n" % (page, page, page) for page in range(256))
    + b"endbfrange endcmap end end"
)


def shown(text: str) -> bytes:
    """The text as a string of two bytes a letter."""
    return b"<%s> Tj" % text.encode("utf-16-be").hex().encode()


def unicode_pdf(stream: bytes) -> bytes:
    """A PDF of one page with this content, whose font F1 has two bytes a letter and a map that says: Unicode."""
    system = b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >>>>>>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type/Font /Subtype/Type0 /BaseFont/A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /CIDSystemInfo %s >>" % system,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_MAP), _MAP),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = len(objects) + 1
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + entries + trailer


def ruled_pdf(above: list[str], cells: list[tuple[int, int, int, int, str]], below: str) -> bytes:
    """A page with lines above and below a ruled table.

    `cells` are row, column, and how many rows and columns each spans, with its text; 20 points a row, 150 a column.
    """
    stream = b""
    for number, line in enumerate(above):
        stream += b"BT /F1 9 Tf 20 %d Td %s ET\n" % (810 - 20 * number, shown(line))
    for row, column, height, width, text in cells:
        left, top = 20 + 150 * column, 740 - 20 * row
        stream += b"%d %d %d %d re S\n" % (left, top - 20 * height, 150 * width, 20 * height)
        stream += b"BT /F1 7 Tf %d %d Td %s ET\n" % (left + 4, top - 14, shown(text))
    return unicode_pdf(stream + b"BT /F1 9 Tf 20 400 Td %s ET\n" % shown(below))
