"""Gold and prediction files: what is read, and every fault at once."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from vnreport.errors import InputError
from vnreport.evaluate.agreement import agreement
from vnreport.evaluate.documents import Comparison, Document, Record
from vnreport.evaluate.gold import GoldError, load_gold, write_gold
from vnreport.evaluate.predictions import PredictionError, load_predictions, run_extractor
from vnreport.evaluate.scoring import score

RECORD: dict[str, Any] = {"n": [0, 2], "v": 40, "u": "tổ", "ind": "tổ"}
CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def gold(*records: dict[str, Any], name: str = "a") -> dict[str, Any]:
    return {"id": name, "date": "2022-04-01", "text": "40 tổ và 12 nhóm", "records": list(records)}


def saved(path: Path, *lines: Any) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def test_short_and_full_forms_are_the_same(tmp_path: Path) -> None:
    documents = load_gold(saved(tmp_path / "short.jsonl", gold(RECORD)))
    assert documents[0].records == (Record((0, 2), "tổ", Decimal(40), unit="tổ"),)
    write_gold(documents, tmp_path / "full.jsonl")
    assert load_gold(tmp_path / "full.jsonl") == documents


def test_numbers_keep_every_digit(tmp_path: Path) -> None:
    path = tmp_path / "a.gold.json"
    path.write_text(json.dumps(gold(RECORD)).replace("40,", "0.1000000000000000055511,"), encoding="utf-8")
    assert load_gold(tmp_path)[0].records[0].number == Decimal("0.1000000000000000055511")


def test_every_fault_is_listed_with_file_record_and_field(tmp_path: Path) -> None:
    change = {"n": [9, 11], "d": "sideways", "v": "1,5", "u": "nhóm", "bk": "period", "bp": "nay"}
    bad = {
        "n": [0, 99],
        "v": "x",
        "b": "≈",
        "u": "tấn",
        "ind": "",
        "p": "2022-13",
        "st": "soon",
        "cmp": [change],
        "k": 1,
    }
    path = saved(tmp_path / "bad.jsonl", gold(RECORD, bad), [], {"id": "b"}, gold(RECORD))
    with pytest.raises(GoldError) as caught:
        load_gold(path)
    found = {(fault.place, fault.field) for fault in caught.value.faults}
    record = "bad.jsonl:1 a record 2"
    assert found == {(record, field) for field in ("n", "v", "b", "u", "ind", "p", "st", "k")} | {
        (f"{record}.1", "d"),
        (f"{record}.1", "v"),
        (f"{record}.1", "bp"),
        ("bad.jsonl:2", "document"),
        ("bad.jsonl:3 b", "records"),
    }
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"ind": "tổ"}, "n"),
        ({"n": [0, 2], "ind": "tổ"}, "v"),
        ({"n": [0, 2], "v": 1, "lo": 1, "hi": 2, "ind": "tổ"}, "lo"),
        ({"n": [0, 2], "lo": 1, "ind": "tổ"}, "lo"),
        ({"n": [2, 2], "v": 1, "ind": "tổ"}, "n"),
        ({"n": [0, 2], "v": True, "ind": "tổ"}, "v"),
        ({"n": [0, 2], "v": 1, "ind": "tổ", "sc": "Huế"}, "sc"),
        ({"n": [0, 2], "v": 1, "ind": "tổ", "opt": "yes"}, "opt"),
        ({"n": [0, 2], "v": 1, "ind": "tổ", "cmp": {}}, "cmp"),
        ({"n": [0, 2], "v": 1, "ind": "tổ", "cmp": [{"d": "up", "bk": "unstated", "bp": "2021"}]}, "bp"),
    ],
)
def test_records_that_say_nothing_or_two_things(tmp_path: Path, record: dict[str, Any], field: str) -> None:
    with pytest.raises(GoldError) as caught:
        load_gold(saved(tmp_path / "bad.jsonl", gold(record)))
    assert field in {fault.field for fault in caught.value.faults}


def test_two_documents_with_one_id(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="an id of its own"):
        load_gold(saved(tmp_path / "twice.jsonl", gold(RECORD), gold(RECORD)))


def test_lines_that_are_no_json(tmp_path: Path) -> None:
    path = saved(tmp_path / "x.jsonl", gold(RECORD))
    path.write_text(path.read_text(encoding="utf-8") + "{\n", encoding="utf-8")
    with pytest.raises(GoldError, match="x.jsonl:2: JSON"):
        load_gold(path)
    with pytest.raises(PredictionError, match="x.jsonl:2: JSON"):
        load_predictions(path)


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="without"):
        load_gold(tmp_path)
    for load in (load_gold, load_predictions):
        with pytest.raises(InputError, match="cannot be read"):
            load(tmp_path / "none.jsonl")


def test_predictions_that_are_no_output(tmp_path: Path) -> None:
    path = saved(tmp_path / "p.jsonl", [], {"records": []}, {"id": "a", "records": 3}, {"id": "b"})
    with pytest.raises(PredictionError) as caught:
        load_predictions(path)
    assert [fault.field for fault in caught.value.faults] == ["document", "id", "records"]


def echo(text: str, *, date: str | None, id: str) -> dict[str, Any]:  # noqa: A002
    return {"id": id, "date": date}


def test_extractor_needs_texts() -> None:
    found = run_extractor([Document("a", (), "x", "2022-01-01")], echo)
    assert found == {"a": {"id": "a", "date": "2022-01-01"}}
    with pytest.raises(InputError, match="without text"):
        run_extractor([Document("a", ())], echo)


def test_an_extractor_need_not_repeat_the_id_but_gives_records() -> None:
    documents = [Document("a", (), "x", "2022-01-01")]
    outputs = run_extractor(documents, lambda text, *, date, id: {"records": []})  # noqa: A006
    assert outputs == {"a": {"id": "a", "records": []}}
    assert score(documents, {"a": {"records": []}}).figures["missing_documents"] == 0
    for wrong in (None, {"records": [5]}):
        with pytest.raises(PredictionError, match="the extractor's output"):
            run_extractor(documents, lambda text, *, date, id, wrong=wrong: wrong)  # noqa: A006


def test_agreement_of_two_annotations() -> None:
    record = Record((0, 2), "tổ", Decimal(40), unit="tổ")
    passing = Record((9, 11), "nhóm", Decimal(12), unit="nhóm", optional=True)
    other = Record((0, 2), "tổ", Decimal(40), unit="tổ", comparisons=(Comparison(None, "up"),))
    first, second = Document("a", (record,), "40 tổ và 12 nhóm"), Document("a", (other, passing), "40 tổ và 12 nhóm")
    figures = agreement([first, Document("b", ())], [second]).figures
    assert (figures["span_f1"], figures["rec_f1"], figures["acc_comparisons"]) == (1.0, 0.0, 0.0)
    with pytest.raises(InputError, match="different texts"):
        agreement([first], [Document("a", (), "40 tổ")])
    with pytest.raises(InputError, match="in common"):
        agreement([first], [])


@pytest.mark.skipif(not (CORPUS / "dev.jsonl").exists(), reason="the corpus is not beside the tests")
def test_corpus_loads_with_datasets(tmp_path: Path) -> None:
    from datasets import load_dataset

    from vnreport.evaluate.features import gold_features

    for features in (None, gold_features()):
        name = str(CORPUS / "dev.jsonl")
        rows = load_dataset("json", data_files={"dev": name}, cache_dir=str(tmp_path), features=features)["dev"]
        assert rows.num_rows == len(load_gold(name))
        assert isinstance(rows[0]["records"][0]["ind"], str)
    assert isinstance(rows[0]["date"], str)
