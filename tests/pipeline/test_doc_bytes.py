from __future__ import annotations

from decimal import Decimal

import pytest
from spacy.tokens import Doc, DocBin

import vnreport
from vnreport.assembly.tables.grids import TableCell, TableGrid
from vnreport.pipeline.build import make_doc

TEXTS = [
    "Tháng trước, tỉnh thu ngân sách 1.250 tỷ đồng, tăng 8,4% so với cùng kỳ.",
    "Đến ngày 30/6/2024, huyện có 45 xã đạt chuẩn nông thôn mới.",
    "Hội nghị khai mạc sáng nay.",
]


@pytest.fixture(scope="module")
def nlp():
    return vnreport.load(rules_only=True)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_processes_give_the_same_reports(nlp) -> None:
    alone = [nlp(make_doc(nlp, text, date="2024-07-05", id=f"d{number}")) for number, text in enumerate(TEXTS)]
    docs = [make_doc(nlp, text, date="2024-07-05", id=f"d{number}") for number, text in enumerate(TEXTS)]
    spread = list(nlp.pipe(docs, n_process=2, batch_size=1))
    assert [doc._.report for doc in spread] == [doc._.report for doc in alone]
    assert spread[0]._.report.records[0].period.iso == "2024-06"
    assert [doc._.id for doc in spread] == ["d0", "d1", "d2"]


def test_a_docbin_keeps_reports(nlp) -> None:
    docs = list(nlp.pipe(TEXTS))
    stored = DocBin(docs=docs, store_user_data=True).to_bytes()
    again = list(DocBin().from_bytes(stored).get_docs(nlp.vocab))
    assert [doc._.report for doc in again] == [doc._.report for doc in docs]
    assert [doc._.layers.original for doc in again] == TEXTS


def test_a_date_that_the_text_states_is_read_again(nlp) -> None:
    doc = nlp("Hà Nội, ngày 06 tháng 7 năm 2023\nTháng trước, tỉnh có 12 vụ cháy.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert doc._.layers.reference_source == "text"
    assert (again._.layers.reference, again._.layers.reference_source) == (None, "")
    assert again._.report == doc._.report


def test_what_no_step_has_read_goes_along(nlp) -> None:
    text = "Xã A\t12\nMột nửa \ud800 ký tự"
    merged = TableCell("Xã A", 0, 4)
    grid = TableGrid(
        ((merged, merged),), ((None, TableCell("12", 5, 7, Decimal("12.5"))),), ((0, 4),), group=(5, 7), taken=((0, 7),)
    )
    doc = make_doc(nlp, text, date="2024-07-05", tables=[grid])
    layers = Doc(nlp.vocab).from_bytes(doc.to_bytes())._.layers
    assert layers.original == text
    assert layers.reference == doc._.layers.reference
    assert layers.tables == [grid]
    assert layers.tables[0].header[0][0] is layers.tables[0].header[0][1]
