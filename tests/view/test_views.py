"""Tables and explanations of reports."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from rich.console import Console

import vnreport
from vnreport.errors import InputError
from vnreport.records.models import Check, UnitText, Value
from vnreport.view.explain import explain_lines
from vnreport.view.table import print_table, show_comparison, show_value

TEXT = "Năm 2023, thu ngân sách đạt hơn 8.420 tỷ đồng, tăng 6,5% so với năm 2022."
UNIT = UnitText(text="", start=None, end=None, code="", kind="")


def value(**fields: object) -> Value:
    numbers = {key: None if item is None else Decimal(str(item)) for key, item in fields.items() if key != "bound"}
    empty: dict[str, Decimal | None] = dict.fromkeys(("number", "low", "high", "of"))
    bound = fields.get("bound", "=")
    return Value.model_validate(
        {"text": "", "start": None, "end": None, "unit": UNIT, "bound": bound, **empty, **numbers}
    )


@pytest.mark.parametrize(
    ("shown", "given"),
    [
        ("12 345.6", value(number="12345.6")),
        ("-1 200", value(number="-1200")),
        ("> 68", value(number=68, bound=">")),
        ("34 / 63", value(number=34, of=63)),
        ("6 – 9", value(low=6, high=9)),
        ("~ 1 000 – 2 000", value(low=1000, high=2000, bound="~")),
        ("0.28", value(number="0.280")),
        ("", None),
    ],
)
def test_values(shown: str, given: Value | None) -> None:
    assert show_value(given) == shown


def test_comparison() -> None:
    (record,) = vnreport.extract(TEXT).records
    assert [show_comparison(item) for item in record.comparisons] == ["↑ 6.5 % | 2022"]


def printed(report: vnreport.Report) -> str:
    sink = io.StringIO()
    print_table(report, report.records, console=Console(file=sink, width=160))
    return sink.getvalue()


def test_table_shows_records_and_warnings() -> None:
    text = printed(vnreport.extract(TEXT, id="[b]x"))
    assert "no date · 1 records" in text
    assert "> 8 420 000 000 000" in text
    assert "warning: no document date" in text


def test_table_shows_inconsistent_checks_only() -> None:
    report = vnreport.extract(TEXT)
    checks = (
        Check(kind="growth", verdict="inconsistent", stated="6.5", computed="8.1"),
        Check(kind="sum", verdict="consistent", stated="10", computed="10"),
    )
    record = report.records[0].model_copy(update={"checks": checks})
    text = printed(report.model_copy(update={"records": (record,)}))
    assert "✗ r1: growth stated 6.5, computed 8.1" in text
    assert "sum" not in text


def test_explanation_quotes_its_evidence() -> None:
    report = vnreport.extract(TEXT)
    lines = list(explain_lines(report, TEXT, record="r1"))
    assert lines[0] == "r1  thu ngân sách: > 8 420 000 000 000 VND"
    assert {item.field for item in report.records[0].evidence} >= {"value", "period", "comparisons"}
    for item in report.records[0].evidence:
        assert any(item.field in line and item.rule in line for line in lines)
    assert lines[-1].startswith("warning: ")


def test_explanation_of_an_unknown_record() -> None:
    with pytest.raises(InputError, match="no record r2; there are 1"):
        list(explain_lines(vnreport.extract(TEXT, id="x"), TEXT, record="r2"))
