from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from case_rows import case_rows
from hypothesis import given
from hypothesis import strategies as st

from vnreport.errors import DataFileError
from vnreport.grammar.acronyms import DOCUMENT, AcronymGrammar
from vnreport.lexicon.acronyms import COLUMNS, key_of, read_acronyms

GRAMMAR = AcronymGrammar()
ROWS = {row.id: row for row in read_acronyms()}
SEED = Path(__file__).resolve().parents[3] / "shared" / "gold" / "seed.gold.json"
SEED_LONGS = {
    "CĐS": "chuyển đổi số",
    "DVCTT": "dịch vụ công trực tuyến",
    "ATANM": "an toàn, an ninh mạng",
    "CSDL": "cơ sở dữ liệu",
    "DVC": "dịch vụ công",
    "TTHC": "thủ tục hành chính",
    "HTTT": "hệ thống thông tin",
    "HĐND": "hội đồng nhân dân",
    "NDXP": "nền tảng tích hợp, chia sẻ dữ liệu quốc gia",
    "DN": "doanh nghiệp",
    "EVN": "tập đoàn điện lực việt nam",
}
SAID = [
    "CĐS",
    "DN",
    "TTHC",
    "(CĐS)",
    "chuyển",
    "đổi",
    "số",
    "(",
    ")",
    "/",
    "-",
    "&",
    "II",
    "QL1A",
    "GD-ĐT",
    "TP.",
    ".",
    ",",
    ":",
    "146/QĐ-TTg",
    "KH",
]
PIECES = st.sampled_from([*SAID, "\n"])


@pytest.mark.parametrize("row", case_rows("acronyms", "senses"))
def test_reads_the_sense(row: dict[str, Any]) -> None:
    key = key_of(ROWS[row["id"]].short)
    assert {span.source for span in GRAMMAR.find(row["text"]) if key_of(span.short) == key} == {row["id"]}


@pytest.mark.parametrize("row", case_rows("acronyms", "found"))
def test_finds_every_use(row: dict[str, Any]) -> None:
    spans = GRAMMAR.find(row["text"])
    assert [f"{span.short} = {span.long}" for span in spans] == row["uses"]
    assert all(row["text"][span.start : span.end] == span.short for span in spans)


@pytest.mark.parametrize("row", case_rows("acronyms", "expanded"))
def test_expands_names(row: dict[str, Any]) -> None:
    assert GRAMMAR.expand(row["text"], row["longs"]) == row["name"]


def test_every_ambiguous_row_has_a_sentence() -> None:
    senses = Counter(key_of(row.short) for row in ROWS.values())
    ambiguous = {row.id for row in ROWS.values() if senses[key_of(row.short)] > 1}
    assert ambiguous == {case.values[0]["id"] for case in case_rows("acronyms", "senses")}


def test_there_are_six_hundred_rows() -> None:
    assert len(ROWS) >= 600


def test_reports_all_faults_at_once() -> None:
    text = f"{','.join(COLUMNS)}\nx,DN,,odd,any,,s\nacronym.ict.dn,DN,dữ nguồn,ict,any,,\nacronym.ict.dl,a\n"
    with pytest.raises(DataFileError) as caught:
        read_acronyms(text)
    fields = [(fault.place, fault.field) for fault in caught.value.faults]
    assert fields == [
        ("line 4", "columns"),
        ("x", "id"),
        ("x", "long"),
        ("x", "domain"),
        ("acronym.ict.dn", "context"),
        ("acronym.ict.dn", "source"),
    ]


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join))
def test_spans_are_ordered_and_apart(text: str) -> None:
    spans = GRAMMAR.find(text)
    assert all(text[span.start : span.end] == span.short for span in spans)
    assert all(before.end <= after.start for before, after in zip(spans, spans[1:], strict=False))
    assert all(span.source == DOCUMENT or span.source in ROWS for span in spans)


@pytest.mark.skipif(not SEED.exists(), reason="the shared seed release is not beside the project")
def test_the_seed_release() -> None:
    longs: dict[str, set[str]] = {}
    for span in GRAMMAR.find(json.loads(SEED.read_text(encoding="utf-8"))["text"]):
        longs.setdefault(span.short, set()).add(span.long.lower())
    assert {short: longs.get(short) for short in SEED_LONGS} == {short: {long} for short, long in SEED_LONGS.items()}
