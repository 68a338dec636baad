"""Lines, Parquet and saved datasets give the same rows, in ranges of any size."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport.batch.inputs import find_inputs
from vnreport.batch.plan import plan_shards, shard_from_line, shard_line
from vnreport.batch.row_files import TableReader, read_lines, scan_lines
from vnreport.batch.rows import line_row, values_row
from vnreport.batch.shards import ShardReader

ROWS = [{"id": f"d{number}", "date": "2024-05-06", "text": f"Câu {number}."} for number in range(10)]
BAD_LINES = {
    "not json": (b"{", "x", "not JSON"),
    "no object": (b"[1]", "x", 'not an object with a "text"'),
    "no text": (b'{"id": 7}', "7", 'not an object with a "text"'),
    "text no string": (b'{"id": "", "text": 1}', "x", 'not an object with a "text"'),
    "half a pair": (b'{"text": "a\\ud800"}', "x", "half a surrogate pair (character 1)"),
    "not utf-8": (b'{"text": "\xff"}', "x", "not UTF-8 text (byte 10)"),
    "date no text": (b'{"text": "a", "date": 2023}', "x", "a date must be text, not int"),
    "deep": (b"[" * 100_000, "x", "not JSON"),
}


@pytest.mark.parametrize("name", list(BAD_LINES))
def test_bad_line(name: str) -> None:
    raw, row_id, reason = BAD_LINES[name]
    row = line_row(raw, name="x", source="f:1")
    assert (row["id"], row["source"], row["status"]) == (row_id, "f:1", "error")
    assert reason in row["reason"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None), ("", None), ("2023-10-05", "2023-10-05"), (datetime.date(2023, 10, 5), "2023-10-05"),
        (datetime.datetime(2023, 10, 5, 7), "2023-10-05"),
    ],
)  # fmt: skip
def test_dates(given: object, expected: str | None) -> None:
    assert values_row({"text": "a", "date": given}, name="x", source="f")["date"] == expected


@given(
    st.lists(st.sampled_from(["", "  ", '{"text": "a"}', '{"text": "bờ"}', "{"]), max_size=30),
    st.integers(1, 7),
    st.booleans(),
)
def test_ranges_hold_every_line_once(lines: list[str], most: int, ends: bool) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        path = str(Path(place, "rows.jsonl"))
        Path(path).write_bytes("\n".join(lines).encode() + (b"\n" if ends else b""))
        whole = [row for part in scan_lines(path, most_rows=10**6, most_bytes=10**9)
                 for row in read_lines(path, part, name="n", source="s")]  # fmt: skip
        ranges = list(scan_lines(path, most_rows=most, most_bytes=10**9))
        found = [list(read_lines(path, part, name="n", source="s")) for part in ranges]
    assert [row for rows in found for row in rows] == whole
    assert [len(rows) for rows in found] == [part.rows for part in ranges]
    assert [row["source"] for row in whole] == [f"s:{number}" for number, line in enumerate(lines, 1) if line.strip()]


def test_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a"}\n')
    (part,) = scan_lines(str(path), most_rows=5, most_bytes=100)
    assert [row["text"] for row in read_lines(str(path), part, name="n", source="s")] == ["a"]


def write_parquet(folder: Path) -> Path:
    pq.write_table(pa.Table.from_pylist(ROWS), folder / "rows.parquet", row_group_size=3)
    return folder / "rows.parquet"


def write_dataset(folder: Path) -> Path:
    import datasets

    datasets.disable_progress_bars()
    datasets.Dataset.from_list(ROWS).save_to_disk(str(folder / "set"), num_shards=2)
    return folder / "set"


def write_splits(folder: Path) -> Path:
    import datasets

    datasets.disable_progress_bars()
    parts = {"train": ROWS[:6], "dev": ROWS[6:]}
    made = datasets.DatasetDict({name: datasets.Dataset.from_list(rows) for name, rows in parts.items()})
    made.save_to_disk(str(folder / "splits"))
    return folder / "splits"


def write_jsonl(folder: Path) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("\n\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return path


@pytest.mark.parametrize("write", [write_jsonl, write_parquet, write_dataset, write_splits])
@pytest.mark.parametrize("size", [1, 4, 64])
def test_shards_of_a_file_of_rows(write, size: int, tmp_path: Path) -> None:
    shards = list(plan_shards(find_inputs([str(write(tmp_path))]), {}, documents=size))
    assert [shard_from_line(shard_line(shard)) for shard in shards] == shards
    assert len({shard.name for shard in shards}) == len(shards)
    reader = ShardReader()
    batches = [list(reader.batches(shard)) for shard in shards]
    assert [sum(batch.num_rows for batch in some) for some in batches] == [shard.documents for shard in shards]
    rows = [row for some in batches for batch in some for row in batch.to_pylist()]
    assert [{name: row[name] for name in ROWS[0]} for row in rows] == ROWS
    assert len({row["source"] for row in rows}) == len(ROWS)


def test_table_read_backwards(tmp_path: Path) -> None:
    reader = TableReader(str(write_parquet(tmp_path)), "parquet")
    assert [row["id"] for first in (8, 2, 5) for row in reader.read(first, 2, name="n", source="s")] == [
        "d8", "d9", "d2", "d3", "d5", "d6",
    ]  # fmt: skip


BAD_FILES = {
    "empty.jsonl": (b"\n\n", "no_text: the file holds no documents"),
    "cut.parquet": (b"PAR1 and no more", "damaged: "),
    "cut.arrow": (b"\xff\xff\xff\xff nothing", "damaged: "),
}


@pytest.mark.parametrize("name", list(BAD_FILES))
def test_bad_file_is_one_settled_row(name: str, tmp_path: Path) -> None:
    data, reason = BAD_FILES[name]
    (tmp_path / name).write_bytes(data)
    (shard,) = plan_shards(find_inputs([str(tmp_path)]), {})
    ((row,),) = [batch.to_pylist() for batch in ShardReader().batches(shard)]
    assert (row["id"], row["status"]) == (name, "error")
    assert row["reason"].startswith(reason)


def test_table_without_texts(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"], "body": ["b"]}), tmp_path / "t.parquet")
    (shard,) = plan_shards(find_inputs([str(tmp_path / "t.parquet")]), {})
    assert shard.items[0].reason == "damaged: no column of texts named text; its columns are id, body"


def test_file_that_has_become_shorter(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path)
    (shard,) = plan_shards(find_inputs([str(path)]), {})
    path.write_text(json.dumps(ROWS[0]), encoding="utf-8")
    rows = [row for batch in ShardReader().batches(shard) for row in batch.to_pylist()]
    assert [row["status"] for row in rows] == [None] + ["error"] * 9
