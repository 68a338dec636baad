"""Each form gives back what it can hold."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnreport.errors import DataFileError, InputError
from vnreport.evaluate.documents import Comparison, Document, Record
from vnreport.evaluate.formats import NAMES, label_studio, load_format
from vnreport.evaluate.formats.brat import from_annotations, to_annotations
from vnreport.evaluate.formats.doccano import from_example, to_example
from vnreport.evaluate.formats.label_studio import from_task, to_task
from vnreport.evaluate.gold import load_gold

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "dev.jsonl"
TEXT = "Có  1,2 nghìn\ttổ & 3-5% <hộ>\n\nTổ dân phố giảm 5%, “nhóm” ít hơn.\nhết"
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**12)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda ends: (ends[0], ends[0] + ends[1]))


@st.composite
def comparisons(draw: st.DrawFn, spans: st.SearchStrategy[tuple[int, int] | None]) -> Comparison:
    kind = draw(st.sampled_from(["period", "target", "entity", "unstated"]))
    return Comparison(
        span=draw(spans),
        direction=draw(st.sampled_from(["up", "down", "flat", "times", "ratio"])),
        number=draw(NUMBERS),
        bound=draw(st.sampled_from(["=", "~", ">", "<", ">=", "<="])),
        unit=draw(st.sampled_from(["", "%", "VND/kg"])),
        baseline_kind=kind,
        baseline_period=draw(st.sampled_from([None, "2021-Q2"])) if kind != "unstated" else None,
        baseline_value=draw(st.none() | NUMBERS),
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    span = draw(st.none() | SPANS)
    ranged = span is not None and draw(st.booleans())
    changes = draw(st.lists(comparisons(st.none() | SPANS), max_size=2))
    if span is None:
        changes.insert(0, draw(comparisons(SPANS)))
    return Record(
        span=span,
        indicator=draw(WORDS),
        number=None if span is None or ranged else draw(NUMBERS),
        low=draw(NUMBERS) if ranged else None,
        high=draw(NUMBERS) if ranged else None,
        of=draw(st.none() | NUMBERS) if span else None,
        bound=draw(st.sampled_from(["=", "~", ">="])),
        unit=draw(st.sampled_from(["", "t", "hợp tác xã"])),
        scopes=tuple(draw(st.lists(WORDS, max_size=2))),
        period=draw(st.sampled_from([None, "2022", "../2022-03-31"])),
        status=draw(st.sampled_from(["actual", "estimate", "target", "forecast"])),
        comparisons=tuple(changes),
        optional=draw(st.booleans()),
        check=draw(st.sampled_from([None, "inconsistent"])),
    )


DOCUMENTS = st.builds(
    Document,
    id=st.just("a-1"),
    records=st.lists(records(), max_size=3).map(tuple),
    text=st.just(TEXT),
    date=st.sampled_from([None, "2022-04-01"]),
    domain=st.sampled_from(["", "labour"]),
    note=st.sampled_from(["", "khó"]),
)
LIGHT = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@LIGHT
@given(DOCUMENTS)
def test_label_studio_holds_everything(document: Document) -> None:
    assert from_task(json.loads(json.dumps(to_task(document)))) == document


@LIGHT
@given(DOCUMENTS)
def test_doccano_holds_everything(document: Document) -> None:
    assert from_example(json.loads(json.dumps(to_example(document)))) == document


@LIGHT
@given(DOCUMENTS)
def test_brat_holds_text_and_records(document: Document) -> None:
    back = from_annotations(document.text, to_annotations(document), id=document.id)
    assert (back.text, back.records) == (document.text, document.records)


@settings(LIGHT, max_examples=15)
@given(DOCUMENTS)
def test_docbin_holds_everything(document: Document) -> None:
    from spacy.vocab import Vocab

    from vnreport.evaluate.formats.docbin import from_doc, to_doc

    doc = to_doc(document, Vocab())
    assert doc.text == document.text
    assert from_doc(doc) == document


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the tests")
@pytest.mark.parametrize("name", NAMES)
def test_files_of_the_corpus(name: str, tmp_path: Path) -> None:
    documents = sorted(load_gold(CORPUS)[::4], key=lambda document: document.id)
    form = load_format(name)
    form.write(documents, tmp_path / "file")
    back = form.read(tmp_path / "file")
    if name == "brat":
        bare = {"date": None, "domain": "", "kind": "", "issuer": "", "form": "NFC", "note": "", "split": ""}
        documents = [replace(document, **bare) for document in documents]
    assert back == documents


def test_region_without_fields_gets_its_number_from_the_text() -> None:
    entity = {"id": 7, "label": "value", "start_offset": 4, "end_offset": 13}
    found = from_example({"id": 1, "text": TEXT, "entities": [entity]})
    assert found.records == (Record((4, 13), "", Decimal(1200)),)


def test_label_studio_skips_cancelled_annotations() -> None:
    task = to_task(Document("a", (Record((4, 13), "tổ", Decimal(1200)),), TEXT))
    task["annotations"].insert(0, {"was_cancelled": True, "result": []})
    assert len(from_task(task).records) == 1
    assert 'value="&lt;="' in label_studio.labeling_config()


@pytest.mark.parametrize("name", ["label_studio", "doccano"])
def test_other_json_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('[{"a": 1}]\n', encoding="utf-8")
    with pytest.raises(InputError):
        load_format(name).read(path)


def test_brat_lists_every_bad_line(tmp_path: Path) -> None:
    lines = "T1\tvalue 0 2\tCó\nE1\tEvent:T1\n#1\tAnnotatorNotes T1\tfree words\n"
    with pytest.raises(DataFileError) as caught:
        from_annotations(TEXT, lines, id="a")
    assert [fault.place for fault in caught.value.faults] == ["line 2", "line 3"]
    (tmp_path / "a.ann").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="without its .txt"):
        load_format("brat").read(tmp_path)


def test_docs_of_others_and_unknown_forms_are_refused(tmp_path: Path) -> None:
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab

    DocBin(docs=[Doc(Vocab(), words=["Có"])]).to_disk(tmp_path / "x.spacy")
    with pytest.raises(InputError, match="figures"):
        load_format("docbin").read(tmp_path / "x.spacy")
    with pytest.raises(InputError, match="no such form"):
        load_format("conll")
