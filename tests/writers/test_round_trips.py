"""What lossless formats write is what is read back, for every report that there can be."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report_strategies import NUMBERS, RUNS

from vnreport.records.decimals import plain
from vnreport.writers import write_tables
from vnreport.writers.columns import TABLES
from vnreport.writers.csv_tables import read_table
from vnreport.writers.flatten import flatten
from vnreport.writers.nested import read_reports
from vnreport.writers.numbers import fixed_decimal
from vnreport.writers.parquet import read_flat

ROUNDS = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def reports(run: list[pa.RecordBatch]) -> list[dict[str, object]]:
    texts = [text for batch in run for text in batch.column("report").to_pylist()]
    return [json.loads(text) for text in texts if text is not None]


def flat_rows(run: list[pa.RecordBatch], name: str) -> list[dict[str, object]]:
    return [row for rows in flatten(run) for row in rows[name]]


@ROUNDS
@given(run=RUNS)
def test_json_lines(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format="jsonl")
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert [json.loads(line) for line in lines] == reports(run)
    rows = [json.loads(line) for line in (tmp_path / "documents.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    assert rows == [
        {name: cell for name, cell in row.items() if name != "report"} for batch in run for row in batch.to_pylist()
    ]


@ROUNDS
@given(run=RUNS)
def test_parquet(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format="parquet")
    assert list(read_reports(tmp_path / "reports.parquet")) == reports(run)
    for name in TABLES:
        assert list(read_flat(tmp_path / f"{name}.parquet", name)) == flat_rows(run, name)


@pytest.mark.parametrize("form", ["csv", "csv-bom"])
@ROUNDS
@given(run=RUNS)
def test_csv(form: str, run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format=form)
    for name in TABLES:
        assert list(read_table(tmp_path / f"{name}.csv", name)) == flat_rows(run, name)
        assert (tmp_path / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf") == (form == "csv-bom")


@given(NUMBERS)
def test_a_number_fits_its_column_unchanged_or_not_at_all(number: Decimal) -> None:
    text = plain(number)
    fixed = fixed_decimal(text)
    if fixed is None:
        whole, _, places = text.lstrip("-").partition(".")
        assert len(whole) > 29 or len(places) > 9 or text == "-0"
    else:
        (back,) = pa.array([fixed], pa.decimal128(38, 9)).to_pylist()
        assert plain(back) == text


@given(st.text(max_size=6))
def test_other_texts_are_no_numbers(text: str) -> None:
    number = fixed_decimal(text)
    assert number is None or plain(number) == text


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1E5", "1E-999999999", "1_0", "٣", "1.50", "", "-0"])
def test_spellings_that_are_kept_apart(text: str) -> None:
    assert fixed_decimal(text) is None
