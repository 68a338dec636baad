"""What stands in the files: for spreadsheets, for other programs, and in bounded memory."""

from __future__ import annotations

import csv
import json
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook
from workbooks import sheet_cells, sheet_has

import vnreport
from vnreport.errors import InputError
from vnreport.writers import FORMATS, check_format, write_tables
from vnreport.writers.columns import RECORDS
from vnreport.writers.csv_tables import safe_text
from vnreport.writers.nested import nested_row
from vnreport.writers.xlsx import Formats, SheetWriter


def columns_of(sheet: list[list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(sheet[0], cells, strict=True)) for cells in sheet[1:]]


def test_a_format_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no format docx; known: jsonl, parquet, csv"):
        write_tables(tmp_path, [], format="docx")
    check_format("jsonl")


def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport.writers.xlsx.REQUIRES", ("a_library_that_is_not_there",))
    with pytest.raises(InputError, match=r"needs a_library_that_is_not_there: pip install 'vnreport\[tables\]'"):
        check_format("xlsx")


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_without_documents_and_one_written_twice(form: str, run: list[pa.RecordBatch], tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("none", "one", "two")]
    for folder, content in zip(folders, ([], run, run), strict=True):
        folder.mkdir()
        write_tables(folder, content, format=form)
    names = [sorted(path.name for path in folder.iterdir()) for folder in folders]
    assert names[0] == names[1] == names[2] != []
    assert all((folders[1] / name).read_bytes() == (folders[2] / name).read_bytes() for name in names[1])


def test_workbook_as_a_reader_sees_it(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format="xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "tables.xlsx")
    assert book.sheet_names == ["records", "comparisons", "documents"]
    records = columns_of(book.get_sheet_by_name("records").to_python())
    assert [record["value"] for record in records] == [8420500000000.0, "123456789012345678"]
    assert [str(record["first_day"]) for record in records][:1] == ["2023-01-01"]
    assert records[0]["unit"] == "VND"
    (comparison,) = columns_of(book.get_sheet_by_name("comparisons").to_python())
    assert (comparison["direction"], comparison["amount"], comparison["unit"]) == ("up", 6.5, "%")
    documents = columns_of(book.get_sheet_by_name("documents").to_python())
    assert [document["status"] for document in documents] == ["ok", "error"]
    assert documents[1]["reason"] == "=HYPERLINK(1)"


def test_workbook_has_typed_cells_no_formulas_a_frozen_header_and_filters(
    run: list[pa.RecordBatch], tmp_path: Path
) -> None:
    write_tables(tmp_path, run, format="xlsx")
    path = tmp_path / "tables.xlsx"
    assert all(sheet_has(path, sheet, name) for sheet in (1, 2, 3) for name in ("autoFilter", "pane"))
    kinds = {kind for sheet in (1, 2, 3) for kind, _ in sheet_cells(path, sheet).values()}
    assert "formula" not in kinds
    at = [column.name for column in RECORDS].index("value")
    letter = chr(ord("A") + at)
    cells = sheet_cells(path, 1)
    assert (cells[f"{letter}2"], cells[f"{letter}3"]) == (("n", "8420500000000"), ("inlineStr", "123456789012345678"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0.28", "n"),
        ("-1500000", "n"),
        ("999999999999999", "n"),
        ("9999999999999999", "inlineStr"),
        ("9" * 29, "inlineStr"),
        ("0.1234567890123456", "inlineStr"),
        ("1" + "0" * 20, "n"),
        ("NaN", "inlineStr"),
    ],
)
def test_figures_are_numbers_where_a_cell_holds_them_exactly(text: str, kind: str, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "one.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = SheetWriter(book, "records", Formats(book))
        sheet.add({**{column.name: None for column in RECORDS}, "value": text})
    (cell,) = (cell for reference, cell in sheet_cells(path, 1).items() if not reference.endswith("1"))
    assert cell[0] == kind
    assert cell[1] == text if kind != "n" else float(cell[1]) == float(text)


def test_a_full_sheet_goes_on_in_another(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "small.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = SheetWriter(book, "documents", Formats(book), rows=3)
        for number in range(5):
            sheet.add(
                {
                    **dict.fromkeys(("id", "source", "status", "reason", "date", "title", "issuer", "number")),
                    "document": number,
                    "records": None,
                    "warnings": "y" * 40_000,
                    "text_sha256": None,
                }
            )
        sheet.finish()
    read = CalamineWorkbook.from_path(path)
    assert read.sheet_names == ["documents", "documents 2", "documents 3"]
    rows = [row for name in read.sheet_names for row in columns_of(read.get_sheet_by_name(name).to_python())]
    assert [row["document"] for row in rows] == [0, 1, 2, 3, 4]
    assert {(len(row["warnings"]), row["warnings"][-1]) for row in rows} == {(32_767, "…")}


def test_csv_as_another_program_reads_it(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format="csv-bom")
    with (tmp_path / "records.csv").open(encoding="utf-8-sig", newline="") as file:
        records = list(csv.DictReader(file))
    assert [record["value"] for record in records] == ["8420500000000", "123456789012345678"]
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        documents = list(csv.DictReader(file))
    assert (documents[0]["title"], documents[1]["reason"]) == ("'+Báo cáo", "'=HYPERLINK(1)")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1", "'=1"),
        ("-x", "'-x"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("'a", "''a"),
        ("a=1", "a=1"),
        ("=", "="),
        ("'", "''"),
        ("", ""),
    ],
)
def test_formulas_are_disarmed(text: str, safe: str) -> None:
    assert safe_text(text) == safe


def test_parquet_types(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format="parquet")
    schema = pq.read_schema(tmp_path / "records.parquet")
    assert schema.field("value").type == pa.decimal128(38, 9)
    assert schema.field("first_day").type == pa.date32()
    reports = pq.read_table(tmp_path / "reports.parquet")
    assert reports.num_rows == 1
    number = reports.schema.field("records").type.value_type.field("value").type.field("number").type
    assert number == pa.decimal128(38, 9)


@pytest.mark.parametrize("form", FORMATS)
def test_memory_does_not_grow_with_the_run(form: str, run: list[pa.RecordBatch], tmp_path: Path) -> None:
    def many(count: int) -> Iterator[pa.RecordBatch]:
        for _ in range(count):
            yield run[0]

    def peak(count: int) -> int:
        tracemalloc.start()
        write_tables(tmp_path, many(count), format=form)
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    def held(count: int) -> int:
        return count * sum(sys.getsizeof(text) for text in run[0].column("report").to_pylist())

    peak(1)
    assert peak(400) - peak(40) < held(360) // 2


def test_a_report_with_fields_of_another_version_is_refused() -> None:
    report = vnreport.extract("Năm 2023, tỷ lệ hộ nghèo của tỉnh còn 3,2%.").to_dict()
    assert nested_row(json.loads(json.dumps(report)))["unfit"] is None
    with pytest.raises(InputError, match="report: unknown fields mood"):
        nested_row({**report, "mood": "good"})
