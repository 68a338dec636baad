"""Writes small files of every format, byte by byte, for the tests."""

from __future__ import annotations

import io
import zipfile

UNICODE = "Sản xuất công nghiệp tháng 7 tăng 5,2% so với cùng kỳ; đầu tư nước ngoài đạt 12,5 tỷ USD"
LEGACY = {
    "tcvn3": "S¶n xuÊt c«ng nghiÖp th¸ng 7 t¨ng 5,2% so víi cïng kú; ®Çu t\xad n\xadíc ngoµi ®¹t 12,5 tû USD",
    "vni": "Saûn xuaát coâng nghieäp thaùng 7 taêng 5,2% so vôùi cuøng kyø; ñaàu tö nöôùc ngoaøi ñaït 12,5 tyû USD",
    "viscii": "Sän xu¤t công nghi®p tháng 7 tång 5,2% so v¾i cùng kÏ; ð¥u tß nß¾c ngoài ðÕt 12,5 tÖ USD",
}
"""The same sentence in each legacy encoding, its bytes as Latin-1 shows them."""

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGES = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
TYPES = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'


def archive(members: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return target.getvalue()


def docx(body: str, *, styles: str = "", notes: str = "", **extra: str | bytes) -> bytes:
    """A DOCX file with this body; `extra` are members whose names have `__` for `/` and `_dot_` for a dot."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f"<Types {TYPES}/>",
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
    }
    if styles:
        members["word/styles.xml"] = f"<w:styles {WORD}>{styles}</w:styles>"
    if notes:
        members["word/footnotes.xml"] = f"<w:footnotes {WORD}>{notes}</w:footnotes>"
    members.update({name.replace("__", "/").replace("_dot_", "."): content for name, content in extra.items()})
    return archive(members)


def paragraph(text: str, *, font: str | None = None) -> str:
    """A paragraph of one run."""
    properties = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    return f'<w:p><w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def xlsx(rows: list[list[str | float | None]], *, merged: str = "", name: str = "Biểu 1") -> bytes:
    """An XLSX file with one sheet of these rows; `merged` are ranges with spaces between ("A1:C1 A2:A3")."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = []
        for column, value in enumerate(row):
            place = f"{chr(65 + column)}{number}"
            if isinstance(value, str):
                cells.append(f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>')
            elif value is not None:
                cells.append(f'<c r="{place}"><v>{value!r}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    ranges = "".join(f'<mergeCell ref="{place}"/>' for place in merged.split())
    sheet = f"<sheetData>{''.join(lines)}</sheetData>" + (f"<mergeCells>{ranges}</mergeCells>" if ranges else "")
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return archive(
        {
            "[Content_Types].xml": f'<Types {TYPES}><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{content}.sheet.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships {PACKAGES}><Relationship Id="rId1" Type="{RELATIONS}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {SHEET} xmlns:r="{RELATIONS}"><sheets><sheet name="{name}" sheetId="1"'
            ' r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships {PACKAGES}><Relationship Id="rId1"'
            f' Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet {SHEET}>{sheet}</worksheet>",
        }
    )


def pdf(lines: list[bytes], *, font: str = "Helvetica", extra: bytes = b"") -> bytes:
    """A PDF of one page with these lines in WinAnsi; `extra` goes into the trailer."""
    shown = b"".join(b"(%s) Tj 0 -20 Td " % line.replace(b"(", b"\\(") for line in lines)
    stream = b"BT /F1 12 Tf 50 750 Td " + shown + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >>>>>>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /TrueType /BaseFont /%s /Encoding /WinAnsiEncoding >>" % font.encode(),
    ]
    made = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"trailer << /Size 6 /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (extra, start)


def rtf(body: str, *, font: str = ".VnTime") -> bytes:
    """An RTF file whose font 0 is Times New Roman and font 1 `font`; letters beyond ASCII become `\\'hh` (Latin-1)."""
    escaped = "".join(char if char.isascii() else f"\\'{ord(char):02x}" for char in body)
    fonts = r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset0 " + font + ";}}"
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + fonts + r"{\stylesheet{Normal;}}" + escaped + "}").encode("ascii")
