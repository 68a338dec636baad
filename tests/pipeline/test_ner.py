"""Tagger and arbiter in the pipeline: who found what, one by one and in a pipe, left out, and with damaged models."""

from __future__ import annotations

import shutil
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

import vnreport
from vnreport.assembly.arbitration.candidates import CandidateFinder
from vnreport.assembly.arbitration.tag_labels import INDICATOR
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.components.ner import FILE
from vnreport.errors import InputError, ModelFileError
from vnreport.evaluate import load_gold
from vnreport.lexicon.cues import CueRow
from vnreport.lexicon.load import read_rows
from vnreport.steps import MOST_AT_ONCE
from vnreport.view.explain import explain_lines

ROOT = Path(__file__).parents[2]
TEXT = "Năm 2023, tỷ lệ hộ nghèo của tỉnh còn 3,2%. Toàn tỉnh có 1.204 doanh nghiệp thành lập mới, tăng 6%."


def copied(tmp_path: Path) -> Path:
    """A directory with a copy of the shipped models."""
    shutil.copytree(ROOT / "models" / "ner", tmp_path / "ner")
    return tmp_path


@pytest.mark.parametrize("tagger", ["crf", "spacy"])
def test_runs_of_sentences_with_a_figure(tagger: Any) -> None:
    doc = vnreport.load(tagger=tagger)(f"Hội nghị thành công tốt đẹp. {TEXT}")
    layers = doc._.layers
    assert any(runs for runs in layers.runs.values())
    for start, runs in layers.runs.items():
        (sentence,) = [item for item, _ in layers.figures if item.start == start]
        assert all(0 <= first < last <= len(sentence.items) for first, last, _ in runs)


def test_explained_with_its_finder() -> None:
    report = vnreport.extract(TEXT)
    assert any("ner.agrees" in line for line in explain_lines(report, TEXT))


def test_rules_only_asks_no_model() -> None:
    nlp = vnreport.load(rules_only=True)
    assert not {"vnreport_ner", "vnreport_arbiter"} & set(nlp.pipe_names)
    doc = nlp(TEXT)
    assert len(doc._.report.records) == 2
    assert not any(item.rule.startswith(("ner.", "arbiter.")) for row in doc._.report.records for item in row.evidence)


@pytest.mark.parametrize("tagger", ["crf", "spacy"])
def test_pipe_gives_what_one_by_one_gives(tagger: Any) -> None:
    nlp = vnreport.load(tagger=tagger)
    texts = [document.text for document in load_gold(ROOT / "corpus" / "dev.jsonl")[:8]]
    alone = [nlp(text)._.report for text in texts]
    assert [doc._.report for doc in nlp.pipe(texts, batch_size=3)] == alone


def test_pipe_reads_few_docs_ahead() -> None:
    nlp = vnreport.load()
    read: list[int] = []
    docs = (read.append(number) or nlp.make_doc(TEXT) for number in range(MOST_AT_ONCE + 6))
    next(nlp.get_pipe("vnreport_ner").pipe(docs, batch_size=1000))
    assert len(read) == MOST_AT_ONCE


def test_the_arbiter_takes_what_the_tagger_found() -> None:
    taken = {
        item.rule
        for document in load_gold(ROOT / "corpus" / "dev.jsonl")
        for record in vnreport.extract(document.text, date=document.date).records
        for item in record.evidence
        if item.rule.startswith("arbiter.")
    }
    assert any(rule.startswith("arbiter.tag") for rule in taken)


def test_no_rate_and_no_piece_of_a_word_is_offered_for_a_sum() -> None:
    text = (
        "Xuất khẩu gạo nếp đạt 40 tỷ đồng. Lào là thị trường lớn nhất, chiếm 61,3% thị phần với 24 tỷ đồng. "
        "Quản lý dự án cầu cảng được 9 tỷ đồng."
    )
    _, share, traded, managed = vnreport.load(rules_only=True)(text)._.layers.drafts
    finder = CandidateFinder(HeadFinder(read_rows("indicators", CueRow)))
    items = traded.sentence.items
    market = next(index for index, item in enumerate(items) if item.low == "thị" and items[index + 1].low == "phần")
    run = (market, market + 2, INDICATOR)
    assert "thị phần" in {found.phrase.text for found in finder.find(share, [], [run])}
    assert "thị phần" not in {found.phrase.text for found in finder.find(traded, [share], [run])}
    items = managed.sentence.items
    inner = next(index for index, item in enumerate(items) if item.low == "lý")
    assert items[inner].is_inner
    run = (inner, managed.place, INDICATOR)
    assert not any(found.source.startswith("tag") for found in finder.find(managed, [], [run]))


def test_words_on_the_left_only_back_a_name_up() -> None:
    text = "Cục Thuế báo cáo hãng A (mã AAA) vẫn có doanh thu vận tải 90 tỷ đồng."
    (draft,) = vnreport.load(rules_only=True)(text)._.layers.drafts
    finder = CandidateFinder(HeadFinder(read_rows("indicators", CueRow)))
    items = draft.sentence.items
    last = next(index for index, item in enumerate(items) if item.low == ")")
    found = finder.find(draft, [], [(last - 1, last + 1, INDICATOR)])
    assert all(not one.fits for one in found if one.source.startswith(("left.", "head.")))
    assert not any(one.phrase.text.endswith(")") for one in found if one.source.startswith("tag"))


def test_models_of_a_directory(tmp_path: Path) -> None:
    nlp = vnreport.load(models=str(copied(tmp_path)))
    assert nlp(TEXT)._.report == vnreport.load()(TEXT)._.report


@pytest.mark.parametrize("name", [FILE, "arbiter.json"])
def test_damaged_model(tmp_path: Path, name: str) -> None:
    path = copied(tmp_path) / "ner" / name
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    with pytest.raises(ModelFileError, match=f"{name}: the file is damaged"):
        vnreport.load(models=str(tmp_path))


@pytest.mark.parametrize("name", [FILE, "arbiter.json"])
def test_missing_model(tmp_path: Path, name: str) -> None:
    (copied(tmp_path) / "ner" / name).unlink()
    with pytest.raises(ModelFileError, match="cannot be read"):
        vnreport.load(models=str(tmp_path))


def test_no_models_at_all(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="no model of this name"):
        vnreport.load(models=str(tmp_path))
    assert vnreport.load(models=str(tmp_path), rules_only=True)(TEXT)._.report.records


def test_spacys_tagger_damaged(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "models" / "spacy-ner", copied(tmp_path) / "spacy-ner")
    path = tmp_path / "spacy-ner" / "ner.msgpack"
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    with pytest.raises(ModelFileError, match="ner.msgpack: the file is damaged"):
        vnreport.load(models=str(tmp_path), tagger="spacy")


def test_unknown_tagger() -> None:
    with pytest.raises(InputError, match="unknown tagger"):
        vnreport.load(tagger="bert")  # type: ignore[arg-type]


def test_steps_are_known_to_spacy_alone() -> None:
    names = {point.name for point in entry_points(group="spacy_factories")}
    assert {"vnreport_ner", "vnreport_spacy_ner", "vnreport_arbiter", "vnreport_confidence"} <= names


def test_unknown_step() -> None:
    with pytest.raises(InputError, match="unknown step"):
        vnreport.load(exclude=["vnreport_nothing"])


def test_scopes_that_only_the_tagger_found() -> None:
    added = {}
    for document in load_gold(ROOT / "corpus" / "dev.jsonl")[:12]:
        for record in vnreport.extract(document.text, date=document.date).records:
            rules = {item.rule: item for item in record.evidence if item.rule.startswith("scope.ner.")}
            for rule, item in rules.items():
                quote = document.text[item.start : item.end]
                assert quote in {scope.text for scope in record.scope}
                added[quote] = next(scope.kind for scope in record.scope if scope.text == quote)
                assert rule == f"scope.ner.{added[quote]}"
    assert set(added.values()) <= {"org", "place", "group"}
    assert added
