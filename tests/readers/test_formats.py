"""Every format gives its text, tables, metadata and places."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from email.message import EmailMessage

import pytest
from samples import LEGACY, UNICODE, docx, paragraph, pdf, rtf, xlsx

from vnreport.readers import Location, read_bytes, read_document, read_documents, read_guarded, read_text

SENTENCE = "Kim ngạch xuất khẩu hàng hóa tháng Sáu ước đạt 39,5 tỷ USD."
LETTERHEAD = (
    "BỘ CÔNG THƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Số: 152/BC-BCT\tHà Nội, ngày 06 tháng 7 năm 2025\n"
    "BÁO CÁO\nTình hình sản xuất công nghiệp tháng 6\n"
)


def read(data: bytes, name: str = "sample"):
    document = read_bytes(data, source=name)
    for span in document.source_map:
        assert document.text[span.start : span.end].strip("\n") != ""
        assert document.locate(span.start) == span.location
    for table in document.tables:
        for row in table.grid:
            assert all(cell is None or document.text[cell.start : cell.end] == cell.text for cell in row)
    return document


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_unicode(charset):
    document = read(f"{SENTENCE}\r\n\r\nDòng hai".encode(charset))
    assert document.text == f"{SENTENCE}\n\nDòng hai\n"
    assert document.locate(len(SENTENCE)) is None
    assert document.locate(len(SENTENCE) + 2) == Location(paragraph=3)


def test_text_keeps_its_columns():
    assert read("Gạo     745     512\nCà phê\t120\n".encode()).text == "Gạo     745     512\nCà phê\t120\n"


def test_text_in_windows_1258():
    data = (SENTENCE.replace("ạ", "a\u0323").replace("ấ", "â\u0301").replace("ẩ", "â\u0309")
            .replace("ướ", "ươ\u0301").replace("ỷ", "y\u0309"))  # fmt: skip
    document = read(data.encode("cp1258"))
    assert document.text == SENTENCE + "\n"
    assert document.encodings == ("cp1258",)


@pytest.mark.parametrize("encoding", list(LEGACY))
def test_text_in_legacy_bytes(encoding):
    document = read(LEGACY[encoding].encode("latin-1"))
    assert document.text == UNICODE + "\n"
    assert encoding in document.encodings


def test_letterhead():
    found = read(LETTERHEAD.encode()).metadata
    assert (found.issuer, found.number, found.date) == ("BỘ CÔNG THƯƠNG", "152/BC-BCT", date(2025, 7, 6))
    assert found.title == "BÁO CÁO Tình hình sản xuất công nghiệp tháng 6"


def test_markdown_table():
    document = read("# Số liệu\n\n| Mặt hàng | Tháng 6 |\n| --- | ---: |\n| Gạo | 745 |\n".encode())
    assert document.tables[0].rows == (("Mặt hàng", "Tháng 6"), ("Gạo", "745"))
    assert document.tables[0].header_rows == 1


def test_docx_text_and_fonts():
    body = (
        paragraph(SENTENCE) + paragraph(LEGACY["tcvn3"], font=".VnTime") + paragraph(LEGACY["vni"], font="VNI-Times")
        + '<w:p><w:r><w:t>còn </w:t></w:r><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>'
        '<w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>'
    )  # fmt: skip
    notes = (
        f'<w:footnote w:type="separator">{paragraph("-")}</w:footnote><w:footnote>{paragraph("Ghi chú")}</w:footnote>'
    )
    document = read(docx(body, notes=notes))
    assert document.text.splitlines() == [SENTENCE, UNICODE, UNICODE, "còn thêm", "Ghi chú"]
    assert document.blocks[-1].kind == "footnote"
    assert document.encodings == ("tcvn3", "vni")


def test_docx_font_of_style():
    styles = '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:style>'
    styled = '<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:t>Sè liÖu</w:t></w:r></w:p>'
    assert read(docx(styled, styles=styles)).text == "Số liệu\n"


def test_docx_table_with_merged_cells():
    def cell(text: str, form: str = "") -> str:
        return f"<w:tc><w:tcPr>{form}</w:tcPr>{paragraph(text)}</w:tc>"

    wide = '<w:gridSpan w:val="2"/>'
    merge, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        f'<w:tbl><w:tr>{cell("Mặt hàng", merge)}{cell("Tháng 6", wide)}'
        f'</w:tr><w:tr>{cell("", goes_on)}{cell("Lượng")}{cell("Giá")}</w:tr>'
        f'<w:tr>{cell("Gạo")}{cell("745")}{cell("1.200,5")}</w:tr></w:tbl>'
    )  # fmt: skip
    document = read(docx(table))
    [found] = document.tables
    assert found.rows == (("Mặt hàng", "Tháng 6", "Tháng 6"), ("Mặt hàng", "Lượng", "Giá"), ("Gạo", "745", "1.200,5"))
    assert found.column_headers == (("Mặt hàng",), ("Tháng 6", "Lượng"), ("Tháng 6", "Giá"))
    assert document.text == "Mặt hàng\tTháng 6\n\tLượng\tGiá\nGạo\t745\t1.200,5\n"
    assert document.locate(document.text.index("745")) == Location(table=1, row=3, column=2)


def test_xlsx():
    rows: list[list[str | float | None]] = [
        ["Xuất khẩu", None, None], ["Mặt hàng", "Tháng 6", None], [None, "Lượng", "So cùng kỳ (%)"],
        ["Gạo", 745.0, 104.51612903225806],
    ]  # fmt: skip
    document = read(xlsx(rows, merged="A1:C1 A2:A3 B2:C2"))
    [table] = document.tables
    assert table.column_headers == (("Mặt hàng",), ("Tháng 6", "Lượng"), ("Tháng 6", "So cùng kỳ (%)"))
    assert table.rows[3] == ("Gạo", "745", "104.516129")
    assert table.grid[3][2] is not None
    assert table.grid[3][2].value == Decimal("104.51612903225806")
    assert document.locate(document.text.index("745")) == Location(sheet="Biểu 1", table=1, row=4, column=2)


def test_xlsx_in_legacy_encoding():
    document = read(xlsx([[LEGACY["tcvn3"], 1.0], ["Sè", 2.0], ["tÊn", 3.0]]))
    assert document.text.splitlines() == [f"{UNICODE}\t1", "Số\t2", "tấn\t3"]


def test_rtf():
    body = (
        r"{\f0 Report\par}{\f1 " + LEGACY["tcvn3"] + r"\par}"
        r"{\f0\uc1 \u272\'3f\u432?\u7907?c{\deleted x\u243?a}\par}{\field{\*\fldinst PAGE}{\fldrslt 1}}\par"
    )
    assert read(rtf(body)).text == f"Report\n{UNICODE}\nĐược\n1\n"


def test_rtf_table():
    row = r"\trowd\cellx1000\cellx3000\pard\intbl {\f0 A\cell B\cell\row}"
    merged = r"\trowd\clmgf\cellx1000\clmrg\cellx3000\pard\intbl {\f0 AB\cell\cell\row}\pard"
    document = read(rtf(merged + row + r"\pard end\par"))
    assert document.tables[0].rows == (("AB", "AB"), ("A", "B"))
    assert document.text.endswith("end\n")


def test_pdf():
    lines = [b"Report for June", LEGACY["tcvn3"].encode("latin-1")]
    document = read(pdf(lines, font="ABCDEF+.VnTime"))
    assert document.text == f"Report for June\n{UNICODE}\n"
    assert document.locate(0) == Location(page=1, paragraph=1)


def test_html_with_tables():
    page = f"""<html><head><title>Trang</title><meta property="article:published_time" content="2025-07-06T09:00">
    </head><body><h1>Xuất khẩu gạo</h1><p>{SENTENCE}</p><table><tr><th rowspan=2>Mặt hàng</th><th colspan=2>Tháng 6</th>
    </tr><tr><th>Lượng</th><th>Giá</th></tr><tr><td>Gạo</td><td>745</td><td>512</td></tr></table>
    <script>var x = 1;</script></body></html>"""
    document = read(page.encode())
    assert document.text.splitlines()[:2] == ["Xuất khẩu gạo", SENTENCE]
    assert document.tables[0].rows[1] == ("Mặt hàng", "Lượng", "Giá")
    assert document.metadata.title == "Xuất khẩu gạo"
    assert document.metadata.date == date(2025, 7, 6)
    assert "var x" not in document.text


def test_html_in_legacy_font():
    page = f'<html><body><p><font face=".VnTime">{LEGACY["tcvn3"]}</font></p></body></html>'
    assert read(page.encode("latin-1")).text == UNICODE + "\n"


def test_html_leaves_out_the_site():
    menu = "".join(f'<li><a href="/{number}">Chuyên mục số {number}</a></li>' for number in range(30))
    story = "".join(f"<p>Đoạn {number}: {SENTENCE * 3}</p>" for number in range(8))
    page = f"<html><body><nav><ul>{menu}</ul></nav><article><h1>Tin</h1>{story}</article></body></html>"
    text = read(page.encode()).text
    assert "Chuyên mục" not in text
    assert all(f"Đoạn {number}:" in text for number in range(8))


def test_jsonl(tmp_path):
    path = tmp_path / "rows.jsonl"
    rows = [{"id": "a", "text": SENTENCE, "date": "2025-07-06"}, {"text": "Dòng hai\nDòng ba"}]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    first, second = read_documents(path)
    assert (first.id, first.text, first.metadata.date) == ("a", SENTENCE + "\n", date(2025, 7, 6))
    assert second.source.endswith(":2")
    assert read_text(path) == f"{SENTENCE}\nDòng hai\nDòng ba\n"


def test_mail():
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Cục Thống kê <a@b.vn>", "c@d.vn", "Báo cáo tháng 6"
    message.set_content(SENTENCE)
    document = read(message.as_bytes())
    assert document.text == SENTENCE + "\n"
    assert document.metadata.title == "Báo cáo tháng 6"


def test_extension_does_not_matter(tmp_path):
    path = tmp_path / "report.doc"
    path.write_bytes(rtf(r"{\f1 Sè liÖu\par}"))
    assert read_document(path).format == "rtf"


def test_guarded(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    assert read_guarded(path) == read_document(path)
