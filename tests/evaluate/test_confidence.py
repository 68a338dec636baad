"""Confidence: fitted on gold, written, read, refused where damaged, and used by the pipeline."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

import vnreport
from vnreport.assembly.trust.confidence import FIELDS, OUTPUTS, ConfidenceModel
from vnreport.cli import app
from vnreport.components.confidence import read_confidence_model
from vnreport.errors import InputError, ModelFileError
from vnreport.evaluate import load_gold
from vnreport.evaluate.calibration import expected_error
from vnreport.evaluate.confidence_cases import Case, folds_of, labels_of, read_cases
from vnreport.evaluate.confidence_fitting import fit_confidence, recalibrate
from vnreport.evaluate.reliability_diagram import diagram

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = "Năm 2023, thu ngân sách của tỉnh đạt 8.420 tỷ đồng, tăng 6,5% so với năm 2022."


def drawn(count: int, *, right: float, seed: int = 1) -> list[Case]:
    """Cases of ten documents in two kinds; "good" speaks for the record."""
    drawer = np.random.default_rng(seed)
    found = []
    for number in range(count):
        good = bool(drawer.random() < 0.5)
        verdict = bool(drawer.random() < (right if good else right / 3.0))
        document = number % 10
        evidence = ("good",) if good else ("bad",)
        found.append(Case(f"d{document}", "ab"[document % 2], evidence, (verdict,) * len(OUTPUTS)))
    return found


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    lines = (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines()[:6]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def misnamed(gold: Path, target: Path) -> Path:
    """The gold with other indicators in all documents but two, so that few records found are right."""
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    for document in documents[2:]:
        for record in document["records"]:
            record["ind"] = "tên không ai nói"
    target.write_text("\n".join(json.dumps(document) for document in documents) + "\n", encoding="utf-8")
    return target


def test_fitted_for_the_share_of_another_genre() -> None:
    cases = drawn(2000, right=0.6)
    fitted = fit_confidence(cases, np.ones(len(cases)), share=0.8)
    right = labels_of(cases)[:, 0]
    times = (0.8 / 0.2) / (right.mean() / (1.0 - right.mean()))
    for evidence in (("good",), ("bad",)):
        share = right[[case.evidence == evidence for case in cases]].mean()
        odds = times * share / (1.0 - share)
        chance = fitted.model.maps["record"].chances(fitted.model.weights.sums([evidence])[:, 0])[0]
        assert chance == pytest.approx(odds / (1.0 + odds), abs=0.03)
    assert fitted.figures.ece < 0.05


def test_folds_keep_documents_whole() -> None:
    cases = drawn(100, right=0.5)
    folds = folds_of(cases, folds=5)
    assert len(set(folds)) == 5
    assert len(set(zip([case.document for case in cases], folds, strict=True))) == 10


def test_cases_are_the_records_found(gold: Path) -> None:
    documents = load_gold(gold)
    cases = read_cases(documents, vnreport.load())
    reports = [vnreport.extract(item.text, date=item.date, id=item.id) for item in documents]
    assert [case.document for case in cases] == [report.id for report in reports for _ in report.records]
    assert 0.0 < labels_of(cases)[:, 0].mean() < 1.0


def test_recalibrated_on_gold_of_ones_own(gold: Path) -> None:
    fitted = recalibrate(gold)
    assert fitted.figures.records == fitted.before.records
    assert fitted.figures.ece < fitted.before.ece
    assert expected_error(fitted.figures.pairs) == fitted.figures.ece


def test_too_little_gold(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text((CORPUS / "dev.jsonl").read_text(encoding="utf-8").split("\n")[0] + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="at least two documents"):
        recalibrate(path)


def test_shipped_model_reads_as_written() -> None:
    model = read_confidence_model(None)
    again = ConfidenceModel.from_json(model.to_json(), source="again")
    assert again.to_json() == model.to_json()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is no confidence model"),
        ("[]", "is no confidence model"),
        ("{}", "is no confidence model"),
        ('{"format": "vnreport confidence 9"}', "its format is"),
    ],
)
def test_file_that_is_no_model(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "model.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelFileError, match=message):
        vnreport.load(confidence=str(path))


def test_model_without_an_output(tmp_path: Path) -> None:
    data = json.loads(read_confidence_model(None).to_json())
    del data["maps"]["scope"]
    path = tmp_path / "model.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ModelFileError, match="expected record, value"):
        vnreport.load(confidence=str(path))


def test_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="No such file"):
        vnreport.load(confidence=str(tmp_path / "none.json"))


def test_every_record_and_field_has_one() -> None:
    (record,) = vnreport.extract(TEXT).records
    assert tuple(record.field_confidence) == FIELDS
    assert all(0.0 < chance < 1.0 for chance in (record.confidence, *record.field_confidence.values()))


def test_without_the_step_nothing_vouches() -> None:
    (record,) = vnreport.load(exclude=["vnreport_confidence"])(TEXT)._.report.records
    assert (record.confidence, record.field_confidence) == (0.0, {})


def test_from_the_command_line(gold: Path, tmp_path: Path) -> None:
    model, drawing = tmp_path / "model.json", tmp_path / "diagram.svg"
    hard = misnamed(gold, tmp_path / "hard.jsonl")
    done = CliRunner().invoke(app, ["calibrate", str(hard), "--out", str(model), "--diagram", str(drawing)])
    assert done.exit_code == 0, done.output
    assert "calibration error" in done.output
    assert drawing.read_text(encoding="utf-8").startswith("<svg")
    shipped = json.loads(CliRunner().invoke(app, ["extract", "demo", "--format", "jsonl"]).stdout)
    command = ["extract", "demo", "--format", "jsonl", "--confidence", str(model)]
    own = json.loads(CliRunner().invoke(app, command).stdout)
    assert [row["id"] for row in own["records"]] == [row["id"] for row in shipped["records"]]
    means = [sum(row["confidence"] for row in report["records"]) for report in (own, shipped)]
    assert means[0] < means[1]


def test_diagram_shows_every_bin() -> None:
    pairs = [(0.15, False), (0.85, True), (0.86, True), (0.87, False)]
    drawing = diagram(pairs, title="a < b")
    assert drawing.count("<circle") == 2
    assert "a &lt; b" in drawing
