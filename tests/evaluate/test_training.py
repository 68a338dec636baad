"""Training: labels from gold, CRFsuite's own labels from our weights, and the same files each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport.assembly.arbitration.arbiter import Arbiter, ArbiterModel
from vnreport.evaluate import load_gold, run_extractor, score
from vnreport.evaluate.ablation import MODES, pipeline, table
from vnreport.evaluate.arbiter_training import label_choices, score_choices, train_arbiter
from vnreport.evaluate.documents import Document, Record
from vnreport.evaluate.predictions import extractor
from vnreport.evaluate.spacy_training import recognizer_bytes, tag_labels, train_recognizer
from vnreport.evaluate.tagger_training import (
    LATER,
    LabelledSentence,
    crf_features,
    label_sentences,
    score_spans,
    train_tagger,
)
from vnreport.learned.tagger import pack
from vnreport.pipeline.build import load

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return load_gold(CORPUS / "train.jsonl")[:10]


@pytest.fixture(scope="module")
def sentences(documents: list[Document]) -> list[LabelledSentence]:
    return label_sentences(documents, load(exclude=LATER))


CASES = [
    (
        "Năm 2023, tỷ lệ hộ nghèo của tỉnh Lào Cai còn 3,2%.",
        Record((46, 49), "tỷ lệ hộ nghèo", scopes=("tỉnh Lào Cai",)),
        {"INDICATOR": "tỷ lệ hộ nghèo", "PLACE": "tỉnh Lào Cai"},
    ),
    (
        "Sở Y tế ghi nhận 12 ca sốt xuất huyết.",
        Record((17, 19), "ca sốt xuất huyết", scopes=("Sở Y tế",)),
        {"INDICATOR": "12 ca sốt xuất huyết", "ORG": "Sở Y tế"},
    ),
    (
        "Khối doanh nghiệp tư nhân đạt 61%.",
        Record((30, 32), "tỷ lệ giải ngân", scopes=("Khối doanh nghiệp tư nhân",)),
        {"GROUP": "Khối doanh nghiệp tư nhân"},
    ),
]


@pytest.mark.parametrize(("text", "record", "expected"), CASES, ids=[case[0] for case in CASES])
def test_labels_from_gold(text: str, record: Record, expected: dict[str, str]) -> None:
    (found,) = label_sentences([Document("d", (record,), text)], load(exclude=LATER))
    words: dict[str, list[tuple[int, int]]] = {}
    for item, label in zip(found.sentence.items, found.labels, strict=True):
        if label != "O":
            words.setdefault(label.split("-")[1], []).append((item.start, item.end))
    assert {name: text[spans[0][0] : spans[-1][1]] for name, spans in words.items()} == expected


def test_the_labels_of_crfsuite(sentences: list[LabelledSentence], tmp_path: Path) -> None:
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False, params={"c1": 0.05, "c2": 0.5, "max_iterations": 20})
    for sentence in sentences:
        trainer.append(crf_features(sentence.streams), sentence.labels)
    trainer.train(str(tmp_path / "model"))
    theirs = pycrfsuite.Tagger()
    theirs.open(str(tmp_path / "model"))
    from vnreport.evaluate.tagger_training import read_weights

    info = theirs.info()
    ours = read_weights(info.state_features, info.transitions).tag([sentence.streams for sentence in sentences])
    same = [found == theirs.tag(crf_features(item.streams)) for found, item in zip(ours, sentences, strict=True)]
    # Half precision may turn a tie: one sentence in a hundred at most.
    assert sum(same) >= 0.99 * len(same)


def test_the_same_files_each_time(documents: list[Document], sentences: list[LabelledSentence]) -> None:
    again = label_sentences(documents, load(exclude=LATER))
    assert pack(train_tagger(again)) == pack(train_tagger(sentences))
    nlp = load(exclude=["vnreport_arbiter", "vnreport_confidence"])
    models = [
        train_arbiter(label_choices(documents, nlp, Arbiter(ArbiterModel.untrained())), margin=1.0) for _ in range(2)
    ]
    assert models[0].to_json() == models[1].to_json()


def test_trained_on_what_it_is_asked(sentences: list[LabelledSentence]) -> None:
    tagged = train_tagger(sentences).tag([sentence.streams for sentence in sentences])
    scores = score_spans([sentence.labels for sentence in sentences], tagged)
    assert scores["INDICATOR"].f1 > 0.9


def test_scores_of_choices(documents: list[Document]) -> None:
    nlp = load(exclude=["vnreport_arbiter", "vnreport_confidence"])
    choices = label_choices(documents, nlp, Arbiter(ArbiterModel.untrained()))
    scores = score_choices(choices, ArbiterModel.untrained())
    assert scores["records"] == len(choices)
    assert scores["arbiter"] == scores["rules"] <= scores["possible"]
    assert not scores["taken"]


def test_spacys_tagger_the_same_each_time(sentences: list[LabelledSentence]) -> None:
    found = [train_recognizer(sentences[:30], epochs=2) for _ in range(2)]
    assert recognizer_bytes(found[0]) == recognizer_bytes(found[1])
    labels = tag_labels(found[0], sentences[:5])
    assert [len(row) for row in labels] == [len(item.labels) for item in sentences[:5]]


@pytest.mark.parametrize("mode", MODES)
def test_ways_of_naming(mode: str, documents: list[Document]) -> None:
    result = score(documents, run_extractor(documents, extractor(pipeline(mode))))
    lines = table({mode: result})
    assert lines[0] == f"| | {mode} |"
    assert any(line.startswith("| Indicator | 0.") for line in lines)
