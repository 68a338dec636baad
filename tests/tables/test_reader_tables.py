"""Tables of files become records: the same one in every format, with merged headers and places in the file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pdf_files import ruled_pdf
from samples import docx, paragraph, xlsx
from table_cases import show

from vnreport.readers import extract_document, extract_file, read_document
from vnreport.records.models import Report

CAPTION = "BIỂU 2. DOANH THU DU LỊCH THÁNG 9 NĂM 2023"
UNIT = "Đơn vị tính: tỷ đồng"
ROWS: list[list[str | float | None]] = [
    ["TT", "Chỉ tiêu", "Ước tháng 9", "So với (%)", None],
    [None, None, None, "Tháng trước", "Cùng kỳ"],
    ["A", "B", "1", "2", "3"],
    ["I", "Tổng doanh thu", 250, 105.3, 98.5],
    ["1", "Doanh thu lưu trú", 150, 101, 97.25],
    [None, "Trong đó: Doanh thu khách quốc tế", 40, None, 120],
    ["2", "Doanh thu lữ hành", 100, 110.5, 100],
]
MERGED = "A1:A2 B1:B2 C1:C2 D1:E1"
RECORDS = [
    "250000000000 VND | Tổng doanh thu | ratio 105.3 % period 2023-08; ratio 98.5 % period 2022-09",
    "150000000000 VND | Doanh thu lưu trú | ratio 101 % period 2023-08; ratio 97.25 % period 2022-09",
    "40000000000 VND | Doanh thu khách quốc tế | ratio 120 % period 2022-09",
    "100000000000 VND | Doanh thu lữ hành | ratio 110.5 % period 2023-08; ratio 100 % period 2022-09",
]
"""All of September 2023 and estimates, without scopes."""


def shown(value: str | float | None) -> str:
    """A cell as an office prints it, with a comma before decimals."""
    return "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)


def html() -> bytes:
    """A page with the table, whose headers are merged."""
    spans = {(0, 0): ' rowspan="2"', (0, 1): ' rowspan="2"', (0, 2): ' rowspan="2"', (0, 3): ' colspan="2"'}
    lines = []
    for number, row in enumerate(ROWS):
        cells = [
            f"<td{spans.get((number, column), '')}>{shown(value)}</td>"
            for column, value in enumerate(row)
            if (number, column) != (0, 4) and not (number == 1 and column < 3)
        ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    prose = "<p>Du lịch tiếp tục phục hồi sau kỳ nghỉ lễ, các địa phương đã mở thêm nhiều tuyến mới.</p>" * 3
    table = f"<p>{CAPTION}</p><p>{UNIT}</p><table>{''.join(lines)}</table>"
    return f"<html><head><meta charset='utf-8'></head><body><article>{prose}{table}</article></body></html>".encode()


def word() -> bytes:
    """A Word file with the table, whose headers are merged."""
    lines = []
    for number, row in enumerate(ROWS):
        cells = []
        for column, value in enumerate(row):
            if (number, column) == (0, 4):
                continue
            merge = '<w:gridSpan w:val="2"/>' if (number, column) == (0, 3) else ""
            if column < 3 and number < 2:
                merge = '<w:vMerge w:val="restart"/>' if number == 0 else "<w:vMerge/>"
            cells.append(f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(shown(value))}</w:tc>")
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1000"/>' * 5 + "</w:tblGrid>"
    return docx(paragraph(CAPTION) + paragraph(UNIT) + f"<w:tbl>{grid}{''.join(lines)}</w:tbl>")


def sheet() -> bytes:
    """A workbook whose sheet opens with the caption and the unit."""
    rows = [[None, CAPTION, None, None, None], [None, None, None, UNIT, None], *ROWS]
    moved = " ".join(
        ":".join(place[0] + str(int(place[1:]) + 2) for place in span.split(":")) for span in MERGED.split()
    )
    return xlsx(rows, merged=moved)


def ruled() -> bytes:
    """A PDF page on which lines draw the table, with merged headers."""
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (1, 2)}
    cells = [
        (number, column, *spans.get((number, column), (1, 1)), shown(value))
        for number, row in enumerate(ROWS)
        for column, value in enumerate(row)
        if (number, column) != (0, 4) and not (number == 1 and column < 3)
    ]
    return ruled_pdf([CAPTION, UNIT], cells, "Nguồn: báo cáo của sở.")


FILES = {"bieu.html": html(), "bieu.docx": word(), "bieu.xlsx": sheet(), "bieu.pdf": ruled()}


@pytest.mark.parametrize(("name", "content"), FILES.items(), ids=list(FILES))
def test_same_records_from_every_format(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (report,) = extract_file(path, date="2023-09-29")
    assert [show(record).replace(" | - | 2023-09 | estimate", "") for record in report.records] == RECORDS
    assert [record.part_of for record in report.records] == [None, "r1", "r2", "r1"]
    text = read_document(path).text
    for record in report.records:
        assert record.value is not None
        assert text[record.value.start : record.value.end] == record.value.text
        assert all(text[change.start : change.end] == change.text for change in record.comparisons)


def places(report: Report) -> list[tuple[str | None, int | None, int | None]]:
    """Sheet, row and column of the records."""
    found = [record.location for record in report.records]
    return [(place.sheet, place.row, place.column) for place in found if place is not None]


def test_places_in_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(sheet())
    report = extract_document(read_document(path), date="2023-09-29")
    assert places(report) == [("Biểu 1", 6, 3), ("Biểu 1", 7, 3), ("Biểu 1", 8, 3), ("Biểu 1", 9, 3)]
    assert report.to_dict()["records"][0]["location"]["row"] == 6  # type: ignore[index]


def test_stored_figures_are_read_as_the_program_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(xlsx([["Tỉnh", "Diện tích rừng năm 2023 (nghìn ha)"], ["Tỉnh A", 1.234], ["Tỉnh B", 0.1 + 0.2]]))
    (report,) = extract_file(path)
    values = [record.value.number for record in report.records if record.value is not None]
    assert values == [Decimal("1234"), Decimal("300")]


def test_forms_and_layouts_of_prose_give_no_records_of_tables(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    path.write_bytes(xlsx([["STT", "Họ và tên", "Số tiền"], ["1", "2", "3"], [None, None, None], ["1", "...", "..."]]))
    assert [report.records for report in extract_file(path)] == [()]
    letter = paragraph("Năm 2023, tỷ lệ hộ nghèo của tỉnh còn 3,2%.")
    body = f"<w:tbl><w:tr><w:tc>{letter}</w:tc><w:tc>{paragraph('Nơi nhận: lưu văn thư')}</w:tc></w:tr></w:tbl>"
    path = tmp_path / "thu.docx"
    path.write_bytes(docx(body))
    (report,) = extract_file(path)
    assert [str(record.value.number) for record in report.records if record.value is not None] == ["3.2"]


def test_places_on_a_page_and_text_around_a_ruled_table(tmp_path: Path) -> None:
    path = tmp_path / "bieu.pdf"
    path.write_bytes(ruled())
    document = read_document(path)
    assert document.text.startswith(f"{CAPTION}\n{UNIT}\nTT\tChỉ tiêu\t")
    assert document.text.endswith("100\nNguồn: báo cáo của sở.\n")
    (table,) = document.tables
    assert table.column_headers[4] == ("So với (%)", "Cùng kỳ")
    (report,) = extract_file(path, date="2023-09-29")
    place = report.records[0].location
    assert place is not None
    assert (place.page, place.table, place.row, place.column) == (1, 1, 4, 3)


def test_a_page_without_lines_stays_lines(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(ruled_pdf(["Một dòng", "Hai dòng"], [(0, 0, 1, 1, "Khung trang")], "Dòng cuối"))
    document = read_document(path)
    assert document.tables == ()
    assert document.text == "Một dòng\nHai dòng\nKhung trang\nDòng cuối\n"
