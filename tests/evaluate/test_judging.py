"""Pairs and verdicts, scores of small documents, groups, and what is added up."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from case_rows import case_rows
from hypothesis import given
from hypothesis import strategies as st
from planted_outputs import damaged, output_of

from vnreport.evaluate.bootstrap import intervals
from vnreport.evaluate.calibration import accept_at, expected_error, reliability, threshold_at
from vnreport.evaluate.comparing import compare
from vnreport.evaluate.confusion import field_table, mixups, period_table
from vnreport.evaluate.documents import Comparison, Document, Prediction, Record
from vnreport.evaluate.judging import judge, pair_records
from vnreport.evaluate.mistakes import find_mistakes, mistakes_dataset
from vnreport.evaluate.scoring import group_figures, score
from vnreport.evaluate.spans import span_scores

RECORD = Record((10, 15), "hồ sơ trực tuyến", Decimal(4543), unit="hồ sơ", period="2022-03")
NUMBERS = ("number", "low", "high", "of", "baseline_value")
TEXT = "Trong quý đã có 40 tổ và 12 nhóm, tăng 3 nhóm so với kỳ trước; tổ dân phố giảm 5%."
GOLD = (
    Record((16, 18), "tổ", Decimal(40), unit="tổ", period="2022-Q1"),
    Record(
        (25, 27), "nhóm", Decimal(12), unit="nhóm", comparisons=(Comparison((39, 40), "up", Decimal(3), unit="nhóm"),)
    ),
    Record(None, "tổ dân phố", comparisons=(Comparison((79, 80), "down", Decimal(5), unit="%"),), optional=True),
)


def built(kind: type[Any], fields: dict[str, Any]) -> dict[str, Any]:
    values = {key: Decimal(value) if key in NUMBERS else value for key, value in fields.items()}
    return values | ({"scopes": tuple(fields["scopes"])} if "scopes" in fields else {})


def side(row: dict[str, Any], name: str) -> Record:
    changes = [Comparison((20, 21), **built(Comparison, item)) for item in row.get(f"{name}_changes", [])]
    return replace(RECORD, **built(Record, row.get(name, {})), comparisons=tuple(changes))


@pytest.mark.parametrize("row", case_rows("evaluate_judging", "pairs"))
def test_verdicts(row: dict[str, Any]) -> None:
    assert list(judge(side(row, "gold"), side(row, "predicted")).wrong) == row["wrong"]


def test_each_prediction_pairs_once_and_kinds_do_not_mix() -> None:
    growth = Record(None, "x", comparisons=(Comparison((10, 15), "up"),))
    assert pair_records([RECORD, RECORD, growth], [growth, RECORD]) == [1, None, 0]


def test_missing_extra_and_optional() -> None:
    gold = Document("a", GOLD, TEXT)
    extra = Record((0, 5), "x", confidence=0.2)
    result = score([gold], {"a": Prediction("a", (GOLD[0], extra))})
    figures = result.figures
    assert (figures["gold"], figures["found"], figures["extra"]) == (2, 1, 1)
    assert figures["span_p"] == figures["span_r"] == 0.5
    assert figures["cmp_r"] == 0.0
    kinds = [mistake.kind for mistake in find_mistakes(result.documents)]
    assert kinds == ["extra", "missed"]


def test_document_without_prediction_is_missed() -> None:
    figures = score([Document("a", GOLD, TEXT)], {}).figures
    assert (figures["missing_documents"], figures["found"], figures["gold"]) == (1, 0, 2)
    assert "ece" not in figures


def test_wrong_offsets_are_counted() -> None:
    output = output_of(Document("a", GOLD, TEXT))
    output["records"][0]["value"]["text"] = "41"
    assert score([Document("a", GOLD, TEXT)], {"a": output}).figures["bad_offsets"] == 1


def test_groups_fields_and_periods() -> None:
    gold = [Document("a", GOLD, TEXT, domain="labour"), Document("b", GOLD, TEXT, domain="fire"), Document("c", ())]
    outputs = {item.id: output_of(item) for item in gold}
    outputs["a"]["records"][0]["period"] = None
    outputs["b"]["records"][1]["period"] = {"iso": "2020"}
    documents = score(gold, outputs).documents
    groups = group_figures(documents, "domain")
    assert list(groups) == ["fire", "labour", "none given"]
    assert groups["labour"]["acc_period"] == 0.5
    rows = {row.field: row for row in field_table(documents)}
    assert (rows["period"].right, rows["period"].missed, rows["period"].extra) == (2, 1, 1)
    assert period_table(documents) == {
        "null": {"null": 1, "right": 0, "wrong": 1},
        "stated": {"null": 1, "right": 1, "wrong": 0},
    }
    assert {(item.gold, item.predicted) for item in mixups(documents)} == {("2022-Q1", ""), ("", "2020")}


def test_compare_says_better_and_worse() -> None:
    gold = Document("a", GOLD, TEXT)
    before, after = output_of(gold), output_of(gold)
    before["records"][0]["status"] = "target"
    del after["records"][1]
    after["records"].append({**before["records"][0], "value": {**before["records"][0]["value"], "start": 0, "end": 5}})
    difference = compare([gold], {"a": before}, {"a": after})
    assert [(item.before, item.after) for item in difference.better] == [("status", "right")]
    assert [(item.before, item.after) for item in difference.worse] == [("absent", "extra"), ("right", "missed")]


def test_mistakes_as_dataset() -> None:
    gold = Document("a", GOLD, TEXT)
    output = output_of(gold)
    output["records"][0]["status"] = "target"
    dataset = mistakes_dataset(score([gold], {"a": output}).documents)
    assert dataset.num_rows == 1
    assert dataset[0]["fields"] == ["status"]
    assert dataset[0]["quote"] == "40"
    assert mistakes_dataset([]).column_names == dataset.column_names


def test_span_scores() -> None:
    gold = Document("a", GOLD, TEXT)
    output = output_of(gold)
    output["records"][0]["value"] |= {"start": 16, "end": 21}
    rows = {(row.scheme, row.label): row for row in span_scores(score([gold], {"a": output}).documents)}
    assert (rows["strict", "all"].correct, rows["partial", "all"].partial) == (2, 1)
    assert rows["ent_type", "all"].f1 == 1.0
    assert rows["exact", "change"].f1 == 1.0


def test_calibration_table() -> None:
    confidences = [(0.95, True), (1.0, True), (0.92, False), (0.3, False)]
    table = reliability(confidences)
    assert [(row.low, row.count) for row in table] == [(0.3, 1), (0.9, 3)]
    assert expected_error([(1.0, True), (0.0, False)]) == 0.0
    assert accept_at(confidences) == 0.5
    assert threshold_at(confidences) == 0.95
    assert threshold_at([(0.9, False)]) is None


@given(st.integers(min_value=0, max_value=10**6))
def test_tallies_do_not_depend_on_the_order_of_documents(seed: int) -> None:
    drawer = random.Random(seed)
    gold = [Document(str(index), GOLD[: 1 + index % 3], TEXT) for index in range(4)]
    outputs = {item.id: damaged(item, drawer) for item in gold}
    one, other = (dict(score(order, outputs).figures) for order in (gold, gold[::-1]))
    for figures in (one, other):  # records of equal confidence are accepted in the order of the files
        figures.pop("accept_at_99", None)
    assert one == pytest.approx(other)
    assert all(0 <= value <= 1 for value in one.values() if isinstance(value, float))


def test_intervals_repeat_with_the_seed() -> None:
    drawer = random.Random(5)
    gold = [Document(str(index), GOLD, TEXT) for index in range(12)]
    documents = score(gold, {item.id: damaged(item, drawer) for item in gold}).documents
    assert intervals(documents, seed=3) == intervals(documents, seed=3)
    assert intervals(documents, seed=3) != intervals(documents, seed=4)
    assert intervals(documents[:1]) == {}
    for low, high in intervals(documents).values():
        assert low <= high
