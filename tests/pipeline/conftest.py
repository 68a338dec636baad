"""One pipeline for all tests of the whole."""

from __future__ import annotations

from importlib import resources

import pytest

import vnreport
from vnreport import Report


@pytest.fixture(scope="session")
def demo_text() -> str:
    return resources.files("vnreport").joinpath("demo/report.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def demo(demo_text: str) -> Report:
    return vnreport.extract(demo_text, id="demo")
