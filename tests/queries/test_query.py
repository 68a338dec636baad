"""SQL over the tables of a run: the same answer whatever their format, and nothing but the tables within reach."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from typer.testing import CliRunner

from vnreport.cli import app
from vnreport.errors import InputError
from vnreport.queries.database import open_tables, run_query
from vnreport.writers import write_tables

RUN = CliRunner()


def test_tables_are_the_same_in_every_format(folder: Path) -> None:
    with open_tables(folder) as connection:
        _, rows = run_query(connection, "SELECT document, id, status, records FROM documents ORDER BY document")
        assert list(rows) == [(1, "som", "ok", 1), (2, "hong", "error", None), (3, "muon", "ok", 3)]
        columns, rows = run_query(
            connection,
            "SELECT r.value, r.first_day, c.direction, c.amount FROM records r LEFT JOIN comparisons c "
            "USING (document, record) WHERE r.document_id = 'muon' ORDER BY r.value",
        )
        assert columns == ["value", "first_day", "direction", "amount"]
        assert list(rows) == [
            (Decimal(30_700_000_000), date(2023, 9, 1), None, None),
            (Decimal(259_670_000_000), date(2023, 1, 1), "down", Decimal("8.1")),
            (Decimal(8_420_000_000_000), date(2023, 1, 1), None, None),
        ]


def test_file_of_reports(batch: pa.RecordBatch, tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    lines = [text for text in batch.column("report").to_pylist() if text]
    path.write_text("\n".join([*lines, '{"id": "x", "line": 3, "error": "no text"}']) + "\n", encoding="utf-8")
    with open_tables(path) as connection:
        _, rows = run_query(connection, "SELECT id, status, reason, records FROM documents ORDER BY document")
        assert list(rows) == [("som", "ok", None, 1), ("muon", "ok", None, 3), ("x", "error", "no text", None)]


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("SELECT * FROM read_csv('/etc/hostname')", "disabled"),
        ("COPY records TO '/tmp/x.csv'", "disabled"),
        ("INSTALL httpfs", "disabled"),
        ("SET enable_external_access = true", "locked|disabled"),
        ("SELECT * FROM batch", "does not exist"),
        ("SELEC 1", "syntax error"),
        ("SELECT nothing FROM records", "nothing"),
        ("SELECT CAST(indicator AS INTEGER) FROM records", "Conversion Error"),
    ],
)
def test_what_a_query_may_not_do(sql: str, reason: str, batch: pa.RecordBatch, tmp_path: Path) -> None:
    write_tables(tmp_path, [batch], format="parquet")
    with open_tables(tmp_path) as connection, pytest.raises(InputError, match=reason):
        list(run_query(connection, sql)[1])


@pytest.mark.parametrize("content", [{}, {"tables.xlsx": ""}, {"records.jsonl": "[1]\n", "documents.jsonl": "[1]\n"}])
def test_folders_without_tables(content: dict[str, str], tmp_path: Path) -> None:
    for name, text in content.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="holds no tables|no object"), open_tables(tmp_path):
        pass


def test_reports_missing_from_a_run(batch: pa.RecordBatch, tmp_path: Path) -> None:
    write_tables(tmp_path, [batch], format="jsonl")
    (tmp_path / "records.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"no report of document som in records\.jsonl"), open_tables(tmp_path):
        pass


def test_command(folder: Path) -> None:
    sql = "SELECT record, value, as_of FROM records WHERE document_id = 'som'"
    done = RUN.invoke(app, ["query", str(folder), sql])
    assert list(csv.reader(done.stdout.splitlines())) == [["record", "value", "as_of"], ["r1", "259600000000", "false"]]
    done = RUN.invoke(app, ["query", str(folder), sql, "--format", "jsonl"])
    assert json.loads(done.stdout) == {"record": "r1", "value": "259600000000", "as_of": False}
    done = RUN.invoke(app, ["query", str(folder), sql, "--format", "table"])
    assert ["r1", "259600000000", "false"] in [line.split() for line in done.stdout.splitlines()]
    done = RUN.invoke(app, ["query", str(folder), "SELECT range FROM range(201)", "--format", "table"])
    assert "the first 200 rows" in done.stdout
    assert RUN.invoke(app, ["query", str(folder), "SELEC"]).exit_code == 1


def test_markup_in_a_cell_is_shown_as_it_stands(folder: Path) -> None:
    done = RUN.invoke(app, ["query", str(folder), "SELECT '[red]a[/]' AS b", "--format", "table"])
    assert "[red]a[/]" in done.stdout
