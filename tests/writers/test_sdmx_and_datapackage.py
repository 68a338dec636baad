"""SDMX and Data Package: the data keep to their descriptions, by our reading and, if installed, by others'."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from report_strategies import RUNS

from vnreport.writers import write_tables
from vnreport.writers.columns import TABLES
from vnreport.writers.datapackage import datapackage
from vnreport.writers.flatten import flatten
from vnreport.writers.sdmx_periods import sdmx_period

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "sdmx_periods.toml").read_text(encoding="utf-8"))["case"]

# What stands behind the id of a record in that of a comparison, and of one end of a range: ".c1.low".
COMPARISON = re.compile(r"(?:\.c[0-9]+)?(?:\.[a-z]+)?$")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def components(message: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """All components of the data structure, and the ids of its dimensions."""
    (structure,) = message["data"]["dataStructures"]
    parts = structure["dataStructureComponents"]
    dimensions = [*parts["dimensionList"]["dimensions"], parts["dimensionList"]["timeDimension"]]
    rest = [*parts["measureList"]["measures"], *parts["attributeList"]["attributes"]]
    return [*dimensions, *rest], [dimension["id"] for dimension in dimensions]


def codes(message: dict[str, Any], component: dict[str, Any]) -> set[str] | None:
    """The codes of a component, None where it takes free values."""
    urn = component["localRepresentation"].get("enumeration")
    lists = {
        f"urn:sdmx:org.sdmx.infomodel.codelist.Codelist={item['agencyID']}:{item['id']}({item['version']})": item
        for item in message["data"]["codelists"]
    }
    return None if urn is None else {code["id"] for code in lists[urn]["codes"]}


def assert_keeps_to_structure(rows: Iterable[dict[str, str]], message: dict[str, Any]) -> None:
    columns, dimensions = components(message)
    seen = set()
    for row in rows:
        assert list(row) == ["STRUCTURE", "STRUCTURE_ID", "ACTION", *(column["id"] for column in columns)]
        assert (row["STRUCTURE"], row["ACTION"]) == ("dataflow", "I")
        for column in columns:
            allowed = codes(message, column)
            assert allowed is None or row[column["id"]] in allowed
            assert row[column["id"]] or column.get("usage") == "optional"
        key = tuple(row[name] for name in dimensions)
        assert key not in seen
        seen.add(key)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_periods(case: dict[str, Any]) -> None:
    found = sdmx_period(case.get("first"), case.get("last"))
    assert found == (tuple(case["sdmx"]) if "sdmx" in case else None)


def test_observations(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format="sdmx")
    rows = read(tmp_path / "data.csv")
    names = ("RECORD", "TIME_PERIOD", "OBS_VALUE", "UNIT_MULT", "UNIT_MEASURE", "TRANSFORMATION", "OBS_STATUS")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("r1", "2023-01-01/P9M", "8420500", "6", "VND", "N", "A"),
        ("r1.c1", "2023-01-01/P9M", "6.5", "0", "%", "UP", "A"),
        ("r2", "2023-01-01/P9M", "123456789012345678", "0", "t", "N", "E"),
    ]
    assert [row["BASE_PERIOD"] for row in rows] == ["", "2022-01/2022-09", ""]
    assert [row["status"] for row in read(tmp_path / "documents.csv")] == ["ok", "error"]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(run=RUNS)
def test_every_figure_is_an_observation_or_left_out(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format="sdmx")
    written = Counter(
        (row["DOCUMENT"], row["RECORD"], Decimal(f"{row['OBS_VALUE']}E{row['UNIT_MULT']}"))
        for row in read(tmp_path / "data.csv")
    )
    left = {(row["document"], row["record"].removeprefix("'")) for row in read(tmp_path / "left_out.csv")}
    keys = [(str(row["document"]), str(row["record"])) for rows in flatten(run) for row in rows["records"]]
    values = [row["value"] for rows in flatten(run) for row in rows["records"]]
    wanted = Counter(
        (*key, Decimal(str(value)))
        for key, value in zip(keys, values, strict=True)
        if value is not None and key not in left
    )
    assert wanted <= written
    # A growth without a value is observed as "r1.c1" only; an id may hold a stop itself.
    observed = {(document, COMPARISON.sub("", record)) for document, record, _ in written}
    assert observed | {(document, record) for document, record, _ in written} | left >= set(keys)


def test_data_keep_to_their_structure(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format="sdmx")
    message = json.loads((tmp_path / "structure.json").read_text(encoding="utf-8"))
    assert_keeps_to_structure(read(tmp_path / "data.csv"), message)


def test_pysdmx_reads_and_validates(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    io = pytest.importorskip("pysdmx.io", reason="pysdmx is installed apart: pip install 'pysdmx[data,json]'")
    write_tables(tmp_path, run, format="sdmx")
    (data,) = io.get_datasets(tmp_path / "data.csv", tmp_path / "structure.json", validate=True)
    assert list(data.data["RECORD"]) == ["r1", "r1.c1", "r2"]
    assert len(data.structure.components.dimensions) == 8


def test_data_package_describes_the_tables(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    write_tables(tmp_path, run, format="csv")
    package: dict[str, Any] = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package == datapackage()
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    keys: dict[str, set[tuple[str, ...]]] = {}
    for resource in package["resources"]:
        rows = read(tmp_path / resource["path"])
        schema = resource["schema"]
        assert list(rows[0]) == [field["name"] for field in schema["fields"]]
        keys[resource["name"]] = {tuple(row[name] for name in schema["primaryKey"]) for row in rows}
        assert len(keys[resource["name"]]) == len(rows)
        for foreign in schema.get("foreignKeys", ()):
            parents = keys[foreign["reference"]["resource"]]
            assert {tuple(row[name] for name in foreign["fields"]) for row in rows} <= parents
        required = [field["name"] for field in schema["fields"] if field.get("constraints", {}).get("required")]
        assert all(row[name] for row in rows for name in required)


def test_frictionless_validates(run: list[pa.RecordBatch], tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="pip install frictionless")
    write_tables(tmp_path, run, format="csv")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["message"])
