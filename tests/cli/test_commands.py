"""The command: what it prints, where, and with which status."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from samples import xlsx
from typer.testing import CliRunner

from vnreport.cli import app

TEXT = "Năm 2023, tỷ lệ hộ nghèo của tỉnh còn 3,2%, giảm 1,1 điểm phần trăm so với năm 2022.\n"
RUN = CliRunner()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_table_of_the_shipped_report() -> None:
    done = RUN.invoke(app, ["extract", "demo", "--format", "table"], env={"COLUMNS": "200"})
    assert done.exit_code == 0
    assert done.stdout.startswith("demo · 2024-10-02 · ")
    assert all(word in done.stdout for word in ("118 / 124", "7 200 – 7 500", "↑ 14.8 %", "target"))


def test_piped_output_is_json(file: Path) -> None:
    done = RUN.invoke(app, ["extract", str(file)])
    report = json.loads(done.stdout)
    assert (report["id"], report["date"], len(report["records"])) == ("bao-cao", None, 1)
    (record,) = report["records"]
    assert (record["value"]["number"], record["value"]["unit"]["code"], record["period"]["iso"]) == ("3.2", "%", "2023")
    assert "evidence" not in record


def test_module_is_the_same_command(file: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "vnreport", "extract", str(file)], capture_output=True, check=True)
    assert json.loads(done.stdout) == json.loads(RUN.invoke(app, ["extract", str(file)]).stdout)


def test_json_lines_of_several_files(file: Path) -> None:
    done = RUN.invoke(app, ["extract", str(file), "demo", "--format", "jsonl", "--date", "2024-01-02"])
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(report["id"], report["date"]) for report in reports] == [("bao-cao", "2024-01-02"), ("demo", "2024-01-02")]


def test_standard_input() -> None:
    done = RUN.invoke(app, ["extract", "-", "--format", "jsonl"], input=TEXT)
    report = json.loads(done.stdout)
    assert report["id"] == "stdin"
    assert [record["value"]["number"] for record in report["records"]] == ["3.2"]


def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "bom.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    report = json.loads(RUN.invoke(app, ["extract", str(path)]).stdout)
    value = report["records"][0]["value"]
    assert TEXT[value["start"] : value["end"]] == value["text"]


def test_missing_file_is_named_and_the_rest_goes_on(file: Path, tmp_path: Path) -> None:
    missing = tmp_path / "khong-co.txt"
    done = RUN.invoke(app, ["extract", str(missing), str(file), "--format", "jsonl"])
    assert done.exit_code == 1
    assert done.stderr.startswith(f"vnreport: {missing}: ")
    assert json.loads(done.stdout)["id"] == "bao-cao"


def test_file_of_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes(TEXT.encode("utf-16"))
    report = json.loads(RUN.invoke(app, ["extract", str(path)]).stdout)
    assert [record["value"]["number"] for record in report["records"]] == ["3.2"]


def test_standard_input_of_another_encoding() -> None:
    done = RUN.invoke(app, ["extract", "-"], input="Tỷ lệ".encode("utf-16-be") + b"\xff\xfe")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "-: not UTF-8 text (byte " in done.stderr


def test_records_of_a_spreadsheet_quote_what_text_prints(tmp_path: Path) -> None:
    path = tmp_path / "bieu.xlsx"
    rows: list[list[str | float | None]] = [
        ["BIỂU 1. SẢN LƯỢNG CHÈ NĂM 2023", None],
        ["Vùng", "Sản lượng (tấn)"],
        ["Vùng cao", 1250.5],
        ["Vùng thấp", 900],
    ]
    path.write_bytes(xlsx(rows))
    printed = RUN.invoke(app, ["text", str(path)]).stdout
    report = json.loads(RUN.invoke(app, ["extract", str(path)]).stdout)
    assert [record["value"]["number"] for record in report["records"]] == ["1250.5", "900"]
    for record in report["records"]:
        assert printed[record["value"]["start"] : record["value"]["end"]] == record["value"]["text"]
    assert report["records"][0]["location"] == {
        "page": None, "paragraph": None, "sheet": "Biểu 1", "table": 1, "row": 3, "column": 2,
    }  # fmt: skip
    assert "Sản lượng" in RUN.invoke(app, ["explain", str(path), "--record", "r1"]).stdout


def test_date_that_is_no_date(file: Path) -> None:
    done = RUN.invoke(app, ["extract", str(file), "--date", "hôm nay"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "'hôm nay' is not a date of the form YYYY-MM-DD" in done.stderr


def test_least_confidence() -> None:
    def confidences(*options: str) -> list[float]:
        done = RUN.invoke(app, ["extract", "demo", *options])
        return [record["confidence"] for record in json.loads(done.stdout)["records"]]

    everything = confidences()
    middle = sorted(everything)[len(everything) // 2]
    kept = confidences("--min-confidence", str(middle))
    assert kept == [value for value in everything if value >= middle]
    assert 0 < len(kept) < len(everything)
    assert confidences("--min-confidence", "1.01") == []


def test_batch_goes_on_after_a_bad_line(tmp_path: Path) -> None:
    source, out = tmp_path / "docs.jsonl", tmp_path / "pred.jsonl"
    rows = [{"id": "a", "text": TEXT}, {"id": "b", "date": "2023-99-01", "text": TEXT}, {"id": "c", "text": TEXT}]
    lines = [json.dumps(row) for row in rows]
    source.write_text("\n".join([lines[0], "{not json", lines[1], "", '{"id": "d"}', lines[2]]), encoding="utf-8")
    done = RUN.invoke(app, ["batch", str(source), "--out", str(out)])
    assert done.exit_code == 2
    assert done.stderr == f"2 documents, 3 errors: {out}\n"
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in found] == ["a", None, "b", None, "c"]
    assert [row["line"] for row in found if "error" in row] == [2, 3, 5]
    assert "2023-99-01" in found[2]["error"]


def test_batch_without_faults(tmp_path: Path) -> None:
    source, out = tmp_path / "docs.jsonl", tmp_path / "pred.jsonl"
    source.write_text(json.dumps({"id": "a", "date": "2024-01-05", "text": TEXT}), encoding="utf-8")
    assert RUN.invoke(app, ["batch", str(source), "--out", str(out)]).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["date"] == "2024-01-05"


def test_batch_of_a_missing_file(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["batch", str(tmp_path / "no.jsonl"), "--out", str(tmp_path / "pred.jsonl")])
    assert done.exit_code == 1
    assert "no.jsonl" in done.stderr


def test_explain_names_rules_and_words() -> None:
    done = RUN.invoke(app, ["explain", "demo", "--record", "r1"])
    assert done.exit_code == 0
    assert done.stdout.startswith("r1  ")
    assert "period.ytd.months" in done.stdout
    assert "'9 tháng đầu năm 2024'" in done.stdout
    assert "\nr2  " not in done.stdout


def test_explain_of_an_unknown_record() -> None:
    done = RUN.invoke(app, ["explain", "demo", "--record", "r999"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "demo: no record r999" in done.stderr


def test_evaluate_scores_output(tmp_path: Path) -> None:
    text = TEXT.strip()
    gold, pred = tmp_path / "one.jsonl", tmp_path / "pred.jsonl"
    start = text.index("3,2")
    record = {"n": [start, start + 3], "v": "3.2", "u": "%", "ind": "tỷ lệ hộ nghèo", "sc": [], "p": "2023", "cmp": []}
    gold.write_text(json.dumps({"id": "a", "date": None, "text": text, "records": [record]}), encoding="utf-8")
    pred.write_text(json.dumps({"id": "a", "records": []}), encoding="utf-8")
    own = RUN.invoke(app, ["evaluate", str(gold)])
    empty = RUN.invoke(app, ["evaluate", str(gold), "--pred", str(pred)])
    assert (own.exit_code, empty.exit_code) == (0, 0)
    assert "Span: figures found         1.0000     1.0000  1.0000" in own.stdout
    assert "Span: figures found         0.0000     0.0000  0.0000" in empty.stdout


def test_evaluate_of_a_missing_file(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["evaluate", str(tmp_path / "no.jsonl")])
    assert done.exit_code == 1
    assert "no.jsonl" in done.stderr


def test_schema_describes_the_output() -> None:
    schema = json.loads(RUN.invoke(app, ["schema"]).stdout)
    report = json.loads(RUN.invoke(app, ["extract", "demo"]).stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["version"]
    assert list(mismatches(report, schema, schema, "report", skipped={"evidence"})) == []


def test_schema_refuses_other_output() -> None:
    schema = json.loads(RUN.invoke(app, ["schema"]).stdout)
    report = json.loads(RUN.invoke(app, ["extract", "demo"]).stdout)
    report["records"][0]["status"] = "perhaps"
    report["records"][1]["sentence"]["start"] = "12"
    del report["records"][2]["indicator"]
    report["extra"] = 1
    assert len(list(mismatches(report, schema, schema, "report", skipped={"evidence"}))) == 4


KINDS: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}


def mismatches(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], place: str, *, skipped: set[str]) -> Any:
    """Where a value differs from a schema of the few keywords that the models make."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        if all(list(mismatches(value, option, root, place, skipped=skipped)) for option in schema["anyOf"]):
            yield place
        return
    if "enum" in schema and value not in schema["enum"]:
        yield place
    if "type" in schema and not isinstance(value, KINDS[schema["type"]]):
        yield place
        return
    if isinstance(value, dict):
        known = schema.get("properties", {})
        for name in schema.get("required", ()):
            if name not in value and name not in skipped:
                yield f"{place}.{name}"
        for name, item in value.items():
            if name in known:
                yield from mismatches(item, known[name], root, f"{place}.{name}", skipped=skipped)
            elif isinstance(schema.get("additionalProperties"), dict):
                yield from mismatches(item, schema["additionalProperties"], root, f"{place}.{name}", skipped=skipped)
            elif schema.get("additionalProperties") is False:
                yield f"{place}.{name}"
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from mismatches(item, schema.get("items", {}), root, f"{place}[{index}]", skipped=skipped)
