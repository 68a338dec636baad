from __future__ import annotations

from typing import Any

import pytest
from case_rows import case_rows

from vnreport.errors import DataFileError
from vnreport.lexicon.load import read_rows
from vnreport.lexicon.places import KINDS, PlaceRow, Places
from vnreport.lexicon.provinces import COLUMNS, read_provinces

PLACES = Places()
PROVINCES = read_provinces()
LISTED = [row for row in (*read_rows("places", PlaceRow), *read_rows("agencies", PlaceRow)) if row.kind in KINDS]


@pytest.mark.parametrize("row", case_rows("places", "places"))
def test_finds_names(row: dict[str, Any]) -> None:
    text = row["text"]
    spans = PLACES.find(text, on=row.get("on"))
    assert [f"{text[span.start : span.end]} = {span.row_id} ({span.code})" for span in spans] == row["found"]


@pytest.mark.parametrize("row", LISTED, ids=[row.id for row in LISTED])
def test_examples(row: PlaceRow) -> None:
    assert row.examples
    assert all(row.id in {span.row_id for span in PLACES.find(example)} for example in row.examples)
    assert all(row.id not in {span.row_id for span in PLACES.find(example)} for example in row.counter_examples)


def test_sixty_three_provinces_became_thirty_four() -> None:
    old = [row for row in PROVINCES if row.last == "2025-06-30"]
    new = [row for row in PROVINCES if row.first == "2025-07-01"]
    assert (len(old), len(new), len(PROVINCES)) == (63, 34, 97)
    assert {row.successor for row in old} == {row.id for row in new}
    assert len({row.code for row in old}) == 63
    assert len({row.code for row in new}) == 34
    assert sum([row.successor for row in old].count(row.id) == 1 for row in new) == 11


def test_successors_are_rows() -> None:
    ids = {row.id for row in LISTED}
    assert {row.successor for row in LISTED if row.successor} <= ids
    assert all(row.last for row in LISTED if row.successor)


def test_reports_all_faults_of_provinces_at_once() -> None:
    text = f"{','.join(COLUMNS)}\nhanoi,Hà Nội,Hà Nội,1,city,2008-08-01,,,s\nprovince.old.x,X\n"
    with pytest.raises(DataFileError) as caught:
        read_provinces(text)
    assert [fault.field for fault in caught.value.faults] == ["columns", "id", "code"]
