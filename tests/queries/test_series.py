"""Time series: what belongs together, in which order, and what later reports made of earlier figures."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from vnreport.cli import app
from vnreport.queries.series import Point, order_points, read_series

RUN = CliRunner()
FIGURE = Point(
    indicator="xuất khẩu",
    scope=None,
    unit="USD",
    kind="",
    period="2023-09",
    first_day=date(2023, 9, 1),
    last_day=date(2023, 9, 30),
    value=Decimal(30),
    low=None,
    high=None,
    bound="=",
    status="estimate",
    document=1,
    document_id="a",
    document_date=date(2023, 9, 29),
    record="r1",
    measure="level",
)
AGAIN = replace(FIGURE, record="r10"), replace(FIGURE, record="r2")
LATER = replace(FIGURE, document=2, document_id="b", document_date=date(2023, 10, 29), value=Decimal(31))
NEVER = {"period": None, "first_day": None, "last_day": None}
OCTOBER = {"period": "2023-10", "first_day": date(2023, 10, 1), "last_day": date(2023, 10, 31)}


@pytest.mark.parametrize(
    ("points", "changes"),
    [
        pytest.param([LATER, FIGURE], ["", "revised"], id="later document"),
        pytest.param([FIGURE, replace(LATER, value=Decimal(30))], ["", "repeated"], id="still an estimate"),
        pytest.param([FIGURE, replace(LATER, value=Decimal(30), status="actual")], ["", "confirmed"], id="settled"),
        pytest.param([FIGURE, *AGAIN], ["", "repeated", "repeated"], id="said again"),
        pytest.param([FIGURE, replace(FIGURE, record="r2", value=Decimal(9))], ["", "differs"], id="within a document"),
        pytest.param([FIGURE, replace(LATER, document_date=None)], ["", "differs"], id="not known to be later"),
        pytest.param([FIGURE, replace(LATER, unit="VND")], ["", ""], id="another unit"),
        pytest.param([FIGURE, replace(LATER, kind="target", status="target")], ["", ""], id="a target is no revision"),
        pytest.param([FIGURE, replace(LATER, **OCTOBER)], ["", ""], id="another period"),
        pytest.param([FIGURE, replace(LATER, scope="Hà Nội")], ["", ""], id="another place"),
        pytest.param([FIGURE, replace(LATER, indicator="Xuất khẩu")], ["", "revised"], id="capital letter"),
        pytest.param([replace(point, **NEVER) for point in (FIGURE, LATER)], ["", ""], id="no period"),
    ],
)
def test_revisions(points: list[Point], changes: list[str]) -> None:
    told = order_points(points)
    assert [point.change for point in told] == changes
    assert [point.previous is not None for point in told] == [change != "" for change in changes]


@settings(deadline=None)
@given(
    st.permutations(
        [FIGURE, LATER, replace(LATER, **OCTOBER), replace(FIGURE, record="r2"), replace(LATER, unit="VND")]
    )
)
def test_order_of_the_input_does_not_matter(points: list[Point]) -> None:
    assert order_points(points) == order_points(
        sorted(points, key=lambda point: (point.document, point.record, str(point)))
    )


def test_series_of_a_run(folder: Path) -> None:
    points = read_series(folder, indicator="Kim ngạch  xuất khẩu")
    assert [(point.period, point.value, point.status, point.change, point.previous) for point in points] == [
        ("2023-01/2023-09", Decimal("259600000000"), "estimate", "", None),
        ("2023-01/2023-09", Decimal("259670000000"), "actual", "revised", Decimal("259600000000")),
        ("2023-09", Decimal("30700000000"), "actual", "", None),
    ]


def test_changes_of_a_run(folder: Path) -> None:
    points = read_series(folder, indicator="kim ngạch xuất khẩu", changes=True)
    assert [(point.measure, point.value, point.unit, point.change) for point in points] == [
        ("change against 12 months before", Decimal("-8.2"), "%", ""),
        ("change against 12 months before", Decimal("-8.1"), "%", "revised"),
    ]


def test_part_of_a_name_unit_and_area(folder: Path) -> None:
    assert {point.indicator.lower() for point in read_series(folder, indicator="ngân")} == {"thu ngân sách"}
    assert len(read_series(folder, indicator="xuất khẩu", unit="usd")) == 3
    assert read_series(folder, indicator="xuất khẩu", unit="VND") == []
    assert read_series(folder, indicator="xuất khẩu", area="Huế") == []


def test_command(folder: Path) -> None:
    arguments = ["series", str(folder), "--indicator", "kim ngạch xuất khẩu"]
    table = RUN.invoke(app, [*arguments, "--format", "table"], env={"COLUMNS": "120"}).stdout
    assert "kim ngạch xuất khẩu · USD" in table
    assert "revised +70 000 000" in table
    rows = [json.loads(line) for line in RUN.invoke(app, [*arguments, "--format", "jsonl"]).stdout.splitlines()]
    assert [row["value"] for row in rows] == ["259600000000", "259670000000", "30700000000"]
    missing = RUN.invoke(app, ["series", str(folder), "--indicator", "không có"])
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "no figures of không có" in missing.stderr
